//! An input method, as the compositor knows them.

use super::client::Client;
use crate::tools::eventually;
use wayland_client::protocol::wl_seat::WlSeat;
use wayland_protocols_misc::zwp_input_method_v2::client::{
    zwp_input_method_manager_v2::ZwpInputMethodManagerV2, zwp_input_method_v2::ZwpInputMethodV2,
};

/// In use until the value goes.
pub struct InputMethod {
    client: Client,
    method: ZwpInputMethodV2,
}

impl InputMethod {
    /// Starts one.
    pub fn start() -> Self {
        let mut client = Client::connect();
        let (manager, seat): (ZwpInputMethodManagerV2, WlSeat) = (client.bind(), client.bind());
        let method = manager.get_input_method(&seat, &client.handle(), ());
        client.settle();
        Self { client, method }
    }

    /// Waits until a window takes compositions, or no more.
    pub fn wait_until_active(&mut self, wanted: bool) {
        eventually("a window that composes", || {
            self.client.settle();
            (self.client.fields.is_active == wanted).then_some(())
        });
    }

    /// Shows what is being composed, with a cursor over some of its bytes.
    pub fn compose(&mut self, text: &str, start: i32, end: i32) {
        self.method.set_preedit_string(text.to_owned(), start, end);
        self.commit();
    }

    /// Types what was composed.
    pub fn finish(&mut self, text: &str) {
        self.method.commit_string(text.to_owned());
        self.commit();
    }

    fn commit(&mut self) {
        self.client.settle();
        self.method.commit(self.client.fields.serial);
        self.client.settle();
    }
}
