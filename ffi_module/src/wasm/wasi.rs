//! WASI preview 1: arguments, variables, clocks, random numbers, and what a module prints. Of files there are none but
//! the three streams, so every other descriptor is a bad one.

use super::{host::Host, output::Stream};
use ffi_core::fork::ForkSafeLazy;
use std::{
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use wasmtime::{Caller, Error, Extern, FuncType, Linker, Trap, Val, ValType};

/// The name that its imports bear.
pub const MODULE: &str = "wasi_snapshot_preview1";

/// Error numbers.
const BAD_DESCRIPTOR: i32 = 8;
const FAULT: i32 = 21;
const INVALID: i32 = 28;
const IO: i32 = 29;
const NOT_A_FILE: i32 = 70;

/// At most this much is taken of one call; the module's library calls again for the rest.
const LONGEST_WRITE: usize = 64 << 10;
const MOST_PIECES: i32 = 1024;
const MOST_SUBSCRIPTIONS: i32 = 1024;
/// How often one that sleeps looks whether its time is over.
const SLICE: Duration = Duration::from_millis(5);
/// What a terminal is: writing line by line.
const CHARACTER_DEVICE: u8 = 2;
/// To read and to write.
const RIGHTS: u64 = 1 << 1 | 1 << 6;

/// Functions of files and sockets, with their parameters: `i` of 32 bits, `I` of 64.
const WITHOUT_FILES: [(&str, &str); 25] = [
    ("fd_advise", "iIIi"),
    ("fd_allocate", "iII"),
    ("fd_fdstat_set_rights", "iII"),
    ("fd_filestat_set_size", "iI"),
    ("fd_filestat_set_times", "iIIi"),
    ("fd_pread", "iiiIi"),
    ("fd_prestat_dir_name", "iii"),
    ("fd_prestat_get", "ii"),
    ("fd_pwrite", "iiiIi"),
    ("fd_readdir", "iiiIi"),
    ("fd_renumber", "ii"),
    ("path_create_directory", "iii"),
    ("path_filestat_get", "iiiii"),
    ("path_filestat_set_times", "iiiiIIi"),
    ("path_link", "iiiiiii"),
    ("path_open", "iiiiiIIii"),
    ("path_readlink", "iiiiii"),
    ("path_remove_directory", "iii"),
    ("path_rename", "iiiiii"),
    ("path_symlink", "iiiii"),
    ("path_unlink_file", "iii"),
    ("sock_accept", "iii"),
    ("sock_recv", "iiiiii"),
    ("sock_send", "iiiii"),
    ("sock_shutdown", "ii"),
];

type Done = Result<(), i32>;

/// The functions of preview 1.
pub fn link(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    link_lists(linker)?;
    link_streams(linker)?;
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
    for (name, parameters) in WITHOUT_FILES {
        let parameters = parameters.chars().map(|c| if c == 'I' { ValType::I64 } else { ValType::I32 });
        let ty = FuncType::new(linker.engine(), parameters, [ValType::I32]);
        linker.func_new(MODULE, name, ty, |_, _, results| {
            results[0] = Val::I32(BAD_DESCRIPTOR);
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

fn link_streams(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(
        MODULE,
        "fd_write",
        |mut caller: Caller<'_, Host>, descriptor: i32, pieces: i32, count: i32, written: i32| {
            with(&mut caller, |data, host| {
                let stream = match descriptor {
                    1 => Stream::Stdout,
                    2 => Stream::Stderr,
                    _ => return Err(BAD_DESCRIPTOR),
                };
                let mut sum = 0;
                for i in 0..count.clamp(0, MOST_PIECES) {
                    let (start, size) = (
                        number(data, offset(pieces, i, 8))?,
                        number(data, offset(pieces, i, 8).wrapping_add(4))?,
                    );
                    let piece = slice(data, start as i32, size as usize)?;
                    let piece = &piece[..piece.len().min(LONGEST_WRITE - sum)];
                    host.output.write(stream, piece);
                    sum += piece.len();
                }
                put(data, written, &(sum as u32).to_le_bytes())
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_read",
        |mut caller: Caller<'_, Host>, descriptor: i32, _: i32, _: i32, read: i32| {
            // What is read ends at once.
            with(&mut caller, |data, _| match descriptor {
                0 => put(data, read, &[0; 4]),
                _ => Err(BAD_DESCRIPTOR),
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_fdstat_get",
        |mut caller: Caller<'_, Host>, descriptor: i32, out: i32| {
            with(&mut caller, |data, _| {
                is_stream(descriptor)?;
                let mut stat = [0; 24];
                stat[0] = CHARACTER_DEVICE;
                stat[8..16].copy_from_slice(&RIGHTS.to_le_bytes());
                put(data, out, &stat)
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_filestat_get",
        |mut caller: Caller<'_, Host>, descriptor: i32, out: i32| {
            with(&mut caller, |data, _| {
                is_stream(descriptor)?;
                let mut stat = [0; 64];
                stat[16] = CHARACTER_DEVICE;
                put(data, out, &stat)
            })
        },
    )?;
    let stream = |result: i32| move |descriptor: i32| is_stream(descriptor).err().unwrap_or(result);
    for name in ["fd_close", "fd_sync", "fd_datasync"] {
        linker.func_wrap(MODULE, name, stream(0))?;
    }
    linker.func_wrap(MODULE, "fd_fdstat_set_flags", move |descriptor: i32, _: i32| stream(0)(descriptor))?;
    linker.func_wrap(MODULE, "fd_seek", move |descriptor: i32, _: i64, _: i32, _: i32| {
        stream(NOT_A_FILE)(descriptor)
    })?;
    linker.func_wrap(MODULE, "fd_tell", move |descriptor: i32, _: i32| stream(NOT_A_FILE)(descriptor))?;
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

/// How long until a subscription is due: a stream is at once.
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
        thread::sleep(left.min(SLICE));
    }
    Ok(())
}

/// Hands the module's memory to `body`: 0, or its error number.
fn with(caller: &mut Caller<'_, Host>, body: impl FnOnce(&mut [u8], &mut Host) -> Done) -> i32 {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return INVALID };
    let (data, host) = memory.data_and_store_mut(caller);
    body(data, host).err().unwrap_or(0)
}

fn is_stream(descriptor: i32) -> Done {
    if (0..3).contains(&descriptor) { Ok(()) } else { Err(BAD_DESCRIPTOR) }
}

fn offset(start: i32, index: i32, size: i32) -> i32 {
    start.wrapping_add(index.wrapping_mul(size))
}

fn slice(data: &[u8], start: i32, size: usize) -> Result<&[u8], i32> {
    let start = start as u32 as usize;
    start.checked_add(size).and_then(|end| data.get(start..end)).ok_or(FAULT)
}

fn slice_mut(data: &mut [u8], start: i32, size: usize) -> Result<&mut [u8], i32> {
    let start = start as u32 as usize;
    start.checked_add(size).and_then(|end| data.get_mut(start..end)).ok_or(FAULT)
}

fn number(data: &[u8], place: i32) -> Result<u32, i32> {
    slice(data, place, 4)?.try_into().map(u32::from_le_bytes).map_err(|_| FAULT)
}

fn put(data: &mut [u8], place: i32, bytes: &[u8]) -> Done {
    slice_mut(data, place, bytes.len())?.copy_from_slice(bytes);
    Ok(())
}

/// How many texts there are, and how many bytes with their NULs.
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
