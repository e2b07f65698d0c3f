//! A client's stream: a socket with a time limit for what is written, and TLS over it where the server speaks that.

use super::socket::Socket;
use ffi_core::reserve;
use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_io_timeout::TimeoutStream;
use tokio_rustls::server::TlsStream;

/// A socket whose client may not take nothing for ever.
pub type TimedStream = Pin<Box<TimeoutStream<Socket>>>;

/// The stream that carries a connection: a socket, or TLS over it.
pub struct ClientStream {
    carrier: Carrier,
    /// Bytes that were read from it to see what it is, which come first.
    begun: Vec<u8>,
}

enum Carrier {
    Plain(TimedStream),
    Tls(Box<TlsStream<TimedStream>>),
}

impl ClientStream {
    /// The socket alone, of which this was read already.
    pub fn plain(stream: TimedStream, begun: Vec<u8>) -> Self {
        Self { carrier: Carrier::Plain(stream), begun }
    }

    /// TLS after its handshake.
    pub fn tls(stream: TlsStream<TimedStream>) -> Self {
        Self { carrier: Carrier::Tls(Box::new(stream)), begun: Vec::new() }
    }

    /// Tells whether it is TLS.
    pub fn is_secure(&self) -> bool {
        matches!(self.carrier, Carrier::Tls(_))
    }
}

/// `stream`, of which writes fail that wait longer than `limit`.
pub fn timed(stream: Socket, limit: Duration) -> TimedStream {
    let mut timed = TimeoutStream::new(stream);
    timed.set_write_timeout(Some(limit));
    Box::pin(timed)
}

macro_rules! carried {
    ($this:ident, $stream:ident => $call:expr) => {
        match &mut $this.carrier {
            Carrier::Plain($stream) => $call,
            Carrier::Tls($stream) => $call,
        }
    };
}

impl AsyncRead for ClientStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if !self.begun.is_empty() {
            let count = self.begun.len().min(buf.remaining());
            buf.put_slice(&self.begun[..count]);
            self.begun.drain(..count);
            return Poll::Ready(Ok(()));
        }
        // What is read takes memory: where there is none, one connection ends.
        reserve::check().map_err(io::Error::from)?;
        carried!(self, stream => Pin::new(stream).poll_read(cx, buf))
    }
}

impl AsyncWrite for ClientStream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        carried!(self, stream => Pin::new(stream).poll_write(cx, buf))
    }
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        carried!(self, stream => Pin::new(stream).poll_write_vectored(cx, bufs))
    }
    fn is_write_vectored(&self) -> bool {
        match &self.carrier {
            Carrier::Plain(stream) => stream.is_write_vectored(),
            Carrier::Tls(stream) => stream.is_write_vectored(),
        }
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        carried!(self, stream => Pin::new(stream).poll_flush(cx))
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        carried!(self, stream => Pin::new(stream).poll_shutdown(cx))
    }
}
