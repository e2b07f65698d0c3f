//! Every function, every argument, wrong in every way: no crash, a clean failure, a reason, nothing left.

use rigs::x11::Display;
use std::fs;
use tests::{
    hostile, manifest,
    program::{CTest, Checker},
};

#[test]
fn hostile_calls_fail_cleanly() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("hostile.c");
    fs::write(&source, hostile::program(manifest())).unwrap();
    let display = Display::bare();
    // No desktop shows a dialog, which would wait for somebody.
    let mut test =
        CTest::from_source(&source).with_variable("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    for (name, value) in display.variables() {
        test = test.with_variable(name, value);
    }
    for checker in [Checker::Sanitizers, Checker::Valgrind] {
        let printed = test.run(checker);
        assert!(printed.contains(" hostile calls"), "{printed}");
        println!("{checker:?}: {printed}");
    }
}
