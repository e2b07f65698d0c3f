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
    let mut told = Instant::now();
    loop {
        line.clear();
        // A bar ends with a carriage return, and a line with a newline.
        if read_piece(&mut lines, &mut line)? == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&line).into_owned();
        match bar(&text) {
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

/// `312 of 529 crates, ffi_http` from `Building [=====>     ] 312/529: ffi_http, ring`.
fn bar(piece: &str) -> Option<String> {
    let (count, names) = piece.split_once("Building [")?.1.split_once("] ")?.1.split_once(':')?;
    let (done, all) = count.trim().split_once('/')?;
    let name = names.split(',').next().unwrap_or_default().trim_matches(|c: char| c.is_control() || c == ' ');
    Some(format!("{done} of {all} crates, {name}"))
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
        assert_eq!(bar(piece).unwrap(), "312 of 529 crates, ffi_http");
        assert_eq!(bar("   Compiling ring v0.17.14\n"), None);
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
