//! Graphics, from C.

use tests::program::{CTest, Checker, suite};

#[test]
fn lyon_from_c() {
    suite("lyon", &CTest::new("lyon"));
}

/// Pictures, and sounds, in files with names beyond ASCII, in folders that lie deep. What `cargo xtask verify` runs on other
/// machines, too.
#[test]
fn files_of_every_name() {
    for checker in [Checker::Plain, Checker::Sanitizers, Checker::Valgrind] {
        CTest::new("paths").run(checker);
    }
}

/// Random calls with random numbers: a minute as they are, and a while under the sanitizers.
#[test]
fn random_calls() {
    let fuzz = |seconds: &str, seed: &str| CTest::new("lyon_fuzz").with_argument(seconds).with_argument(seed);
    println!("{}", fuzz("60", "1").run(Checker::Plain));
    println!("{}", fuzz("15", "1000000").run(Checker::Sanitizers));
}
