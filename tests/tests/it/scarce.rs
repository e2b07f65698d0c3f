//! Every function where memory is short, and on the least stack that a thread needs: it works or fails, and ends nobody.
//! A thread that was cancelled ends after its call.

use rigs::x11::Display;
use std::{fs, sync::OnceLock};
use tests::{
    large_files, manifest,
    program::{CTest, Checker},
    scarce,
};

/// A thread's whole stack, as the header says. The archive of the tests is not optimised, so the shipped one needs less.
const LEAST_STACK: usize = 256 << 10;

fn run(arguments: &[&str]) -> String {
    static SOURCE: OnceLock<String> = OnceLock::new();
    run_source(SOURCE.get_or_init(|| scarce::program(manifest())), arguments, |test| test)
}

fn run_source(source: &str, arguments: &[&str], prepare: impl FnOnce(CTest) -> CTest) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scarce.c");
    fs::write(&path, source).unwrap();
    let display = Display::bare();
    let mut test = prepare(CTest::from_source(&path));
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

/// Runs the program of functions that read files, and of large objects and numbers.
fn run_on_files_and_objects(arguments: &[&str]) -> String {
    static SOURCE: OnceLock<String> = OnceLock::new();
    run_source(SOURCE.get_or_init(|| scarce::program_of_files(manifest())), arguments, |test| {
        large_files::write(test.folder());
        // Each thread's own arena would take 64 MiB beforehand, in which more fits than the limit says.
        test.with_variable("MALLOC_ARENA_MAX", "1")
    })
}

#[test]
fn files_that_memory_does_not_suffice_for_are_refused() {
    let amounts = ["1000000", "4000000", "8000000", "16000000", "40000000"];
    println!("{}", run_on_files_and_objects(&[&["files"], &amounts[..]].concat()));
}

#[test]
fn large_objects_and_numbers_that_memory_does_not_suffice_for_fail() {
    println!("{}", run_on_files_and_objects(&["objects", "200000", "1000000"]));
}

#[test]
fn calls_that_memory_suffices_for_a_part_of_fail() {
    CTest::new("amounts").run(Checker::Plain);
}

#[test]
fn calls_need_no_more_stack_than_the_header_says() {
    assert!(include_str!("../../../xtask/src/abi/preface.txt").contains("256 KiB"));
    println!("{}", run(&["stack", &LEAST_STACK.to_string()]));
}

#[test]
fn a_cancelled_thread_ends_after_its_call() {
    println!("{}", run(&["cancel", "0"]));
}
