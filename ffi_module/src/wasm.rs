//! WebAssembly modules, run by wasmtime: the entry points of `simple_module.h`, and texts in the module's memory.

mod check;
mod clock;
mod compile;
mod grants;
mod host;

use crate::{
    Error, Result, backend::Backend, error::ProtocolError, message::Message, options::Options, reply,
};
use clock::Engines;
use ffi_core::{Locked, Text, stack::with_room};
use host::Host;
use plugin_host::{ABI_VERSION, LONGEST_ANSWER, PluginError};
use serde_json::Value;
use std::{path::Path, sync::Arc, time::Instant};
use wasmtime::{
    Instance, Memory, Module, Store, StoreLimitsBuilder, Trap, TypedFunc, WasmParams, WasmResults,
};

/// The stack that a message takes at most: the module's own, and what is around it.
const ROOM: usize = clock::STACK + (64 << 10);

struct Machine {
    store: Store<Host>,
    memory: Memory,
    instance: i32,
    handle_message: TypedFunc<(i32, i32, i32), i32>,
    alloc_string: TypedFunc<i32, i32>,
    free_string: TypedFunc<i32, ()>,
    destroy_module: TypedFunc<i32, ()>,
}

enum State {
    Alive(Box<Machine>),
    Dead(String),
    Closed,
}

/// A WebAssembly module.
pub struct Wasm {
    engines: Arc<Engines>,
    options: Options,
    state: Locked<State>,
}

impl Wasm {
    /// Compiles the file and makes the module's instance, within its limits.
    pub fn open(path: &Path, options: &Options) -> Result<Self, String> {
        let opened = with_room(ROOM, || Self::open_here(path, options));
        opened.map_err(|error| format!("the system gave no thread for it: {error}"))?
    }

    fn open_here(path: &Path, options: &Options) -> Result<Self, String> {
        let engines = Engines::shared()?;
        let bytes = compile::read(path, options.code_kib)?;
        let module = compile::compile(&engines.engine, bytes, options.compile_ms)?;
        let machine = engines.timed(|| Machine::new(&engines, &module, options))?;
        Ok(Self { engines, options: options.clone(), state: Locked::new(State::Alive(Box::new(machine))) })
    }
}

impl Backend for Wasm {
    fn kind(&self) -> &'static str {
        "wasm"
    }

    fn keeps_time(&self) -> bool {
        true
    }

    fn deliver(&self, message: &Message, deadline: Option<Instant>) -> Result<Text> {
        let mut state = self.state.lock();
        let machine = match &mut *state {
            State::Alive(machine) => machine,
            State::Dead(reason) => return Err(Error::Dead(reason.clone())),
            State::Closed => return Err(Error::Unloaded),
        };
        let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| u32::try_from(left.as_micros().div_ceil(1000)).ok());
        let ms = left.map_or(self.options.time_ms, |left| self.options.time_ms.min(left));
        machine.store.set_epoch_deadline(clock::ticks(ms));
        let answer = with_room(ROOM, || self.engines.timed(|| machine.deliver(message)));
        match answer.map_err(Error::NoThread)? {
            Ok(answer) => Ok(answer?),
            Err(error) => {
                let reason = explain(&error, ms);
                *state = State::Dead(reason.clone());
                Err(ProtocolError::Trapped(format!("{reason}; it is dead now")).into())
            }
        }
    }

    fn dead(&self) -> Option<String> {
        // A message inside holds the lock, and so it is alive.
        match &*self.state.try_lock()? {
            State::Dead(reason) => Some(reason.clone()),
            State::Alive(_) | State::Closed => None,
        }
    }

    fn limits(&self) -> Value {
        serde_json::to_value(&self.options).unwrap_or_default()
    }

    fn close(&self) {
        let last = std::mem::replace(&mut *self.state.lock(), State::Closed);
        if let State::Alive(mut machine) = last {
            machine.store.set_epoch_deadline(clock::ticks(self.options.time_ms));
            let instance = machine.instance;
            // It has no one to complain to.
            let _ = with_room(ROOM, || {
                self.engines.timed(|| machine.destroy_module.call(&mut machine.store, instance))
            });
        }
    }
}

impl Machine {
    fn new(engines: &Engines, module: &Module, options: &Options) -> Result<Self, String> {
        let describe = |error: wasmtime::Error| explain(&error, options.time_ms);
        let limits = StoreLimitsBuilder::new()
            .memory_size((options.memory_mib as usize) << 20)
            .table_elements(options.table as usize)
            .instances(1)
            .memories(1)
            .tables(1)
            .build();
        let host = Host { limits, grants: options.grants.clone() };
        let mut store = Store::new(&engines.engine, host);
        store.limiter(|host| &mut host.limits);
        store.set_epoch_deadline(clock::ticks(options.time_ms));
        let linker = grants::linker(&engines.engine, &options.grants).map_err(describe)?;
        let instance = linker.instantiate(&mut store, module).map_err(describe)?;
        let memory = instance.get_memory(&mut store, "memory").ok_or("it exports no `memory`")?;
        let version = entry::<(), i32>(&instance, &mut store, "module_abi_version")?;
        match version.call(&mut store, ()).map_err(describe)? {
            ABI_VERSION => {}
            other => return Err(PluginError::Version(other).to_string()),
        }
        let create = entry::<(), i32>(&instance, &mut store, "create_module")?;
        let mut machine = Self {
            memory,
            instance: 0,
            handle_message: entry(&instance, &mut store, "handle_message")?,
            alloc_string: entry(&instance, &mut store, "alloc_string")?,
            free_string: entry(&instance, &mut store, "free_string")?,
            destroy_module: entry(&instance, &mut store, "destroy_module")?,
            store,
        };
        machine.instance = create.call(&mut machine.store, ()).map_err(describe)?;
        if machine.instance == 0 {
            return Err(PluginError::NotCreated.to_string());
        }
        Ok(machine)
    }

    /// The answer, or what is wrong with it; an error is the end of the module.
    fn deliver(&mut self, message: &Message) -> wasmtime::Result<Result<Text, ProtocolError>> {
        let Some(message_type) = self.put(message.kind.to_bytes_with_nul())? else {
            return Ok(Err(ProtocolError::NoRoom));
        };
        let Some(payload) = self.put(message.payload.as_bytes_with_nul())? else {
            self.free_string.call(&mut self.store, message_type)?;
            return Ok(Err(ProtocolError::NoRoom));
        };
        let answer = self.handle_message.call(&mut self.store, (self.instance, message_type, payload))?;
        let checked = match answer {
            0 => Err(PluginError::NoAnswer.into()),
            answer => self.text(answer)?.map(Text::new),
        };
        for text in [message_type, payload, answer].into_iter().filter(|&text| text != 0) {
            self.free_string.call(&mut self.store, text)?;
        }
        Ok(checked)
    }

    /// Copies a text into the module's memory, where that has room.
    fn put(&mut self, text: &[u8]) -> wasmtime::Result<Option<i32>> {
        let Ok(size) = i32::try_from(text.len()) else { return Ok(None) };
        let place = self.alloc_string.call(&mut self.store, size)?;
        if place == 0 {
            return Ok(None);
        }
        let inside = self.memory.write(&mut self.store, place as u32 as usize, text);
        inside.map_err(|_| wasmtime::Error::msg("its alloc_string gave what is no memory of its own"))?;
        Ok(Some(place))
    }

    /// The text at `place`, checked to be an answer.
    fn text(&self, place: i32) -> wasmtime::Result<Result<&str, ProtocolError>> {
        let rest = self.memory.data(&self.store).get(place as u32 as usize..);
        let rest = rest.ok_or_else(|| wasmtime::Error::msg("its answer is no memory of its own"))?;
        let rest = &rest[..rest.len().min(LONGEST_ANSWER + 1)];
        match rest.iter().position(|&byte| byte == 0) {
            Some(end) => Ok(reply::check(&rest[..end])),
            None if rest.len() > LONGEST_ANSWER => Ok(Err(PluginError::LongAnswer.into())),
            None => Err(wasmtime::Error::msg("its answer has no end within its memory")),
        }
    }
}

fn entry<P: WasmParams, R: WasmResults>(
    instance: &Instance,
    store: &mut Store<Host>,
    name: &'static str,
) -> Result<TypedFunc<P, R>, String> {
    let function =
        instance.get_func(&mut *store, name).ok_or_else(|| PluginError::Missing(name).to_string())?;
    function
        .typed(&*store)
        .map_err(|_| format!("its function `{name}` has other parameters or another result"))
}

/// What a trap or another failure means, in a few words.
fn explain(error: &wasmtime::Error, ms: u32) -> String {
    match error.downcast_ref::<Trap>() {
        Some(Trap::Interrupt) => format!("it took longer than {ms} ms"),
        Some(trap) => trap.to_string(),
        None => error.root_cause().to_string(),
    }
}
