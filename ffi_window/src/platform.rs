//! Window systems: which of them answers, and winit's event loop on it.

pub use here::{build, reachable, survive};
#[cfg(windows)]
pub use on_windows::Shown;
use std::sync::Arc;
use winit::window::Window;

/// A window that pictures are shown in, from whatever thread.
#[cfg(not(windows))]
pub type Shown = Arc<Window>;

/// The window as what pictures are shown in.
pub fn shown(window: &Arc<Window>) -> Shown {
    #[cfg(windows)]
    return Shown(Arc::clone(window));
    #[cfg(not(windows))]
    Arc::clone(window)
}

/// winit gives a window's handle to the window's own thread alone; softbuffer asks for it where a picture is shown.
#[cfg(windows)]
#[allow(unsafe_code)] // Windows itself minds threads.
mod on_windows {
    use std::sync::Arc;
    use winit::{
        raw_window_handle::{HandleError, HasWindowHandle, WindowHandle},
        window::Window,
    };

    pub struct Shown(pub Arc<Window>);

    impl HasWindowHandle for Shown {
        fn window_handle(&self) -> Result<WindowHandle<'_>, HandleError> {
            use winit::platform::windows::WindowExtWindows;
            // SAFETY: softbuffer asks Windows for a device context of the window and draws on that, which any thread
            // may; the window outlives the handle.
            unsafe { self.0.window_handle_any_thread() }
        }
    }
}

/// A window system.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum System {
    X11,
    Wayland,
    #[cfg(not(target_os = "linux"))]
    Other,
}

#[cfg(target_os = "linux")]
mod here {
    use super::System;
    use std::{os::unix::net::UnixStream, path::PathBuf};
    use winit::{
        error::EventLoopError,
        event_loop::{DeviceEvents, EventLoop},
        platform::{wayland::EventLoopBuilderExtWayland, x11::EventLoopBuilderExtX11},
        raw_window_handle::HasDisplayHandle,
    };
    use x11rb::connection::RequestConnection;

    fn variable(name: &str) -> Option<String> {
        ffi_core::environment::text(name).filter(|value| !value.is_empty())
    }

    /// The system that answers, Wayland before X11.
    pub fn reachable() -> Result<System, String> {
        let wayland = wayland();
        if wayland == Some(Ok(())) {
            return Ok(System::Wayland);
        }
        match (wayland, x11()) {
            (_, Some(Ok(()))) => Ok(System::X11),
            (Some(Err(wayland)), Some(Err(x11))) => Err(format!("{wayland}; {x11}")),
            (Some(Err(reason)), None) | (None, Some(Err(reason))) => Err(reason),
            _ => Err("neither WAYLAND_DISPLAY nor WAYLAND_SOCKET nor DISPLAY is set".into()),
        }
    }

    fn wayland() -> Option<Result<(), String>> {
        if variable("WAYLAND_SOCKET").is_some() {
            return Some(Ok(()));
        }
        let name = variable("WAYLAND_DISPLAY")?;
        let folder = variable("XDG_RUNTIME_DIR").unwrap_or_default();
        let socket = PathBuf::from(folder).join(&name);
        let refused = |error| format!("the Wayland display {name} does not answer: {error}");
        Some(UnixStream::connect(socket).map(drop).map_err(refused))
    }

    fn x11() -> Option<Result<(), String>> {
        let name = variable("DISPLAY")?;
        let refused = |error| format!("the X display {name} does not answer: {error}");
        Some(x11rb::connect(None).map_err(refused).and_then(|(connection, _)| has_extensions(&connection)))
    }

    /// winit panics without these, in a function that Xlib calls as well.
    fn has_extensions(connection: &impl RequestConnection) -> Result<(), String> {
        for name in ["RANDR", "XInputExtension", "XKEYBOARD"] {
            let found = connection.extension_information(name).map_err(|error| error.to_string())?;
            found.ok_or_else(|| format!("the X display has no extension {name}"))?;
        }
        Ok(())
    }

    pub fn build<T: 'static>(system: System) -> Result<EventLoop<T>, EventLoopError> {
        let mut builder = EventLoop::with_user_event();
        EventLoopBuilderExtX11::with_any_thread(&mut builder, true);
        match system {
            System::Wayland => builder.with_wayland(),
            _ => builder.with_x11(),
        };
        let event_loop = builder.build()?;
        if system == System::X11 {
            // They tell which of a wheel's reports are one too many; see `App::is_echo`.
            event_loop.listen_device_events(DeviceEvents::Always);
        }
        Ok(event_loop)
    }

    pub fn survive<T>(event_loop: &EventLoop<T>, lost: fn()) {
        if let Ok(display) = event_loop.display_handle() {
            crate::xlib::survive_lost_server(display, lost);
        }
    }
}

#[cfg(windows)]
mod here {
    use super::System;
    use winit::{
        error::EventLoopError, event_loop::EventLoop, platform::windows::EventLoopBuilderExtWindows,
    };

    pub fn reachable() -> Result<System, String> {
        Ok(System::Other)
    }

    pub fn build<T: 'static>(_system: System) -> Result<EventLoop<T>, EventLoopError> {
        EventLoop::with_user_event().with_any_thread(true).build()
    }

    pub fn survive<T>(_event_loop: &EventLoop<T>, _lost: fn()) {}
}

#[cfg(not(any(target_os = "linux", windows)))]
mod here {
    use super::System;
    use winit::{error::EventLoopError, event_loop::EventLoop};

    pub fn reachable() -> Result<System, String> {
        Err("this system allows windows on a program's main thread only".into())
    }

    pub fn build<T: 'static>(_system: System) -> Result<EventLoop<T>, EventLoopError> {
        EventLoop::with_user_event().build()
    }

    pub fn survive<T>(_event_loop: &EventLoop<T>, _lost: fn()) {}
}
