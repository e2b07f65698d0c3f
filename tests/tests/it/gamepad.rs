//! Game pads, from C, with a pad that is played here.

use rigs::fakepad::{self, Pad, code};
use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};
use tests::program::{CTest, suite};

#[test]
fn gamepad_from_c() {
    let pads = rigs::tools::Scratch::new("c-pads");
    let mut test = CTest::new("gamepad").with_source(fakepad::source());
    for (name, value) in fakepad::variables(pads.path()) {
        test = test.with_variable(name, value);
    }
    let pad = Pad::plug_into(pads.path(), 0);
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| play(&pad, &over));
        let outcome = std::panic::catch_unwind(|| suite("gamepad", &test));
        over.store(true, Ordering::Release);
        if let Err(panic) = outcome {
            std::panic::resume_unwind(panic);
        }
    });
    let rumbles = pad.rumbles();
    assert!(rumbles.iter().any(|rumble| (rumble.strong, rumble.weak) == (65535, 32768)), "{rumbles:?}");
}

/// South goes down and up; the trigger is pulled.
fn play(pad: &Pad, over: &AtomicBool) {
    while !over.load(Ordering::Acquire) {
        if pad.is_open() {
            pad.axis(code::ABS_Z, 200);
            pad.axis(code::ABS_Z, 255);
            pad.key(code::BTN_SOUTH, true);
            thread::sleep(Duration::from_millis(5));
            pad.key(code::BTN_SOUTH, false);
        }
        thread::sleep(Duration::from_millis(5));
    }
}
