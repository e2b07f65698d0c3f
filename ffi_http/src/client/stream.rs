//! Requests and answers a piece at a time.

use super::{
    Client,
    content_coding::ResponseBody,
    exchange::SendError,
    request::{self, Answer, ClientRequest, Decoding, RequestLabel},
    settings::{Limits, Ready},
};
use crate::{
    blocking::{runtime, wait},
    error::{Error, Result},
};
use bytes::Bytes;
use ffi_core::{Kind, Locked};
use futures_util::stream;
use hyper::header::HeaderMap;
use reqwest::Body;
use std::{future::Future, io, mem, sync::OnceLock};
use tokio::{
    sync::{mpsc, watch},
    task::JoinHandle,
    time::timeout,
};

/// Pieces that may wait to be sent.
const AHEAD: usize = 4;

/// A piece of the body; none is its end. A channel that closes without that was given up.
type Piece = Option<Bytes>;
type Outcome = Result<Answer, SendError>;

/// A request whose body is being sent: where its pieces go, its answer, and whether that says no.
type Begun = (mpsc::Sender<Piece>, Sent, watch::Receiver<bool>);

/// A request on its way; given up when dropped.
struct Sent(JoinHandle<Outcome>);

impl Drop for Sent {
    fn drop(&mut self) {
        self.0.abort();
    }
}

enum StreamState {
    /// A request of which nothing was sent yet.
    Fresh(Box<(Ready, ClientRequest)>),
    Sending {
        pieces: mpsc::Sender<Piece>,
        answer: Sent,
        refused: watch::Receiver<bool>,
    },
    Reading {
        /// None at the end.
        rest: Option<ResponseBody>,
        left: Bytes,
        /// Kept to the end where the answer came before the body's: a body that breaks off would end it too.
        _unsent: Option<mpsc::Sender<Piece>>,
    },
    Ended,
    /// A call of another thread has it.
    Busy,
    Failed(String),
}

/// Head of an answer.
pub struct Head {
    pub status: u16,
    pub headers: HeaderMap,
}

/// An exchange whose bodies pass through the host's hands.
pub struct Stream {
    state: Locked<StreamState>,
    head: OnceLock<Head>,
    name: RequestLabel,
    limits: Limits,
}

ffi_core::object!(Stream, Kind::HttpStream);

impl Stream {
    /// An exchange that has not begun.
    pub fn new(client: &Client, call: ClientRequest) -> Result<Self> {
        let ready = client.ready()?;
        let (name, limits) = (call.name(), ready.limits);
        let state = Locked::new(StreamState::Fresh(Box::new((ready, call))));
        Ok(Self { state, head: OnceLock::new(), name, limits })
    }

    /// Sends the next piece of the request's body.
    pub fn write(&self, data: &[u8]) -> Result<()> {
        let piece = Bytes::copy_from_slice(data);
        self.step(|state| {
            let (pieces, answer, refused) = match state {
                StreamState::Fresh(begun) => self.begin(*begun)?,
                StreamState::Sending { pieces, answer, refused } => (pieces, answer, refused),
                other => return Ok((other, Err(Error::state("the request's body was ended already")))),
            };
            let (sender, mut early) = (pieces.clone(), refused.clone());
            let sent = self.in_time(async move {
                tokio::select! {
                    biased;
                    // `finish` tells what the answer is.
                    Ok(_) = early.wait_for(|refused| *refused) => false,
                    sent = sender.send(Some(piece)) => sent.is_ok(),
                }
            });
            let result = match sent {
                Ok(true) => Ok(()),
                Ok(false) => Err(self.name.fail("the server takes no more of the body")),
                // It took its time, but has answered.
                Err(error) if answer.0.is_finished() => Err(error),
                Err(error) => return Err(error),
            };
            Ok((StreamState::Sending { pieces, answer, refused }, result))
        })
    }

    /// Ends the request's body, sends the request where nothing was written, and waits for the answer's head.
    pub fn finish(&self) -> Result<i64> {
        self.step(|state| {
            let (outcome, unsent) = match state {
                StreamState::Fresh(begun) => {
                    let (ready, call) = *begun;
                    let total = self.limits.transfer();
                    (
                        self.in_time(
                            async move { request::send(&ready, call, total, Decoding::Undone).await },
                        )?,
                        None,
                    )
                }
                StreamState::Sending { pieces, mut answer, .. } => {
                    let sender = pieces.clone();
                    let outcome = self.in_time(async move {
                        let end = async {
                            let _ = sender.send(None).await;
                            std::future::pending::<()>().await;
                        };
                        tokio::select! {
                            outcome = &mut answer.0 => Some(outcome),
                            () = end => None,
                        }
                    })?;
                    let gone = || self.name.fail("the task that was waited for is gone");
                    (outcome.and_then(Result::ok).ok_or_else(gone)?, Some(pieces))
                }
                other => return Ok((other, Err(Error::state("the answer was asked for already")))),
            };
            let answer = outcome.map_err(|error| self.name.send(error, self.limits.transfer()))?;
            let status = answer.status.as_u16();
            let _ = self.head.set(Head { status, headers: answer.headers });
            let rest = Some(answer.body);
            Ok((StreamState::Reading { rest, left: Bytes::new(), _unsent: unsent }, Ok(i64::from(status))))
        })
    }

    /// Fills `buffer` with the next bytes of the answer's body; 0 at its end.
    pub fn read(&self, buffer: &mut [u8]) -> Result<i64> {
        self.step(|state| match state {
            StreamState::Reading { mut rest, mut left, _unsent } => {
                if left.is_empty() && !buffer.is_empty() {
                    let Some(body) = rest.take() else { return Ok((StreamState::Ended, Ok(0))) };
                    let piece = self.in_time(body.chunk())?;
                    match piece.map_err(|error| self.name.body(error, self.limits.transfer()))? {
                        Some((piece, body)) => (left, rest) = (piece, Some(body)),
                        None => return Ok((StreamState::Ended, Ok(0))),
                    }
                }
                let count = left.len().min(buffer.len());
                buffer[..count].copy_from_slice(&left.split_to(count));
                Ok((StreamState::Reading { rest, left, _unsent }, Ok(count as i64)))
            }
            StreamState::Ended => Ok((StreamState::Ended, Ok(0))),
            other => Ok((other, Err(Error::state("the answer was not asked for yet")))),
        })
    }

    /// The answer's head, once it was asked for.
    pub fn head(&self) -> Result<&Head> {
        self.head.get().ok_or_else(|| Error::state("the answer was not asked for yet"))
    }

    /// Takes the state out for as long as a call works on it. An `Err` from `work` ends the exchange.
    fn step<T>(&self, work: impl FnOnce(StreamState) -> Result<(StreamState, Result<T>)>) -> Result<T> {
        let state = match &mut *self.state.lock() {
            StreamState::Busy => return Err(Error::state("another thread is using this stream")),
            StreamState::Failed(reason) => return Err(Error::state(reason.clone())),
            state => mem::replace(state, StreamState::Busy),
        };
        match work(state) {
            Ok((state, result)) => {
                *self.state.lock() = state;
                result
            }
            Err(error) => {
                *self.state.lock() = StreamState::Failed(format!("the exchange failed earlier: {error}"));
                Err(error)
            }
        }
    }

    fn in_time<F>(&self, future: F) -> Result<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send,
    {
        let stall = self.limits.stall();
        wait(async move { timeout(stall, future).await })?
            .map_err(|_| self.name.fail(format!("nothing moved for {} ms", stall.as_millis())))
    }

    fn begin(&self, (ready, mut call): (Ready, ClientRequest)) -> Result<Begun> {
        let (pieces, receiver) = mpsc::channel::<Piece>(AHEAD);
        let body = stream::unfold(Some(receiver), |receiver| async {
            let mut receiver = receiver?;
            match receiver.recv().await {
                Some(Some(piece)) => Some((Ok(piece), Some(receiver))),
                Some(None) => None,
                None => Some((Err(io::Error::other("the request was given up")), None)),
            }
        });
        call.body = Some(Body::wrap_stream(body));
        let total = self.limits.transfer();
        let (refuse, refused) = watch::channel(false);
        let answer = runtime()?.spawn(async move {
            let outcome = request::send(&ready, call, total, Decoding::Undone).await;
            // A server that takes the request may answer while it reads on.
            refuse.send_replace(!outcome.as_ref().is_ok_and(|answer| answer.status.is_success()));
            outcome
        });
        Ok((pieces, Sent(answer), refused))
    }
}
