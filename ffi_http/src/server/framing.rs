//! Watching for requests that say their length in two ways.
//!
//! hyper takes a message with both Content-Length and Transfer-Encoding by the latter, hides the former and
//! closes the connection afterwards, as RFC 9112, 6.3 allows. That is safe; the RFC also allows to refuse it,
//! which is safer behind a proxy that reads such messages otherwise. The head is gone by the time the service
//! sees the request, so it is looked at on its way in.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
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

/// What is known of the request that is coming in.
#[derive(Default)]
pub struct Framing(AtomicU8);

impl Framing {
    /// Whether the last head has two lengths.
    pub fn is_ambiguous(&self) -> bool {
        self.0.load(Ordering::Relaxed) == TWO
    }

    /// The next bytes begin a head.
    pub fn next(&self) {
        self.0.store(HEAD, Ordering::Relaxed);
    }
}

/// A connection whose heads are looked at.
pub struct Watched<S> {
    stream: S,
    framing: Arc<Framing>,
    /// The lines of the present head so far, as far as they matter.
    head: Head,
}

#[derive(Default)]
struct Head {
    /// The beginning of the line that is coming in; never longer than a name that matters.
    line: Vec<u8>,
    /// Anything came, and the line has bytes beyond `line`.
    begun: bool,
    length: bool,
    encoding: bool,
}

const NAMES: [&[u8]; 2] = [b"content-length:", b"transfer-encoding:"];
const LONGEST: usize = NAMES[1].len();

impl Head {
    /// Takes in what came; true where the head ends in it.
    fn take(&mut self, bytes: &[u8]) -> bool {
        let mut rest = bytes;
        while !rest.is_empty() {
            let end = rest.iter().position(|b| *b == b'\n');
            let part = &rest[..end.unwrap_or(rest.len())];
            let room = LONGEST - self.line.len();
            self.line.extend_from_slice(&part[..part.len().min(room)]);
            let Some(end) = end else { return false };
            rest = &rest[end + 1..];
            if self.end_line() {
                return true;
            }
        }
        false
    }

    /// True where the line was the empty one after the head.
    fn end_line(&mut self) -> bool {
        let empty = matches!(self.line.as_slice(), b"" | b"\r");
        let starts =
            |name: &[u8]| self.line.len() >= name.len() && self.line[..name.len()].eq_ignore_ascii_case(name);
        self.length |= starts(NAMES[0]);
        self.encoding |= starts(NAMES[1]);
        self.line.clear();
        // Empty lines before a request line are skipped, as hyper does.
        let over = empty && self.begun;
        self.begun |= !empty;
        over
    }
}

impl<S> Watched<S> {
    /// Looks at what comes in through `stream`.
    pub fn new(stream: S, framing: Arc<Framing>) -> Self {
        Self { stream, framing, head: Head::default() }
    }

    fn look(&mut self, bytes: &[u8]) {
        if self.framing.0.load(Ordering::Relaxed) == HEAD && self.head.take(bytes) {
            let two = self.head.length && self.head.encoding;
            self.framing.0.store(if two { TWO } else { BODY }, Ordering::Relaxed);
            self.head = Head { line: std::mem::take(&mut self.head.line), ..Head::default() };
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
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bufs)
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

#[cfg(test)]
mod tests {
    use super::Head;

    fn judge(text: &str, piece: usize) -> (bool, bool) {
        let mut head = Head::default();
        let over = text.as_bytes().chunks(piece).any(|piece| head.take(piece));
        (over, head.length && head.encoding)
    }

    #[test]
    fn two_lengths_are_seen_however_they_arrive() {
        let two = "POST / HTTP/1.1\r\nContent-LENGTH: 5\r\nHost: x\r\ntransfer-encoding: chunked\r\n\r\nbody";
        let one = "\r\nPOST / HTTP/1.1\r\nContent-Length: 5\r\nX: transfer-encoding: y\r\n\r\nTransfer-Encoding: z\r\n";
        let open = "GET / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n";
        for piece in [1, 2, 3, 7, 64, 1000] {
            assert_eq!(judge(two, piece), (true, true), "{piece}");
            assert_eq!(judge(one, piece), (true, false), "{piece}");
            assert!(!judge(open, piece).0, "{piece}");
        }
    }
}
