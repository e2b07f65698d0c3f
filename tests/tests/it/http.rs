//! HTTP and WebSockets, from C.

use tests::program::{CTest, suite};

#[test]
fn http_from_c() {
    suite("http", &CTest::new("http").with_definite_leaks_only());
}
