//! Graphics, from C.

use tests::program::{CTest, Checker, suite};

#[test]
fn lyon_from_c() {
    suite("lyon", &CTest::new("lyon"));
}

/// Random calls with random numbers: a minute as they are, and a while under the sanitizers.
#[test]
fn random_calls() {
    let fuzz = |seconds: &str, seed: &str| CTest::new("lyon_fuzz").with_argument(seconds).with_argument(seed);
    println!("{}", fuzz("60", "1").run(Checker::Plain));
    println!("{}", fuzz("15", "1000000").run(Checker::Sanitizers));
}
