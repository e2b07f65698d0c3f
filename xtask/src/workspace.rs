//! Folders of the workspace, and running of programs.

use anyhow::{Context, Result, bail};
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The workspace's root folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The cargo that runs us, without what it told us of our own package: build scripts look at the same variables
/// (ring's does), so that each program that builds the archive would have it built anew.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let of_our_package =
        ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_", "OUT_DIR"];
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| of_our_package.iter().any(|start| name.starts_with(start))) {
            cargo.env_remove(&name);
        }
    }
    cargo.current_dir(root());
    cargo
}

/// Runs `command`; an error with all it printed where it fails.
pub fn run(command: &mut Command) -> Result<Output> {
    let output = command.output().with_context(|| format!("could not start {command:?}"))?;
    if !output.status.success() {
        bail!(
            "{command:?} ended with {}\n{}{}",
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(output)
}

/// Runs `command` and returns its standard output; an error where it fails.
pub fn stdout(command: &mut Command) -> Result<String> {
    Ok(String::from_utf8(run(command)?.stdout)?)
}

/// Runs `command` with our own standard streams.
pub fn show(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {command:?}"))?;
    if !status.success() {
        bail!("{command:?} ended with {status}");
    }
    Ok(())
}

/// Files that git tracks under `folder`, and new ones there that it does not ignore, relative to the root.
pub fn sources(folder: &str) -> Result<Vec<PathBuf>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder])
        .current_dir(root());
    let list = stdout(&mut git)?;
    let files = list.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from);
    Ok(files.filter(|file| root().join(file).is_file()).collect())
}

/// True where a program of this name is on the path.
pub fn has_program(name: &str) -> bool {
    on_path(name).is_some()
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// GNU tar. macOS and Windows have another one of their own; Windows would look for its own before the path, and a
/// drive's colon is a machine's name to GNU's.
pub fn tar() -> Command {
    if cfg!(target_os = "macos") {
        return Command::new("gtar");
    }
    if !cfg!(windows) {
        return Command::new("tar");
    }
    let mut tar = Command::new(on_path("tar.exe").unwrap_or_else(|| "tar".into()));
    tar.arg("--force-local");
    tar
}
