//! Helpers that the tests share: the built archive, C programs against it, and ways to run them.

pub mod conformance;
pub mod hostile;
pub mod large_files;
pub mod modules;
pub mod npm;
pub mod program;
pub mod scarce;
pub mod schemas;
pub mod whole_registers;

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};
use xtask::{
    abi::{Manifest, files},
    build::{Built, Options, build},
    dist::Plan,
};

/// This package's folder.
pub fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A C source of ours.
pub fn source(name: &str) -> PathBuf {
    folder().join("c").join(name)
}

/// The archive as developers build it: with debug assertions and overflow checks.
pub fn archive() -> &'static Built {
    static ARCHIVE: OnceLock<Built> = OnceLock::new();
    ARCHIVE.get_or_init(|| build(&Options::default()).expect("the archive builds"))
}

/// The archive as it is shipped: every library, WebAssembly among them, and optimised.
pub fn shipped() -> &'static Built {
    static SHIPPED: OnceLock<Built> = OnceLock::new();
    let options = || Plan::full().expect("a target").options();
    SHIPPED.get_or_init(|| build(&options()).expect("the archive builds"))
}

/// The manifest of the developers' archive.
pub fn manifest() -> &'static Manifest {
    static MANIFEST: OnceLock<Manifest> = OnceLock::new();
    MANIFEST.get_or_init(|| files::manifest(&archive().archive).expect("the archive has its records"))
}
