//! An instance of a WebAssembly module: its entry points, and texts in its memory.

use super::{
    engine::Compiled,
    guest_memory::{BYTES, bytes_at, slice},
    host::Host,
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
use std::{ffi::CStr, time::Instant};
use wasmtime::{Instance, Memory, Store, Trap, TypedFunc, UpdateDeadline, WasmParams, WasmResults};

/// The entry points of a module that takes bytes.
#[derive(Clone)]
struct BytesEntries {
    handle: TypedFunc<(i32, i32, i32, i64, i32), i32>,
    alloc: TypedFunc<i64, i32>,
    free: TypedFunc<(i32, i64), ()>,
}

/// An instance and its entry points.
pub struct Machine {
    store: Store<Host>,
    memory: Memory,
    instance: i32,
    handle_message: TypedFunc<(i32, i32, i32), i32>,
    alloc_string: TypedFunc<i32, i32>,
    free_string: TypedFunc<i32, ()>,
    destroy_module: TypedFunc<i32, ()>,
    bytes: Option<BytesEntries>,
}

impl Machine {
    /// The module's instance, made within its time.
    pub fn new(compiled: &Compiled, host: Host) -> Result<Self, String> {
        let ms = host.options.time_ms;
        let mut store = Store::new(compiled.module().engine(), host);
        store.limiter(|host| &mut host.limits);
        store.epoch_deadline_callback(|store| match store.data().is_over() {
            true => Err(Trap::Interrupt.into()),
            false => Ok(UpdateDeadline::Continue(1)),
        });
        store.set_epoch_deadline(1);
        let describe = |error: wasmtime::Error, store: &Store<Host>| explain(&error, store.data(), ms);
        let instance = match compiled.instantiate(&mut store) {
            Ok(instance) => instance,
            Err(error) => return Err(describe(error, &store)),
        };
        let memory = instance.get_memory(&mut store, "memory").ok_or("it exports no `memory`")?;
        initialize(&instance, &mut store).map_err(|error| describe(error, &store))?;
        let version = entry::<(), i32>(&instance, &mut store, "module_abi_version")?;
        match version.call(&mut store, ()).map_err(|error| describe(error, &store))? {
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
            bytes: bytes_entries(&instance, &mut store)?,
            store,
        };
        let created = create.call(&mut machine.store, ());
        machine.instance = created.map_err(|error| describe(error, &machine.store))?;
        if machine.instance == 0 {
            return Err(PluginError::NotCreated.to_string());
        }
        Ok(machine)
    }

    /// Has whatever it does next end by `deadline`, and where message `message` is cancelled.
    pub fn set_time(&mut self, message: u64, deadline: Instant) {
        let host = self.store.data_mut();
        (host.message, host.deadline) = (message, deadline);
        self.store.set_epoch_deadline(1);
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
        explain(error, self.store.data(), ms)
    }

    /// Calls its `destroy_module`.
    pub fn destroy(&mut self) -> wasmtime::Result<()> {
        self.destroy_module.call(&mut self.store, self.instance)
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

    fn deliver_bytes(&mut self, kind: &CStr, data: &[u8]) -> wasmtime::Result<Result<Bytes>> {
        let Some(BytesEntries { handle, alloc, free }) = self.bytes.clone() else {
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

/// Runs what sets up a module's own library and its global objects, once: C and C++, Rust, Go have it.
fn initialize(instance: &Instance, store: &mut Store<Host>) -> wasmtime::Result<()> {
    let names = ["_initialize", "__wasm_call_ctors"];
    let Some(function) = names.iter().find_map(|name| instance.get_func(&mut *store, name)) else {
        return Ok(());
    };
    function.typed::<(), ()>(&*store)?.call(&mut *store, ())
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

/// Describes a trap or another failure in a few words.
fn explain(error: &wasmtime::Error, host: &Host, ms: u32) -> String {
    match error.downcast_ref::<Trap>() {
        Some(Trap::Interrupt) if host.is_cancelled() => "it was cancelled".into(),
        Some(Trap::Interrupt) => format!("it took longer than {ms} ms"),
        Some(trap) => trap.to_string(),
        None => {
            let cause = error.root_cause().to_string();
            // ENOMEM, as whatever asked the system for memory says it.
            match cause.ends_with("(os error 12)") {
                true if host.options.guard_pages => {
                    format!(
                        "there is no address space for it, 4 GiB for each memory (`guard_pages`): {cause}"
                    )
                }
                true => format!("there is no memory for it: {cause}"),
                false => cause,
            }
        }
    }
}
