//! An instance of a WebAssembly module: its entry points, and texts in its memory.

use super::{
    clock::{self, Stop, Timed},
    engine::{Compiled, Engines},
    guest_memory::{BYTES, bytes_at, slice},
    host::Host,
    platform::StopPage,
    prepare,
    preview1::FAULT,
};
use crate::{
    Error, Result,
    error::ProtocolError,
    message::{Message, Payload},
    reply::{self, Answer},
};
use ffi_core::{Text, array::Bytes};
use plugin_host::{ABI_VERSION, LONGEST_ANSWER, PluginError};
use std::{ffi::CStr, io, sync::Arc, time::Instant};
use wasmtime::{Instance, Memory, Store, Trap, TypedFunc, UpdateDeadline, WasmParams, WasmResults};

/// The entry points of a module that takes bytes.
#[derive(Clone)]
struct BytesEntries {
    handle: TypedFunc<(i32, i32, i32, i64, i32), i32>,
    alloc: TypedFunc<i64, i32>,
    free: TypedFunc<(i32, i64), ()>,
}

/// Functions of a module.
struct Entries {
    handle_message: TypedFunc<(i32, i32, i32), i32>,
    alloc_string: TypedFunc<i32, i32>,
    free_string: TypedFunc<i32, ()>,
    destroy_module: TypedFunc<i32, ()>,
    bytes: Option<BytesEntries>,
}

/// An instance and its entry points.
pub struct Machine {
    /// The number by which the clock knows it.
    number: u64,
    stop: Stop,
    store: Store<Host>,
    memory: Memory,
    instance: i32,
    entries: Entries,
}

/// Reason for there being no instance.
pub enum NoInstance {
    /// The system gave no memory, or no address space, for the memories.
    NoMemory(String),
    /// Another one.
    Other(String),
}

impl From<NoInstance> for String {
    fn from(reason: NoInstance) -> Self {
        match reason {
            NoInstance::NoMemory(reason) | NoInstance::Other(reason) => reason,
        }
    }
}

impl Machine {
    /// The module's instance, made within its time.
    pub fn new(compiled: &Compiled, host: Host, number: u64, engines: &Engines) -> Result<Self, NoInstance> {
        let mut store = Store::new(compiled.module().engine(), host);
        store.limiter(|host| &mut host.limits);
        store.epoch_deadline_callback(|store| match store.data().is_over() {
            true => Err(Trap::Interrupt.into()),
            false => Ok(UpdateDeadline::Continue(1)),
        });
        store.set_epoch_deadline(1);
        // Nothing of the module's runs here.
        let instance = match compiled.instantiate(&mut store) {
            Ok(instance) => instance,
            Err(error) => {
                let reason = explain(&error, store.data(), engines.guard_pages, None);
                return Err(match is_no_memory(&error) {
                    true => NoInstance::NoMemory(reason),
                    false => NoInstance::Other(reason),
                });
            }
        };
        Self::begin(instance, store, number, engines.stop_pages).map_err(NoInstance::Other)
    }

    fn begin(
        instance: Instance,
        mut store: Store<Host>,
        number: u64,
        stop_pages: bool,
    ) -> Result<Self, String> {
        let memory = instance.get_memory(&mut store, "memory").ok_or("it exports no `memory`")?;
        let page = stop_pages.then(|| instance.get_memory(&mut store, prepare::STOP)).flatten();
        let stop = match page.and_then(|page| StopPage::of(page, &store)) {
            Some(page) => Stop::Page(Arc::new(page)),
            None => Stop::Epoch(store.engine().weak()),
        };
        let created = {
            let deadline = store.data().deadline;
            // Over before the store is.
            let _timed = clock::start(number, &stop, deadline).map_err(|error| no_thread(&error))?;
            create(&instance, &mut store, &stop)
        };
        let (entries, instance) = created?;
        Ok(Self { number, stop, store, memory, instance, entries })
    }

    /// Has whatever it does next end by `deadline`, and where message `message` is cancelled.
    pub fn set_time(&mut self, message: u64, deadline: Instant) {
        let host = self.store.data_mut();
        (host.message, host.deadline) = (message, deadline);
        self.store.set_epoch_deadline(1);
    }

    /// Has the clock stop it where its time is over, until the value is dropped: before the machine is.
    pub fn start(&self) -> io::Result<Timed> {
        clock::start(self.number, &self.stop, self.store.data().deadline)
    }

    /// Tells whether the message inside was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.store.data().is_cancelled()
    }

    /// The message is over: what it printed goes out.
    pub fn flush(&mut self) {
        self.store.data_mut().output.flush();
    }

    /// The reason for its end.
    pub fn explain(&self, error: &wasmtime::Error, ms: u32) -> String {
        explain(error, self.store.data(), false, Some((&self.stop, ms)))
    }

    /// Calls its `destroy_module`.
    pub fn destroy(&mut self) -> wasmtime::Result<()> {
        self.entries.destroy_module.call(&mut self.store, self.instance)
    }

    /// The answer, or what is wrong with it; an error is the end of the module.
    pub fn deliver(&mut self, message: &Message) -> wasmtime::Result<Result<Answer>> {
        match &message.payload {
            Payload::Json(payload) => {
                let answer = self.deliver_json(message.kind, payload)?;
                Ok(answer.map(Answer::Json).map_err(Error::from))
            }
            Payload::Bytes(data) => Ok(self.deliver_bytes(message.kind, data)?.map(Answer::Bytes)),
        }
    }

    fn deliver_json(&mut self, kind: &CStr, payload: &CStr) -> wasmtime::Result<Result<Text, ProtocolError>> {
        let Some(message_type) = self.put(kind.to_bytes_with_nul())? else {
            return Ok(Err(ProtocolError::NoRoom));
        };
        let Some(payload) = self.put(payload.to_bytes_with_nul())? else {
            self.entries.free_string.call(&mut self.store, message_type)?;
            return Ok(Err(ProtocolError::NoRoom));
        };
        let answer =
            self.entries.handle_message.call(&mut self.store, (self.instance, message_type, payload))?;
        let checked = match answer {
            0 => Err(PluginError::NoAnswer.into()),
            answer => self.text(answer)?.map(Text::new),
        };
        for text in [message_type, payload, answer].into_iter().filter(|&text| text != 0) {
            self.entries.free_string.call(&mut self.store, text)?;
        }
        Ok(checked)
    }

    fn deliver_bytes(&mut self, kind: &CStr, data: &[u8]) -> wasmtime::Result<Result<Bytes>> {
        let Some(BytesEntries { handle, alloc, free }) = self.entries.bytes.clone() else {
            return Ok(Err(Error::NoBytes));
        };
        // The answer's place, the data and the type share a block.
        let kind = kind.to_bytes_with_nul();
        let head = BYTES as i64;
        let size = head + data.len() as i64 + kind.len() as i64;
        let block = match i32::try_from(size) {
            Ok(_) => alloc.call(&mut self.store, size)?,
            Err(_) => 0,
        };
        if block == 0 {
            return Ok(Err(ProtocolError::NoRoom.into()));
        }
        let at = |offset: i64| (i64::from(block as u32) + offset) as i32;
        let (data_at, kind_at) = (at(head), at(head + data.len() as i64));
        for (place, bytes) in [(block, &[0; BYTES][..]), (data_at, data), (kind_at, kind)] {
            let inside = self.memory.write(&mut self.store, place as u32 as usize, bytes);
            inside.map_err(|_| wasmtime::Error::msg("its alloc_bytes gave what is no memory of its own"))?;
        }
        let arguments = (self.instance, kind_at, data_at, data.len() as i64, block);
        let is_given = handle.call(&mut self.store, arguments)? != 0;
        let memory = self.memory.data(&self.store);
        let no_memory = |_: i32| wasmtime::Error::msg("its answer is no memory of its own");
        let (start, length) = bytes_at(memory, block).map_err(no_memory)?;
        let answer = match length {
            0 => reply::of_bytes(is_given, &[]),
            _ if start == 0 => return Err(no_memory(FAULT)),
            _ if length > LONGEST_ANSWER => Err(ProtocolError::from(PluginError::LongAnswer).into()),
            _ => reply::of_bytes(is_given, slice(memory, start, length).map_err(no_memory)?),
        };
        if start != 0 {
            free.call(&mut self.store, (start, length as i64))?;
        }
        free.call(&mut self.store, (block, size))?;
        Ok(answer)
    }

    /// Copies a text into the module's memory, where that has room.
    fn put(&mut self, text: &[u8]) -> wasmtime::Result<Option<i32>> {
        let Ok(size) = i32::try_from(text.len()) else { return Ok(None) };
        let place = self.entries.alloc_string.call(&mut self.store, size)?;
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

/// There is no thread for it.
pub fn no_thread(error: &io::Error) -> String {
    format!("the system gave no thread for it: {error}")
}

fn bytes_entries(instance: &Instance, store: &mut Store<Host>) -> Result<Option<BytesEntries>, String> {
    if instance.get_func(&mut *store, "handle_bytes").is_none() {
        return Ok(None);
    }
    Ok(Some(BytesEntries {
        handle: entry(instance, store, "handle_bytes")?,
        alloc: entry(instance, store, "alloc_bytes")?,
        free: entry(instance, store, "free_bytes")?,
    }))
}

/// Runs what the module runs at first, and makes its own instance.
fn create(instance: &Instance, store: &mut Store<Host>, stop: &Stop) -> Result<(Entries, i32), String> {
    let ms = store.data().options.time_ms;
    let describe =
        |error: wasmtime::Error, store: &Store<Host>| explain(&error, store.data(), false, Some((stop, ms)));
    initialize(instance, store).map_err(|error| describe(error, store))?;
    let version = entry::<(), i32>(instance, store, "module_abi_version")?;
    match version.call(&mut *store, ()).map_err(|error| describe(error, store))? {
        ABI_VERSION => {}
        other => return Err(PluginError::Version(other).to_string()),
    }
    let create = entry::<(), i32>(instance, store, "create_module")?;
    let entries = Entries {
        handle_message: entry(instance, store, "handle_message")?,
        alloc_string: entry(instance, store, "alloc_string")?,
        free_string: entry(instance, store, "free_string")?,
        destroy_module: entry(instance, store, "destroy_module")?,
        bytes: bytes_entries(instance, store)?,
    };
    match create.call(&mut *store, ()).map_err(|error| describe(error, store))? {
        0 => Err(PluginError::NotCreated.to_string()),
        created => Ok((entries, created)),
    }
}

/// Runs what sets up a module's own library and its global objects, once: C and C++, Rust, Go have it. The start function
/// that WebAssembly has comes before it.
fn initialize(instance: &Instance, store: &mut Store<Host>) -> wasmtime::Result<()> {
    let later = ["_initialize", "__wasm_call_ctors"];
    let later = later.iter().find_map(|name| instance.get_func(&mut *store, name));
    let start = instance.get_func(&mut *store, prepare::START);
    for function in [start, later].into_iter().flatten() {
        function.typed::<(), ()>(&*store)?.call(&mut *store, ())?;
    }
    Ok(())
}

fn entry<P: WasmParams, R: WasmResults>(
    instance: &Instance,
    store: &mut Store<Host>,
    name: &'static str,
) -> Result<TypedFunc<P, R>, String> {
    let Some(function) = instance.get_func(&mut *store, name) else {
        let missing = PluginError::Missing(name).to_string();
        return Err(match instance.get_func(&mut *store, "_start") {
            Some(_) => format!(
                "{missing}; it is a program with `_start`: build a library (-mexec-model=reactor, a cdylib, \
                 -buildmode=c-shared)"
            ),
            None => missing,
        });
    };
    function
        .typed(&*store)
        .map_err(|_| format!("its function `{name}` has other parameters or another result"))
}

/// ENOMEM, as whatever asked the system for memory says it.
fn is_no_memory(error: &wasmtime::Error) -> bool {
    error.root_cause().to_string().ends_with("(os error 12)")
}

/// Describes a trap or another failure in a few words: one without guard pages, or of a module that `stopped` may have
/// stopped after so many milliseconds.
fn explain(error: &wasmtime::Error, host: &Host, guard_pages: bool, stopped: Option<(&Stop, u32)>) -> String {
    let trap = error.downcast_ref::<Trap>();
    if let Some((stop, ms)) = stopped
        && (trap == Some(&Trap::Interrupt) || trap == Some(&Trap::MemoryOutOfBounds) && stop.has_stopped())
    {
        return match host.is_cancelled() {
            true => "it was cancelled".into(),
            false => format!("it took longer than {ms} ms"),
        };
    }
    let cause = error.root_cause().to_string();
    match trap {
        Some(trap) => trap.to_string(),
        None if !is_no_memory(error) => cause,
        None if guard_pages => {
            format!("there is no address space for it, 8 GiB for each instance (`guard_pages`): {cause}")
        }
        None => format!("there is no memory for it: {cause}"),
    }
}
