//! A connected socket that the thread which uses it reads, writes and waits for by itself.

use hyper::rt::{Read, ReadBufCursor, Write};
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
    net::{RecvFlags, SendAncillaryBuffer, SendFlags, recv, send, sendmsg},
};
use std::{
    io::{self, ErrorKind, IoSlice},
    mem::MaybeUninit,
    net::TcpStream,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    task::{Context, Poll},
    time::{Duration, Instant},
};

/// What hyper is given at a time.
const PIECE: usize = 16 << 10;
/// Without SIGPIPE: the thread is a host's.
const QUIETLY: SendFlags = SendFlags::NOSIGNAL;

/// A socket; clones are the same one.
#[derive(Clone)]
pub struct Socket(Arc<Inner>);

struct Inner {
    stream: TcpStream,
    /// All that had come was read, and nobody waited for more since.
    is_drained: AtomicBool,
    /// It takes no more until it was waited for.
    is_full: AtomicBool,
}

impl Socket {
    /// The socket of `stream`, which does not block.
    pub fn new(stream: TcpStream) -> Self {
        Self(Arc::new(Inner { stream, is_drained: AtomicBool::new(false), is_full: AtomicBool::new(false) }))
    }

    /// Has the next read ask the system, whatever the last one found.
    pub fn look_again(&self) {
        self.0.is_drained.store(false, Relaxed);
    }

    /// Reads into `room`: what came, nothing at the end. Does not wait.
    pub fn receive<'a>(&self, room: &'a mut [MaybeUninit<u8>]) -> io::Result<&'a mut [u8]> {
        let most = room.len();
        let outcome = recv(&self.0.stream, room, RecvFlags::empty());
        self.0.is_drained.store(
            match &outcome {
                Ok(((read, _), _)) => !read.is_empty() && read.len() < most,
                Err(error) => *error == Errno::AGAIN,
            },
            Relaxed,
        );
        outcome.map(|((read, _), _)| read).map_err(Into::into)
    }

    /// Tells whether the peer has ended it, or sent what nobody asked for.
    pub fn is_over(&self) -> bool {
        let outcome = recv(&self.0.stream, &mut [0], RecvFlags::PEEK);
        !matches!(outcome, Err(Errno::AGAIN | Errno::INTR))
    }

    /// Waits until something came, or goes where nothing went; until `deadline` at most.
    pub fn wait(&self, deadline: Option<Instant>) -> io::Result<()> {
        let is_full = self.0.is_full.load(Relaxed);
        let wanted = if is_full { PollFlags::IN | PollFlags::OUT } else { PollFlags::IN };
        loop {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            if left == Some(Duration::ZERO) {
                return Err(ErrorKind::TimedOut.into());
            }
            let left = left.and_then(|left| Timespec::try_from(left).ok());
            let mut sockets = [PollFd::new(&self.0.stream, wanted)];
            match poll(&mut sockets, left.as_ref()) {
                // Handlers of the host's have run.
                Err(Errno::INTR) | Ok(0) => {}
                Err(error) => return Err(error.into()),
                Ok(_) => {
                    let found = sockets[0].revents();
                    if found.intersects(!PollFlags::OUT) {
                        self.0.is_drained.store(false, Relaxed);
                    }
                    if found.intersects(!PollFlags::IN) {
                        self.0.is_full.store(false, Relaxed);
                    }
                    return Ok(());
                }
            }
        }
    }

    fn sent(&self, outcome: Result<usize, Errno>) -> Poll<io::Result<usize>> {
        match outcome {
            Err(Errno::AGAIN) => {
                self.0.is_full.store(true, Relaxed);
                Poll::Pending
            }
            outcome => Poll::Ready(outcome.map_err(Into::into)),
        }
    }
}

impl Read for Socket {
    fn poll_read(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        mut into: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        if self.0.is_drained.load(Relaxed) {
            return Poll::Pending;
        }
        let mut room = [MaybeUninit::uninit(); PIECE];
        let most = into.remaining().min(PIECE);
        loop {
            match self.receive(&mut room[..most]) {
                Ok(read) => {
                    into.put_slice(read);
                    return Poll::Ready(Ok(()));
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Poll::Pending,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
    }
}

impl Write for Socket {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        if self.0.is_full.load(Relaxed) {
            return Poll::Pending;
        }
        self.sent(rustix::io::retry_on_intr(|| send(&self.0.stream, bytes, QUIETLY)))
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if self.0.is_full.load(Relaxed) {
            return Poll::Pending;
        }
        self.sent(rustix::io::retry_on_intr(|| {
            sendmsg(&self.0.stream, pieces, &mut SendAncillaryBuffer::default(), QUIETLY)
        }))
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        let _ = self.0.stream.shutdown(std::net::Shutdown::Write);
        Poll::Ready(Ok(()))
    }
}
