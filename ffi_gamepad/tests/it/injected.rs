//! Contexts without a game-pad subsystem, and injected events.

use crate::{
    CHANGED, CONNECTED, DISCONNECTED, DROPPED, MOVED, NONE, PRESSED, RELEASED,
    c::{self, RtGamepadPower},
    drain, poll,
};

pub fn no_subsystem() {
    let context = c::rt_gamepad_init();
    assert!(context > 0);
    assert_eq!(c::last_error(), "");
    assert!(c::rt_gamepad_update(context));
    assert_eq!((c::rt_gamepad_count(context), c::ids(context)), (0, vec![]));
    assert_eq!(c::rt_gamepad_poll_event(context), 0);
    assert_eq!(c::last_error(), "", "no event is no failure");
    assert!(!c::rt_gamepad_is_connected(context, 0));
    assert_eq!(c::name(context, 0), "");
    assert_eq!(c::rt_gamepad_get_power_info(context, 0), RtGamepadPower { status: 0, percentage: -1 });
    assert!(!c::rt_gamepad_set_rumble(context, 0, 1.0, 1.0, 100));
    assert_eq!(c::last_error(), "`gamepad_id` is 0, and no such pad is connected");
    c::rt_gamepad_clear_error();
    assert_eq!(c::last_error(), "");
    assert!(c::rt_gamepad_shutdown(context));
}

pub fn every_type() {
    let context = c::rt_gamepad_init();
    let inject = |kind, code, value| assert!(c::rt_gamepad_inject_event(context, 3, kind, code, value));
    inject(CONNECTED, 0, 0.0);
    inject(PRESSED, 6, 1.0);
    inject(CHANGED, 4, 0.5);
    inject(MOVED, 1, -0.75);
    inject(DROPPED, 0, 0.0);
    assert_eq!(c::rt_gamepad_count(context), 0, "not before the update");
    assert_eq!(
        drain(context),
        [
            (CONNECTED, 3, NONE, NONE, 0.0),
            (PRESSED, 3, 6, NONE, 1.0),
            (CHANGED, 3, 4, NONE, 0.5),
            (MOVED, 3, NONE, 4, 0.5),
            (MOVED, 3, NONE, 1, -0.75),
            (DROPPED, 3, NONE, NONE, 0.0),
        ]
    );
    assert_eq!(c::ids(context), [3]);
    assert_eq!(c::name(context, 3), "Injected pad");
    assert!(c::rt_gamepad_button_is_pressed(context, 3, 6));
    assert_eq!(c::rt_gamepad_axis_data(context, 3, 1), -0.75);
    assert!(!c::rt_gamepad_set_rumble(context, 3, 1.0, 1.0, 100), "there is nothing that could rumble");
    inject(RELEASED, 6, 0.0);
    inject(DISCONNECTED, 0, 0.0);
    inject(PRESSED, 0, 1.0);
    assert_eq!(
        drain(context),
        [
            (RELEASED, 3, 6, NONE, 0.0),
            // What goes lets everything go.
            (CHANGED, 3, 4, NONE, 0.0),
            (MOVED, 3, NONE, 4, 0.0),
            (MOVED, 3, NONE, 1, 0.0),
            (DISCONNECTED, 3, NONE, NONE, 0.0),
            (PRESSED, 3, 0, NONE, 1.0),
        ]
    );
    assert!(c::rt_gamepad_is_connected(context, 3), "there again from its first event on");
    assert!(!c::rt_gamepad_button_is_pressed(context, 3, 6));
    assert!(c::rt_gamepad_button_is_pressed(context, 3, 0));
}

pub fn refuses() {
    let context = c::rt_gamepad_init();
    for (pad, kind, code, value, wrong) in [
        (-1, PRESSED, 0, 1.0, "`gamepad_id` is -1"),
        (65_536, PRESSED, 0, 1.0, "`gamepad_id` is 65536"),
        (0, 0, 0, 0.0, "`event_type` is 0"),
        (0, 5, 0, 0.0, "`event_type` is 5"),
        (0, PRESSED, 23, 1.0, "`code` is 23"),
        (0, MOVED, 8, 1.0, "`code` is 8"),
        (0, MOVED, -1, 1.0, "`code` is -1"),
        (0, PRESSED, 0, 1.5, "`value` is 1.5"),
        (0, CHANGED, 0, -0.5, "`value` is -0.5"),
        (0, MOVED, 0, -1.5, "`value` is -1.5"),
        (0, MOVED, 4, -0.5, "`value` is -0.5"),
        (0, MOVED, 0, f64::NAN, "`value` is NaN"),
    ] {
        assert!(!c::rt_gamepad_inject_event(context, pad, kind, code, value));
        assert!(c::last_error().contains(wrong), "{wrong}: {}", c::last_error());
    }
    assert_eq!(drain(context), []);
}

pub fn bounded() {
    let context = c::rt_gamepad_init();
    let press = |button: i64| c::rt_gamepad_inject_event(context, 0, PRESSED, button, 1.0);
    // One more than wait: the oldest event goes, but the button stays pressed.
    assert!(press(9));
    (0..4096).for_each(|_| assert!(press(2)));
    assert_eq!(drain(context).len(), 4096);
    assert!(c::rt_gamepad_button_is_pressed(context, 0, 9));

    let kept: Vec<i64> = (0..4096)
        .map(|_| {
            press(1);
            c::rt_gamepad_poll_event(context)
        })
        .collect();
    assert_eq!(c::rt_gamepad_event_get_button(kept[0]), 1);
    assert_eq!(ffi_core::handle::live(), 4097);
    press(1);
    let newest = c::rt_gamepad_poll_event(context);
    assert_eq!(ffi_core::handle::live(), 4097);
    assert_eq!(c::rt_gamepad_event_get_button(kept[0]), -1);
    assert!(c::last_error().contains("was freed"), "{}", c::last_error());
    assert_eq!(c::rt_gamepad_event_get_button(kept[1]), 1);
    assert_eq!(c::rt_gamepad_event_get_button(newest), 1);
    // Freed ones leave room.
    assert!(c::rt_gamepad_event_free(kept[4000]));
    press(1);
    assert!(poll(context).is_some());
    assert_eq!(c::rt_gamepad_event_get_button(kept[1]), 1);
    assert!(c::rt_gamepad_shutdown(context));
    assert_eq!(ffi_core::handle::live(), 0);
}

pub fn stale_handles() {
    let context = c::rt_gamepad_init();
    c::rt_gamepad_inject_event(context, 0, CONNECTED, 0, 0.0);
    let event = c::rt_gamepad_poll_event(context);
    assert!(event > 0, "a poll takes in by itself where nothing waits");
    for wrong in [0, -1, i64::MIN, i64::MAX, 42, event] {
        assert!(!c::rt_gamepad_update(wrong));
        assert_eq!(c::rt_gamepad_count(wrong), -1);
        assert_eq!(c::rt_gamepad_poll_event(wrong), 0);
        assert!(c::last_error().contains("`context` is"), "{}", c::last_error());
        assert_eq!(c::rt_gamepad_get_power_info(wrong, 0), RtGamepadPower { status: 0, percentage: -1 });
        assert!(!c::rt_gamepad_shutdown(wrong));
    }
    for wrong in [0, -1, i64::MAX, context] {
        assert_eq!(c::rt_gamepad_event_get_type(wrong), -1);
        assert_eq!(c::rt_gamepad_event_get_gamepad_id(wrong), -1);
        assert_eq!(c::rt_gamepad_event_get_value(wrong), 0.0);
        assert!(!c::rt_gamepad_event_free(wrong));
    }
}
