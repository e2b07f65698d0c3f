//! One request and its answer.

use super::{
    form::{self, Part},
    handler::registry,
    io::socket::Peer,
    request_body::RequestBody,
    response::{HttpResponse, Response, in_memory},
    response_stream::{Manner, ResponseStream},
    router::{Params, Target},
    state::ServerState,
    stream_options::StreamOptions,
};
use crate::{
    blocking::blocking,
    error::{Error, Result},
    socket_options::SocketOptions,
};
use bytes::Bytes;
use ffi_core::{Handle, Kind, Locked, error::ArgumentError};
use hyper::{Method, StatusCode, http::request::Parts, upgrade::OnUpgrade};
use std::{
    mem::ManuallyDrop,
    sync::{Arc, Weak},
    time::Duration,
};
use tokio::sync::{OwnedSemaphorePermit, oneshot};

/// A request as the host sees it; empty once its exchange is over.
pub struct Request(Locked<Option<Box<Exchange>>>);

ffi_core::object!(Request, Kind::HttpRequest, Batched);

/// The parts of a request's exchange.
pub struct Exchange {
    pub head: Parts,
    pub body: Bytes,
    /// How much of it was read in pieces.
    pub read: usize,
    /// Where it is read as it comes; it is not in `body` then.
    pub pieces: Option<Arc<RequestBody>>,
    /// The parts of a form, once somebody asked for them.
    pub parts: Option<Arc<Vec<Part>>>,
    pub params: Params,
    pub target: Arc<Target>,
    pub peer: Peer,
    /// True where it came over TLS.
    pub secure: bool,
    /// The destination of the answer, until there is one.
    pub reply: Option<Reply>,
    /// The answer that waits for its handler to return.
    pub kept: Option<Box<HttpResponse>>,
    /// The upgrade, where it may become a WebSocket.
    pub upgrade: Option<Upgrade>,
}

/// A WebSocket that waits to be accepted.
pub struct Upgrade {
    pub answer: HttpResponse,
    pub upgraded: OnUpgrade,
    pub permit: Arc<OwnedSemaphorePermit>,
    pub server: Weak<ServerState>,
    pub sockets: SocketOptions,
}

/// Destination of an answer.
pub enum Reply {
    /// To the task that waits for it.
    Task(oneshot::Sender<HttpResponse>),
    /// Into the exchange: the worker that called the handler takes it when that returns.
    Worker,
}

impl Request {
    /// Looks at it.
    pub fn with<T>(&self, look: impl FnOnce(&mut Exchange) -> T) -> Result<T> {
        self.0.lock().as_deref_mut().map(look).ok_or_else(|| Error::state("the request's exchange is over"))
    }

    /// The parts of the form that its body is.
    pub fn parts(&self) -> Result<Arc<Vec<Part>>> {
        let (known, headers, body) = self.with(|exchange| {
            let headers = exchange.parts.is_none().then(|| exchange.head.headers.clone());
            let body = exchange.whole_body().cloned();
            body.map(|body| (exchange.parts.clone(), headers.unwrap_or_default(), body))
        })??;
        if let Some(parts) = known {
            return Ok(parts);
        }
        let parts = Arc::new(form::parse(&headers, &body)?);
        self.with(|exchange| exchange.parts.get_or_insert(parts).clone())
    }

    /// Fills `buffer` with the next bytes of its body, for which it waits as long as `patience` where they are still to
    /// come: how many, 0 at the end.
    pub fn read(&self, buffer: &mut [u8], patience: Duration) -> Result<usize> {
        let pieces = self.with(|exchange| exchange.pieces.clone())?;
        if let Some(pieces) = pieces {
            return pieces.read(buffer, patience);
        }
        self.with(|exchange| {
            let left = &exchange.body[exchange.read..];
            let count = left.len().min(buffer.len());
            buffer[..count].copy_from_slice(&left[..count]);
            exchange.read += count;
            count
        })
    }

    /// Frees what it holds, at once.
    pub fn clear(&self) {
        drop(self.0.lock().take());
    }
}

impl Exchange {
    /// A request that nobody answers yet.
    #[inline]
    pub fn new(
        head: Parts,
        body: Bytes,
        params: Params,
        target: Arc<Target>,
        peer: Peer,
        secure: bool,
    ) -> Box<Self> {
        Box::new(Self {
            head,
            body,
            read: 0,
            pieces: None,
            parts: None,
            params,
            target,
            peer,
            secure,
            reply: None,
            kept: None,
            upgrade: None,
        })
    }
}

impl Exchange {
    /// The body, where it came before the handler was asked.
    pub fn whole_body(&self) -> Result<&Bytes> {
        match self.pieces {
            None => Ok(&self.body),
            Some(_) => Err(Error::state(
                "the request's body is read with rt_http_request_read, as its route's option `stream_body` says",
            )),
        }
    }
}

/// A request's handle, freed when the exchange ends.
pub struct RequestHandle(i64);

impl RequestHandle {
    /// An exchange whose answer is kept until the handler returns.
    pub fn here(mut exchange: Box<Exchange>) -> Self {
        exchange.reply = Some(Reply::Worker);
        Self::new(exchange)
    }

    /// An exchange, and where its answer comes out.
    pub fn waiting(mut exchange: Box<Exchange>) -> (Self, oneshot::Receiver<HttpResponse>) {
        let (reply, replied) = oneshot::channel();
        exchange.reply = Some(Reply::Task(reply));
        (Self::new(exchange), replied)
    }

    fn new(exchange: Box<Exchange>) -> Self {
        let request = Request(Locked::new(Some(exchange)));
        Self(ffi_core::handle::insert(Arc::new(request)))
    }

    /// The handle.
    pub fn handle(&self) -> i64 {
        self.0
    }

    /// Ends the exchange; the answer that was kept in it.
    pub fn end(self) -> Option<HttpResponse> {
        let exchange = ManuallyDrop::new(self).take();
        exchange.and_then(|mut exchange| exchange.kept.take()).map(|answer| *answer)
    }

    fn take(&self) -> Option<Box<Exchange>> {
        ffi_core::handle::take::<Request>(self.0)?.0.lock().take()
    }
}

impl Drop for RequestHandle {
    fn drop(&mut self) {
        drop(self.take());
    }
}

/// Ends the exchange of a request that nobody will answer; its client is told so.
pub fn drop_unanswered(request: i64) {
    if let Some(request) = ffi_core::handle::take::<Request>(request) {
        blocking(|| request.clear());
    }
}

/// Answers `request` with `response`; both are freed.
pub fn respond(request: Handle<Request>, response: Handle<Response>) -> Result<()> {
    answer(request, response, |_| (), |(), _, answer| (answer, ()))
}

/// Answers `request` with `response` and what is written to it from then on; both are freed.
pub fn begin_stream(
    request: Handle<Request>,
    response: Handle<Response>,
    options: &StreamOptions,
) -> Result<ResponseStream> {
    let look = |exchange: &Exchange| (exchange.head.method == Method::HEAD, exchange.target.clone());
    answer(request, response, look, |(head, target), unattended, answer| {
        // Where it writes, the connection has to be served meanwhile.
        if let Some(handler) = registry::find(&target.handler) {
            handler.latency.is_never_quick();
        }
        let status = answer.status();
        let silent = head
            || matches!(
                status,
                StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT | StatusCode::NOT_MODIFIED
            );
        let (head, first) = answer.into_parts();
        let (stream, body) = ResponseStream::new(in_memory(first), options, Manner { silent, unattended });
        (HttpResponse::from_parts(head, body), stream)
    })
}

/// Answers with what `make` makes of the response, of what `look` saw of the request, and of whether nobody takes the
/// answer before the handler returns.
fn answer<L, T>(
    request: Handle<Request>,
    response: Handle<Response>,
    look: impl FnOnce(&Exchange) -> L,
    make: impl FnOnce(L, bool, HttpResponse) -> (HttpResponse, T),
) -> Result<T> {
    let reply = {
        let request = request.get().inspect_err(|error| {
            // The exchange is over: the host could not know, and is done with the response.
            if matches!(error, ArgumentError::FreedHandle { .. })
                && let Ok(response) = response.take()
            {
                response.clear();
            }
        })?;
        // Nothing is taken before both are known to be good.
        let _response = response.get()?;
        let take = |exchange: &mut Exchange| exchange.reply.take().map(|reply| (reply, look(exchange)));
        request.with(take).unwrap_or(None)
    };
    let response = response.take()?;
    let Some((reply, seen)) = reply else {
        response.clear();
        return Err(Error::state("the request was answered already"));
    };
    let answer = response.take().ok_or_else(|| Error::state("the response was sent already"))?;
    let reply = match reply {
        Reply::Task(reply) => reply,
        Reply::Worker => {
            let (answer, made) = make(seen, true, answer);
            request.get()?.with(|exchange| exchange.kept = Some(Box::new(answer)))?;
            return Ok(made);
        }
    };
    let (answer, made) = make(seen, false, answer);
    let sent = blocking(|| reply.send(answer).is_ok());
    if !registry::is_inside()
        && let Ok(request) = request.take()
    {
        request.clear();
    }
    if sent {
        return Ok(made);
    }
    Err(Error::state("nobody waits for this answer any more: the client went away or time ran out"))
}
