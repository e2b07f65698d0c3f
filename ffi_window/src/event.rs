//! Events: what happened to a window, and the object that a handle stands for.

use crate::{Error, Result};
use ffi_core::{
    Kind, clock,
    events::{EventKind as Library, is_taken, publish},
};
use serde_json::{Value, json};
use std::path::PathBuf;

/// An event of a window, with its details.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    Resized { width: u32, height: u32 },
    Moved { x: i32, y: i32 },
    CloseRequested,
    Destroyed,
    Focused(bool),
    ScaleFactor(f64),
    ThemeChanged(i64),
    Key(Key),
    Text(String),
    MouseButton { button: i64, pressed: bool },
    MouseMoved { x: f64, y: f64 },
    MouseWheel { x: f64, y: f64 },
    MouseMotion { x: f64, y: f64 },
    CursorEntered,
    CursorLeft,
    Touch(Touch),
    Redraw,
    FileDropped(PathBuf),
    FileHovered(PathBuf),
    FileHoverCancelled,
    TextDropped(String),
    ImeEnabled,
    ImePreedit { text: String, cursor: Option<(usize, usize)> },
    ImeDisabled,
    Minimized,
    Maximized,
    Restored,
    Occluded,
    Exposed,
}

/// A key that went down or up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Key {
    pub scancode: i64,
    pub code: i64,
    pub pressed: bool,
    pub repeat: bool,
}

/// A finger on a touch screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Touch {
    pub finger: i64,
    pub phase: i64,
    pub x: f64,
    pub y: f64,
}

/// The phase of a touch that moves.
pub const TOUCH_MOVED: i64 = 1;

impl EventKind {
    /// The number by which C knows the type, and its name.
    pub fn number_and_name(&self) -> (i64, &'static str) {
        match self {
            Self::Resized { .. } => (1, "resized"),
            Self::Moved { .. } => (2, "moved"),
            Self::CloseRequested => (3, "close-requested"),
            Self::Destroyed => (4, "destroyed"),
            Self::Focused(true) => (5, "focused"),
            Self::Focused(false) => (6, "unfocused"),
            Self::ScaleFactor(_) => (7, "scale-factor-changed"),
            Self::ThemeChanged(_) => (8, "theme-changed"),
            Self::Key(_) => (10, "keyboard-input"),
            Self::Text(_) => (11, "received-character"),
            Self::MouseButton { .. } => (20, "mouse-button"),
            Self::MouseMoved { .. } => (21, "mouse-moved"),
            Self::MouseWheel { .. } => (22, "mouse-wheel"),
            Self::CursorEntered => (23, "cursor-entered"),
            Self::CursorLeft => (24, "cursor-left"),
            Self::MouseMotion { .. } => (25, "mouse-motion"),
            Self::Touch(_) => (30, "touch"),
            Self::Redraw => (40, "redraw-requested"),
            Self::FileDropped(_) => (50, "file-dropped"),
            Self::FileHovered(_) => (51, "file-hovered"),
            Self::FileHoverCancelled => (52, "file-hover-cancelled"),
            Self::TextDropped(_) => (53, "text-dropped"),
            Self::ImeEnabled => (60, "ime-enabled"),
            Self::ImePreedit { .. } => (61, "ime-preedit"),
            Self::ImeDisabled => (62, "ime-disabled"),
            Self::Minimized => (70, "minimized"),
            Self::Maximized => (71, "maximized"),
            Self::Restored => (72, "restored"),
            Self::Occluded => (73, "occluded"),
            Self::Exposed => (74, "exposed"),
        }
    }

    /// Details of the event besides its type.
    fn details(&self) -> Value {
        match self {
            Self::Resized { width, height } => json!({ "width": width, "height": height }),
            Self::Moved { x, y } => json!({ "x": x, "y": y }),
            Self::ScaleFactor(factor) => json!({ "scale_factor": factor }),
            Self::ThemeChanged(theme) => json!({ "theme": theme }),
            Self::Key(key) => json!({
                "scancode": key.scancode, "keycode": key.code, "pressed": key.pressed, "repeat": key.repeat,
            }),
            Self::Text(text) | Self::TextDropped(text) => json!({ "text": text }),
            Self::MouseButton { button, pressed } => json!({ "button": button, "pressed": pressed }),
            Self::MouseMoved { x, y } => json!({ "x": x, "y": y }),
            Self::MouseWheel { x, y } | Self::MouseMotion { x, y } => json!({ "delta_x": x, "delta_y": y }),
            Self::Touch(touch) => json!({
                "finger": touch.finger, "phase": touch.phase, "x": touch.x, "y": touch.y,
            }),
            Self::FileDropped(path) | Self::FileHovered(path) => json!({ "path": path.to_string_lossy() }),
            Self::ImePreedit { text, cursor } => {
                let (start, end) = cursor.map_or((-1, -1), |(start, end)| (start as i64, end as i64));
                json!({ "text": text, "cursor_start": start, "cursor_end": end })
            }
            _ => json!({}),
        }
    }

    /// The motion that the event belongs to, of which a newer one makes it superfluous: the pointer, or a finger.
    fn motion(&self) -> Option<i64> {
        match self {
            Self::MouseMoved { .. } => Some(-1),
            Self::Touch(touch) if touch.phase == TOUCH_MOVED => Some(touch.finger),
            _ => None,
        }
    }
}

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The id of the window that it happened to.
    pub window: i64,
    pub kind: EventKind,
    /// The modifiers that were held.
    pub modifiers: i64,
    /// When, by `ffi_core::clock`.
    pub time: i64,
}

ffi_core::object!(Event, Kind::WindowEvent, Batched);

impl Event {
    /// Of this moment.
    pub fn now(window: i64, kind: EventKind, modifiers: i64) -> Self {
        Self { window, kind, modifiers, time: clock::now() }
    }

    /// Tells whoever listens to the events of all libraries; true where it is to wait in its loop's queue as well.
    pub fn publish(&self) -> bool {
        let is_taken = is_taken(Library::Window);
        publish(Library::Window, || {
            let mut data = json!({
                "type": self.kind.number_and_name().1, "window": self.window, "modifiers": self.modifiers,
                "timestamp": self.time,
            });
            if let (Value::Object(data), Value::Object(details)) = (&mut data, self.kind.details()) {
                data.extend(details);
            }
            data.to_string()
        });
        !is_taken
    }

    /// Says what `newer` says as well, where both are of the same motion.
    pub fn coalesce(&mut self, newer: &Self) -> bool {
        if self.window != newer.window {
            return false;
        }
        if let (EventKind::MouseMotion { x, y }, EventKind::MouseMotion { x: dx, y: dy }) =
            (&mut self.kind, &newer.kind)
        {
            (*x, *y) = (*x + dx, *y + dy);
            self.time = newer.time;
            return true;
        }
        let outdated = self.kind.motion().is_some_and(|own| newer.kind.motion() == Some(own));
        if outdated {
            self.clone_from(newer);
        }
        outdated
    }

    /// For a getter of another type of event.
    pub fn wrong<T>(&self, wanted: &'static str) -> Result<T> {
        let found = self.kind.number_and_name().1;
        let article = if found.starts_with(['e', 'i', 'o', 'u']) { "an" } else { "a" };
        Err(Error::WrongEvent { article, found, wanted })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOUCH: Touch = Touch { finger: 1, phase: 0, x: 0.0, y: 0.0 };
    const KEY: Key = Key { scancode: 30, code: 65, pressed: true, repeat: false };

    fn every_kind() -> Vec<EventKind> {
        let text = || "text".to_owned();
        vec![
            EventKind::Resized { width: 1, height: 1 },
            EventKind::Moved { x: 0, y: 0 },
            EventKind::CloseRequested,
            EventKind::Destroyed,
            EventKind::Focused(true),
            EventKind::Focused(false),
            EventKind::ScaleFactor(1.0),
            EventKind::ThemeChanged(2),
            EventKind::Key(KEY),
            EventKind::Text(text()),
            EventKind::MouseButton { button: 0, pressed: true },
            EventKind::MouseMoved { x: 0.0, y: 0.0 },
            EventKind::MouseWheel { x: 0.0, y: 0.0 },
            EventKind::MouseMotion { x: 0.0, y: 0.0 },
            EventKind::CursorEntered,
            EventKind::CursorLeft,
            EventKind::Touch(TOUCH),
            EventKind::Redraw,
            EventKind::FileDropped("a".into()),
            EventKind::FileHovered("a".into()),
            EventKind::FileHoverCancelled,
            EventKind::TextDropped(text()),
            EventKind::ImeEnabled,
            EventKind::ImePreedit { text: text(), cursor: None },
            EventKind::ImeDisabled,
            EventKind::Minimized,
            EventKind::Maximized,
            EventKind::Restored,
            EventKind::Occluded,
            EventKind::Exposed,
        ]
    }

    /// Texts between backticks.
    fn words(cell: &str) -> Vec<&str> {
        cell.split('`').skip(1).step_by(2).collect()
    }

    /// The guide's table has the names, the numbers and the fields that events really have, and no others.
    #[test]
    fn the_table_of_events() {
        let guide = include_str!("../../docs/src/guide/events.md");
        let mut rows = std::collections::BTreeMap::new();
        let table = guide.lines().skip_while(|line| !line.starts_with("| `type` | number |")).skip(2);
        for line in table.take_while(|line| line.starts_with('|')) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let numbers = cells[1].split(", ").map(|number| number.parse::<i64>().unwrap());
            let names = words(cells[0]);
            assert_eq!(names.len(), numbers.clone().count(), "{line}");
            for (name, number) in names.into_iter().zip(numbers) {
                rows.insert(name, (number, words(cells[2])));
            }
        }
        for kind in every_kind() {
            let (number, name) = kind.number_and_name();
            let (told, mut fields) =
                rows.remove(name).unwrap_or_else(|| panic!("{name} is not in the table"));
            fields.sort_unstable();
            let details = kind.details();
            let mut found: Vec<&str> = details.as_object().unwrap().keys().map(String::as_str).collect();
            found.sort_unstable();
            assert_eq!((told, fields), (number, found), "{name}");
        }
        assert!(rows.is_empty(), "{rows:?}");
    }
}
