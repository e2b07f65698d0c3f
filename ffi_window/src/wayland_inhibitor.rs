//! Wayland's `idle-inhibit`: while a surface with an inhibitor is seen, the display does not go dark.

#![allow(unsafe_code)] // winit's surface is libwayland's.

use raw_window_handle::{HasDisplayHandle, HasWindowHandle, RawDisplayHandle, RawWindowHandle};
use wayland_client::{
    Connection, Dispatch, Proxy, QueueHandle,
    backend::{Backend, ObjectId},
    delegate_noop,
    protocol::{
        wl_registry::{self, WlRegistry},
        wl_surface::WlSurface,
    },
};
use wayland_protocols::wp::idle_inhibit::zv1::client::{
    zwp_idle_inhibit_manager_v1::ZwpIdleInhibitManagerV1, zwp_idle_inhibitor_v1::ZwpIdleInhibitorV1,
};
use winit::window::Window as Native;

/// An inhibitor of a window's surface, until it is dropped.
pub struct Inhibitor {
    object: ZwpIdleInhibitorV1,
    connection: Connection,
}

/// The compositor's number of its manager of inhibitors.
#[derive(Default)]
struct Globals(Option<u32>);

impl Inhibitor {
    /// Of this window, while it is there.
    pub fn new(native: &Native) -> Result<Self, String> {
        let unknown = |_| "the window system has no raw handle".to_owned();
        let display = native.display_handle().map_err(unknown)?.as_raw();
        let window = native.window_handle().map_err(unknown)?.as_raw();
        let (RawDisplayHandle::Wayland(display), RawWindowHandle::Wayland(window)) = (display, window) else {
            return Err("the window system is an unknown one".into());
        };
        // SAFETY: winit's connection, which is open for as long as the window is there, and the process.
        let backend = unsafe { Backend::from_foreign_display(display.display.as_ptr().cast()) };
        let connection = Connection::from_backend(backend);
        let mut queue = connection.new_event_queue();
        let handle = queue.handle();
        let registry = connection.display().get_registry(&handle, ());
        let mut globals = Globals::default();
        queue.roundtrip(&mut globals).map_err(|error| error.to_string())?;
        let name = globals.0.ok_or("this compositor has no idle-inhibit protocol")?;
        let manager: ZwpIdleInhibitManagerV1 = registry.bind(name, 1, &handle, ());
        // SAFETY: the window's surface, which is there while it is.
        let surface = unsafe { ObjectId::from_ptr(WlSurface::interface(), window.surface.as_ptr().cast()) };
        let surface = surface.and_then(|id| WlSurface::from_id(&connection, id));
        let surface = surface.map_err(|error| error.to_string())?;
        let object = manager.create_inhibitor(&surface, &handle, ());
        manager.destroy();
        connection.flush().map_err(|error| error.to_string())?;
        Ok(Self { object, connection })
    }
}

impl Drop for Inhibitor {
    fn drop(&mut self) {
        self.object.destroy();
        let _ = self.connection.flush();
    }
}

impl Dispatch<WlRegistry, ()> for Globals {
    fn event(
        globals: &mut Self,
        _: &WlRegistry,
        event: wl_registry::Event,
        _: &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        if let wl_registry::Event::Global { name, interface, .. } = event
            && interface == ZwpIdleInhibitManagerV1::interface().name
        {
            globals.0 = Some(name);
        }
    }
}

delegate_noop!(Globals: ZwpIdleInhibitManagerV1);
delegate_noop!(Globals: ZwpIdleInhibitorV1);
