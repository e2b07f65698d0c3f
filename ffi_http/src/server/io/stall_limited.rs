//! A body that may not stand still for long.

use bytes::Bytes;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use std::{
    error::Error,
    fmt,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{Instant, Sleep, sleep};

/// Error of a body of which nothing came for too long.
#[derive(Debug)]
pub struct Stalled;

impl fmt::Display for Stalled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing of the body came for too long")
    }
}

impl Error for Stalled {}

/// A request's body, and how long nothing of it may come.
pub struct StallLimited<'a> {
    body: &'a mut Incoming,
    limit: Option<(Duration, Pin<Box<Sleep>>)>,
}

impl<'a> StallLimited<'a> {
    /// The body without a limit, or with one from now on.
    pub fn new(body: &'a mut Incoming, limit: Option<Duration>) -> Self {
        Self { body, limit: limit.map(|limit| (limit, Box::pin(sleep(limit)))) }
    }
}

impl Body for StallLimited<'_> {
    type Data = Bytes;
    type Error = Box<dyn Error + Send + Sync>;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let polled = Pin::new(&mut *self.body).poll_frame(cx);
        if let Some((limit, timer)) = &mut self.limit {
            if polled.is_ready() {
                timer.as_mut().reset(Instant::now() + *limit);
            } else if timer.as_mut().poll(cx).is_ready() {
                return Poll::Ready(Some(Err(Box::new(Stalled))));
            }
        }
        polled.map_err(Into::into)
    }
    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }
    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
