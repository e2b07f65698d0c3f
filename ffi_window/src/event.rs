//! Events: what happened to a window, and the object that a handle stands for.

use crate::{Error, Result};
use ffi_core::{
    Kind,
    events::{EventKind as Library, publish},
};
use serde_json::{Value, json};

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    Resized { width: u32, height: u32 },
    Moved { x: i32, y: i32 },
    CloseRequested,
    Destroyed,
    Focused(bool),
    ScaleFactor(f64),
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
    FileDropped(String),
    FileHovered(String),
    FileHoverCancelled,
    ImeEnabled,
    ImePreedit { text: String, cursor: Option<(usize, usize)> },
    ImeDisabled,
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
            Self::ImeEnabled => (60, "ime-enabled"),
            Self::ImePreedit { .. } => (61, "ime-preedit"),
            Self::ImeDisabled => (62, "ime-disabled"),
        }
    }

    /// What there is to say of it besides its type.
    fn details(&self) -> Value {
        match self {
            Self::Resized { width, height } => json!({ "width": width, "height": height }),
            Self::Moved { x, y } => json!({ "x": x, "y": y }),
            Self::ScaleFactor(factor) => json!({ "scale_factor": factor }),
            Self::Key(key) => json!({
                "scancode": key.scancode, "keycode": key.code, "pressed": key.pressed, "repeat": key.repeat,
            }),
            Self::Text(text) => json!({ "text": text }),
            Self::MouseButton { button, pressed } => json!({ "button": button, "pressed": pressed }),
            Self::MouseMoved { x, y } => json!({ "x": x, "y": y }),
            Self::MouseWheel { x, y } | Self::MouseMotion { x, y } => json!({ "delta_x": x, "delta_y": y }),
            Self::Touch(touch) => json!({
                "finger": touch.finger, "phase": touch.phase, "x": touch.x, "y": touch.y,
            }),
            Self::FileDropped(path) | Self::FileHovered(path) => json!({ "path": path }),
            Self::ImePreedit { text, cursor } => {
                let (start, end) = cursor.map_or((-1, -1), |(start, end)| (start as i64, end as i64));
                json!({ "text": text, "cursor_start": start, "cursor_end": end })
            }
            _ => json!({}),
        }
    }

    /// What a newer event of the same motion makes superfluous: the pointer, or a finger.
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
}

ffi_core::object!(Event, Kind::WindowEvent, Batched);

impl Event {
    /// Tells whoever listens to the events of all libraries.
    pub fn publish(&self) {
        publish(Library::Window, || {
            let mut data = json!({ "type": self.kind.number_and_name().1, "window": self.window, "modifiers": self.modifiers });
            if let (Value::Object(data), Value::Object(details)) = (&mut data, self.kind.details()) {
                data.extend(details);
            }
            data.to_string()
        });
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
        let article = if found.starts_with(['i', 'u']) { "an" } else { "a" };
        Err(Error::WrongEvent { article, found, wanted })
    }
}
