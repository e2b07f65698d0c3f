//! A connection's stream, and what is known of it from what passes.

use super::request_scanner::RequestScanner;
use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::Sleep,
};

/// A request's head is awaited.
const HEAD: u8 = 0;
/// A request is taken in.
const BUSY: u8 = 1;
/// One that came whole is answered: no more of the client is needed.
const ANSWERING: u8 = 2;
/// One waits for the host to pull it, or becomes a WebSocket: a client that ends its side counts as gone.
const WATCHED: u8 = 3;
/// Bytes that pass are no HTTP any more.
const OVER: u8 = 4;

/// Phase of a connection. Only its own task looks at it.
#[derive(Default)]
pub struct ConnectionPhase {
    stage: AtomicU8,
    /// Number of requests that were dispatched.
    requests: AtomicU32,
    /// The number of the one that says its length in two ways.
    ambiguous: AtomicU32,
    /// An answer is on its way that has not gone to the system yet.
    unsent: AtomicBool,
    /// The answer goes out before all of the request has come in.
    early: AtomicBool,
    /// The client takes nothing at the moment.
    blocked: AtomicBool,
    /// True where the connection moved on since somebody asked.
    moved: AtomicBool,
    /// Some of the next request's head has come.
    head_begun: AtomicBool,
    /// The client has ended its side, which hyper was not told yet.
    end_hidden: AtomicBool,
}

/// Whether a request's head is awaited.
pub enum Awaited {
    /// Something else is.
    No,
    /// For as long as the last time this was asked.
    Still,
    /// From now on: the one before was answered just now, or more of its answer was taken.
    Anew,
}

impl ConnectionPhase {
    /// A request's head has come; whether it says its length in two ways.
    pub fn begin(&self) -> bool {
        let number = self.requests.load(Ordering::Relaxed).wrapping_add(1);
        self.requests.store(number, Ordering::Relaxed);
        self.stage.store(BUSY, Ordering::Relaxed);
        self.ambiguous.load(Ordering::Relaxed) == number
    }

    /// The whole request has come, and is being answered: the client may end its side.
    pub fn answering(&self) {
        self.stage.store(ANSWERING, Ordering::Relaxed);
    }

    /// From here on a client that ends its side counts as gone; whether it has, which hyper finds when it looks.
    pub fn watch_client(&self) -> bool {
        self.stage.store(WATCHED, Ordering::Relaxed);
        self.end_hidden.load(Ordering::Relaxed)
    }

    /// The request was answered: the next head is awaited.
    pub fn next(&self) {
        self.unsent.store(true, Ordering::Relaxed);
        self.stage.store(HEAD, Ordering::Relaxed);
        self.moved.store(true, Ordering::Relaxed);
    }

    /// The connection becomes a WebSocket.
    pub fn is_over(&self) {
        self.stage.store(OVER, Ordering::Relaxed);
    }

    /// The client is still sending what nobody wants: it is to be let finish, or it loses the answer.
    pub fn is_early(&self) {
        self.early.store(true, Ordering::Relaxed);
    }

    /// Tells whether the client is to send a head.
    pub fn head_awaited(&self) -> Awaited {
        if self.stage.load(Ordering::Relaxed) != HEAD || self.blocked.load(Ordering::Relaxed) {
            return Awaited::No;
        }
        let moved = self.moved.load(Ordering::Relaxed);
        self.moved.store(false, Ordering::Relaxed);
        if moved { Awaited::Anew } else { Awaited::Still }
    }

    /// Tells whether a further request is awaited of which nothing has come.
    pub fn is_idle(&self) -> bool {
        self.requests.load(Ordering::Relaxed) > 0 && !self.head_begun.load(Ordering::Relaxed)
    }

    fn wrote<T>(&self, written: Poll<T>) -> Poll<T> {
        self.blocked.store(written.is_pending(), Ordering::Relaxed);
        self.moved.store(true, Ordering::Relaxed);
        written
    }

    /// TLS has taken more than the client has.
    fn flushed<T>(&self, flushed: &Poll<T>) {
        let blocked = flushed.is_pending();
        if self.blocked.swap(blocked, Ordering::Relaxed) || blocked {
            self.moved.store(true, Ordering::Relaxed);
        }
    }

    /// Tells whether an answer is still to go out, so that the client's end does not matter yet. What came whole may
    /// not have got further than hyper's buffer, or to a service that is called a little later.
    fn owes(&self, came: &RequestScanner) -> bool {
        let requests = self.requests.load(Ordering::Relaxed);
        match self.stage.load(Ordering::Relaxed) {
            ANSWERING => true,
            HEAD => self.unsent.load(Ordering::Relaxed) || came.is_whole(requests.wrapping_add(1)),
            BUSY => came.is_whole(requests),
            _ => false,
        }
    }
}

/// Up to so many bytes are copied together: one piece costs the system less than the copy and several.
const SMALL: usize = 1024;
/// Time for which a client may go on sending after an early answer, and how much.
const LINGER: Duration = Duration::from_secs(2);
const DISCARDED: usize = 32 << 20;

/// A client that is let finish: what it sends is thrown away.
struct Lingering {
    until: Pin<Box<Sleep>>,
    buffer: Vec<u8>,
    left: usize,
}

/// A stream that is looked at.
pub struct TrackedStream<S> {
    stream: S,
    phase: Arc<ConnectionPhase>,
    requests: RequestScanner,
    /// The client has ended its side.
    ended: bool,
    lingering: Option<Lingering>,
}

impl<S> TrackedStream<S> {
    /// Looks at what comes in and goes out through `stream`.
    pub fn new(stream: S, phase: Arc<ConnectionPhase>) -> Self {
        Self { stream, phase, requests: RequestScanner::default(), ended: false, lingering: None }
    }

    fn look(&mut self, bytes: &[u8]) {
        if self.phase.stage.load(Ordering::Relaxed) != OVER
            && let Some(number) = self.requests.take(bytes)
        {
            self.phase.ambiguous.store(number, Ordering::Relaxed);
        }
        let begun = self.requests.has_more_than(self.phase.requests.load(Ordering::Relaxed));
        if begun != self.phase.head_begun.swap(begun, Ordering::Relaxed) && begun {
            // From here on the head's time counts.
            self.phase.moved.store(true, Ordering::Relaxed);
        }
    }

    /// Tells whether the client may be sending what nobody reads: the system would tell it of that in place of what
    /// it was answered.
    fn is_early(&self) -> bool {
        let phase = &self.phase;
        phase.stage.load(Ordering::Relaxed) != OVER
            && (phase.early.load(Ordering::Relaxed)
                || self.requests.has_more_than(phase.requests.load(Ordering::Relaxed)))
    }
}

impl<S: AsyncRead + Unpin> TrackedStream<S> {
    fn poll_linger(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let Some(lingering) = &mut self.lingering else { return Poll::Ready(()) };
        while lingering.left > 0 {
            let mut buffer = ReadBuf::new(&mut lingering.buffer);
            match Pin::new(&mut self.stream).poll_read(cx, &mut buffer) {
                Poll::Ready(Ok(())) if !buffer.filled().is_empty() => {
                    lingering.left = lingering.left.saturating_sub(buffer.filled().len());
                }
                Poll::Ready(_) => return Poll::Ready(()),
                Poll::Pending => return lingering.until.as_mut().poll(cx),
            }
        }
        Poll::Ready(())
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for TrackedStream<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.ended {
            let before = buf.filled().len();
            let result = Pin::new(&mut self.stream).poll_read(cx, buf);
            let came = &buf.filled()[before..];
            if !matches!(result, Poll::Ready(Ok(()))) || !came.is_empty() || buf.remaining() == 0 {
                self.look(came);
                return result;
            }
            self.ended = true;
        }
        // hyper gives up a client that has ended its side, and one may do so and wait for its answer.
        let hidden = self.phase.owes(&self.requests);
        self.phase.end_hidden.store(hidden, Ordering::Relaxed);
        if hidden { Poll::Pending } else { Poll::Ready(Ok(())) }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for TrackedStream<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.phase.wrote(written)
    }
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let length: usize = bufs.iter().map(|piece| piece.len()).sum();
        let stream = Pin::new(&mut self.stream);
        let written = if length <= SMALL {
            let (mut whole, mut end) = ([0; SMALL], 0);
            for piece in bufs {
                whole[end..end + piece.len()].copy_from_slice(piece);
                end += piece.len();
            }
            stream.poll_write(cx, &whole[..end])
        } else {
            stream.poll_write_vectored(cx, bufs)
        };
        self.phase.wrote(written)
    }
    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        self.phase.flushed(&flushed);
        if flushed.is_ready() && self.phase.unsent.load(Ordering::Relaxed) {
            self.phase.unsent.store(false, Ordering::Relaxed);
            if self.ended {
                // Its end can be told now.
                cx.waker().wake_by_ref();
            }
        }
        flushed
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.lingering.is_none() {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
            if !self.is_early() {
                return Poll::Ready(Ok(()));
            }
            let until = Box::pin(tokio::time::sleep(LINGER));
            self.lingering = Some(Lingering { until, buffer: vec![0; 64 << 10], left: DISCARDED });
        }
        self.poll_linger(cx).map(Ok)
    }
}
