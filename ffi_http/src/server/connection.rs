//! One client's connection.

use super::{
    answer::{Answer, Body},
    core::{Core, Stage, reached},
    deadlines::{Alarm, Deadlines},
    dispatch::{Answering, dispatch},
    limits::{self, Limits},
    watched::{Awaited, Progress, Watched},
};
use bytes::Bytes;
use futures_util::stream::{FuturesUnordered, StreamExt};
use http_body_util::{BodyExt, Either};
use hyper::{
    Request, StatusCode,
    body::{Frame, Incoming, SizeHint},
    header::{CONNECTION, HeaderValue},
    server::conn::http1,
    service::Service,
};
use hyper_util::{rt::TokioIo, service::TowerToHyperService};
use std::{
    convert::Infallible,
    future::poll_fn,
    io,
    net::SocketAddr,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll},
};
use tokio::{
    net::TcpStream,
    sync::{OwnedSemaphorePermit, watch},
};
use tokio_io_timeout::TimeoutStream;
use tower_http::compression::Compression;

/// What may lie in memory beyond the longest head.
const READ_AHEAD: usize = 64 << 10;

/// What the requests of a connection share.
pub struct Connection {
    pub core: Arc<Core>,
    pub peer: SocketAddr,
    pub limits: Limits,
    pub progress: Arc<Progress>,
    pub deadlines: Arc<Deadlines>,
    /// Held for as long as the connection is open, as a WebSocket too.
    pub _permit: Arc<OwnedSemaphorePermit>,
}

impl Connection {
    /// `answer`, on its way to the client.
    #[inline]
    pub fn send(&self, answer: Answer) -> Answer {
        if answer.status() == StatusCode::SWITCHING_PROTOCOLS {
            self.progress.is_over();
        } else if self.limits.compress {
            return self.send_pieces(answer);
        } else {
            self.progress.next();
        }
        answer
    }

    /// The same for an answer that goes out a piece at a time.
    pub fn send_pieces(&self, answer: Answer) -> Answer {
        self.progress.answering();
        let progress = self.progress.clone();
        answer.map(|body| Either::Right(Sent { body, progress }.map_err(io::Error::other).boxed_unsync()))
    }

    /// `answer`, and that the connection ends where the request has not come `whole`: nobody reads the rest.
    pub fn early(&self, mut answer: Answer, whole: bool) -> Answer {
        if !whole {
            self.progress.is_early();
            answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        answer
    }
}

/// A body after whose end the next request is awaited.
struct Sent {
    body: Body,
    progress: Arc<Progress>,
}

impl hyper::body::Body for Sent {
    type Data = Bytes;
    type Error = <Body as hyper::body::Body>::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
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
        self.progress.next();
    }
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
    let progress = Arc::new(Progress::default());
    let io = TokioIo::new(Watched::new(Box::pin(timed), progress.clone()));
    let deadlines = Arc::new(Deadlines::new());
    let connection =
        Arc::new(Connection { core, peer, limits, progress, deadlines, _permit: Arc::new(permit) });
    let served = Serve(connection.clone());
    if limits.compress {
        run(io, TowerToHyperService::new(Compression::new(served)), &connection, stage).await;
    } else {
        run(io, served, &connection, stage).await;
    }
}

/// [`dispatch`] as hyper wants it, and as tower-http's layers do.
#[derive(Clone)]
struct Serve(Arc<Connection>);

impl Service<Request<Incoming>> for Serve {
    type Response = Answer;
    type Error = Infallible;
    type Future = Answering;

    fn call(&self, request: Request<Incoming>) -> Answering {
        dispatch(&self.0, request)
    }
}

impl tower_service::Service<Request<Incoming>> for Serve {
    type Response = Answer;
    type Error = Infallible;
    type Future = Answering;

    fn poll_ready(&mut self, _cx: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Incoming>) -> Answering {
        dispatch(&self.0, request)
    }
}

async fn run<S, B>(
    io: Io,
    service: S,
    Connection { limits, progress, deadlines, .. }: &Connection,
    stage: watch::Receiver<Stage>,
) where
    S: Service<Request<Incoming>, Response = hyper::Response<B>>,
    S::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    B: hyper::body::Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut builder = http1::Builder::new();
    builder.max_header_size(limits.header);
    if limits.header > limits::HEADER {
        // hyper's own limits are made for less.
        builder.max_buf_size(limits.header + READ_AHEAD).max_headers(limits.header / limits::FIELD);
    }
    let mut connection = pin!(builder.serve_connection(io, service).with_upgrades());
    let mut alarm = Alarm::new(deadlines.clone());
    let mut head = deadlines.after(limits.header_time);
    // Looked at when one has come, and not with every request.
    let mut stages: FuturesUnordered<_> =
        [Stage::Draining, Stage::GivingUp].into_iter().map(|next| when(stage.clone(), next)).collect();
    poll_fn(|cx| {
        loop {
            // A client's mistake ends its connection and concerns nobody else.
            if connection.as_mut().poll(cx).is_ready() {
                return Poll::Ready(());
            }
            // hyper's own limit has every connection looked at twice for each request.
            let awaited = progress.head_awaited();
            if matches!(awaited, Awaited::Anew) {
                head = deadlines.after(limits.header_time);
            }
            if !matches!(awaited, Awaited::No) && deadlines.have_passed(head) {
                return Poll::Ready(());
            }
            match stages.poll_next_unpin(cx) {
                Poll::Ready(Some(Stage::GivingUp)) => deadlines.end(),
                Poll::Ready(Some(_)) => connection.as_mut().graceful_shutdown(),
                _ if alarm.poll(cx).is_ready() => {}
                _ => return Poll::Pending,
            }
        }
    })
    .await;
}

async fn when(mut stages: watch::Receiver<Stage>, stage: Stage) -> Stage {
    reached(&mut stages, stage).await;
    stage
}
