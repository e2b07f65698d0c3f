//! The boundary itself, from C.

use rigs::x11::Display;
use std::{process::Command, thread};
use tests::{
    archive,
    program::{CTest, Checker, suite},
};
use xtask::workspace::run;

#[test]
fn native_from_c() {
    suite("native", &CTest::new("native"));
}

#[test]
fn a_shared_object_that_is_closed_stays_while_it_has_threads() {
    CTest::new("closes").with_argument(archive().shared.to_string_lossy()).run(Checker::Plain);
}

#[test]
fn a_host_of_tagged_integers_uses_all_libraries() {
    CTest::new("tagged_integers").run(Checker::Plain);
}

/// Some faults show in one process of twenty, most of all where a window system answers when it likes.
#[test]
fn each_librarys_sequence_passes_in_twenty_fresh_processes() {
    let test = CTest::new("fresh");
    let program = test.build(Checker::Plain);
    let display = Display::start();
    thread::scope(|scope| {
        for library in ["regex", "http", "gamepad", "rapier2d", "audio", "lyon", "winit"] {
            let (program, display) = (&program, &display);
            scope.spawn(move || {
                for _ in 0..20 {
                    run(Command::new(program).arg(library).envs(display.variables())).unwrap();
                }
            });
        }
    });
}
