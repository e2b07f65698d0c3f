//! A pad as one context knows it: what its buttons and axes were when the context last took events in.

use crate::codes::{self, AXES, AXIS_NAMES, BUTTON_NAMES, BUTTONS, axis, button, kind};
use crate::event::Happening;

/// What does not change while a pad is connected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// The name of its mapping, or what the driver calls it.
    pub name: String,
    /// The identity that SDL's mappings go by: 32 hexadecimal digits.
    pub uuid: String,
    /// Whether it can rumble.
    pub rumbles: bool,
}

impl Description {
    /// Of a pad that exists for its injected events only.
    pub fn injected() -> Self {
        Self { name: "Injected pad".into(), uuid: "0".repeat(32), rumbles: false }
    }

    /// Of a pad of gilrs's.
    pub fn of(pad: &gilrs::Gamepad<'_>) -> Self {
        Self {
            name: pad.name().to_owned(),
            uuid: pad.uuid().iter().map(|byte| format!("{byte:02x}")).collect(),
            rumbles: pad.is_ff_supported(),
        }
    }
}

/// A button's state.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Button {
    pub pressed: bool,
    pub value: f64,
}

/// A connected pad.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pad {
    pub description: Description,
    buttons: [Button; BUTTONS],
    axes: [f64; AXES],
}

impl Pad {
    /// With nothing pressed.
    pub fn at_rest(description: Description) -> Self {
        Self { description, ..Self::default() }
    }

    /// As gilrs knows it at this moment.
    pub fn now(pad: &gilrs::Gamepad<'_>) -> Self {
        let mut known = Self::at_rest(Description::of(pad));
        for (state, name) in known.buttons.iter_mut().zip(BUTTON_NAMES) {
            state.pressed = pad.is_pressed(name);
            let analog = pad.button_data(name).map(|data| f64::from(data.value()));
            state.value = analog.unwrap_or(f64::from(u8::from(state.pressed)));
        }
        for (value, name) in known.axes.iter_mut().zip(AXIS_NAMES) {
            let told = pad.axis_data(name).and_then(|data| codes::position(name, data.value()));
            *value = told.unwrap_or_default();
        }
        for moved in [button::LEFT_TRIGGER, button::RIGHT_TRIGGER, button::DPAD_LEFT, button::DPAD_UP] {
            let changed = Happening::of_button(kind::BUTTON_CHANGED, 0, moved, 0.0);
            // Where gilrs has the axis itself, that is what it is.
            if changed.moved_axis().and_then(|axis| known.axis(axis)) == Some(0.0) {
                known.follow(&changed);
            }
        }
        known
    }

    /// A button by its number.
    pub fn button(&self, number: i64) -> Option<Button> {
        codes::button_place(number).map(|place| self.buttons[place])
    }

    /// An axis's value by its number.
    pub fn axis(&self, number: i64) -> Option<f64> {
        codes::axis_place(number).map(|place| self.axes[place])
    }

    /// Takes a change in. Where a button's change moves an axis, the event that says so.
    pub fn take_in(&mut self, happening: &Happening) -> Option<Happening> {
        if let Some(place) = codes::button_place(happening.button) {
            let state = &mut self.buttons[place];
            state.value = happening.value;
            match happening.kind {
                kind::BUTTON_PRESSED => state.pressed = true,
                kind::BUTTON_RELEASED => state.pressed = false,
                _ => {}
            }
        } else if let Some(place) = codes::axis_place(happening.axis) {
            self.axes[place] = happening.value;
        }
        self.follow(happening)
    }

    /// Sets the axis that a button's change moves.
    fn follow(&mut self, happening: &Happening) -> Option<Happening> {
        let moved = happening.moved_axis()?;
        let value = |number| self.button(number).map_or(0.0, |button: Button| button.value);
        let position = match moved {
            axis::DPAD_X => value(button::DPAD_RIGHT) - value(button::DPAD_LEFT),
            axis::DPAD_Y => value(button::DPAD_UP) - value(button::DPAD_DOWN),
            _ => value(happening.button),
        };
        let place = codes::axis_place(moved)?;
        if self.axes[place] == position {
            return None;
        }
        self.axes[place] = position;
        Some(Happening::of_axis(happening.pad, moved, position))
    }
}
