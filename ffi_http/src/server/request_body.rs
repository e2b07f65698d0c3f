//! A request's body that its handler reads in pieces, while it comes.

use crate::{
    blocking::wait,
    error::{Error, Result},
};
use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{sync::Mutex, time::timeout};

/// A body as it comes. While nobody reads, its client is held up.
pub struct RequestBody {
    state: Mutex<BodyState>,
    begin: Instant,
    /// When its handler last had a piece, in nanoseconds since `begin`.
    read: AtomicU64,
    has_ended: AtomicBool,
}

struct BodyState {
    /// None once it has ended.
    body: Option<Incoming>,
    /// What came and was not read yet.
    left: Bytes,
    taken: u64,
    most: u64,
    /// Why no more of it comes.
    failed: Option<&'static str>,
}

/// What a look at the body found.
enum Next {
    Piece(Bytes),
    End,
    Late,
    Failed(String),
}

impl RequestBody {
    /// A body of at most `most` bytes.
    pub fn new(body: Incoming, most: usize) -> Self {
        let state =
            BodyState { body: Some(body), left: Bytes::new(), taken: 0, most: most as u64, failed: None };
        Self {
            state: Mutex::new(state),
            begin: Instant::now(),
            read: AtomicU64::new(0),
            has_ended: AtomicBool::new(false),
        }
    }

    /// Fills `buffer` with the next bytes, for which it waits as long as `patience`: how many, 0 at the end.
    pub fn read(self: Arc<Self>, buffer: &mut [u8], patience: Duration) -> Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let (this, most) = (self.clone(), buffer.len());
        match wait(async move { this.next(most, patience).await })? {
            Next::Piece(piece) => {
                self.note();
                buffer[..piece.len()].copy_from_slice(&piece);
                Ok(piece.len())
            }
            Next::End => Ok(0),
            Next::Late => {
                let ms = patience.as_millis();
                Err(Error::TimedOut(format!("nothing more of the request's body came within {ms} ms")))
            }
            Next::Failed(reason) => Err(Error::Refused(reason)),
        }
    }

    async fn next(&self, most: usize, patience: Duration) -> Next {
        // Time runs for a second reader, too.
        match timeout(patience, self.state.lock()).await {
            Ok(mut state) => {
                let next = state.next(most, patience).await;
                self.has_ended.store(state.body.is_none() && state.failed.is_none(), Ordering::Release);
                next
            }
            Err(_) => Next::Late,
        }
    }

    /// A piece was taken.
    fn note(&self) {
        let now = u64::try_from(self.begin.elapsed().as_nanos()).unwrap_or(u64::MAX);
        self.read.store(now, Ordering::Relaxed);
    }

    /// When a piece was last taken.
    pub fn last_read(&self) -> Instant {
        self.begin + Duration::from_nanos(self.read.load(Ordering::Relaxed))
    }

    /// Whether all of it has come and was read.
    pub fn has_ended(&self) -> bool {
        self.has_ended.load(Ordering::Acquire)
    }
}

impl BodyState {
    async fn next(&mut self, most: usize, patience: Duration) -> Next {
        while self.left.is_empty() {
            if let Some(reason) = self.failed {
                return Next::Failed(reason.to_owned());
            }
            let Some(body) = &mut self.body else { return Next::End };
            let frame = match timeout(patience, body.frame()).await {
                Ok(frame) => frame,
                Err(_) => return Next::Late,
            };
            match frame {
                Some(Ok(frame)) => self.left = frame.into_data().unwrap_or_default(),
                Some(Err(_)) => self.failed = Some("the request's body broke off, or is malformed"),
                None => self.body = None,
            }
            self.taken += self.left.len() as u64;
            if self.taken > self.most {
                self.left = Bytes::new();
                self.failed = Some("the request's body is longer than its limit");
            }
        }
        let piece = self.left.split_to(self.left.len().min(most));
        if self.left.is_empty() && self.body.as_ref().is_some_and(Body::is_end_stream) {
            self.body = None;
        }
        Next::Piece(piece)
    }
}
