//! Answers whose body the host writes piece by piece.

use super::{response::Body, stream_options::StreamOptions};
use crate::{
    blocking::blocking,
    error::{Error, Result},
};
use bytes::Bytes;
use ffi_core::{
    Kind,
    sync::{Condvar, Mutex},
};
use http_body_util::{BodyExt, Either};
use hyper::body::Frame;
use std::{
    collections::VecDeque,
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, Waker},
    time::{Duration, Instant},
};
use tokio::time::{Sleep, sleep};

/// A sign of life that is sent where nothing else was for too long: a comment, which clients pass over (HTML, 9.2.6).
const ALIVE: Bytes = Bytes::from_static(b":\n\n");

/// An answer that the host writes. Dropping it breaks the answer off.
pub struct ResponseStream(Arc<Pipe>);

ffi_core::object!(ResponseStream, Kind::HttpResponseStream);

/// Pieces that wait between the host and the client.
struct Pipe {
    state: Mutex<ResponseState>,
    room: Condvar,
    /// Number of waiting bytes from which on no more are taken.
    most: usize,
    /// True where nobody is to see a body.
    silent: bool,
}

struct ResponseState {
    pieces: VecDeque<Bytes>,
    bytes: usize,
    end: End,
    /// The reader, where it waits for more.
    reader: Option<Waker>,
    /// True where nobody reads before the handler returns.
    unattended: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Open,
    Finished,
    /// The host gave it up.
    Aborted,
    /// The client has.
    Gone,
}

/// Conditions under which an answer is written.
pub struct Manner {
    /// Nobody is to see a body: the request was HEAD, or the status has none.
    pub silent: bool,
    /// Nobody reads before the handler returns, which runs where the reader would.
    pub unattended: bool,
}

impl ResponseStream {
    /// An answer that begins with `first`, and what is sent of it.
    pub fn new(first: Bytes, options: &StreamOptions, manner: Manner) -> (Self, Body) {
        let state = ResponseState {
            bytes: first.len(),
            pieces: if first.is_empty() { VecDeque::new() } else { [first].into() },
            end: End::Open,
            reader: None,
            unattended: manner.unattended,
        };
        let (state, room) = (Mutex::new(state), Condvar::new());
        let pipe = Arc::new(Pipe { state, room, most: options.buffer, silent: manner.silent });
        let alive = options.keep_alive.map(|every| (every, Box::pin(sleep_in_runtime(every))));
        let body = Written { pipe: pipe.clone(), alive };
        (Self(pipe), Either::Right(body.boxed_unsync()))
    }

    /// Takes as much of `data` as there is room for within `patience`; how much that was.
    pub fn write(&self, data: &[u8], patience: Duration) -> Result<usize> {
        self.0.write(data, false, patience)
    }

    /// Takes an event, all of it or, where there is no room in time, nothing.
    pub fn send_event(&self, event: &str, data: &str, id: &str, patience: Duration) -> Result<()> {
        let text = format_event(event, data, id)?;
        if self.0.write(text.as_bytes(), true, patience)? == 0 {
            let ms = patience.as_millis();
            return Err(Error::TimedOut(format!("the client took too little to make room within {ms} ms")));
        }
        Ok(())
    }

    /// Breaks the answer off.
    pub fn abort(&self) {
        self.0.end(End::Aborted);
    }

    /// Ends the answer whole; an error where the client has gone.
    pub fn finish(&self) -> Result<()> {
        match self.0.end(End::Finished) {
            End::Gone if !self.0.silent => Err(gone()),
            _ => Ok(()),
        }
    }
}

impl Drop for ResponseStream {
    fn drop(&mut self) {
        self.abort();
    }
}

fn gone() -> Error {
    Error::Refused("the client takes no more of the answer: it went away, or the server stopped".to_owned())
}

impl Pipe {
    /// Ends it where it has not ended; how it has.
    fn end(&self, end: End) -> End {
        let reader = {
            let mut state = self.state.lock();
            if state.end != End::Open {
                return state.end;
            }
            state.end = end;
            if end != End::Finished {
                state.pieces = VecDeque::new();
                state.bytes = 0;
            }
            state.reader.take()
        };
        self.room.notify_all();
        if let Some(reader) = reader {
            blocking(|| reader.wake());
        }
        end
    }

    /// Takes what there is room for, `whole` all at once as soon as there is any.
    fn write(&self, data: &[u8], whole: bool, patience: Duration) -> Result<usize> {
        if self.silent {
            return Ok(data.len());
        }
        let deadline = Instant::now() + patience;
        let mut taken = 0;
        loop {
            let reader = {
                let mut state = self.state.lock();
                if state.end != End::Open {
                    return Err(gone());
                }
                let room = if state.unattended { usize::MAX } else { self.most.saturating_sub(state.bytes) };
                let left = &data[taken..];
                let piece = if whole && room > 0 { left } else { &left[..room.min(left.len())] };
                if !piece.is_empty() {
                    state.pieces.push_back(Bytes::copy_from_slice(piece));
                    state.bytes += piece.len();
                    taken += piece.len();
                }
                state.reader.take_if(|_| !piece.is_empty())
            };
            if let Some(reader) = reader {
                blocking(|| reader.wake());
            }
            if taken == data.len() || !self.wait_for_room(deadline) {
                return Ok(taken);
            }
        }
    }

    /// Waits until there is room or an end; false where there is neither in time.
    fn wait_for_room(&self, deadline: Instant) -> bool {
        let is_worth = |state: &ResponseState| state.end != End::Open || state.bytes < self.most;
        if is_worth(&self.state.lock()) {
            return true;
        }
        blocking(|| {
            let mut state = self.state.lock();
            while !is_worth(&state) {
                if self.room.wait_until(&mut state, deadline).timed_out() {
                    return is_worth(&state);
                }
            }
            true
        })
    }
}

/// A timer, made on a thread of the host's.
fn sleep_in_runtime(time: Duration) -> Sleep {
    let entered = crate::blocking::runtime().ok().map(tokio::runtime::Handle::enter);
    let sleep = sleep(time);
    drop(entered);
    sleep
}

/// Body of such an answer, as it is sent.
struct Written {
    pipe: Arc<Pipe>,
    /// After how long without anything else a sign of life is sent.
    alive: Option<(Duration, Pin<Box<Sleep>>)>,
}

impl hyper::body::Body for Written {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let this = &mut *self;
        let mut state = this.pipe.state.lock();
        state.unattended = false;
        if let Some(piece) = state.pieces.pop_front() {
            state.bytes -= piece.len();
            drop(state);
            this.pipe.room.notify_all();
            if let Some((every, timer)) = &mut this.alive {
                timer.as_mut().reset(tokio::time::Instant::now() + *every);
            }
            return Poll::Ready(Some(Ok(Frame::data(piece))));
        }
        match state.end {
            End::Open => state.reader = Some(cx.waker().clone()),
            End::Finished => return Poll::Ready(None),
            End::Aborted | End::Gone => {
                return Poll::Ready(Some(Err(io::Error::other("the host gave it up"))));
            }
        }
        drop(state);
        if let Some((every, timer)) = &mut this.alive
            && timer.as_mut().poll(cx).is_ready()
        {
            timer.as_mut().reset(tokio::time::Instant::now() + *every);
            return Poll::Ready(Some(Ok(Frame::data(ALIVE))));
        }
        Poll::Pending
    }
    fn is_end_stream(&self) -> bool {
        let state = self.pipe.state.lock();
        state.end == End::Finished && state.pieces.is_empty()
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        self.pipe.end(End::Gone);
        // Taken or not, what was written before the end goes nowhere now.
        let mut state = self.pipe.state.lock();
        state.pieces = VecDeque::new();
        state.bytes = 0;
    }
}

/// An event as HTML has it (9.2.6): a field without a value is left out, a text of several lines has a field for each.
fn format_event(event: &str, data: &str, id: &str) -> Result<String> {
    for (name, value) in [("event", event), ("id", id)] {
        if value.contains(['\n', '\r', '\0']) {
            return Err(Error::text(name, value, "and it has to be one line without NUL"));
        }
    }
    let mut text = String::with_capacity(data.len() + event.len() + id.len() + 32);
    for (name, value) in [("event", event), ("id", id)] {
        if !value.is_empty() {
            text.extend([name, ": ", value, "\n"]);
        }
    }
    for line in data.replace("\r\n", "\n").split(['\n', '\r']) {
        text.extend(["data: ", line, "\n"]);
    }
    text.push('\n');
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::format_event;

    #[test]
    fn events_are_written_as_html_has_them() {
        let event = |event, data, id| format_event(event, data, id).map_err(|error| error.to_string());
        assert_eq!(event("", "", "").as_deref(), Ok("data: \n\n"));
        assert_eq!(event("", "a", "").as_deref(), Ok("data: a\n\n"));
        assert_eq!(
            event("tick", " a\nb\r\n\rc\n", "7").as_deref(),
            Ok("event: tick\nid: 7\ndata:  a\ndata: b\ndata: \ndata: c\ndata: \n\n")
        );
        for bad in ["a\nb", "a\rb", "a\0"] {
            assert!(event(bad, "", "").unwrap_err().contains("event"));
            assert!(event("", "", bad).unwrap_err().contains("id"));
        }
    }
}
