//! Native part of the languages' packages, and what all of them do.

use crate::{files::files_of, verify::Unpacked};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

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

/// Copies a folder's files into another.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in files_of(from)? {
        copy(&from.join(&file), &to.join(&file))?;
    }
    Ok(())
}

/// Copies a file, into a folder that is made for it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().context("a folder")?)?;
    fs::copy(from, to).with_context(|| format!("{} to {}", from.display(), to.display()))?;
    Ok(())
}
