//! The modules of the tests, compiled for a package's machine.

use crate::{
    targets::{Cross, Target},
    workspace::{root, run},
};
use anyhow::{Context, Result};
use std::{fs, path::Path, process::Command};

/// Files of `tests/modules`, what is made of each, and macros for that.
const MODULES: &[(&str, &str, &[&str])] = &[
    ("hostile.c", "hostile", &[]),
    ("hostile.c", "no_version", &["-DWITHOUT_VERSION"]),
    ("hostile.c", "no_handle", &["-DWITHOUT_HANDLE"]),
    ("hostile.c", "next_version", &["-DNEXT_VERSION"]),
    ("hostile.c", "creates_null", &["-DCREATES_NULL"]),
    ("version.c", "version_1", &["-DVERSION=1"]),
    ("version.c", "version_2", &["-DVERSION=2"]),
    ("../../docs/examples/modules/asks.c", "asks", &[]),
    ("throws.cpp", "throws", &[]),
    ("panics.rs", "panics", &[]),
];

/// Makes what `tests/c/module_shared.c` loads, and what it is refused, in `to`.
pub fn build(target: &Target, tools: &Cross, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let end = if target.is_windows() { ".dll" } else { ".so" };
    for (file, name, defines) in MODULES {
        let source = root().join("tests/modules").join(file);
        let output = to.join(format!("{name}{end}"));
        let mut command = if file.ends_with(".rs") {
            let mut rustc = Command::new("rustc");
            rustc.args(["--edition", "2024", "-O", "--crate-type", "cdylib", "--target", target.triple]);
            rustc.args(tools.rust_flags).arg("-C").arg(format!("linker={}", tools.cc));
            rustc
        } else {
            let compiler =
                if file.ends_with(".cpp") { tools.cxx.context("a C++ compiler")? } else { tools.cc };
            let mut compiler = Command::new(compiler);
            compiler.args(["-O1", "-shared", "-pthread", "-I"]).arg(root().join("module_sdk/include"));
            // A DLL brings its compiler's libraries, which no Windows has.
            compiler.arg(if target.is_windows() { "-static" } else { "-fPIC" }).args(*defines);
            compiler
        };
        run(command.arg(source).arg("-o").arg(output))?;
    }
    fs::write(to.join(format!("text{end}")), "no library")?;
    Ok(fs::create_dir(to.join(format!("folder{end}")))?)
}
