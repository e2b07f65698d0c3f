//! `cargo xtask test`: everything that has to pass.

use crate::{
    machine,
    workspace::{cargo, show, target},
};
use anyhow::Result;
use std::time::Instant;

/// Formatting, lints, all tests, and the handle tables under the model checker; with `full` the game pads on a
/// kernel of their own, too.
pub fn test(full: bool) -> Result<()> {
    step("formatting", &["fmt", "--all", "--check"], &[])?;
    step("lints", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"], &[])?;
    step("tests", &["test", "--workspace", "--no-fail-fast"], &[])?;
    let folder = target().join("loom").to_string_lossy().into_owned();
    step(
        "the handle tables, model-checked",
        &["test", "--package", "ffi_core", "--test", "loom", "--release", "--quiet"],
        &[("RUSTFLAGS", "--cfg loom"), ("CARGO_TARGET_DIR", &folder)],
    )?;
    if full {
        println!("== game pads on a kernel of their own");
        machine::test_pads()?;
    }
    Ok(())
}

fn step(name: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Result<()> {
    println!("== {name}: cargo {}", arguments.join(" "));
    let start = Instant::now();
    show(cargo().args(arguments).envs(environment.iter().copied()))?;
    println!("== {name}: passed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}
