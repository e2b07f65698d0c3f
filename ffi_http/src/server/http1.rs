//! HTTP/1 on one client's connection.

use super::{
    compression::Compressed,
    connection::Connection,
    dispatch::{Answering, dispatch},
    io::{
        client_stream::ClientStream,
        socket::Peer,
        timer::{ConnectionTimer, Deadlines},
        tracked_stream::{Awaited, ConnectionPhase, TrackedStream},
    },
    limits::{self, Limits},
    service::{Answers, Serve},
    state::{ServerState, Stage, reached},
};
use ffi_core::guard::describe;
use futures_util::stream::{FuturesUnordered, StreamExt};
use hyper::{Request, body::Incoming, server::conn::http1, service::Service};
use hyper_util::rt::TokioIo;
use std::{
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::pin,
    sync::Arc,
    task::Poll,
    time::Duration,
};
use tokio::sync::{OwnedSemaphorePermit, watch};

/// Bytes that may lie in memory beyond the longest head.
const READ_AHEAD: usize = 64 << 10;

type Io = TokioIo<TrackedStream<ClientStream>>;

/// Serves a connection until it ends; its client was waited for already.
pub async fn serve(
    state: Arc<ServerState>,
    stream: ClientStream,
    peer: Peer,
    limits: Limits,
    waited: Duration,
    stage: watch::Receiver<Stage>,
    permit: OwnedSemaphorePermit,
) {
    let secure = stream.is_secure();
    let phase = Arc::new(ConnectionPhase::default());
    let io = TokioIo::new(TrackedStream::new(stream, phase.clone()));
    let deadlines = Arc::new(Deadlines::new());
    let connection = Arc::new(Connection {
        state,
        peer,
        secure,
        limits,
        phase,
        deadlines,
        _permit: Arc::new(permit),
        running: None,
    });
    let served = Serve(connection.clone());
    if limits.compress {
        run(io, Compressed::new(served), &connection, waited, stage).await;
    } else {
        run(io, served, &connection, waited, stage).await;
    }
}

impl Answers for Connection {
    fn answer(self: &Arc<Self>, request: Request<Incoming>) -> Answering {
        dispatch(self, request)
    }
}

async fn run<S, B>(
    io: Io,
    service: S,
    Connection { state, limits, phase, deadlines, .. }: &Connection,
    waited: Duration,
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
        builder.max_buf_size(limits.header + READ_AHEAD);
    }
    if let Some(fields) = limits.most_fields() {
        builder.max_headers(fields);
    }
    let mut connection = pin!(builder.serve_connection(io, service).with_upgrades());
    let mut timer = ConnectionTimer::new(deadlines.clone());
    let mut head = deadlines.after(limits.header_time.saturating_sub(waited));
    // Looked at when one has come, and not with every request.
    let mut stages: FuturesUnordered<_> =
        [Stage::Draining, Stage::Aborting].into_iter().map(|next| when(stage.clone(), next)).collect();
    poll_fn(|cx| {
        loop {
            // A client's mistake ends its connection and concerns nobody else.
            match catch_unwind(AssertUnwindSafe(|| connection.as_mut().poll(cx))) {
                Ok(Poll::Pending) => {}
                Ok(Poll::Ready(_)) => return Poll::Ready(()),
                Err(payload) => {
                    state.note_error(&format!("internal error: {} (a connection)", describe(&*payload)));
                    return Poll::Ready(());
                }
            }
            // hyper's own limit has every connection looked at twice for each request.
            let awaited = phase.head_awaited();
            if matches!(awaited, Awaited::Anew) {
                head = deadlines.after(if phase.is_idle() {
                    limits.keep_alive_time()
                } else {
                    limits.header_time
                });
            }
            if !matches!(awaited, Awaited::No) && deadlines.have_passed(head) {
                return Poll::Ready(());
            }
            match stages.poll_next_unpin(cx) {
                Poll::Ready(Some(Stage::Aborting)) => deadlines.end(),
                Poll::Ready(Some(_)) => connection.as_mut().graceful_shutdown(),
                _ if timer.poll(cx).is_ready() => {}
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
