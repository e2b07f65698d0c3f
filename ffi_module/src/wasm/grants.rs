//! Functions by which a module asks the host, where it was granted that.

use super::{assembly_script, guest_memory::text, host::Host, host_calls, wasi};
use crate::options::Grants;
use std::{
    fs::{self, File},
    io::{self, Read},
    time::{SystemTime, UNIX_EPOCH},
};
use wasmtime::{Caller, Engine, Extern, Linker};

/// The name that imports bear.
const MODULE: &str = "simple";
/// The longest name of a file or a variable.
const LONGEST_NAME: usize = 4096;
/// Most bytes that are counted of a file whose size the system does not tell, beyond what there is room for.
const LONGEST_REST: u64 = 1 << 20;
/// Result of a function for what is not there or not granted.
const NOTHING: i64 = -1;

/// The functions that there are. A module that was not granted one is not loaded where it imports it.
pub fn linker(engine: &Engine) -> wasmtime::Result<Linker<Host>> {
    let mut linker = Linker::new(engine);
    assembly_script::link(&mut linker)?;
    wasi::link(&mut linker)?;
    host_calls::link(&mut linker)?;
    linker.func_wrap(MODULE, "clock_ms", || {
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(NOTHING, |since| since.as_millis() as i64)
    })?;
    linker.func_wrap(
        MODULE,
        "environment",
        |mut caller: Caller<'_, Host>, name: i32, out: i32, size: i32| {
            give(&mut caller, name, out, size, &|grants| &grants.environment, |name, room| {
                let value = ffi_core::environment::variable(name)?.into_encoded_bytes();
                let count = room.len().min(value.len());
                room[..count].copy_from_slice(&value[..count]);
                Some(value.len() as u64)
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "read_file",
        |mut caller: Caller<'_, Host>, name: i32, out: i32, size: i32| {
            give(&mut caller, name, out, size, &|grants| &grants.files, |name, room| read(name, room).ok())
        },
    )?;
    Ok(linker)
}

/// Lets `fill` write what the name at `name` stands for, where it is among `granted`, as far as there is room; how
/// long it is.
fn give(
    caller: &mut Caller<'_, Host>,
    name: i32,
    out: i32,
    size: i32,
    granted: &dyn Fn(&Grants) -> &Vec<String>,
    fill: impl FnOnce(&str, &mut [u8]) -> Option<u64>,
) -> i64 {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return NOTHING };
    let (data, host) = memory.data_and_store_mut(caller);
    let wanted = text(data, name, LONGEST_NAME);
    let Some(granted) = granted(&host.options.grants).iter().find(|granted| Some(granted.as_str()) == wanted)
    else {
        return NOTHING;
    };
    let start = out as u32 as usize;
    let room = start.checked_add(size as u32 as usize).and_then(|end| data.get_mut(start..end));
    let length = room.and_then(|room| fill(granted, room));
    length.and_then(|length| i64::try_from(length).ok()).unwrap_or(NOTHING)
}

/// Reads a file as far as there is room; how long it is. Only what is a file: a pipe may never give anything, and
/// a device never end.
fn read(path: &str, room: &mut [u8]) -> io::Result<u64> {
    // Opening a device may do something by itself.
    let mut file = if fs::metadata(path)?.is_file() { open(path)? } else { return Err(no_file()) };
    let known = file.metadata()?;
    if !known.is_file() {
        return Err(no_file());
    }
    let mut count = 0;
    while count < room.len() {
        match file.read(&mut room[count..]) {
            Ok(0) => break,
            Ok(more) => count += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    // The system makes some files as they are read.
    let rest = if known.len() == 0 { io::copy(&mut file.take(LONGEST_REST), &mut io::sink())? } else { 0 };
    Ok(known.len().max(count as u64 + rest))
}

fn no_file() -> io::Error {
    io::Error::from(io::ErrorKind::Unsupported)
}

/// Opens without waiting: what was a file may be a pipe by now.
#[cfg(unix)]
fn open(path: &str) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().read(true).custom_flags(libc::O_NONBLOCK).open(path)
}

#[cfg(not(unix))]
fn open(path: &str) -> io::Result<File> {
    File::open(path)
}
