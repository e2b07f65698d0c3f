//! Admission of messages to a module: one at a time, or any number where it says so; none once it is closed.

use crate::{
    Error, Result,
    waiting::{Runner, Wait},
};
use ffi_core::sync::{Condvar, Mutex};
use std::time::Instant;

#[derive(Default)]
struct AdmissionState {
    inside: usize,
    /// The number of the message that came in last.
    last: u64,
    /// True where nobody waits for the message inside any more.
    unanswered: bool,
    closed: bool,
}

/// Admission of messages to one module.
pub struct Admission {
    state: Mutex<AdmissionState>,
    left: Condvar,
    many: bool,
    /// The thread that the one message inside runs on.
    runner: Runner,
}

impl Admission {
    /// A module with nobody inside; `many` enter at once, or one after the other.
    pub fn new(many: bool) -> Self {
        Self { state: Mutex::default(), left: Condvar::new(), many, runner: Runner::default() }
    }

    /// Goes in, after waiting for whoever is inside until `deadline`: the message's number. None where that time
    /// came first.
    pub fn enter(&self, deadline: Option<Instant>) -> Result<Option<u64>> {
        let mut state = self.state.lock();
        loop {
            if state.closed {
                return Err(Error::Unloaded);
            }
            if self.many || state.inside == 0 {
                state.inside += 1;
                state.last += 1;
                if !self.many {
                    self.runner.set();
                }
                return Ok(Some(state.last));
            }
            if state.unanswered {
                return Err(Error::Unanswered);
            }
            if self.runner.is_own() {
                return Err(Error::Recursion);
            }
            let _wait = self.runner.wait().ok_or(Error::Circle)?;
            match deadline {
                Some(deadline) if self.left.wait_until(&mut state, deadline).timed_out() => return Ok(None),
                Some(_) => {}
                None => self.left.wait(&mut state),
            }
        }
    }

    /// The message inside goes on on the calling thread. False where nobody waits for it any more.
    pub fn hand_over(&self) -> bool {
        let state = self.state.lock();
        self.runner.set();
        !state.unanswered
    }

    /// Notes that the calling thread waits for the message inside, which goes on on another thread.
    pub fn wait(&self) -> Wait {
        self.runner.wait_for_own()
    }

    /// Calls `end` with the number of the message inside where somebody waits for it; it does not leave meanwhile.
    pub fn cancel<R>(&self, end: impl FnOnce(u64) -> R) -> Option<R> {
        let state = self.state.lock();
        if self.many || state.inside == 0 || state.unanswered || state.closed {
            return None;
        }
        Some(end(state.last))
    }

    /// Nobody waits for message `number` any more. False where it is out by now, and another may be inside.
    pub fn abandon(&self, number: u64) -> bool {
        let mut state = self.state.lock();
        if state.inside == 0 || state.last != number {
            return false;
        }
        state.unanswered = true;
        self.left.notify_all();
        true
    }

    /// Goes out.
    pub fn leave(&self) {
        let mut state = self.state.lock();
        state.inside -= 1;
        state.unanswered = false;
        if !self.many {
            self.runner.clear();
        }
        self.left.notify_one();
    }

    /// Closes it for good, where nobody is inside and `empty` says that nothing is left of who was. Meanwhile
    /// nobody comes in.
    pub fn close(&self, empty: impl FnOnce() -> bool) -> Result<()> {
        let mut state = self.state.lock();
        if state.closed {
            return Err(Error::Unloaded);
        }
        if state.inside > 0 {
            return Err(Error::MessageInside);
        }
        state.inside = 1;
        self.runner.set();
        drop(state);
        let empty = empty();
        let mut state = self.state.lock();
        state.inside -= 1;
        self.runner.clear();
        state.closed = empty && state.inside == 0;
        // Who waits comes in now, or hears that it is closed.
        self.left.notify_all();
        match (state.closed, empty) {
            (true, _) => Ok(()),
            (false, true) => Err(Error::MessageInside),
            (false, false) => Err(Error::ThreadInside),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::{sync::Barrier, thread, time::Duration};

    #[test]
    fn who_gives_up_too_late_gives_up_nothing() {
        let admission = Admission::new(false);
        let first = admission.enter(None).unwrap().unwrap();
        admission.leave();
        assert!(!admission.abandon(first));
        let second = admission.enter(None).unwrap().unwrap();
        assert!(!admission.abandon(first), "another message is inside");
        assert_eq!(admission.describe(), "busy");
        assert!(admission.abandon(second));
        assert!(matches!(admission.enter(None), Err(Error::Unanswered)));
        admission.leave();
        assert_eq!(admission.describe(), "ready");
    }

    #[test]
    fn nobody_waits_for_a_closed_module() {
        for _ in 0..100 {
            let admission = Admission::new(false);
            let together = Barrier::new(5);
            admission.enter(None).unwrap();
            thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| {
                        together.wait();
                        if admission.enter(None).is_ok() {
                            admission.leave();
                        }
                    });
                }
                together.wait();
                admission.leave();
                while admission.close(|| true).is_err() {}
            });
        }
    }

    #[test]
    fn who_was_refused_its_end_goes_on() {
        let admission = Admission::new(false);
        let meanwhile = || matches!(admission.close(|| true), Err(Error::MessageInside));
        assert!(matches!(admission.close(|| !meanwhile()), Err(Error::ThreadInside)));
        admission.enter(None).unwrap();
        admission.leave();
        admission.close(|| true).unwrap();
        assert!(matches!(admission.close(|| true), Err(Error::Unloaded)));
    }

    #[test]
    fn a_wait_for_admission_ends_with_its_time() {
        let admission = Admission::new(false);
        admission.enter(None).unwrap();
        let waits = |ms| admission.enter(Some(Instant::now() + Duration::from_millis(ms)));
        assert!(matches!(waits(1), Err(Error::Recursion)));
        thread::scope(|scope| scope.spawn(|| assert!(matches!(waits(1), Ok(None)))).join().unwrap());
    }
}
