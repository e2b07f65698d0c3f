//! WebSockets.

use crate::{
    client::{Client, Fetch},
    error::{Error, Result},
    number,
    server::Server,
    socket_options::SocketOptions,
    ws::{self, Message, MessageKind, WebSocket},
};
use ffi_core::{Consumed, New, Shared, Text, export};

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

/// Takes the answer with which a server refused the last WebSocket that this thread tried to connect: its status, headers
/// and body, of which up to 64 KiB are kept. The caller frees it with `rt_http_fetch_free`. 0, with a last error, where
/// none was refused by an answer, or it was taken already.
#[export]
fn rt_ws_take_refusal() -> Result<New<Fetch>> {
    ws::take_refusal()
        .map(New::new)
        .ok_or_else(|| Error::state("no answer refused this thread's last WebSocket"))
}

/// Returns the protocol that both sides agreed to speak (`Sec-WebSocket-Protocol`), `""` where that is none.
#[export]
fn rt_ws_protocol(ws: &WebSocket) -> Text {
    Text::new(ws.protocol())
}

/// Sends a ping and waits up to `timeout_ms` (1 ms to a day) for the peer's pong. Returns how long that took in
/// microseconds; −1 where it did not come (the last error's code is `timed out`) or the connection has ended. A peer that
/// is held up, because as many messages wait as may, is not heard.
#[export(blocks)]
fn rt_ws_round_trip(ws: &WebSocket, timeout_ms: i64) -> Result<i64> {
    let took = ws.round_trip(number::limit("timeout_ms", timeout_ms)?)?;
    Ok(i64::try_from(took.as_micros()).unwrap_or(i64::MAX))
}

/// Has a connection show that it lives: whenever the peer said nothing for `interval_ms` (1 ms to a day) it is sent a ping,
/// and where it says nothing for `timeout_ms` then (1 ms to a day), the connection ends; receiving tells why. Without a
/// thread. With an interval of 0 it does not, as at first.
#[export]
fn rt_ws_set_keep_alive(ws: &WebSocket, interval_ms: i64, timeout_ms: i64) -> Result<()> {
    let interval = number::patience("interval_ms", interval_ms)?;
    let patience = number::limit("timeout_ms", timeout_ms)?;
    ws.keep_alive((!interval.is_zero()).then_some(interval), patience)
}

/// Has events of the kind `http` tell of a WebSocket, or not, as at first: `"type": "websocket"`, with its handle as
/// `websocket`, and `"state": "message"` when a message waits where none did, or `"ended"` when no more come. So one
/// thread serves any number: it takes all that waits (`rt_ws_wait` with a timeout of 0 tells the kind of the next, and −1
/// the end), and is told anew of what comes then. What waits already is told of at once.
#[export]
fn rt_ws_set_events(ws: Shared<WebSocket>, enabled: bool) {
    ws.tell(enabled.then(|| ws.handle()));
}

/// Gives a file descriptor that is readable while a message waits, and once no more come: for a host that waits in `poll`,
/// `select` or `epoll`. The descriptor is the WebSocket's: do not read, write or close it, and poll it no longer once the
/// WebSocket is closed. A child of fork does not have it. −1 where the system gives none; not available on Windows.
#[export]
fn rt_ws_fd(ws: &WebSocket) -> Result<i64> {
    ws.fd()
}

/// Sets how large messages and buffers of WebSockets may be that `client` connects from then on. `options_json` is an
/// object, or `""` for what counts at first: `max_message`, the longest message in bytes (64 MiB; 1 byte to 1 GiB), a
/// longer one ends the connection with the code 1009; `read_buffer`, what is read at a time, which each WebSocket keeps (8
/// KiB; 1 KiB to 1 MiB); and how many messages (`queue_messages`, 256) and bytes (`queue_bytes`, 16 MiB) may wait before
/// the peer is held up. False, with a last error, for an unknown key or a value out of range.
#[export(schema(options_json = "ffi_http/src/socket_options.schema.json"))]
fn rt_http_client_set_websocket_options(client: &Client, options_json: &str) -> Result<()> {
    client.set_sockets(SocketOptions::parse(options_json)?);
    Ok(())
}

/// Sets the same as `rt_http_client_set_websocket_options` for WebSockets of `server`, on connections made from then on.
#[export(schema(options_json = "ffi_http/src/socket_options.schema.json"))]
fn rt_http_server_set_websocket_options(server: &Server, options_json: &str) -> Result<()> {
    server.0.limits.write().sockets = SocketOptions::parse(options_json)?;
    Ok(())
}
