//! Python for tests: the programs and libraries that we are held against.
#![allow(dead_code)]

pub mod gguf;

use std::{fs, path::Path, process::Command};
use xtask::python;

/// Packages that the scripts import. The versions are fixed so that a test never changes by itself.
pub const PACKAGES: &[&str] =
    &["numpy==2.4.6", "gguf==0.19.0", "tokenizers==0.23.3", "sentencepiece==0.2.3", "jinja2==3.1.6"];

/// Runs the command and returns what it printed; a panic with all of it where it fails.
pub fn run(command: &mut Command) -> String {
    let output =
        command.output().unwrap_or_else(|error| panic!("{command:?}: {error} (`cargo xtask setup`?)"));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{command:?}\n{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// Runs `tests/tools/<script>` with a folder of its own, and what it printed.
pub fn script(name: &str, arguments: &[&str]) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools").join(name);
    let python = python::environment("cuda-python", PACKAGES).unwrap();
    let output = run(python::script(&python, &path).arg(folder.path()).args(arguments));
    (folder, output)
}

/// Numbers as a script wrote them.
pub fn numbers<const N: usize, T>(path: impl AsRef<Path>, from: impl Fn([u8; N]) -> T) -> Vec<T> {
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.as_ref().display()));
    bytes.chunks_exact(N).map(|chunk| from(chunk.try_into().unwrap())).collect()
}

/// The mean of the squared differences, divided by the mean of the squared expectations.
pub fn normalised_error(actual: &[f32], expected: &[f64]) -> f64 {
    assert_eq!(actual.len(), expected.len());
    let difference: f64 = actual.iter().zip(expected).map(|(&a, e)| (f64::from(a) - e).powi(2)).sum();
    difference / expected.iter().map(|e| e * e).sum::<f64>()
}
