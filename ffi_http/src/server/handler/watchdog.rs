//! Watching callbacks that run in place.
//!
//! The worker that calls one may be the worker that waited for the sockets and the timers of the whole runtime,
//! and as long as it is inside nobody does, unless another worker has something to do and goes to wait after
//! that. So where a call takes longer than a moment, another worker is given something to do. (tokio can hand
//! this over by itself, with `enable_eager_driver_handoff`, which is unstable and costs every call.)
//!
//! A thread looks every [`MOMENT`] while calls come, and sleeps while none do: a call costs one look at whether
//! it is awake.

use ffi_core::{fork::ForkSafeLazy, sync::Mutex, thread::Builder};
use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread::{self, Thread},
    time::Duration,
};

/// Time after which a call has another worker woken.
const MOMENT: Duration = Duration::from_millis(2);
/// Longest time between two looks at calls that go on.
const LONGEST: Duration = Duration::from_millis(16);
/// Looks without any call after which the thread sleeps.
const IDLE: u32 = 50;

/// Counts of calls: those that began, in the upper half of a number, and those that run, in the lower.
const BEGUN: u64 = 1 << 32;
const RUN: u64 = BEGUN - 1;

/// A process's calls, and the thread that watches them.
#[derive(Default)]
pub struct Watchdog {
    calls: AtomicU64,
    awake: AtomicBool,
    thread: Mutex<Option<Thread>>,
}

/// Begins a call, unless `most` run already.
#[inline]
pub fn enter(most: usize) -> Option<&'static Watchdog> {
    static WATCHDOG: ForkSafeLazy<Watchdog> = ForkSafeLazy::by_each_process();
    let watchdog = WATCHDOG.get_or_make(Watchdog::default);
    let begin = |calls: u64| (calls & RUN < most as u64).then(|| calls.wrapping_add(BEGUN + 1));
    watchdog.calls.fetch_update(Ordering::SeqCst, Ordering::Acquire, begin).ok()?;
    if !watchdog.awake.load(Ordering::SeqCst) {
        watchdog.wake();
    }
    Some(watchdog)
}

impl Watchdog {
    /// Ends a call.
    #[inline]
    pub fn leave(&self) {
        self.calls.fetch_sub(1, Ordering::AcqRel);
    }

    #[cold]
    fn wake(&'static self) {
        let mut thread = self.thread.lock();
        if self.awake.swap(true, Ordering::SeqCst) {
            return;
        }
        if thread.is_none() {
            let started = Builder::new("simple_native watch").spawn(|| self.look());
            *thread = started.ok().map(|started| started.thread().clone());
            // Where no thread is to be had the next call tries again.
            self.awake.store(thread.is_some(), Ordering::SeqCst);
        }
        if let Some(thread) = &*thread {
            thread.unpark();
        }
    }

    fn look(&self) {
        let (mut last, mut still) = (0, 0_u32);
        loop {
            let between = if last & RUN == 0 { MOMENT } else { MOMENT * (1 << still.min(8)) };
            thread::sleep(between.min(LONGEST));
            let now = self.calls.load(Ordering::SeqCst);
            if now != last {
                (last, still) = (now, 0);
                continue;
            }
            still += 1;
            if now & RUN > 0 && still == 1 {
                hand_over();
            } else if now & RUN == 0 && still > IDLE {
                self.sleep(now);
                still = 0;
            }
        }
    }

    /// Sleeps until a call begins.
    fn sleep(&self, calls: u64) {
        self.awake.store(false, Ordering::SeqCst);
        while self.calls.load(Ordering::SeqCst) == calls && !self.awake.load(Ordering::SeqCst) {
            thread::park();
        }
        self.awake.store(true, Ordering::SeqCst);
    }
}

/// Gives a worker something to do: what comes from outside wakes one that waits, and afterwards it waits for the
/// sockets too.
fn hand_over() {
    if let Ok(runtime) = ffi_core::runtime::handle() {
        runtime.spawn(async {});
    }
}
