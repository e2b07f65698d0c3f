//! The time of WebAssembly modules: a thread that sleeps until the first message's time is over, and then has every
//! module that runs look at its own.

use ffi_core::{
    fork::ForkSafeLazy,
    sync::{Condvar, Mutex},
    thread::Builder,
};
use std::{
    collections::BTreeMap,
    io,
    time::{Duration, Instant},
};
use wasmtime::{Engine, EngineWeak};

/// The thread sleeps no longer, and ends where nothing ran for as long.
const IDLE: Duration = Duration::from_secs(1);
/// A module whose time is over is told again: it may have been about to look when it was told.
const AGAIN: Duration = Duration::from_millis(1);

/// An engine that runs a module, and the deadline.
struct Running {
    engine: EngineWeak,
    deadline: Instant,
}

#[derive(Default)]
struct State {
    running: BTreeMap<u64, Running>,
    /// When the thread looks next; none where there is no thread.
    wakes: Option<Instant>,
}

#[derive(Default)]
struct Clock {
    state: Mutex<State>,
    wake: Condvar,
}

/// A child of fork has neither its parent's thread nor what ran there.
static CLOCK: ForkSafeLazy<Clock> = ForkSafeLazy::by_each_process();

fn clock() -> &'static Clock {
    CLOCK.get_or_make(Clock::default)
}

/// That something runs, until it is dropped.
pub struct Timed {
    clock: &'static Clock,
    number: u64,
}

/// Module `number` runs until `deadline`: then the engine's epoch advances, again and again until this is over.
pub fn start(number: u64, engine: &Engine, deadline: Instant) -> io::Result<Timed> {
    let clock = clock();
    let mut state = clock.state.lock();
    state.running.insert(number, Running { engine: engine.weak(), deadline });
    let timed = Timed { clock, number };
    match state.wakes {
        Some(wakes) if wakes <= deadline => {}
        Some(_) => clock.wake.notify_one(),
        None => {
            state.wakes = Some(deadline);
            if let Err(error) = Builder::new("simple_native").spawn(move || clock.tell()) {
                state.wakes = None;
                drop(state);
                return Err(error);
            }
        }
    }
    Ok(timed)
}

/// The time of module `number` is over, where it runs.
pub fn end_now(number: u64) {
    let clock = clock();
    if let Some(running) = clock.state.lock().running.get_mut(&number) {
        running.deadline = Instant::now();
        clock.wake.notify_one();
    }
}

impl Drop for Timed {
    fn drop(&mut self) {
        self.clock.state.lock().running.remove(&self.number);
    }
}

impl Clock {
    /// Body of the thread: tells modules whose time is over.
    fn tell(&self) {
        let mut state = self.state.lock();
        let mut idle = false;
        loop {
            let now = Instant::now();
            let mut wakes = now + IDLE;
            for running in state.running.values() {
                if running.deadline > now {
                    wakes = wakes.min(running.deadline);
                } else {
                    wakes = wakes.min(now + AGAIN);
                    if let Some(engine) = running.engine.upgrade() {
                        engine.increment_epoch();
                    }
                }
            }
            if state.running.is_empty() && idle {
                state.wakes = None;
                return;
            }
            idle = state.running.is_empty();
            state.wakes = Some(wakes);
            self.wake.wait_until(&mut state, wakes);
        }
    }
}
