//! `cargo xtask index`: what a folder of packages holds, for build scripts that choose among them.

use crate::{dist::floor::newest_glibc, files::sha256, verify::Unpacked};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

const INDEX: &str = "packages.json";
const SUMS: &str = "SHA256SUMS";

/// Writes `packages.json`, an entry for each package, and `SHA256SUMS`, a line for every file; gives both paths.
pub fn write(folder: &Path) -> Result<[PathBuf; 2]> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|file| file.is_file() && ![INDEX, SUMS].iter().any(|own| file.ends_with(own)));
    files.sort();
    let packages: Vec<Value> = files
        .iter()
        .filter(|file| file.to_string_lossy().ends_with(".tar.xz"))
        .map(|file| entry(file).with_context(|| file.display().to_string()))
        .collect::<Result<_>>()?;
    ensure!(!packages.is_empty(), "{} holds no package", folder.display());
    let [index, sums] = [INDEX, SUMS].map(|name| folder.join(name));
    fs::write(&index, format!("{:#}\n", json!({ "name": "simple_native", "packages": packages })))?;
    files.push(index.clone());
    let lines: Vec<String> = files
        .iter()
        .map(|file| Ok(format!("{}  {}\n", sha256(file)?, file_name(file)?)))
        .collect::<Result<_>>()?;
    fs::write(&sums, lines.concat())?;
    Ok([index, sums])
}

fn entry(file: &Path) -> Result<Value> {
    let package = Unpacked::new(file)?;
    let manifest = &package.manifest;
    let target = package.target()?;
    let needs_glibc = package.shared().filter(|_| target.has_glibc());
    let glibc = needs_glibc.map(|shared| newest_glibc(&shared)).transpose()?;
    Ok(json!({
        "file": file_name(file)?,
        "version": manifest.version,
        "target": target.triple,
        "libraries": manifest.libraries.iter().map(|library| &library.name).collect::<Vec<_>>(),
        "prefix": package.prefix(),
        "without": manifest.without,
        "abi_revision": manifest.abi_revision,
        "abi_hash": manifest.abi_hash,
        "glibc": glibc.map(|(major, minor)| format!("{major}.{minor}")),
        "size": fs::metadata(file)?.len(),
        "sha256": sha256(file)?,
    }))
}

fn file_name(file: &Path) -> Result<String> {
    Ok(file.file_name().context("a name")?.to_string_lossy().into_owned())
}
