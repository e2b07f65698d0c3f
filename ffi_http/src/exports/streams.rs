//! Exchanges whose bodies pass through the host's hands a piece at a time.

use crate::{
    client::{Client, Stream, request::ClientRequest},
    error::Result,
    headers,
};
use ffi_core::{Consumed, New, Text, export};

/// Prepares a request whose body and answer are not held in memory: `rt_http_stream_write` as often as needed
/// (not at all for a GET), then `rt_http_stream_finish`, then `rt_http_stream_read` until it returns 0. The
/// caller frees it with `rt_http_stream_free`, at any time.
#[export]
fn rt_http_stream_open(client: &Client, method: &str, url: &str, headers: &[&str]) -> Result<New<Stream>> {
    Ok(New::new(Stream::new(client, ClientRequest::new(method, url, headers)?)?))
}

/// Sends the next piece of the request's body; waits while the server takes nothing, up to 30 s or the client's
/// time limit. False where the server takes no more of it, or has answered already with a status that is no 2xx:
/// `rt_http_stream_finish` has that answer.
#[export(blocks)]
fn rt_http_stream_write(stream: &Stream, data: &[u8]) -> Result<()> {
    stream.write(data)
}

/// Ends the request's body and waits for the head of the answer: its HTTP status, or −1 where none came.
#[export(blocks)]
fn rt_http_stream_finish(stream: &Stream) -> Result<i64> {
    stream.finish()
}

/// Returns the HTTP status once `rt_http_stream_finish` had it.
#[export]
fn rt_http_stream_status(stream: &Stream) -> Result<i64> {
    Ok(i64::from(stream.head()?.status))
}

/// Returns the answer's header `key`, whatever its case; several of that name are joined with `, `. `""` where there is
/// none, which `rt_text_is_none` tells from an empty one.
#[export]
fn rt_http_stream_header(stream: &Stream, key: &str) -> Result<Option<Text>> {
    Ok(headers::text(&stream.head()?.headers, key))
}

/// Returns the bytes of the answer's header `key` as they came, as `rt_http_fetch_header_bytes` does.
#[export]
fn rt_http_stream_header_bytes(stream: &Stream, key: &str) -> Result<Vec<u8>> {
    Ok(headers::joined_bytes(&stream.head()?.headers, key))
}

/// Returns all headers of the answer, as `name: value` with the name in lower case.
#[export]
fn rt_http_stream_headers(stream: &Stream) -> Result<Vec<Text>> {
    Ok(headers::lines(&stream.head()?.headers))
}

/// Fills `buffer` with the next bytes of the answer's body, decompressed, and says how many: at least 1, fewer
/// than there is room for where fewer have come, 0 at the end, −1 on failure (a body cut off, say).
#[export(blocks, fills = "result")]
fn rt_http_stream_read(stream: &Stream, buffer: &mut [u8]) -> Result<i64> {
    stream.read(buffer)
}

/// Frees a stream. An exchange that is not over is given up.
#[export]
fn rt_http_stream_free(stream: Consumed<Stream>) {
    drop(stream);
}
