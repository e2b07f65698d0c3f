//! The compilers and linkers that packages are linked with.

use super::unpacked::Unpacked;
use crate::workspace::{has_program, stdout};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

/// A C compiler, its C++ sister, and how each is told to use a linker.
pub const COMPILERS: &[(&str, &str)] = &[("gcc", "g++"), ("clang", "clang++")];

/// GNU ld, gold, lld and mold, by what `-fuse-ld` calls them.
const LINKERS: &[(&str, &str)] =
    &[("bfd", "ld.bfd"), ("gold", "ld.gold"), ("lld", "ld.lld"), ("mold", "mold")];

/// Fails where one is missing: what was not tried is not proven.
pub fn linkers() -> Result<Vec<&'static str>> {
    for (_, program) in LINKERS {
        ensure!(has_program(program), "{program} is missing (`cargo xtask setup`)");
    }
    for name in COMPILERS.iter().flat_map(|pair| [pair.0, pair.1]).chain(["cmake", "pkg-config"]) {
        ensure!(has_program(name), "{name} is missing (`cargo xtask setup`)");
    }
    Ok(LINKERS.iter().map(|linker| linker.0).collect())
}

/// The flag by which a compiler uses a linker. gcc knows mold from version 12 on; before that it takes a folder,
/// which comes with mold, where mold is called ld.
pub fn use_linker(compiler: &str, linker: &str) -> Result<String> {
    let gnu = compiler.starts_with('g');
    if linker != "mold" || !gnu || gcc_version(compiler)? >= 12 {
        return Ok(format!("-fuse-ld={linker}"));
    }
    let folders = ["/usr/libexec/mold", "/usr/lib/mold", "/usr/local/libexec/mold"].map(Path::new);
    let folder = folders.iter().find(|folder| folder.join("ld").exists());
    let folder =
        folder.with_context(|| format!("mold brought no folder for {compiler}, which is older than 12"))?;
    Ok(format!("-B{}", folder.display()))
}

fn gcc_version(compiler: &str) -> Result<u32> {
    let said = stdout(std::process::Command::new(compiler).arg("-dumpversion"))?;
    let major = said.trim().split('.').next().unwrap_or_default();
    major.parse().with_context(|| format!("{compiler} -dumpversion says {said:?}"))
}

/// Asks pkg-config, which finds the package alone.
pub fn pkg_config(package: &Unpacked, arguments: &[&str]) -> Result<Vec<String>> {
    let mut command = package.command("pkg-config");
    command.args(arguments).env("PKG_CONFIG_LIBDIR", package.root.join("lib/pkgconfig"));
    Ok(stdout(&mut command)?.split_whitespace().map(str::to_owned).collect())
}

/// The flags whose libraries the system also has as archives, for a program without shared objects.
pub fn static_flags(package: &Unpacked) -> Result<(Vec<String>, Vec<String>)> {
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    for flag in package.link_flags()? {
        let Some(name) = flag.strip_prefix("-l") else {
            kept.push(flag);
            continue;
        };
        let file = format!("lib{name}.a");
        let found = stdout(package.command("gcc").arg(format!("-print-file-name={file}")))?;
        // gcc gives the bare name back where it finds none.
        if PathBuf::from(found.trim()).is_absolute() {
            kept.push(flag)
        } else {
            dropped.push(name.to_owned())
        }
    }
    Ok((kept, dropped))
}
