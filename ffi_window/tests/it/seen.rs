//! Events as the tests compare them.

use crate::c;
use ffi_core::clock;
use rigs::tools::eventually;
use std::time::{Duration, Instant};

#[derive(Clone, Debug, PartialEq)]
pub enum Seen {
    Resized(i64, i64),
    Moved(i64, i64),
    CloseRequested,
    Destroyed,
    Focused,
    Unfocused,
    ScaleFactor(f64),
    Theme(i64),
    /// Scan code, key code, pressed, modifiers, repeated.
    Key(i64, i64, bool, i64, bool),
    Text(String),
    Button(i64, bool),
    Mouse(f64, f64),
    Wheel(f64, f64),
    Motion(f64, f64),
    Entered,
    Left,
    Touch(c::Touch),
    Redraw,
    Dropped(String),
    Hovered(String),
    HoverCancelled,
    TextDropped(String),
    ImeEnabled,
    Preedit(String, i64, i64),
    ImeDisabled,
    Minimized,
    Maximized,
    Restored,
    Occluded,
    Exposed,
}

/// An event by its getters, freed.
pub fn read(event: i64) -> (i64, Seen) {
    let seen = match c::rt_winit_event_get_type(event) {
        1 => {
            let c::Pair(width, height) = c::rt_winit_event_window_resized(event);
            Seen::Resized(width, height)
        }
        2 => {
            let c::Pair(x, y) = c::rt_winit_event_window_moved(event);
            Seen::Moved(x, y)
        }
        3 => {
            assert!(c::rt_winit_event_window_close_requested(event));
            Seen::CloseRequested
        }
        4 => Seen::Destroyed,
        5 => {
            assert!(c::rt_winit_event_window_focused(event));
            Seen::Focused
        }
        6 => {
            assert!(!c::rt_winit_event_window_focused(event));
            Seen::Unfocused
        }
        7 => {
            let factor = c::rt_winit_event_window_scale_factor_changed(event);
            assert_eq!(factor, c::rt_winit_event_window_scale_factor(event));
            Seen::ScaleFactor(factor)
        }
        8 => Seen::Theme(c::rt_winit_event_theme(event)),
        10 => {
            let key = c::rt_winit_event_keyboard_input(event);
            assert_eq!(key.scancode, c::rt_winit_event_keyboard_scancode(event));
            assert_eq!(key.keycode, c::rt_winit_event_keyboard_virtual_keycode(event));
            let modifiers = c::rt_winit_event_keyboard_modifiers(event);
            let repeat = c::rt_winit_event_keyboard_repeat(event);
            Seen::Key(key.scancode, key.keycode, key.pressed, modifiers, repeat)
        }
        11 => Seen::Text(c::character(event)),
        20 => {
            let button = c::rt_winit_event_mouse_button(event);
            Seen::Button(button.button, button.pressed)
        }
        21 => {
            let c::PairF(x, y) = c::rt_winit_event_mouse_moved(event);
            Seen::Mouse(x, y)
        }
        22 => {
            let c::PairF(x, y) = c::rt_winit_event_mouse_wheel(event);
            Seen::Wheel(x, y)
        }
        23 => {
            assert!(c::rt_winit_event_cursor_entered(event));
            Seen::Entered
        }
        24 => {
            assert!(c::rt_winit_event_cursor_left(event));
            Seen::Left
        }
        25 => {
            let c::PairF(x, y) = c::rt_winit_event_mouse_motion(event);
            Seen::Motion(x, y)
        }
        30 => Seen::Touch(c::rt_winit_event_touch(event)),
        40 => Seen::Redraw,
        50 => Seen::Dropped(c::path(event)),
        51 => Seen::Hovered(c::path(event)),
        52 => Seen::HoverCancelled,
        53 => Seen::TextDropped(c::dropped_text(event)),
        60 => Seen::ImeEnabled,
        61 => {
            let (text, start, end) = c::preedit(event);
            Seen::Preedit(text, start, end)
        }
        62 => Seen::ImeDisabled,
        70 => Seen::Minimized,
        71 => Seen::Maximized,
        72 => Seen::Restored,
        73 => Seen::Occluded,
        74 => Seen::Exposed,
        other => panic!("type {other}: {}", c::last_error()),
    };
    let window = c::rt_winit_event_get_window_id(event);
    let time = c::rt_winit_event_get_timestamp(event);
    assert!((1..=clock::now()).contains(&time), "{time}: {seen:?}");
    assert!(c::rt_winit_event_free(event));
    (window, seen)
}

/// All that waits.
pub fn drain(event_loop: i64) -> Vec<Seen> {
    std::iter::from_fn(|| match c::rt_winit_event_loop_poll_events(event_loop, 1) {
        0 => None,
        event => Some(read(event).1),
    })
    .collect()
}

/// Events up to and including `last`.
pub fn until(event_loop: i64, last: impl Fn(&Seen) -> bool) -> Vec<Seen> {
    let mut seen: Vec<Seen> = Vec::new();
    let deadline = Instant::now() + Duration::from_secs(20);
    while !seen.last().is_some_and(&last) {
        match c::rt_winit_event_loop_wait_events(event_loop, 1000) {
            0 => assert!(Instant::now() < deadline, "not within 20 s, but {seen:?} {}", c::last_error()),
            event => seen.push(read(event).1),
        }
    }
    seen
}

/// Waits until something that can only be looked at is so.
pub fn becomes<T: PartialEq + std::fmt::Debug>(what: &str, wanted: T, look: impl Fn() -> T) {
    let mut last = None;
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        eventually(what, || {
            let found = look();
            let is_so = found == wanted;
            last = Some(found);
            is_so.then_some(())
        });
    }));
    assert!(outcome.is_ok(), "{what}: {last:?}, not {wanted:?}");
}
