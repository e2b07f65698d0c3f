//! Output of a module: events, a line each.

use ffi_core::events::{EventKind, publish};
use serde_json::json;
use std::mem;

/// The longest line, in bytes; more is the next event's.
const LONGEST: usize = 8 << 10;

/// Output of a module that no line end has come behind yet, of each stream.
pub struct Output {
    name: String,
    path: String,
    pending: [Vec<u8>; 2],
}

/// A stream that a module prints to.
#[derive(Clone, Copy)]
pub enum Stream {
    Stdout,
    Stderr,
}

impl Output {
    /// Output of the module of that name and path.
    pub fn new(name: String, path: String) -> Self {
        Self { name, path, pending: [Vec::new(), Vec::new()] }
    }

    /// The module's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Takes what the module prints.
    pub fn write(&mut self, stream: Stream, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let pending = &mut self.pending[stream as usize];
            let room = &bytes[..bytes.len().min(LONGEST - pending.len())];
            let line = room.iter().position(|&byte| byte == b'\n');
            let count = line.map_or(room.len(), |end| end + 1);
            pending.extend_from_slice(&bytes[..count]);
            bytes = &bytes[count..];
            if line.is_some() || pending.len() == LONGEST {
                self.publish(stream);
            }
        }
    }

    /// Publishes what has no line end: the message is over.
    pub fn flush(&mut self) {
        for stream in [Stream::Stdout, Stream::Stderr] {
            if !self.pending[stream as usize].is_empty() {
                self.publish(stream);
            }
        }
    }

    fn publish(&mut self, stream: Stream) {
        let line = mem::take(&mut self.pending[stream as usize]);
        let (name, path) = (&self.name, &self.path);
        let names = ["stdout", "stderr"];
        publish(EventKind::Module, || {
            let text = String::from_utf8_lossy(line.strip_suffix(b"\n").unwrap_or(&line));
            json!({ "type": "output", "name": name, "path": path, "stream": names[stream as usize], "text": text })
                .to_string()
        });
    }
}
