//! WASI preview 1: arguments, variables, clocks, random numbers, how a module ends; descriptors and paths are next door.

use super::{
    guest_memory::{offset, put, slice, slice_mut, with},
    host::Host,
    preview1::{BAD_DESCRIPTOR, Done, FAULT, INVALID, IO, MODULE, UNSUPPORTED},
    wasi_descriptors, wasi_paths,
};
use ffi_core::fork::ForkSafeLazy;
use std::{
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use wasmtime::{Caller, Error, FuncType, Linker, Trap, Val, ValType};

const MOST_SUBSCRIPTIONS: i32 = 1024;
/// Time between two looks of one that sleeps whether its time is over.
const SLICE: Duration = Duration::from_millis(5);
/// Functions that there are and that always fail, with their parameters (`i` of 32 bits, `I` of 64) and their error.
const REFUSED: [(&str, &str, i32); 8] = [
    ("fd_allocate", "iII", UNSUPPORTED),
    ("fd_fdstat_set_rights", "iII", UNSUPPORTED),
    // A link that a module makes may lead whoever follows it out of the folder.
    ("path_link", "iiiiiii", UNSUPPORTED),
    ("path_symlink", "iiiii", UNSUPPORTED),
    ("sock_accept", "iii", BAD_DESCRIPTOR),
    ("sock_recv", "iiiiii", BAD_DESCRIPTOR),
    ("sock_send", "iiiii", BAD_DESCRIPTOR),
    ("sock_shutdown", "ii", BAD_DESCRIPTOR),
];

/// The functions of preview 1.
pub fn link(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    link_lists(linker)?;
    wasi_descriptors::link(linker)?;
    wasi_paths::link(linker)?;
    link_time(linker)?;
    linker.func_wrap(MODULE, "random_get", |mut caller: Caller<'_, Host>, place: i32, size: i32| {
        with(&mut caller, |data, _| {
            let room = slice_mut(data, place, size as u32 as usize)?;
            getrandom::fill(room).map_err(|_| IO)
        })
    })?;
    linker.func_wrap(MODULE, "proc_exit", |code: i32| -> wasmtime::Result<()> {
        Err(Error::msg(format!("it exited with {code}")))
    })?;
    linker.func_wrap(MODULE, "proc_raise", |signal: i32| -> wasmtime::Result<i32> {
        Err(Error::msg(format!("it raised signal {signal}")))
    })?;
    for (name, parameters, error) in REFUSED {
        let parameters = parameters.chars().map(|c| if c == 'I' { ValType::I64 } else { ValType::I32 });
        let ty = FuncType::new(linker.engine(), parameters, [ValType::I32]);
        linker.func_new(MODULE, name, ty, move |_, _, results| {
            results[0] = Val::I32(error);
            Ok(())
        })?;
    }
    Ok(())
}

fn link_lists(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(MODULE, "args_sizes_get", |mut caller: Caller<'_, Host>, count: i32, size: i32| {
        with(&mut caller, |data, host| sizes(data, &host.arguments, count, size))
    })?;
    linker.func_wrap(MODULE, "args_get", |mut caller: Caller<'_, Host>, places: i32, texts: i32| {
        with(&mut caller, |data, host| list(data, &host.arguments, places, texts))
    })?;
    linker.func_wrap(
        MODULE,
        "environ_sizes_get",
        |mut caller: Caller<'_, Host>, count: i32, size: i32| {
            with(&mut caller, |data, host| sizes(data, &host.variables, count, size))
        },
    )?;
    linker.func_wrap(MODULE, "environ_get", |mut caller: Caller<'_, Host>, places: i32, texts: i32| {
        with(&mut caller, |data, host| list(data, &host.variables, places, texts))
    })?;
    Ok(())
}

fn link_time(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(MODULE, "sched_yield", || 0)?;
    linker.func_wrap(MODULE, "clock_res_get", |mut caller: Caller<'_, Host>, clock: i32, out: i32| {
        with(&mut caller, |data, _| {
            now(clock)?;
            put(data, out, &1u64.to_le_bytes())
        })
    })?;
    linker.func_wrap(
        MODULE,
        "clock_time_get",
        |mut caller: Caller<'_, Host>, clock: i32, _: i64, out: i32| {
            with(&mut caller, |data, _| put(data, out, &now(clock)?.to_le_bytes()))
        },
    )?;
    linker.func_wrap(
        MODULE,
        "poll_oneoff",
        |mut caller: Caller<'_, Host>, subscriptions: i32, events: i32, count: i32, written: i32| {
            let mut wait = Duration::ZERO;
            let read = with(&mut caller, |data, _| {
                wait = until_ready(data, subscriptions, count)?;
                Ok(())
            });
            if read != 0 {
                return Ok(read);
            }
            sleep(caller.data(), wait)?;
            Ok(with(&mut caller, |data, _| report(data, subscriptions, count, events, written, wait)))
        },
    )?;
    Ok(())
}

/// Nanoseconds of one of the four clocks; processor time is the time that passes.
fn now(clock: i32) -> Result<u64, i32> {
    static START: ForkSafeLazy<Instant> = ForkSafeLazy::once();
    let since = match clock {
        0 => SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| INVALID)?,
        // It is never 0, which some take for no time.
        1..=3 => START.get_or_make(Instant::now).elapsed() + Duration::from_secs(1),
        _ => return Err(INVALID),
    };
    Ok(since.as_nanos() as u64)
}

/// Time until the first of the subscriptions is due: a stream is at once.
fn until_ready(data: &[u8], subscriptions: i32, count: i32) -> Result<Duration, i32> {
    if !(1..=MOST_SUBSCRIPTIONS).contains(&count) {
        return Err(INVALID);
    }
    let mut least = u64::MAX;
    for i in 0..count {
        let one = slice(data, offset(subscriptions, i, 48), 48)?;
        least = least.min(left(one)?);
    }
    Ok(Duration::from_nanos(least))
}

/// Nanoseconds until a subscription is due.
fn left(subscription: &[u8]) -> Result<u64, i32> {
    let long = |at: usize| subscription[at..at + 8].try_into().map(u64::from_le_bytes).map_err(|_| FAULT);
    if subscription[8] != 0 {
        return Ok(0);
    }
    let timeout = long(24)?;
    match subscription[40] & 1 {
        0 => Ok(timeout),
        _ => Ok(timeout.saturating_sub(now(i32::from(subscription[16]))?)),
    }
}

/// Writes an event for each subscription that is due.
fn report(
    data: &mut [u8],
    subscriptions: i32,
    count: i32,
    events: i32,
    written: i32,
    waited: Duration,
) -> Done {
    let mut due = 0;
    for i in 0..count {
        let mut one = [0; 48];
        one.copy_from_slice(slice(data, offset(subscriptions, i, 48), 48)?);
        // What was waited for stands relative to when that began.
        let is_due = until_ready(&one, 0, 1)? <= waited;
        if is_due {
            let mut event = [0; 32];
            event[..8].copy_from_slice(&one[..8]);
            event[10] = one[8];
            put(data, offset(events, due, 32), &event)?;
            due += 1;
        }
    }
    put(data, written, &due.to_le_bytes())
}

/// Waits; where the message's time is over before, that is its end.
fn sleep(host: &Host, time: Duration) -> wasmtime::Result<()> {
    let start = Instant::now();
    while let Some(left) = time.checked_sub(start.elapsed()).filter(|left| !left.is_zero()) {
        if host.is_over() {
            return Err(Trap::Interrupt.into());
        }
        thread::sleep(left.min(SLICE).min(host.left()));
    }
    Ok(())
}

/// Writes how many texts there are, and how many bytes with their NULs.
fn sizes(data: &mut [u8], texts: &[Vec<u8>], count: i32, size: i32) -> Done {
    put(data, count, &(texts.len() as u32).to_le_bytes())?;
    let sum: usize = texts.iter().map(|text| text.len() + 1).sum();
    put(data, size, &(sum as u32).to_le_bytes())
}

/// Writes the texts with their NULs, and where each of them lies.
fn list(data: &mut [u8], texts: &[Vec<u8>], places: i32, mut start: i32) -> Done {
    for (i, text) in texts.iter().enumerate() {
        put(data, offset(places, i as i32, 4), &start.to_le_bytes())?;
        put(data, start, text)?;
        start = start.wrapping_add(text.len() as i32);
        put(data, start, &[0])?;
        start = start.wrapping_add(1);
    }
    Ok(())
}
