//! Every function where memory is short, and on the least stack that a thread needs: it works or fails, and ends nobody.

use rigs::x11::Display;
use std::{fs, sync::OnceLock};
use tests::{
    manifest,
    program::{CTest, Checker},
    scarce,
};

/// A thread's whole stack, as the header says. The archive of the tests is not optimised, so the shipped one needs less.
const LEAST_STACK: usize = 256 << 10;

fn run(arguments: &[&str]) -> String {
    static SOURCE: OnceLock<String> = OnceLock::new();
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("scarce.c");
    fs::write(&source, SOURCE.get_or_init(|| scarce::program(manifest()))).unwrap();
    let display = Display::bare();
    let mut test = CTest::from_source(&source);
    for (name, value) in display.variables() {
        test = test.with_variable(name, value);
    }
    for argument in arguments {
        test = test.with_argument(*argument);
    }
    test.run(Checker::Plain)
}

#[test]
fn calls_that_memory_does_not_suffice_for_fail() {
    let printed = run(&["memory", "200000", "5000000"]);
    println!("{printed}");
    assert!(!printed.contains(" 0 were refused"), "{printed}");
}

#[test]
fn calls_need_no_more_stack_than_the_header_says() {
    assert!(include_str!("../../../xtask/src/abi/preface.txt").contains("256 KiB"));
    println!("{}", run(&["stack", &LEAST_STACK.to_string()]));
}
