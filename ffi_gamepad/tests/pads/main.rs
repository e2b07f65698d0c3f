//! The library through its C functions, with pads that a preloaded library plays (see the crate `rigs`).

mod c;
mod injected;
mod plugged;

use rigs::{
    fakepad,
    isolated::{self, Rig, Test},
    tools::Scratch,
};
use std::process::{Command, ExitCode};

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

/// What an event's getters give: type, pad, button, axis, value.
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
    assert!(c::rt_gamepad_event_free(event));
    assert!(!c::rt_gamepad_event_free(event), "freed twice");
    Some(seen)
}

/// All that an update brings.
fn drain(context: i64) -> Vec<Seen> {
    assert!(c::rt_gamepad_update(context));
    std::iter::from_fn(|| poll(context)).collect()
}

fn with_pads(command: &mut Command) -> Rig {
    Box::new(fakepad::prepare(command))
}

fn with_pads_that_cannot_rumble(command: &mut Command) -> Rig {
    command.env("FAKEPAD_STILL", "1");
    with_pads(command)
}

/// A process in which there is nothing to read pads from.
fn without_subsystem(command: &mut Command) -> Rig {
    let pads: Scratch = fakepad::prepare(command);
    command.env("FAKEPAD_DIR", pads.path().join("nowhere"));
    Box::new(pads)
}

fn main() -> ExitCode {
    isolated::main(&[
        Test { name: "buttons", prepare: with_pads, body: plugged::buttons },
        Test { name: "sticks", prepare: with_pads, body: plugged::sticks },
        Test { name: "dead_zone", prepare: with_pads, body: plugged::dead_zone },
        Test { name: "triggers", prepare: with_pads, body: plugged::triggers },
        Test { name: "hat", prepare: with_pads, body: plugged::hat },
        Test { name: "coming_and_going", prepare: with_pads, body: plugged::coming_and_going },
        Test {
            name: "there_before_the_context",
            prepare: with_pads,
            body: plugged::there_before_the_context,
        },
        Test {
            name: "contexts_are_independent",
            prepare: with_pads,
            body: plugged::contexts_are_independent,
        },
        Test { name: "rumble", prepare: with_pads, body: plugged::rumble },
        Test { name: "no_rumble", prepare: with_pads_that_cannot_rumble, body: plugged::no_rumble },
        Test { name: "power", prepare: with_pads, body: plugged::power },
        Test { name: "leaves_nothing_behind", prepare: with_pads, body: plugged::leaves_nothing_behind },
        Test { name: "threads", prepare: with_pads, body: plugged::threads },
        Test { name: "no_subsystem", prepare: without_subsystem, body: injected::no_subsystem },
        Test { name: "injected_events", prepare: without_subsystem, body: injected::every_type },
        Test { name: "injection_refuses", prepare: without_subsystem, body: injected::refuses },
        Test { name: "bounded", prepare: without_subsystem, body: injected::bounded },
        Test { name: "stale_handles", prepare: without_subsystem, body: injected::stale_handles },
    ])
}
