//! A connection's stream, and what is known of it from what passes.

use super::framing::Head;
use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU8, Ordering},
    },
    task::{Context, Poll},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A request's head is being read.
const HEAD: u8 = 0;
/// It was read and is fine; what follows is its body.
const BODY: u8 = 1;
/// It has two lengths.
const TWO: u8 = 2;

/// How far a connection has come. Only its own task looks at it.
#[derive(Default)]
pub struct Progress {
    reading: AtomicU8,
    /// The client takes nothing at the moment.
    blocked: AtomicBool,
    /// It moved since somebody asked.
    moved: AtomicBool,
}

/// Whether a request's head is waited for.
pub enum Awaited {
    /// Something else is.
    No,
    /// For as long as the last time this was asked.
    Still,
    /// From now on: the one before was answered just now, or more of its answer was taken.
    Anew,
}

impl Progress {
    /// Whether the last head has two lengths.
    pub fn is_ambiguous(&self) -> bool {
        self.reading.load(Ordering::Relaxed) == TWO
    }

    /// The next bytes begin a head.
    pub fn next(&self) {
        self.reading.store(HEAD, Ordering::Relaxed);
        self.moved.store(true, Ordering::Relaxed);
    }

    /// Whether the client is to send a head.
    pub fn head_awaited(&self) -> Awaited {
        if self.reading.load(Ordering::Relaxed) != HEAD || self.blocked.load(Ordering::Relaxed) {
            return Awaited::No;
        }
        let moved = self.moved.load(Ordering::Relaxed);
        self.moved.store(false, Ordering::Relaxed);
        if moved { Awaited::Anew } else { Awaited::Still }
    }

    fn wrote<T>(&self, written: Poll<T>) -> Poll<T> {
        self.blocked.store(written.is_pending(), Ordering::Relaxed);
        self.moved.store(true, Ordering::Relaxed);
        written
    }
}

/// Up to so many bytes are copied together: one piece costs the system less than the copy and several.
const SMALL: usize = 1024;

/// A stream that is looked at.
pub struct Watched<S> {
    stream: S,
    progress: Arc<Progress>,
    head: Head,
}

impl<S> Watched<S> {
    /// Looks at what comes in and goes out through `stream`.
    pub fn new(stream: S, progress: Arc<Progress>) -> Self {
        Self { stream, progress, head: Head::default() }
    }

    fn look(&mut self, bytes: &[u8]) {
        if self.progress.reading.load(Ordering::Relaxed) == HEAD && self.head.take(bytes) {
            let two = self.head.is_ambiguous();
            self.progress.reading.store(if two { TWO } else { BODY }, Ordering::Relaxed);
            self.head = Head::default();
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Watched<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let result = Pin::new(&mut self.stream).poll_read(cx, buf);
        self.look(&buf.filled()[before..]);
        result
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Watched<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.progress.wrote(written)
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
        self.progress.wrote(written)
    }
    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
