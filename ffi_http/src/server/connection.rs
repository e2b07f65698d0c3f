//! One client's connection.

use super::{
    answer::Answer,
    core::{Core, Stage, reached},
    dispatch::dispatch,
    framing::{Framing, Watched},
    limits::Limits,
};
use hyper::{
    Request,
    body::Incoming,
    server::conn::http1,
    service::{Service, service_fn},
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use std::{
    convert::Infallible,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
use tokio::{
    net::TcpStream,
    sync::{OwnedSemaphorePermit, watch},
};
use tokio_io_timeout::TimeoutStream;
use tower_http::compression::Compression;

/// What the requests of a connection share.
pub struct Connection {
    pub core: Arc<Core>,
    pub peer: SocketAddr,
    pub limits: Limits,
    pub framing: Arc<Framing>,
    pub stage: watch::Receiver<Stage>,
    /// Held for as long as the connection is open, as a WebSocket too.
    pub _permit: Arc<OwnedSemaphorePermit>,
}

type Io = TokioIo<Watched<Pin<Box<TimeoutStream<TcpStream>>>>>;

/// Serves a connection until it ends.
pub async fn serve(
    core: Arc<Core>,
    stream: TcpStream,
    peer: SocketAddr,
    stage: watch::Receiver<Stage>,
    permit: OwnedSemaphorePermit,
) {
    let limits = *core.limits.read();
    let _ = stream.set_nodelay(true);
    let mut timed = TimeoutStream::new(stream);
    timed.set_write_timeout(Some(limits.write_time));
    let framing = Arc::new(Framing::default());
    let io = TokioIo::new(Watched::new(Box::pin(timed), framing.clone()));
    let connection =
        Arc::new(Connection { core, peer, limits, framing, stage: stage.clone(), _permit: Arc::new(permit) });
    if limits.compress {
        let service = Compression::new(Serve(connection));
        run(io, TowerToHyperService::new(service), limits, stage).await;
    } else {
        let service = service_fn(move |request| {
            let connection = connection.clone();
            async move { Ok::<_, Infallible>(dispatch(connection, request).await) }
        });
        run(io, service, limits, stage).await;
    }
}

/// [`dispatch`] as tower-http's layers want it.
#[derive(Clone)]
struct Serve(Arc<Connection>);

impl tower_service::Service<Request<Incoming>> for Serve {
    type Response = Answer;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Answer, Infallible>> + Send>>;

    fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Incoming>) -> Self::Future {
        let connection = self.0.clone();
        Box::pin(async move { Ok(dispatch(connection, request).await) })
    }
}

async fn run<S, B>(io: Io, service: S, limits: Limits, mut stage: watch::Receiver<Stage>)
where
    S: Service<Request<Incoming>, Response = hyper::Response<B>>,
    S::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    B: hyper::body::Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(limits.header_time).max_header_size(limits.header);
    let connection = builder.serve_connection(io, service).with_upgrades();
    tokio::pin!(connection);
    tokio::select! {
        biased;
        // A client's mistake ends its connection and concerns nobody else.
        _ = &mut connection => return,
        () = reached(&mut stage, Stage::Draining) => connection.as_mut().graceful_shutdown(),
    }
    let _ = connection.await;
}
