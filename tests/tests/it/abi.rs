//! Contract, exports, header, manifest and signatures say the same, and each edited alone is found out.

use std::{collections::BTreeSet, fs, process::Command};
use tests::{archive, manifest};
use xtask::{
    abi::{Function, Manifest, check, files, header, record, signatures},
    build::include_folder,
    cc::WARNINGS,
    workspace::run,
};

#[test]
fn generated_files_are_as_the_source_has_them() {
    for file in files::generate(manifest()).unwrap() {
        let committed = fs::read_to_string(&file.path).unwrap_or_default();
        assert!(committed == file.text, "{} is not what `cargo xtask abi` writes", file.path.display());
    }
}

#[test]
fn every_function_of_the_contract_is_there() {
    let contracts = files::contracts().unwrap();
    assert!(!contracts.is_empty());
    let differences: Vec<String> =
        contracts.iter().flat_map(|text| check::contract(text, manifest())).collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn no_export_bypasses_the_guard() {
    let symbols = record::defined_symbols(&archive().archive).unwrap();
    assert!(symbols.contains("rt_regex_new"));
    let findings = check::exports(&symbols, manifest());
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// The shared object exports what the archive defines, and nothing else of ours.
#[test]
fn the_shared_object_exports_the_same() {
    let output = run(Command::new("nm").args(["-D", "--defined-only"]).arg(&archive().shared)).unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let exported: BTreeSet<String> =
        text.lines().filter_map(|line| line.split_whitespace().nth(2).map(str::to_owned)).collect();
    let findings = check::exports(&exported, manifest());
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    // cxx names its own helpers so that no other version of it can clash; rustc exports them too.
    let foreign: Vec<_> =
        exported.iter().filter(|name| !name.starts_with("rt_") && !name.contains("cxxbridge1$")).collect();
    assert!(foreign.is_empty(), "also exported: {foreign:?}");
}

/// A copy of the manifest with one function changed.
fn edited(edit: impl FnOnce(&mut Manifest)) -> Manifest {
    let mut copy = manifest().clone();
    edit(&mut copy);
    copy
}

/// `rt_regex_find`, wherever it stands.
fn find_function(manifest: &mut Manifest) -> &mut Function {
    let mut functions = manifest.libraries.iter_mut().flat_map(|library| &mut library.functions);
    functions.find(|one| one.name == "rt_regex_find").unwrap()
}

#[test]
fn every_object_can_be_freed() {
    for one in manifest().libraries.iter().flat_map(|library| &library.objects) {
        assert!(one.release.is_some() || one.parent.is_some(), "nothing frees a {}", one.kind);
    }
}

#[test]
fn an_edit_in_one_place_alone_is_found() {
    let contract = "rt_regex_find(handle: i64, text: text) -> text\n";
    assert!(check::contract(contract, manifest()).is_empty());
    for wrong in [
        "rt_regex_find(handle: i64, text: text) -> i64",
        "rt_regex_find(handle: i64, string: text) -> text",
        "rt_regex_find(text: text, handle: i64) -> text",
        "rt_regex_find_it(handle: i64, text: text) -> text",
    ] {
        assert_eq!(check::contract(wrong, manifest()).len(), 1, "{wrong}");
    }

    let mut symbols = record::defined_symbols(&archive().archive).unwrap();
    symbols.insert("rt_regex_unguarded".into());
    assert_eq!(check::exports(&symbols, manifest()), ["rt_regex_unguarded is exported without the guard"]);
    symbols.remove("rt_regex_unguarded");
    symbols.remove("rt_regex_new");
    assert_eq!(check::exports(&symbols, manifest()), ["rt_regex_new has a record and no symbol"]);

    let other = edited(|copy| find_function(copy).params[1].r#type = "i64".into());
    let headers =
        |manifest| header::headers(manifest).into_iter().map(|header| header.text).collect::<String>();
    assert_ne!(headers(&other), headers(manifest()));
    assert_ne!(other.to_json().unwrap(), manifest().to_json().unwrap());
    let lines = (signatures::text(&other), signatures::text(manifest()));
    assert_ne!(lines.0, lines.1);
    assert_ne!(signatures::hash(&lines.0), signatures::hash(&lines.1));
}

/// Compiles `source` alone, without linking.
fn compiles(compiler: &str, standard: &str, extension: &str, source: &str) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("alone.{extension}"));
    fs::write(&path, source).unwrap();
    let mut command = Command::new(compiler);
    command.arg(format!("-std={standard}")).args(WARNINGS).arg("-I").arg(include_folder());
    let output = command.args(["-c", "-o", "/dev/null"]).arg(&path).output();
    output.unwrap_or_else(|error| panic!("{compiler}: {error} (`cargo xtask setup`?)")).status.success()
}

#[test]
fn the_text_of_each_function_begins_with_a_verb() {
    let verb =
        |text: &str| text.split([' ', ',']).next().is_some_and(|word| word.ends_with('s') && word != "As");
    let without: Vec<_> =
        manifest().functions().filter(|one| !verb(&one.summary)).map(|one| &one.name).collect();
    assert!(without.is_empty(), "begin with what they do: {without:?}");
}

#[test]
fn each_library_says_what_it_is() {
    for library in &manifest().libraries {
        assert!(!library.doc.trim().is_empty(), "{} has no text for its users", library.name);
    }
}

#[test]
fn each_header_compiles_alone_in_every_language() {
    let included = |path: &str| format!("#include \"{path}\"\n");
    let paths: Vec<String> = header::headers(manifest()).into_iter().map(|header| header.path).collect();
    let mut sources: Vec<String> = paths.iter().map(|path| included(path).repeat(2)).collect();
    sources.push(paths.iter().rev().map(|path| included(path)).collect());
    for (compiler, standards, extension) in [
        ("gcc", ["c11", "c17"].as_slice(), "c"),
        ("clang", &["c11", "c17"], "c"),
        ("g++", &["c++17"], "cpp"),
        ("clang++", &["c++17"], "cpp"),
    ] {
        for (standard, source) in
            standards.iter().flat_map(|standard| sources.iter().map(move |it| (standard, it)))
        {
            assert!(compiles(compiler, standard, extension, source), "{compiler} -std={standard}: {source}");
        }
    }
}

#[test]
fn the_header_declares_the_types_of_the_manifest() {
    let program = check::type_check_program(manifest());
    assert!(compiles("gcc", "c11", "c", &program));
    let wrong = edited(|copy| find_function(copy).params[0].r#type = "f64".into());
    assert!(!compiles("gcc", "c11", "c", &check::type_check_program(&wrong)));
}
