//! Requests, as a handler sees them.

use crate::{
    error::{Error, Result},
    headers,
    server::{Request, accept_websocket},
    url, version,
    ws::WebSocket,
};
use ffi_core::{Borrowed, Consumed, Text, export, memory};
use hyper::header::CONTENT_TYPE;

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
    let body = request.with(|exchange| exchange.body.clone())?;
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

/// Returns all values of the field `key` in a body of the type `application/x-www-form-urlencoded`, decoded, in their
/// order; none, with a last error, where the body has another type.
#[export]
fn rt_http_request_form_all(request: &Request, key: &str) -> Result<Vec<Text>> {
    request.with(|exchange| {
        let kind = exchange.head.headers.get(CONTENT_TYPE).map_or(&b""[..], |kind| kind.as_bytes());
        let essence = kind.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
        if !essence.eq_ignore_ascii_case(b"application/x-www-form-urlencoded") {
            return Err(Error::state(
                "the request's body has not the type application/x-www-form-urlencoded",
            ));
        }
        Ok(url::query_all(&exchange.body, key).map(|value| Text::new(&value)).collect())
    })?
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
    let body = request.with(|exchange| exchange.body.clone())?;
    Ok(memory::copy(&body)?)
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
