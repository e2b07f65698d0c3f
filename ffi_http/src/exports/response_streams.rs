//! Answers that the host writes piece by piece.

use crate::{
    error::{Error, Result},
    number,
    server::{Request, Response, ResponseStream, StreamOptions, begin_stream},
};
use ffi_core::{Consumed, Handle, New, export};

/// Answers `request` with the status and the headers of `response`, with its body where it has one, and with what
/// `rt_http_response_stream_write` and `rt_http_response_stream_send_event` write from then on. `request` and
/// `response` are freed, as by `rt_http_server_respond`: read first what you need of the request. A callback may write
/// before it returns 0, or hand the stream to another thread. `options_json` is an object, or `""` for none: `buffer`
/// is how many bytes may wait for the client, 1 to 64 MiB, 64 KiB at first; `keep_alive_ms`, for a response of the type
/// `text/event-stream`, sends a comment whenever nothing else was sent for so long, 1 ms to a day, which keeps proxies
/// from ending it and finds out about clients that have gone. How long all of it takes is not limited; a client that
/// takes nothing for the write timeout loses it, and `rt_http_server_stop` breaks off what has not ended in time. By
/// HTTP/1.1 the answer is chunked. The caller ends it with `rt_http_response_stream_finish` or breaks it off with
/// `rt_http_response_stream_free`. 0 where the request was answered already, or nobody waits for it any more.
#[export(takes(request, response), schema(options_json = "ffi_http/src/server/stream_options.schema.json"))]
fn rt_http_response_stream_begin(
    request: Handle<Request>,
    response: Handle<Response>,
    options_json: &str,
) -> Result<New<ResponseStream>> {
    request.get()?;
    let is_of_events = response.get()?.is_of_events();
    let options = StreamOptions::parse(options_json)?;
    if options.keep_alive.is_some() && !is_of_events {
        return Err(Error::text(
            "options_json",
            options_json,
            "and `keep_alive_ms` is for a response of the type `text/event-stream`",
        ));
    }
    begin_stream(request, response, &options).map(New::new)
}

/// Writes the next piece of an answer: as much of it as there is room for within `timeout_ms` (0 to a day; 0 does not
/// wait), which is how a slow client slows its writer. Returns how many bytes were taken, fewer than `data` has, down
/// to 0, where time ran out. Pieces are sent as they come. Everything is taken, and nothing sent, where the request was
/// HEAD or the status has no body. −1 where the client has gone, the server stopped, or the handle is stale.
#[export(blocks)]
fn rt_http_response_stream_write(stream: &ResponseStream, data: &[u8], timeout_ms: i64) -> Result<i64> {
    let patience = number::patience("timeout_ms", timeout_ms)?;
    stream.write(data, patience).map(|taken| taken as i64)
}

/// Sends a server-sent event (HTML, 9.2) of the type `event`, with `data`, of as many lines as it has, and the
/// identifier `id`; `""` leaves `event` or `id` out, of which each is one line. Waits for room for up to `timeout_ms`
/// (0 to a day; 0 does not wait), and takes all of it or nothing. The response's type has to be `text/event-stream`
/// for clients to see events. False where time ran out (the last error's code is `timed out`), the client has gone, or
/// the server stopped.
#[export(blocks)]
fn rt_http_response_stream_send_event(
    stream: &ResponseStream,
    event: &str,
    data: &str,
    id: &str,
    timeout_ms: i64,
) -> Result<()> {
    stream.send_event(event, data, id, number::patience("timeout_ms", timeout_ms)?)
}

/// Ends an answer whole and frees its stream; what was written before is still sent. False where the client has gone
/// before its end, or the server stopped.
#[export(consumer)]
fn rt_http_response_stream_finish(stream: Consumed<ResponseStream>) -> Result<()> {
    stream.finish()
}

/// Frees an answer's stream without ending it: what waits is thrown away, and the client sees that its answer broke
/// off.
#[export]
fn rt_http_response_stream_free(stream: Consumed<ResponseStream>) {
    stream.abort();
}
