//! Compiling C programs against the archive.

pub use crate::targets::{GC_SECTIONS, GNU as LINK_FLAGS};
use crate::{
    build::{Built, include_folder},
    workspace::run,
};
use anyhow::{Context, Result};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// The warnings that every C file of ours, and the header, is clean under.
pub const WARNINGS: &[&str] = &["-Wall", "-Wextra", "-Wpedantic", "-Werror"];
/// AddressSanitizer and UndefinedBehaviorSanitizer, ending the program at the first finding.
pub const SANITIZERS: &[&str] =
    &["-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer", "-g"];

/// A C program to build.
pub struct Program<'a> {
    /// The compiler driver.
    pub compiler: &'a str,
    /// The program's sources.
    pub sources: &'a [PathBuf],
    /// Flags before the sources.
    pub flags: Vec<String>,
    /// The path of the program.
    pub output: PathBuf,
}

impl<'a> Program<'a> {
    /// A C11 program without optimisation or sanitizers.
    pub fn new(sources: &'a [PathBuf], output: impl Into<PathBuf>) -> Self {
        let flags = WARNINGS.iter().chain(&["-std=gnu11", "-g"]).map(|&flag| flag.to_owned()).collect();
        Self { compiler: "cc", sources, flags, output: output.into() }
    }

    /// This program with more flags.
    pub fn with(mut self, flags: &[&str]) -> Self {
        self.flags.extend(flags.iter().map(|&flag| flag.to_owned()));
        self
    }

    /// Compiles and links against the static archive.
    pub fn link_static(self, built: &Built) -> Result<PathBuf> {
        let mut command = self.command();
        command.arg(&built.archive).args(LINK_FLAGS).args(&built.system_libraries);
        run(&mut command)?;
        Ok(self.output)
    }

    /// Compiles and links against the shared object, found where it lies.
    pub fn link_shared(self, built: &Built) -> Result<PathBuf> {
        let folder = built.shared.parent().unwrap_or(Path::new("."));
        let mut command = self.command();
        command.arg(&built.shared).arg(format!("-Wl,-rpath,{}", folder.display())).arg("-pthread");
        run(&mut command)?;
        Ok(self.output)
    }

    /// Compiles and links against the archive of an unpacked package, by what the package says of itself.
    pub fn link_packaged(self, package: &Path) -> Result<PathBuf> {
        let flags = package.join("share/simple_native/link-flags.txt");
        let flags = std::fs::read_to_string(&flags).with_context(|| flags.display().to_string())?;
        let mut command = self.command_with(&package.join("include"));
        run(command.arg(package.join("lib/libsimple_native.a")).args(flags.split_whitespace()))?;
        Ok(self.output)
    }

    fn command(&self) -> Command {
        self.command_with(&include_folder())
    }

    fn command_with(&self, include: &Path) -> Command {
        let mut command = Command::new(self.compiler);
        command
            .args(&self.flags)
            .arg("-I")
            .arg(include)
            .args(self.sources)
            .arg("-pthread")
            .arg("-o")
            .arg(&self.output);
        command
    }
}
