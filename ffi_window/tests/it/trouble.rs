//! Displays that are not there or go away, and arguments that mean nothing.

use crate::{
    c::{self, Pair},
    seen::{Seen, read, until},
};
use rigs::tools::output;
use std::{
    process::Command,
    thread,
    time::{Duration, Instant},
};

pub fn no_display() {
    assert_eq!(c::rt_winit_monitor_count(), 0);
    assert_eq!(c::last_error(), "");
    for _ in 0..3 {
        assert_eq!(c::rt_winit_event_loop_new(), 0);
        let reason = c::last_error();
        assert!(reason.starts_with("there is no display: neither WAYLAND_DISPLAY"), "{reason}");
    }
    assert_eq!(c::rt_winit_monitor_get_size(0), Pair(0, 0));
    assert!(!c::set_clipboard("nowhere"));
    assert!(c::last_error().contains("clipboard could not be set"), "{}", c::last_error());
    assert_eq!(c::clipboard(), "");
}

pub fn dead_display() {
    assert_eq!(c::rt_winit_event_loop_new(), 0);
    assert!(c::last_error().contains("the X display :7363 does not answer"), "{}", c::last_error());
    assert_eq!(c::rt_winit_monitor_count(), 0);
}

pub fn a_poor_server() {
    for _ in 0..2 {
        assert_eq!(c::rt_winit_event_loop_new(), 0);
        assert_eq!(c::last_error(), "there is no display: the X display has no extension RANDR");
    }
}

pub fn the_server_goes_away() {
    let event_loop = c::rt_winit_event_loop_new();
    let window = c::window(event_loop, 100, 100, "doomed");
    assert!(c::present(window, 100, 100, &[1; 40_000]));
    assert!(c::set_clipboard("doomed"));
    until(event_loop, |seen| *seen == Seen::Redraw);
    let server = std::env::var("RIGS_X_SERVER").expect("the rig's");
    let deadline = Instant::now() + Duration::from_secs(20);
    thread::scope(|scope| {
        let running = scope.spawn(|| (c::rt_winit_event_loop_run_return(event_loop), c::last_error()));
        let busy = scope.spawn(|| {
            while c::rt_winit_window_get_position(window) != Pair(0, 0) || c::last_error().is_empty() {
                assert!(Instant::now() < deadline);
            }
        });
        thread::sleep(Duration::from_millis(100));
        output(Command::new("kill").args(["-9", &server]));
        let (outcome, reason) = running.join().unwrap();
        assert!(!outcome && reason.contains("was lost"), "{reason}");
        busy.join().unwrap();
    });
    // The window is reported gone, and then nothing more.
    let mut seen = Vec::new();
    loop {
        match c::rt_winit_event_loop_wait_events(event_loop, 1000) {
            0 => break,
            event => seen.push(read(event).1),
        }
    }
    assert_eq!(seen.last(), Some(&Seen::Destroyed));
    assert!(c::last_error().contains("was lost"), "{}", c::last_error());
    assert_eq!(c::rt_winit_window_get_size(window), Pair(0, 0));
    assert!(!c::present(window, 100, 100, &[1; 40_000]));
    assert!(!c::set_title(window, "still?"));
    assert_eq!(c::rt_winit_monitor_count(), -1);
    assert_eq!(c::rt_winit_event_loop_new(), 0);
    assert!(c::last_error().contains("was lost"), "{}", c::last_error());
    assert!(!c::set_clipboard("still?"));
    assert!(c::rt_winit_window_free(window));
    assert!(c::rt_winit_event_loop_free(event_loop));
    assert_eq!(ffi_core::handle::live(), 0);
}

pub fn refusals() {
    let event_loop = c::rt_winit_event_loop_new();
    let refused = |wrong: &str| assert!(c::last_error().contains(wrong), "{wrong}: {}", c::last_error());
    for (width, height, wrong) in [
        (0, 10, "`width` is 0"),
        (10, -1, "`height` is -1"),
        (32_768, 10, "`width` is 32768"),
        (10, i64::MAX, "`height` is 9223372036854775807"),
    ] {
        assert_eq!(c::window(event_loop, width, height, ""), 0);
        refused(wrong);
    }
    let window = c::window(event_loop, 100, 100, "");
    assert!(!c::rt_winit_window_set_size(window, 0, 1));
    refused("`width` is 0");
    assert!(!c::rt_winit_window_set_position(window, 40_000, 1));
    refused("`x` is 40000");
    assert!(!c::rt_winit_window_set_min_size(window, 1, -1));
    refused("`height` is -1");
    assert!(!c::rt_winit_window_set_cursor_position(window, 1, i64::MIN));
    refused("`y` is");
    assert_eq!(c::rt_winit_event_loop_poll_events(event_loop, -1), 0);
    refused("`max_events` is -1");

    until(event_loop, |seen| *seen == Seen::Redraw);
    assert!(c::rt_winit_window_request_redraw(window));
    let redraw = loop {
        let event = c::rt_winit_event_loop_wait_events(event_loop, 20_000);
        if c::rt_winit_event_get_type(event) == 40 {
            break event;
        }
        c::rt_winit_event_free(event);
    };
    assert_eq!(c::rt_winit_event_window_resized(redraw), Pair(0, 0));
    assert_eq!(c::last_error(), "`event` is a redraw-requested event, and not a resized event");
    assert_eq!(c::rt_winit_event_window_moved(redraw), Pair(0, 0));
    assert_eq!(c::rt_winit_event_keyboard_scancode(redraw), -1);
    assert_eq!(c::rt_winit_event_keyboard_virtual_keycode(redraw), -1);
    assert_eq!(c::rt_winit_event_keyboard_modifiers(redraw), -1);
    assert_eq!(c::character(redraw), "");
    assert_eq!(c::rt_winit_event_window_scale_factor_changed(redraw), 0.0);
    assert_eq!(c::preedit(redraw), (String::new(), -1, -1));
    assert!(!c::rt_winit_event_window_close_requested(redraw));
    assert!(!c::rt_winit_event_cursor_entered(redraw) && !c::rt_winit_event_cursor_left(redraw));
    assert!(!c::rt_winit_event_window_focused(redraw));

    for wrong in [0, -1, i64::MAX, window, redraw] {
        assert_eq!(c::window(wrong, 10, 10, ""), 0);
        assert_eq!(c::rt_winit_event_loop_wait_events(wrong, 1000), 0);
        refused("`event_loop` is");
    }
    for wrong in [0, -1, event_loop, redraw] {
        assert_eq!(c::rt_winit_window_id(wrong), -1);
        assert!(!c::rt_winit_window_focus(wrong));
        refused("`window` is");
        assert!(!c::present(wrong, 1, 1, &[0; 4]));
    }
    assert_eq!(c::rt_winit_event_get_type(window), -1);
    refused("`event` is");
}
