//! Backends of modules: native code, WebAssembly and what is built in.

use crate::{
    Error, Result,
    error::ProtocolError,
    host_functions,
    message::{Message, Payload},
    reply::{self, Answer},
};
use ffi_core::{Locked, Text};
use plugin_host::{HostFunctions, Plugin, PluginError};
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
    fn deliver(&self, message: &Message, number: u64, deadline: Option<Instant>) -> Result<Answer>;

    /// Ends message `number`, which is inside, or about to be. False where nothing can.
    fn cancel(&self, number: u64) -> bool {
        let _ = number;
        false
    }

    /// Why it handles no message any more, where it does not.
    fn dead(&self) -> Option<String> {
        None
    }

    /// The origin of its code, where there are several.
    fn code(&self) -> Option<&'static str> {
        None
    }

    /// Limits that it is held to.
    fn limits(&self) -> Value {
        Value::Null
    }

    /// Ends it: no message is inside, and none comes.
    fn close(&self);
}

/// The functions that a shared library's table has.
struct Registered;

impl HostFunctions for Registered {
    fn call(name: &str, data: &[u8]) -> Result<Vec<u8>, String> {
        host_functions::call(name, data)
    }
}

/// A shared library.
pub struct Native(Locked<Option<Plugin>>);

impl Native {
    /// Loads the library.
    pub fn open(path: &Path) -> Result<Self, PluginError> {
        Ok(Self(Locked::new(Some(Plugin::open::<Registered>(path)?))))
    }
}

impl Backend for Native {
    fn kind(&self) -> &'static str {
        "native"
    }

    fn deliver(&self, message: &Message, _: u64, _: Option<Instant>) -> Result<Answer> {
        let mut plugin = self.0.lock();
        let plugin = plugin.as_mut().ok_or(Error::Unloaded)?;
        match &message.payload {
            Payload::Json(payload) => {
                let read = |bytes: &[u8]| reply::check(bytes).map(Text::new);
                let answer = plugin.handle(message.kind, payload, read);
                Ok(Answer::Json(answer.map_err(ProtocolError::from)??))
            }
            Payload::Bytes(data) => {
                let answer = plugin.handle_bytes(message.kind, data, reply::of_bytes);
                let answer = answer.map_err(|error| match error {
                    PluginError::Missing(_) => Error::NoBytes,
                    error => ProtocolError::from(error).into(),
                })?;
                answer.map(Answer::Bytes)
            }
        }
    }

    fn close(&self) {
        let plugin = self.0.lock().take();
        drop(plugin);
    }
}
