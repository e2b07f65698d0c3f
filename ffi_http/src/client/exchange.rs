//! One request and its answer, without redirects.

use super::{reuse, settings::Ready};
use crate::tunnel;
use ffi_core::error::chain;
use hyper::{HeaderMap, Method, Uri};
use reqwest::{Request, Response};
use std::{
    io,
    time::{Duration, Instant},
};

/// Why no answer came.
#[derive(Debug)]
pub enum SendError {
    Client(reqwest::Error),
    /// A redirect that is not followed, or a proxy's refusal.
    Refused(String),
}

/// The requests that have the same effect when sent twice (RFC 9110, 9.2.2).
fn is_idempotent(method: &Method) -> bool {
    method.is_safe() || *method == Method::PUT || *method == Method::DELETE
}

/// Tells whether the connection died before any of the answer came.
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

/// Sends `request`. Where its connection turns out to be dead, it is idempotent, and there is a `copy` of it, that is
/// sent, once, on a fresh connection (RFC 9112, 9.3.1). `timeout` counts from `began`.
pub async fn exchange(
    ready: &Ready,
    request: Request,
    copy: Option<&Request>,
    began: Instant,
    timeout: Option<Duration>,
) -> Result<Response, SendError> {
    let address = (request.url().scheme() == "https").then(|| request.url().clone());
    let (mut outcome, reused) = reuse::observed(ready.client().execute(request)).await;
    if reused
        && outcome.as_ref().is_err_and(has_died)
        && let Some(mut again) = copy.filter(|copy| is_idempotent(copy.method())).and_then(Request::try_clone)
        && let Some(fresh) = ready.fresh()
    {
        *again.timeout_mut() = timeout.map(|timeout| timeout.saturating_sub(began.elapsed()));
        outcome = fresh.execute(again).await;
    }
    match outcome {
        Ok(response) if size(response.headers()) > ready.head_bytes() => {
            Err(SendError::Refused(format!("the answer's head has more than {} bytes", ready.head_bytes())))
        }
        Ok(response) => Ok(response),
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
