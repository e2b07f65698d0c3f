//! Code for machines that this one is not, compiled as far as rustc looks through it: every library, without what is in C
//! and without a link, so that no compiler, no linker and no system of those machines is needed. What only compiles there
//! breaks unseen otherwise.

use crate::{
    dist::CORE,
    setup,
    targets::{self, Libraries, Target},
    workspace::{cargo, show, target},
};
use anyhow::Result;
use std::{fs, path::PathBuf, process::Command};

/// In the place of a C compiler, an archiver and CMake: it takes every question for a clang's and leaves every file
/// that is asked for, empty.
const STAND_IN: &str = r#"#!/bin/sh
for word in "$@"; do
    case "$word" in
    -E) echo clang; exit 0 ;;
    -[oO][uU][tT]:*) : > "${word#*:}" ;;
    *.a) : > "$word" ;;
    *) [ "$last" != -o ] || : > "$word" ;;
    esac
    last=$word
done
"#;

/// The machines whose code differs most from this one's: what every landing looks at.
pub const FARTHEST: [&str; 2] = ["x86_64-pc-windows-gnu", "aarch64-apple-darwin"];

/// Looks through the code for the machine of each name; tells of those whose standard library is not to be had.
pub fn check(triples: &[&str]) -> Result<()> {
    for triple in triples {
        let target = targets::find(triple)?;
        match setup::standard_library(target) {
            Ok(()) => show(&mut command(target)?)?,
            Err(reason) => println!("{} is not checked here: {reason:#}", target.triple),
        }
    }
    Ok(())
}

fn command(target: &Target) -> Result<Command> {
    let stand_in = stand_in()?;
    let mut cargo = cargo();
    cargo.args(["check", "--quiet", "--package", "simple_native", "--target", target.triple]);
    let core = matches!(target.libraries, Libraries::Core(_));
    if core {
        cargo.args(["--no-default-features", "--features", &CORE.join(",")]);
    } else {
        cargo.args(["--features", "full"]);
    }
    // What only this machine's code uses stands unused there.
    cargo.args(["--config", "build.rustflags=[\"--allow=warnings\"]"]);
    let name = target.triple.replace('-', "_");
    for tool in ["CC", "CXX", "AR"] {
        cargo.env(format!("{tool}_{name}"), &stand_in);
    }
    // CMake's generator of its own choice would be one of Microsoft's.
    cargo.env("CMAKE", &stand_in).env("CMAKE_GENERATOR", "Ninja").env("FFI_CUDA", "0");
    Ok(cargo)
}

fn stand_in() -> Result<PathBuf> {
    let path = target().join("elsewhere/compiler");
    fs::create_dir_all(target().join("elsewhere"))?;
    if fs::read_to_string(&path).ok().as_deref() != Some(STAND_IN) {
        fs::write(&path, STAND_IN)?;
    }
    #[cfg(unix)]
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_farthest_are_in_the_table() {
        assert!(FARTHEST.iter().all(|triple| targets::find(triple).is_ok()));
    }

    #[test]
    fn the_stand_in_leaves_what_is_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let stand_in = stand_in().unwrap();
        let run = |words: &[&str]| {
            crate::workspace::stdout(Command::new(&stand_in).args(words).current_dir(folder.path())).unwrap()
        };
        assert_eq!(run(&["-E", "family.c"]), "clang\n");
        assert_eq!(run(&["-O2", "-o", "x.o", "-c", "x.c"]), "");
        run(&["cq", "libx.a", "x.o"]);
        run(&["-out:x.lib", "x.o"]);
        assert!(["x.o", "libx.a", "x.lib"].iter().all(|name| folder.path().join(name).is_file()));
        assert!(!folder.path().join("x.c").exists());
    }
}
