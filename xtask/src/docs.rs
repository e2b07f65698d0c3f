//! `cargo xtask docs`: the site, of hand-written guides and one page for each library from the manifest.

use crate::{
    abi::{Function, Library, Manifest, header},
    bindings,
    files::copy_folder,
    workspace::{has_program, root, run, target},
};
use anyhow::{Context, Result, bail};
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Made from the README.
const PLATFORMS: (&str, &str) = ("guide/platforms.md", "What runs where");
/// The guides in their order: file and title.
const GUIDES: &[(&str, &str)] = &[
    ("guide/link.md", "Link it into your runtime"),
    PLATFORMS,
    ("guide/ownership.md", "Ownership"),
    ("guide/errors.md", "Errors"),
    ("guide/threads.md", "Threads"),
    ("guide/callbacks.md", "Callbacks"),
    ("guide/events.md", "Events"),
    ("guide/regex.md", "The syntax of regular expressions"),
    ("guide/audio.md", "Audio"),
    ("guide/games.md", "Windows and pads"),
    ("guide/physics.md", "Physics"),
    ("guide/inference.md", "Inference"),
    ("guide/modules.md", "Writing modules"),
    ("guide/fork.md", "Fork"),
    ("guide/runtime.md", "Build a runtime with the archive"),
    ("guide/tagged-integers.md", "From a runtime with tagged integers"),
    ("guide/versions.md", "Versions"),
    ("ARCHITECTURE.md", "Architecture"),
];
/// The languages with bindings: a page for each.
const LANGUAGES: &[(&str, &str)] = &[
    ("guide/cpp.md", "C++"),
    ("guide/python.md", "Python"),
    ("guide/node.md", "Node"),
    ("guide/ruby.md", "Ruby"),
    ("guide/lua.md", "Lua"),
    ("guide/java.md", "Java"),
];
const ADDING: (&str, &str) = ("guide/adding.md", "Adding a library");

/// Builds the site; returns its folder.
pub fn site() -> Result<PathBuf> {
    if !has_program("mdbook") {
        bail!("mdbook is missing (`cargo xtask setup`)");
    }
    let book = target().join("book");
    let site = target().join("site");
    stage(&book)?;
    run(Command::new("mdbook").arg("build").arg(&book).arg("--dest-dir").arg(&site))?;
    Ok(site)
}

/// Puts the book's sources together.
fn stage(book: &Path) -> Result<()> {
    if book.exists() {
        fs::remove_dir_all(book)?;
    }
    let src = book.join("src");
    copy_folder(&root().join("docs/src"), &src)?;
    copy_folder(&root().join("docs/examples"), &src.join("examples"))?;
    fs::copy(root().join("tests/rust/runtime.rs"), src.join("examples/runtime.rs"))?;
    // The template of modules in Rust, which the tests build.
    fs::copy(root().join("module_sdk/templates/rust/lib.rs"), src.join("examples/module.rs"))?;
    fs::copy(root().join("docs/book.toml"), book.join("book.toml"))?;
    copy_folder(&root().join("examples/runtime"), &src.join("examples/runtime"))?;
    let manifest = bindings::manifest()?;
    let part = bindings::runtime::part(&manifest, "rt_regex_find").context("rt_regex_find")?;
    fs::write(src.join("examples/runtime/find.c"), part.trim_start())?;
    fs::create_dir_all(src.join("library"))?;
    for library in &manifest.libraries {
        fs::write(src.join(page_path(library)), linked(&manifest, &page(library, &src.join("examples"))))?;
    }
    fs::write(src.join(ADDING.0), adding()?)?;
    fs::write(src.join(PLATFORMS.0), platforms()?)?;
    fs::write(src.join("SUMMARY.md"), summary(&manifest))?;
    Ok(())
}

fn page_path(library: &Library) -> String {
    format!("library/{}.md", library.name)
}

fn summary(manifest: &Manifest) -> String {
    let mut out = String::from("# Summary\n\n[simple_native](index.md)\n\n# Guides\n\n");
    for (path, title) in GUIDES {
        let _ = writeln!(out, "- [{title}]({path})");
    }
    out.push_str("\n# Languages\n\n");
    for (path, title) in LANGUAGES {
        let _ = writeln!(out, "- [{title}]({path})");
    }
    out.push_str("\n# Libraries\n\n");
    for library in &manifest.libraries {
        let _ = writeln!(out, "- [{}]({})", library.name, page_path(library));
    }
    let _ = writeln!(out, "\n# Working on it\n\n- [{}]({})", ADDING.1, ADDING.0);
    out
}

/// The README's tables of platforms.
fn platforms() -> Result<String> {
    let text = fs::read_to_string(root().join("README.md"))?;
    let start = format!("## {}\n", PLATFORMS.1);
    let (_, part) = text.split_once(&start).context("README.md says what runs where")?;
    let part = part.split("\n## ").next().unwrap_or(part).replace("](docs/src/guide/", "](");
    Ok(format!("# {}\n\n{part}", PLATFORMS.1))
}

/// The page for contributors, which is a part of `CONTRIBUTING.md`.
fn adding() -> Result<String> {
    let text = fs::read_to_string(root().join("CONTRIBUTING.md"))?;
    let start =
        text.find("## How to add a function").context("CONTRIBUTING.md says how to add a function")?;
    let end = text.find("## Style").context("CONTRIBUTING.md has a part on style")?;
    Ok(format!("# {}\n\n{}", ADDING.1, &text[start..end]))
}

/// A library: what it is, an example that runs, its structs, its functions.
fn page(library: &Library, examples: &Path) -> String {
    let mut out = format!("# {}\n\n{}\n", library.name, library.doc);
    if examples.join(format!("{}.c", library.name)).is_file() {
        let _ = write!(out, "\n## Example\n\n```c\n{{{{#include ../examples/{0}.c}}}}\n```\n", library.name);
    }
    if !library.structs.is_empty() {
        out.push_str("\n## Structs\n");
    }
    for one in &library.structs {
        let _ = write!(out, "\n### {}\n\n{}\n\n", one.name, one.doc);
        for field in &one.fields {
            let kind = header::c_return(&field.r#type).trim_end();
            let _ = writeln!(out, "- `{kind} {}`: {}", field.name, field.doc.replace('\n', " "));
        }
    }
    out.push_str("\n## Functions\n");
    for function in &library.functions {
        let _ = write!(out, "\n### {}\n\n{}", function.name, entry(function));
    }
    out
}

/// A library's page with a link at each name of a function that stands in its sentences.
fn linked(manifest: &Manifest, page: &str) -> String {
    let library_of = |name: &str| {
        let has = |library: &&Library| library.functions.iter().any(|function| function.name == name);
        manifest.libraries.iter().find(has)
    };
    let mut out = String::new();
    let mut is_code = false;
    for line in page.split_inclusive('\n') {
        let is_fence = line.starts_with("```");
        is_code ^= is_fence;
        let pieces: Vec<&str> = line.split('`').collect();
        // A heading is where links lead to; where a piece goes on in the next line, both stay as they are.
        if is_fence || is_code || line.starts_with('#') || pieces.len().is_multiple_of(2) {
            out.push_str(line);
            continue;
        }
        for (at, piece) in pieces.into_iter().enumerate() {
            let name = piece.split('(').next().unwrap_or_default();
            // Every second piece stands between two backticks.
            let _ = match library_of(name) {
                _ if at % 2 == 0 => write!(out, "{}", linked_words(piece, library_of)),
                Some(library) => write!(out, "[`{piece}`]({}.md#{name})", library.name),
                None => write!(out, "`{piece}`"),
            };
        }
    }
    out
}

/// A sentence with links at the names in it that have no backticks.
fn linked_words<'a>(text: &str, library_of: impl Fn(&str) -> Option<&'a Library>) -> String {
    let ends = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    let words = text.split_inclusive(ends).map(|word| {
        let name = word.trim_end_matches(ends);
        match library_of(name) {
            Some(library) => format!("[{name}]({}.md#{name}){}", library.name, &word[name.len()..]),
            None => word.to_owned(),
        }
    });
    words.collect()
}

/// The output that an example says it has, in the comments at its end.
pub fn printed(example: &str) -> Option<String> {
    let (marker, lines) = ["//", "#", "--"].into_iter().find_map(|marker| {
        let (_, lines) = example.rsplit_once(&format!("\n{marker} Prints:\n"))?;
        Some((format!("{marker} "), lines))
    })?;
    lines.split_inclusive('\n').map(|line| line.strip_prefix(&*marker)).collect()
}

fn entry(function: &Function) -> String {
    let mut prototypes = format!("{};", header::prototype(function));
    if let Some(into) = &function.into {
        let _ = write!(prototypes, "\n{};", header::into_prototype(function, into));
    }
    // Outside its code a description may say `a < b`.
    let doc = header::function_comment(function).replace('<', "&lt;");
    format!("```c\n{prototypes}\n```\n\n{doc}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_functions_are_links() {
        let manifest = bindings::manifest().unwrap();
        let text = "Free it with `rt_regex_destroy`, or `rt_http_get(url)`; `rt_none` is `0`.\n\
                    Returns a regex; free it with rt_regex_destroy.\n### rt_regex_new\n```c\nrt_regex_new();\n```\n";
        let linked = linked(&manifest, text);
        assert_eq!(
            linked,
            "Free it with [`rt_regex_destroy`](regex.md#rt_regex_destroy), or \
             [`rt_http_get(url)`](http.md#rt_http_get); `rt_none` is `0`.\n\
             Returns a regex; free it with [rt_regex_destroy](regex.md#rt_regex_destroy).\n### rt_regex_new\n\
             ```c\nrt_regex_new();\n```\n"
        );
    }
}
