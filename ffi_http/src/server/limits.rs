//! What a server takes from its clients at most.

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
    /// How long a head may take to come, and how long a connection may stay idle.
    pub header_time: Duration,
    /// How long a body may take to come.
    pub body_time: Duration,
    /// How long a handler may take to answer.
    pub answer_time: Duration,
    /// How long a client may take nothing of an answer.
    pub write_time: Duration,
    /// How long `stop` waits for exchanges in flight.
    pub stop_time: Duration,
    /// RequestHandle connections.
    pub connections: usize,
    /// Whether answers are compressed for clients that ask for it.
    pub compress: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 10 << 20,
            header: HEADER,
            header_time: Duration::from_secs(10),
            body_time: Duration::from_secs(60),
            answer_time: Duration::from_secs(30),
            write_time: Duration::from_secs(30),
            stop_time: Duration::from_secs(5),
            connections: 1024,
            compress: false,
        }
    }
}
