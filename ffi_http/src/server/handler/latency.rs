//! Latency of a handler, learned from its calls.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

/// The score of a handler nobody knows yet.
const UNKNOWN: u32 = QUICK + 32;
/// A handler at this score or below is called in place.
const QUICK: u32 = 64;
const SLOWEST: u32 = 4096;
/// The score of a handler that is never called in place.
const NEVER: u32 = u32::MAX;
/// A call that takes longer is slow.
const SLOW: Duration = Duration::from_millis(1);

/// A score that falls with every quick call and rises faster with every slow one.
pub struct Latency(AtomicU32);

impl Default for Latency {
    fn default() -> Self {
        Self(AtomicU32::new(UNKNOWN))
    }
}

impl Latency {
    /// Tells whether the handler is called in place as a rule.
    pub fn is_quick(&self) -> bool {
        self.0.load(Ordering::Relaxed) <= QUICK
    }

    /// Has the handler not be called in place from now on.
    pub fn is_never_quick(&self) {
        self.0.store(NEVER, Ordering::Relaxed);
    }

    /// Calls, and learns from how long it took.
    pub fn timed<T>(&self, call: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let result = call();
        let score = self.0.load(Ordering::Relaxed);
        if score == NEVER {
            return result;
        }
        let next = if begun.elapsed() > SLOW { (score + 32).min(SLOWEST) } else { score.saturating_sub(1) };
        if next != score {
            self.0.store(next, Ordering::Relaxed);
        }
        result
    }
}
