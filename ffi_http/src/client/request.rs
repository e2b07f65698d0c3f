//! One request, from a host's arguments to the answer's head.

use super::{
    content_coding::{self, BodyError, ResponseBody},
    reuse,
    settings::Ready,
};
use crate::{
    error::{Error, Result, chain, redact_url},
    headers, method,
};
use base64::prelude::{BASE64_STANDARD, Engine};
use hyper::{
    Method, StatusCode, Version,
    header::{
        ACCEPT_ENCODING, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderMap, HeaderValue, RANGE,
    },
};
use reqwest::{Body, Request, Url};
use std::{
    io,
    time::{Duration, Instant},
};

/// A request that was found good.
pub struct ClientRequest {
    pub method: Method,
    pub url: Url,
    pub headers: HeaderMap,
    pub body: Option<Body>,
}

impl ClientRequest {
    /// Checks the method, the address and the headers.
    pub fn new(method: &str, url: &str, entries: &[&str]) -> Result<Self> {
        let method = method::parse(method)?;
        let mut url = address(url)?;
        let mut headers = headers::parse(entries)?;
        // Never in the request line, where a proxy would read them and logs would keep them.
        if let Some(credentials) = take_credentials(&mut url) {
            headers.entry(AUTHORIZATION).or_insert(credentials);
        }
        Ok(Self { method, url, headers, body: None })
    }

    /// With this body; an empty one is none.
    pub fn with_body(mut self, body: &[u8]) -> Self {
        self.body = (!body.is_empty()).then(|| Body::from(body.to_vec()));
        self
    }

    /// With this content type; an empty one is none.
    pub fn with_type(mut self, content_type: &str) -> Result<Self> {
        if !content_type.is_empty() {
            self.headers.insert(CONTENT_TYPE, headers::value("content_type", content_type)?);
        }
        Ok(self)
    }

    /// Sets a header that the host did not set.
    pub fn default_header(&mut self, name: hyper::header::HeaderName, value: HeaderValue) {
        self.headers.entry(name).or_insert(value);
    }

    /// How messages name it.
    pub fn name(&self) -> RequestLabel {
        RequestLabel { method: self.method.clone(), url: self.url.clone() }
    }
}

fn address(text: &str) -> Result<Url> {
    let fail = |reason: String| Error::url(text, reason);
    // The parser would take line breaks and tabs out and go on.
    if text.contains(|c: char| c.is_ascii_control()) {
        return Err(fail("and an address holds no control character".to_owned()));
    }
    let url = Url::parse(text).map_err(|error| fail(format!("which is no address: {error}")))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(fail("and only http: and https: addresses can be requested".to_owned()));
    }
    Ok(url)
}

/// How messages name a request.
#[derive(Clone)]
pub struct RequestLabel {
    method: Method,
    url: Url,
}

impl RequestLabel {
    /// Why it failed.
    pub fn fail(&self, reason: impl Into<String>) -> Error {
        let (method, url) = (self.method.to_string(), redact_url(self.url.as_str()));
        Error::Exchange { method, url, reason: reason.into() }
    }

    /// Why its body failed.
    pub fn body(&self, error: BodyError, limit: Option<Duration>) -> Error {
        match error {
            BodyError::Transfer(error) => self.client(error, limit),
            BodyError::Malformed(reason) => self.fail(reason),
        }
    }

    /// Why it failed, as the client says; `limit` is the total time that was set.
    pub fn client(&self, error: reqwest::Error, limit: Option<Duration>) -> Error {
        let error = error.without_url();
        let ms = |limit: Duration| limit.as_millis();
        match limit {
            _ if error.is_timeout() && error.is_connect() => self.fail("no connection came about in time"),
            Some(limit) if error.is_timeout() => {
                self.fail(format!("no whole answer within {} ms", ms(limit)))
            }
            _ => self.fail(chain(&error)),
        }
    }
}

/// An answer whose head has come.
pub struct Answer {
    pub status: StatusCode,
    pub version: Version,
    pub url: Url,
    /// Without what they said of codings that the body is freed of.
    pub headers: HeaderMap,
    pub body: ResponseBody,
}

/// Whether a body is given back as it came, whatever its coding.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Decoding {
    Undone,
    AsItCame,
}

/// The requests that have the same effect when sent twice (RFC 9110, 9.2.2).
fn is_idempotent(method: &Method) -> bool {
    method.is_safe() || *method == Method::PUT || *method == Method::DELETE
}

/// Whether the connection died before any of the answer came.
fn has_died(error: &reqwest::Error) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(next) = cause {
        if let Some(error) = next.downcast_ref::<hyper::Error>()
            && (error.is_incomplete_message() || error.is_canceled() || error.is_closed())
        {
            return true;
        }
        if let Some(error) = next.downcast_ref::<io::Error>()
            && matches!(
                error.kind(),
                io::ErrorKind::ConnectionReset
                    | io::ErrorKind::ConnectionAborted
                    | io::ErrorKind::BrokenPipe
                    | io::ErrorKind::UnexpectedEof
            )
        {
            return true;
        }
        cause = next.source();
    }
    false
}

/// Sends `call`; the answer's head has come when it returns. `timeout` is for the whole exchange. An idempotent
/// request whose connection turns out to be dead is sent again, once, on a fresh one (RFC 9112, 9.3.1).
pub async fn send(
    ready: &Ready,
    call: ClientRequest,
    timeout: Option<Duration>,
    decoding: Decoding,
) -> Result<Answer, reqwest::Error> {
    let began = Instant::now();
    let mut request = Request::new(call.method, call.url);
    let mut headers = ready.headers.clone();
    // What the request says replaces what the client says.
    for name in call.headers.keys() {
        headers.remove(name);
    }
    headers.extend(call.headers);
    let named = headers.contains_key(HOST);
    let head = *request.method() == Method::HEAD;
    let whole = decoding == Decoding::Undone && !head && !headers.contains_key(RANGE);
    headers.entry(ACCEPT_ENCODING).or_insert_with(|| {
        // Parts, lengths and files are those of the content itself.
        if whole { content_coding::ACCEPTED } else { HeaderValue::from_static("identity") }
    });
    if call.body.is_none() && [Method::POST, Method::PUT, Method::PATCH].contains(request.method()) {
        // RFC 9110, 8.6: some servers ask for it.
        headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    *request.headers_mut() = headers;
    *request.body_mut() = call.body;
    *request.timeout_mut() = timeout;
    let again = is_idempotent(request.method()).then(|| request.try_clone()).flatten();
    let (mut outcome, reused) = reuse::observed(ready.client(named).execute(request)).await;
    if reused
        && outcome.as_ref().is_err_and(has_died)
        && let Some(mut again) = again
        && let Some(fresh) = ready.fresh(named)
    {
        *again.timeout_mut() = timeout.map(|timeout| timeout.saturating_sub(began.elapsed()));
        outcome = fresh.execute(again).await;
    }
    let response = outcome?;
    let (status, version, url) = (response.status(), response.version(), response.url().clone());
    let mut headers = response.headers().clone();
    let decode = decoding == Decoding::Undone && !head && status != StatusCode::PARTIAL_CONTENT;
    let body = ResponseBody::new(response, &mut headers, decode);
    Ok(Answer { status, version, url, headers, body })
}

/// The name and the password that stand in `url`, taken out of it, as RFC 7617 has them sent.
pub fn take_credentials(url: &mut Url) -> Option<HeaderValue> {
    if url.username().is_empty() && url.password().is_none() {
        return None;
    }
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).collect::<Vec<u8>>();
    let pair = [decoded(url.username()), b":".into(), decoded(url.password().unwrap_or(""))].concat();
    // An http: address has a host, and so can have neither.
    let _ = (url.set_username(""), url.set_password(None));
    basic(&pair)
}

/// The value of `Authorization` for `name:password`.
pub fn basic(pair: &[u8]) -> Option<HeaderValue> {
    let mut value = HeaderValue::try_from(format!("Basic {}", BASE64_STANDARD.encode(pair))).ok()?;
    value.set_sensitive(true);
    Some(value)
}
