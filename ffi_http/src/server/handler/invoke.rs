//! Requests that the host answers.

use super::{
    answer::{Answer, last, plain},
    callback,
    connection::Connection,
    exchange::{Exchange, Open},
    handlers::{self, Handler},
    inline::{self, Turn},
    route::{Params, Target},
    upgrade,
};
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::{
    Request, StatusCode,
    body::{Body as _, Incoming},
};
use std::{
    future::poll_fn,
    pin::{Pin, pin},
    sync::Arc,
    task::Poll,
};
use tokio::{sync::oneshot, time::timeout};

/// The handler that can be called at once, in place, and the turn to do so: it is quick, and nothing has to come
/// before it.
#[inline]
pub fn at_once(request: &Request<Incoming>, target: &Target) -> Option<(Arc<Handler>, Turn)> {
    if target.websocket || !request.body().is_end_stream() {
        return None;
    }
    let handler = handlers::find(&target.handler)?;
    let turn = inline::turn(&handler)?;
    Some((handler, turn))
}

/// A request whose path leads to a handler.
pub struct Asked {
    pub request: Request<Incoming>,
    pub target: Arc<Target>,
    pub params: Params,
}

impl Asked {
    /// The answer of a handler that is called in place.
    #[inline]
    pub fn answer_here(self, (handler, turn): (Arc<Handler>, Turn), connection: &Connection) -> Answer {
        callback::run_here(turn, &handler, Open::here(self.exchange(connection, Bytes::new())))
    }

    /// The answer, however long it takes.
    pub async fn answer(mut self, connection: &Connection) -> Answer {
        let upgrade = if self.target.websocket {
            match upgrade::begin(&mut self.request, connection) {
                Ok(upgrade) => Some(upgrade),
                Err(answer) => return connection.early(*answer, self.request.body().is_end_stream()),
            }
        } else {
            None
        };
        let body = match whole(self.request.body_mut(), connection).await {
            Ok(body) => body,
            Err(answer) => return connection.early(answer, false),
        };
        let target = self.target.clone();
        let mut exchange = self.exchange(connection, body);
        exchange.upgrade = upgrade;
        let Some(handler) = handlers::find(&target.handler) else {
            return pulled(connection, exchange).await;
        };
        if !target.websocket {
            connection.progress.answering();
        }
        if !target.websocket
            && let Some(turn) = callback::turn(&handler).await
        {
            return callback::run_here(turn, &handler, Open::here(exchange));
        }
        called(connection, handler, exchange, target.websocket).await
    }

    #[inline]
    fn exchange(self, connection: &Connection, body: Bytes) -> Box<Exchange> {
        Exchange::new(self.request.into_parts().0, body, self.params, self.target, connection.peer)
    }
}

/// The request's body, or why it is refused.
async fn whole(body: &mut Incoming, connection: &Connection) -> Result<Bytes, Answer> {
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    let limits = connection.limits;
    let too_long =
        || last(StatusCode::PAYLOAD_TOO_LARGE, &format!("a body has at most {} bytes here\n", limits.body));
    if body.size_hint().lower() > limits.body as u64 {
        return Err(too_long());
    }
    match timeout(limits.body_time, Limited::new(body, limits.body).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_long()),
        Ok(Err(_)) => Err(last(StatusCode::BAD_REQUEST, "the body is malformed\n")),
        Err(_) => Err(last(StatusCode::REQUEST_TIMEOUT, "the body did not come in time\n")),
    }
}

/// Calls the handler on another thread.
async fn called(
    connection: &Connection,
    handler: Arc<Handler>,
    exchange: Box<Exchange>,
    websocket: bool,
) -> Answer {
    let (open, mut replied) = Open::waiting(exchange);
    let open = Arc::new(open);
    let called = handler.clone();
    let returned = async {
        if websocket { callback::run_apart(called, &open).await } else { callback::run(called, &open).await }
    };
    let limited = async {
        tokio::select! {
            biased;
            Ok(answer) = &mut replied => answer,
            // Where it returned nothing, it may have answered just before.
            returned = returned => returned
                .or_else(|| replied.try_recv().ok())
                .unwrap_or_else(|| callback::silent(&handler.name)),
        }
    };
    in_time(connection, pin!(limited)).await.unwrap_or_else(|late| late)
}

/// Lets the request wait for the host.
async fn pulled(connection: &Connection, exchange: Box<Exchange>) -> Answer {
    struct Waiting<'a>(&'a Connection, i64);
    impl Drop for Waiting<'_> {
        fn drop(&mut self) {
            self.0.core.queue.forget(self.1);
        }
    }
    let (open, replied): (Open, oneshot::Receiver<Answer>) = Open::waiting(exchange);
    connection.core.queue.push(open.handle());
    let _waiting = Waiting(connection, open.handle());
    match in_time(connection, pin!(replied)).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => plain(StatusCode::SERVICE_UNAVAILABLE, "the request was not answered\n"),
        Err(late) => late,
    }
}

/// `future`, or a 503 where it takes too long or the server has waited long enough to stop.
pub async fn in_time<F: Future>(
    connection: &Connection,
    mut future: Pin<&mut F>,
) -> Result<F::Output, Answer> {
    let deadline = connection.deadlines.after(connection.limits.answer_time);
    poll_fn(|cx| {
        if let Poll::Ready(output) = future.as_mut().poll(cx) {
            return Poll::Ready(Ok(output));
        }
        if !connection.deadlines.have_passed(deadline) {
            return Poll::Pending;
        }
        Poll::Ready(Err(last(StatusCode::SERVICE_UNAVAILABLE, "the request was not answered in time\n")))
    })
    .await
}
