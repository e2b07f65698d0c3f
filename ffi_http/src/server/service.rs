//! A connection's way of answering requests, as hyper's and tower's services have it.

use super::{dispatch::Answering, response::HttpResponse};
use hyper::{Request, body::Incoming, service::Service};
use std::{
    convert::Infallible,
    sync::Arc,
    task::{Context, Poll},
};

/// State of a connection that answers its requests.
pub trait Answers {
    /// Answers a request.
    fn answer(self: &Arc<Self>, request: Request<Incoming>) -> Answering;
}

/// A service as hyper wants it, and as tower-http's layers do.
pub struct Serve<A>(pub Arc<A>);

impl<A> Clone for Serve<A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<A: Answers> Service<Request<Incoming>> for Serve<A> {
    type Response = HttpResponse;
    type Error = Infallible;
    type Future = Answering;

    fn call(&self, request: Request<Incoming>) -> Answering {
        self.0.answer(request)
    }
}

impl<A: Answers> tower_service::Service<Request<Incoming>> for Serve<A> {
    type Response = HttpResponse;
    type Error = Infallible;
    type Future = Answering;

    fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Incoming>) -> Answering {
        self.0.answer(request)
    }
}
