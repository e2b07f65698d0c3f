//! Every program in the documentation is compiled and run, and says what its page says; every page is there.

use rigs::x11::Display;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tests::{archive, manifest, program::QUICK_LINKER};
use xtask::{
    bindings,
    cc::Program,
    docs,
    workspace::{root, stdout},
};

fn examples() -> Vec<PathBuf> {
    let folder = root().join("docs/examples");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "c" || end == "cpp"));
    files.sort();
    files
}

fn build(source: &Path, folder: &Path) -> PathBuf {
    let sources = [source.to_path_buf()];
    let output = folder.join(source.file_name().unwrap()).with_extension("");
    let modules = format!("-I{}", root().join("module_sdk/include").display());
    let mut program = Program::new(&sources, output).with(&[QUICK_LINKER, &modules]);
    if source.extension().is_some_and(|end| end == "cpp") {
        program.compiler = "c++";
        program.flags.retain(|flag| !flag.starts_with("-std="));
        bindings::stage().unwrap();
        let include = format!("-I{}", bindings::cpp_folder().display());
        program = program.with(&["-std=c++17", &include]);
    }
    program.link_static(archive()).unwrap()
}

#[test]
fn every_example_says_what_its_page_says() {
    let folder = tempfile::tempdir().unwrap();
    let display = Display::start();
    let mut run = 0;
    for source in examples() {
        let mut command = Command::new(build(&source, folder.path()));
        command.arg(root().join("cuda/model/parrot.gguf")).envs(display.variables());
        let said = stdout(&mut command).unwrap();
        let expected = docs::printed(&fs::read_to_string(&source).unwrap());
        assert_eq!(Some(said), expected, "{}", source.display());
        run += 1;
    }
    println!("{run} examples");
    // The boundary itself has no page of its own to run; each library has.
    for library in manifest().libraries.iter().filter(|library| library.name != "native") {
        let example = root().join(format!("docs/examples/{}.c", library.name));
        assert!(example.is_file(), "{} has no example", library.name);
    }
}

/// Code on a page that no test runs would rot: the guides show examples, and nothing that they spell out.
#[test]
fn guides_show_only_code_that_is_run() {
    let mut shown = BTreeSet::new();
    for entry in fs::read_dir(root().join("docs/src/guide")).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        for block in text.split("\n```").skip(1).step_by(2) {
            let (language, code) = block.split_once('\n').unwrap();
            let example =
                code.trim().strip_prefix("{{#include ../examples/").and_then(|rest| rest.strip_suffix("}}"));
            let example = example.unwrap_or_else(|| panic!("{}: {language} spelled out", path.display()));
            shown.insert(example.to_owned());
        }
    }
    // Those are built and asked in `module_toolchains.rs`.
    for entry in fs::read_dir(root().join("docs/examples/modules")).unwrap() {
        let name = format!("modules/{}", entry.unwrap().file_name().to_str().unwrap());
        assert!(shown.contains(&name), "no page shows {name}");
    }
    // Those are run where the languages' bindings are tested, in `bindings.rs`.
    for entry in fs::read_dir(root().join("docs/examples/bindings")).unwrap() {
        let name = format!("bindings/{}", entry.unwrap().file_name().to_str().unwrap());
        assert!(shown.contains(&name), "no page shows {name}");
    }
    let libraries: Vec<String> =
        manifest().libraries.iter().map(|library| format!("{}.c", library.name)).collect();
    for source in examples() {
        let name = source.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(shown.contains(&name) || libraries.contains(&name), "no page shows {name}");
    }
}

/// Each row of the page on patterns is tried.
#[test]
fn the_page_on_patterns_says_what_they_find() {
    bindings::stage().unwrap();
    let mut python = Command::new("python3");
    python.arg(tests::folder().join("bindings/syntax.py")).arg(root().join("docs/src/guide/regex.md"));
    python.env("PYTHONPATH", bindings::folder().join("python")).env("PYTHONDONTWRITEBYTECODE", "1");
    let said = stdout(python.env("SIMPLE_NATIVE_LIBRARY", &archive().shared)).unwrap();
    let rows: usize = said.split(' ').next().unwrap().parse().unwrap();
    assert!(rows >= 40, "{said}");
}

#[test]
fn the_site_has_every_function() {
    let site = docs::site().unwrap();
    for library in &manifest().libraries {
        let page = fs::read_to_string(site.join(format!("library/{}.html", library.name))).unwrap();
        for function in &library.functions {
            assert!(
                page.contains(&format!("id=\"{}\"", function.name)),
                "{} is not on its page",
                function.name
            );
        }
        assert!(!page.contains("{{#include"), "{}: an example that is not there", library.name);
    }
    for guide in [
        "index",
        "guide/link",
        "guide/ownership",
        "guide/errors",
        "guide/threads",
        "guide/inference",
        "guide/modules",
        "guide/adding",
        "guide/python",
    ] {
        assert!(site.join(format!("{guide}.html")).is_file(), "no page {guide}");
    }
}
