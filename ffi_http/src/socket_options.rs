//! How large WebSockets' messages and buffers may be, as JSON.

use crate::{
    error::Result,
    options::{read, refused},
};
use serde::Deserialize;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;

/// The longest message, at first and at most.
const MESSAGE: usize = 64 << 20;
const LONGEST: usize = 1 << 30;
/// What is read at a time, at first: each WebSocket keeps as much.
const READ: usize = 8 << 10;
/// Messages that may wait before the peer is held up, and their bytes, at first.
const QUEUED: usize = 256;
const QUEUED_BYTES: usize = 16 << 20;

/// The keys of `options_json`; an unknown key is an error that names it.
#[derive(Clone, Copy, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SocketOptions {
    /// The longest message that is taken.
    pub max_message: usize,
    /// What is read at a time.
    pub read_buffer: usize,
    /// Messages that may wait before the peer is held up.
    pub queue_messages: usize,
    /// Their bytes.
    pub queue_bytes: usize,
}

impl Default for SocketOptions {
    fn default() -> Self {
        Self { max_message: MESSAGE, read_buffer: READ, queue_messages: QUEUED, queue_bytes: QUEUED_BYTES }
    }
}

impl SocketOptions {
    /// The options that `json` sets; none where it is empty.
    pub fn parse(json: &str) -> Result<Self> {
        let options: Self = read(json)?;
        for (name, value, least, most) in [
            ("max_message", options.max_message, 1, LONGEST),
            ("read_buffer", options.read_buffer, 1 << 10, 1 << 20),
            ("queue_messages", options.queue_messages, 1, 1 << 20),
            ("queue_bytes", options.queue_bytes, 1, LONGEST),
        ] {
            if !(least..=most).contains(&value) {
                return Err(refused(json, format!("and `{name}` is {least} to {most}")));
            }
        }
        Ok(options)
    }

    /// The library's limits.
    pub fn config(&self) -> WebSocketConfig {
        WebSocketConfig::default()
            .max_message_size(Some(self.max_message))
            .max_frame_size(Some(self.max_message))
            .read_buffer_size(self.read_buffer)
            // What is sent goes out at once, and is not collected first.
            .write_buffer_size(0)
    }
}
