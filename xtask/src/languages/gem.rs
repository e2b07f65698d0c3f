//! A gem for one platform.

use super::native::Native;
use crate::{
    files::{copy, copy_folder},
    workspace::run,
};
use anyhow::{Context, Result};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

pub fn make(package: &Native, to: &Path) -> Result<PathBuf> {
    let work = tempfile::tempdir()?;
    let folder = work.path();
    copy_folder(&package.binding("ruby"), folder)?;
    copy(&package.shared()?, &folder.join("lib/simple_native/libsimple_native.so"))?;
    for licence in package.licences() {
        copy(&licence, &folder.join(licence.file_name().context("a licence's name")?))?;
    }
    let platform = format!("{}-linux", package.architecture);
    let file = to.join(format!("simple_native-{}-{platform}.gem", package.version()));
    let mut gem = Command::new("gem");
    gem.args(["build", "simple_native.gemspec", "--output"]).arg(std::path::absolute(&file)?);
    // The times of all files in it.
    run(gem
        .current_dir(folder)
        .env("SIMPLE_NATIVE_PLATFORM", platform)
        .env("SOURCE_DATE_EPOCH", "315619200"))?;
    Ok(file)
}
