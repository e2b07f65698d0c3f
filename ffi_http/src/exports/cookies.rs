//! Clients' cookies.

use crate::{
    client::{
        Client,
        cookies::{self, Jar},
        request,
    },
    error::{Error, Result},
    file,
};
use ffi_core::{Text, export, file_writer::FileWriter};
use std::{io::Read, path::Path, sync::Arc};

/// The longest file of cookies: more than the most cookies take.
const FILE: u64 = 32 << 20;

fn jar(client: &Client) -> Result<Arc<Jar>> {
    client.cookies().ok_or_else(|| {
        Error::state("the client keeps no cookies: rt_http_client_set_cookies(client, true) has it do so")
    })
}

/// Has `client` keep the cookies of answers, redirects and WebSockets' handshakes included, and send them with the
/// requests that they are for (RFC 6265); or not, as at first, which forgets those that it has. A request, or a client,
/// with a `Cookie` header of its own sends that in their place. Cookies go to the hosts and paths that they were set for
/// alone; those with `Secure` by https: alone, or to this machine. A server sets none for a domain that it is not in, nor
/// for one below which anybody may have a name (`co.uk`, `github.io`, by the public suffix list), and none with `Secure`,
/// or in the place of one with it, by http:. At most 180 are kept of a registered domain, 3,000 in all and 4 KiB each, the
/// oldest give way; at most 150 and 8 KiB are sent with a request.
#[export]
fn rt_http_client_set_cookies(client: &Client, enabled: bool) {
    client.keep_cookies(enabled);
}

/// Sets a cookie as an answer of `url` would with `Set-Cookie: cookie`: `id=7; Path=/; Max-Age=3600`, say. With an expiry
/// that has passed it takes one away. False where `client` keeps no cookies, or `url` may not set this one; the last error
/// repeats nothing of it.
#[export]
fn rt_http_client_set_cookie(client: &Client, url: &str, cookie: &str) -> Result<()> {
    jar(client)?.set(cookie, &request::address(url)?)
}

/// Returns what a request of `client` to `url` would send in the header `Cookie`: `a=1; b=2`, say; `""` where there is
/// nothing, which `rt_text_is_none` tells, and, with a last error, where the client keeps no cookies.
#[export]
fn rt_http_client_get_cookies(client: &Client, url: &str) -> Result<Option<Text>> {
    let header = jar(client)?.header(&request::address(url)?);
    Ok(header.map(|value| Text::new(&String::from_utf8_lossy(value.as_bytes()))))
}

/// Returns all cookies of `client` that have not expired, as a JSON array of objects, which
/// `rt_http_client_load_cookies` reads from a file: `name`, `value`, `domain`, `host_only` (whether it is for that host
/// alone, and not for those below it), `path`, `secure`, `http_only`, `same_site` where it was given, and `expires` in
/// seconds since 1970, null where it ends with the session. `""`, with a last error, where the client keeps no cookies.
#[export]
fn rt_http_client_list_cookies(client: &Client) -> Result<String> {
    serde_json::to_string(&jar(client)?.all()?).map_err(|error| Error::state(error.to_string()))
}

/// Forgets all cookies of `client`, which goes on to keep new ones.
#[export]
fn rt_http_client_clear_cookies(client: &Client) -> Result<()> {
    jar(client)?.clear()
}

/// Adds the cookies of the file `path` to those of `client`, and returns how many: in the format that curl, wget and
/// Python's `http.cookiejar` have from Netscape, or in JSON as `rt_http_client_list_cookies` gives it. Those that have
/// expired, and those that no server may set, are left out. −1 where the client keeps no cookies, or where the file cannot
/// be read, holds what is no cookie (the last error says in which line) or more than 32 MiB; then nothing is added.
#[export]
fn rt_http_client_load_cookies(client: &Client, path: &str) -> Result<i64> {
    let jar = jar(client)?;
    let fail = |reason| Error::file(path, "read", reason);
    let (opened, _) = file::open_regular(Path::new(path)).map_err(fail)?;
    let mut bytes = Vec::new();
    opened.take(FILE + 1).read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() as u64 > FILE {
        return Err(Error::text("path", path, "and a file of cookies has at most 32 MiB"));
    }
    let text = String::from_utf8(bytes).map_err(|_| Error::text("path", path, "a file that is not UTF-8"))?;
    cookies::read(&jar, &text)
}

/// Writes the cookies of `client` that have not expired, those of its session too, as the file `path`, in the format that
/// curl, wget and Python's `http.cookiejar` read; the whole file is replaced at once. A new file can be read by its owner
/// alone. False where the client keeps no cookies, or the file cannot be written.
#[export]
fn rt_http_client_save_cookies(client: &Client, path: &str) -> Result<()> {
    let text = cookies::written(&jar(client)?.all()?);
    FileWriter::write_private(path, text.as_bytes()).map_err(|reason| Error::file(path, "written", reason))
}
