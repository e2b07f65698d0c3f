//! Windows, from C, on a display without a screen.

use rigs::x11::Display;
use tests::program::{CTest, Checker, suite};

#[test]
fn window_from_c() {
    let display = Display::start();
    let mut test = CTest::new("window");
    // No desktop is there but for its windows.
    test = test.with_variable("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    for (name, value) in display.variables() {
        test = test.with_variable(name, value);
    }
    suite("winit", &test);
}

/// What `cargo xtask verify` runs on other machines, too.
#[test]
fn a_window_and_the_clipboard_as_every_desktop_has_them() {
    let display = Display::start();
    let mut test = CTest::new("desktop");
    for (name, value) in display.variables() {
        test = test.with_variable(name, value);
    }
    for checker in [Checker::Plain, Checker::Sanitizers, Checker::Valgrind] {
        test.run(checker);
    }
}
