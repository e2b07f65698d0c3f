//! What a module may ask of the host: functions that exist for it only where they were granted.

use super::Host;
use crate::options::Grants;
use std::time::{SystemTime, UNIX_EPOCH};
use wasmtime::{Caller, Engine, Extern, Linker};

/// The name that imports bear.
const MODULE: &str = "simple";
/// The longest name of a file or a variable.
const LONGEST_NAME: usize = 4096;
/// What a function gives for what is not there or not granted.
const NOTHING: i64 = -1;

/// The functions that `grants` stands for.
pub fn linker(engine: &Engine, grants: &Grants) -> wasmtime::Result<Linker<Host>> {
    let mut linker = Linker::new(engine);
    if grants.clock {
        linker.func_wrap(MODULE, "clock_ms", || {
            SystemTime::now().duration_since(UNIX_EPOCH).map_or(NOTHING, |since| since.as_millis() as i64)
        })?;
    }
    if !grants.environment.is_empty() {
        linker.func_wrap(
            MODULE,
            "environment",
            |mut caller: Caller<'_, Host>, name: i32, out: i32, size: i32| {
                give(&mut caller, name, out, size, |grants, name| {
                    let name = grants.environment.iter().find(|granted| *granted == name)?;
                    Some(std::env::var_os(name)?.into_encoded_bytes())
                })
            },
        )?;
    }
    if !grants.files.is_empty() {
        linker.func_wrap(
            MODULE,
            "read_file",
            |mut caller: Caller<'_, Host>, name: i32, out: i32, size: i32| {
                give(&mut caller, name, out, size, |grants, name| {
                    std::fs::read(grants.files.iter().find(|granted| *granted == name)?).ok()
                })
            },
        )?;
    }
    Ok(linker)
}

/// Writes as much as there is room for of what `find` finds under the name at `name`; how long it is.
fn give(
    caller: &mut Caller<'_, Host>,
    name: i32,
    out: i32,
    size: i32,
    find: impl FnOnce(&Grants, &str) -> Option<Vec<u8>>,
) -> i64 {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return NOTHING };
    let (data, host) = memory.data_and_store_mut(caller);
    let found = text(data, name).and_then(|name| find(&host.grants, name));
    let Some(found) = found else { return NOTHING };
    let start = out as u32 as usize;
    let room = start.checked_add(size as u32 as usize).and_then(|end| data.get_mut(start..end));
    let Some(room) = room else { return NOTHING };
    let count = room.len().min(found.len());
    room[..count].copy_from_slice(&found[..count]);
    found.len() as i64
}

fn text(data: &[u8], place: i32) -> Option<&str> {
    let rest = data.get(place as u32 as usize..)?;
    let end = rest.iter().take(LONGEST_NAME).position(|&byte| byte == 0)?;
    str::from_utf8(&rest[..end]).ok()
}
