//! What is behind a module: each kind of them.

use crate::{Error, Result, error::ProtocolError, message::Message, reply};
use ffi_core::{Locked, Text};
use plugin_host::{Plugin, PluginError};
use serde_json::Value;
use std::{path::Path, time::Instant};

/// Handles messages. A module's admission lets one in at a time.
pub trait Backend: Send + Sync {
    /// "native", "wasm" or "built-in".
    fn kind(&self) -> &'static str;

    /// True where any number of messages are welcome at once.
    fn takes_many(&self) -> bool {
        false
    }

    /// True where `deliver` keeps to its deadline by itself.
    fn keeps_time(&self) -> bool {
        false
    }

    /// The answer to message `number`.
    fn deliver(&self, message: &Message, number: u64, deadline: Option<Instant>) -> Result<Text>;

    /// Ends message `number`, which is inside, or about to be. False where nothing can.
    fn cancel(&self, number: u64) -> bool {
        let _ = number;
        false
    }

    /// Why it handles no message any more, where it does not.
    fn dead(&self) -> Option<String> {
        None
    }

    /// What it is held to.
    fn limits(&self) -> Value {
        Value::Null
    }

    /// Ends it: no message is inside, and none comes.
    fn close(&self);
}

/// A shared library.
pub struct Native(Locked<Option<Plugin>>);

impl Native {
    /// Loads the library.
    pub fn open(path: &Path) -> Result<Self, PluginError> {
        Ok(Self(Locked::new(Some(Plugin::open(path)?))))
    }
}

impl Backend for Native {
    fn kind(&self) -> &'static str {
        "native"
    }

    fn deliver(&self, message: &Message, _: u64, _: Option<Instant>) -> Result<Text> {
        let mut plugin = self.0.lock();
        let plugin = plugin.as_mut().ok_or(Error::Unloaded)?;
        let read = |bytes: &[u8]| reply::check(bytes).map(Text::new);
        let answer = plugin.handle(message.kind, &message.payload, read);
        Ok(answer.map_err(ProtocolError::from)??)
    }

    fn close(&self) {
        let plugin = self.0.lock().take();
        drop(plugin);
    }
}
