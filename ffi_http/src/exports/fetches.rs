//! Whole answers, with everything in them.

use crate::{
    client::{self, Client, Fetch, request::ClientRequest},
    error::Result,
    headers,
};
use ffi_core::{Consumed, New, Text, array::Bytes, export, growing_bytes::GrowingBytes, memory};

/// Sends a request as `rt_http_client_request` does and keeps the whole answer, 4xx and 5xx included. The caller
/// frees it with `rt_http_fetch_free`. 0 where no whole answer came.
#[export(blocks)]
fn rt_http_client_fetch(
    client: &Client,
    method: &str,
    url: &str,
    headers: &[&str],
    body: &str,
) -> Result<New<Fetch>> {
    Ok(New::new(client::fetch(client, ClientRequest::new(method, url, headers)?.with_body(body.as_bytes()))?))
}

/// Fetches as `rt_http_client_fetch` does, with a body of bytes.
#[export(blocks)]
fn rt_http_client_fetch_bytes(
    client: &Client,
    method: &str,
    url: &str,
    headers: &[&str],
    body: &[u8],
) -> Result<New<Fetch>> {
    Ok(New::new(client::fetch(client, ClientRequest::new(method, url, headers)?.with_body(body))?))
}

/// Returns the HTTP status.
#[export(light)]
fn rt_http_fetch_status(fetch: &Fetch) -> i64 {
    fetch.status()
}

/// Returns the protocol that it came by: `HTTP/1.1`, `HTTP/2`, ….
#[export]
fn rt_http_fetch_version(fetch: &Fetch) -> Text {
    Text::new(fetch.version())
}

/// Returns the address that answered, after redirects.
#[export]
fn rt_http_fetch_url(fetch: &Fetch) -> Text {
    Text::new(fetch.url())
}

/// Returns the header `key`, whatever its case; several of that name are joined with `, `. `""` where there is none,
/// which `rt_text_is_none` tells from an empty one.
#[export(light)]
fn rt_http_fetch_header(fetch: &Fetch, key: &str) -> Option<Text> {
    headers::text(fetch.headers(), key)
}

/// Returns the bytes of the header `key`, whatever its case, as they came: those that are no UTF-8 too. Several of
/// that name are joined with `, `. Empty where there is none.
#[export]
fn rt_http_fetch_header_bytes(fetch: &Fetch, key: &str) -> Vec<u8> {
    headers::joined_bytes(fetch.headers(), key)
}

/// Returns all headers, as `name: value` with the name in lower case.
#[export]
fn rt_http_fetch_headers(fetch: &Fetch) -> Vec<Text> {
    headers::lines(fetch.headers())
}

/// Returns the body as text, decoded by the answer's charset (UTF-8 by default, invalid bytes replaced).
#[export]
fn rt_http_fetch_body(fetch: &Fetch) -> Result<Text> {
    // A byte of some charsets becomes three.
    memory::room_for_input(fetch.body().len(), 8)?;
    fetch.text()
}

/// Returns the body as it came, decompressed.
#[export]
fn rt_http_fetch_body_bytes(fetch: &Fetch) -> Result<Bytes> {
    Ok(Bytes::copy(&fetch.body())?)
}

/// Takes the body out of the answer, as it came, decompressed: what is large needs no copy so. The answer has none
/// afterwards, as text neither.
#[export]
fn rt_http_fetch_take_body_bytes(fetch: &Fetch) -> Result<GrowingBytes> {
    fetch.take_body()
}

/// Frees an answer.
#[export]
fn rt_http_fetch_free(fetch: Consumed<Fetch>) {
    client::free_fetch(fetch);
}
