//! Regular expressions, from C.

use tests::program::{CTest, Checker, suite};

#[test]
fn regex_from_c() {
    suite("regex", &CTest::new("regex"));
}

/// Plain only: under a checker neither the stack nor the memory is the program's own.
#[test]
fn what_patterns_and_results_may_take() {
    CTest::new("regex_limits").run(Checker::Plain);
}
