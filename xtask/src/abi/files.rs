//! The generated files: where they lie and what belongs in them.

use super::{Manifest, builder, header, readme, record, rust, signatures};
use crate::{
    build::{self, include_folder},
    workspace::root,
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Rust's declarations, in the workspace.
pub const DECLARATIONS: &str = "simple_native_sys/src/declarations.rs";

/// A generated file and what belongs in it.
pub struct Generated {
    /// The file's path.
    pub path: PathBuf,
    /// The file's contents.
    pub text: String,
}

impl Generated {
    /// Writes the file where its contents differ; tells whether it wrote.
    pub fn write_where_changed(&self) -> Result<bool> {
        if fs::read_to_string(&self.path).ok().as_ref() == Some(&self.text) {
            return Ok(false);
        }
        write(&self.path, &self.text)?;
        Ok(true)
    }
}

/// The version that every crate of the workspace has.
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The manifest of a compiled archive.
pub fn manifest(archive: &Path) -> Result<Manifest> {
    let names: Vec<String> = contracts()?
        .iter()
        .flat_map(|text| super::check::contract_lines(text))
        .filter_map(|line| line.split('(').next().map(str::to_owned))
        .collect();
    let committed = fs::read_to_string(root().join("simple_native/abi/signatures.txt")).unwrap_or_default();
    builder::manifest(&record::records(archive)?, &names, version(), &committed)
}

/// The contract files' texts, in the order of their names.
pub fn contracts() -> Result<Vec<String>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join("abi/contract"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).with_context(|| path.display().to_string())).collect()
}

/// Every generated file that git holds, from the manifest.
pub fn generate(manifest: &Manifest) -> Result<Vec<Generated>> {
    let folder = root().join("simple_native");
    let mut files = headers(manifest, &include_folder());
    files.push(Generated { path: root().join(DECLARATIONS), text: rust::text(manifest) });
    files.push(Generated { path: folder.join("simple_native.json"), text: manifest.to_json()? });
    files.push(Generated { path: folder.join("abi/signatures.txt"), text: signatures::text(manifest) });
    let path = root().join("README.md");
    let old = fs::read_to_string(&path).context("README.md")?;
    files.push(Generated { text: readme::text(&old, manifest)?, path });
    Ok(files)
}

/// The C headers, for a folder of includes.
pub fn headers(manifest: &Manifest, folder: &Path) -> Vec<Generated> {
    let headers = header::headers(manifest).into_iter();
    headers.map(|header| Generated { path: folder.join(header.path), text: header.text }).collect()
}

/// `cargo xtask abi`: builds the archive and writes what changed. The archive's own hash and manifest follow with its
/// next build.
pub fn regenerate() -> Result<Vec<PathBuf>> {
    let mut changed = Vec::new();
    let built = build::build(&build::Options::default())?;
    for file in generate(&manifest(&built.archive)?)? {
        if file.write_where_changed()? {
            changed.push(file.path);
        }
    }
    Ok(changed)
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Whoever reads meanwhile gets the one or the other.
    let new = path.with_added_extension(format!("{}.new", std::process::id()));
    fs::write(&new, text).with_context(|| new.display().to_string())?;
    fs::rename(&new, path).with_context(|| path.display().to_string())
}
