//! One client's connection.

use super::{
    compression::{OwnCoding, OwnStatus},
    io::{socket::Peer, timer::Deadlines, tracked_stream::ConnectionPhase},
    limits::Limits,
    request_body::RequestBody,
    response::{Body, HttpResponse, last},
    state::ServerState,
};
use bytes::Bytes;
use ffi_core::guard::describe;
use http_body_util::{BodyExt, Either};
use hyper::{
    StatusCode,
    body::{Frame, SizeHint},
    header::{CONNECTION, CONTENT_ENCODING, HeaderValue},
};
use std::{
    future::poll_fn,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::sync::OwnedSemaphorePermit;

/// State that the requests of a connection share.
pub struct Connection {
    pub state: Arc<ServerState>,
    pub peer: Peer,
    /// True for TLS.
    pub secure: bool,
    pub limits: Limits,
    pub phase: Arc<ConnectionPhase>,
    pub deadlines: Arc<Deadlines>,
    /// Held for as long as the connection is open, as a WebSocket too.
    pub _permit: Arc<OwnedSemaphorePermit>,
    /// Held for as long as a handler runs for it, where a client may give it up before that and have another.
    pub running: Option<Arc<OwnedSemaphorePermit>>,
}

impl Connection {
    /// `answer`, on its way to the client.
    #[inline]
    pub fn send(&self, answer: HttpResponse) -> HttpResponse {
        if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
            self.phase.is_over();
        } else if self.limits.compress || matches!(answer.body(), Either::Right(_)) {
            return self.send_pieces(answer);
        } else {
            self.phase.next();
        }
        answer
    }

    /// Like `send`, for an answer that goes out a piece at a time.
    pub fn send_pieces(&self, mut answer: HttpResponse) -> HttpResponse {
        self.phase.answering();
        if self.limits.compress {
            let status = OwnStatus(answer.status());
            answer.extensions_mut().insert(status);
            if answer.headers().contains_key(CONTENT_ENCODING) {
                answer.extensions_mut().insert(OwnCoding);
            }
        }
        let phase = self.phase.clone();
        answer.map(|body| {
            Either::Right(
                Sent { body, phase, state: self.state.clone() }.map_err(io::Error::other).boxed_unsync(),
            )
        })
    }

    /// `answer`, and that the connection ends where the request has not come `whole`: nobody reads the rest.
    pub fn early(&self, mut answer: HttpResponse, whole: bool) -> HttpResponse {
        if !whole {
            self.phase.is_early();
            answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        answer
    }

    /// `future`, or a 503 where it takes too long or the server has waited long enough to stop.
    pub async fn in_time<F: Future>(&self, future: Pin<&mut F>) -> Result<F::Output, HttpResponse> {
        self.in_time_from(None, future).await
    }

    /// The same, where time begins anew with each piece of a body that is read.
    pub async fn in_time_from<F: Future>(
        &self,
        body: Option<&RequestBody>,
        mut future: Pin<&mut F>,
    ) -> Result<F::Output, HttpResponse> {
        let first = self.deadlines.after(self.limits.answer_time);
        poll_fn(|cx| {
            if let Poll::Ready(output) = future.as_mut().poll(cx) {
                return Poll::Ready(Ok(output));
            }
            let deadline = || match body {
                Some(body) => self.deadlines.after_moment(body.last_read(), self.limits.answer_time),
                None => first,
            };
            if !self.deadlines.have_passed(deadline()) {
                return Poll::Pending;
            }
            Poll::Ready(Err(last(StatusCode::SERVICE_UNAVAILABLE, "the request was not answered in time\n")))
        })
        .await
    }
}

/// A body after whose end the next request is awaited.
struct Sent {
    body: Body,
    phase: Arc<ConnectionPhase>,
    state: Arc<ServerState>,
}

impl hyper::body::Body for Sent {
    type Data = Bytes;
    type Error = <Body as hyper::body::Body>::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let polled = catch_unwind(AssertUnwindSafe(|| Pin::new(&mut self.body).poll_frame(cx)));
        let polled = polled.unwrap_or_else(|payload| {
            let reason = format!("internal error: {}", describe(&*payload));
            Poll::Ready(Some(Err(Box::new(io::Error::other(reason)))))
        });
        if let Poll::Ready(Some(Err(error))) = &polled {
            self.state.note_error(&format!("an answer broke off: {error}"));
        }
        polled
    }
    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }
    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        self.phase.next();
    }
}
