//! The crate that declares the functions and links them from a package, as registries take it.

use super::native::Native;
use crate::{
    files::{copy, copy_folder},
    workspace::{cargo, run},
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

pub fn make(package: &Native, to: &Path) -> Result<PathBuf> {
    let work = tempfile::tempdir()?;
    let folder = work.path().join("crate");
    copy_folder(&package.unpacked.root.join("share/simple_native/rust"), &folder)?;
    for licence in package.licences() {
        copy(&licence, &folder.join(licence.file_name().context("a licence's name")?))?;
    }
    let mut cargo = cargo();
    cargo.args(["package", "--quiet", "--no-verify", "--allow-dirty", "--offline", "--target-dir"]);
    run(cargo.arg(work.path().join("target")).current_dir(&folder))?;
    let name = format!("simple-native-sys-{}.crate", package.version());
    let file = to.join(&name);
    fs::copy(work.path().join("target/package").join(name), &file)?;
    Ok(file)
}
