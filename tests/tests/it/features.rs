//! A library left out of a build has no symbols in it, and the manifest of that build says so.

use std::{collections::BTreeSet, process::Command};
use tests::{folder, manifest};
use xtask::{
    abi::{check, files, record},
    build::{Built, Options, build},
    workspace::{run, target},
};

fn build_with(features: &[&str]) -> Built {
    let features = Some(features.iter().map(|&name| name.to_owned()).collect());
    build(&Options { features, target: Some(target().join("features")), ..Default::default() }).unwrap()
}

/// The libraries of an archive, by its records, its symbols and its own manifest.
fn libraries(built: &Built) -> Vec<String> {
    let inside = files::manifest(&built.archive).unwrap();
    let symbols = record::defined_symbols(&built.archive).unwrap();
    assert_eq!(check::exports(&symbols, &inside), Vec::<String>::new());
    let names: Vec<String> = inside.libraries.iter().map(|library| library.name.clone()).collect();

    let mut python = Command::new("python3");
    python.arg(folder().join("python/print_manifest.py")).arg(&built.shared);
    let said = String::from_utf8(run(&mut python).unwrap().stdout).unwrap();
    assert_eq!(said.split_whitespace().collect::<BTreeSet<_>>(), names.iter().map(String::as_str).collect());
    names
}

#[test]
fn a_build_holds_what_its_features_say() {
    assert_eq!(libraries(&build_with(&[])), ["native"]);
    assert_eq!(libraries(&build_with(&["regex"])), ["native", "regex"]);
    assert!(manifest().libraries.len() >= 2);
}
