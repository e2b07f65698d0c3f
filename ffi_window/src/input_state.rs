//! Keys and buttons that are held in a window, and the pointer's place, as its events told.

use crate::event::EventKind;
use std::collections::{BTreeMap, BTreeSet};

/// Keys and buttons that are down, and the pointer's place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InputState {
    /// Key codes by scan codes: a layout that changes meanwhile lets no key stay down.
    keys: BTreeMap<i64, i64>,
    buttons: BTreeSet<i64>,
    pointer: (f64, f64),
}

impl InputState {
    /// Takes in what happened.
    pub fn take_in(&mut self, kind: &EventKind) {
        match kind {
            EventKind::Key(key) if key.pressed => {
                self.keys.insert(key.scancode, key.code);
            }
            EventKind::Key(key) => {
                self.keys.remove(&key.scancode);
            }
            // Their releases go to whoever has the keyboard then.
            EventKind::Focused(false) => self.keys.clear(),
            EventKind::MouseButton { button, pressed: true } => {
                self.buttons.insert(*button);
            }
            EventKind::MouseButton { button, pressed: false } => {
                self.buttons.remove(button);
            }
            EventKind::MouseMoved { x, y } => self.pointer = (*x, *y),
            _ => {}
        }
    }

    /// Lets go of the buttons.
    pub fn release_buttons(&mut self) {
        self.buttons.clear();
    }

    /// What the key in this place bears, where it is down.
    pub fn key_at(&self, scancode: i64) -> Option<i64> {
        self.keys.get(&scancode).copied()
    }

    /// The keys that are down: scan codes and key codes.
    pub fn keys(&self) -> impl Iterator<Item = (i64, i64)> {
        self.keys.iter().map(|(&scancode, &code)| (scancode, code))
    }

    /// The buttons that are down.
    pub fn buttons(&self) -> impl Iterator<Item = i64> {
        self.buttons.iter().copied()
    }

    /// Tells whether a key that bears this code is down.
    pub fn has_key(&self, code: i64) -> bool {
        self.keys.values().any(|held| *held == code)
    }

    /// Tells whether the key in this place is down.
    pub fn has_scancode(&self, scancode: i64) -> bool {
        self.keys.contains_key(&scancode)
    }

    /// Tells whether a button of the mouse is down.
    pub fn has_button(&self, button: i64) -> bool {
        self.buttons.contains(&button)
    }

    /// The pointer's last place in the window.
    pub fn pointer(&self) -> (f64, f64) {
        self.pointer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Key;

    #[test]
    fn a_key_is_let_go_whatever_it_bears_then() {
        let key = |code, pressed| EventKind::Key(Key { scancode: 30, code, pressed, repeat: false });
        let mut state = InputState::default();
        state.take_in(&key(65, true));
        assert!(state.has_key(65) && state.has_scancode(30) && !state.has_key(81));
        state.take_in(&key(81, false));
        assert_eq!(state, InputState::default());
        state.take_in(&key(65, true));
        state.take_in(&EventKind::MouseButton { button: 0, pressed: true });
        state.take_in(&EventKind::Focused(false));
        assert!(!state.has_scancode(30) && state.has_button(0), "a button is the pointer's");
        state.release_buttons();
        assert_eq!(state, InputState::default());
    }
}
