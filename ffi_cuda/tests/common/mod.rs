//! Python for tests: the programs and libraries that we are held against.
#![allow(dead_code)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

/// What the scripts import. The versions are fixed so that a test never changes by itself.
const PACKAGES: &[&str] = &["numpy==2.4.6", "gguf==0.19.0", "tokenizers==0.23.3", "sentencepiece==0.2.3"];

/// A Python with the packages: in the target folder, made at the first use.
fn python() -> &'static Path {
    static PYTHON: OnceLock<PathBuf> = OnceLock::new();
    PYTHON.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cuda-python");
        let lock = fs::File::create(folder.with_extension("lock")).unwrap();
        // Other test programs may be making it.
        lock.lock().unwrap();
        let python = folder.join("bin/python");
        let done = folder.join("packages.txt");
        if fs::read_to_string(&done).ok().as_deref() != Some(PACKAGES.join("\n").as_str()) {
            run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder));
            run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES));
            fs::write(&done, PACKAGES.join("\n")).unwrap();
        }
        python
    })
}

/// What the command printed; a panic with all of it where it fails.
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
    // The arithmetic is small: more threads only get in each other's way.
    let output = run(Command::new(python())
        .arg(path)
        .arg(folder.path())
        .args(arguments)
        .env("OMP_NUM_THREADS", "1")
        .env("OPENBLAS_NUM_THREADS", "1")
        .env("PYTHONDONTWRITEBYTECODE", "1"));
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
