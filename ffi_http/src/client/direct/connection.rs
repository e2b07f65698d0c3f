//! A connection of HTTP/1 that is driven by whoever waits for what comes on it.

use super::socket::Socket;
use crate::client::failure::Failure;
use bytes::Bytes;
use ffi_core::growing_bytes::GrowingBytes;
use futures_util::FutureExt;
use hyper::{
    Request, Response,
    body::{Body as _, Incoming},
    client::conn::{
        TrySendError,
        http1::{self, Builder, SendRequest},
    },
};
use reqwest::Body;
use std::{
    io::{self, ErrorKind},
    net::TcpStream,
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    task::{Context, Poll, Wake, Waker},
    time::Instant,
};

/// Tells that hyper wants to go on, though nothing came.
#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.0.store(true, Relaxed);
    }
}

/// What came of sending a request.
pub type Sent = Result<Response<Incoming>, TrySendError<Request<Body>>>;

/// A connection over which one request goes at a time.
pub struct Connection {
    sender: SendRequest<Body>,
    /// None once it has ended.
    wire: Option<http1::Connection<Socket, Body>>,
    socket: Socket,
    woken: Arc<Woken>,
    waker: Waker,
}

impl Connection {
    /// A connection over `stream`, which does not block.
    pub fn new(stream: TcpStream, builder: &Builder) -> Option<Self> {
        Self::over(Socket::new(stream), builder)
    }

    fn over(socket: Socket, builder: &Builder) -> Option<Self> {
        // It has nothing to wait for.
        let (sender, wire) = builder.handshake(socket.clone()).now_or_never()?.ok()?;
        let woken = Arc::<Woken>::default();
        let waker = woken.clone().into();
        Some(Self { sender, wire: Some(wire), socket, woken, waker })
    }

    /// Tells whether the peer has ended it meanwhile.
    pub fn is_over(&self) -> bool {
        self.socket.is_over()
    }

    /// Tells whether another request can be sent.
    pub fn is_ready(&mut self) -> bool {
        // What is left of the last answer is nobody's.
        while self.wire.is_some() && !self.sender.is_ready() && self.advance() {}
        self.wire.is_some() && self.sender.is_ready()
    }

    /// Does what can be done without waiting; whether there may be more of that.
    fn advance(&mut self) -> bool {
        self.woken.0.store(false, Relaxed);
        let Some(wire) = &mut self.wire else { return false };
        if Pin::new(wire).poll(&mut Context::from_waker(&self.waker)).is_ready() {
            self.wire = None;
        }
        self.is_woken()
    }

    fn is_woken(&self) -> bool {
        self.woken.0.load(Relaxed)
    }

    /// Sends `request`: the head of the answer. The outer error is that of waiting for it.
    pub fn send(&mut self, request: Request<Body>, deadline: Option<Instant>) -> Result<Sent, Failure> {
        self.socket.look_again();
        let waker = self.waker.clone();
        let mut answer = pin!(self.sender.try_send_request(request));
        loop {
            let goes_on = self.advance();
            if let Poll::Ready(outcome) = answer.as_mut().poll(&mut Context::from_waker(&waker)) {
                return Ok(outcome);
            }
            if self.wire.is_none() {
                return Err(Failure::Broken("the connection ended".to_owned()));
            }
            if !goes_on && !self.is_woken() {
                self.socket.wait(deadline).map_err(Failure::of_waiting)?;
            }
        }
    }

    /// The next bytes of `body`, none at its end.
    pub fn next(&mut self, body: &mut Incoming, deadline: Option<Instant>) -> io::Result<Option<Bytes>> {
        let waker = self.waker.clone();
        loop {
            match Pin::new(&mut *body).poll_frame(&mut Context::from_waker(&waker)) {
                Poll::Ready(None) => return Ok(None),
                Poll::Ready(Some(Err(error))) => return Err(io::Error::other(error)),
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(data) if data.is_empty() => {}
                    Ok(data) => return Ok(Some(data)),
                    // Trailers.
                    Err(_) => {}
                },
                Poll::Pending if self.wire.is_none() => return Err(ended_early()),
                Poll::Pending => {
                    if !self.advance() && self.wire.is_some() {
                        self.socket.wait(deadline)?;
                    }
                }
            }
        }
    }

    /// A piece of `body` that hyper has handed on already, where there is one.
    pub fn handed_on(&mut self, body: &mut Incoming) -> Option<Bytes> {
        match Pin::new(body).poll_frame(&mut Context::from_waker(&self.waker)) {
            Poll::Ready(Some(Ok(frame))) => frame.into_data().ok(),
            _ => None,
        }
    }

    /// Reads the `length` bytes that are left of a body past hyper, which was handed no piece that is not in `into`, and
    /// makes a connection anew of what is behind them where `builder` says how.
    pub fn rest(
        self,
        length: u64,
        into: &mut GrowingBytes,
        deadline: Option<Instant>,
        builder: Option<&Builder>,
        mut note: impl FnMut(usize),
    ) -> io::Result<Option<Self>> {
        let parts = self.wire.ok_or_else(ended_early)?.into_parts();
        let more = parts.read_buf.len().min(usize::try_from(length).unwrap_or(usize::MAX));
        into.extend(&parts.read_buf[..more])?;
        let mut left = length - more as u64;
        while left > 0 {
            let step = left.min(ROOM.max(into.len()) as u64) as usize;
            into.reserve(step)?;
            let most = usize::try_from(left).unwrap_or(usize::MAX);
            match into.fill(most, |room| self.socket.receive(room)) {
                Ok(0) => return Err(ended_early()),
                Ok(count) => {
                    left -= count as u64;
                    note(into.len());
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.socket.wait(deadline)?,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let Some(builder) = builder.filter(|_| more == parts.read_buf.len()) else { return Ok(None) };
        Ok(Self::over(self.socket, builder))
    }
}

/// What is made room for at a time, at least, where a server announces more: it is not believed further.
const ROOM: usize = 1 << 20;

fn ended_early() -> io::Error {
    io::Error::new(
        ErrorKind::UnexpectedEof,
        "error reading a body from connection: end of file before message length reached",
    )
}
