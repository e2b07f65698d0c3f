//! The boundary itself, from C.

use tests::program::{CTest, suite};

#[test]
fn native_from_c() {
    suite("native", &CTest::new("native"));
}
