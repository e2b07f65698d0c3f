//! The mouse's own motion, as games turn a view by it.

use crate::{
    c,
    input::focus,
    seen::{Seen, becomes, drain, until},
    wayland::open_full,
    windows::{open, pointer_at},
};
use rigs::{
    wayland::{pointer::Pointer, tree},
    x11::{cursor, sh},
};
use std::process::{Child, Command};

/// Events until the mouse has moved so far in all.
fn until_moved(event_loop: i64, wanted: (f64, f64)) -> Vec<Seen> {
    let mut all = Vec::new();
    let mut sum = (0.0, 0.0);
    while sum != wanted {
        let seen = until(event_loop, |seen| matches!(seen, Seen::Motion(..)));
        if let Some(Seen::Motion(x, y)) = seen.last() {
            sum = (sum.0 + x, sum.1 + y);
        }
        all.extend(seen);
    }
    all
}

fn without_places(seen: &[Seen]) {
    assert!(!seen.iter().any(|seen| matches!(seen, Seen::Mouse(..))), "{seen:?}");
}

pub fn x11() {
    let (event_loop, window) = open("steered");
    focus(window);
    let id = c::rt_winit_window_id(window);
    sh(&format!("xdotool mousemove --window {id} 40 50"));
    until(event_loop, |seen| *seen == Seen::Mouse(40.0, 50.0));
    let place = pointer_at();
    assert!(c::rt_winit_window_set_relative_mouse(window, true), "{}", c::last_error());
    becomes("hidden", true, || cursor::picture().is_empty());
    sh("xdotool mousemove_relative -- 30 -20");
    without_places(&until_moved(event_loop, (30.0, -20.0)));
    // On and on, where the pointer would long be at the screen's edge, and with a button held.
    for _ in 0..4 {
        sh("xdotool mousedown 1 mousemove_relative -- 300 200 mouseup 1");
    }
    let seen = until_moved(event_loop, (1200.0, 800.0));
    without_places(&seen);
    assert_eq!(seen.iter().filter(|seen| **seen == Seen::Button(0, true)).count(), 4, "{seen:?}");
    assert_eq!(pointer_at(), place);

    // The user goes to another window, and has the pointer back.
    let other_loop = c::rt_winit_event_loop_new();
    let _other = c::window(other_loop, 200, 100, "another");
    until(other_loop, |seen| *seen == Seen::Focused);
    until(event_loop, |seen| *seen == Seen::Unfocused);
    assert_eq!(pointer_at(), place);
    becomes("shown", false, || cursor::picture().is_empty());
    drain(event_loop);
    sh("xdotool mousemove 1270 790");
    assert_eq!(pointer_at(), (1270, 790));
    // It goes over the window and does not steer.
    sh(&format!("xdotool mousemove --window {id} 70 80"));
    let seen = until(event_loop, |seen| *seen == Seen::Mouse(70.0, 80.0));
    assert!(!seen.iter().any(|seen| matches!(seen, Seen::Motion(..))), "{seen:?}");

    // Back, with the pointer elsewhere.
    sh("xdotool mousemove 1270 790");
    focus(window);
    until(event_loop, |seen| *seen == Seen::Focused);
    becomes("hidden again", true, || cursor::picture().is_empty());
    assert_eq!(pointer_at(), (place.0 - 40 + 200, place.1 - 50 + 150), "in the middle");
    drain(event_loop);
    sh("xdotool mousemove_relative -- 0 9");
    until_moved(event_loop, (0.0, 9.0));

    // What was asked for meanwhile holds afterwards.
    assert!(c::rt_winit_window_set_cursor_grab(window, true), "{}", c::last_error());
    assert!(c::rt_winit_window_set_cursor_visible(window, true));
    assert!(cursor::picture().is_empty());
    assert!(c::rt_winit_window_set_relative_mouse(window, false), "{}", c::last_error());
    becomes("shown", false, || cursor::picture().is_empty());
    sh("xdotool mousemove 1270 790");
    assert_ne!(pointer_at(), (1270, 790), "kept inside");
    assert!(c::rt_winit_window_set_relative_mouse(window, true), "{}", c::last_error());
    sh("xdotool mousemove_relative -- 5 6");
    until_moved(event_loop, (5.0, 6.0));
    assert!(c::rt_winit_window_set_relative_mouse(window, false), "{}", c::last_error());
    assert!(c::rt_winit_window_set_cursor_grab(window, false));
    drain(event_loop);
    sh(&format!("xdotool mousemove --window {id} 40 50"));
    let seen = until(event_loop, |seen| *seen == Seen::Mouse(40.0, 50.0));
    assert!(!seen.iter().any(|seen| matches!(seen, Seen::Motion(..))), "{seen:?}");
}

/// A keyboard that stays plugged in: without one, no window has it.
struct Keyboard(Child);

impl Keyboard {
    fn plug() -> Self {
        let typist = Command::new("wtype").args(["-s", "60000", "-k", "a"]).spawn().expect("wtype");
        becomes("plugged in", true, || sh("swaymsg -t get_inputs").contains("\"type\": \"keyboard\""));
        Self(typist)
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Sway knows what was asked for: who answers has sent what came before, and sway, asked twice, has read it.
fn heard(window: i64) {
    assert!(c::rt_winit_window_is_fullscreen(window));
    tree();
    tree();
}

pub fn wayland() {
    let _keyboard = Keyboard::plug();
    let (event_loop, window) = open_full("steered");
    let mut mouse = Pointer::plug();
    mouse.go(200, 100);
    mouse.go(320, 240);
    until(event_loop, |seen| *seen == Seen::Mouse(320.0, 240.0));
    assert!(c::rt_winit_window_set_relative_mouse(window, true), "{}", c::last_error());
    heard(window);
    drain(event_loop);
    for _ in 0..4 {
        mouse.push(700.0, -500.5);
    }
    without_places(&until_moved(event_loop, (2800.0, -2002.0)));
    assert!(c::rt_winit_window_set_relative_mouse(window, false), "{}", c::last_error());
    heard(window);
    drain(event_loop);
    // From where it was: it did not leave its place.
    mouse.push(10.0, 20.0);
    until(event_loop, |seen| *seen == Seen::Mouse(330.0, 260.0));
}
