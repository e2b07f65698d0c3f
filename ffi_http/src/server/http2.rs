//! HTTP/2 on one client's connection: each request is a stream, and as good as a connection to what answers it.

use super::{
    compression::Compressed,
    connection::Connection,
    dispatch::{Answering, Served, dispatch},
    io::{
        client_stream::ClientStream,
        socket::Peer,
        timer::{ConnectionTimer, Deadlines},
    },
    limits::Limits,
    paced::{Finish, Pace, Paced, Streams},
    response::plain,
    service::{Answers, Serve},
    state::{ServerState, Stage, reached},
    upgrade,
};
use ffi_core::guard::describe;
use futures_util::future::{Either, ready};
use hyper::{
    Method, Request, StatusCode,
    body::{Body, Incoming},
    header::{COOKIE, HOST, HeaderValue},
    server::conn::http2,
    service::Service,
};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::{Pin, pin},
    sync::Arc,
    task::Poll,
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{Instant, sleep_until, timeout},
};

/// Requests of a connection at a time.
const STREAMS: u32 = 100;
/// Handlers that run for a connection at a time: a client may give streams up whose handlers still run.
const RUNNING: usize = 2 * STREAMS as usize;
/// Bodies of a connection that are taken in at a time; the others wait.
const BODIES: usize = 16;
/// Bytes that a stream may send before it is read; every stream of a connection may, so that none waits for another.
const WINDOW: u32 = 128 << 10;
/// Fields of a head where no number was set, as by HTTP/1.
const FIELDS: usize = 100;
/// Streams that were given up and are still to be looked at; a client that gives up more ends its connection.
const GIVEN_UP: usize = 20;
/// Time that a client has to take the rest once its connection is given up as idle.
const FAREWELL: Duration = Duration::from_secs(30);

/// State that the streams of a connection share.
struct Shared {
    state: Arc<ServerState>,
    peer: Peer,
    secure: bool,
    limits: Limits,
    /// Time that its client may wait with the first request.
    first: Duration,
    stage: watch::Receiver<Stage>,
    permit: Arc<OwnedSemaphorePermit>,
    running: Arc<Semaphore>,
    bodies: Arc<Semaphore>,
}

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
    let streams = Streams::new(limits.write_time);
    let shared = Arc::new(Shared {
        state,
        peer,
        secure: stream.is_secure(),
        limits,
        first: limits.header_time.saturating_sub(waited),
        stage,
        permit: Arc::new(permit),
        running: Arc::new(Semaphore::new(RUNNING)),
        bodies: Arc::new(Semaphore::new(BODIES)),
    });
    let io = TokioIo::new(stream);
    let served = Serve(shared.clone());
    if limits.compress {
        run(io, PerStream(Compressed::new(served), streams.clone()), &shared, &streams).await;
    } else {
        run(io, PerStream(served, streams.clone()), &shared, &streams).await;
    }
}

fn now(status: StatusCode, text: &str) -> Answering {
    Either::Left(ready(Ok(plain(status, text))))
}

impl Answers for Shared {
    fn answer(self: &Arc<Self>, request: Request<Incoming>) -> Answering {
        answer(self, request)
    }
}

fn answer(shared: &Arc<Shared>, mut request: Request<Incoming>) -> Answering {
    if request.headers().len() > shared.limits.most_fields().unwrap_or(FIELDS) {
        return now(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "the request has too many fields\n");
    }
    if *request.method() == Method::CONNECT && !upgrade::is_websocket_by_connect(&mut request) {
        return now(StatusCode::NOT_IMPLEMENTED, "no tunnel is made here\n");
    }
    if !as_by_http1(&mut request) {
        return now(StatusCode::BAD_REQUEST, "the request's Host is not its authority\n");
    }
    let Ok(running) = shared.running.clone().try_acquire_owned() else {
        return now(
            StatusCode::SERVICE_UNAVAILABLE,
            "too many requests of this connection are being handled\n",
        );
    };
    let connection = Arc::new(Connection {
        state: shared.state.clone(),
        peer: shared.peer,
        secure: shared.secure,
        limits: shared.limits,
        phase: Arc::default(),
        deadlines: Arc::new(Deadlines::new()),
        _permit: shared.permit.clone(),
        running: Some(Arc::new(running)),
    });
    let stage = shared.stage.clone();
    if request.body().is_end_stream() {
        return match dispatch(&connection, request) {
            Either::Right(answer) => {
                Either::Right(Box::pin(timed(answer, connection.deadlines.clone(), stage)))
            }
            now => now,
        };
    }
    let (bodies, patience) = (shared.bodies.clone(), shared.limits.body_time);
    Either::Right(Box::pin(async move {
        let Ok(_turn) = timeout(patience, bodies.acquire_owned()).await else {
            return Ok(plain(StatusCode::REQUEST_TIMEOUT, "the body did not come in time\n"));
        };
        match dispatch(&connection, request) {
            Either::Left(answer) => answer.await,
            Either::Right(answer) => timed(answer, connection.deadlines.clone(), stage).await,
        }
    }))
}

/// Says by fields what HTTP/2 says in other ways; false where a request says it in two (RFC 9113, 8.2.3 and 8.3.1).
fn as_by_http1(request: &mut Request<Incoming>) -> bool {
    if let Some(authority) = request.uri().authority() {
        let Ok(host) = HeaderValue::from_str(authority.as_str()) else { return false };
        let mut named = request.headers().get_all(HOST).iter();
        if named.any(|named| !named.as_bytes().eq_ignore_ascii_case(host.as_bytes())) {
            return false;
        }
        request.headers_mut().insert(HOST, host);
    }
    let crumbs: Vec<&[u8]> = request.headers().get_all(COOKIE).iter().map(HeaderValue::as_bytes).collect();
    if crumbs.len() > 1
        && let Ok(whole) = HeaderValue::from_bytes(&crumbs.join(&b"; "[..]))
    {
        request.headers_mut().insert(COOKIE, whole);
    }
    true
}

/// `answer`, looked at whenever one of its limits passes, and when the server gives up.
async fn timed(
    mut answer: Pin<Box<dyn Future<Output = Served> + Send>>,
    deadlines: Arc<Deadlines>,
    mut stage: watch::Receiver<Stage>,
) -> Served {
    let mut timer = ConnectionTimer::new(deadlines.clone());
    let mut aborting = pin!(reached(&mut stage, Stage::Aborting));
    let mut aborted = false;
    poll_fn(|cx| {
        loop {
            if let Poll::Ready(answer) = answer.as_mut().poll(cx) {
                return Poll::Ready(answer);
            }
            if !aborted && aborting.as_mut().poll(cx).is_ready() {
                aborted = true;
                deadlines.end();
            } else if timer.poll(cx).is_pending() {
                return Poll::Pending;
            }
        }
    })
    .await
}

/// A service whose answers go out no faster than they are taken, and not slower than the limit for it.
struct PerStream<S>(S, Streams);

impl<S, B> Service<Request<Incoming>> for PerStream<S>
where
    S: Service<Request<Incoming>, Response = hyper::Response<B>>,
    B: Body,
{
    type Response = hyper::Response<Paced<B>>;
    type Error = S::Error;
    type Future = futures_util::future::MapOk<S::Future, Finish<B>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        use futures_util::TryFutureExt;
        let pace = Arc::new(Pace::default());
        self.1.begin(pace.clone());
        let head = *request.method() == Method::HEAD;
        self.0.call(request).map_ok(Paced::with(pace, head))
    }
}

async fn run<S, B>(io: TokioIo<ClientStream>, service: PerStream<S>, shared: &Shared, streams: &Streams)
where
    S: Service<Request<Incoming>, Response = hyper::Response<B>>,
    S::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    S::Future: Send + 'static,
    B: Body<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let limits = &shared.limits;
    let mut builder = http2::Builder::new(streams.clone());
    builder
        .timer(TokioTimer::new())
        .max_concurrent_streams(STREAMS)
        .initial_stream_window_size(WINDOW)
        .initial_connection_window_size(WINDOW * STREAMS)
        .max_header_list_size(u32::try_from(limits.header).unwrap_or(u32::MAX))
        .max_pending_accept_reset_streams(GIVEN_UP)
        // WebSockets (RFC 8441).
        .enable_connect_protocol();
    let mut connection = pin!(builder.serve_connection(io, service));
    let mut stage = shared.stage.clone();
    let mut draining = pin!(reached(&mut stage, Stage::Draining));
    let mut drains = false;
    let mut given_up = false;
    let mut timer = pin!(sleep_until(Instant::now() + shared.first));
    poll_fn(|cx| {
        loop {
            // A client's mistake ends its connection and concerns nobody else.
            match catch_unwind(AssertUnwindSafe(|| connection.as_mut().poll(cx))) {
                Ok(Poll::Pending) => {}
                Ok(Poll::Ready(_)) => return Poll::Ready(()),
                Err(payload) => {
                    let reason = format!("internal error: {} (a connection)", describe(&*payload));
                    shared.state.note_error(&reason);
                    return Poll::Ready(());
                }
            }
            if !drains && draining.as_mut().poll(cx).is_ready() {
                drains = true;
                connection.as_mut().graceful_shutdown();
                continue;
            }
            if timer.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            let patience = if streams.any_yet() { limits.keep_alive_time() } else { shared.first };
            match streams.idle() {
                None => {
                    given_up = false;
                    timer.as_mut().reset(Instant::now() + patience);
                }
                Some(idle) if idle < patience => timer.as_mut().reset(Instant::now() + (patience - idle)),
                // Nothing was asked in time, or the rest was not taken.
                Some(_) if given_up || !streams.any_yet() => return Poll::Ready(()),
                Some(_) => {
                    given_up = true;
                    connection.as_mut().graceful_shutdown();
                    timer.as_mut().reset(Instant::now() + FAREWELL);
                }
            }
        }
    })
    .await;
}
