//! Messages to modules, from C, beside direct calls of the same functions.

use anyhow::{Context, Result};
use bench::{median, nanoseconds, row, table};
use serde_json::Value;
use std::{collections::BTreeMap, path::Path, process::Command};
use xtask::{
    build::{Built, Options, build, include_folder},
    cc::LINK_FLAGS,
    dist::{Names, finish::finish},
    python,
    workspace::{root, run, stdout},
};

fn main() -> Result<()> {
    table();
    let folder = tempfile::tempdir()?;
    let program = compile(folder.path())?;
    let modules = ["libecho.so", "echo.wasm"].map(|name| folder.path().join(name));
    let text = stdout(Command::new(program).args(&modules))?;
    let mut turns: BTreeMap<&str, Vec<(f64, f64, usize)>> = BTreeMap::new();
    for line in text.lines() {
        let [name, ours, theirs, calls] = line.split(' ').collect::<Vec<_>>()[..] else { continue };
        turns.entry(name).or_default().push((ours.parse()?, theirs.parse()?, calls.parse()?));
    }
    for (size, name) in ["100 bytes", "100 KiB"].iter().zip(["0", "1"]) {
        for (what, kind) in [
            ("a message to a native module / its function called directly", "native"),
            ("the same with a time limit / directly", "timeout"),
            ("a message to a WebAssembly module / the native function called directly", "wasm"),
            ("`rt_regex_is_match_quick` by name through the module `native` / called directly", "builtin"),
        ] {
            let turns = turns.get(&*format!("{kind}_{name}")).context("a figure is missing")?;
            show(&format!("{what}, {size}"), turns);
        }
    }
    let small: Vec<f64> = turns["native_0"].iter().map(|turn| turn.2 as f64 / turn.0).collect();
    let rate = median(&mut small.clone());
    row(
        "small native messages in a second / 100,000 (higher is better)",
        &format!("{rate:.0}"),
        "100000",
        rate / 1e5,
        "at least 1",
    );
    beside_peers(folder.path())
}

/// WebAssembly modules from Python, beside wasmtime alone and extism.
fn beside_peers(folder: &Path) -> Result<()> {
    let source = root().join("bench/c/peer_module.c");
    for (name, flags) in
        [("peer", &[][..]), ("peer_large", &["-DFUNCTIONS"]), ("peer_extism", &["-DEXTISM", "-fno-builtin"])]
    {
        wasm(&source, &folder.join(name).with_extension("wasm"), flags)?;
    }
    let packages = ["wasmtime==50.0.1", "extism==1.1.1", "extism-sys==1.41.0"];
    let python = python::environment("wasm_peers", &packages)?;
    let mut script = python::script(&python, &root().join("bench/python/modules.py"));
    for line in stdout(script.arg(&archives()?.shared).arg(folder))?.lines() {
        let figures: Value = serde_json::from_str(line)?;
        let number = |name: &str| figures[name].as_f64().with_context(|| format!("no {name} in {line}"));
        let text = |name: &str| figures[name].as_str().unwrap_or_default();
        let (ours, theirs) = (microseconds(number("ours")?), microseconds(number("theirs")?));
        row(&format!("Python: {}", text("what")), &ours, &theirs, number("ratio")?, text("goal"));
    }
    Ok(())
}

fn microseconds(seconds: f64) -> String {
    format!("{:.1} µs", seconds * 1e6)
}

/// The archives that are shipped.
fn archives() -> Result<Built> {
    build(&Options { release: true, features: Some(vec!["full".to_owned()]), ..Default::default() })
}

fn sdk() -> String {
    format!("-I{}", root().join("module_sdk/include").display())
}

fn wasm(source: &Path, to: &Path, flags: &[&str]) -> Result<()> {
    let mut clang = Command::new("clang");
    clang.args(["--target=wasm32", "-nostdlib", "-O2", "-fvisibility=hidden"]);
    clang.args(["-Wl,--no-entry,--stack-first", &sdk()]).args(flags);
    run(clang.arg("-o").arg(to).arg(source)).map(drop)
}

fn show(what: &str, turns: &[(f64, f64, usize)]) {
    let of = |pick: fn(&(f64, f64, usize)) -> f64| median(&mut turns.iter().map(pick).collect::<Vec<_>>());
    let calls = turns[0].2;
    let (ours, theirs) = (of(|turn| turn.0), of(|turn| turn.1));
    row(what, &nanoseconds(ours, calls), &nanoseconds(theirs, calls), of(|turn| turn.0 / turn.1), "");
}

/// The measuring program, and the module beside it, native and as WebAssembly.
fn compile(folder: &Path) -> Result<std::path::PathBuf> {
    let built = archives()?;
    let archive = folder.join("libsimple_native.a");
    finish(&built.archive, &archive, "bench", &Names::default())?;
    let sdk = sdk();
    let source = root().join("bench/c/echo_module.c");
    let program = folder.join("module");
    let mut shared = Command::new("cc");
    run(shared.args(["-O2", "-shared", "-fPIC", &sdk, "-o"]).arg(folder.join("libecho.so")).arg(&source))?;
    wasm(&source, &folder.join("echo.wasm"), &[])?;
    let mut cc = Command::new("cc");
    cc.args(["-O2", &sdk, "-I"]).arg(include_folder()).arg("-o").arg(&program);
    cc.arg(root().join("bench/c/module.c")).arg(&source).arg(&archive);
    run(cc.args(LINK_FLAGS).args(&built.system_libraries))?;
    Ok(program)
}
