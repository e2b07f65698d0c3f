//! Calls through the Python binding, beside the raw ctypes calls that they make.

use anyhow::{Context, Result};
use bench::{nanoseconds, row, table};
use serde_json::Value;
use std::process::Command;
use xtask::{
    bindings,
    build::{Options, build},
    workspace::{root, stdout},
};

fn main() -> Result<()> {
    let built = build(&Options { release: true, ..Default::default() })?;
    bindings::stage()?;
    let mut python = Command::new("python3");
    python.arg(root().join("bench/python/calls.py"));
    python.env("PYTHONPATH", bindings::folder().join("python")).env("SIMPLE_NATIVE_LIBRARY", &built.shared);
    table();
    for line in stdout(&mut python)?.lines() {
        let figures: Value = serde_json::from_str(line)?;
        let number = |name: &str| figures[name].as_f64().with_context(|| format!("no {name} in {line}"));
        let what = format!("Python: {}", figures["what"].as_str().unwrap_or_default());
        let (ours, theirs) = (nanoseconds(number("ours")?, 1), nanoseconds(number("theirs")?, 1));
        row(&what, &ours, &theirs, number("ratio")?, "at most 1.3");
    }
    Ok(())
}
