//! One request, from a host's arguments to the answer's head.

use super::{
    content_coding::{self, BodyError, ResponseBody},
    cookies::Jar,
    credentials::take_credentials,
    exchange::{Received, SendError, exchange},
    failure::Failure,
    redirect::{self, Next},
    settings::Ready,
    source::Unread,
};
use crate::{
    error::{Error, Result, redact_url},
    headers, method,
};
use ffi_core::{error::chain, memory::OutOfMemory};
use hyper::{
    Method, StatusCode, Version,
    header::{
        ACCEPT_ENCODING, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, COOKIE, HeaderMap, HeaderValue, RANGE,
    },
};
use reqwest::{Body, Request, Url};
use std::{
    io::{self, ErrorKind},
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

    /// The request as messages name it.
    pub fn name(&self) -> RequestLabel {
        RequestLabel { method: self.method.clone(), url: self.url.clone() }
    }
}

/// The address of a request.
pub fn address(text: &str) -> Result<Url> {
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

/// A request's method and address, as messages name it.
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
            BodyError::Transfer(Unread::Pooled(error)) => self.client(error, limit),
            BodyError::Transfer(Unread::Direct(error)) => self.broken(error, limit),
            BodyError::Malformed(reason) => self.fail(reason),
        }
    }

    /// Why no answer came.
    pub fn send(&self, error: SendError, limit: Option<Duration>) -> Error {
        match error {
            SendError::Client(error) => self.client(error, limit),
            SendError::Direct(Failure::NotConnectedInTime) => self.not_connected(),
            SendError::Direct(Failure::NotConnected(reason)) => {
                self.fail(format!("error sending request: client error (Connect): {reason}"))
            }
            SendError::Direct(Failure::NotInTime) => self.too_late(limit.unwrap_or_default()),
            SendError::Direct(Failure::Broken(reason)) => {
                self.fail(format!("error sending request: client error (SendRequest): {reason}"))
            }
            SendError::Refused(reason) => self.fail(reason),
        }
    }

    /// Why it failed, as the client says; `limit` is the total time that was set.
    pub fn client(&self, error: reqwest::Error, limit: Option<Duration>) -> Error {
        let error = error.without_url();
        match limit {
            _ if error.is_timeout() && error.is_connect() => self.not_connected(),
            Some(limit) if error.is_timeout() => self.too_late(limit),
            _ => self.fail(chain(&error)),
        }
    }

    fn broken(&self, error: io::Error, limit: Option<Duration>) -> Error {
        match (error.kind(), limit) {
            (ErrorKind::TimedOut, Some(limit)) => self.too_late(limit),
            (ErrorKind::OutOfMemory, _) => match error.downcast::<OutOfMemory>() {
                Ok(error) => error.into(),
                Err(error) => self.fail(error.to_string()),
            },
            _ => self.fail(format!("request or response body error: {}", chain(&error))),
        }
    }

    fn not_connected(&self) -> Error {
        self.fail("no connection came about in time")
    }

    fn too_late(&self, limit: Duration) -> Error {
        self.fail(format!("no whole answer within {} ms", limit.as_millis()))
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

/// Handling of a body's codings: undone, or given back as it came.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Decoding {
    Undone,
    AsItCame,
}

/// Sends `call`, again where the client's policy says so, and what redirects and challenges ask for; the answer's head has
/// come when it returns. `timeout` is for all of it.
pub async fn send(
    ready: &Ready,
    call: ClientRequest,
    timeout: Option<Duration>,
    decoding: Decoding,
) -> Result<Answer, SendError> {
    let began = Instant::now();
    let mut request = prepare(ready, call, decoding);
    if !ready.retries.are_any() {
        return follow(ready, request, began, timeout, decoding).await;
    }
    let method = request.method().clone();
    for before in 0.. {
        // None of what streams: that cannot be sent again.
        let copy = request.try_clone();
        let outcome = follow(ready, request, began, timeout, decoding).await;
        let wait = match &outcome {
            Ok(answer) => ready.retries.after_answer(&method, before, answer.status, &answer.headers),
            // Nothing of it was sent.
            Err(SendError::Client(error)) if error.is_connect() => ready.retries.after_failure(None, before),
            Err(SendError::Direct(failure)) if failure.is_unsent() => {
                ready.retries.after_failure(None, before)
            }
            Err(SendError::Client(_) | SendError::Direct(_)) => {
                ready.retries.after_failure(Some(&method), before)
            }
            Err(SendError::Refused(_)) => None,
        };
        let in_time = |wait: &Duration| timeout.is_none_or(|timeout| began.elapsed() + *wait < timeout);
        let (Some(wait), Some(copy)) = (wait.filter(in_time), copy) else { return outcome };
        drop(outcome);
        tokio::time::sleep(wait).await;
        request = copy;
    }
    Err(SendError::Refused("the request was sent too often".to_owned()))
}

/// Challenges that are answered for one request: the first, and one for a nonce that was too old.
const CHALLENGES: usize = 2;

/// Sends `request`, and what redirects and challenges ask for.
async fn follow(
    ready: &Ready,
    mut request: Request,
    began: Instant,
    timeout: Option<Duration>,
    decoding: Decoding,
) -> Result<Answer, SendError> {
    let most = ready.redirects();
    let mut followed = 0;
    let mut challenges = 0;
    let mut has_own_cookies = request.headers().contains_key(COOKIE);
    loop {
        has_own_cookies &= request.headers().contains_key(COOKIE);
        if let Some(jar) = ready.cookies.as_ref().filter(|_| !has_own_cookies) {
            send_cookies(jar, &mut request);
        }
        let credentials = if request.headers().contains_key(AUTHORIZATION) {
            None
        } else {
            ready.credentials.header(&request)
        };
        let signed = credentials.is_some();
        request.headers_mut().extend(credentials.map(|value| (AUTHORIZATION, value)));
        let left = timeout.map(|timeout| timeout.saturating_sub(began.elapsed()));
        let copy = request.try_clone();
        let streams = copy.is_none();
        let mut sent = copy.unwrap_or_else(|| without_body(&request));
        *request.timeout_mut() = left;
        let response = exchange(ready, request, (!streams).then_some(&sent), began, timeout).await?;
        if let Some(jar) = &ready.cookies {
            jar.take_from(&response.headers, &response.url);
        }
        if signed {
            sent.headers_mut().remove(AUTHORIZATION);
        }
        if response.status == StatusCode::UNAUTHORIZED
            // What was signed by an earlier challenge was not refused by this one.
            && ready.credentials.take_challenge(&response.headers, &response.url, signed && challenges > 0)
            && !streams
            && challenges < CHALLENGES
        {
            challenges += 1;
            request = sent;
            continue;
        }
        let method = sent.method().clone();
        let next = if most == 0 {
            Next::Nothing
        } else {
            redirect::next(response.status, &response.headers, sent, streams)
        };
        match next {
            Next::Nothing => return Ok(answer(response, &method, decoding)),
            Next::Refused(reason) => return Err(SendError::Refused(reason)),
            Next::Request(_) if followed == most => {
                return Err(SendError::Refused(format!("there are too many redirects: more than {most}")));
            }
            Next::Request(next) => request = *next,
        }
        followed += 1;
    }
}

/// `call` with the client's fields and those that it needs.
fn prepare(ready: &Ready, call: ClientRequest, decoding: Decoding) -> Request {
    let mut request = Request::new(call.method, call.url);
    let mut headers = ready.headers.clone();
    // What the request says replaces what the client says.
    for name in call.headers.keys() {
        headers.remove(name);
    }
    headers.extend(call.headers);
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
    request
}

/// What the jar has for where `request` goes, in the place of what it had for where that came from.
fn send_cookies(jar: &Jar, request: &mut Request) {
    let cookies = jar.header(request.url());
    request.headers_mut().remove(COOKIE);
    if let Some(cookies) = cookies {
        request.headers_mut().insert(COOKIE, cookies);
    }
}

fn without_body(request: &Request) -> Request {
    let mut copy = Request::new(request.method().clone(), request.url().clone());
    *copy.headers_mut() = request.headers().clone();
    copy
}

fn answer(received: Received, method: &Method, decoding: Decoding) -> Answer {
    let Received { status, version, url, mut headers, body } = received;
    let decode =
        decoding == Decoding::Undone && *method != Method::HEAD && status != StatusCode::PARTIAL_CONTENT;
    let body = ResponseBody::new(body, &mut headers, decode);
    Answer { status, version, url, headers, body }
}
