//! Whole answers.

use super::{
    Client, body,
    outcome::HttpResult,
    progress::Progress,
    request::{self, Answer, ClientRequest, Decoding, RequestLabel},
    settings::Ready,
};
use crate::{
    blocking::{drive, is_free, wait},
    error::Result,
    version,
};
use ffi_core::{Consumed, Kind, Locked, Text, growing_bytes::GrowingBytes};
use hyper::header::{CONTENT_TYPE, HeaderMap};
use std::{mem, sync::Arc, time::Duration};

/// An answer with everything in it.
pub struct Fetch {
    status: u16,
    version: &'static str,
    url: String,
    headers: HeaderMap,
    /// Given away once it was taken; whoever reads it meanwhile has it too.
    body: Locked<Arc<GrowingBytes>>,
}

ffi_core::object!(Fetch, Kind::HttpFetch, Batched);

/// An answer with a longer body is freed at once.
const SMALL: usize = 16 << 10;

/// Frees an answer.
pub fn free(fetch: Consumed<Fetch>) {
    if fetch.body().len() > SMALL {
        fetch.free_now();
    }
}

/// Sends `call` and takes the whole answer.
pub fn fetch(client: &Client, call: ClientRequest) -> Result<Fetch> {
    let mut ready = client.ready()?;
    if cfg!(target_os = "linux") && is_free() {
        ready.drive_here();
        return drive(async move { whole(ready, call, &Progress::default()).await })?;
    }
    wait(async move { whole(ready, call, &Progress::default()).await })?
}

/// The whole answer to `call`.
pub async fn whole(ready: Ready, call: ClientRequest, progress: &Progress) -> Result<Fetch> {
    let name = call.name();
    let limits = ready.limits;
    let answer = request::send(&ready, call, Some(limits.total()), Decoding::Undone)
        .await
        .map_err(|error| name.send(error, Some(limits.total())))?;
    Fetch::of(answer, limits.body, &name, limits.total(), progress).await
}

impl Fetch {
    /// All of `answer`, whose body has at most `limit` bytes and takes no longer than `timeout`, as errors say.
    pub async fn of(
        answer: Answer,
        limit: u64,
        name: &RequestLabel,
        timeout: Duration,
        progress: &Progress,
    ) -> Result<Self> {
        let body = body::collect(answer.body, limit, name, timeout, progress).await?;
        Ok(Self {
            status: answer.status.as_u16(),
            version: version::name(answer.version),
            url: answer.url.to_string(),
            headers: answer.headers,
            body: Locked::new(Arc::new(body)),
        })
    }

    /// An answer that another side than the client's requests has all of.
    pub fn new(status: u16, url: String, headers: HeaderMap, body: &[u8]) -> Self {
        let version = version::name(hyper::Version::HTTP_11);
        Self { status, version, url, headers, body: Locked::new(Arc::new(body.into())) }
    }

    /// What those get of it who want no more than status and text.
    pub fn into_result(self) -> Result<HttpResult> {
        Ok(HttpResult { status: self.status(), body: self.text()?, error: String::new() })
    }

    /// The answer's status.
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

    /// The answer's headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The answer's body.
    pub fn body(&self) -> Arc<GrowingBytes> {
        self.body.lock().clone()
    }

    /// The answer's body, which it has no longer.
    pub fn take_body(&self) -> Result<GrowingBytes> {
        let body = mem::take(&mut *self.body.lock());
        Arc::try_unwrap(body).or_else(|shared| {
            let mut copy = GrowingBytes::default();
            copy.extend(&shared)?;
            Ok(copy)
        })
    }

    /// The body as text.
    pub fn text(&self) -> Result<Text> {
        let body = self.body();
        Ok(Text::try_from_pieces(&[&body::decode(&body, self.content_type())])?)
    }

    fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok())
    }
}
