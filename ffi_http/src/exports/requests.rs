//! Requests, as a handler sees them.

use crate::{
    error::{Error, Result},
    headers, number,
    server::{
        Request, accept_websocket,
        form::{self, Part},
    },
    url, version,
    ws::WebSocket,
};
use ffi_core::{Borrowed, Consumed, Shared, Text, export, memory};

/// Returns the method, in capitals as a rule.
#[export(light)]
fn rt_http_request_method(request: &Request) -> Result<Text> {
    request.with(|exchange| Text::new(exchange.head.method.as_str()))
}

/// Returns the protocol that it came by: `HTTP/1.0`, `HTTP/1.1` or `HTTP/2`.
#[export]
fn rt_http_request_version(request: &Request) -> Result<Text> {
    request.with(|exchange| Text::new(version::name(exchange.head.version)))
}

/// Returns `https` where it came over TLS, `http` otherwise, whatever a proxy in between says.
#[export]
fn rt_http_request_scheme(request: &Request) -> Result<Text> {
    request.with(|exchange| Text::new(if exchange.secure { "https" } else { "http" }))
}

/// Returns the path as it was sent, escapes and all, without the query.
#[export(light)]
fn rt_http_request_path(request: &Request) -> Result<Text> {
    request.with(|exchange| Text::new(exchange.head.uri.path()))
}

/// Returns the header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none,
/// which `rt_text_is_none` tells from an empty one.
#[export(light)]
fn rt_http_request_header(request: &Request, key: &str) -> Result<Option<Text>> {
    request.with(|exchange| headers::text(&exchange.head.headers, key))
}

/// Returns the body as text; invalid UTF-8 is replaced.
#[export(light)]
fn rt_http_request_body(request: &Request) -> Result<Text> {
    let body = request.with(|exchange| exchange.whole_body().cloned())??;
    // What is no UTF-8 becomes three bytes.
    memory::room_for_input(body.len(), 8)?;
    Ok(Text::new(&String::from_utf8_lossy(&body)))
}

/// Returns the query parameter `key`, decoded (`+` is a space): the first of that name, `""` where there is none, which
/// `rt_text_is_none` tells from an empty one.
#[export(light)]
fn rt_http_request_query(request: &Request, key: &str) -> Result<Option<Text>> {
    request.with(|exchange| {
        url::query(exchange.head.uri.query().unwrap_or(""), key).map(|value| Text::new(&value))
    })
}

/// Returns all values of the query parameter `key`, decoded, in their order.
#[export]
fn rt_http_request_query_all(request: &Request, key: &str) -> Result<Vec<Text>> {
    request.with(|exchange| {
        let query = exchange.head.uri.query().unwrap_or("").as_bytes();
        url::query_all(query, key).map(|value| Text::new(&value)).collect()
    })
}

/// Returns all values of the field `key` in a body that is a form, in their order: of the type
/// `application/x-www-form-urlencoded`, decoded, or `multipart/form-data`, without files; what is no UTF-8 is replaced.
/// None, with a last error, where the body has another type or is malformed.
#[export]
fn rt_http_request_form_all(request: &Request, key: &str) -> Result<Vec<Text>> {
    let is_of_parts = request.with(|exchange| form::is_multipart(&exchange.head.headers))?;
    if is_of_parts {
        let parts = request.parts()?;
        let fields = parts.iter().filter(|part| part.name == key && part.file_name.is_none());
        return Ok(fields.map(|part| Text::new(&String::from_utf8_lossy(&part.content))).collect());
    }
    request.with(|exchange| {
        let is_form = form::essence(&exchange.head.headers)
            .eq_ignore_ascii_case(b"application/x-www-form-urlencoded");
        if !is_form {
            return Err(Error::state(
                "the request's body has neither the type application/x-www-form-urlencoded nor multipart/form-data",
            ));
        }
        Ok(url::query_all(exchange.whole_body()?, key).map(|value| Text::new(&value)).collect())
    })?
}

/// Returns how many parts a body of the type `multipart/form-data` has: fields and files, at most 1000. −1, with a last
/// error, where the body has another type or is malformed.
#[export]
fn rt_http_request_part_count(request: &Request) -> Result<i64> {
    Ok(request.parts()?.len() as i64)
}

fn part<T>(request: &Request, index: i64, look: impl FnOnce(&Part) -> Result<T>) -> Result<T> {
    let parts = request.parts()?;
    let part = usize::try_from(index).ok().and_then(|index| parts.get(index));
    look(
        part.ok_or_else(|| Error::number("index", index, format!("and the form has {} parts", parts.len())))?,
    )
}

/// Returns the name of a form's part, `index` counted from 0, as the client wrote it.
#[export]
fn rt_http_request_part_name(request: &Request, index: i64) -> Result<Text> {
    part(request, index, |part| Ok(Text::new(&part.name)))
}

/// Returns the name that a form's part has as a file, as the client wrote it: no path to trust, for it may hold `/` and
/// `..`. `""` where it is no file, which `rt_text_is_none` tells from an empty one.
#[export]
fn rt_http_request_part_file_name(request: &Request, index: i64) -> Result<Option<Text>> {
    part(request, index, |part| Ok(part.file_name.as_deref().map(Text::new)))
}

/// Returns the header `key` of a form's part, whatever its case: `Content-Type`, say. `""` where there is none, which
/// `rt_text_is_none` tells from an empty one.
#[export]
fn rt_http_request_part_header(request: &Request, index: i64, key: &str) -> Result<Option<Text>> {
    part(request, index, |part| Ok(headers::text(&part.headers, key)))
}

/// Returns what a form's part holds as text; invalid UTF-8 is replaced.
#[export]
fn rt_http_request_part_text(request: &Request, index: i64) -> Result<Text> {
    part(request, index, |part| {
        memory::room_for_input(part.content.len(), 8)?;
        Ok(Text::new(&String::from_utf8_lossy(&part.content)))
    })
}

/// Returns what a form's part holds.
#[export]
fn rt_http_request_part_bytes(request: &Request, index: i64) -> Result<Vec<u8>> {
    part(request, index, |part| Ok(memory::copy(&part.content)?))
}

/// Returns the query as it was sent, without the question mark.
#[export(light)]
fn rt_http_request_query_string(request: &Request) -> Result<Text> {
    request.with(|exchange| Text::new(exchange.head.uri.query().unwrap_or("")))
}

/// Returns the route's parameter `name`, decoded; `""` where the route has none of that name, which `rt_text_is_none`
/// tells from an empty one.
#[export(light)]
fn rt_http_request_param(request: &Request, name: &str) -> Result<Option<Text>> {
    request.with(|exchange| {
        let found = exchange.params.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| Text::new(value))
    })
}

/// Returns the name of the handler that the route names.
#[export]
fn rt_http_request_handler(request: &Request) -> Result<Text> {
    request.with(|exchange| Text::new(&exchange.target.handler))
}

/// Returns the bytes of the header `key` as they came, as `rt_http_fetch_header_bytes` does.
#[export(light)]
fn rt_http_request_header_bytes(request: &Request, key: &str) -> Result<Vec<u8>> {
    request.with(|exchange| headers::joined_bytes(&exchange.head.headers, key))
}

/// Returns all headers, as `name: value` with the name in lower case.
#[export]
fn rt_http_request_headers(request: &Request) -> Result<Vec<Text>> {
    request.with(|exchange| headers::lines(&exchange.head.headers))
}

/// Returns the body as it came.
#[export(light)]
fn rt_http_request_body_bytes(request: &Request) -> Result<Vec<u8>> {
    let body = request.with(|exchange| exchange.whole_body().cloned())??;
    Ok(memory::copy(&body)?)
}

/// Fills `buffer` with the next bytes of the body and says how many: at least 1, fewer than there is room for where fewer
/// have come, 0 at the end. On a route with the option `stream_body` it waits for them up to `timeout_ms` (0 to a day),
/// and a client whose body nobody reads is held up; on any other all of it has come already. −1 where nothing came in time
/// (the last error's code is `timed out`; read again), where the body broke off or is longer than its limit, and where the
/// exchange is over.
#[export(blocks, fills = "result")]
fn rt_http_request_read(request: Shared<Request>, buffer: &mut [u8], timeout_ms: i64) -> Result<i64> {
    let patience = number::patience("timeout_ms", timeout_ms)?;
    // The handle is not held while waiting: the exchange may end meanwhile.
    request.into_arc().read(buffer, patience).map(|count| count as i64)
}

/// Returns the client's address and port: `127.0.0.1:53412`, or `unix:` where the server listens at a Unix domain socket.
#[export]
fn rt_http_request_remote_address(request: &Request) -> Result<String> {
    request.with(|exchange| exchange.peer.to_string())
}

/// Frees a request before its exchange is over. One that waits for `rt_http_server_respond` gets a 503.
#[export]
fn rt_http_request_free(request: Consumed<Request>) {
    request.clear();
}

/// Accepts the WebSocket that a request of `rt_http_server_websocket`'s path asks for. The caller closes it with
/// `rt_ws_close`; the server's end closes it too. The exchange is over then: a request that was pulled is freed
/// (read what it says before), one of a callback stays until that returns.
#[export(blocks)]
fn rt_ws_accept(request: &Request) -> Result<Borrowed<WebSocket>> {
    accept_websocket(request, "")
}

/// Accepts a WebSocket as `rt_ws_accept` does, choosing `protocol` among those that the client offers in
/// `Sec-WebSocket-Protocol`.
#[export(blocks)]
fn rt_ws_accept_protocol(request: &Request, protocol: &str) -> Result<Borrowed<WebSocket>> {
    accept_websocket(request, protocol)
}
