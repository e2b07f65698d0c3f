//! A mouse and a touchpad, through the compositor's virtual pointer.

use super::{SCREEN, client::Client};
use std::time::Instant;
use wayland_client::protocol::wl_pointer::{Axis, AxisSource, ButtonState};
use wayland_protocols_wlr::virtual_pointer::v1::client::{
    zwlr_virtual_pointer_manager_v1::ZwlrVirtualPointerManagerV1,
    zwlr_virtual_pointer_v1::ZwlrVirtualPointerV1,
};

/// Plugged in until the value goes.
pub struct Pointer {
    client: Client,
    pointer: ZwlrVirtualPointerV1,
    since: Instant,
}

/// The kernel's numbers of buttons.
#[allow(missing_docs)]
pub mod button {
    pub const LEFT: u32 = 0x110;
    pub const RIGHT: u32 = 0x111;
    pub const MIDDLE: u32 = 0x112;
}

impl Pointer {
    /// Plugs one in.
    pub fn plug() -> Self {
        let mut client = Client::connect();
        let manager: ZwlrVirtualPointerManagerV1 = client.bind();
        let pointer = manager.create_virtual_pointer(None, &client.handle(), ());
        client.settle();
        Self { client, pointer, since: Instant::now() }
    }

    /// Moves to a pixel of the screen.
    pub fn go(&mut self, x: u32, y: u32) {
        self.pointer.motion_absolute(self.now(), x, y, SCREEN.0, SCREEN.1);
        self.frame();
    }

    /// The mouse moves by so many counts.
    pub fn push(&mut self, across: f64, down: f64) {
        self.pointer.motion(self.now(), across, down);
        self.frame();
    }

    /// A button goes down or up.
    pub fn button(&mut self, number: u32, down: bool) {
        let state = if down { ButtonState::Pressed } else { ButtonState::Released };
        self.pointer.button(self.now(), number, state);
        self.frame();
    }

    /// The wheel turns by clicks, towards the user.
    pub fn wheel(&mut self, clicks: i32) {
        self.pointer.axis_source(AxisSource::Wheel);
        self.pointer.axis_discrete(self.now(), Axis::VerticalScroll, f64::from(clicks) * 15.0, clicks);
        self.frame();
    }

    /// Two fingers draw the contents along, by logical pixels.
    pub fn scroll(&mut self, across: f64, down: f64) {
        self.pointer.axis_source(AxisSource::Finger);
        for (axis, by) in [(Axis::HorizontalScroll, across), (Axis::VerticalScroll, down)] {
            if by != 0.0 {
                self.pointer.axis(self.now(), axis, by);
            }
        }
        self.frame();
    }

    fn now(&self) -> u32 {
        self.since.elapsed().as_millis() as u32
    }

    fn frame(&mut self) {
        self.pointer.frame();
        self.client.settle();
    }
}
