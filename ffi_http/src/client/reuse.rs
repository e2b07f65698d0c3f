//! Whether a request went out on a connection that was there already.

use std::{
    cell::Cell,
    future::Future,
    task::{Context, Poll},
};
use tower_layer::Layer;
use tower_service::Service;

tokio::task_local! {
    /// The request that this task sends had a connection made for it.
    static CONNECTED: Cell<bool>;
}

/// What `exchange` comes to, and whether it asked for no connection of its own.
pub async fn observed<F: Future>(exchange: F) -> (F::Output, bool) {
    let observed = async {
        let output = exchange.await;
        (output, !CONNECTED.with(Cell::get))
    };
    CONNECTED.scope(Cell::new(false), observed).await
}

/// Notes that a connection is made.
#[derive(Clone)]
pub struct NoteConnecting;

impl<S> Layer<S> for NoteConnecting {
    type Service = Noting<S>;
    fn layer(&self, inner: S) -> Noting<S> {
        Noting(inner)
    }
}

/// What makes connections.
#[derive(Clone)]
pub struct Noting<S>(S);

impl<S: Service<R>, R> Service<R> for Noting<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: R) -> S::Future {
        let _ = CONNECTED.try_with(|connected| connected.set(true));
        self.0.call(request)
    }
}
