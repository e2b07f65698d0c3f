//! Pads that are plugged in.

use crate::{
    CHANGED, CONNECTED, DISCONNECTED, MOVED, NONE, PRESSED, RELEASED, Seen,
    c::{self, Button, Power},
    drain,
};
use rigs::{
    fakepad::{self, Rumble, code::*},
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
        assert_eq!(c::rt_gamepad_button_data(context, 0, button), Button { is_pressed: true, value: 1.0 });
        let others = (0..17).filter(|&other| c::rt_gamepad_button_is_pressed(context, 0, other));
        assert_eq!(others.collect::<Vec<_>>(), [button]);

        pad.key(code, false);
        let seen = until(context, "released and changed", |seen| seen.0 == CHANGED);
        assert_eq!(seen, [(RELEASED, 0, button, NONE, 0.0), (CHANGED, 0, button, NONE, 0.0)]);
        assert_eq!(c::rt_gamepad_button_data(context, 0, button), Button { is_pressed: false, value: 0.0 });
    }
    for wrong in [-1, 17, 255] {
        assert!(!c::rt_gamepad_button_is_pressed(context, 0, wrong));
        assert!(c::last_error().contains(&format!("`button` is {wrong}")), "{}", c::last_error());
    }
}

/// Where the kernel's `value` of an axis from -32768 to 32767 with a dead zone of 128 lies, alone on its stick.
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
    assert_eq!(c::rt_gamepad_button_data(late, 0, 4), Button { is_pressed: true, value: 1.0 });
    assert_eq!(c::rt_gamepad_axis_data(late, 0, 4), 1.0);
    assert_eq!(c::rt_gamepad_axis_data(late, 0, 6), 1.0);
    assert_eq!(drain(late), []);
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

/// What the pad does once the last of `ends` was asked of it and it has fallen still.
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
    // In steps of 50 ms, rounded up, at the strengths asked for, of 65,535; clamped.
    let asked = [
        ((0.5, 0.25, 120), Rumble { strong: 32768, weak: 16384 }, 3),
        ((1.0, 0.0, 200), Rumble { strong: 65535, weak: 0 }, 4),
        ((0.02, 7.0, 50), Rumble { strong: 1311, weak: 65535 }, 1),
        ((-3.0, 1.0, 51), Rumble { strong: 0, weak: 65535 }, 2),
    ];
    for ((strong, weak, ms), expected, steps) in asked {
        let from = pad.rumbles().len();
        assert!(c::rt_gamepad_set_rumble(context, 0, strong, weak, ms));
        assert_eq!(rumbled(&pad, from), vec![expected; steps], "{strong} {weak} for {ms} ms");
    }

    let from = pad.rumbles().len();
    assert!(c::rt_gamepad_set_rumble(context, 0, 1.0, 1.0, 60_000));
    eventually("it rumbles", || (pad.rumbles().last()?.strong == 65535).then_some(()));
    let started = Instant::now();
    assert!(c::rt_gamepad_stop_rumble(context, 0));
    assert!(rumbled(&pad, from).len() < 100);
    assert!(started.elapsed() < Duration::from_secs(30), "stopped, and not run out");

    // A new one takes the place of the old.
    assert!(c::rt_gamepad_set_rumble(context, 0, 1.0, 1.0, 60_000));
    assert!(c::rt_gamepad_set_rumble(context, 0, 0.0, 0.5, 100));
    let from = pad.rumbles().len();
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

pub fn wired() {
    let (context, _pad) = with_pad();
    assert_eq!(c::rt_gamepad_get_power_info(context, 0), Power { status: 5, percentage: -1 });
    assert_eq!(c::rt_gamepad_get_power_info(context, 77), Power { status: 0, percentage: -1 });
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
        assert_eq!(c::rt_gamepad_get_power_info(context, id), Power { status, percentage }, "{says}");
        std::mem::forget(pad);
    }
}

fn count(folder: &str) -> usize {
    std::fs::read_dir(folder).expect("/proc").count()
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
    let before = (count("/proc/self/task"), count("/proc/self/fd"));
    for _ in 0..10 {
        round();
    }
    assert_eq!((count("/proc/self/task"), count("/proc/self/fd")), before, "threads, descriptors");
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
