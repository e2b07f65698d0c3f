//! Calls through the Python binding, beside raw ctypes calls and Python's own expressions.

use anyhow::{Context, Result};
use bench::{nanoseconds, row, table};
use serde_json::Value;
use std::{path::Path, process::Command};
use xtask::{
    bindings,
    build::{Options, build},
    files::copy_folder,
    languages::make_python_extension,
    workspace::{root, stdout},
};

fn main() -> Result<()> {
    let built = build(&Options { release: true, ..Default::default() })?;
    bindings::stage()?;
    let binding = bindings::folder().join("python");
    // As a wheel has it, with its extension, and as it is elsewhere.
    let wheel = tempfile::tempdir()?;
    copy_folder(&binding.join("simple_native"), &wheel.path().join("simple_native"))?;
    make_python_extension(&binding, &wheel.path().join("simple_native"))?;
    table();
    rows("Python", wheel.path(), &built.shared)?;
    rows("Python without the extension", &binding, &built.shared)
}

fn rows(how: &str, modules: &Path, shared: &Path) -> Result<()> {
    let mut python = Command::new("python3");
    python.arg(root().join("bench/python/calls.py"));
    python.env("PYTHONPATH", modules).env("SIMPLE_NATIVE_LIBRARY", shared);
    for line in stdout(&mut python)?.lines() {
        let figures: Value = serde_json::from_str(line)?;
        let number = |name: &str| figures[name].as_f64().with_context(|| format!("no {name} in {line}"));
        let what = format!("{how}: {}", figures["what"].as_str().unwrap_or_default());
        let (ours, theirs) = (nanoseconds(number("ours")?, 1), nanoseconds(number("theirs")?, 1));
        row(&what, &ours, &theirs, number("ratio")?, &format!("at most {}", number("aim")?));
    }
    Ok(())
}
