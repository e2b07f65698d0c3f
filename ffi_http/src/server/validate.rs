//! Checks that RFC 9112 asks of a server for a request whose head hyper has taken: hyper refuses what it cannot read,
//! and this what means two things or nothing.

use super::response::{HttpResponse, last};
use hyper::{
    Method, Request, StatusCode, Version,
    header::{HOST, HeaderMap, HeaderValue, TRANSFER_ENCODING},
};

/// Why `request` is refused; the connection ends then, for where the next one begins is nobody's guess.
#[inline]
pub fn refusal<B>(request: &Request<B>) -> Option<HttpResponse> {
    let found = target(request).or_else(|| host(request)).or_else(|| codings(request.headers()))?;
    Some(last(found.0, found.1))
}

/// RFC 9112, 3.2.2: where the target names a host, that counts, whatever the field says.
#[inline]
pub fn take_host_of_target<B>(request: &mut Request<B>) {
    if let Some(authority) = request.uri().authority()
        && *request.method() != Method::CONNECT
        && let Ok(host) = HeaderValue::from_str(authority.as_str())
    {
        request.headers_mut().insert(HOST, host);
    }
}

type Refusal = (StatusCode, &'static str);

fn bad(reason: &'static str) -> Option<Refusal> {
    Some((StatusCode::BAD_REQUEST, reason))
}

/// RFC 9112, 3.2: each method's form of the target.
fn target<B>(request: &Request<B>) -> Option<Refusal> {
    let (method, uri) = (request.method(), request.uri());
    if *method == Method::CONNECT {
        return None;
    }
    if uri.authority().is_some_and(|authority| !is_host(authority.as_str().as_bytes())) {
        return bad("the request's target names no host\n");
    }
    match uri.path() {
        "*" if *method == Method::OPTIONS => None,
        path if path.starts_with('/') => None,
        _ => bad("the request's target is no path\n"),
    }
}

/// RFC 9112, 3.2: one `Host` by HTTP/1.1, at most one by HTTP/1.0, and none that is malformed.
fn host<B>(request: &Request<B>) -> Option<Refusal> {
    let mut fields = request.headers().get_all(HOST).iter();
    match (fields.next(), fields.next()) {
        (None, _) if request.version() == Version::HTTP_10 => None,
        (None, _) => bad("a request names its host\n"),
        (Some(_), Some(_)) => bad("a request names one host\n"),
        (Some(host), None) if is_host(host.as_bytes()) => None,
        _ => bad("the request's Host is no name of a host\n"),
    }
}

/// `uri-host [ ":" port ]` (RFC 3986, 3.2.2); nothing at all where the target has no authority.
fn is_host(text: &[u8]) -> bool {
    let end = match text.strip_prefix(b"[") {
        Some(rest) => match rest.iter().position(|byte| *byte == b']') {
            Some(end) if is_literal(&rest[..end]) => end + 2,
            _ => return false,
        },
        None => match text.iter().position(|byte| *byte == b':') {
            Some(end) if is_registered(&text[..end]) => end,
            None if is_registered(text) => text.len(),
            _ => return false,
        },
    };
    match &text[end..] {
        [] => true,
        [b':', port @ ..] => port.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}

/// Tells whether `text` may stand between brackets.
fn is_literal(text: &[u8]) -> bool {
    match text {
        [b'v' | b'V', rest @ ..] => {
            rest.contains(&b'.') && rest.iter().all(|byte| is_name(*byte) || *byte == b':')
        }
        _ => str::from_utf8(text).is_ok_and(|text| text.parse::<std::net::Ipv6Addr>().is_ok()),
    }
}

fn is_registered(name: &[u8]) -> bool {
    let digit = |at: usize| name.get(at).is_some_and(u8::is_ascii_hexdigit);
    let escape = |at: usize| digit(at + 1) && digit(at + 2);
    name.iter().enumerate().all(|(at, byte)| is_name(*byte) || *byte == b'%' && escape(at))
}

/// RFC 3986's unreserved characters and sub-delims.
fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte)
}

/// RFC 9112, 6.1 and 7: `chunked`, once and last, is the one transfer coding that is understood here.
fn codings(headers: &HeaderMap) -> Option<Refusal> {
    if !headers.contains_key(TRANSFER_ENCODING) {
        return None;
    }
    let mut chunked = 0;
    for value in headers.get_all(TRANSFER_ENCODING) {
        let Ok(value) = value.to_str() else { return bad("the transfer coding is malformed\n") };
        for coding in value.split(',').map(|coding| coding.trim_matches([' ', '\t'])) {
            match coding {
                "" => {}
                _ if coding.eq_ignore_ascii_case("chunked") => chunked += 1,
                _ => {
                    return Some((
                        StatusCode::NOT_IMPLEMENTED,
                        "the transfer coding is not understood here\n",
                    ));
                }
            }
        }
    }
    if chunked == 1 { None } else { bad("a body is chunked once\n") }
}

#[cfg(test)]
mod tests {
    use super::is_host;

    #[test]
    fn hosts_are_names_or_addresses_with_or_without_a_port() {
        for good in [
            "",
            "a",
            "a.example",
            "a:80",
            "a:",
            "127.0.0.1:8080",
            "[::1]",
            "[::1]:80",
            "[v1.a:b]",
            "%41b",
            "a_b",
        ] {
            assert!(is_host(good.as_bytes()), "{good:?}");
        }
        for bad in [
            "a b", "a/b", "a@b", "a:b", "a:80:80", "a:-1", "[::1", "[::1]x", "[1]", "[v1]", "a,b ", "%4",
            "a?", "\u{fc}", "a\\b", "http://a",
        ] {
            assert!(!is_host(bad.as_bytes()), "{bad:?}");
        }
    }
}
