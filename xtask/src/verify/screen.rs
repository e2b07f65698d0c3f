//! A display of its own, and what a program shows on it.

use crate::workspace::run;
use anyhow::{Context, Result, ensure};
use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

/// A program that ends with this value.
struct Running(Child);

impl Running {
    /// Starts it and gives the first line that it says.
    fn start(command: &mut Command) -> Result<(Self, String)> {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let output = child.stdout.take().context("its output")?;
        let running = Self(child);
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        Ok((running, line.trim().to_owned()))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A display that ends with this value.
pub struct Screen {
    _server: Running,
    /// Its name, for `DISPLAY`.
    pub display: String,
}

impl Screen {
    pub fn start() -> Result<Self> {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]);
        let (server, number) = Running::start(&mut xvfb).context("Xvfb (`cargo xtask setup`)")?;
        Ok(Self { _server: server, display: format!(":{number}") })
    }

    /// Counts the pixels of this colour where `command` runs here and has said "shown".
    pub fn pixels(&self, command: &mut Command, colour: [u8; 3]) -> Result<usize> {
        let (_program, said) = Running::start(command.env("DISPLAY", &self.display))?;
        ensure!(said == "shown", "the program with a window said {said:?}");
        let mut import = Command::new("import");
        import.args(["-display", &self.display, "-window", "root", "-depth", "8", "rgb:-"]);
        let picture = run(&mut import)?.stdout;
        Ok(picture.as_chunks().0.iter().filter(|pixel| **pixel == colour).count())
    }
}
