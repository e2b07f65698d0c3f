//! Commands that the README tells a new user to type, typed in an empty folder with a package and nothing else.

use super::full;
use std::{fs, process::Command};
use xtask::workspace::{root, run};

/// The shell blocks under "Use it".
fn blocks() -> Vec<String> {
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let section = text.split("## Use it").nth(1).unwrap().split("\n## ").next().unwrap();
    section.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn a_host_in_each_language_takes_five_commands() {
    let blocks = blocks();
    let (unpack, hosts) = blocks.split_first().unwrap();
    assert_eq!(hosts.len(), 4, "C, C++, Python and Rust");
    let package = full();
    for host in hosts {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(&package.file, folder.path().join(package.file.file_name().unwrap())).unwrap();
        let typed = format!("{unpack}{host}");
        assert!(commands(&typed) <= 5, "more than five commands: {typed}");
        let mut shell = Command::new("bash");
        shell.args(["-euxc", &typed]).current_dir(folder.path()).env("CARGO_NET_OFFLINE", "true");
        let output = run(shell.env_remove("CARGO_TARGET_DIR")).unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout), "2026-11\n", "{typed}");
        println!("{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Commands; writing the source is none.
fn commands(typed: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for line in typed.lines() {
        if inside {
            inside = line != "END";
        } else if line.ends_with("<<'END'") {
            inside = true;
        } else {
            count += line.split(" && ").filter(|command| !command.trim().is_empty()).count();
        }
    }
    count
}
