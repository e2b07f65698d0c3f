//! The process's one connection to its display.

use crate::{Error, Result, platform::System, surface_connection::SurfaceConnection};
use ffi_core::{Locked, signals::without_write_signals};
use std::{
    ffi::{CStr, CString},
    sync::atomic::{AtomicBool, Ordering},
};
use winit::event_loop::OwnedDisplayHandle;
#[cfg(target_os = "linux")]
use {crate::xlib::XlibDisplay, std::sync::Arc, x11rb::xcb_ffi::XCBConnection};

/// The connection.
pub struct Display {
    handle: OwnedDisplayHandle,
    name: Option<CString>,
    /// The connection by which pictures are shown, from the first on.
    surfaces: Locked<Option<SurfaceConnection>>,
    /// The connection of Xlib's that hosts draw through.
    #[cfg(target_os = "linux")]
    lent: Locked<Option<XlibDisplay>>,
    /// Which window system it is.
    pub system: System,
}

static LOST: AtomicBool = AtomicBool::new(false);

/// True once the connection broke.
pub fn is_lost() -> bool {
    LOST.load(Ordering::Acquire)
}

/// From now on, the connection is known to be broken.
pub fn set_lost() {
    LOST.store(true, Ordering::Release);
}

impl Display {
    /// The one that the environment names.
    pub fn new(system: System, handle: OwnedDisplayHandle) -> Self {
        let name = ffi_core::environment::text("DISPLAY").and_then(|name| CString::new(name).ok());
        Self {
            handle,
            name,
            surfaces: Locked::new(None),
            #[cfg(target_os = "linux")]
            lent: Locked::new(None),
            system,
        }
    }

    /// The name that the environment gave it when it was opened.
    pub fn name(&self) -> Option<&CStr> {
        self.name.as_deref()
    }

    /// A connection to its X server beside the event loop's, where it is one.
    #[cfg(target_os = "linux")]
    pub fn x11(&self) -> Result<Option<Arc<XCBConnection>>> {
        if self.system != System::X11 {
            return Ok(None);
        }
        match self.surfaces()? {
            SurfaceConnection::Own { connection, .. } => Ok(Some(connection)),
            SurfaceConnection::Shared(_) => Ok(None),
        }
    }

    /// The same, and the number of its screen.
    #[cfg(target_os = "linux")]
    pub fn x11_screen(&self) -> Result<(Option<Arc<XCBConnection>>, usize)> {
        match self.system {
            System::X11 => match self.surfaces()? {
                SurfaceConnection::Own { connection, screen } => {
                    Ok((Some(connection), usize::try_from(screen).unwrap_or(0)))
                }
                SurfaceConnection::Shared(_) => Ok((None, 0)),
            },
            _ => Ok((None, 0)),
        }
    }

    /// A connection of Xlib's beside the event loop's, opened at first use, with what is called where it breaks.
    #[cfg(target_os = "linux")]
    pub fn lend(&self, lost: fn()) -> Result<XlibDisplay> {
        let mut lent = self.lent.lock();
        if let Some(lent) = &*lent {
            return Ok(*lent);
        }
        let opened = without_write_signals(|| crate::xlib::open(self.name(), lost));
        let failed = || Error::Impossible("a raw handle", "the X server takes no further connection".into());
        Ok(*lent.insert(opened.ok_or_else(failed)?))
    }

    /// The visual that a window needs so that it can show pictures, where that is not the X screen's own.
    #[cfg(target_os = "linux")]
    pub fn picture_visual(&self) -> Result<Option<u32>> {
        Ok(match self.surfaces()? {
            SurfaceConnection::Own { connection, screen } => {
                crate::x11_state::picture_visual(&*connection, usize::try_from(screen).unwrap_or(0))
            }
            SurfaceConnection::Shared(_) => None,
        })
    }

    /// Tells whether somebody manages windows: on X11 there need be no window manager.
    pub fn has_manager(&self) -> Result<bool> {
        #[cfg(target_os = "linux")]
        if self.system == System::X11
            && let SurfaceConnection::Own { connection, screen } = self.surfaces()?
        {
            let screen = usize::try_from(screen).unwrap_or(0);
            let found = without_write_signals(|| crate::x11_state::has_manager(&*connection, screen));
            return found.map_err(|error| Error::Impossible("asking the X server", error.to_string()));
        }
        Ok(true)
    }

    /// The connection by which pictures are shown.
    pub fn surfaces(&self) -> Result<SurfaceConnection> {
        if is_lost() {
            return Err(Error::Lost);
        }
        let mut surfaces = self.surfaces.lock();
        if let Some(surfaces) = &*surfaces {
            return Ok(surfaces.clone());
        }
        let new = match self.system {
            System::X11 => without_write_signals(|| SurfaceConnection::to_x11(self.name()))?,
            _ => SurfaceConnection::Shared(self.handle.clone()),
        };
        Ok(surfaces.insert(new).clone())
    }
}
