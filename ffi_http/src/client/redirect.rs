//! Redirects (RFC 9110, 15.4), followed as browsers do (WHATWG Fetch, "HTTP-redirect fetch").

use super::credentials::take_credentials;
use crate::error::redact_url;
use hyper::{
    Method, StatusCode,
    header::{
        AUTHORIZATION, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_TYPE,
        COOKIE, HOST, HeaderMap, HeaderName, LOCATION, PROXY_AUTHORIZATION, TRANSFER_ENCODING,
        WWW_AUTHENTICATE,
    },
};
use reqwest::{Request, Url};

/// Fields that describe a body.
const CONTENT: [HeaderName; 6] =
    [CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION, CONTENT_TYPE, TRANSFER_ENCODING];
/// Fields that are for one server and for no other.
const SECRET: [HeaderName; 5] =
    [AUTHORIZATION, COOKIE, HeaderName::from_static("cookie2"), PROXY_AUTHORIZATION, WWW_AUTHENTICATE];

/// The next step after an answer.
pub enum Next {
    /// Nothing: the answer is what it is.
    Nothing,
    Request(Box<Request>),
    /// A request that nobody can send, and why.
    Refused(String),
}

/// Decides what follows an answer to `request`; `request` has its body unless that `streams`, and cannot be sent
/// again.
pub fn next(status: StatusCode, headers: &HeaderMap, mut request: Request, streams: bool) -> Next {
    if ![301, 302, 303, 307, 308].contains(&status.as_u16()) {
        return Next::Nothing;
    }
    let Some(mut url) = location(headers, request.url()) else { return Next::Nothing };
    let from = request.url().clone();
    let same_host = url.host() == from.host() && url.port_or_known_default() == from.port_or_known_default();
    if !same_host && request.headers().contains_key(HOST) {
        return Next::Nothing;
    }
    if !matches!(url.scheme(), "http" | "https") {
        let to = redact_url(url.as_str());
        return Next::Refused(format!(
            "the redirect leads to {to}, and only http: and https: addresses can be requested"
        ));
    }
    if becomes_get(status, request.method()) {
        *request.method_mut() = Method::GET;
        *request.body_mut() = None;
        CONTENT.iter().for_each(|name| drop(request.headers_mut().remove(name)));
    } else if streams {
        return Next::Nothing;
    }
    if !same_host || url.scheme() != from.scheme() {
        SECRET.iter().for_each(|name| drop(request.headers_mut().remove(name)));
    }
    // In the address a proxy would read them.
    if let Some(credentials) = take_credentials(&mut url) {
        request.headers_mut().insert(AUTHORIZATION, credentials);
    }
    *request.url_mut() = url;
    Next::Request(Box::new(request))
}

/// The address to which a redirect from `base` leads; none where that is no address.
fn location(headers: &HeaderMap, base: &Url) -> Option<Url> {
    let to = str::from_utf8(headers.get(LOCATION)?.as_bytes()).ok()?;
    let mut url = base.join(to).ok()?;
    url.set_fragment(None);
    Some(url)
}

fn becomes_get(status: StatusCode, method: &Method) -> bool {
    match status.as_u16() {
        301 | 302 => *method == Method::POST,
        303 => *method != Method::GET && *method != Method::HEAD,
        _ => false,
    }
}
