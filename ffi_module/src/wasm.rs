//! WebAssembly modules, run by wasmtime.

mod assembly_script;
mod cache;
mod check;
mod clock;
mod compile;
mod engine;
mod files;
mod grants;
mod guest_memory;
mod host;
mod host_calls;
mod imports;
mod machine;
mod output;
mod platform;
mod prepare;
mod preview1;
#[cfg(test)]
mod tests;
mod wasi;
mod wasi_descriptors;
mod wasi_paths;
mod wasi_stat;

use crate::{
    Error, Result,
    backend::Backend,
    error::ProtocolError,
    find,
    message::Message,
    options::Options,
    reply::Answer,
    waiting::{own_number, standing_for},
};
use cache::Cache;
use engine::{Compiled, Engines, Origin};
use ffi_core::{Locked, signals::with_faults, stack};
use host::{Cancelled, Host};
use machine::{Machine, NoInstance, no_thread};
use output::Output;
use platform::has_address_space;
use serde_json::Value;
use std::{
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// The stack that a message takes at most: the module's own, and what is around it.
const ROOM: usize = engine::STACK + (64 << 10);
/// Stack that a function of the host's has besides, where a module may call one.
const ROOM_FOR_HOST: usize = 1 << 20;

/// Runs what may run a module's code where there is stack for it. On another thread it is as if on the calling one.
fn with_room<R: Send>(
    options: &Options,
    guard_pages: bool,
    body: impl FnOnce() -> R + Send,
) -> io::Result<R> {
    let room = ROOM + if options.grants.functions.is_empty() { 0 } else { ROOM_FOR_HOST };
    let thread = own_number();
    let body = || standing_for(thread, body);
    stack::with_room(room, || if guard_pages { with_faults(body) } else { body() })
}

enum State {
    Alive(Box<Machine>),
    Dead(String),
    Closed,
}

/// A WebAssembly module.
pub struct Wasm {
    /// The number by which the clock knows it.
    number: u64,
    path: PathBuf,
    engines: Arc<Engines>,
    options: Options,
    cancelled: Cancelled,
    /// Kept, so that another instance of the same file finds it.
    compiled: Arc<Compiled>,
    origin: Origin,
    state: Locked<State>,
}

impl Wasm {
    /// Compiles the file and makes the module's instance, within its limits.
    pub fn open(path: &Path, options: &Options) -> Result<Self, String> {
        if let Some(guard_pages) = options.guard_pages {
            return Ok(Self::open_so(path, options, guard_pages)??);
        }
        if has_address_space() {
            match Self::open_so(path, options, true)? {
                Err(NoInstance::NoMemory(_)) => {}
                other => return Ok(other?),
            }
        }
        Ok(Self::open_so(path, options, false)??)
    }

    fn open_so(
        path: &Path,
        options: &Options,
        guard_pages: bool,
    ) -> Result<Result<Self, NoInstance>, String> {
        let open = || Self::open_here(path, options, guard_pages);
        with_room(options, guard_pages, open).map_err(|error| no_thread(&error))?
    }

    fn open_here(
        path: &Path,
        options: &Options,
        guard_pages: bool,
    ) -> Result<Result<Self, NoInstance>, String> {
        static NUMBERS: AtomicU64 = AtomicU64::new(0);
        let engines = Engines::shared(guard_pages)?;
        let bytes = compile::read(path, options.code_kib)?;
        imports::check(&bytes, &engines.known, &options.grants)?;
        let cache = Cache::open(&options.cache)?;
        let (compiled, origin) = engines.compiled(bytes, options.compile_ms, &cache)?;
        let wasm = Self {
            number: NUMBERS.fetch_add(1, Ordering::Relaxed),
            path: path.to_owned(),
            engines,
            options: options.clone(),
            cancelled: Cancelled::default(),
            compiled,
            origin,
            state: Locked::new(State::Closed),
        };
        let machine = match wasm.begin().map_err(|error| no_thread(&error))? {
            Ok(machine) => machine,
            Err(reason) => return Ok(Err(reason)),
        };
        *wasm.state.lock() = State::Alive(machine);
        Ok(Ok(wasm))
    }

    /// Makes an instance, which compiles nothing.
    fn begin(&self) -> io::Result<Result<Box<Machine>, NoInstance>> {
        let begin = || {
            let deadline = after(self.options.time_ms);
            let output = Output::new(find::name_of(&self.path), self.path.display().to_string());
            let host = Host::new(&self.options, output, deadline, self.cancelled.clone());
            let host = host.map_err(NoInstance::Other)?;
            let mut machine = Machine::new(&self.compiled, host, self.number, &self.engines)?;
            machine.flush();
            Ok(Box::new(machine))
        };
        self.with_room(begin)
    }

    fn with_room<R: Send>(&self, body: impl FnOnce() -> R + Send) -> io::Result<R> {
        with_room(&self.options, self.engines.guard_pages, body)
    }
}

fn after(ms: u32) -> Instant {
    Instant::now() + Duration::from_millis(ms.into())
}

impl Backend for Wasm {
    fn kind(&self) -> &'static str {
        "wasm"
    }

    fn keeps_time(&self) -> bool {
        true
    }

    fn deliver(&self, message: &Message, number: u64, deadline: Option<Instant>) -> Result<Answer> {
        let mut state = self.state.lock();
        if self.options.restart && matches!(*state, State::Dead(_)) {
            let machine = self.begin().map_err(Error::NoThread)?;
            *state = State::Alive(machine.map_err(|reason| Error::Dead(reason.into()))?);
        }
        let machine = match &mut *state {
            State::Alive(machine) => machine,
            State::Dead(reason) => return Err(Error::Dead(reason.clone())),
            State::Closed => return Err(Error::Unloaded),
        };
        let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| u32::try_from(left.as_micros().div_ceil(1000)).ok());
        let ms = left.map_or(self.options.time_ms, |left| self.options.time_ms.min(left));
        let own = after(self.options.time_ms);
        let deadline = deadline.map_or(own, |deadline| deadline.min(own));
        machine.set_time(number, deadline);
        let answer = {
            let _timed = machine.start().map_err(Error::NoThread)?;
            // Whoever cancels from here on finds it in the clock.
            if machine.is_cancelled() {
                return Err(Error::CancelledBefore);
            }
            self.with_room(|| machine.deliver(message))
        };
        machine.flush();
        match answer.map_err(Error::NoThread)? {
            Ok(answer) => answer,
            Err(error) => {
                let reason = machine.explain(&error, ms);
                *state = State::Dead(reason.clone());
                let then =
                    if self.options.restart { "the next message begins anew" } else { "it is dead now" };
                Err(ProtocolError::Trapped(format!("{reason}; {then}")).into())
            }
        }
    }

    fn cancel(&self, number: u64) -> bool {
        self.cancelled.store(number, Ordering::SeqCst);
        clock::end_now(self.number);
        true
    }

    fn dead(&self) -> Option<String> {
        // A message inside holds the lock, and so it is alive.
        match &*self.state.try_lock()? {
            State::Dead(reason) if !self.options.restart => Some(reason.clone()),
            State::Dead(_) | State::Alive(_) | State::Closed => None,
        }
    }

    fn code(&self) -> Option<&'static str> {
        Some(self.origin.name())
    }

    fn limits(&self) -> Value {
        let guard_pages = Some(self.engines.guard_pages);
        serde_json::to_value(Options { guard_pages, ..self.options.clone() }).unwrap_or_default()
    }

    fn close(&self) {
        let last = std::mem::replace(&mut *self.state.lock(), State::Closed);
        if let State::Alive(mut machine) = last {
            let deadline = after(self.options.time_ms);
            machine.set_time(0, deadline);
            let Ok(_timed) = machine.start() else { return };
            // It has no one to complain to.
            let _ = self.with_room(|| machine.destroy());
        }
    }
}
