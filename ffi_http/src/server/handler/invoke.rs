//! Requests that the host answers.

use super::{
    callback,
    inline::{self, InlineSlot},
    registry::{self, Handler},
};
use crate::server::{
    announcement::Announcement,
    connection::Connection,
    exchange::{Exchange, RequestHandle},
    io::stall_limited::{StallLimited, Stalled},
    request_body::RequestBody,
    response::{HttpResponse, last, plain},
    router::{Params, Target},
    upgrade,
};
use bytes::Bytes;
use ffi_core::memory::{self, OutOfMemory};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::{
    Request, StatusCode,
    body::{Body as _, Incoming},
};
use std::{error::Error, pin::pin, sync::Arc};
use tokio::{sync::oneshot, time::timeout};

/// Bytes that a body gets before more than that has come.
const AT_ONCE: usize = 1 << 20;
/// Memory that is to be there beside a body that grows: hyper reads its next piece into a buffer that grows as well.
const BESIDE: usize = 1 << 20;

/// The handler that can be called at once, in place, and the turn to do so: it is quick, and nothing has to come
/// before it.
#[inline]
pub fn try_inline(request: &Request<Incoming>, target: &Target) -> Option<(Arc<Handler>, InlineSlot)> {
    if target.websocket || !request.body().is_end_stream() {
        return None;
    }
    let handler = registry::find(&target.handler)?;
    let slot = inline::slot(&handler)?;
    Some((handler, slot))
}

/// A request whose path leads to a handler.
pub struct HandlerRequest {
    pub request: Request<Incoming>,
    pub target: Arc<Target>,
    pub params: Params,
    /// The events for listeners, where there are any.
    pub announcement: Option<Arc<Announcement>>,
}

impl HandlerRequest {
    /// The answer of a handler that is called in place.
    #[inline]
    pub fn invoke_inline(
        self,
        (handler, slot): (Arc<Handler>, InlineSlot),
        connection: &Connection,
    ) -> HttpResponse {
        self.announce();
        let request = RequestHandle::here(self.exchange(connection, Bytes::new()));
        callback::run_inline(slot, &handler, request, &connection.state)
    }

    /// The answer, however long it takes.
    pub async fn answer(mut self, connection: &Connection) -> HttpResponse {
        let upgrade = if self.target.websocket {
            match upgrade::begin(&mut self.request, connection) {
                Ok(upgrade) => Some(upgrade),
                Err(answer) => return connection.early(*answer, self.request.body().is_end_stream()),
            }
        } else {
            None
        };
        let most = self.target.options.body_limit.unwrap_or(connection.limits.body as u64);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        if self.target.options.stream_body && !self.request.body().is_end_stream() {
            return self.answer_in_pieces(connection, most).await;
        }
        let body = match whole(self.request.body_mut(), connection, most).await {
            Ok(body) => body,
            Err(answer) => return connection.early(answer, false),
        };
        let target = self.target.clone();
        let Some(handler) = registry::find(&target.handler) else {
            let announcement = self.announcement.take();
            let mut exchange = self.exchange(connection, body);
            exchange.upgrade = upgrade;
            return await_host_reply(connection, exchange, announcement).await;
        };
        self.announce();
        let mut exchange = self.exchange(connection, body);
        exchange.upgrade = upgrade;
        if target.websocket {
            watch_client(connection).await;
        } else {
            connection.phase.answering();
        }
        if !target.websocket
            && let Some(slot) = callback::slot(&handler).await
        {
            return callback::run_inline(slot, &handler, RequestHandle::here(exchange), &connection.state);
        }
        invoke_on_pool(connection, handler, exchange, target.websocket).await
    }

    /// The answer of a handler that reads the body itself, of at most `most` bytes.
    async fn answer_in_pieces(mut self, connection: &Connection, most: usize) -> HttpResponse {
        if self.request.body().size_hint().lower() > most as u64 {
            return connection.early(too_long(most), false);
        }
        let announcement = self.announcement.take();
        let (head, body) = self.request.into_parts();
        let body = Arc::new(RequestBody::new(body, most));
        let (peer, secure) = (connection.peer, connection.secure);
        let mut exchange = Exchange::new(head, Bytes::new(), self.params, self.target.clone(), peer, secure);
        exchange.pieces = Some(body.clone());
        let answer = match registry::find(&self.target.handler) {
            Some(handler) => {
                if let Some(announcement) = announcement {
                    announcement.request();
                }
                // Where it reads, the connection has to be served meanwhile.
                invoke_on_pool(connection, handler, exchange, false).await
            }
            None => await_host_reply(connection, exchange, announcement).await,
        };
        connection.early(answer, body.has_ended())
    }

    #[inline]
    fn announce(&self) {
        if let Some(announcement) = &self.announcement {
            announcement.request();
        }
    }

    #[inline]
    fn exchange(self, connection: &Connection, body: Bytes) -> Box<Exchange> {
        let (peer, secure) = (connection.peer, connection.secure);
        Exchange::new(self.request.into_parts().0, body, self.params, self.target, peer, secure)
    }
}

/// The request's body, or why it is refused.
async fn whole(body: &mut Incoming, connection: &Connection, most: usize) -> Result<Bytes, HttpResponse> {
    if body.is_end_stream() {
        return Ok(Bytes::new());
    }
    let limits = connection.limits;
    let announced = body.size_hint().lower();
    if announced > most as u64 {
        return Err(too_long(most));
    }
    // In the end there are the body and a copy of it that the host has.
    if memory::room_for_input(announced as usize, memory::TIMES).is_err() {
        return Err(no_room());
    }
    let body = Limited::new(StallLimited::new(body, limits.body_stall), most);
    match timeout(limits.body_time, collect(body, announced as usize)).await {
        Ok(Ok(body)) => Ok(body),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_long(most)),
        Ok(Err(error)) if error.is::<OutOfMemory>() => Err(no_room()),
        Ok(Err(error)) if error.is::<Stalled>() => {
            Err(last(StatusCode::REQUEST_TIMEOUT, "nothing of the body came for too long\n"))
        }
        Ok(Err(_)) => Err(last(StatusCode::BAD_REQUEST, "the body is malformed\n")),
        Err(_) => Err(last(StatusCode::REQUEST_TIMEOUT, "the body did not come in time\n")),
    }
}

/// Collects what is left of the body, in one piece, for which there is room while it grows.
async fn collect<B>(body: B, announced: usize) -> Result<Bytes, Box<dyn Error + Send + Sync>>
where
    B: hyper::body::Body<Data = Bytes, Error = Box<dyn Error + Send + Sync>>,
{
    let mut body = pin!(body);
    let mut whole = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(piece) = frame?.into_data() else { continue };
        if whole.is_empty() && body.is_end_stream() {
            return Ok(piece);
        }
        if whole.capacity() - whole.len() < piece.len() {
            memory::room_for(BESIDE)?;
            // What was announced need not come.
            let begun = if whole.is_empty() { announced.min(AT_ONCE) } else { 0 };
            memory::reserve(&mut whole, piece.len().max(begun))?;
        }
        whole.extend_from_slice(&piece);
    }
    Ok(whole.into())
}

fn too_long(most: usize) -> HttpResponse {
    last(StatusCode::PAYLOAD_TOO_LARGE, &format!("a body has at most {most} bytes here\n"))
}

fn no_room() -> HttpResponse {
    last(StatusCode::SERVICE_UNAVAILABLE, "there is no memory for the body\n")
}

/// Calls the handler on another thread.
async fn invoke_on_pool(
    connection: &Connection,
    handler: Arc<Handler>,
    exchange: Box<Exchange>,
    websocket: bool,
) -> HttpResponse {
    let body = exchange.pieces.clone();
    let (open, mut replied) = RequestHandle::waiting(exchange);
    let open = Arc::new(open);
    let (called, state) = (handler.clone(), connection.state.clone());
    let returned = async {
        if websocket {
            callback::run_on_thread(called, &open, state).await
        } else {
            callback::run_on_pool(called, &open, state, connection.running.clone()).await
        }
    };
    let limited = async {
        tokio::select! {
            biased;
            Ok(answer) = &mut replied => answer,
            // Where it returned nothing, it may have answered just before.
            returned = returned => returned
                .or_else(|| replied.try_recv().ok())
                .unwrap_or_else(|| callback::silent(&connection.state, &handler.name)),
        }
    };
    connection.in_time_from(body.as_deref(), pin!(limited)).await.unwrap_or_else(|late| late)
}

/// A client that ends its side loses its request from here on.
async fn watch_client(connection: &Connection) {
    if connection.phase.watch_client() {
        // hyper looks, and gives the request up.
        tokio::task::yield_now().await;
    }
}

/// Lets the request wait for the host.
async fn await_host_reply(
    connection: &Connection,
    exchange: Box<Exchange>,
    announcement: Option<Arc<Announcement>>,
) -> HttpResponse {
    struct Waiting<'a>(&'a Connection, i64);
    impl Drop for Waiting<'_> {
        fn drop(&mut self) {
            self.0.state.queue.forget(self.1);
        }
    }
    watch_client(connection).await;
    let body = exchange.pieces.clone();
    let (open, replied): (RequestHandle, oneshot::Receiver<HttpResponse>) = RequestHandle::waiting(exchange);
    if !connection.state.queue.push(open.handle()) {
        return last(StatusCode::SERVICE_UNAVAILABLE, "the server is being stopped\n");
    }
    let _waiting = Waiting(connection, open.handle());
    // Whoever hears of it finds it in the queue.
    if let Some(announcement) = announcement {
        announcement.request();
    }
    match connection.in_time_from(body.as_deref(), pin!(replied)).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(_)) => plain(StatusCode::SERVICE_UNAVAILABLE, "the request was not answered\n"),
        Err(late) => late,
    }
}
