//! Python for tests and measurements: the programs and libraries that we are held against.

use crate::workspace::{run, target};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A Python that has `packages` (`name==version`), in an environment of its own in the target folder, made at
/// the first use.
pub fn environment(name: &str, packages: &[&str]) -> Result<PathBuf> {
    let folder = target().join(name);
    fs::create_dir_all(target())?;
    let lock = fs::File::create(folder.with_extension("lock"))?;
    // Other programs may be making it.
    lock.lock()?;
    let python = folder.join("bin/python");
    let done = folder.join("packages.txt");
    if fs::read_to_string(&done).ok().as_deref() != Some(packages.join("\n").as_str()) {
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))
            .context("a Python environment (`cargo xtask setup`?)")?;
        run(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
        fs::write(&done, packages.join("\n"))?;
    }
    Ok(python)
}

/// A call of `script` that leaves nothing beside it, and does small arithmetic on one thread.
pub fn script(python: &Path, script: &Path) -> Command {
    let mut command = Command::new(python);
    command.arg(script).env("PYTHONDONTWRITEBYTECODE", "1");
    command.env("OMP_NUM_THREADS", "1").env("OPENBLAS_NUM_THREADS", "1");
    command
}
