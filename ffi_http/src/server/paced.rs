//! The streams of an HTTP/2 connection: how many there are, and how long each waits for its client.

use bytes::Bytes;
use ffi_core::sync::Mutex;
use hyper::{
    Response, StatusCode,
    body::{Body, Frame, SizeHint},
    header::CONTENT_LENGTH,
    rt::Executor,
};
use std::{
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::time::{Instant, Sleep, sleep_until};

/// The largest piece that is handed on at a time.
const PIECE: usize = 64 << 10;

/// Since when a stream waits for its client: from a piece's being handed on until the next is asked for.
#[derive(Default)]
pub struct Pace(Mutex<Option<Instant>>);

impl Pace {
    fn set(&self, waits: bool) {
        *self.0.lock() = waits.then(Instant::now);
    }
}

/// Makes an answer's body a paced one.
pub type Finish<B> = Box<dyn FnOnce(Response<B>) -> Response<Paced<B>> + Send>;

/// An answer's body, a piece at a time.
pub struct Paced<B> {
    body: Pin<Box<B>>,
    pace: Arc<Pace>,
    left: Bytes,
    /// Nobody is to see it: the request was HEAD, or the status has none.
    silent: bool,
}

impl<B> Paced<B> {
    /// A function that makes an answer's body one that keeps this pace.
    pub fn with(pace: Arc<Pace>, head: bool) -> Finish<B>
    where
        B: Body,
    {
        Box::new(move |mut answer| {
            let silent = head || without_body(answer.status());
            if answer.status() == StatusCode::NO_CONTENT {
                answer.headers_mut().remove(CONTENT_LENGTH);
            } else if head
                && !answer.headers().contains_key(CONTENT_LENGTH)
                && let Some(length) = answer.body().size_hint().exact()
            {
                answer.headers_mut().insert(CONTENT_LENGTH, length.into());
            }
            answer.map(|body| Self { body: Box::pin(body), pace, left: Bytes::new(), silent })
        })
    }
}

/// hyper leaves out by HTTP/1 alone what has no place there.
fn without_body(status: StatusCode) -> bool {
    matches!(status, StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT | StatusCode::NOT_MODIFIED)
}

impl<B: Body<Data = Bytes>> Body for Paced<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.silent {
            return Poll::Ready(None);
        }
        if self.left.is_empty() {
            self.pace.set(false);
            match ready!(self.body.as_mut().poll_frame(cx)).map(|frame| frame.map(Frame::into_data)) {
                Some(Ok(Ok(data))) => self.left = data,
                Some(Ok(Err(other))) => return Poll::Ready(Some(Ok(other))),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
        self.pace.set(true);
        let end = self.left.len().min(PIECE);
        Poll::Ready(Some(Ok(Frame::data(self.left.split_to(end)))))
    }
    fn is_end_stream(&self) -> bool {
        self.silent || self.left.is_empty() && self.body.is_end_stream()
    }
    fn size_hint(&self) -> SizeHint {
        if self.silent {
            return SizeHint::with_exact(0);
        }
        let left = self.left.len() as u64;
        let mut hint = self.body.size_hint();
        if let Some(upper) = hint.upper() {
            hint.set_upper(upper + left);
        }
        hint.set_lower(hint.lower() + left);
        hint
    }
}

/// The streams of a connection: what runs them.
#[derive(Clone)]
pub struct Streams(Arc<Shared>);

struct Shared {
    /// Time for which a stream may wait for its client.
    limit: Duration,
    state: Mutex<StreamsState>,
}

struct StreamsState {
    active: usize,
    any: bool,
    /// Time at which the last of them ended.
    since: Instant,
    /// The pace of the one that begins.
    next: Option<Arc<Pace>>,
}

impl Streams {
    /// No streams yet.
    pub fn new(limit: Duration) -> Self {
        let state = StreamsState { active: 0, any: false, since: Instant::now(), next: None };
        Self(Arc::new(Shared { limit, state: Mutex::new(state) }))
    }

    /// The stream that is run next keeps this pace.
    pub fn begin(&self, pace: Arc<Pace>) {
        self.0.state.lock().next = Some(pace);
    }

    /// For how long there was none; nothing while there is one.
    pub fn idle(&self) -> Option<Duration> {
        let state = self.0.state.lock();
        (state.active == 0).then(|| state.since.elapsed())
    }

    /// Tells whether there was one.
    pub fn any_yet(&self) -> bool {
        self.0.state.lock().any
    }
}

impl<F: Future<Output = ()> + Send + 'static> Executor<F> for Streams {
    fn execute(&self, future: F) {
        let pace = {
            let mut state = self.0.state.lock();
            state.active += 1;
            state.any = true;
            state.next.take()
        };
        tokio::spawn(Stream { future: Box::pin(future), pace, timer: None, streams: self.clone() });
    }
}

/// One of them, given up where its client takes nothing for too long.
struct Stream<F> {
    future: Pin<Box<F>>,
    pace: Option<Arc<Pace>>,
    timer: Option<Pin<Box<Sleep>>>,
    streams: Streams,
}

impl<F: Future<Output = ()>> Future for Stream<F> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        if this.future.as_mut().poll(cx).is_ready() {
            return Poll::Ready(());
        }
        let since = this.pace.as_ref().and_then(|pace| *pace.0.lock());
        let Some(due) = since.map(|since| since + this.streams.0.limit) else { return Poll::Pending };
        let timer = this.timer.get_or_insert_with(|| Box::pin(sleep_until(due)));
        if timer.deadline() != due {
            timer.as_mut().reset(due);
        }
        timer.as_mut().poll(cx)
    }
}

impl<F> Drop for Stream<F> {
    fn drop(&mut self) {
        let mut state = self.streams.0.state.lock();
        state.active -= 1;
        state.since = Instant::now();
    }
}
