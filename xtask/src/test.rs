//! `cargo xtask test`: everything that has to pass.

use crate::{
    build, elsewhere, machine,
    setup::{self, Purpose},
    workspace::{cargo, show, target},
};
use anyhow::{Result, bail};
use std::{
    io::{BufRead, BufReader, Write, pipe, stdout},
    process::Command,
    time::{Duration, Instant},
};

/// A feature that is in no default: nobody would check it otherwise. The archives
/// that the tests build are apart from this.
const WASM: &str = "ffi_module/wasm";

/// Formatting, lints, all tests, and the handle tables under the model checker; with `full` the game pads on a
/// kernel of their own, too. Ends with a table of what took how long.
pub fn test(full: bool) -> Result<()> {
    let mut times = Times::default();
    let outcome = steps(full, &mut times);
    times.print();
    outcome
}

fn steps(full: bool, times: &mut Times) -> Result<()> {
    let plain = |words: &[&str]| {
        let mut command = cargo();
        command.args(words);
        command
    };
    times.step("what this machine lacks", || {
        setup::ensure(Purpose::Test)?;
        build::cuda_toolkit().map(drop)
    })?;
    times.step("formatting", || show(&mut plain(&["fmt", "--all", "--check"])))?;
    let lints =
        ["clippy", "--workspace", "--features", WASM, "--all-targets", "--quiet", "--", "-D", "warnings"];
    times.step("lints", || show(&mut plain(&lints)))?;
    times.tests(&mut plain(&["test", "--workspace", "--features", WASM, "--no-fail-fast"]))?;
    times.step("code for other machines", || elsewhere::check(&elsewhere::FARTHEST))?;
    let mut loom = plain(&["test", "--package", "ffi_core", "--test", "loom", "--release", "--quiet"]);
    loom.env("RUSTFLAGS", "--cfg loom").env("CARGO_TARGET_DIR", target().join("loom"));
    times.step("the handle tables, model-checked", || show(&mut loom))?;
    if full {
        times.step("game pads on a kernel of their own", machine::test_pads)?;
    }
    Ok(())
}

/// Times of the steps, in their order.
#[derive(Default)]
struct Times(Vec<(String, Duration)>);

impl Times {
    fn step(&mut self, name: &str, step: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("== {name}");
        let start = Instant::now();
        let outcome = step();
        self.0.push((name.to_owned(), start.elapsed()));
        outcome
    }

    /// Runs `cargo test`, shows what it prints, and takes the time of each program by the line that announces it.
    fn tests(&mut self, command: &mut Command) -> Result<()> {
        println!("== tests");
        let (output, input) = pipe()?;
        let mut child = command.stdout(input.try_clone()?).stderr(input).spawn()?;
        // Our own ends of the pipe would keep it open.
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        let mut start = Instant::now();
        let mut name = "tests: building".to_owned();
        let mut lines = BufReader::new(output);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            stdout().write_all(&line)?;
            if let Some(next) = announced(&String::from_utf8_lossy(&line)) {
                self.0.push((std::mem::replace(&mut name, next), start.elapsed()));
                start = Instant::now();
            }
            line.clear();
        }
        self.0.push((name, start.elapsed()));
        let status = child.wait()?;
        if !status.success() {
            bail!("tests failed: {status}");
        }
        Ok(())
    }

    fn print(&self) {
        println!("== what took how long");
        for (name, time) in self.0.iter().filter(|(_, time)| time.as_secs() > 0) {
            println!("{:>6} s  {name}", time.as_secs());
        }
        println!("{:>6} s  in all", self.0.iter().map(|(_, time)| time.as_secs()).sum::<u64>());
    }
}

/// The program or the documentation whose tests begin here: `Running tests/it/main.rs (target/debug/deps/it-…)`.
fn announced(line: &str) -> Option<String> {
    let line = line.trim();
    if let Some(documented) = line.strip_prefix("Doc-tests ") {
        return Some(format!("tests: documentation of {documented}"));
    }
    let (source, program) = line.strip_prefix("Running ")?.split_once(" (")?;
    let program = program.trim_end_matches(')').rsplit(['/', '\\']).next()?;
    let program = program.rsplit_once('-').map_or(program, |(name, _)| name);
    Some(format!("tests: {program}, {}", source.trim_start_matches("unittests ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_program_is_known_by_the_line_that_announces_it() {
        let line = "     Running unittests src/lib.rs (target/debug/deps/ffi_core-0123456789abcdef)\n";
        assert_eq!(announced(line).unwrap(), "tests: ffi_core, src/lib.rs");
        assert_eq!(announced("   Doc-tests ffi_core\n").unwrap(), "tests: documentation of ffi_core");
        assert_eq!(announced("Running out of memory"), None);
    }
}
