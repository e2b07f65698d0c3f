//! `cargo xtask languages`: a package as each language's own installer takes it, with the shared object inside.

mod crates;
mod deb;
mod gem;
mod jar;
mod native;
mod npm;
mod rock;
mod wheel;
mod zipped;

use anyhow::Result;
use native::Native;
pub use npm::{headers as node_headers, make_addon as make_node_addon};
use std::{
    fs,
    path::{Path, PathBuf},
};
pub use wheel::make_extension as make_python_extension;

/// A language whose packages are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Language {
    /// A wheel, for pip; takes Python with its headers and a C compiler
    Python,
    /// A tarball, for npm; takes Node with its headers and a C compiler
    Node,
    /// A gem; takes Ruby
    Ruby,
    /// A rock, for LuaRocks with LuaJIT
    Luajit,
    /// Jars of classes with the native parts, of sources and of documentation, and a pom; takes a JDK and a C compiler
    Java,
    /// A crate that links with a package
    Rust,
    /// A Debian package with the development files
    C,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Python, Self::Node, Self::Ruby, Self::Luajit, Self::Java, Self::Rust, Self::C];
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
            Language::Luajit => vec![rock::make(&package, to)?],
            Language::Java => jar::make(&package, to)?,
            Language::Rust => vec![crates::make(&package, to)?],
            Language::C => vec![deb::make(&package, to)?],
        });
    }
    Ok(files)
}
