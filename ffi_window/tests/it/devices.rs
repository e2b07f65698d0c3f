//! A touch screen and a touchpad on X.

use crate::{
    c,
    seen::{Seen, drain, until},
};
use rigs::x11::devices::{Device, Phase};

const STARTED: i64 = 0;
const MOVED: i64 = 1;
const ENDED: i64 = 2;

/// A window over all of the screen, whose middle is at 512, 384.
fn full() -> i64 {
    let event_loop = c::rt_winit_event_loop_new();
    assert!(event_loop > 0, "{}", c::last_error());
    let window = c::window(event_loop, 1024, 768, "touched");
    assert!(window > 0, "{}", c::last_error());
    until(event_loop, |seen| *seen == Seen::Redraw);
    event_loop
}

/// The next touch: finger, phase, and the pixel.
fn touched(event_loop: i64) -> (i64, i64, i64, i64) {
    let seen = until(event_loop, |seen| matches!(seen, Seen::Touch(_)));
    let Some(Seen::Touch(touch)) = seen.last() else { unreachable!() };
    (touch.finger, touch.phase, touch.x.round() as i64, touch.y.round() as i64)
}

pub fn touch() {
    let event_loop = full();
    let mut screen = Device::touch_screen();
    screen.touch(0, Phase::Begin, (0.25, 0.5));
    let (first, phase, x, y) = touched(event_loop);
    assert_eq!((phase, x, y), (STARTED, 256, 384));
    screen.touch(1, Phase::Begin, (0.75, 0.25));
    let (second, phase, x, y) = touched(event_loop);
    assert_eq!((phase, x, y), (STARTED, 768, 192));
    assert_ne!(first, second);
    screen.touch(0, Phase::Update, (0.5, 0.5));
    assert_eq!(touched(event_loop), (first, MOVED, 512, 384));
    screen.touch(1, Phase::Update, (0.75, 0.75));
    assert_eq!(touched(event_loop), (second, MOVED, 768, 576));
    screen.touch(0, Phase::End, (0.5, 0.5));
    let (finger, phase, ..) = touched(event_loop);
    assert_eq!((finger, phase), (first, ENDED));
    screen.touch(1, Phase::End, (0.75, 0.75));
    let (finger, phase, ..) = touched(event_loop);
    assert_eq!((finger, phase), (second, ENDED));
}

pub fn smooth_scrolling() {
    let event_loop = full();
    let mut pad = Device::touchpad();
    pad.point((0.5, 0.5));
    until(event_loop, |seen| matches!(seen, Seen::Mouse(..)));
    drain(event_loop);
    let mut scrolled = |across: f64, down: f64| {
        pad.scroll(across, down);
        // The other axis is said to stand still.
        let moved = |seen: &Seen| matches!(seen, Seen::Wheel(x, y) if (*x, *y) != (0.0, 0.0));
        let seen = until(event_loop, moved);
        seen.into_iter().rfind(moved)
    };
    // By the first of each axis it becomes known where the axis stands.
    for (across, down) in [(0.0, 120.0), (120.0, 0.0)] {
        assert!(scrolled(across, down).is_some());
    }
    assert_eq!(scrolled(0.0, 120.0), Some(Seen::Wheel(0.0, -1.0)));
    assert_eq!(scrolled(0.0, -60.0), Some(Seen::Wheel(0.0, 0.5)));
    assert_eq!(scrolled(30.0, 0.0), Some(Seen::Wheel(-0.25, 0.0)));
}
