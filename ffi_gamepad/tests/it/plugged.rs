//! Pads that are plugged in.

use crate::{
    CHANGED, CONNECTED, DISCONNECTED, MOVED, NONE, PRESSED, RELEASED, Seen,
    c::{self, RtGamepadButton, RtGamepadPower},
    drain,
};
use ffi_core::{
    clock,
    events::{EventKind, Queue},
};
use rigs::{
    fakepad::{self, Rumble, code::*},
    held,
    pads::Pad,
    tools::eventually,
};
use std::{
    thread,
    time::{Duration, Instant},
};

/// Events up to and including the first that `last` accepts.
fn until(context: i64, what: &str, last: impl Fn(&Seen) -> bool) -> Vec<Seen> {
    let mut seen = Vec::new();
    eventually(what, || {
        seen.extend(drain(context));
        seen.iter().any(&last).then_some(())
    });
    seen
}

/// A context and its only pad, plugged in.
fn with_pad() -> (i64, Pad) {
    let context = c::rt_gamepad_init();
    assert!(context > 0);
    assert_eq!(c::rt_gamepad_count(context), 0);
    let pad = Pad::plug(0);
    let seen = until(context, "connected", |seen| seen.0 == CONNECTED);
    assert_eq!(seen, [(CONNECTED, 0, NONE, NONE, 0.0)]);
    (context, pad)
}

pub fn buttons() {
    let (context, pad) = with_pad();
    // As the kernel's xpad names them, BTN_NORTH is the button to the west; see the mapping of this pad in
    // SDL's database: x:b2, y:b3.
    let buttons = [
        (BTN_SOUTH, 0),
        (BTN_EAST, 1),
        (BTN_NORTH, 3),
        (BTN_WEST, 2),
        (BTN_TL, 6),
        (BTN_TR, 7),
        (BTN_THUMBL, 12),
        (BTN_THUMBR, 13),
        (BTN_SELECT, 14),
        (BTN_START, 15),
        (BTN_MODE, 16),
    ];
    for (code, button) in buttons {
        pad.key(code, true);
        let seen = until(context, "pressed and changed", |seen| seen.0 == CHANGED);
        assert_eq!(seen, [(PRESSED, 0, button, NONE, 1.0), (CHANGED, 0, button, NONE, 1.0)]);
        assert!(c::rt_gamepad_button_is_pressed(context, 0, button));
        assert_eq!(
            c::rt_gamepad_button_data(context, 0, button),
            RtGamepadButton { is_pressed: true, value: 1.0 }
        );
        let others = (0..23).filter(|&other| c::rt_gamepad_button_is_pressed(context, 0, other));
        assert_eq!(others.collect::<Vec<_>>(), [button]);

        pad.key(code, false);
        let seen = until(context, "released and changed", |seen| seen.0 == CHANGED);
        assert_eq!(seen, [(RELEASED, 0, button, NONE, 0.0), (CHANGED, 0, button, NONE, 0.0)]);
        assert_eq!(
            c::rt_gamepad_button_data(context, 0, button),
            RtGamepadButton { is_pressed: false, value: 0.0 }
        );
    }
    for wrong in [-1, 23, 255] {
        assert!(!c::rt_gamepad_button_is_pressed(context, 0, wrong));
        assert!(c::last_error().contains(&format!("`button` is {wrong}")), "{}", c::last_error());
    }
}

/// Position of the kernel's `value` of an axis from -32768 to 32767 with a dead zone of 128, alone on its stick.
fn stick(value: f64) -> f64 {
    let position = (value + 32768.0) / 65535.0 * 2.0 - 1.0;
    let dead = 128.0 / 65535.0 * 2.0;
    position.signum() * ((position.abs() - dead) / (1.0 - dead)).max(0.0)
}

pub fn sticks() {
    let (context, pad) = with_pad();
    // Down is positive for the kernel, and up for us.
    for (code, axis, up) in [(ABS_X, 0, 1.0), (ABS_Y, 1, -1.0), (ABS_RX, 2, 1.0), (ABS_RY, 3, -1.0)] {
        for value in [32767, -32768, 16384, -16384, 6000] {
            pad.axis(code, value);
            let seen = until(context, "moved", |seen| seen.0 == MOVED);
            let expected = up * stick(f64::from(value));
            let (kind, id, button, moved, position) = seen[0];
            assert_eq!((seen.len(), kind, id, button, moved), (1, MOVED, 0, NONE, axis));
            assert!((position - expected).abs() < 1e-4, "axis {axis} at {value}: {position}, not {expected}");
            assert_eq!(c::rt_gamepad_axis_data(context, 0, axis), position);
        }
        pad.axis(code, 0);
        until(context, "back", |seen| seen.4 == 0.0);
        assert_eq!(c::rt_gamepad_axis_data(context, 0, axis), 0.0);
    }
    for wrong in [-1, 8, 255] {
        assert_eq!(c::rt_gamepad_axis_data(context, 0, wrong), 0.0);
        assert!(c::last_error().contains(&format!("`axis` is {wrong}")), "{}", c::last_error());
    }
}

pub fn dead_zone() {
    let (context, pad) = with_pad();
    // 100 lies within the 128 around the middle that the pad itself calls flat; nothing is reported.
    pad.axis(ABS_X, 100);
    pad.axis(ABS_Y, -90);
    pad.key(BTN_SOUTH, true);
    let seen = until(context, "pressed", |seen| seen.0 == CHANGED);
    assert!(seen.iter().all(|seen| seen.0 != MOVED), "{seen:?}");
    assert_eq!(c::rt_gamepad_axis_data(context, 0, 0), 0.0);
    assert_eq!(c::rt_gamepad_axis_data(context, 0, 1), 0.0);
}

pub fn triggers() {
    let (context, pad) = with_pad();
    for (code, number) in [(ABS_Z, 4), (ABS_RZ, 5)] {
        pad.axis(code, 255);
        let seen = until(context, "pulled", |seen| seen.0 == MOVED);
        assert_eq!(
            seen,
            [(PRESSED, 0, number, NONE, 1.0), (CHANGED, 0, number, NONE, 1.0), (MOVED, 0, NONE, number, 1.0)]
        );
        assert_eq!(c::rt_gamepad_axis_data(context, 0, number), 1.0);
        // Between 65 and 75 % the button stays what it was.
        let half = 102.0 / 255.0;
        pad.axis(code, 102);
        let seen = until(context, "let go half", |seen| seen.0 == MOVED);
        let said: Vec<_> = seen.iter().map(|seen| (seen.0, seen.2, seen.3)).collect();
        assert_eq!(said, [(RELEASED, number, NONE), (CHANGED, number, NONE), (MOVED, NONE, number)]);
        assert!(seen.iter().all(|seen| (seen.4 - half).abs() < 1e-6), "{seen:?}");
        let button = c::rt_gamepad_button_data(context, 0, number);
        assert!(!button.is_pressed && (button.value - half).abs() < 1e-6, "{button:?}");
        pad.axis(code, 0);
        until(context, "let go", |seen| seen.0 == MOVED && seen.4 == 0.0);
        assert_eq!(c::rt_gamepad_axis_data(context, 0, number), 0.0);
    }
}

/// A pad that no list of mappings has.
pub fn unknown_pad() {
    let (context, pad) = with_pad();
    // What it has besides sticks are triggers, whose ends are 0 and 1 there too.
    for (code, number) in [(ABS_Z, 4), (ABS_RZ, 5)] {
        assert_eq!(c::rt_gamepad_axis_data(context, 0, number), 0.0, "not touched yet");
        for (value, position) in [(255, 1.0), (102, 0.4), (0, 0.0)] {
            pad.axis(code, value);
            let seen = until(context, "moved", |seen| (seen.0, seen.3) == (MOVED, number));
            // gilrs gives it the small dead zone of a stick.
            let told = seen.last().unwrap().4;
            let off = if position == 0.4 { 3e-3 } else { 0.0 };
            assert!((told - position).abs() <= off, "{seen:?}");
            assert_eq!(c::rt_gamepad_axis_data(context, 0, number), told);
        }
    }
    // An axis without a range has no position.
    pad.axis(ABS_RX, 0);
    pad.key(BTN_SOUTH, true);
    let seen = until(context, "pressed", |seen| seen.0 == PRESSED);
    assert!(seen.iter().all(|seen| seen.4.is_finite()), "{seen:?}");
    assert_eq!(c::rt_gamepad_axis_data(context, 0, 2), 0.0);
    let again = c::rt_gamepad_init();
    assert_eq!(c::rt_gamepad_axis_data(again, 0, 2), 0.0);
    assert_eq!(c::rt_gamepad_axis_data(again, 0, 4), 0.0);
}

pub fn hat() {
    let (context, pad) = with_pad();
    let directions = [
        (ABS_HAT0Y, -1, 8, 7, 1.0),
        (ABS_HAT0Y, 1, 9, 7, -1.0),
        (ABS_HAT0X, -1, 10, 6, -1.0),
        (ABS_HAT0X, 1, 11, 6, 1.0),
    ];
    for (code, value, button, axis, position) in directions {
        pad.axis(code, value);
        let seen = until(context, "pushed", |seen| seen.0 == MOVED);
        assert!(seen.contains(&(PRESSED, 0, button, NONE, 1.0)), "{seen:?}");
        assert!(seen.contains(&(MOVED, 0, NONE, axis, position)), "{seen:?}");
        assert!(c::rt_gamepad_button_is_pressed(context, 0, button));
        assert_eq!(c::rt_gamepad_axis_data(context, 0, axis), position);
        pad.axis(code, 0);
        let seen = until(context, "let go", |seen| seen.0 == MOVED);
        assert!(seen.contains(&(RELEASED, 0, button, NONE, 0.0)), "{seen:?}");
        assert_eq!(c::rt_gamepad_axis_data(context, 0, axis), 0.0);
    }
    // Straight from left to right, without a stop in the middle.
    pad.axis(ABS_HAT0X, -1);
    until(context, "left", |seen| seen.0 == MOVED && seen.4 == -1.0);
    pad.axis(ABS_HAT0X, 1);
    until(context, "right", |seen| seen.0 == MOVED && seen.4 == 1.0);
    assert!(c::rt_gamepad_button_is_pressed(context, 0, 11));
    assert!(!c::rt_gamepad_button_is_pressed(context, 0, 10));
}

pub fn coming_and_going() {
    let (context, first) = with_pad();
    assert_eq!(c::rt_gamepad_count(context), 1);
    assert!(c::rt_gamepad_is_connected(context, 0));
    assert_eq!(c::name(context, 0), "Xbox 360 Controller");
    // Bus 3, maker 045e, model 028e, version 0114, each little-endian: SDL's rule.
    assert_eq!(c::uuid(context, 0), "030000005e0400008e02000014010000");

    let second = Pad::plug(1);
    assert_eq!(until(context, "a second", |seen| seen.0 == CONNECTED), [(CONNECTED, 1, NONE, NONE, 0.0)]);
    assert_eq!((c::rt_gamepad_count(context), c::ids(context)), (2, vec![0, 1]));
    second.key(BTN_EAST, true);
    let seen = until(context, "its button", |seen| seen.0 == CHANGED);
    assert!(seen.iter().all(|seen| seen.1 == 1));
    assert!(c::rt_gamepad_button_is_pressed(context, 1, 1));
    assert!(!c::rt_gamepad_button_is_pressed(context, 0, 1));

    first.key(BTN_SOUTH, true);
    until(context, "held", |seen| seen.0 == CHANGED);
    first.unplug();
    let seen = until(context, "gone", |seen| seen.0 == DISCONNECTED);
    // A kernel lets go of what is held on a device that goes, and may be quick enough to be heard.
    assert_eq!(seen.last(), Some(&(DISCONNECTED, 0, NONE, NONE, 0.0)));
    assert!(seen.iter().all(|seen| seen.1 == 0 && [RELEASED, CHANGED, DISCONNECTED].contains(&seen.0)));
    assert!(!c::rt_gamepad_is_connected(context, 0));
    assert_eq!((c::rt_gamepad_count(context), c::ids(context)), (1, vec![1]));
    assert!(!c::rt_gamepad_button_is_pressed(context, 0, 0));
    assert_eq!(c::last_error(), "`gamepad_id` is 0, and no such pad is connected");
    assert_eq!(c::name(context, 0), "");

    // Back in another socket, under the same id, with nothing held.
    let first = Pad::plug(5);
    assert_eq!(until(context, "back", |seen| seen.0 == CONNECTED), [(CONNECTED, 0, NONE, NONE, 0.0)]);
    assert!(!c::rt_gamepad_button_is_pressed(context, 0, 0));
    first.key(BTN_SOUTH, true);
    until(context, "pressed anew", |seen| seen.0 == PRESSED && seen.1 == 0);
    assert!(c::rt_gamepad_button_is_pressed(context, 0, 0));

    // Out and in again while the host does not look.
    second.unplug();
    thread::sleep(Duration::from_millis(300));
    let _second = Pad::plug(6);
    thread::sleep(Duration::from_millis(300));
    let seen = drain(context);
    let kinds: Vec<_> = seen.iter().map(|seen| (seen.0, seen.1)).collect();
    let (lets_go, plugs): (Vec<_>, Vec<_>) =
        kinds.into_iter().partition(|kind| [(RELEASED, 1), (CHANGED, 1)].contains(kind));
    assert_eq!(plugs, [(DISCONNECTED, 1), (CONNECTED, 1)]);
    assert!(lets_go.is_empty() || lets_go == [(RELEASED, 1), (CHANGED, 1)]);
}

pub fn there_before_the_context() {
    let pad = Pad::plug(0);
    let context = c::rt_gamepad_init();
    assert_eq!((c::rt_gamepad_count(context), c::ids(context)), (1, vec![0]));
    assert_eq!(c::name(context, 0), "Xbox 360 Controller");
    assert_eq!(drain(context), [], "a pad that is there does not connect");
    pad.key(BTN_SOUTH, true);
    pad.axis(ABS_HAT0X, 1);
    pad.axis(ABS_Z, 255);
    until(context, "the trigger", |seen| seen.0 == MOVED && seen.3 == 4);

    // A context that opens now finds them held.
    let late = c::rt_gamepad_init();
    assert!(c::rt_gamepad_button_is_pressed(late, 0, 0));
    assert_eq!(c::rt_gamepad_button_data(late, 0, 4), RtGamepadButton { is_pressed: true, value: 1.0 });
    assert_eq!(c::rt_gamepad_axis_data(late, 0, 4), 1.0);
    assert_eq!(c::rt_gamepad_axis_data(late, 0, 6), 1.0);
    // A host that goes by events alone learns of it too.
    let held = [
        (PRESSED, 0, 0, NONE, 1.0),
        (CHANGED, 0, 0, NONE, 1.0),
        (PRESSED, 0, 4, NONE, 1.0),
        (CHANGED, 0, 4, NONE, 1.0),
        (PRESSED, 0, 11, NONE, 1.0),
        (CHANGED, 0, 11, NONE, 1.0),
        (MOVED, 0, NONE, 4, 1.0),
        (MOVED, 0, NONE, 6, 1.0),
    ];
    assert_eq!(drain(late), held);
}

pub fn contexts_are_independent() {
    let (one, pad) = with_pad();
    let two = c::rt_gamepad_init();
    assert!(one != two);
    pad.key(BTN_SOUTH, true);
    until(one, "pressed", |seen| seen.0 == CHANGED);
    assert!(c::rt_gamepad_button_is_pressed(one, 0, 0));
    assert!(!c::rt_gamepad_button_is_pressed(two, 0, 0), "before its own update");
    assert_eq!(drain(two).len(), 2);
    assert!(c::rt_gamepad_button_is_pressed(two, 0, 0));
    assert!(c::rt_gamepad_inject_event(two, 0, PRESSED, 1, 1.0));
    drain(two);
    assert!(c::rt_gamepad_button_is_pressed(two, 0, 1));
    assert_eq!(drain(one), []);
    assert!(c::rt_gamepad_shutdown(one));
    assert!(!c::rt_gamepad_shutdown(one));
    pad.key(BTN_SOUTH, false);
    until(two, "released", |seen| seen.0 == RELEASED);
}

/// Rumbles of the pad once the last of `ends` was asked of it and it has fallen still.
fn rumbled(pad: &Pad, from: usize) -> Vec<Rumble> {
    let still = Rumble { strong: 0, weak: 0 };
    eventually("the rumble begins and ends", || {
        let rumbles = pad.rumbles().split_off(from);
        let first = rumbles.iter().position(|&rumble| rumble != still)?;
        let end = rumbles[first..].iter().position(|&rumble| rumble == still)?;
        Some(rumbles[first..first + end].to_vec())
    })
}

pub fn rumble() {
    let (context, pad) = with_pad();
    assert!(c::rt_gamepad_can_rumble(context, 0));
    // At the strengths asked for, of 65,535; clamped.
    let asked = [
        ((0.5, 0.25, 120), Rumble { strong: 32768, weak: 16384 }),
        ((1.0, 0.0, 200), Rumble { strong: 65535, weak: 0 }),
        ((0.02, 7.0, 50), Rumble { strong: 1311, weak: 65535 }),
        ((-3.0, 1.0, 51), Rumble { strong: 0, weak: 65535 }),
    ];
    for ((strong, weak, ms), expected) in asked {
        let from = pad.rumbles().len();
        let started = Instant::now();
        assert!(c::rt_gamepad_set_rumble(context, 0, strong, weak, ms));
        assert_eq!(rumbled(&pad, from), [expected], "{strong} {weak} for {ms} ms");
        assert!(started.elapsed() >= Duration::from_millis(ms as u64), "not before its time");
    }

    let from = pad.rumbles().len();
    assert!(c::rt_gamepad_set_rumble(context, 0, 1.0, 1.0, 60_000));
    eventually("it rumbles", || (pad.rumbles().last()?.strong == 65535).then_some(()));
    let started = Instant::now();
    assert!(c::rt_gamepad_stop_rumble(context, 0));
    assert_eq!(rumbled(&pad, from), [Rumble { strong: 65535, weak: 65535 }]);
    assert!(started.elapsed() < Duration::from_secs(30), "stopped, and not run out");

    // A new one takes the place of the old.
    assert!(c::rt_gamepad_set_rumble(context, 0, 1.0, 1.0, 60_000));
    eventually("it rumbles", || (pad.rumbles().last()?.strong == 65535).then_some(()));
    let from = pad.rumbles().len();
    assert!(c::rt_gamepad_set_rumble(context, 0, 0.0, 0.5, 100));
    let weak = Rumble { strong: 0, weak: 32768 };
    assert_eq!(rumbled(&pad, from).last(), Some(&weak));

    for (strong, weak, ms, wrong) in [
        (f64::NAN, 0.0, 100, "`strong` is NaN"),
        (0.0, f64::INFINITY, 100, "`weak` is inf"),
        (0.0, 0.0, -1, "`duration_ms` is -1"),
        (0.0, 0.0, 3_600_001, "`duration_ms` is 3600001"),
    ] {
        assert!(!c::rt_gamepad_set_rumble(context, 0, strong, weak, ms));
        assert!(c::last_error().contains(wrong), "{}", c::last_error());
    }
    assert!(!c::rt_gamepad_set_rumble(context, 9, 1.0, 1.0, 100));
    assert!(c::last_error().contains("`gamepad_id` is 9"), "{}", c::last_error());
    // A pad that goes takes its rumble along.
    assert!(c::rt_gamepad_set_rumble(context, 0, 1.0, 1.0, 60_000));
    pad.unplug();
    until(context, "gone", |seen| seen.0 == DISCONNECTED);
    assert!(!c::rt_gamepad_stop_rumble(context, 0));
}

pub fn no_rumble() {
    let (context, _pad) = with_pad();
    assert!(!c::rt_gamepad_can_rumble(context, 0));
    assert!(!c::rt_gamepad_set_rumble(context, 0, 1.0, 1.0, 100));
    assert_eq!(c::last_error(), "`gamepad_id` is 0, a pad that cannot rumble");
    assert!(!c::rt_gamepad_stop_rumble(context, 0));
}

/// When the driver says that it happened, whenever that is read.
pub fn timestamps() {
    const SECOND: i64 = 1_000_000_000;
    let context = c::rt_gamepad_init();
    let pad = fakepad::Pad::plug(0);
    until(context, "connected", |seen| seen.0 == CONNECTED);
    for (age, told) in [(30, 30), (50, 50), (3600, 0)] {
        let before = clock::now();
        pad.key_before(BTN_SOUTH, true, Duration::from_secs(age as u64));
        let time = eventually("pressed", || {
            assert!(c::rt_gamepad_update(context));
            match c::rt_gamepad_poll_event(context) {
                0 => None,
                event => {
                    let is_press = c::rt_gamepad_event_get_type(event) == PRESSED;
                    let time = c::rt_gamepad_event_get_timestamp(event);
                    assert!(c::rt_gamepad_event_free(event));
                    is_press.then_some(time)
                }
            }
        });
        let wanted = before - told * SECOND..=clock::now() - told * SECOND;
        let (from, to) = (wanted.start() - SECOND, wanted.end() + SECOND);
        assert!((from..=to).contains(&time), "{age}: {time}, not {wanted:?}");
        pad.key(BTN_SOUTH, false);
        until(context, "released", |seen| seen.0 == RELEASED);
    }
    assert_eq!(c::rt_gamepad_event_get_timestamp(0), -1);
}

pub fn wired() {
    let (context, _pad) = with_pad();
    assert_eq!(c::rt_gamepad_get_power_info(context, 0), RtGamepadPower { status: 5, percentage: -1 });
    assert_eq!(c::rt_gamepad_get_power_info(context, 77), RtGamepadPower { status: 0, percentage: -1 });
    assert!(c::last_error().contains("77"));
}

pub fn batteries() {
    let context = c::rt_gamepad_init();
    let batteries = [
        ("62", "Charging", 1, 62),
        ("41", "Discharging", 2, 41),
        ("100", "Full", 3, 100),
        ("0", "Discharging", 4, 0),
        ("7", "Gone strange", 0, -1),
    ];
    for (id, (capacity, says, status, percentage)) in (0..).zip(batteries) {
        fakepad::Pad::battery(id, capacity, says);
        let pad = Pad::plug(id);
        let id = i64::from(id);
        until(context, "connected", |seen| seen.0 == CONNECTED && seen.1 == id);
        assert_eq!(
            c::rt_gamepad_get_power_info(context, id),
            RtGamepadPower { status, percentage },
            "{says}"
        );
        std::mem::forget(pad);
    }
}

pub fn leaves_nothing_behind() {
    let pad = Pad::plug(0);
    let round = || {
        let context = c::rt_gamepad_init();
        pad.key(BTN_SOUTH, true);
        until(context, "pressed", |seen| seen.0 == PRESSED);
        assert!(c::rt_gamepad_set_rumble(context, 0, 0.5, 0.5, 50));
        pad.key(BTN_SOUTH, false);
        eventually("an event to keep", || {
            c::rt_gamepad_update(context);
            (c::rt_gamepad_poll_event(context) > 0).then_some(())
        });
        assert!(c::rt_gamepad_shutdown(context));
        assert_eq!(ffi_core::handle::live(), 0, "the unfreed event went with its context");
    };
    round();
    let before = held::at_rest();
    for _ in 0..10 {
        round();
    }
    assert_eq!(held::at_rest(), before, "threads, descriptors");
}

pub fn threads() {
    let (context, pad) = with_pad();
    let deadline = Instant::now() + Duration::from_secs(1);
    thread::scope(|scope| {
        for lane in 0..8 {
            scope.spawn(move || {
                while Instant::now() < deadline {
                    let own = c::rt_gamepad_init();
                    c::rt_gamepad_update(context);
                    let event = c::rt_gamepad_poll_event(context);
                    c::rt_gamepad_event_get_value(event);
                    c::rt_gamepad_event_free(event);
                    assert!(c::rt_gamepad_is_connected(own, 0));
                    c::rt_gamepad_set_rumble(own, 0, 0.1, 0.1, 50 * lane);
                    c::rt_gamepad_inject_event(context, lane, MOVED, 0, 0.5);
                    assert!(c::rt_gamepad_shutdown(own));
                }
            });
        }
        while Instant::now() < deadline {
            pad.key(BTN_SOUTH, true);
            pad.key(BTN_SOUTH, false);
            thread::sleep(Duration::from_millis(2));
        }
    });
    drain(context);
    assert_eq!(c::ids(context), (0..8).collect::<Vec<_>>());
    assert!(c::rt_gamepad_shutdown(context));
    assert_eq!(ffi_core::handle::live(), 0);
}

/// The lines of a description for `fakepad.c`.
fn xbox(identity: &str, more: &str) -> String {
    let sticks = ["0", "1", "3", "4"].map(|code| format!("abs {code} -32768 32767 16 128 0\n")).concat();
    format!(
        "id {identity}\nname A pad\nkeys 130 131 133 134 136 137 13a 13b 13c 13d 13e\n{sticks}\
         abs 2 0 255 0 0 0\nabs 5 0 255 0 0 0\nabs 10 -1 1 0 0 0\nabs 11 -1 1 0 0 0\n{more}"
    )
}

/// Plugged or unplugged in the same moment, none is missed.
pub fn pairs() {
    let context = c::rt_gamepad_init();
    let ids = |seen: &[Seen], kind| {
        let mut ids: Vec<i64> = seen.iter().filter(|seen| seen.0 == kind).map(|seen| seen.1).collect();
        ids.sort_unstable();
        ids
    };
    for round in 0..3 {
        let pads: Vec<_> = (0..4).map(|number| fakepad::Pad::plug(10 * round + number)).collect();
        let mut seen = Vec::new();
        eventually("all four", || {
            seen.extend(drain(context));
            (ids(&seen, CONNECTED) == [0, 1, 2, 3]).then_some(())
        });
        pads[3].key(BTN_EAST, true);
        let pressed = until(context, "a press at once", |seen| seen.0 == PRESSED);
        assert_eq!(pressed[0].2, 1);
        pads.into_iter().for_each(fakepad::Pad::unplug);
        let mut seen = Vec::new();
        eventually("none", || {
            seen.extend(drain(context));
            (ids(&seen, DISCONNECTED) == [0, 1, 2, 3]).then_some(())
        });
    }
}

/// Buttons and axes that are held when a pad appears are known, and those that are held when it goes are let go.
pub fn held_from_the_start() {
    let held = xbox("3 1234 5678 1", "down 130 136\n")
        .replace("abs 0 -32768 32767 16 128 0", "abs 0 -32768 32767 16 128 32767");
    let _first = fakepad::Pad::plug_described(0, &held);
    let context = c::rt_gamepad_init();
    assert!(c::rt_gamepad_button_is_pressed(context, 0, 0) && c::rt_gamepad_button_is_pressed(context, 0, 6));
    assert_eq!(c::rt_gamepad_axis_data(context, 0, 0), 1.0);
    let told = [
        (PRESSED, 0, 0, NONE, 1.0),
        (CHANGED, 0, 0, NONE, 1.0),
        (PRESSED, 0, 6, NONE, 1.0),
        (CHANGED, 0, 6, NONE, 1.0),
        (MOVED, 0, NONE, 0, 1.0),
    ];
    assert_eq!(drain(context), told);

    let second = fakepad::Pad::plug_described(1, &held);
    let of = |pad: i64, events: &[Seen]| -> Vec<Seen> {
        events.iter().map(|seen| (seen.0, pad, seen.2, seen.3, seen.4)).collect()
    };
    let seen = until(context, "both", |seen| (seen.0, seen.1) == (MOVED, 1));
    assert_eq!(seen, [vec![(CONNECTED, 1, NONE, NONE, 0.0)], of(1, &told)].concat());
    second.key(BTN_EAST, true);
    second.axis(ABS_Z, 255);
    second.axis(ABS_HAT0X, -1);
    until(context, "all of it", |seen| (seen.0, seen.3) == (MOVED, 6));
    second.unplug();
    let seen = until(context, "gone", |seen| seen.0 == DISCONNECTED);
    let released: Vec<i64> = seen.iter().filter(|seen| seen.0 == RELEASED).map(|seen| seen.2).collect();
    assert_eq!(released, [0, 1, 4, 6, 10]);
    let moved: Vec<_> = seen.iter().filter(|seen| seen.0 == MOVED).map(|seen| (seen.3, seen.4)).collect();
    assert_eq!(moved, [(4, 0.0), (6, 0.0), (0, 0.0)]);
    assert_eq!(seen.last(), Some(&(DISCONNECTED, 1, NONE, NONE, 0.0)));
    assert!(seen.iter().all(|seen| seen.1 == 1));
}

/// A D-pad that its driver calls an axis, and a version that no list has.
pub fn mappings() {
    let keys: Vec<String> = (0x120..0x128).map(|key| format!("{key:x}")).collect();
    let description = format!(
        "id 3 0583 2060 0110\nname USB,2-axis 8-button gamepad  \nkeys {}\nabs 0 0 255 0 0 128\nabs 1 0 255 0 0 128\n",
        keys.join(" ")
    );
    let pad = fakepad::Pad::plug_described(0, &description);
    let context = c::rt_gamepad_init();
    assert_eq!(c::name(context, 0), "iBuffalo Super Famicom Controller");
    for (code, value, button) in [(ABS_Y, 0, 8), (ABS_Y, 255, 9), (ABS_X, 0, 10), (ABS_X, 255, 11)] {
        pad.axis(code, value);
        let seen = until(context, "pushed", |seen| seen.0 == CHANGED && seen.4 == 1.0);
        assert!(seen.contains(&(PRESSED, 0, button, NONE, 1.0)), "{seen:?}");
        pad.axis(code, 128);
        until(context, "back", |seen| *seen == (RELEASED, 0, button, NONE, 0.0));
    }
    // Firmware 5.23, where the list knows 5.22.
    let buttons = "130 131 132 133 134 135 136 137 138 139 13a 13b 13c 13d 13e a7";
    let sticks = ["0", "1", "2", "5"].map(|code| format!("abs {code} 0 65535 255 4095 32768\n")).concat();
    let description = format!(
        "id 5 045e 0b13 0523\nname Xbox Wireless Controller\nkeys {buttons}\n{sticks}abs 9 0 1023 3 63 0\nabs a 0 1023 3 63 0\n\
         abs 10 -1 1 0 0 0\nabs 11 -1 1 0 0 0\n"
    );
    let newer = fakepad::Pad::plug_described(1, &description);
    until(context, "there", |seen| (seen.0, seen.1) == (CONNECTED, 1));
    newer.key(BTN_NORTH, true);
    assert_eq!(until(context, "X", |seen| seen.0 == PRESSED)[0].2, 3);
    newer.axis(ABS_Z, 65535);
    assert_eq!(until(context, "right stick", |seen| seen.0 == MOVED)[0].3, 2);
    newer.axis(9, 1023);
    assert_eq!(until(context, "right trigger", |seen| seen.0 == PRESSED)[0].2, 5);
}

/// Buttons that an Xbox pad of today has beside those of old, by the kernel's names; and what a mapping calls them.
pub fn more_buttons() {
    // KEY_RECORD, and BTN_TRIGGER_HAPPY5 to 8: P1, P2, P3 and P4.
    let more = |identity| xbox(identity, "").replace("keys 130", "keys a7 2c4 2c5 2c6 2c7 130");
    let pad = fakepad::Pad::plug_described(0, &more("3 045e 5679 1"));
    let context = c::rt_gamepad_init();
    for (code, number) in [(0xa7, 17), (0x2c4, 18), (0x2c6, 19), (0x2c5, 20), (0x2c7, 21)] {
        pad.key(code, true);
        let seen = until(context, "pressed", |seen| seen.0 == PRESSED);
        assert_eq!(seen[0].2, number);
        assert!(c::rt_gamepad_button_is_pressed(context, 0, number));
        pad.key(code, false);
        until(context, "released", |seen| seen.0 == RELEASED);
    }
    assert_eq!(
        c::add_mappings("030000004c0500007956000001000000,Mine,touchpad:b1,misc1:b0,platform:Linux,"),
        1
    );
    let sony = fakepad::Pad::plug_described(1, &xbox("3 054c 5679 1", ""));
    until(context, "another", |seen| seen.0 == CONNECTED);
    sony.key(BTN_EAST, true);
    assert_eq!(until(context, "its touchpad", |seen| seen.0 == PRESSED)[0].2, 22);
}

/// What a driver has, by number: a throttle with two hats and an axis from 0 to 1023 that rests at its end.
pub fn raw() {
    let throttle = "id 3 068e 00ff 1\nname A throttle\nkeys 120 121 122 2c0\nabs 0 0 1023 0 0 0\nabs 6 -100 100 0 50 0\n\
                    abs 10 -1 1 0 0 0\nabs 11 -1 1 0 0 0\nabs 12 -1 1 0 0 0\nabs 13 -1 1 0 0 0\ndown 121\n";
    let pad = fakepad::Pad::plug_described(0, throttle);
    let context = c::rt_gamepad_init();
    let counts = c::rt_gamepad_raw_counts(context, 0);
    assert_eq!((counts.buttons, counts.axes, counts.hats), (4, 2, 2), "{}", c::last_error());
    let buttons = || (0..4).map(|number| c::rt_gamepad_raw_button(context, 0, number)).collect::<Vec<_>>();
    let axes = || [0, 1].map(|number| c::rt_gamepad_raw_axis(context, 0, number));
    let hats = || [0, 1].map(|number| c::rt_gamepad_raw_hat(context, 0, number));
    assert_eq!((buttons(), axes(), hats()), (vec![false, true, false, false], [-1.0, 0.0], [0, 0]));
    pad.key(0x2c0, true);
    pad.axis(ABS_X, 1023);
    // In what the driver calls flat.
    pad.axis(6, -25);
    pad.axis(ABS_HAT0X, 1);
    pad.axis(ABS_HAT0Y, -1);
    pad.axis(0x13, 1);
    // By looking alone: nothing is updated.
    eventually("all of it", || {
        let found = (buttons(), axes(), hats());
        (found == (vec![false, true, false, true], [1.0, -0.25], [1 | 2, 4])).then_some(())
    });
    assert!(!c::rt_gamepad_raw_button(context, 0, 4));
    assert_eq!(
        c::last_error(),
        "`number` is 4, and pad 0 has 4 of what is asked for (button), numbered from 0"
    );
    assert_eq!((c::rt_gamepad_raw_axis(context, 0, -1), c::rt_gamepad_raw_hat(context, 0, 2)), (0.0, -1));
    assert!(c::last_error().contains("(hat)"), "{}", c::last_error());
}

/// Devices that Linux's driver of a PlayStation pad makes beside it, with its ranges.
pub fn sensors_touch_and_light() {
    const G: f64 = 9.80665;
    let motion = |values: [i32; 6]| {
        let axes = (0..6).zip(values).map(|(code, value)| {
            let (most, resolution) = if code < 3 { (32768, 8192) } else { (2_097_152, 1024) };
            format!("abs {code} {} {most} 16 0 {value} {resolution}\n", -most)
        });
        format!("id 3 054c 0ce6 8111\nname Motion Sensors\n{}", axes.collect::<String>())
    };
    let touch = |fingers: [(i32, i32, i32); 2], down: &str| {
        let of = |code: &str, pick: fn((i32, i32, i32)) -> i32| {
            format!("slots {code} {} {}\n", pick(fingers[0]), pick(fingers[1]))
        };
        format!(
            "id 3 054c 0ce6 8111\nname Touchpad\nkeys 110\ndown {down}\nabs 2f 0 1 0 0 0\nabs 35 0 1919 0 0 0\n\
             abs 36 0 1079 0 0 0\nabs 39 0 65535 0 0 0\n{}{}{}",
            of("39", |finger| finger.0),
            of("35", |finger| finger.1),
            of("36", |finger| finger.2)
        )
    };
    // Bits of ABS_X to ABS_RZ; of ABS_MT_SLOT, its places and its fingers' numbers.
    fakepad::Pad::beside(0, 1, "40\n", "3f\n");
    fakepad::Pad::beside(0, 2, "5\n", &format!("{:x}\n", 1_u64 << 0x2f | 1 << 0x35 | 1 << 0x36 | 1 << 0x39));
    let _motion = fakepad::Pad::plug_described(1, &motion([0, 8192, -4096, 1024, 0, -92160]));
    let _touch = fakepad::Pad::plug_described(2, &touch([(-1, 0, 0), (-1, 0, 0)], "0"));
    let files = [
        ("multi_index", "green red blue\n"),
        ("multi_intensity", "0 0 0"),
        ("max_brightness", "255\n"),
        ("brightness", "0"),
    ];
    let light = fakepad::Pad::light(0, "input5:rgb:indicator", &files);
    let _pad = fakepad::Pad::plug_described(0, &xbox("3 054c 0ce6 8111", ""));
    let context = c::rt_gamepad_init();
    assert_eq!(c::ids(context), [0], "what belongs to a pad is none");

    let near = |found: [f64; 6], wanted: [f64; 6]| {
        assert!(
            found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-9),
            "{found:?}, not {wanted:?}"
        );
    };
    let look = || {
        let m = c::rt_gamepad_get_motion(context, 0);
        [m.acceleration_x, m.acceleration_y, m.acceleration_z, m.rotation_x, m.rotation_y, m.rotation_z]
    };
    let degree = std::f64::consts::PI / 180.0;
    near(look(), [0.0, G, -G / 2.0, degree, 0.0, -90.0 * degree]);
    fakepad::Pad::describe(1, &motion([-8192, 0, 0, 0, 2048, 0]));
    near(look(), [-G, 0.0, 0.0, 0.0, 2.0 * degree, 0.0]);

    assert_eq!(c::rt_gamepad_touch_count(context, 0), 2, "{}", c::last_error());
    let finger = |number| {
        let touch = c::rt_gamepad_get_touch(context, 0, number);
        (touch.touches, touch.x, touch.y)
    };
    assert_eq!((finger(0), finger(1)), ((false, 0.0, 0.0), (false, 0.0, 0.0)));
    assert!(!c::rt_gamepad_touchpad_is_pressed(context, 0));
    fakepad::Pad::describe(2, &touch([(-1, 5, 5), (7, 1919, 0)], "110"));
    assert_eq!((finger(0), finger(1)), ((false, 0.0, 0.0), (true, 1.0, 0.0)));
    assert!(c::rt_gamepad_touchpad_is_pressed(context, 0));
    assert!(!finger(2).0);
    assert_eq!(
        c::last_error(),
        "`number` is 2, and pad 0 has 2 of what is asked for (finger), numbered from 0"
    );

    assert!(c::rt_gamepad_set_light(context, 0, 255, 64, 0), "{}", c::last_error());
    let told = |file: &str| std::fs::read_to_string(light.join(file)).expect("a file");
    assert_eq!((told("multi_intensity").as_str(), told("brightness").as_str()), ("64 255 0", "255"));
    assert!(!c::rt_gamepad_set_light(context, 0, 0, 256, 0));
    assert_eq!(c::last_error(), "`green` is 256, but a colour's part lies between 0 and 255");

    // An older driver's three lights; and a pad that has nothing of all that.
    let lights = ["red", "green", "blue"].map(|color| {
        fakepad::Pad::light(3, &format!("0005:054C:05C4:{color}"), &[("max_brightness", "15\n")])
    });
    let _older = fakepad::Pad::plug_described(3, &xbox("3 054c 05c4 8111", ""));
    let _plain = fakepad::Pad::plug_described(4, &xbox("3 045e 1111 1", ""));
    until(context, "both", |seen| (seen.0, seen.1) == (CONNECTED, 2));
    assert!(c::rt_gamepad_set_light(context, 1, 255, 102, 0), "{}", c::last_error());
    let told = lights.map(|light| std::fs::read_to_string(light.join("brightness")).expect("a file"));
    assert_eq!(told, ["15", "6", "0"]);
    assert!(!c::rt_gamepad_set_light(context, 2, 0, 0, 0));
    assert_eq!(c::last_error(), "pad 2 has no light, or its driver tells of none");
    assert_eq!(c::rt_gamepad_touch_count(context, 2), -1);
    assert_eq!(c::last_error(), "pad 2 has no touchpad, or its driver tells of none");
    assert_eq!(c::rt_gamepad_get_motion(context, 2).acceleration_y, 0.0);
    assert_eq!(c::last_error(), "pad 2 has no motion sensors, or its driver tells of none");
}

/// What went down and up in a turn, and pads whose events a subscription takes: they need no update.
pub fn turns_and_taken() {
    let (context, pad) = with_pad();
    let flips = || {
        (c::rt_gamepad_button_was_pressed(context, 0, 0), c::rt_gamepad_button_was_released(context, 0, 0))
    };
    pad.key(BTN_SOUTH, true);
    pad.key(BTN_SOUTH, false);
    let mut seen = (false, false);
    eventually("a tap", || {
        assert!(c::rt_gamepad_update(context));
        let (pressed, released) = flips();
        seen = (seen.0 || pressed, seen.1 || released);
        (seen == (true, true)).then_some(())
    });
    assert!(c::rt_gamepad_update(context));
    assert_eq!(flips(), (false, false));
    drain(context);

    let queue = Queue::take([EventKind::Gamepad], 64);
    pad.key(BTN_SOUTH, true);
    pad.axis(ABS_HAT0X, 1);
    eventually("what is taken is known", || {
        let is_known =
            c::rt_gamepad_button_is_pressed(context, 0, 0) && c::rt_gamepad_axis_data(context, 0, 6) == 1.0;
        is_known.then_some(())
    });
    assert_eq!(c::rt_gamepad_poll_event(context), 0);
    let data = || queue.next(Some(Instant::now() + Duration::from_secs(20))).expect("an event").data;
    assert!(data().starts_with(r#"{"type":"button-pressed","gamepad":0,"button":0,"#));
    assert!(c::rt_gamepad_update(context));
    assert_eq!(flips(), (true, false));
    queue.close();
    pad.key(BTN_SOUTH, false);
    until(context, "as before", |seen| seen.0 == RELEASED);
}

/// A host's own mappings hold for pads that are there and for those that come.
pub fn added_mappings() {
    let context = c::rt_gamepad_init();
    let pad = fakepad::Pad::plug_described(0, &xbox("3 1234 5678 1", "down 130\n"));
    let seen = until(context, "held", |seen| seen.0 == CHANGED);
    assert!(seen.contains(&(PRESSED, 0, 0, NONE, 1.0)), "{seen:?}");
    let identity = "03000000341200007856000001000000";
    let none = format!(
        "# a comment\nnonsense\n\n{identity},Nothing,\n{identity},Elsewhere,a:b1,platform:Windows,\n"
    );
    assert_eq!((c::add_mappings(""), c::add_mappings(&none)), (0, 0));
    assert_eq!(drain(context), []);
    assert_eq!(
        c::add_mappings(&format!(
            "{none}{identity},Swapped,a:b1,b:b0,lefttrigger:a2,righttrigger:a5,platform:Linux,\n"
        )),
        1
    );
    let told = [
        (RELEASED, 0, 0, NONE, 0.0),
        (CHANGED, 0, 0, NONE, 0.0),
        (PRESSED, 0, 1, NONE, 1.0),
        (CHANGED, 0, 1, NONE, 1.0),
    ];
    assert_eq!(drain(context), told);
    assert!(
        c::rt_gamepad_button_is_pressed(context, 0, 1) && !c::rt_gamepad_button_is_pressed(context, 0, 0)
    );
    pad.key(BTN_EAST, true);
    assert_eq!(until(context, "the other", |seen| seen.0 == PRESSED)[0].2, 0);
    let _second = fakepad::Pad::plug_described(1, &xbox("3 1234 5678 1", ""));
    until(context, "a second", |seen| (seen.0, seen.1) == (CONNECTED, 1));
    assert_eq!(c::name(context, 1), "Swapped");
}

/// `FF_RUMBLE` is the effect that is used; a driver need know no other.
pub fn plain_rumble() {
    let pad = fakepad::Pad::plug_described(0, &xbox("3 1234 5678 1", "ff 50\n"));
    let context = c::rt_gamepad_init();
    assert!(c::rt_gamepad_can_rumble(context, 0));
    assert!(c::rt_gamepad_set_rumble(context, 0, 1.0, 0.0, 50));
    eventually("it rumbles", || pad.rumbles().contains(&Rumble { strong: 65535, weak: 0 }).then_some(()));
    let _still = fakepad::Pad::plug_described(1, &xbox("3 1234 5679 1", ""));
    until(context, "another", |seen| seen.0 == CONNECTED);
    assert!(!c::rt_gamepad_can_rumble(context, 1));
}

/// Number of times that threads of this process went to sleep and woke.
fn switches() -> u64 {
    let tasks = std::fs::read_dir("/proc/self/task").expect("/proc").flatten();
    let status = tasks.filter_map(|task| std::fs::read_to_string(task.path().join("status")).ok());
    let lines: Vec<String> =
        status.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let voluntary = lines.iter().filter_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
    voluntary.map(|count| count.trim().parse::<u64>().expect("a number")).sum()
}

/// Nothing wakes while nothing happens, with a context and without.
pub fn rests() {
    let pad = fakepad::Pad::plug(0);
    let context = c::rt_gamepad_init();
    pad.key(BTN_SOUTH, true);
    until(context, "pressed", |seen| seen.0 == PRESSED);
    let second = || {
        thread::sleep(Duration::from_millis(100));
        let before = switches();
        thread::sleep(Duration::from_secs(1));
        switches() - before
    };
    // One of them is this thread's own.
    let open = second();
    assert!(open <= 3, "{open} at rest");
    let gone = fakepad::Pad::plug(1);
    until(context, "another", |seen| seen.0 == CONNECTED);
    gone.unplug();
    until(context, "gone", |seen| seen.0 == DISCONNECTED);
    let open = second();
    assert!(open <= 3, "{open} with one gone");
    assert!(c::rt_gamepad_shutdown(context));
    let shut = second();
    assert!(shut <= 2, "{shut} after shutdown");
}
