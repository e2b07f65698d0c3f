//! Many threads and shared handles.

use tests::program::{CTest, Checker};

#[test]
fn eight_threads_hammer_shared_handles() {
    println!("{}", CTest::new("hammer").with_argument("10").run(Checker::Plain));
}

#[test]
fn eight_threads_hammer_under_the_sanitizers() {
    println!("{}", CTest::new("hammer").with_argument("3").run(Checker::Sanitizers));
}
