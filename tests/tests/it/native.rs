//! The boundary itself, from C.

use tests::program::{CTest, Checker, suite};

#[test]
fn native_from_c() {
    suite("native", &CTest::new("native"));
}

#[test]
fn a_host_of_tagged_integers_uses_all_libraries() {
    CTest::new("tagged_integers").run(Checker::Plain);
}
