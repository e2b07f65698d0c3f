//! The pointer over a window, as the host wants it, and what of that holds now: locks and grabs hold only while the
//! window has the keyboard, so that the user gets the pointer back by leaving.

use crate::{Error, Result, display::Display};
#[cfg(target_os = "linux")]
use crate::{platform::System, x11_lock::Lock, x11_state::xid};
use std::sync::Arc;
use winit::{
    error::ExternalError,
    window::{CursorGrabMode, Window as Native},
};

/// One window's pointer.
pub struct Pointer {
    display: Arc<Display>,
    is_kept: bool,
    is_shown: bool,
    relative_mode: bool,
    focus: Focus,
    hold: Hold,
}

/// Keyboard focus of a window.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Focus {
    /// The window never had the keyboard: where there is no window manager, it may have none for ever.
    Never,
    Has,
    Lost,
}

/// Hold on the pointer.
enum Hold {
    Nothing,
    /// Inside the window, or where that cannot be, in its place.
    Kept,
    /// Held in its place, while its motion is told as that of the mouse.
    Locked,
    #[cfg(target_os = "linux")]
    LockedOnX11(Box<Lock>),
}

impl Pointer {
    /// The pointer of a new window.
    pub fn new(native: &Native, display: Arc<Display>) -> Self {
        let focus = if native.has_focus() { Focus::Has } else { Focus::Never };
        Self { display, is_kept: false, is_shown: true, relative_mode: false, focus, hold: Hold::Nothing }
    }

    /// Keeps it inside the window while that has the keyboard, or no longer.
    pub fn keep(&mut self, native: &Native, is_kept: bool) -> Result<()> {
        let before = std::mem::replace(&mut self.is_kept, is_kept);
        self.settle(native).inspect_err(|_| self.is_kept = before)
    }

    /// Shows it over the window, or no longer.
    pub fn show(&mut self, native: &Native, is_shown: bool) {
        self.is_shown = is_shown;
        native.set_cursor_visible(is_shown && !self.is_locked());
    }

    /// Tells its motion as that of the mouse, or no longer.
    pub fn set_relative_mode(&mut self, native: &Native, relative_mode: bool) -> Result<()> {
        self.relative_mode = relative_mode;
        self.settle(native).inspect_err(|_| self.relative_mode = false)
    }

    /// The window got the keyboard, or lost it.
    pub fn focus(&mut self, native: &Native, has_keyboard: bool) {
        self.focus = match (has_keyboard, self.focus) {
            (true, _) => Focus::Has,
            // A new window may be told so before it ever had it.
            (false, Focus::Never) => Focus::Never,
            (false, _) => Focus::Lost,
        };
        // What fails is tried again when the mouse moves: another program may hold the pointer for the moment.
        let _ = self.settle(native);
    }

    /// The window moved, or has another size.
    pub fn follow(&mut self, native: &Native) {
        let _ = self.settle(native);
        #[cfg(target_os = "linux")]
        if let Hold::LockedOnX11(lock) = &mut self.hold {
            let _ = lock.follow(xid(native));
        }
        #[cfg(not(target_os = "linux"))]
        let _ = native;
    }

    /// The mouse moved. Whether that is told as its own motion.
    pub fn moves(&mut self, native: &Native) -> bool {
        let _ = self.settle(native);
        self.is_locked()
    }

    fn is_locked(&self) -> bool {
        !matches!(self.hold, Hold::Nothing | Hold::Kept)
    }

    fn settle(&mut self, native: &Native) -> Result<()> {
        let locked = self.relative_mode && self.focus == Focus::Has;
        let kept = self.is_kept && self.focus != Focus::Lost && !locked;
        if locked == self.is_locked() && kept == matches!(self.hold, Hold::Kept) {
            return Ok(());
        }
        self.hold = Hold::Nothing;
        let outcome = free(native).and_then(|()| {
            self.hold = match (locked, kept) {
                (true, _) => lock(&self.display, native)?,
                (_, true) => {
                    let failed = |error| refused("keeping the pointer in the window", error);
                    grab(native, CursorGrabMode::Confined, CursorGrabMode::Locked).map_err(failed)?;
                    Hold::Kept
                }
                _ => Hold::Nothing,
            };
            Ok(())
        });
        native.set_cursor_visible(self.is_shown && !self.is_locked());
        outcome
    }
}

fn lock(display: &Display, native: &Native) -> Result<Hold> {
    #[cfg(target_os = "linux")]
    if display.system == System::X11 {
        let lock = Lock::new(display.name(), xid(native));
        let failed =
            |error: Box<dyn std::error::Error>| Error::Impossible("locking the pointer", error.to_string());
        return Ok(Hold::LockedOnX11(Box::new(lock.map_err(failed)?)));
    }
    let _ = display;
    let failed = |error| refused("locking the pointer", error);
    grab(native, CursorGrabMode::Locked, CursorGrabMode::Confined).map_err(failed)?;
    Ok(Hold::Locked)
}

fn free(native: &Native) -> Result<()> {
    native.set_cursor_grab(CursorGrabMode::None).map_err(|error| refused("letting the pointer go", error))
}

/// As `wanted`, or where that cannot be, as `spare`; where neither can be, why the former cannot.
fn grab(native: &Native, wanted: CursorGrabMode, spare: CursorGrabMode) -> Result<(), ExternalError> {
    native.set_cursor_grab(wanted).or_else(|error| native.set_cursor_grab(spare).map_err(|_| error))
}

/// The error for what the window system does not do.
pub fn refused(what: &'static str, error: ExternalError) -> Error {
    Error::Impossible(what, error.to_string())
}
