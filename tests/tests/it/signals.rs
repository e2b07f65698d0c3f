//! A C host's signals. A program of its own, whose `main` leaves SIGPIPE alone, unlike Rust's.

use tests::program::{CTest, Checker};

#[cfg(unix)]
#[test]
fn a_hosts_signals_are_its_own() {
    CTest::new("signals").run(Checker::Plain);
}
