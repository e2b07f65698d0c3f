//! A machine in qemu with Debian's kernel, for what needs real input devices: the pads' tests, with pads that
//! the kernel makes through uinput. Nothing in it needs KVM, and nothing is installed on this machine.

mod image;

use crate::workspace::{cargo, has_program, stdout};
use anyhow::{Context, Result, bail, ensure};
use cargo_metadata::Message;
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
};

const PASSED: &str = "machine: all passed";
/// Time limit of the machine, as `timeout` counts.
const LIMIT: &str = "300";

/// Runs the pads' tests in the machine.
pub fn test_pads() -> Result<()> {
    for program in ["qemu-system-x86_64", "busybox", "cpio", "apt-get", "dpkg-deb"] {
        ensure!(has_program(program), "{program} is missing: `cargo xtask setup` installs it on Debian");
    }
    let image = image::make(&test_program()?)?;
    let mut machine = Command::new("timeout")
        .args([LIMIT, "qemu-system-x86_64", "-accel", "tcg", "-cpu", "max", "-m", "512", "-smp", "1"])
        .args(["-nodefaults", "-display", "none", "-serial", "stdio", "-no-reboot"])
        .args(["-append", "console=ttyS0 quiet panic=-1"])
        .arg("-kernel")
        .arg(&image.kernel)
        .arg("-initrd")
        .arg(&image.files)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("qemu")?;
    let said = machine.stdout.take().context("its console")?;
    let mut passed = false;
    for line in BufReader::new(said).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).trim_end().to_owned();
        println!("{line}");
        passed |= line == PASSED;
    }
    let status = machine.wait()?;
    if !passed {
        bail!("not all passed in the machine, which ended with {status}");
    }
    Ok(())
}

/// The pads' test program, built.
fn test_program() -> Result<PathBuf> {
    let mut build = cargo();
    build.args(["test", "--package", "ffi_gamepad", "--test", "it", "--no-run"]);
    let said = stdout(build.args(["--message-format", "json"]).stderr(Stdio::inherit()))?;
    for message in Message::parse_stream(said.as_bytes()) {
        if let Message::CompilerArtifact(artifact) = message?
            && artifact.target.name == "it"
            && let Some(program) = artifact.executable
        {
            return Ok(program.into_std_path_buf());
        }
    }
    bail!("cargo named no test program")
}
