//! A connection's time limits, kept by one timer.
//!
//! Every request sets limits that hardly ever pass, and the runtime's own timers take a lock to be set and
//! another to be taken back. Here a limit is a number. One timer stands at the earliest that anybody waits for;
//! when it fires, the connection is polled, and whoever waits for a later one asks again.

use std::{
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
    time::{Duration, Instant},
};
use tokio::task::unconstrained;

/// Later than any limit.
const NEVER: u64 = u64::MAX;

/// The limits of one connection. The task that serves it is the only one that waits for them.
pub struct Deadlines {
    begin: Instant,
    /// Those up to here have passed.
    passed: AtomicU64,
    /// The earliest that is waited for.
    earliest: AtomicU64,
}

/// A limit: nanoseconds since its connection began.
#[derive(Clone, Copy)]
pub struct Deadline(u64);

impl Deadlines {
    /// None yet.
    pub fn new() -> Self {
        Self { begin: Instant::now(), passed: AtomicU64::new(0), earliest: AtomicU64::new(NEVER) }
    }

    /// A limit from now on.
    pub fn after(&self, time: Duration) -> Deadline {
        Deadline(nanoseconds(self.begin.elapsed() + time))
    }

    /// A limit from that moment on.
    pub fn after_moment(&self, moment: Instant, time: Duration) -> Deadline {
        Deadline(nanoseconds(moment.saturating_duration_since(self.begin) + time))
    }

    /// Tells whether the limit has passed; where it has not, the connection is polled when it does.
    pub fn have_passed(&self, deadline: Deadline) -> bool {
        if self.passed.load(Ordering::Relaxed) >= deadline.0 {
            return true;
        }
        if deadline.0 < self.earliest.load(Ordering::Relaxed) {
            self.earliest.store(deadline.0, Ordering::Relaxed);
        }
        false
    }

    /// From now on every limit has passed.
    pub fn end(&self) {
        self.passed.store(NEVER, Ordering::Relaxed);
    }
}

fn nanoseconds(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(NEVER)
}

/// The timer.
pub struct ConnectionTimer {
    deadlines: Arc<Deadlines>,
    timer: Pin<Box<tokio::time::Sleep>>,
    /// When it fires.
    set: u64,
}

impl ConnectionTimer {
    /// The timer of these limits.
    pub fn new(deadlines: Arc<Deadlines>) -> Self {
        Self { deadlines, timer: Box::pin(tokio::time::sleep(Duration::ZERO)), set: NEVER }
    }

    /// Ready when a limit may have passed: then whoever waits for one is to be polled.
    pub fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let all = &self.deadlines;
        let earliest = all.earliest.load(Ordering::Relaxed);
        if earliest < self.set {
            self.set = earliest;
            self.timer.as_mut().reset((all.begin + Duration::from_nanos(earliest)).into());
            // From here on it wakes this task, and whether it has fired costs a look.
            let _ = pin!(unconstrained(self.timer.as_mut())).poll(cx);
        }
        if self.set == NEVER || !self.timer.is_elapsed() {
            return Poll::Pending;
        }
        self.set = NEVER;
        all.earliest.store(NEVER, Ordering::Relaxed);
        all.passed.fetch_max(nanoseconds(all.begin.elapsed()), Ordering::Relaxed);
        Poll::Ready(())
    }
}
