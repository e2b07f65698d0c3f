//! A pad as one context knows it: what its buttons and axes were when the context last took events in.

use crate::{
    codes::{self, AXES, BUTTONS, axis, button, kind},
    event::GamepadEvent,
};

/// Properties of a pad that do not change while it is connected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Description {
    /// The name of its mapping, or what the driver calls it.
    pub name: String,
    /// The identity that SDL's mappings go by: 32 hexadecimal digits.
    pub uuid: String,
    /// True where it can rumble.
    pub rumbles: bool,
}

impl Description {
    /// Description of a pad that exists for its injected events only.
    pub fn injected() -> Self {
        Self { name: "Injected pad".into(), uuid: "0".repeat(32), rumbles: false }
    }

    /// Of a pad of gilrs's; `name` is the one that its mapping gives it.
    pub fn of(pad: &gilrs_core::Gamepad, name: Option<String>) -> Self {
        Self {
            name: name.unwrap_or_else(|| pad.name().to_owned()),
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
    /// A pad with nothing pressed.
    pub fn at_rest(description: Description) -> Self {
        Self { description, ..Self::default() }
    }

    /// The events that would bring pad `id`, at rest before, into this state at this moment.
    pub fn held(&self, id: i64, time: i64) -> Vec<GamepadEvent> {
        let mut events = Vec::new();
        for (number, state) in (0..).zip(self.buttons) {
            if state.pressed {
                events.push(GamepadEvent::of_button(kind::BUTTON_PRESSED, id, number, state.value));
            }
            if state.value != 0.0 {
                events.push(GamepadEvent::of_button(kind::BUTTON_CHANGED, id, number, state.value));
            }
        }
        let moved = (0..).zip(self.axes).filter(|(_, position)| *position != 0.0);
        events.extend(moved.map(|(number, position)| GamepadEvent::of_axis(id, number, position)));
        events.into_iter().map(|event| event.dated(time)).collect()
    }

    /// Lets everything go that is held on pad `id`; gives the events that say so.
    pub fn release(&mut self, id: i64, time: i64) -> Vec<GamepadEvent> {
        self.let_go(id, time)
            .into_iter()
            .flat_map(|(event, followed)| [Some(event), followed])
            .flatten()
            .collect()
    }

    /// Lets go of what is held: the events, each with the one that follows from it.
    pub fn let_go(&mut self, id: i64, time: i64) -> Vec<(GamepadEvent, Option<GamepadEvent>)> {
        let mut events = Vec::new();
        for event in self.held(id, time) {
            let released = match event.kind {
                kind::BUTTON_PRESSED => GamepadEvent { kind: kind::BUTTON_RELEASED, value: 0.0, ..event },
                _ => GamepadEvent { value: 0.0, ..event },
            };
            // An axis may have followed its button already.
            if released.kind != kind::AXIS_CHANGED || self.axis(event.axis) != Some(0.0) {
                let followed = self.take_in(&released);
                events.push((released, followed));
            }
        }
        events
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
    pub fn take_in(&mut self, event: &GamepadEvent) -> Option<GamepadEvent> {
        if let Some(place) = codes::button_place(event.button) {
            let state = &mut self.buttons[place];
            state.value = event.value;
            match event.kind {
                kind::BUTTON_PRESSED => state.pressed = true,
                kind::BUTTON_RELEASED => state.pressed = false,
                _ => {}
            }
        } else if let Some(place) = codes::axis_place(event.axis) {
            self.axes[place] = event.value;
        }
        self.follow(event)
    }

    /// Sets the axis that a button's change moves.
    fn follow(&mut self, event: &GamepadEvent) -> Option<GamepadEvent> {
        let moved = event.moved_axis()?;
        let value = |number| self.button(number).map_or(0.0, |button: Button| button.value);
        let position = match moved {
            axis::DPAD_X => value(button::DPAD_RIGHT) - value(button::DPAD_LEFT),
            axis::DPAD_Y => value(button::DPAD_UP) - value(button::DPAD_DOWN),
            _ => value(event.button),
        };
        let place = codes::axis_place(moved)?;
        if self.axes[place] == position {
            return None;
        }
        self.axes[place] = position;
        Some(GamepadEvent::of_axis(event.pad, moved, position).dated(event.time))
    }
}
