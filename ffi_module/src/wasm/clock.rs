//! The engine that all WebAssembly modules share, and the thread that tells it the time.

use ffi_core::{Locked, thread::Builder};
use parking_lot::{Condvar, Mutex};
use std::{
    sync::{
        Arc, Weak,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use wasmtime::{Config, Engine};

const TICK: Duration = Duration::from_millis(2);
/// Ticks without a message, after which the thread sleeps until there is one.
const IDLE_TICKS: u32 = 50;
/// The stack that a module has of the thread that it runs on.
pub const STACK: usize = 256 << 10;

/// As many ticks as make at least `ms` milliseconds.
pub fn ticks(ms: u32) -> u64 {
    u64::from(ms).div_ceil(TICK.as_millis() as u64) + 1
}

#[derive(Default)]
struct Clock {
    inside: AtomicUsize,
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    asleep: bool,
    ended: bool,
}

/// The engine, for as long as a module needs it.
pub struct Engines {
    /// The engine.
    pub engine: Engine,
    clock: Arc<Clock>,
}

static SHARED: Locked<Weak<Engines>> = Locked::new(Weak::new());

impl Engines {
    /// The one that there is, or a new one.
    pub fn shared() -> Result<Arc<Self>, String> {
        let mut shared = SHARED.lock();
        if let Some(engines) = shared.upgrade() {
            return Ok(engines);
        }
        let engine = Engine::new(&config()).map_err(|error| error.to_string())?;
        let clock = Arc::<Clock>::default();
        let engines = Arc::new(Self { engine, clock: clock.clone() });
        let engine = engines.engine.weak();
        let body = move || {
            while let Some(engine) = engine.upgrade().filter(|_| clock.wait()) {
                engine.increment_epoch();
            }
        };
        let thread = Builder::new("simple_native").spawn(body);
        thread.map_err(|error| format!("the system gave no thread for its clock: {error}"))?;
        *shared = Arc::downgrade(&engines);
        Ok(engines)
    }

    /// Runs `body` while the clock ticks.
    pub fn timed<R>(&self, body: impl FnOnce() -> R) -> R {
        struct Leave<'a>(&'a AtomicUsize);
        impl Drop for Leave<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::SeqCst);
            }
        }
        if self.clock.inside.fetch_add(1, Ordering::SeqCst) == 0 {
            let state = self.clock.state.lock();
            if state.asleep {
                self.clock.wake.notify_all();
            }
        }
        let _leave = Leave(&self.clock.inside);
        body()
    }
}

impl Drop for Engines {
    fn drop(&mut self) {
        self.clock.state.lock().ended = true;
        self.clock.wake.notify_all();
    }
}

impl Clock {
    /// Waits for the next tick, and asleep for the next message where there was none for a while. False once
    /// the engine is not needed any more.
    fn wait(&self) -> bool {
        let mut state = self.state.lock();
        let mut idle = 0;
        while !state.ended {
            self.wake.wait_for(&mut state, TICK);
            if self.inside.load(Ordering::SeqCst) > 0 {
                break;
            }
            idle += 1;
            if idle == IDLE_TICKS {
                state.asleep = true;
                while !state.ended && self.inside.load(Ordering::SeqCst) == 0 {
                    self.wake.wait(&mut state);
                }
                state.asleep = false;
                // A message may be over before the next tick.
                idle = 0;
            }
        }
        !state.ended
    }
}

/// No signal handlers and no reserved address space: the process is the host's.
fn config() -> Config {
    let mut config = Config::new();
    config
        .signals_based_traps(false)
        .memory_reservation(0)
        .memory_guard_size(0)
        .memory_init_cow(false)
        .epoch_interruption(true)
        .max_wasm_stack(STACK);
    config
}
