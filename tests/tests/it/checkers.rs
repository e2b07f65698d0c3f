//! The checkers themselves: each finds the defect that is there on purpose.

use tests::program::{CTest, Checker};

fn finds(program: &str, checker: Checker, finding: &str) {
    let output = CTest::new(program).output(checker);
    let printed = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{checker:?} let {program} pass:\n{printed}");
    assert!(printed.contains(finding), "{checker:?} on {program} did not say `{finding}`:\n{printed}");
}

#[test]
fn address_sanitizer_is_linked() {
    finds("broken_memory", Checker::Sanitizers, "AddressSanitizer: heap-use-after-free");
}

#[test]
fn leak_sanitizer_is_linked() {
    finds("broken_leak", Checker::Sanitizers, "LeakSanitizer: detected memory leaks");
}

#[test]
fn undefined_behaviour_sanitizer_is_linked() {
    finds("broken_arithmetic", Checker::Sanitizers, "runtime error: signed integer overflow");
}

#[test]
fn valgrind_finds_a_use_after_free() {
    finds("broken_memory", Checker::Valgrind, "Invalid read");
}

#[test]
fn valgrind_finds_a_leak() {
    finds("broken_leak", Checker::Valgrind, "definitely lost");
}
