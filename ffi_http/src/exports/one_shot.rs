//! Requests with the settings that every client begins with.

use crate::{
    client::{self, HttpDownload, HttpResult, request::ClientRequest, shared},
    error::Result,
};
use ffi_core::export;

/// GETs `url`. Waits for the whole answer: 10 s to connect, 30 s in all, up to 10 redirects, a body of up to 256
/// MiB. HTTP/1.1 or HTTP/2, TLS with the system's trusted roots (SSL_CERT_FILE and SSL_CERT_DIR are honoured),
/// proxies from the environment; connections are kept for later calls.
///
/// `status` is the HTTP status, 4xx and 5xx included, and `body` the text that came, decoded by the answer's
/// charset. Where no whole answer came, `status` is 0 and `error` says why.
#[export(fail(error = reason), blocks)]
fn rt_http_get(url: &str) -> Result<HttpResult> {
    client::text(shared(), ClientRequest::new("GET", url, &[])?)
}

fn with_body(method: &str, url: &str, body: &str, content_type: &str) -> Result<HttpResult> {
    client::text(
        shared(),
        ClientRequest::new(method, url, &[])?.with_body(body.as_bytes()).with_type(content_type)?,
    )
}

/// POSTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
/// `rt_http_get`.
#[export(fail(error = reason), blocks)]
fn rt_http_post(url: &str, body: &str, content_type: &str) -> Result<HttpResult> {
    with_body("POST", url, body, content_type)
}

/// PUTs `body` to `url` with this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
/// `rt_http_get`.
#[export(fail(error = reason), blocks)]
fn rt_http_put(url: &str, body: &str, content_type: &str) -> Result<HttpResult> {
    with_body("PUT", url, body, content_type)
}

/// DELETEs `url`. Otherwise as `rt_http_get`.
#[export(fail(error = reason), blocks)]
fn rt_http_delete(url: &str) -> Result<HttpResult> {
    client::text(shared(), ClientRequest::new("DELETE", url, &[])?)
}

/// PATCHes `url` with `body` and this `Content-Type`; none is sent where `content_type` is empty. Otherwise as
/// `rt_http_get`.
#[export(fail(error = reason), blocks)]
fn rt_http_patch(url: &str, body: &str, content_type: &str) -> Result<HttpResult> {
    with_body("PATCH", url, body, content_type)
}

/// Asks for the head of `url` alone: `body` is empty. Otherwise as `rt_http_get`.
#[export(fail(error = reason), blocks)]
fn rt_http_head(url: &str) -> Result<HttpResult> {
    client::text(shared(), ClientRequest::new("HEAD", url, &[])?)
}

/// Sends any `method` but CONNECT, with up to 8192 `headers` like `RequestLabel: value`. Content-Length and
/// Transfer-Encoding are not the caller's to set. With a `Host` of its own a request does not follow a redirect to
/// another host: that is the answer then. An empty `body` is none. Otherwise as `rt_http_get`.
#[export(fail(error = reason), blocks)]
fn rt_http_request(method: &str, url: &str, headers: &[&str], body: &str) -> Result<HttpResult> {
    client::text(shared(), ClientRequest::new(method, url, headers)?.with_body(body.as_bytes()))
}

/// Saves what `url` answers as the file `output_path`, whatever its size: it streams into a temporary file
/// beside the target, which is replaced once all has come, with the permissions that it had. Links are followed; a
/// device, or a pipe that somebody reads, takes the bytes as they come. A transfer may take as long as it likes but
/// stand still for no more than 30 s.
///
/// `bytes` is the file's size. Where the status is not 2xx nothing is written, `bytes` is 0 and `error` empty.
/// Where the download failed `status` is 0 and `error` says why; an existing file is as it was.
#[export(fail(error = reason), blocks)]
fn rt_http_download(url: &str, output_path: &str) -> Result<HttpDownload> {
    client::download(shared(), ClientRequest::new("GET", url, &[])?, output_path)
}

/// POSTs the file `file_path` to `url` as part `field_name` of a `multipart/form-data` form, streaming, with the
/// content type of its extension. A transfer may take as long as it likes but stand still for no more than
/// 30 s. The result is as for `rt_http_get`.
#[export(fail(error = reason), blocks)]
fn rt_http_upload(url: &str, file_path: &str, field_name: &str) -> Result<HttpResult> {
    client::upload(shared(), ClientRequest::new("POST", url, &[])?, file_path, field_name)
}
