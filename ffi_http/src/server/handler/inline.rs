//! Where callbacks run: a quick one on the thread that serves its connection, any other on a thread that may
//! block.
//!
//! A callback is unknown at first and runs where it may block. Once it has proved quick it is called in place,
//! which saves two changes of thread. At most all workers but one are inside such calls at a time, so a callback
//! that turns out to block holds up nobody: the rest goes where it may block, and so does this one from then on,
//! and [`watch`](super::watch) sees to it that the sockets are looked after meanwhile.

use super::{
    handlers::Handler,
    watch::{self, Watch},
};
use ffi_core::fork;
use std::{
    cell::Cell,
    sync::atomic::Ordering,
    time::{Duration, Instant},
};

/// The pace of a handler nobody knows yet.
pub const UNKNOWN: u32 = QUICK + 32;
/// A handler at this pace or below is called in place.
const QUICK: u32 = 64;
const SLOWEST: u32 = 4096;
/// A call that takes longer is slow.
const SLOW: Duration = Duration::from_millis(1);

thread_local! {
    /// The process, as `fork` counts them, whose runtime this thread is a worker of.
    static HERE: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Whether this thread is a worker of the runtime inside a callback.
pub fn is_here() -> bool {
    HERE.get().is_some_and(|process| process == fork::generation())
}

/// Runs what may block or wake others, from whatever thread.
pub fn blocking<T>(work: impl FnOnce() -> T) -> T {
    if !is_here() {
        return work();
    }
    // What this worker was about to run goes to the others.
    tokio::task::block_in_place(work)
}

/// A worker's turn to be inside a callback, over when dropped.
pub struct Turn(&'static Watch);

impl Drop for Turn {
    fn drop(&mut self) {
        HERE.set(None);
        self.0.leave();
    }
}

/// Whether the handler is called in place as a rule.
pub fn is_quick(handler: &Handler) -> bool {
    handler.pace.load(Ordering::Relaxed) <= QUICK
}

/// The calling worker's turn to call the handler in place: where that is quick and another worker is left for
/// everything else.
pub fn turn(handler: &Handler) -> Option<Turn> {
    if !is_quick(handler) {
        return None;
    }
    let most = ffi_core::runtime::workers() - 1;
    let watch = watch::enter(most)?;
    HERE.set(Some(fork::generation()));
    Some(Turn(watch))
}

/// Calls, and learns the handler's pace.
pub fn timed<T>(handler: &Handler, call: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let result = call();
    let pace = handler.pace.load(Ordering::Relaxed);
    let next = if begun.elapsed() > SLOW { (pace + 32).min(SLOWEST) } else { pace.saturating_sub(1) };
    if next != pace {
        handler.pace.store(next, Ordering::Relaxed);
    }
    result
}
