//! Whole answers.

use super::{
    Client, body,
    request::{self, ClientRequest, Decoding},
    settings::Ready,
};
use crate::{blocking::wait, error::Result, version};
use ffi_core::{Consumed, Kind};
use hyper::header::{CONTENT_TYPE, HeaderMap};

/// An answer with everything in it.
pub struct Fetch {
    status: u16,
    version: &'static str,
    url: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

ffi_core::object!(Fetch, Kind::HttpFetch, Batched);

/// An answer with a longer body is freed at once.
const SMALL: usize = 16 << 10;

/// Frees an answer.
pub fn free(fetch: Consumed<Fetch>) {
    if fetch.body.capacity() > SMALL {
        fetch.free_now();
    }
}

/// Sends `call` and takes the whole answer.
pub fn fetch(client: &Client, call: ClientRequest) -> Result<Fetch> {
    wait(whole(client.ready()?, call))?
}

/// The whole answer to `call`.
pub async fn whole(ready: Ready, call: ClientRequest) -> Result<Fetch> {
    let name = call.name();
    let limits = ready.limits;
    let answer = request::send(&ready, call, Some(limits.total()), Decoding::Undone)
        .await
        .map_err(|error| name.send(error, Some(limits.total())))?;
    let body = body::collect(answer.body, limits.body, &name, limits.total()).await?;
    Ok(Fetch {
        status: answer.status.as_u16(),
        version: version::name(answer.version),
        url: answer.url.to_string(),
        headers: answer.headers,
        body,
    })
}

impl Fetch {
    /// Its status.
    pub fn status(&self) -> i64 {
        i64::from(self.status)
    }

    /// `HTTP/1.1`, `HTTP/2`, …
    pub fn version(&self) -> &'static str {
        self.version
    }

    /// The address that answered, after redirects.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Its body.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Its body as text.
    pub fn text(&self) -> String {
        body::decode(self.body.clone(), self.content_type())
    }

    /// Its body as text, without a copy where it is UTF-8 already.
    pub fn into_text(mut self) -> String {
        let body = std::mem::take(&mut self.body);
        body::decode(body, self.content_type())
    }

    fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok())
    }
}
