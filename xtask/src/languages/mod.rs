//! `cargo xtask languages`: a package as each language's own installer takes it, with the shared object inside.

mod gem;
mod jar;
mod npm;
mod wheel;
mod zipped;

use crate::verify::Unpacked;
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// A wheel, for pip
    Python,
    /// A tarball, for npm
    Node,
    /// A gem; takes Ruby
    Ruby,
    /// Jars of classes with the native parts, of sources and of documentation, and a pom; takes a JDK and a C compiler
    Java,
}

/// Makes the files of these languages of a package that `dist` made, in the folder `to`; gives their paths.
pub fn packages(package: &Path, languages: &[Language], to: &Path) -> Result<Vec<PathBuf>> {
    let package = Native::new(package)?;
    fs::create_dir_all(to)?;
    let mut files = Vec::new();
    for language in languages {
        files.extend(match language {
            Language::Python => vec![wheel::make(&package, to)?],
            Language::Node => vec![npm::make(&package, to)?],
            Language::Ruby => vec![gem::make(&package, to)?],
            Language::Java => jar::make(&package, to)?,
        });
    }
    Ok(files)
}

/// What the languages' packages are made of.
struct Native {
    unpacked: Unpacked,
    /// The machine's architecture, as rustc calls it.
    architecture: String,
}

impl Native {
    fn new(package: &Path) -> Result<Self> {
        let unpacked = Unpacked::new(package)?;
        let triple = unpacked.triple()?;
        let architecture = triple.strip_suffix("-unknown-linux-gnu").with_context(|| {
            format!("languages' packages are made of packages for Linux with glibc, not {triple}")
        })?;
        Ok(Self { architecture: architecture.to_owned(), unpacked })
    }

    fn version(&self) -> &str {
        &self.unpacked.manifest.version
    }

    fn shared(&self) -> Result<PathBuf> {
        self.unpacked.shared().context("the package has no shared object")
    }

    /// A language's folder of the package.
    fn binding(&self, language: &str) -> PathBuf {
        self.unpacked.root.join("bindings").join(language)
    }

    /// The texts of licences.
    fn licences(&self) -> Vec<PathBuf> {
        let folder = self.unpacked.root.join("share/doc/simple_native");
        ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.txt"].map(|name| folder.join(name)).to_vec()
    }
}

/// All files below a folder, in the order of their names, relative to it.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).with_context(|| next.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() { open.push(path) } else { found.push(path.strip_prefix(folder)?.to_path_buf()) }
        }
    }
    found.sort();
    Ok(found)
}

/// Copies a folder's files into another.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for file in files_of(from)? {
        copy(&from.join(&file), &to.join(&file))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().context("a folder")?)?;
    fs::copy(from, to).with_context(|| format!("{} to {}", from.display(), to.display()))?;
    Ok(())
}
