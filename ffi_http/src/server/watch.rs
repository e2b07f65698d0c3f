//! Watching callbacks that run in place.
//!
//! The worker that calls one may be the worker that waited for the sockets and the timers of the whole runtime,
//! and as long as it is inside nobody does, unless another worker has something to do and goes to wait after
//! that. So where a call takes longer than a moment, another worker is given something to do. (tokio can hand
//! this over by itself, with `enable_eager_driver_handoff`, which is unstable and costs every call.)
//!
//! A thread looks every [`MOMENT`] while calls come, and sleeps while none do: a call costs one look at whether
//! it is awake.

use parking_lot::Mutex;
use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread::{self, Thread},
    time::Duration,
};

/// How long a call may take before another worker is woken.
const MOMENT: Duration = Duration::from_millis(2);
/// How long is waited at most between two looks at calls that go on.
const LONGEST: Duration = Duration::from_millis(16);
/// Looks without any call after which the thread sleeps.
const IDLE: u32 = 50;

/// How many calls run, in the lower half, and how many ever began, in the upper.
static CALLS: AtomicU64 = AtomicU64::new(0);
const BEGUN: u64 = 1 << 32;
const RUN: u64 = BEGUN - 1;

static AWAKE: AtomicBool = AtomicBool::new(false);
static WATCHER: Mutex<Option<Thread>> = Mutex::new(None);

/// Begins a call, unless `most` run already.
pub fn enter(most: usize) -> bool {
    let begin = |calls: u64| (calls & RUN < most as u64).then(|| calls.wrapping_add(BEGUN + 1));
    let begun = CALLS.fetch_update(Ordering::SeqCst, Ordering::Acquire, begin).is_ok();
    if begun && !AWAKE.load(Ordering::SeqCst) {
        wake();
    }
    begun
}

/// Ends a call.
pub fn leave() {
    CALLS.fetch_sub(1, Ordering::AcqRel);
}

#[cold]
fn wake() {
    let mut watcher = WATCHER.lock();
    if AWAKE.swap(true, Ordering::SeqCst) {
        return;
    }
    if watcher.is_none() {
        // Where no thread is to be had the next call tries again.
        let started = thread::Builder::new().name("simple_native watch".to_owned()).spawn(watch);
        *watcher = started.ok().map(|started| started.thread().clone());
        AWAKE.store(watcher.is_some(), Ordering::SeqCst);
    }
    if let Some(watcher) = &*watcher {
        watcher.unpark();
    }
}

fn watch() {
    let (mut last, mut still) = (0, 0_u32);
    loop {
        let between = MOMENT * (1 << still.min(8));
        thread::sleep(if last & RUN == 0 { MOMENT } else { between.min(LONGEST) });
        let now = CALLS.load(Ordering::SeqCst);
        if now != last {
            (last, still) = (now, 0);
            continue;
        }
        still += 1;
        if now & RUN > 0 && still == 1 {
            hand_over();
        } else if now & RUN == 0 && still > IDLE {
            AWAKE.store(false, Ordering::SeqCst);
            while CALLS.load(Ordering::SeqCst) == now && !AWAKE.load(Ordering::SeqCst) {
                thread::park();
            }
            AWAKE.store(true, Ordering::SeqCst);
            still = 0;
        }
    }
}

/// Gives a worker something to do: what comes from outside wakes one that waits, and afterwards it waits for the
/// sockets too.
fn hand_over() {
    if let Ok(runtime) = ffi_core::runtime::handle() {
        runtime.spawn(async {});
    }
}
