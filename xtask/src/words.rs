//! The shared objects of the word interface: `libspl_<library>.so`, small ones over the one shared object.

use crate::dist::floor;
use anyhow::Result;
use std::path::Path;

/// Compiles one for each of these libraries from the sources in `from`, into the folder `to`. Each finds the shared object
/// in the folder above its own, or where `SIMPLE_NATIVE_LIBRARY` says.
pub fn build<'a>(from: &Path, libraries: impl Iterator<Item = &'a str>, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for library in libraries {
        let mut sources = vec![from.join(format!("spl_{library}.c"))];
        if library == "native" {
            sources.push(from.join("memory.c"));
        }
        let flags = ["-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror"];
        floor::compile(&flags, &sources, &["-ldl".into()], &to.join(format!("libspl_{library}.so")))?;
    }
    Ok(())
}
