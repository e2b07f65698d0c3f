//! Refusals where there is too little memory or address space. The limits are the process's, so each test has one of
//! its own.

use super::*;
use std::{env, process::Command};

fn with_kib(limit: u32, test: &str) {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!(r#"ulimit -v {limit} && exec "$@""#), "sh"])
        .arg(env::current_exe().unwrap());
    command.args(["--exact", &format!("wasm::tests::scarce::{test}"), "--ignored", "--nocapture"]);
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{output:?}");
}

fn answers() {
    load(&[REST, CREATES, ANSWERS], "{}").unwrap().send(&message()).unwrap();
}

#[test]
#[ignore = "run by the next one"]
fn without_address_space() {
    let reason = "there is no address space for it, 8 GiB for each instance (`guard_pages`): ";
    refused(&[REST, CREATES, ANSWERS], r#"{"guard_pages": true}"#, reason);
    answers();
}

#[test]
fn guard_pages_without_address_space_are_an_error() {
    with_kib(3_000_000, "without_address_space");
}

#[test]
#[ignore = "run by the next one"]
fn without_memory_for_the_compiler() {
    let constants = "(drop (i64.const -9223372036854775808))".repeat(40_000);
    let many = format!("{} (func {constants})", "(func)".repeat(30_000));
    refused(&[REST, CREATES, ANSWERS, &many], "{}", "there is no memory to compile it: that may take ");
    answers();
}

#[test]
fn a_module_for_whose_compiler_there_is_no_memory_is_refused() {
    with_kib(600_000, "without_memory_for_the_compiler");
}
