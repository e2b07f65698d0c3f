//! Responses, as a handler makes them.

use crate::{
    error::Result,
    headers, json,
    server::{Response, insert_response},
};
use ffi_core::{Borrowed, Consumed, export};

/// Makes a response with this status (200 to 599) and text. Returned from a callback or given to
/// `rt_http_server_respond` it is freed; otherwise the caller frees it with `rt_http_response_free`.
#[export(light)]
fn rt_http_response_create(status: i64, body: &str) -> Result<Borrowed<Response>> {
    Ok(Borrowed::new(insert_response(Response::text(status, body)?)))
}

/// Sets a header in place of any of that name. Content-Length, Transfer-Encoding and Upgrade are the server's to
/// set, and Connection can be `close` only.
#[export(light)]
fn rt_http_response_set_header(response: &Response, key: &str, value: &str) -> Result<()> {
    let name = headers::name("key", key)?;
    let value = headers::value_of(&name, "value", value)?;
    response.set_header(name, value, false)
}

/// Makes `json` the body, with the content type for it. False where `json` is nothing that `rt_http_parse_json` takes.
#[export]
fn rt_http_response_json(response: &Response, json: &str) -> Result<()> {
    json::check(json)?;
    response.set_json(json)
}

/// Makes a response with this status (200 to 599), bytes and content type. Otherwise as `rt_http_response_create`.
#[export(light)]
fn rt_http_response_create_bytes(status: i64, body: &[u8], content_type: &str) -> Result<Borrowed<Response>> {
    let content_type = headers::value("content_type", content_type)?;
    Ok(Borrowed::new(insert_response(Response::new(status, body.to_vec(), content_type)?)))
}

/// Adds a header beside those of the same name: another `Set-Cookie`, say.
#[export(light)]
fn rt_http_response_add_header(response: &Response, key: &str, value: &str) -> Result<()> {
    let name = headers::name("key", key)?;
    let value = headers::value_of(&name, "value", value)?;
    response.set_header(name, value, true)
}

/// Frees a response that is not sent.
#[export]
fn rt_http_response_free(response: Consumed<Response>) {
    response.clear();
}
