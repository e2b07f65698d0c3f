//! Requests over plain HTTP/1 by connections that the calling thread drives itself: nothing passes from thread to thread.

mod body;
mod connection;
mod pool;
mod socket;
mod way;

pub use {body::DirectBody, way::Way};

use super::failure::{Failure, has_died};
use bytes::Bytes;
use connection::Connection;
use hyper::{
    HeaderMap, Request, Response, Uri, Version,
    body::Incoming,
    client::conn::TrySendError,
    header::{ACCEPT, CONNECTION, HOST, HeaderValue, USER_AGENT},
};
use reqwest::{Body, Url};
use std::{sync::Arc, time::Instant};

/// A head, and the body behind it.
pub type Received = (Response<()>, DirectBody);

/// What reqwest says too where nobody says otherwise.
const ANYTHING: HeaderValue = HeaderValue::from_static("*/*");

/// Sends `request` to `host` over `way`: on a connection that is there, or on a new one. `copy` makes the request once more
/// where its connection may have died before anybody saw it.
pub async fn exchange(
    way: &Arc<Way>,
    host: String,
    request: reqwest::Request,
    copy: impl FnOnce() -> Option<reqwest::Request>,
    agent: &HeaderValue,
    deadline: Option<Instant>,
) -> Result<Received, Failure> {
    let mut message = message(request, agent)?;
    let persists = !asks_to_close(message.headers());
    let mut copy = Some(copy);
    while let Some(mut connection) = way.pool.take(&host) {
        match connection.send(message, deadline)? {
            Ok(answer) => return Ok(received(answer, connection, way, host, deadline, persists)),
            Err(mut failed) => match failed.take_message() {
                // Nothing of it was sent.
                Some(unsent) => message = unsent,
                None => match copy.take().and_then(|copy| copy()).filter(|_| has_died(failed.error())) {
                    Some(again) => {
                        message = self::message(again, agent)?;
                        break;
                    }
                    None => return Err(broken(&failed)),
                },
            },
        }
    }
    let mut connection = way.connect(&host, way::left(deadline)).await?;
    match connection.send(message, deadline)? {
        Ok(answer) => Ok(received(answer, connection, way, host, deadline, persists)),
        Err(failed) => Err(broken(&failed)),
    }
}

fn received(
    answer: Response<Incoming>,
    connection: Connection,
    way: &Arc<Way>,
    host: String,
    deadline: Option<Instant>,
    persists: bool,
) -> Received {
    let (head, body) = answer.into_parts();
    let persists = persists && head.version == Version::HTTP_11 && !asks_to_close(&head.headers);
    let body = DirectBody::new(body, connection, way.clone(), host, deadline, persists);
    (Response::from_parts(head, ()), body)
}

/// `request` as it goes out.
fn message(mut request: reqwest::Request, agent: &HeaderValue) -> Result<Request<Body>, Failure> {
    let target =
        target(request.url()).ok_or_else(|| Failure::Broken("the address has no path".to_owned()))?;
    let host = host_field(request.url());
    let mut message = Request::new(request.body_mut().take().unwrap_or_else(|| Body::from(Bytes::new())));
    *message.method_mut() = request.method().clone();
    *message.uri_mut() = target;
    let headers = message.headers_mut();
    *headers = std::mem::take(request.headers_mut());
    headers.entry(ACCEPT).or_insert(ANYTHING);
    headers.entry(USER_AGENT).or_insert_with(|| agent.clone());
    if let Some(host) = host {
        headers.entry(HOST).or_insert(host);
    }
    Ok(message)
}

/// RFC 9112, 3.2.1.
fn target(url: &Url) -> Option<Uri> {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()).try_into().ok(),
        None => url.path().try_into().ok(),
    }
}

fn host_field(url: &Url) -> Option<HeaderValue> {
    let name = url.host_str()?;
    match url.port() {
        Some(port) => HeaderValue::try_from(format!("{name}:{port}")).ok(),
        None => HeaderValue::from_str(name).ok(),
    }
}

fn asks_to_close(headers: &HeaderMap) -> bool {
    headers.get_all(CONNECTION).iter().any(|value| {
        value
            .as_bytes()
            .split(|byte| *byte == b',')
            .any(|token| token.trim_ascii().eq_ignore_ascii_case(b"close"))
    })
}

fn broken(failed: &TrySendError<Request<Body>>) -> Failure {
    Failure::Broken(ffi_core::error::chain(failed.error()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_target_is_the_path_with_its_query() {
        for (url, expected) in [
            ("http://a", "/"),
            ("http://a/b%20c/", "/b%20c/"),
            ("http://a/?", "/?"),
            ("http://a:81/b?c=d&e#f", "/b?c=d&e"),
        ] {
            assert_eq!(target(&Url::parse(url).unwrap()).unwrap().to_string(), expected, "{url}");
        }
    }

    #[test]
    fn a_connection_ends_where_either_side_says_so() {
        let closes = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.append(CONNECTION, HeaderValue::from_static("x"));
            headers.append(CONNECTION, HeaderValue::from_static(value));
            asks_to_close(&headers)
        };
        assert!(closes("close") && closes("keep-alive, Close ,y"));
        assert!(!closes("keep-alive") && !closes("closed"));
    }
}
