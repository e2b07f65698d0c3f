//! `cargo xtask verify`: a package as a stranger meets it. It is unpacked in an empty folder and used with an empty
//! environment; nothing of this workspace but the small programs in `tests/` and `docs/examples` goes in.

mod contents;
mod hosts;
mod neighbour;
mod shared;
mod toolchains;
mod unpacked;

pub use contents::newest_glibc;
pub use unpacked::Unpacked;

use anyhow::Result;
use std::path::Path;

/// Runs every check on the package; an error with all findings where one fails.
pub fn verify(package: &Path) -> Result<()> {
    let unpacked = Unpacked::new(package)?;
    contents::check(&unpacked)?;
    if unpacked.manifest.prefix.is_some() || !unpacked.manifest.without.is_empty() {
        neighbour::check(&unpacked)?;
        println!("{} is sound", package.display());
        return Ok(());
    }
    if cfg!(target_os = "linux") {
        hosts::check(&unpacked)?;
        shared::check(&unpacked)?;
    }
    hosts::cmake(&unpacked)?;
    println!("{} is sound", package.display());
    Ok(())
}
