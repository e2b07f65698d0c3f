//! Calls through Node's binding, beside koffi and JavaScript's own expressions.

use anyhow::{Context, Result};
use bench::{nanoseconds, row, table};
use serde_json::Value;
use std::process::Command;
use xtask::{
    bindings,
    build::{Options, build},
    languages::make_node_addon,
    workspace::{root, run, stdout},
};

fn main() -> Result<()> {
    let built = build(&Options { release: true, ..Default::default() })?;
    bindings::stage()?;
    let binding = bindings::folder().join("node");
    let work = tempfile::tempdir()?;
    let packed = stdout(Command::new("npm").args(["pack", "--silent"]).arg(&binding).current_dir(&work))?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(work.path());
    run(npm.arg(work.path().join(packed.trim())).current_dir(&work))?;
    let modules = work.path().join("node_modules");
    make_node_addon(&binding, &modules.join("simple_native/lib/calls.node"))?;
    table();
    let mut node = Command::new("node");
    node.arg(root().join("bench/node/calls.js"));
    node.env("NODE_PATH", &modules).env("SIMPLE_NATIVE_LIBRARY", &built.shared);
    for line in stdout(&mut node)?.lines() {
        let figures: Value = serde_json::from_str(line)?;
        let number = |name: &str| figures[name].as_f64().with_context(|| format!("no {name} in {line}"));
        let what = format!("Node: {}", figures["what"].as_str().unwrap_or_default());
        let (ours, theirs) = (nanoseconds(number("ours")?, 1), nanoseconds(number("theirs")?, 1));
        row(&what, &ours, &theirs, number("ratio")?, &format!("at most {}", number("aim")?));
    }
    Ok(())
}
