//! Keeping the display from going dark while a window is shown.

use crate::{Error, Result};
#[cfg(target_os = "linux")]
use crate::{display::Display, platform::System, x11_desktop};
use winit::window::Window as Native;

/// A window's wish that the display stay awake, until it is dropped.
pub struct Awake {
    #[cfg(target_os = "linux")]
    _kept: Kept,
}

#[cfg(target_os = "linux")]
enum Kept {
    Saver(std::sync::Arc<x11rb::xcb_ffi::XCBConnection>),
    Inhibitor(#[allow(dead_code)] crate::wayland_inhibitor::Inhibitor),
}

#[cfg(target_os = "linux")]
impl Drop for Kept {
    fn drop(&mut self) {
        if let Self::Saver(connection) = self {
            let _ =
                ffi_core::signals::without_write_signals(|| x11_desktop::suspend_saver(&**connection, false));
        }
    }
}

const WHAT: &str = "keeping the display awake";

impl Awake {
    /// Of this window; on the loop's thread.
    #[cfg(target_os = "linux")]
    pub fn new(display: &Display, native: &Native) -> Result<Self> {
        let failed = |reason: String| Error::Impossible(WHAT, reason);
        if let (System::X11, Some(connection)) = (display.system, display.x11()?) {
            let held = x11_desktop::suspend_saver(&*connection, true);
            held.map_err(|error| failed(error.to_string()))?;
            return Ok(Self { _kept: Kept::Saver(connection) });
        }
        let inhibitor = crate::wayland_inhibitor::Inhibitor::new(native).map_err(failed)?;
        Ok(Self { _kept: Kept::Inhibitor(inhibitor) })
    }

    /// Of this window; on the loop's thread.
    #[cfg(not(target_os = "linux"))]
    pub fn new(_display: &crate::display::Display, _native: &Native) -> Result<Self> {
        Err(Error::Impossible(WHAT, "it is done on X11 and Wayland alone".into()))
    }
}
