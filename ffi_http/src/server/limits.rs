//! Limits of what a server takes from its clients.

use crate::socket_options::SocketOptions;
use std::time::Duration;

/// The longest head at first.
pub const HEADER: usize = 64 << 10;
/// A longer one may have a field for so many bytes, and not 100.
pub const FIELD: usize = 256;

/// A server's limits.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Bytes of a request's body.
    pub body: usize,
    /// Bytes of a request's head.
    pub header: usize,
    /// Fields of a request's head, where that was set.
    pub fields: Option<usize>,
    /// Header timeout: the time for a head to come.
    pub header_time: Duration,
    /// Idle timeout of a connection between requests, where that is not as long.
    pub keep_alive_time: Option<Duration>,
    /// Body timeout: the time for a body to come.
    pub body_time: Duration,
    /// Time for which none of a body may come, where that was set.
    pub body_stall: Option<Duration>,
    /// Handler timeout: the time for a handler to answer.
    pub answer_time: Duration,
    /// Write timeout: the time for which a client may take nothing of an answer.
    pub write_time: Duration,
    /// Stop timeout: the time that `stop` waits for exchanges in flight.
    pub stop_time: Duration,
    /// Open connections.
    pub connections: usize,
    /// True where HTTP/2 is spoken.
    pub http2: bool,
    /// True where answers are compressed for clients that ask for it.
    pub compress: bool,
    /// How large WebSockets' messages and buffers may be.
    pub sockets: SocketOptions,
}

impl Limits {
    /// Most fields of a head, where that is not what hyper takes (100).
    pub fn most_fields(&self) -> Option<usize> {
        self.fields.or_else(|| (self.header > HEADER).then_some(self.header / FIELD))
    }

    /// Idle timeout of a connection between requests.
    pub fn keep_alive_time(&self) -> Duration {
        self.keep_alive_time.unwrap_or(self.header_time)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 10 << 20,
            header: HEADER,
            fields: None,
            header_time: Duration::from_secs(10),
            keep_alive_time: None,
            body_stall: None,
            body_time: Duration::from_secs(60),
            answer_time: Duration::from_secs(30),
            write_time: Duration::from_secs(30),
            stop_time: Duration::from_secs(5),
            connections: 1024,
            http2: true,
            compress: false,
            sockets: SocketOptions::default(),
        }
    }
}
