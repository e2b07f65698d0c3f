//! `cargo xtask new-module`: a module to begin with, which builds, passes its own test and loads.

use crate::workspace::root;
use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Language of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// Rust, with the crate `module_sdk`: a shared library
    Rust,
    /// C: a shared library
    C,
    /// C: WebAssembly
    WasmC,
}

/// The files of a template: where they go, and what is in them. `NAME` stands for the module's name.
fn template(language: Language) -> Vec<(&'static str, &'static str)> {
    const HEADER: &str = include_str!("../../module_sdk/include/simple_module.h");
    const SOURCE: &str = include_str!("../../module_sdk/templates/c/module.c");
    const TEST: &str = include_str!("../../module_sdk/templates/c/test.c");
    let c = |makefile| {
        vec![("NAME.c", SOURCE), ("NAME_test.c", TEST), ("Makefile", makefile), ("simple_module.h", HEADER)]
    };
    match language {
        Language::Rust => vec![
            ("Cargo.toml", include_str!("../../module_sdk/templates/rust/Cargo.toml.txt")),
            ("src/lib.rs", include_str!("../../module_sdk/templates/rust/lib.rs")),
        ],
        Language::C => c(include_str!("../../module_sdk/templates/c/Makefile")),
        Language::WasmC => c(include_str!("../../module_sdk/templates/wasm-c/Makefile")),
    }
}

/// Rust's words, and what cargo has another use for.
const NO_CRATES: &[&str] = &[
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "build",
    "const",
    "continue",
    "core",
    "crate",
    "deps",
    "do",
    "dyn",
    "else",
    "enum",
    "examples",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "incremental",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "module_sdk",
    "move",
    "mut",
    "override",
    "priv",
    "proc_macro",
    "pub",
    "ref",
    "return",
    "self",
    "serde",
    "serde_json",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

/// Writes the template into a new folder called `name`, in `folder`.
pub fn new_module(folder: &Path, name: &str, language: Language) -> Result<PathBuf> {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(good) {
        bail!(
            "`{name}` is no name for a module: lower-case letters, digits and `_` make one, a letter first"
        );
    }
    if language == Language::Rust && NO_CRATES.contains(&name) {
        bail!("`{name}` is no name for a module in Rust: cargo makes no crate of that name");
    }
    let folder = folder.join(name);
    if folder.exists() {
        bail!("{} is there already", folder.display());
    }
    let sdk = root().join("module_sdk").to_string_lossy().into_owned();
    for (path, text) in template(language) {
        let path = folder.join(path.replace("NAME", name));
        fs::create_dir_all(path.parent().context("a file in a folder")?)?;
        // The header is the same everywhere, and has its own use for the word.
        let text =
            if path.ends_with("simple_module.h") { text.to_owned() } else { text.replace("NAME", name) };
        fs::write(&path, text.replace("\"SDK\"", &format!("{sdk:?}")))?;
    }
    Ok(folder)
}

/// Commands that build and test the module in a template's folder, and the file that comes of it.
pub fn commands(name: &str, language: Language) -> (&'static str, &'static str, String) {
    match language {
        Language::Rust => ("cargo build --release", "cargo test", format!("target/release/lib{name}.so")),
        Language::C => ("make", "make test", format!("lib{name}.so")),
        Language::WasmC => ("make", "make test", format!("{name}.wasm")),
    }
}
