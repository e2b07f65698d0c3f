//! Physics, from C.

use tests::program::{CTest, suite};

#[test]
fn rapier2d_from_c() {
    suite("rapier2d", &CTest::new("rapier2d"));
}
