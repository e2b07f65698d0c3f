//! The time of WebAssembly modules: a thread that sleeps until the first message's time is over, and then stops its module,
//! or has every module that runs look at its own time.

use super::platform::StopPage;
use ffi_core::{
    fork::ForkSafeLazy,
    sync::{Condvar, Mutex},
    thread::Builder,
};
use std::{
    collections::BTreeMap,
    io,
    sync::Arc,
    time::{Duration, Instant},
};
use wasmtime::EngineWeak;

/// The thread sleeps no longer, and ends where nothing ran for as long.
const IDLE: Duration = Duration::from_secs(1);
/// A module whose time is over is told again: it may have been about to look when it was told.
const AGAIN: Duration = Duration::from_millis(1);

/// The way in which a module is stopped.
#[derive(Clone)]
pub enum Stop {
    /// Its engine's epoch advances, and it looks at its time.
    Epoch(EngineWeak),
    /// The page that it looks at is closed.
    Page(Arc<StopPage>),
}

impl Stop {
    /// The module runs from here on.
    fn reset(&self) -> io::Result<()> {
        match self {
            Self::Epoch(_) => Ok(()),
            Self::Page(page) => page.open(),
        }
    }

    /// True where it need not be told again.
    fn tell(&self) -> bool {
        match self {
            Self::Epoch(engine) => {
                if let Some(engine) = engine.upgrade() {
                    engine.increment_epoch();
                }
                false
            }
            // Where the system has no memory for that now, it may have later.
            Self::Page(page) => page.close().is_ok(),
        }
    }

    /// True where a module that ended by reading what it may not was stopped.
    pub fn has_stopped(&self) -> bool {
        match self {
            Self::Epoch(_) => false,
            Self::Page(page) => page.is_closed(),
        }
    }
}

/// A module that runs, and the deadline.
struct Running {
    stop: Stop,
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

/// Module `number` runs until `deadline`: then it is told to stop, again and again until this is over.
pub fn start(number: u64, stop: &Stop, deadline: Instant) -> io::Result<Timed> {
    stop.reset()?;
    let clock = clock();
    let mut state = clock.state.lock();
    state.running.insert(number, Running { stop: stop.clone(), deadline });
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
                } else if !running.stop.tell() {
                    wakes = wakes.min(now + AGAIN);
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
