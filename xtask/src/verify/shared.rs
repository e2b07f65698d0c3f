//! The shared object.

use super::{
    toolchains,
    unpacked::{Unpacked, source},
};
use crate::workspace::{run, stdout};
use anyhow::{Result, ensure};
use std::process::Command;

/// Output of `tests/c/packaged.c` and its sister in C++.
pub const PACKAGED: &str = "caught and gone on\n";

pub fn check(package: &Unpacked) -> Result<()> {
    let Some(shared) = package.shared() else {
        println!("shared object: this package has none");
        return Ok(());
    };
    let said = stdout(Command::new("readelf").arg("-dW").arg(&shared))?;
    let major = package.manifest.version.split('.').next().unwrap_or("0");
    let soname = format!("Library soname: [libsimple_native.so.{major}]");
    ensure!(said.contains(&soname), "not {soname}: {said}");

    let program = package.program("shared");
    let mut build = package.command("gcc");
    build.args(toolchains::pkg_config(package, &["--cflags", "simple_native-shared"])?);
    build.arg(source("packaged.c")).arg("-o").arg(&program);
    run(build.args(toolchains::pkg_config(package, &["--libs", "simple_native-shared"])?))?;
    let mut command = package.command(&program);
    let said = stdout(command.env("LD_LIBRARY_PATH", package.root.join("lib")))?;
    ensure!(said == PACKAGED, "the program with the shared object said {said:?}");
    println!("shared object: a program finds it by its SONAME");
    Ok(())
}
