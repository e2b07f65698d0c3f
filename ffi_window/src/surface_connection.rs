//! The way that pictures take to the display.

use crate::{Error, Result};
use raw_window_handle::{DisplayHandle, HandleError, HasDisplayHandle};
use std::ffi::CStr;
use winit::event_loop::OwnedDisplayHandle;

#[cfg(target_os = "linux")]
use std::sync::Arc;
#[cfg(target_os = "linux")]
use x11rb::{connection::Connection, xcb_ffi::XCBConnection};

/// A connection to the display.
#[derive(Clone)]
pub enum SurfaceConnection {
    /// The event loop's.
    Shared(OwnedDisplayHandle),
    /// One to an X server for pictures alone. Who waits there for an answer takes in the events that come
    /// before it as well: on the event loop's connection, its thread would sleep on and not learn of them.
    #[cfg(target_os = "linux")]
    Own { connection: Arc<XCBConnection>, screen: i32 },
}

/// Why a picture was not shown.
pub fn failed(error: impl ToString) -> Error {
    Error::Picture(error.to_string())
}

impl SurfaceConnection {
    /// Connects to the X server called `name`.
    #[cfg(target_os = "linux")]
    pub fn to_x11(name: Option<&CStr>) -> Result<Self> {
        let (connection, screen) = XCBConnection::connect(name).map_err(failed)?;
        Ok(Self::Own { connection: Arc::new(connection), screen: screen as i32 })
    }

    /// There is none.
    #[cfg(not(target_os = "linux"))]
    pub fn to_x11(_name: Option<&CStr>) -> Result<Self> {
        Err(failed("this system has no X server"))
    }

    /// Number of surfaces that a window needs so that one can be filled while another is drawn.
    pub fn surfaces(&self) -> usize {
        match self {
            // They have two buffers themselves.
            Self::Shared(_) => 1,
            #[cfg(target_os = "linux")]
            Self::Own { .. } => 2,
        }
    }

    /// Sends what softbuffer leaves in the connection's buffer.
    pub fn send(&self) -> Result<()> {
        #[cfg(target_os = "linux")]
        if let Self::Own { connection, .. } = self {
            connection.flush().map_err(failed)?;
            // Every client is told of another keyboard, whether it asked or not.
            while connection.poll_for_event().map_err(failed)?.is_some() {}
        }
        Ok(())
    }
}

impl HasDisplayHandle for SurfaceConnection {
    fn display_handle(&self) -> Result<DisplayHandle<'_>, HandleError> {
        match self {
            Self::Shared(handle) => handle.display_handle(),
            #[cfg(target_os = "linux")]
            Self::Own { connection, screen } => Ok(crate::xlib::display_handle(&**connection, *screen)),
        }
    }
}
