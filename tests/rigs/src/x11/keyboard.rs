//! Keys, without the time that a program takes to start.

use super::connect;
use x11rb::{
    CURRENT_TIME, NONE,
    protocol::{
        xproto::{KEY_PRESS_EVENT, KEY_RELEASE_EVENT},
        xtest::ConnectionExt as _,
    },
    rust_connection::RustConnection,
    wrapper::ConnectionExt as _,
};

/// X's number of the key A.
pub const KEY_A: u8 = 38;

/// The keyboard of this process's display.
pub struct Keyboard(RustConnection);

impl Keyboard {
    /// A user's hands on it.
    pub fn plug() -> Self {
        Self(connect().0)
    }

    /// Presses a key and lets it go.
    pub fn tap(&self, key: u8) {
        for kind in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
            self.0.xtest_fake_input(kind, key, CURRENT_TIME, NONE, 0, 0, 0).expect("a request");
        }
        self.0.sync().expect("an answer");
    }
}
