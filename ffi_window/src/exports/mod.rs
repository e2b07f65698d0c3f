//! The functions that C calls, by topic.

mod clipboard;
mod desktop;
mod dialogs;
mod event_loops;
mod events;
mod frames;
mod geometry;
mod input_events;
mod input_state;
mod monitors;
mod pointer;
mod surfaces;
mod text_input;
mod windows;

use crate::{Error, window::Window};
use ffi_core::ffi_struct;

/// A size in physical pixels.
#[ffi_struct]
pub struct WindowSize {
    /// From left to right.
    pub width: i64,
    /// From top to bottom.
    pub height: i64,
}

/// A position on the desktop in physical pixels, from its upper left corner.
#[ffi_struct]
pub struct WindowPosition {
    /// To the right.
    pub x: i64,
    /// Down.
    pub y: i64,
}

impl From<(u32, u32)> for WindowSize {
    fn from((width, height): (u32, u32)) -> Self {
        Self { width: width.into(), height: height.into() }
    }
}

impl From<(i32, i32)> for WindowPosition {
    fn from((x, y): (i32, i32)) -> Self {
        Self { x: x.into(), y: y.into() }
    }
}

/// Refuses what Wayland leaves to its user.
fn not_on_wayland(_window: &Window, what: &'static str) -> crate::Result<()> {
    if crate::ui_thread::display()?.system == crate::platform::System::Wayland {
        return Err(Error::Impossible(what, "Wayland leaves that to its user".into()));
    }
    Ok(())
}
