//! Reading of the environment: by `ffi_core::environment` alone, which tells a stranger's from one's own.

use std::{fs, path::Path};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
const READERS: [&str; 5] = ["env::var(", "env::var_os(", "env::vars(", "env::vars_os(", "getenv("];

/// The sources below a folder, tests left out.
fn sources(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder:?}: {error}")) {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "tests") {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs" || extension == "c")
            && path.file_name().is_some_and(|name| name != "tests.rs")
        {
            found.push(path);
        }
    }
}

#[test]
fn no_library_reads_the_environment_by_itself() {
    let mut found = Vec::new();
    for entry in fs::read_dir(ROOT).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("ffi_") || name == "plugin_host" || name == "simple_native" {
            sources(&path.join("src"), &mut found);
        }
    }
    assert!(found.len() > 100);
    let mut readers = Vec::new();
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]\nmod ").next().unwrap();
        let code = code.split("mod tests {").next().unwrap();
        if READERS.iter().any(|reader| code.contains(reader)) {
            readers.push(path.strip_prefix(ROOT).unwrap().display().to_string());
        }
    }
    assert_eq!(readers, ["ffi_core/src/environment.rs"]);
}
