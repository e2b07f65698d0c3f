//! Calls of the host's functions that a module was granted.

use super::{
    guest_memory::{put_bytes, slice, text},
    host::Host,
};
use crate::host_functions::{self, LONGEST_NAME};
use wasmtime::{Caller, Error, Extern, Linker, Memory, Trap};

/// `simple_host_call` of the header.
pub fn link(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(
        "simple",
        "call",
        |mut caller: Caller<'_, Host>, name: i32, data: i32, size: i64, out: i32| {
            let memory = caller.get_export("memory").and_then(Extern::into_memory);
            let memory = memory.ok_or_else(|| Error::msg("it exports no `memory`"))?;
            let (is_given, bytes) = match ask(&mut caller, memory, name, data, size) {
                Ok(bytes) => (1, bytes),
                Err(reason) => (0, reason.into_bytes()),
            };
            if caller.data().is_over() {
                return Err(Trap::Interrupt.into());
            }
            let place = give(&mut caller, memory, &bytes)?;
            put_bytes(memory.data_mut(&mut caller), out, place, bytes.len())
                .map_err(|_| Error::msg("it has no room for the answer of simple::call"))?;
            Ok(is_given)
        },
    )?;
    Ok(())
}

fn ask(
    caller: &mut Caller<'_, Host>,
    memory: Memory,
    name: i32,
    data: i32,
    size: i64,
) -> Result<Vec<u8>, String> {
    let (memory, host) = memory.data_and_store_mut(caller);
    let name = text(memory, name, LONGEST_NAME + 1).ok_or("the function's name is no text")?;
    if !host.options.grants.functions.iter().any(|granted| granted == name) {
        return Err(format!(
            "the host's function \"{name}\" was not granted (`options_json`: {{\"grants\": {{\"functions\": [\"{name}\"]}}}})"
        ));
    }
    let size = usize::try_from(size).map_err(|_| format!("the data for \"{name}\" has no such size"))?;
    let data = slice(memory, data, size).map_err(|_| format!("the data for \"{name}\" is no memory"))?;
    host_functions::call(name, data)
}

/// Copies bytes into memory that the module gives: where they lie.
fn give(caller: &mut Caller<'_, Host>, memory: Memory, bytes: &[u8]) -> wasmtime::Result<i32> {
    if bytes.is_empty() {
        return Ok(0);
    }
    let alloc = caller.get_export("alloc_bytes").and_then(Extern::into_func);
    let alloc =
        alloc.ok_or_else(|| Error::msg("it has no function `alloc_bytes` for what the host answers"))?;
    let place = alloc.typed::<i64, i32>(&caller)?.call(&mut *caller, bytes.len() as i64)?;
    if place == 0 {
        return Err(Error::msg("its alloc_bytes gave no memory for what the host answers"));
    }
    let inside = memory.write(&mut *caller, place as u32 as usize, bytes);
    inside.map_err(|_| Error::msg("its alloc_bytes gave what is no memory of its own"))?;
    Ok(place)
}
