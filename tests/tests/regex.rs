//! Regular expressions, from C.

use tests::program::{CTest, suite};

#[test]
fn regex_from_c() {
    suite("regex", &CTest::new("regex"));
}
