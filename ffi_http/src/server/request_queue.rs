//! Requests that wait for the host to pull them.

use crate::{
    blocking::blocking,
    error::{Error, Result},
};
use ffi_core::sync::{Condvar, Mutex};
use std::{
    collections::VecDeque,
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

#[cfg(unix)]
use ffi_core::wakeup::Wakeup;

/// Handles of requests, first come first.
#[derive(Default)]
pub struct RequestQueue {
    state: Mutex<QueueState>,
    changed: Condvar,
}

/// The threads that have asked for requests since the server was started.
#[derive(Default, PartialEq)]
enum Pullers {
    #[default]
    None,
    One(ThreadId),
    Several,
}

#[derive(Default)]
struct QueueState {
    waiting: VecDeque<i64>,
    /// The server was stopped: what waits is handed out, and then no more comes.
    closed: bool,
    pullers: Pullers,
    /// Set while requests wait, or no more come; made when a host asks for it.
    #[cfg(unix)]
    wakeup: Option<Wakeup>,
}

impl QueueState {
    fn tell(&self) {
        #[cfg(unix)]
        if let Some(wakeup) = &self.wakeup {
            wakeup.tell(!self.waiting.is_empty() || self.closed);
        }
    }

    /// The first request that waits.
    fn pop(&mut self) -> Option<i64> {
        let request = self.waiting.pop_front()?;
        if self.waiting.is_empty() {
            self.tell();
        }
        Some(request)
    }

    /// The calling thread asks for requests.
    fn note_puller(&mut self) {
        let this = thread::current().id();
        self.pullers = match self.pullers {
            Pullers::None => Pullers::One(this),
            Pullers::One(other) if other == this => return,
            _ => Pullers::Several,
        };
    }
}

impl RequestQueue {
    /// Lets requests in.
    pub fn open(&self) {
        let mut state = self.state.lock();
        state.closed = false;
        state.pullers = Pullers::None;
        state.tell();
    }

    /// Closes the queue: no more requests come.
    pub fn close(&self) {
        let mut state = self.state.lock();
        state.closed = true;
        state.tell();
        drop(state);
        self.changed.notify_all();
    }

    /// The calling thread stops the server and waits: where nobody else has asked for requests nobody will answer
    /// those that wait, which are returned, and no more come.
    #[must_use]
    pub fn give_up(&self) -> VecDeque<i64> {
        let mut state = self.state.lock();
        let nobody_else = match state.pullers {
            Pullers::None => true,
            Pullers::One(puller) => puller == thread::current().id(),
            Pullers::Several => false,
        };
        if !nobody_else {
            return VecDeque::new();
        }
        state.closed = true;
        let waiting = std::mem::take(&mut state.waiting);
        state.tell();
        drop(state);
        self.changed.notify_all();
        waiting
    }

    /// Lets `request` wait; false where no more are let in, and nobody may look for one any more.
    pub fn push(&self, request: i64) -> bool {
        let mut state = self.state.lock();
        if state.closed {
            return false;
        }
        state.waiting.push_back(request);
        if state.waiting.len() == 1 {
            state.tell();
        }
        drop(state);
        self.changed.notify_one();
        true
    }

    /// Takes a request out, which waits no longer.
    pub fn forget(&self, request: i64) {
        let mut state = self.state.lock();
        if let Some(at) = state.waiting.iter().position(|waiting| *waiting == request) {
            state.waiting.remove(at);
            if state.waiting.is_empty() {
                state.tell();
            }
        }
    }

    /// The next request; 0 where none came in `patience`.
    pub fn next(&self, patience: Duration) -> Result<i64> {
        {
            let mut state = self.state.lock();
            state.note_puller();
            if let Some(request) = state.pop() {
                return Ok(request);
            }
        }
        blocking(|| self.wait(patience))
    }

    fn wait(&self, patience: Duration) -> Result<i64> {
        let deadline = Instant::now() + patience;
        let mut state = self.state.lock();
        loop {
            if let Some(request) = state.pop() {
                return Ok(request);
            }
            if state.closed {
                return Err(Error::state("the server was stopped and no request waits any more"));
            }
            if self.changed.wait_until(&mut state, deadline).timed_out() {
                return Ok(state.pop().unwrap_or(0));
            }
        }
    }

    /// A descriptor that is readable while requests wait, and once no more come.
    #[cfg(unix)]
    pub fn fd(&self) -> Result<i64> {
        // Made outside of the lock, which a fork in the midst of its making would wait for.
        let new = Wakeup::new().map_err(Error::Descriptor)?;
        let mut state = self.state.lock();
        let fd = state.wakeup.get_or_insert(new).fd();
        state.tell();
        Ok(fd.into())
    }

    /// A descriptor that is readable while requests wait, and once no more come.
    #[cfg(not(unix))]
    pub fn fd(&self) -> Result<i64> {
        Err(Error::Descriptor(std::io::ErrorKind::Unsupported.into()))
    }
}
