//! Helpers that the tests share.
#![allow(dead_code)]

pub mod api;
pub mod certificates;
pub mod nginx;
pub mod python;
pub mod raw;

use api::*;
use std::{ffi::c_void, net::TcpListener, time::Duration};

/// A running server of ours, destroyed when dropped.
pub struct Server(pub i64);

impl Server {
    /// One that `prepare` set up.
    pub fn start(prepare: impl FnOnce(i64)) -> Self {
        let server = server_create(0);
        assert!(server > 0, "{}", last_error());
        prepare(server);
        assert!(server_start_background(server), "{}", last_error());
        Self(server)
    }

    /// The server's port.
    pub fn port(&self) -> u16 {
        server_port(self.0) as u16
    }

    /// The address of `path` on it.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port())
    }

    /// The WebSocket address of `path` on it.
    pub fn ws(&self, path: &str) -> String {
        format!("ws://127.0.0.1:{}{path}", self.port())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        server_destroy(self.0);
    }
}

/// Answers with the request's own body and type.
pub extern "C-unwind" fn echo(request: i64, _: *mut c_void) -> i64 {
    let body = request_body_bytes(request);
    let kind = request_header(request, "content-type");
    response_create_bytes(200, &body, if kind.is_empty() { "text/plain" } else { &kind })
}

/// Answers `hello`.
pub extern "C-unwind" fn hello(_: i64, _: *mut c_void) -> i64 {
    response_create(200, "hello")
}

/// Sends back every message until the peer closes.
pub extern "C-unwind" fn ws_echo(request: i64, _: *mut c_void) -> i64 {
    let ws = ws_accept(request);
    loop {
        match ws_wait(ws, 60_000) {
            1 => ws_send_text(ws, ws_receive(ws).as_bytes()),
            2 => ws_send_bytes(ws, &ws_receive_bytes(ws)),
            _ => break,
        };
    }
    ws_close(ws);
    0
}

/// A port that nobody uses now.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port").port()
}

/// Waits until `what` holds; false where it does not within `limit`.
pub fn eventually(limit: Duration, mut what: impl FnMut() -> bool) -> bool {
    let end = std::time::Instant::now() + limit;
    while !what() {
        if std::time::Instant::now() > end {
            return false;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    true
}

/// Tells whether a read of the descriptor would not wait.
#[allow(unsafe_code)]
pub fn is_readable(fd: i64) -> bool {
    let mut poll = libc::pollfd { fd: fd as i32, events: libc::POLLIN, revents: 0 };
    // SAFETY: one descriptor.
    unsafe { libc::poll(&mut poll, 1, 0) == 1 && poll.revents == libc::POLLIN }
}

/// Bytes that no two places have alike.
pub fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut out = Vec::with_capacity(length + 8);
    while out.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out.extend_from_slice(&state.to_le_bytes());
    }
    out.truncate(length);
    out
}
