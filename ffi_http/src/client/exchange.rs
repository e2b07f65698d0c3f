//! One request and its answer, without redirects.

#[cfg(target_os = "linux")]
use super::direct;
use super::{
    failure::{Failure, has_died},
    reuse,
    settings::{AGENT, Ready},
    source::Source,
};
use crate::{blocking::guarded, tunnel};
use ffi_core::error::chain;
use hyper::{HeaderMap, Method, StatusCode, Uri, Version};
use reqwest::{Request, Response, Url};
use std::time::{Duration, Instant};

/// Why no answer came.
#[derive(Debug)]
pub enum SendError {
    Client(reqwest::Error),
    /// On a connection of the calling thread's own.
    Direct(Failure),
    /// A redirect that is not followed, or a proxy's refusal.
    Refused(String),
}

/// An answer whose head has come.
pub struct Received {
    pub status: StatusCode,
    pub version: Version,
    /// The address that was asked.
    pub url: Url,
    pub headers: HeaderMap,
    pub body: Source,
}

impl From<Response> for Received {
    fn from(mut response: Response) -> Self {
        let headers = std::mem::take(response.headers_mut());
        let (status, version, url) = (response.status(), response.version(), response.url().clone());
        Self { status, version, url, headers, body: Source::Pooled(Box::new(response)) }
    }
}

/// The requests that have the same effect when sent twice (RFC 9110, 9.2.2).
fn is_idempotent(method: &Method) -> bool {
    method.is_safe() || *method == Method::PUT || *method == Method::DELETE
}

/// Sends `request`. Where its connection turns out to be dead, it is idempotent, and there is a `copy` of it, that is
/// sent, once, on a fresh connection (RFC 9112, 9.3.1). `timeout` counts from `began`.
pub async fn exchange(
    ready: &Ready,
    request: Request,
    copy: Option<&Request>,
    began: Instant,
    timeout: Option<Duration>,
) -> Result<Received, SendError> {
    let copied = || copy.filter(|copy| is_idempotent(copy.method())).and_then(Request::try_clone);
    let received = match sent_here(ready, request, copied, timeout.and_then(|time| began.checked_add(time)))
        .await
    {
        Ok(received) => received?,
        Err(request) if ready.is_here() => guarded(pooled(ready, *request, copied, began, timeout)).await?,
        Err(request) => pooled(ready, *request, copied, began, timeout).await?,
    };
    if size(&received.headers) > ready.head_bytes() {
        let most = ready.head_bytes();
        return Err(SendError::Refused(format!("the answer's head has more than {most} bytes")));
    }
    Ok(received)
}

/// Sends `request` over a connection that this thread drives, where that is possible; gives it back otherwise.
#[cfg(target_os = "linux")]
async fn sent_here(
    ready: &Ready,
    request: Request,
    copy: impl FnOnce() -> Option<Request>,
    deadline: Option<Instant>,
) -> Result<Result<Received, SendError>, Box<Request>> {
    let is_in_memory = request.body().is_none_or(|body| body.as_bytes().is_some());
    let Some((way, host)) = ready.way_from_here(request.url()).filter(|_| is_in_memory) else {
        return Err(Box::new(request));
    };
    let url = request.url().clone();
    let received = direct::exchange(way, host, request, copy, &AGENT, deadline).await;
    Ok(received.map_err(SendError::Direct).map(|(head, body)| {
        let (head, ()) = head.into_parts();
        let body = Source::Direct(Box::new(body));
        Received { status: head.status, version: head.version, url, headers: head.headers, body }
    }))
}

#[cfg(not(target_os = "linux"))]
async fn sent_here(
    _: &Ready,
    request: Request,
    _: impl FnOnce() -> Option<Request>,
    _: Option<Instant>,
) -> Result<Result<Received, SendError>, Box<Request>> {
    Err(Box::new(request))
}

/// Sends `request` over a connection that the runtime's threads drive.
async fn pooled(
    ready: &Ready,
    request: Request,
    copy: impl FnOnce() -> Option<Request>,
    began: Instant,
    timeout: Option<Duration>,
) -> Result<Received, SendError> {
    let address = (request.url().scheme() == "https").then(|| request.url().clone());
    let (mut outcome, reused) = reuse::observed(ready.client().execute(request)).await;
    if reused
        && outcome.as_ref().is_err_and(|error| has_died(error))
        && let Some(mut again) = copy()
        && let Some(fresh) = ready.fresh()
    {
        *again.timeout_mut() = timeout.map(|timeout| timeout.saturating_sub(began.elapsed()));
        outcome = fresh.execute(again).await;
    }
    match outcome {
        Ok(response) => Ok(response.into()),
        Err(error) => match address.and_then(|address| address.as_str().parse().ok()) {
            Some(address) => {
                let left = timeout.map_or(Duration::MAX, |timeout| timeout.saturating_sub(began.elapsed()));
                Err(with_status(ready, &address, error, left).await)
            }
            None => Err(SendError::Client(error)),
        },
    }
}

/// The size of a head as RFC 9113, 6.5.2 counts it, which is what HTTP/2 is told the limit of.
fn size(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 32).sum()
}

/// `error`, with the status that a proxy answered CONNECT with: where the client does not say, the proxy is asked
/// again.
async fn with_status(ready: &Ready, address: &Uri, error: reqwest::Error, left: Duration) -> SendError {
    let text = chain(&error);
    if text.contains("tunnel error: proxy authorization required") {
        return SendError::Refused("the proxy answered CONNECT with status 407".to_owned());
    }
    if !text.contains("tunnel error: unsuccessful") {
        return SendError::Client(error);
    }
    let Ok(way) = ready.way() else { return SendError::Client(error) };
    let asked = tunnel::open(address, &way.proxies, &way.destinations, way.tls);
    match tokio::time::timeout(way.connect_timeout.min(left), asked).await {
        Ok(Err(refusal)) => SendError::Refused(chain(&refusal)),
        _ => SendError::Client(error),
    }
}
