//! One request and its answer.

use super::{
    answer::{Answer, Response},
    core::Core,
    handlers, inline,
    route::Params,
    upgrade::Upgrade,
};
use crate::error::{Error, Result};
use bytes::Bytes;
use ffi_core::{Handle, Kind, Locked};
use hyper::http::request::Parts;
use std::{
    net::SocketAddr,
    sync::{Arc, Weak},
};
use tokio::sync::oneshot;

/// A request as the host sees it; empty once its exchange is over.
pub struct Request(Locked<Option<Box<Exchange>>>);

ffi_core::object!(Request, Kind::HttpRequest, Batched);

/// What there is of a request.
pub struct Exchange {
    pub head: Parts,
    pub body: Bytes,
    pub params: Params,
    pub handler: Arc<str>,
    pub peer: SocketAddr,
    pub server: Weak<Core>,
    /// Where the answer goes, until there is one.
    pub reply: Option<oneshot::Sender<Answer>>,
    /// Where it may become a WebSocket.
    pub upgrade: Option<Upgrade>,
}

impl Request {
    /// Looks at it.
    pub fn with<T>(&self, look: impl FnOnce(&mut Exchange) -> T) -> Result<T> {
        self.0.lock().as_deref_mut().map(look).ok_or_else(|| Error::state("the request's exchange is over"))
    }

    /// Frees what it holds, at once.
    pub fn clear(&self) {
        drop(self.0.lock().take());
    }
}

/// A request's handle, freed when the exchange ends.
pub struct Open(i64);

impl Open {
    /// Gives `exchange` a handle.
    pub fn new(exchange: Exchange) -> Self {
        let request = Request(Locked::new(Some(Box::new(exchange))));
        Self(ffi_core::handle::insert(Arc::new(request)))
    }

    /// The handle.
    pub fn handle(&self) -> i64 {
        self.0
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        if let Some(request) = ffi_core::handle::take::<Request>(self.0) {
            request.clear();
        }
    }
}

/// Answers `request` with `response`; both are freed.
pub fn respond(request: Handle<Request>, response: Handle<Response>) -> Result<()> {
    let reply = {
        // Nothing is taken before both are known to be good.
        let (request, _response) = (request.get()?, response.get()?);
        let unanswered = || Error::state("the request was answered already");
        request.with(|exchange| exchange.reply.take())?.ok_or_else(unanswered)?
    };
    let answer = response.take()?.take().ok_or_else(|| Error::state("the response was sent already"))?;
    let sent = inline::blocking(|| reply.send(answer).is_ok());
    if !handlers::is_inside()
        && let Ok(request) = request.take()
    {
        request.clear();
    }
    if sent {
        return Ok(());
    }
    Err(Error::state("nobody waits for this answer any more: the client went away or time ran out"))
}
