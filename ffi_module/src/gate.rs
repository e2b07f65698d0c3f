//! Who is inside a module: one message at a time, or any number where it says so; none once it is closed.

use crate::{Error, Result};
use parking_lot::{Condvar, Mutex};
use std::{
    thread::{self, ThreadId},
    time::Instant,
};

#[derive(Default)]
struct State {
    inside: usize,
    /// The thread that the one message inside runs on.
    thread: Option<ThreadId>,
    /// True where nobody waits for the message inside any more.
    unanswered: bool,
    closed: bool,
}

/// A module's gate.
pub struct Gate {
    state: Mutex<State>,
    left: Condvar,
    many: bool,
}

impl Gate {
    /// An open gate with nobody inside; through it go `many` at once, or one after the other.
    pub fn new(many: bool) -> Self {
        Self { state: Mutex::default(), left: Condvar::new(), many }
    }

    /// Goes in, after waiting for whoever is inside until `deadline`. False where that came first.
    pub fn enter(&self, deadline: Option<Instant>) -> Result<bool> {
        let mut state = self.state.lock();
        loop {
            if state.closed {
                return Err(Error::Unloaded);
            }
            if self.many || state.inside == 0 {
                state.inside += 1;
                state.thread = Some(thread::current().id());
                return Ok(true);
            }
            if state.unanswered {
                return Err(Error::Unanswered);
            }
            if state.thread == Some(thread::current().id()) {
                return Err(Error::Recursion);
            }
            match deadline {
                Some(deadline) if self.left.wait_until(&mut state, deadline).timed_out() => return Ok(false),
                Some(_) => {}
                None => self.left.wait(&mut state),
            }
        }
    }

    /// The message inside goes on on the calling thread.
    pub fn hand_over(&self) {
        self.state.lock().thread = Some(thread::current().id());
    }

    /// Nobody waits for the message inside any more.
    pub fn abandon(&self) {
        if !self.many {
            self.state.lock().unanswered = true;
            self.left.notify_all();
        }
    }

    /// Goes out.
    pub fn leave(&self) {
        let mut state = self.state.lock();
        state.inside -= 1;
        state.thread = None;
        state.unanswered = false;
        self.left.notify_one();
    }

    /// Closes it for good, where nobody is inside.
    pub fn close(&self) -> Result<()> {
        let mut state = self.state.lock();
        match state.inside {
            0 if state.closed => Err(Error::Unloaded),
            0 => {
                state.closed = true;
                Ok(())
            }
            _ => Err(Error::MessageInside),
        }
    }

    /// "ready", "busy", "unanswered" or "unloaded".
    pub fn describe(&self) -> &'static str {
        let state = self.state.lock();
        match state.inside {
            _ if state.closed => "unloaded",
            _ if state.unanswered => "unanswered",
            0 => "ready",
            _ if self.many => "ready",
            _ => "busy",
        }
    }
}
