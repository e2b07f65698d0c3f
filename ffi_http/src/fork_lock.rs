//! Locks that tasks take while a process may fork: what a client keeps between its requests.

use crate::error::{Error, Result};
use ffi_core::{Locked, fork, sync::MutexGuard};
use std::{
    thread,
    time::{Duration, Instant},
};

/// How long a child waits for what may be locked by a thread that it does not have: longer than any thread keeps it.
const PATIENCE: Duration = Duration::from_secs(1);

/// A value that is locked for a moment at a time. Where a thread had it while the process forked, the child does without.
pub struct ForkLock<T> {
    value: Locked<T>,
    /// The process that made it, as `fork` counts them.
    made: u32,
}

impl<T: Default> Default for ForkLock<T> {
    fn default() -> Self {
        Self { value: Locked::default(), made: fork::generation() }
    }
}

impl<T> ForkLock<T> {
    /// The value; an error in a child that can have it no more.
    pub fn lock(&self) -> Result<MutexGuard<'_, T>> {
        if self.made == fork::generation() {
            return Ok(self.value.lock());
        }
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(guard) = self.value.try_lock() {
                return Ok(guard);
            }
            if Instant::now() > deadline {
                return Err(Error::state(
                    "what the client keeps was being changed by another thread when this process was forked: make \
                     another client",
                ));
            }
            thread::yield_now();
        }
    }
}
