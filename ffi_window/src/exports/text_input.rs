//! Input methods.

use crate::{
    Result,
    event::{Event, EventKind},
    limits,
    window::Window,
};
use ffi_core::{export, ffi_struct};
use winit::dpi::{PhysicalPosition, PhysicalSize};

/// What an input method is composing.
#[ffi_struct]
pub struct ImePreedit {
    /// The text so far; empty where there is none.
    pub text: String,
    /// Where the cursor in it begins, in bytes; -1 where none is to be shown.
    pub cursor_start: i64,
    /// Where it ends.
    pub cursor_end: i64,
}

/// Lets an input method (for Chinese, Japanese, Korean, …) take the keyboard, or not, as at first. What it
/// composes arrives as preedit events, what it has composed as received characters.
#[export]
fn rt_winit_window_set_ime_allowed(window: &Window, allowed: bool) -> Result<()> {
    window.run(move |native| native.set_ime_allowed(allowed))
}

/// Says where in the window text is entered, so that an input method shows its choices beside it: coordinates -32,768
/// to 32,767, sides 0 to 32,767.
#[export]
fn rt_winit_window_set_ime_area(window: &Window, x: i64, y: i64, width: i64, height: i64) -> Result<()> {
    let position = PhysicalPosition::new(limits::coordinate("x", x)?, limits::coordinate("y", y)?);
    let size = PhysicalSize::new(limits::limit("width", width)?, limits::limit("height", height)?);
    window.run(move |native| native.set_ime_cursor_area(position, size))
}

/// Returns what an input method is composing.
#[export(fail(cursor_start = -1, cursor_end = -1))]
fn rt_winit_event_ime_preedit(event: &Event) -> Result<ImePreedit> {
    match &event.kind {
        EventKind::ImePreedit { text, cursor } => {
            let (start, end) = cursor.map_or((-1, -1), |(start, end)| (start as i64, end as i64));
            Ok(ImePreedit { text: text.clone(), cursor_start: start, cursor_end: end })
        }
        _ => event.wrong("an ime-preedit event"),
    }
}
