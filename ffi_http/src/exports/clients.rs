//! Configured clients.

use crate::{
    client::{
        self, Client, Fetch, HttpDownload, HttpResult, ProxyPolicy, form, request::ClientRequest, tls_options,
    },
    error::{Error, Result},
    headers, number, tls,
};
use ffi_core::{Consumed, New, export};

/// Makes a client with settings and connections of its own, which begins with those that `rt_http_get` names. The
/// caller frees it with `rt_http_client_destroy`.
#[export]
fn rt_http_client_create() -> New<Client> {
    New::new(Client::default())
}

/// Sets how long an exchange of `client` may take in all, from the connection to the last byte: 1 ms to a day.
/// For `rt_http_client_download`, `_upload`, `_send_file` and streams there is no such limit until it is set
/// (only 30 s without any progress).
#[export]
fn rt_http_client_set_timeout(client: &Client, timeout_ms: i64) -> Result<()> {
    client.set_timeout(number::limit("timeout_ms", timeout_ms)?);
    Ok(())
}

/// Sets how long a transfer of `client` (a stream, a download, an upload) may stand still, apart from how long all
/// of it may take: 1 ms to a day; at first the time limit of `rt_http_client_set_timeout` where one was set, 30 s
/// otherwise. A stream of events that speaks within this time lives for as long as no total limit is set.
#[export]
fn rt_http_client_set_stall_timeout(client: &Client, timeout_ms: i64) -> Result<()> {
    client.set_stall_timeout(number::limit("timeout_ms", timeout_ms)?);
    Ok(())
}

/// Sets how long `client` keeps a connection that no request uses: 0 (none is kept) to a day, 90 s at first.
#[export]
fn rt_http_client_set_idle_timeout(client: &Client, timeout_ms: i64) -> Result<()> {
    client.set_idle_timeout(number::patience("timeout_ms", timeout_ms)?)
}

/// Sets how large the head of an answer to `client` may be: `fields` header fields, 1 to 8192 and 1024 at first,
/// and `bytes` (each field with 32 bytes more than its name and value have), 8 KiB to 384 KiB and 256 KiB at first. A
/// larger one is a failure, by HTTP/1 as by HTTP/2.
#[export]
fn rt_http_client_set_header_limit(client: &Client, fields: i64, bytes: i64) -> Result<()> {
    let fields = number::within("fields", fields, 1, 8192)?;
    client.set_head_limit(fields, number::within("bytes", bytes, 8 << 10, client::LARGEST_HEAD)?)
}

/// Sends the header `key` with every request of `client`, unless the request has one of that name itself.
#[export]
fn rt_http_client_set_header(client: &Client, key: &str, value: &str) -> Result<()> {
    let name = headers::name("key", key)?;
    if headers::is_framing(&name) {
        return Err(Error::text("key", key, headers::FRAMING));
    }
    let value = headers::value_of(&name, "value", value)?;
    client.set_header(name, value)
}

/// Sends a request as `rt_http_request` does, with the settings of `client`.
#[export(fail(error = reason), blocks)]
fn rt_http_client_request(
    client: &Client,
    method: &str,
    url: &str,
    headers: &[&str],
    body: &str,
) -> Result<HttpResult> {
    client::text(client, ClientRequest::new(method, url, headers)?.with_body(body.as_bytes()))
}

/// Frees a client and ends its idle connections. Requests under way finish.
#[export]
fn rt_http_client_destroy(client: Consumed<Client>) {
    client.close();
}

/// Sets how long a connection of `client` may take to come about: 1 ms to a day, 10 s at first.
#[export]
fn rt_http_client_set_connect_timeout(client: &Client, timeout_ms: i64) -> Result<()> {
    client.set_connect_timeout(number::limit("timeout_ms", timeout_ms)?)
}

/// Sets how many redirects `client` follows: 0 to 100, 10 at first. With 0 a redirect is the answer; with more,
/// one redirect too many is a failure.
#[export]
fn rt_http_client_set_max_redirects(client: &Client, count: i64) -> Result<()> {
    client.set_redirects(number::within("count", count, 0, 100)?)
}

/// Sets the longest body, in bytes after decompression, that `client` takes into memory: 256 MiB at first. A
/// longer one is a failure, found out without keeping it. Downloads and streams have no such limit.
#[export]
fn rt_http_client_set_body_limit(client: &Client, bytes: i64) -> Result<()> {
    client.set_body_limit(number::within("bytes", bytes, 0, i64::MAX)? as u64);
    Ok(())
}

/// Sends the requests of `client` through the proxy at `url` (http:, https:, socks5: or socks5h:, with
/// `user:password@` where it asks for it), or past any proxy where `url` is empty. At first the environment
/// decides (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY).
#[export]
fn rt_http_client_set_proxy(client: &Client, url: &str) -> Result<()> {
    if url.is_empty() {
        return client.set_proxy(ProxyPolicy::Direct);
    }
    let schemes = ["http://", "https://", "socks5://", "socks5h://"];
    if !schemes.iter().any(|scheme| url.starts_with(scheme)) {
        return Err(Error::url(url, "and a proxy's address begins with http:, https:, socks5: or socks5h:"));
    }
    let proxy = reqwest::Proxy::all(url)
        .map_err(|error| Error::url(url, format!("which is no proxy: {}", ffi_core::error::chain(&error))))?;
    client.set_proxy(ProxyPolicy::Proxy(Box::new(proxy), url.to_owned()))
}

/// Connects `client` to `address`, an IP address such as `127.0.0.1` or `::1`, wherever a request, a WebSocket or a
/// proxy names `host`, without asking the resolver; with an empty `address` it is asked again. The port, the `Host`
/// field and the name that TLS checks stay those of the request. It does not count where a socks5h: proxy or an HTTP
/// proxy looks the name up. False where `host` is no name, or `address` no address.
#[export]
fn rt_http_client_set_resolve(client: &Client, host: &str, address: &str) -> Result<()> {
    client.set_destinations(|destinations| destinations.set_address(host, address))
}

/// Connects `client` to the Unix domain socket at `path` for every request and WebSocket, whatever host and port its
/// address names (`http://localhost/containers/json`, say), redirects included and proxies left aside; with an empty
/// `path` to hosts again. With https: and wss: it speaks TLS over the socket. Whether somebody listens there is seen
/// when a request is sent. False where `path` is too long for a socket (107 bytes on Linux, 103 on macOS), and on
/// Windows, where it is not available.
#[export]
fn rt_http_client_set_unix_socket(client: &Client, path: &str) -> Result<()> {
    client.set_destinations(|destinations| destinations.set_socket(path))
}

/// Makes `client` trust the certificates in `pem` as roots too: a company's own, say, or a test's.
#[export(memory = 6)]
fn rt_http_client_add_root_certificates(client: &Client, pem: &str) -> Result<()> {
    client.add_roots(tls::certificates(pem)?)
}

/// Sets how `client` speaks TLS, in requests and WebSockets; what was set so before does not count any more, roots of
/// `rt_http_client_add_root_certificates` do. `options_json` is an object, or `""` for none. `certificate` is who the
/// client is where a server asks: an object with `chain` (its certificate first) or `chain_file`, and `key` or
/// `key_file`, as `rt_http_server_set_tls` takes them. `minimum_version` is `"1.2"`, as at first, or `"1.3"`.
/// `accept_any_certificate`, true or false, takes servers for whom they say they are, whatever their certificates:
/// for tests alone, for anybody between the two may then read and change everything. False, with a last error that
/// repeats nothing of a key, where the options, a file, a certificate or a key cannot be used.
#[export(schema(options_json = "ffi_http/src/client/tls_options.schema.json"))]
fn rt_http_client_set_tls(client: &Client, options_json: &str) -> Result<()> {
    client.set_tls(tls_options::parse(options_json)?)
}

/// Downloads as `rt_http_download` does, with the settings of `client` and these headers.
#[export(fail(error = reason), blocks)]
fn rt_http_client_download(
    client: &Client,
    url: &str,
    headers: &[&str],
    output_path: &str,
) -> Result<HttpDownload> {
    client::download(client, ClientRequest::new("GET", url, headers)?, output_path)
}

/// Uploads as `rt_http_upload` does, with the settings of `client` and these headers.
#[export(fail(error = reason), blocks)]
fn rt_http_client_upload(
    client: &Client,
    url: &str,
    headers: &[&str],
    file_path: &str,
    field_name: &str,
) -> Result<HttpResult> {
    client::upload(client, ClientRequest::new("POST", url, headers)?, file_path, field_name)
}

/// Sends the file `file_path` as the body of a request, streaming, with the content type of its extension
/// unless `headers` have one. As for `rt_http_upload` only a standstill ends it. `method` is PUT, POST, ….
#[export(fail(error = reason), blocks)]
fn rt_http_client_send_file(
    client: &Client,
    method: &str,
    url: &str,
    headers: &[&str],
    file_path: &str,
) -> Result<HttpResult> {
    client::send_file(client, ClientRequest::new(method, url, headers)?, file_path)
}

/// Sends a form of several fields and files (`multipart/form-data`) and keeps the whole answer, 4xx and 5xx included,
/// which the caller frees with `rt_http_fetch_free`. `method` is POST as a rule. `form_json` is an object with `parts`, an
/// array of up to 1000 objects, sent in their order: each has a `name`; `text`, or `base64` for bytes, or `file`, the path
/// of a file that is read as it is sent, never whole in memory; and, where wished, a `file_name` (that of the path for a
/// file) and a `content_type` (that of the file name's extension, none for a text without a file name). As for
/// `rt_http_upload` only a standstill ends it. 0 where no whole answer came, or, with a last error that repeats nothing of
/// it, where the form is none or a file cannot be read.
#[export(blocks, schema(form_json = "ffi_http/src/client/form.schema.json"))]
fn rt_http_client_fetch_form(
    client: &Client,
    method: &str,
    url: &str,
    headers: &[&str],
    form_json: &str,
) -> Result<New<Fetch>> {
    let call = ClientRequest::new(method, url, headers)?;
    client::send_form(client, call, form::parse(form_json)?).map(New::new)
}
