//! A host's loop that draws picture after picture: when the next one is due, and what was put in between two of them.

use crate::{event::EventKind, input_state::InputState};
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

/// The longest text that is kept of what is typed between two frames.
const MOST_TEXT: usize = 4096;

/// A key's scan code and key code, or a button's number.
type Keys = BTreeSet<(i64, i64)>;

/// What was put in between two frames, and what is held at the later one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrameInput {
    held: InputState,
    pressed: Keys,
    released: Keys,
    buttons_pressed: BTreeSet<i64>,
    buttons_released: BTreeSet<i64>,
    /// What the mouse moved while it steers.
    motion: (f64, f64),
    pub wheel: (f64, f64),
    pub text: String,
}

/// What became of a key or a button in a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    pub held: bool,
    pub pressed: bool,
    pub released: bool,
}

impl FrameInput {
    /// A key that bears this code.
    pub fn key(&self, code: i64) -> Change {
        let has = |keys: &Keys| keys.iter().any(|(_, other)| *other == code);
        Change { held: self.held.has_key(code), pressed: has(&self.pressed), released: has(&self.released) }
    }

    /// The key in this place.
    pub fn scancode(&self, scancode: i64) -> Change {
        let has = |keys: &Keys| keys.iter().any(|(other, _)| *other == scancode);
        Change {
            held: self.held.has_scancode(scancode),
            pressed: has(&self.pressed),
            released: has(&self.released),
        }
    }

    /// A button of the mouse.
    pub fn button(&self, button: i64) -> Change {
        Change {
            held: self.held.has_button(button),
            pressed: self.buttons_pressed.contains(&button),
            released: self.buttons_released.contains(&button),
        }
    }

    /// Where the pointer is.
    pub fn pointer(&self) -> (f64, f64) {
        self.held.pointer()
    }
}

/// The frames of a window.
#[derive(Debug, Default)]
pub struct Frames {
    /// What is held now.
    now: InputState,
    since: FrameInput,
    current: FrameInput,
    /// How far the pointer was moved in the current frame.
    moved: (f64, f64),
    /// When the last one began, and when it was due.
    last: Option<(Instant, Instant)>,
}

impl Frames {
    /// Takes in what happened.
    pub fn take_in(&mut self, kind: &EventKind) {
        let since = &mut self.since;
        match kind {
            EventKind::Key(key) if key.pressed && !key.repeat => {
                since.pressed.insert((key.scancode, key.code));
            }
            EventKind::Key(key) if !key.pressed => {
                // Under what it bore when it went down.
                since.released.extend(self.now.key_at(key.scancode).map(|code| (key.scancode, code)));
            }
            EventKind::Focused(false) => since.released.extend(self.now.keys()),
            EventKind::MouseButton { button, pressed: true } => {
                since.buttons_pressed.insert(*button);
            }
            EventKind::MouseButton { button, pressed: false } => {
                since.buttons_released.insert(*button);
            }
            EventKind::MouseWheel { x, y } => since.wheel = (since.wheel.0 + x, since.wheel.1 + y),
            EventKind::MouseMotion { x, y } => since.motion = (since.motion.0 + x, since.motion.1 + y),
            // A host that draws no frames needs none of it.
            EventKind::Text(text) if since.text.len() + text.len() <= MOST_TEXT => since.text.push_str(text),
            _ => {}
        }
        self.now.take_in(kind);
    }

    /// Lets go of the buttons.
    pub fn release_buttons(&mut self) {
        self.since.buttons_released.extend(self.now.buttons());
        self.now.release_buttons();
    }

    /// What is held now.
    pub fn now(&self) -> &InputState {
        &self.now
    }

    /// What was put in in the current frame.
    pub fn current(&self) -> &FrameInput {
        &self.current
    }

    /// How far the pointer, or a mouse that steers, was moved in the current frame.
    pub fn moved(&self) -> (f64, f64) {
        self.moved
    }

    /// When the next frame is due, where one is to follow each `period` after the other. One that is late by less than
    /// that shifts none after it; one that is later begins a new row.
    pub fn due(&self, period: Duration, now: Instant) -> Instant {
        let next = self.last.map_or(now, |(_, due)| due + period);
        if next + period < now { now } else { next }
    }

    /// Begins a frame that was due then; how long after the one before it.
    pub fn begin(&mut self, due: Instant, now: Instant) -> Option<Duration> {
        let before = self.current.pointer();
        let motion = self.since.motion;
        self.since.held = self.now.clone();
        self.current = std::mem::take(&mut self.since);
        let (x, y) = self.current.pointer();
        let last = self.last.replace((now, due));
        self.moved = match last {
            Some(_) => (x - before.0 + motion.0, y - before.1 + motion.1),
            None => motion,
        };
        last.map(|(last, _)| now.saturating_duration_since(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Key;

    const STEP: Duration = Duration::from_millis(10);

    fn key(code: i64, pressed: bool, repeat: bool) -> EventKind {
        EventKind::Key(Key { scancode: 30, code, pressed, repeat })
    }

    fn begin(frames: &mut Frames) {
        let now = Instant::now();
        frames.begin(now, now);
    }

    #[test]
    fn a_tap_between_two_frames_is_seen_once() {
        let mut frames = Frames::default();
        frames.take_in(&key(65, true, false));
        frames.take_in(&key(81, false, false));
        assert_eq!(frames.current().key(65), Change::default(), "not before the frame");
        begin(&mut frames);
        let tapped = Change { held: false, pressed: true, released: true };
        assert_eq!((frames.current().key(65), frames.current().scancode(30)), (tapped, tapped));
        assert_eq!(frames.current().key(81), Change::default());
        begin(&mut frames);
        assert_eq!(frames.current().key(65), Change::default());
    }

    #[test]
    fn what_repeats_is_held_and_what_loses_the_keyboard_is_released() {
        let mut frames = Frames::default();
        frames.take_in(&key(65, true, false));
        begin(&mut frames);
        frames.take_in(&key(65, true, true));
        begin(&mut frames);
        assert_eq!(frames.current().key(65), Change { held: true, ..Change::default() });
        frames.take_in(&EventKind::Focused(false));
        begin(&mut frames);
        assert_eq!(frames.current().key(65), Change { released: true, ..Change::default() });
    }

    #[test]
    fn wheels_motion_and_places_of_a_frame() {
        let mut frames = Frames::default();
        frames.take_in(&EventKind::MouseMoved { x: 5.0, y: 6.0 });
        begin(&mut frames);
        assert_eq!((frames.current().pointer(), frames.moved()), ((5.0, 6.0), (0.0, 0.0)));
        frames.take_in(&EventKind::MouseMoved { x: 9.0, y: 6.0 });
        frames.take_in(&EventKind::MouseMoved { x: 8.0, y: 7.0 });
        for _ in 0..2 {
            frames.take_in(&EventKind::MouseWheel { x: 0.5, y: -1.0 });
            frames.take_in(&EventKind::MouseButton { button: 0, pressed: true });
            frames.take_in(&EventKind::Text("ä".into()));
        }
        frames.release_buttons();
        begin(&mut frames);
        let input = frames.current();
        assert_eq!((frames.moved(), input.wheel, &*input.text), ((3.0, 1.0), (1.0, -2.0), "ää"));
        assert_eq!(input.button(0), Change { held: false, pressed: true, released: true });
        frames.take_in(&EventKind::MouseMotion { x: 2.0, y: 3.0 });
        frames.take_in(&EventKind::MouseMotion { x: 2.0, y: -7.0 });
        begin(&mut frames);
        assert_eq!((frames.moved(), frames.current().wheel), ((4.0, -4.0), (0.0, 0.0)));
        for _ in 0..MOST_TEXT {
            frames.take_in(&EventKind::Text("ab".into()));
        }
        begin(&mut frames);
        assert_eq!(frames.current().text.len(), MOST_TEXT);
    }

    #[test]
    fn late_frames_are_caught_up_with_or_begin_anew() {
        let start = Instant::now();
        let mut frames = Frames::default();
        assert_eq!(frames.due(STEP, start), start, "the first is due at once");
        assert_eq!(frames.begin(start, start), None);
        assert_eq!(frames.due(STEP, start + STEP / 4), start + STEP);
        // Half a step late.
        let late = start + STEP * 3 / 2;
        let due = frames.due(STEP, late);
        assert_eq!((due, frames.begin(due, late)), (start + STEP, Some(STEP * 3 / 2)));
        assert_eq!(frames.due(STEP, late), start + 2 * STEP);
        let much_later = start + 9 * STEP;
        assert_eq!(frames.due(STEP, much_later), much_later);
    }
}
