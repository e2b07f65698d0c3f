//! `cargo xtask verify`: a package as a stranger meets it. It is unpacked in an empty folder and used with an empty
//! environment; nothing of this workspace but the small programs in `tests/` and `docs/examples` goes in.

mod contents;
mod elsewhere;
mod hosts;
mod modules;
mod neighbour;
mod report;
mod screen;
mod shared;
mod toolchains;
mod unpacked;

pub use report::Report;
pub use unpacked::Unpacked;

use anyhow::Result;
use std::path::Path;

/// Runs every check on the package; an error with all findings where one fails.
pub fn verify(package: &Path) -> Result<Report> {
    let unpacked = Unpacked::new(package)?;
    let target = unpacked.target()?;
    let tools = target.tools()?;
    contents::check(&unpacked)?;
    let report = if let Some(tools) = tools {
        elsewhere::check(&unpacked, target, tools)?
    } else if unpacked.manifest.prefix.is_some() || !unpacked.manifest.without.is_empty() {
        neighbour::check(&unpacked)?;
        Report::default()
    } else {
        let mut examples = Vec::new();
        if cfg!(target_os = "linux") {
            examples = hosts::check(&unpacked)?;
            shared::check(&unpacked)?;
        }
        hosts::cmake(&unpacked)?;
        Report { examples, run_by: target.run_by()?, ..Report::default() }
    };
    println!("{} is sound", package.display());
    Ok(report)
}
