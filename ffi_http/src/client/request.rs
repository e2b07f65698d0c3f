//! One request, from a host's arguments to the answer's head.

use super::settings::Ready;
use crate::{
    error::{Error, Result, chain, redact_url},
    headers, method,
};
use hyper::{
    Method,
    header::{CONTENT_TYPE, HOST, HeaderMap, HeaderValue},
};
use reqwest::{Body, Request, Response, Url};
use std::time::Duration;

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
        Ok(Self {
            method: method::parse(method)?,
            url: address(url)?,
            headers: headers::parse(entries)?,
            body: None,
        })
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

/// Sends `call`; the answer's head has come when it returns. `timeout` is for the whole exchange.
pub async fn send(
    ready: &Ready,
    call: ClientRequest,
    timeout: Option<Duration>,
) -> Result<Response, reqwest::Error> {
    let mut request = Request::new(call.method, call.url);
    let mut headers = ready.headers.clone();
    // What the request says replaces what the client says.
    for name in call.headers.keys() {
        headers.remove(name);
    }
    headers.extend(call.headers);
    let named = headers.contains_key(HOST);
    *request.headers_mut() = headers;
    *request.body_mut() = call.body;
    *request.timeout_mut() = timeout;
    ready.client(named).execute(request).await
}
