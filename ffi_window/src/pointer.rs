//! What the host wants of the pointer over a window, and what of it holds now: motion that steers holds only
//! while the window has the keyboard, so that the user gets the pointer back by leaving.

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
    has_keyboard: bool,
    hold: Option<Hold>,
}

/// What holds the pointer while it steers.
enum Hold {
    Grab,
    #[cfg(target_os = "linux")]
    X11 {
        _lock: Box<Lock>,
    },
}

impl Pointer {
    /// As of a new window.
    pub fn new(native: &Native, display: Arc<Display>) -> Self {
        let has_keyboard = native.has_focus();
        Self { display, is_kept: false, is_shown: true, relative_mode: false, has_keyboard, hold: None }
    }

    /// Keeps it inside the window, or no longer.
    pub fn keep(&mut self, native: &Native, is_kept: bool) -> Result<()> {
        if self.hold.is_none() {
            grab(native, is_kept).map_err(|error| refused("grabbing the pointer", error))?;
        }
        self.is_kept = is_kept;
        Ok(())
    }

    /// Shows it over the window, or no longer.
    pub fn show(&mut self, native: &Native, is_shown: bool) {
        self.is_shown = is_shown;
        native.set_cursor_visible(is_shown && self.hold.is_none());
    }

    /// Lets its motion steer, or no longer.
    pub fn set_relative_mode(&mut self, native: &Native, relative_mode: bool) -> Result<()> {
        self.relative_mode = relative_mode;
        self.settle(native).inspect_err(|_| self.relative_mode = false)
    }

    /// The window got the keyboard, or lost it.
    pub fn focus(&mut self, native: &Native, has_keyboard: bool) {
        self.has_keyboard = has_keyboard;
        // What fails is tried again when the mouse moves: another program may hold the pointer for the moment.
        let _ = self.settle(native);
    }

    /// Whether the mouse's motion steers.
    pub fn is_held(&self) -> bool {
        self.hold.is_some()
    }

    /// The same, when it moves.
    pub fn moves(&mut self, native: &Native) -> bool {
        let _ = self.settle(native);
        self.is_held()
    }

    fn settle(&mut self, native: &Native) -> Result<()> {
        let relative_mode = self.relative_mode && self.has_keyboard;
        if relative_mode == self.is_held() {
            return Ok(());
        }
        if relative_mode {
            self.hold =
                Some(Hold::new(&self.display, native).inspect_err(|_| drop(grab(native, self.is_kept)))?);
        } else {
            self.hold = None;
            grab(native, self.is_kept).map_err(|error| refused("letting the pointer go", error))?;
        }
        native.set_cursor_visible(self.is_shown && !self.is_held());
        Ok(())
    }
}

impl Hold {
    fn new(display: &Display, native: &Native) -> Result<Self> {
        #[cfg(target_os = "linux")]
        if display.system == System::X11 {
            let failed = |error: String| Error::Impossible("locking the pointer", error);
            native.set_cursor_grab(CursorGrabMode::None).map_err(|error| failed(error.to_string()))?;
            let lock = Lock::new(display.name(), xid(native));
            let lock = lock.map_err(|error| failed(error.to_string()))?;
            return Ok(Self::X11 { _lock: Box::new(lock) });
        }
        let locked = native.set_cursor_grab(CursorGrabMode::Locked);
        locked
            .or_else(|_| native.set_cursor_grab(CursorGrabMode::Confined))
            .map_err(|error| refused("locking the pointer", error))?;
        Ok(Self::Grab)
    }
}

/// Inside the window, or where that cannot be, in its place; or free.
fn grab(native: &Native, is_kept: bool) -> Result<(), ExternalError> {
    if !is_kept {
        return native.set_cursor_grab(CursorGrabMode::None);
    }
    native
        .set_cursor_grab(CursorGrabMode::Confined)
        .or_else(|_| native.set_cursor_grab(CursorGrabMode::Locked))
}

/// What the window system does not do.
pub fn refused(what: &'static str, error: ExternalError) -> Error {
    Error::Impossible(what, error.to_string())
}
