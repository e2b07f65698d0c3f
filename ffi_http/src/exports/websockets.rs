//! WebSockets.

use crate::{
    client::Client,
    error::{Error, Result},
    number,
    ws::{self, Message, MessageKind, WebSocket},
};
use ffi_core::{Consumed, New, Text, export};

/// Connects to a WebSocket at a ws: or wss: address; 10 s to connect, 30 s in all. The caller closes it with
/// `rt_ws_close`. Pings are answered by themselves. 0 where the server refuses, or answers with a head of more than
/// 124 fields or 64 KiB.
#[export(blocks)]
fn rt_ws_connect(url: &str) -> Result<New<WebSocket>> {
    Ok(New::new(ws::connect(url)?))
}

/// Sends a text message; it has gone to the system when this returns true. A peer that takes nothing for 30 s is
/// given up.
#[export(blocks)]
fn rt_ws_send(ws: &WebSocket, message: &str) -> Result<()> {
    ws.send(Message::Text(message.to_owned()))
}

/// Receives the next text message, for which it waits as long as it takes; `""`, with a last error, where the peer
/// closed or the connection failed. Binary messages stay where they are. Up to 256 messages, or 16 MiB and one message,
/// may wait; then the peer is held up. A message has at most 64 MiB.
#[export(blocks)]
fn rt_ws_receive(ws: &WebSocket) -> Result<Text> {
    text(ws.receive(MessageKind::Text, None)?)
}

fn text(message: Message) -> Result<Text> {
    Ok(match message {
        Message::Text(text) => Text::new(&text),
        Message::Binary(bytes) => Text::new(&String::from_utf8_lossy(&bytes)),
    })
}

/// Says goodbye to the peer, waits up to 5 s for its goodbye, and frees the WebSocket, whatever came of it. True
/// where the peer said goodbye, before or now. Messages that wait are thrown away; a thread that waits in
/// `rt_ws_receive` or `rt_ws_send` returns.
#[export(blocks)]
fn rt_ws_close(ws: Consumed<WebSocket>) -> Result<()> {
    ws.close(1000, "")
}

/// Connects as `rt_ws_connect` does, with the time limits, trusted roots and headers of `client`, and with these
/// headers: `Sec-WebSocket-Protocol: chat`, say.
#[export(blocks)]
fn rt_http_client_websocket(client: &Client, url: &str, headers: &[&str]) -> Result<New<WebSocket>> {
    Ok(New::new(ws::connect_with(client, url, headers)?))
}

/// Sends a text message of `data`, which may hold NUL bytes and has to be UTF-8. Otherwise as `rt_ws_send`.
#[export(blocks)]
fn rt_ws_send_text(ws: &WebSocket, data: &[u8]) -> Result<()> {
    let text =
        str::from_utf8(data).map_err(|error| Error::NotUtf8 { name: "data", offset: error.valid_up_to() })?;
    ws.send(Message::Text(text.to_owned()))
}

/// Sends a binary message. Otherwise as `rt_ws_send`.
#[export(blocks)]
fn rt_ws_send_bytes(ws: &WebSocket, data: &[u8]) -> Result<()> {
    ws.send(Message::Binary(data.to_vec()))
}

/// Receives the next text message, waiting up to `timeout_ms` (0 to a day); `""` with a last error where none came.
#[export(blocks)]
fn rt_ws_receive_timeout(ws: &WebSocket, timeout_ms: i64) -> Result<Text> {
    text(ws.receive(MessageKind::Text, Some(number::patience("timeout_ms", timeout_ms)?))?)
}

/// Receives the next binary message, for which it waits as long as it takes; empty, with a last error, where the peer
/// closed or the connection failed. Text messages stay where they are.
#[export(blocks)]
fn rt_ws_receive_bytes(ws: &WebSocket) -> Result<Vec<u8>> {
    bytes(ws.receive(MessageKind::Binary, None)?)
}

fn bytes(message: Message) -> Result<Vec<u8>> {
    Ok(match message {
        Message::Text(text) => text.into_bytes(),
        Message::Binary(bytes) => bytes,
    })
}

/// Receives the next binary message, waiting up to `timeout_ms` (0 to a day); empty with a last error where none came.
#[export(blocks)]
fn rt_ws_receive_bytes_timeout(ws: &WebSocket, timeout_ms: i64) -> Result<Vec<u8>> {
    bytes(ws.receive(MessageKind::Binary, Some(number::patience("timeout_ms", timeout_ms)?))?)
}

/// Waits for what comes next, and leaves it where it is: 1 a text message, 2 a binary one, 0 nothing within
/// `timeout_ms` (0 to a day), −1 nothing any more.
#[export(blocks)]
fn rt_ws_wait(ws: &WebSocket, timeout_ms: i64) -> Result<i64> {
    let next = ws.next(number::patience("timeout_ms", timeout_ms)?)?;
    Ok(match next {
        Some(MessageKind::Text) => 1,
        Some(MessageKind::Binary) => 2,
        None => 0,
    })
}

/// Sends a ping, which the peer answers by itself.
#[export(blocks)]
fn rt_ws_ping(ws: &WebSocket) -> Result<()> {
    ws.ping()
}

/// Returns the code that the peer said goodbye with (1000 is normal, 1005 means it gave none), 0 where it has not.
#[export]
fn rt_ws_close_code(ws: &WebSocket) -> i64 {
    ws.close_code()
}

/// Closes as `rt_ws_close` does, with a code (1000 to 1003, 1007 to 1013, 3000 to 4999) and a reason of at most 123
/// bytes.
#[export(blocks)]
fn rt_ws_close_with(ws: ffi_core::Handle<WebSocket>, code: i64, reason: &str) -> Result<()> {
    let code = ws::close_code(code)?;
    if reason.len() > 123 {
        return Err(Error::text("reason", reason, "and a reason has at most 123 bytes"));
    }
    ws.take()?.close(code, reason)
}
