//! Native part of the languages' packages, and what all of them do.

use crate::{dist::floor, verify::Unpacked};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Native part of the languages' packages.
pub struct Native {
    /// The package.
    pub unpacked: Unpacked,
    /// The machine's architecture, as rustc calls it.
    pub architecture: String,
}

impl Native {
    /// Unpacks a package.
    pub fn new(package: &Path) -> Result<Self> {
        let unpacked = Unpacked::new(package)?;
        let triple = unpacked.triple()?;
        let architecture = triple.strip_suffix("-unknown-linux-gnu").with_context(|| {
            format!("languages' packages are made of packages for Linux with glibc, not {triple}")
        })?;
        Ok(Self { architecture: architecture.to_owned(), unpacked })
    }

    /// The package's version.
    pub fn version(&self) -> &str {
        &self.unpacked.manifest.version
    }

    /// The shared object.
    pub fn shared(&self) -> Result<PathBuf> {
        self.unpacked.shared().context("the package has no shared object")
    }

    /// A language's folder of the package.
    pub fn binding(&self, language: &str) -> PathBuf {
        self.unpacked.root.join("bindings").join(language)
    }

    /// The texts of licences.
    pub fn licences(&self) -> Vec<PathBuf> {
        let folder = self.unpacked.root.join("share/doc/simple_native");
        ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.txt"].map(|name| folder.join(name)).to_vec()
    }
}

/// Compiles a shared object of these files in C, which finds its headers in these folders, linked with `with`.
pub fn compile(sources: &[PathBuf], headers: &[PathBuf], with: &[PathBuf], shared: &Path) -> Result<()> {
    let folders: Vec<String> = headers.iter().map(|folder| format!("-I{}", folder.display())).collect();
    let flags: Vec<&str> =
        ["-std=c11", "-O2"].into_iter().chain(folders.iter().map(String::as_str)).collect();
    floor::compile(&flags, sources, with, shared)
}
