//! Gives the shared object its SONAME, and the archive the crates that its features name and the part of the manifest
//! that it holds.

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// Features that are named for what they bring, and the prefix of its functions.
const PREFIXES: &[(&str, &str)] = &[("graphics2d", "lyon"), ("window", "winit")];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=simple_native.json");
    if env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        let major = env!("CARGO_PKG_VERSION").split('.').next().unwrap_or("0");
        println!("cargo::rustc-cdylib-link-arg=-Wl,-soname,libsimple_native.so.{major}");
    }
    let manifest = fs::read_to_string("simple_native.json").unwrap_or_default();
    let mut code = String::from("const LIBRARIES: &[&str] = &[\n");
    for (name, text) in libraries(&manifest) {
        let feature =
            PREFIXES.iter().find(|(_, prefix)| *prefix == name).map_or(&*name, |(feature, _)| feature);
        let variable = format!("CARGO_FEATURE_{}", feature.to_uppercase());
        if name == "native" || env::var_os(variable).is_some() {
            writeln!(code, "    {text:?},").expect("a string takes all");
        }
    }
    code.push_str("];\n");
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(folder.join("libraries.rs"), code).expect("the build's own folder");
    fs::write(folder.join("crates.rs"), crates()).expect("the build's own folder");
}

/// `pub use ffi_regex as regex;` for each feature that has such a crate.
fn crates() -> String {
    let features =
        env::vars().filter_map(|(name, _)| Some(name.strip_prefix("CARGO_FEATURE_")?.to_lowercase()));
    let mut names: Vec<String> =
        features.filter(|name| Path::new(&format!("../ffi_{name}/Cargo.toml")).is_file()).collect();
    names.sort();
    names.iter().map(|name| format!("pub use ffi_{name} as {name};\n")).collect()
}

/// Each library's name and its text on one line. The manifest is written with a library between lines of four spaces
/// and a brace, and no string holds a line's end; before a first `cargo xtask abi` there is none.
fn libraries(manifest: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = manifest.lines();
    while lines.any(|line| line == "    {") {
        let of_this =
            lines.by_ref().take_while(|line| !["    }", "    },"].contains(line)).map(str::trim_start);
        let text = format!("{{{}}}", of_this.collect::<String>());
        let name = text.strip_prefix("{\"name\": \"").and_then(|rest| rest.split('"').next());
        found.push((name.expect("a library's name comes first").to_owned(), text.clone()));
    }
    found
}
