//! Requests that wait for the host to pull them.

use crate::{
    blocking::blocking,
    error::{Error, Result},
};
use parking_lot::{Condvar, Mutex};
use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

/// Handles of requests, first come first.
#[derive(Default)]
pub struct RequestQueue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<i64>,
    /// The server was stopped: what waits is handed out, and then no more comes.
    closed: bool,
}

impl RequestQueue {
    /// Lets requests in.
    pub fn open(&self) {
        self.state.lock().closed = false;
    }

    /// No more requests come.
    pub fn close(&self) {
        self.state.lock().closed = true;
        self.changed.notify_all();
    }

    /// Lets `request` wait; false where no more are let in, and nobody may look for one any more.
    pub fn push(&self, request: i64) -> bool {
        let mut state = self.state.lock();
        if state.closed {
            return false;
        }
        state.waiting.push_back(request);
        drop(state);
        self.changed.notify_one();
        true
    }

    /// It waits no longer.
    pub fn forget(&self, request: i64) {
        let mut state = self.state.lock();
        if let Some(at) = state.waiting.iter().position(|waiting| *waiting == request) {
            state.waiting.remove(at);
        }
    }

    /// The next request; 0 where none came in `patience`.
    pub fn next(&self, patience: Duration) -> Result<i64> {
        {
            let mut state = self.state.lock();
            if let Some(request) = state.waiting.pop_front() {
                return Ok(request);
            }
        }
        blocking(|| self.wait(patience))
    }

    fn wait(&self, patience: Duration) -> Result<i64> {
        let deadline = Instant::now() + patience;
        let mut state = self.state.lock();
        loop {
            if let Some(request) = state.waiting.pop_front() {
                return Ok(request);
            }
            if state.closed {
                return Err(Error::state("the server was stopped and no request waits any more"));
            }
            if self.changed.wait_until(&mut state, deadline).timed_out() {
                return Ok(state.waiting.pop_front().unwrap_or(0));
            }
        }
    }
}
