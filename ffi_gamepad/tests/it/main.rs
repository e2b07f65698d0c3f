//! The library through its C functions, with pads that a preloaded library plays (see the crate `rigs`); each test
//! in a process of its own, since a process has one connection to the pads.

mod c;
mod injected;
mod plugged;

use ffi_core::clock;
use rigs::{
    isolated::{self, Test},
    pads,
};
use std::process::ExitCode;

/// Types of events.
const PRESSED: i64 = 1;
const RELEASED: i64 = 2;
const CHANGED: i64 = 3;
const MOVED: i64 = 4;
const CONNECTED: i64 = 10;
const DISCONNECTED: i64 = 11;
const DROPPED: i64 = 12;
/// No button, no axis.
const NONE: i64 = 255;

/// Values that an event's getters give: type, pad, button, axis, value.
type Seen = (i64, i64, i64, i64, f64);

/// The next event, freed.
fn poll(context: i64) -> Option<Seen> {
    let event = c::rt_gamepad_poll_event(context);
    if event == 0 {
        return None;
    }
    let seen = (
        c::rt_gamepad_event_get_type(event),
        c::rt_gamepad_event_get_gamepad_id(event),
        c::rt_gamepad_event_get_button(event),
        c::rt_gamepad_event_get_axis(event),
        c::rt_gamepad_event_get_value(event),
    );
    let time = c::rt_gamepad_event_get_timestamp(event);
    assert!((1..=clock::now()).contains(&time), "{time}: {seen:?}");
    assert!(c::rt_gamepad_event_free(event));
    assert!(!c::rt_gamepad_event_free(event), "freed twice");
    Some(seen)
}

/// All that an update brings.
fn drain(context: i64) -> Vec<Seen> {
    assert!(c::rt_gamepad_update(context));
    std::iter::from_fn(|| poll(context)).collect()
}

fn main() -> ExitCode {
    let test = |name, body| Test { name, prepare: pads::prepare, body };
    let mut tests = vec![
        test("buttons", plugged::buttons),
        test("sticks", plugged::sticks),
        test("dead_zone", plugged::dead_zone),
        test("triggers", plugged::triggers),
        test("hat", plugged::hat),
        test("coming_and_going", plugged::coming_and_going),
        test("there_before_the_context", plugged::there_before_the_context),
        test("contexts_are_independent", plugged::contexts_are_independent),
        test("rumble", plugged::rumble),
        Test { prepare: pads::prepare_still, ..test("no_rumble", plugged::no_rumble) },
        Test { prepare: pads::prepare_unknown, ..test("unknown_pad", plugged::unknown_pad) },
        test("wired", plugged::wired),
        test("leaves_nothing_behind", plugged::leaves_nothing_behind),
        test("threads", plugged::threads),
        test("turns_and_taken", plugged::turns_and_taken),
    ];
    let without = |name, body| Test { name, prepare: pads::prepare_none, body };
    tests.extend([
        without("no_subsystem", injected::no_subsystem),
        without("injected_events", injected::every_type),
        without("injection_refuses", injected::refuses),
        without("bounded", injected::bounded),
        without("stale_handles", injected::stale_handles),
    ]);
    if !pads::are_the_kernels() {
        // A pad with a battery is a driver's own: uinput makes none.
        tests.push(test("batteries", plugged::batteries));
        // Pads as descriptions make them are not the kernel's either.
        tests.push(test("timestamps", plugged::timestamps));
        tests.push(test("pairs", plugged::pairs));
        tests.push(test("held_from_the_start", plugged::held_from_the_start));
        tests.push(test("mappings", plugged::mappings));
        tests.push(test("added_mappings", plugged::added_mappings));
        tests.push(test("more_buttons", plugged::more_buttons));
        tests.push(test("raw", plugged::raw));
        tests.push(test("sensors_touch_and_light", plugged::sensors_touch_and_light));
        tests.push(test("plain_rumble", plugged::plain_rumble));
        tests.push(test("rests", plugged::rests));
    }
    isolated::main(&tests)
}
