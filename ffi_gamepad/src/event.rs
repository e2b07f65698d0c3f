//! Events: what happened, as plain data, and as the object that a handle stands for.

use crate::codes::{self, UNKNOWN, axis, button, kind};
use ffi_core::{
    Kind, Locked,
    events::{EventKind, publish},
};
use std::{collections::BTreeMap, sync::Arc};

/// An event of a pad.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GamepadEvent {
    pub kind: i64,
    pub pad: i64,
    pub button: i64,
    pub axis: i64,
    pub value: f64,
    /// Time, by `ffi_core::clock`; 0 until that is known.
    pub time: i64,
}

impl GamepadEvent {
    /// Something about the pad as a whole.
    pub fn of_pad(kind: i64, pad: i64) -> Self {
        Self { kind, pad, button: UNKNOWN, axis: UNKNOWN, value: 0.0, time: 0 }
    }

    /// Something about one of its buttons.
    pub fn of_button(kind: i64, pad: i64, button: i64, value: f64) -> Self {
        Self { kind, pad, button, axis: UNKNOWN, value, time: 0 }
    }

    /// Something about one of its axes.
    pub fn of_axis(pad: i64, axis: i64, value: f64) -> Self {
        Self { kind: kind::AXIS_CHANGED, pad, button: UNKNOWN, axis, value, time: 0 }
    }

    /// The event with a time.
    pub fn dated(self, time: i64) -> Self {
        Self { time, ..self }
    }

    /// Tells whoever listens to the events of all libraries.
    pub fn publish(&self) {
        publish(EventKind::Gamepad, || {
            let Self { kind, pad, button, axis, value, time } = self;
            let name = codes::name_of_kind(*kind);
            format!(
                r#"{{"type":"{name}","gamepad":{pad},"button":{button},"axis":{axis},"value":{value:?},"timestamp":{time}}}"#
            )
        });
    }

    /// The axis that this change of a button moves as well: a trigger's own, or the D-pad's.
    pub fn moved_axis(&self) -> Option<i64> {
        if self.kind != kind::BUTTON_CHANGED {
            return None;
        }
        match self.button {
            button::LEFT_TRIGGER => Some(axis::LEFT_TRIGGER),
            button::RIGHT_TRIGGER => Some(axis::RIGHT_TRIGGER),
            button::DPAD_LEFT | button::DPAD_RIGHT => Some(axis::DPAD_X),
            button::DPAD_UP | button::DPAD_DOWN => Some(axis::DPAD_Y),
            _ => None,
        }
    }
}

/// The handles of a context's events that the host has not freed yet, oldest first.
#[derive(Default)]
pub struct OutstandingEvents(Locked<Handles>);

#[derive(Default)]
struct Handles {
    next: u64,
    by_age: BTreeMap<u64, i64>,
}

/// Most events of a context that stay alive where the host does not free them.
pub const MOST_OUTSTANDING: usize = 4096;

impl OutstandingEvents {
    /// Hands out an event; where too many are out, the oldest goes.
    pub fn hand_out(self: &Arc<Self>, event: GamepadEvent) -> i64 {
        let mut handles = self.0.lock();
        let age = handles.next;
        handles.next += 1;
        let event = Event { event, age, outstanding: Arc::clone(self) };
        let handle = ffi_core::handle::insert(Arc::new(event));
        handles.by_age.insert(age, handle);
        let oldest = if handles.by_age.len() > MOST_OUTSTANDING { handles.by_age.pop_first() } else { None };
        drop(handles);
        ffi_core::handle::free_all::<Event>(oldest.map(|(_, handle)| handle));
        handle
    }

    /// Frees all that are out.
    pub fn free(&self) {
        let handles = std::mem::take(&mut self.0.lock().by_age);
        ffi_core::handle::free_all::<Event>(handles.into_values());
    }
}

/// An event that the host holds.
pub struct Event {
    pub event: GamepadEvent,
    age: u64,
    outstanding: Arc<OutstandingEvents>,
}

ffi_core::object!(Event, Kind::GamepadEvent, Batched);

impl Event {
    /// The host has freed it.
    pub fn forget(&self) {
        self.outstanding.0.lock().by_age.remove(&self.age);
    }
}
