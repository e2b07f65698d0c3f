//! Files: all of a folder, their copies and their sums.

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// All files below a folder, in the order of their names, relative to it.
pub fn files_of(folder: &Path) -> Result<Vec<PathBuf>> {
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

/// A file's SHA-256, as `sha256sum` writes it.
pub fn sha256(file: &Path) -> Result<String> {
    let digest = Sha256::digest(fs::read(file).with_context(|| file.display().to_string())?);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
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
