//! Reuse of connections: whether a request went out on one that was there already.

use std::{
    cell::Cell,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};
use tower_layer::Layer;
use tower_service::Service;

tokio::task_local! {
    /// The request that this task sends has a connection that was made for it.
    static CONNECTED: Cell<bool>;
}

/// Output of `exchange`, and whether it went out on a connection that was not made for it.
pub async fn observed<F: Future>(exchange: F) -> (F::Output, bool) {
    let observed = async {
        let output = exchange.await;
        (output, !CONNECTED.with(Cell::get))
    };
    CONNECTED.scope(Cell::new(false), observed).await
}

/// Notes that a connection was made.
#[derive(Clone)]
pub struct NoteConnecting;

impl<S> Layer<S> for NoteConnecting {
    type Service = Noting<S>;
    fn layer(&self, inner: S) -> Noting<S> {
        Noting(inner)
    }
}

/// A service that makes connections.
#[derive(Clone)]
pub struct Noting<S>(S);

impl<S, R> Service<R> for Noting<S>
where
    S: Service<R>,
    S::Future: Send + 'static,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<S::Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.0.poll_ready(cx)
    }

    fn call(&mut self, request: R) -> Self::Future {
        let connecting = self.0.call(request);
        Box::pin(async {
            let outcome = connecting.await;
            // Where another connection became free meanwhile, that was taken, and this one comes about in a task of
            // its own, for whoever needs it next.
            let _ = CONNECTED.try_with(|connected| connected.set(true));
            outcome
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{convert::Infallible, future::poll_fn};
    use tokio::sync::oneshot;

    /// Makes a connection when it is told to.
    struct Waiting(Option<oneshot::Receiver<()>>);

    impl Service<()> for Waiting {
        type Response = ();
        type Error = Infallible;
        type Future = Pin<Box<dyn Future<Output = Result<(), Infallible>> + Send>>;

        fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, (): ()) -> Self::Future {
            let told = self.0.take();
            Box::pin(async {
                if let Some(told) = told {
                    let _ = told.await;
                }
                Ok(())
            })
        }
    }

    #[tokio::test]
    async fn a_connection_is_a_requests_own_where_it_was_made_before_another_became_free() {
        let (tell, told) = oneshot::channel();
        let mut connector = NoteConnecting.layer(Waiting(Some(told)));
        let mut connecting = connector.call(());
        let ((), reused) = observed(poll_fn(|cx| {
            assert!(connecting.as_mut().poll(cx).is_pending());
            Poll::Ready(())
        }))
        .await;
        assert!(reused, "it went out on another one");
        tell.send(()).unwrap();
        connecting.await.unwrap();

        let mut connector = NoteConnecting.layer(Waiting(None));
        assert!(!observed(async { connector.call(()).await }).await.1);
        assert!(observed(async {}).await.1);
    }
}
