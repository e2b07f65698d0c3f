//! Children of `fork`. Plain only: the sanitizers' own allocator does not outlive a fork while threads allocate.

use tests::program::{CTest, Checker};

#[cfg(unix)]
#[test]
fn a_child_of_fork_works_or_is_refused() {
    CTest::new("fork").run(Checker::Plain);
}
