//! The shared objects of the word interface: `libspl_<library>.so`, small ones over the one shared object.

use crate::workspace::run;
use anyhow::Result;
use std::{path::Path, process::Command};

/// Compiles one for each of these libraries from the sources in `from`, into the folder `to`. Each finds the shared object
/// in the folder above its own, or where `SIMPLE_NATIVE_LIBRARY` says.
pub fn build<'a>(from: &Path, libraries: impl Iterator<Item = &'a str>, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for library in libraries {
        let mut cc = Command::new("cc");
        cc.args(["-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-fPIC", "-shared", "-s"]);
        cc.arg("-o").arg(to.join(format!("libspl_{library}.so"))).arg(from.join(format!("spl_{library}.c")));
        if library == "native" {
            cc.arg(from.join("memory.c"));
        }
        run(cc.arg("-ldl"))?;
    }
    Ok(())
}
