//! The process's one connection to its display.

use crate::{Error, Result, platform::System, surface_connection::SurfaceConnection};
use ffi_core::Locked;
use std::{
    ffi::{CStr, CString},
    sync::atomic::{AtomicBool, Ordering},
};
use winit::event_loop::OwnedDisplayHandle;
#[cfg(target_os = "linux")]
use {std::sync::Arc, x11rb::xcb_ffi::XCBConnection};

/// The connection.
pub struct Display {
    handle: OwnedDisplayHandle,
    name: Option<CString>,
    /// What pictures are shown through, from the first on.
    surfaces: Locked<Option<SurfaceConnection>>,
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
        let name = std::env::var("DISPLAY").ok().and_then(|name| CString::new(name).ok());
        Self { handle, name, surfaces: Locked::new(None), system }
    }

    /// What the environment called it when it was opened.
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

    /// What pictures are shown through.
    pub fn surfaces(&self) -> Result<SurfaceConnection> {
        if is_lost() {
            return Err(Error::Lost);
        }
        let mut surfaces = self.surfaces.lock();
        if let Some(surfaces) = &*surfaces {
            return Ok(surfaces.clone());
        }
        let new = match self.system {
            System::X11 => SurfaceConnection::to_x11(self.name())?,
            _ => SurfaceConnection::Shared(self.handle.clone()),
        };
        Ok(surfaces.insert(new).clone())
    }
}
