//! A cargo build as a person watches it: cargo's own bar on a terminal, a line every ten seconds elsewhere, and ten
//! lines where it fails. All that was printed goes to a log.

use crate::workspace::target;
use anyhow::{Context, Result, bail};
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, IsTerminal, Read, Write, stderr},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const BETWEEN_LINES: Duration = Duration::from_secs(10);

/// Debian's package for what a build script did not find, by a word of its complaint.
const BROUGHT_BY: &[(&str, &str)] = &[
    ("pkg-config command could not be found", "pkg-config"),
    ("linker `cc` not found", "gcc and libc6-dev"),
    ("c++\"", "g++"),
    ("is `cc` installed", "gcc and libc6-dev"),
];

/// Runs a cargo build and gives what it printed on standard error.
pub fn watched(cargo: &mut Command) -> Result<String> {
    let terminal = stderr().is_terminal();
    // The bar is drawn into a pipe too where its width is given: it tells the count of crates.
    cargo.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "80");
    cargo.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = cargo.spawn().context("could not start cargo")?;
    let mut lines = BufReader::new(child.stderr.take().context("cargo's standard error")?);
    let (mut all, mut line) = (String::new(), Vec::new());
    let (mut told, mut pace) = (Instant::now(), Pace::default());
    loop {
        line.clear();
        // A bar ends with a carriage return, and a line with a newline.
        if read_piece(&mut lines, &mut line)? == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&line).into_owned();
        match bar(&text).map(|state| pace.tell(&state, Instant::now())) {
            Some(state) if terminal => eprint!("\r\x1b[2K{state}"),
            Some(state) if told.elapsed() >= BETWEEN_LINES => {
                told = Instant::now();
                eprintln!("{state}");
            }
            Some(_) => {}
            None => all.push_str(&text),
        }
    }
    if terminal {
        eprint!("\r\x1b[2K");
    }
    let _ = stderr().flush();
    if !child.wait()?.success() {
        bail!(failure(&all)?);
    }
    Ok(all)
}

fn read_piece(from: &mut impl BufRead, into: &mut Vec<u8>) -> Result<usize> {
    for byte in from.by_ref().bytes() {
        let byte = byte?;
        into.push(byte);
        if byte == b'\n' || byte == b'\r' {
            break;
        }
    }
    Ok(into.len())
}

/// How far a build is.
#[derive(Debug, PartialEq, Eq)]
struct State {
    done: u32,
    all: u32,
    /// A crate that is being built.
    name: String,
}

/// How fast crates are built: what is left is expected to go on like that.
#[derive(Default)]
struct Pace {
    /// When this build was first heard of, and how many crates were done then.
    began: Option<(Instant, u32)>,
}

impl Pace {
    /// `312 of 529 crates, ffi_http, some 3 minutes left`; no time while there is little to tell by.
    fn tell(&mut self, state: &State, now: Instant) -> String {
        let (began, before) = *self.began.get_or_insert((now, state.done));
        let said = format!("{} of {} crates, {}", state.done, state.all, state.name);
        let (passed, done) = (now - began, state.done.saturating_sub(before));
        if passed < BETWEEN_LINES || done == 0 {
            return said;
        }
        let left = passed * state.all.saturating_sub(state.done) / done;
        match left.as_secs() {
            0..60 => said + ", less than a minute left",
            60..120 => said + ", some 2 minutes left",
            seconds => format!("{said}, some {} minutes left", seconds.div_ceil(60)),
        }
    }
}

/// From `Building [=====>     ] 312/529: ffi_http, ring`.
fn bar(piece: &str) -> Option<State> {
    let (count, names) = piece.split_once("Building [")?.1.split_once("] ")?.1.split_once(':')?;
    let (done, all) = count.trim().split_once('/')?;
    let name = names.split(',').next().unwrap_or_default().trim_matches(|c: char| c.is_control() || c == ' ');
    Some(State { done: done.parse().ok()?, all: all.parse().ok()?, name: name.to_owned() })
}

/// Tells in ten lines what failed, which package brings what it lacked, and where the log is.
fn failure(all: &str) -> Result<String> {
    let log = target().join("build.log");
    fs::create_dir_all(target())?;
    File::create(&log)?.write_all(all.as_bytes())?;
    let mut lines: Vec<&str> = Vec::new();
    let kept = ["error", "  --> ", "  process didn't exit", "  pkg-config exited", "  The system library"];
    for line in all.lines().filter(|line| kept.iter().any(|start| line.starts_with(start))) {
        if lines.len() < 7 && !lines.contains(&line) {
            lines.push(line);
        }
    }
    if lines.is_empty() {
        lines = all.lines().rev().take(5).collect();
        lines.reverse();
    }
    let mut text = String::from("the build failed\n");
    for line in lines {
        text.extend(line.chars().take(160));
        text.push('\n');
    }
    if let Some((_, package)) = BROUGHT_BY.iter().find(|(word, _)| all.contains(word)) {
        text.push_str(&format!("what it lacks comes with the package {package}: `cargo xtask setup`\n"));
    }
    Ok(text + &format!("all of it is in {}", log.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_tells_how_far_the_build_is() {
        let piece = "    Building [===>      ] 312/529: ffi_http, ring(build)\r";
        assert_eq!(bar(piece).unwrap(), State { done: 312, all: 529, name: "ffi_http".into() });
        assert_eq!(bar("   Compiling ring v0.17.14\n"), None);
    }

    #[test]
    fn the_time_that_is_left_is_told_by_the_count_of_crates() {
        let (start, mut pace) = (Instant::now(), Pace::default());
        let mut after = |seconds: u64, done: u32| {
            let state = State { done, all: 500, name: "ring".into() };
            pace.tell(&state, start + Duration::from_secs(seconds))
        };
        // A hundred were there before, which tells nothing of the pace.
        assert_eq!(after(0, 100), "100 of 500 crates, ring");
        assert_eq!(after(20, 100), "100 of 500 crates, ring");
        assert_eq!(after(100, 200), "200 of 500 crates, ring, some 5 minutes left");
        assert_eq!(after(300, 400), "400 of 500 crates, ring, some 2 minutes left");
        assert_eq!(after(390, 490), "490 of 500 crates, ring, less than a minute left");
    }

    #[test]
    fn a_failure_takes_ten_lines_and_names_the_package() {
        let complaint = "error: linker `cc` not found\n  |\n  = note: No such file or directory (os error 2)\n\n\
                         error: could not compile `libc` (build script) due to 1 previous error\n";
        let said =
            failure(&(complaint.to_owned() + &"  cargo::rerun-if-env-changed=X\n".repeat(80))).unwrap();
        assert!(said.lines().count() <= 10, "{said}");
        assert!(
            said.contains("`libc`") && said.contains("libc6-dev") && said.contains("build.log"),
            "{said}"
        );
    }
}
