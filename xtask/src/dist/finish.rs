//! Finishing the archive. A raw Rust archive defines tens of thousands of global symbols: beside a second Rust
//! archive it fails to link, or shares std with it by accident. Here every global that is not ours gets a
//! name of its own and hidden visibility, so that `rt_*` is all that a program sees. The members stay apart:
//! a program pays for what it calls.

use super::Names;
use crate::{
    abi::record::{SECTION, defined_symbols, each_member, globals},
    workspace::{run, stdout},
};
use anyhow::{Context, Result, bail};
use object::{BinaryFormat, ObjectSymbol, SymbolFlags, elf};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Begins the end of the names that symbols get which are not ours.
pub const MARK: &str = "$simple_native_";

/// Makes the finished archive `to` of the raw one `from`.
pub fn finish(from: &Path, to: &Path, version: &str, names: &Names) -> Result<()> {
    let work = tempfile::tempdir()?;
    let suffix = format!("{MARK}{}", version.replace(['.', '-', '+'], "_"));
    let (ours, foreign): (BTreeSet<String>, BTreeSet<String>) =
        defined_symbols(from)?.into_iter().partition(|name| names.seen(name).is_some());
    let ours: Vec<(&String, String)> =
        ours.iter().filter_map(|name| Some((name, names.seen(name)?))).collect();

    let renames = work.path().join("renames");
    let hidden = work.path().join("hidden");
    let renamed =
        ours.iter().filter(|(name, seen)| *name != seen).map(|(name, seen)| format!("{name} {seen}"));
    fs::write(&renames, lines(foreign.iter().map(|name| format!("{name} {name}{suffix}")).chain(renamed)))?;
    fs::write(&hidden, lines(foreign.iter().map(|name| format!("{name}{suffix}"))))?;

    // One pass renames, the second hides by the new names. Only ELF knows hidden symbols in an archive: elsewhere
    // the new names alone keep two Rust archives apart.
    let renamed = work.path().join("renamed.a");
    let mut first = objcopy()?;
    first.arg("--strip-debug").args(["--remove-section=.llvmbc", "--remove-section=.llvmcmd"]);
    let elf = is_elf(from)?;
    if elf {
        first.arg(format!("--remove-section={SECTION}"));
    } else {
        // COFF refers to the records, which no program keeps. What the objects tell a linker to export, a program that
        // is linked with them is not to.
        first.arg("--remove-section=.drectve");
    }
    first.arg(format!("--redefine-syms={}", renames.display())).args([from, &renamed]);
    run(&mut first)?;
    if elf {
        run(objcopy()?
            .arg(format!("--set-symbols-visibility={}=hidden", hidden.display()))
            .args([&renamed, &to.to_path_buf()]))?;
    } else {
        fs::copy(&renamed, to)?;
    }
    let visible = visible_symbols(to)?;
    if let Some(name) = visible.iter().find(|name| !ours.iter().any(|(_, seen)| seen == *name)) {
        bail!("{name} is still visible in {}", to.display());
    }
    Ok(())
}

fn is_elf(archive: &Path) -> Result<bool> {
    let mut elf = false;
    each_member(archive, |file| {
        elf |= file.format() == BinaryFormat::Elf;
        Ok(())
    })?;
    Ok(elf)
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.map(|item| item + "\n").collect()
}

/// The toolchain's own objcopy, with the library path that it wants.
pub fn objcopy() -> Result<Command> {
    let sysroot = PathBuf::from(stdout(Command::new("rustc").args(["--print", "sysroot"]))?.trim());
    let host = stdout(Command::new("rustc").args(["--print", "host-tuple"]))?;
    let program = sysroot.join("lib/rustlib").join(host.trim()).join("bin");
    let program = program.join(format!("rust-objcopy{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        bail!("{} is missing: the Rust toolchain should have brought it", program.display());
    }
    let mut command = Command::new(program);
    command.env("LD_LIBRARY_PATH", sysroot.join("lib"));
    Ok(command)
}

/// The global symbols that a program linked with the archive could see or collide with. Where nothing can be hidden, a
/// name that bears our mark collides with none.
pub fn visible_symbols(archive: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    each_member(archive, |file| {
        for symbol in globals(file) {
            let name = symbol.name().context("a symbol's name")?;
            let hidden = match symbol.flags() {
                SymbolFlags::Elf { st_other, .. } => st_other.visibility() == elf::STV_HIDDEN,
                _ => name.contains(MARK),
            };
            if !hidden {
                names.insert(name.to_owned());
            }
        }
        Ok(())
    })?;
    Ok(names)
}
