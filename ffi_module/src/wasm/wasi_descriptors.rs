//! WASI preview 1: what a module reads, prints and writes by descriptors. Three are streams, the others its files.

use super::{
    files::{Kind, State},
    guest_memory::{path, pieces, put, slice_mut, with},
    host::Host,
    output::Stream,
    preview1::{
        APPEND, BAD_DESCRIPTOR, Done, INVALID, LONG_NAME, MODULE, NOT_SEEKABLE, READ, UNSUPPORTED, WRITE,
    },
    wasi_stat::{put_stat, times},
};
use std::io::SeekFrom;
use wasmtime::{Caller, Linker};

/// At most this much is taken of one call; the module's library calls again for the rest.
const LONGEST_PRINT: usize = 64 << 10;
const LONGEST_READ: usize = 1 << 20;
/// WASI's number for a terminal: writing goes line by line.
const CHARACTER_DEVICE: u8 = 2;
/// All that a descriptor may do.
const ALL: u64 = (1 << 30) - 1;
/// Size of the header before each name in a folder's list.
const ENTRY: usize = 24;

/// The functions of descriptors.
pub fn link(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    link_reading(linker)?;
    link_places(linker)?;
    link_state(linker)?;
    link_folders(linker)
}

fn link_reading(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(
        MODULE,
        "fd_write",
        |mut caller: Caller<'_, Host>, descriptor: i32, list: i32, count: i32, out: i32| {
            with(&mut caller, |data, host| match descriptor {
                0 => Err(BAD_DESCRIPTOR),
                1 | 2 => {
                    let stream = if descriptor == 1 { Stream::Stdout } else { Stream::Stderr };
                    move_pieces(data, (list, count, LONGEST_PRINT), out, |piece, _| {
                        host.output.write(stream, piece);
                        Ok(piece.len())
                    })
                }
                _ => move_pieces(data, (list, count, LONGEST_READ), out, |piece, _| {
                    host.files.write(descriptor, piece, None)
                }),
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_pwrite",
        |mut caller: Caller<'_, Host>, descriptor: i32, list: i32, count: i32, at: i64, out: i32| {
            with(&mut caller, |data, host| {
                move_pieces(data, (list, count, LONGEST_READ), out, |piece, before| {
                    host.files.write(descriptor, piece, Some((at as u64).saturating_add(before)))
                })
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_read",
        |mut caller: Caller<'_, Host>, descriptor: i32, list: i32, count: i32, out: i32| {
            with(&mut caller, |data, host| match descriptor {
                // What is read there is at its end at once.
                0 => put_sum(data, out, 0),
                _ => move_pieces(data, (list, count, LONGEST_READ), out, |piece, _| {
                    host.files.read(descriptor, piece, None)
                }),
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_pread",
        |mut caller: Caller<'_, Host>, descriptor: i32, list: i32, count: i32, at: i64, out: i32| {
            with(&mut caller, |data, host| {
                move_pieces(data, (list, count, LONGEST_READ), out, |piece, before| {
                    host.files.read(descriptor, piece, Some((at as u64).saturating_add(before)))
                })
            })
        },
    )?;
    Ok(())
}

/// Moves the pieces of a list (where it lies, how many there are, how many bytes in all at most) one after the other,
/// each told how much was moved before, and puts the sum at `out`.
fn move_pieces(
    data: &mut [u8],
    (list, count, most): (i32, i32, usize),
    out: i32,
    mut one: impl FnMut(&mut [u8], u64) -> Done<usize>,
) -> Done {
    let mut sum = 0;
    for (start, size) in pieces(data, list, count, most)? {
        match one(slice_mut(data, start, size)?, sum as u64) {
            Ok(some) => {
                sum += some;
                // What follows would stand in the place of what was not moved.
                if some < size {
                    break;
                }
            }
            Err(error) if sum == 0 => return Err(error),
            // What was moved before is moved.
            Err(_) => break,
        }
    }
    put_sum(data, out, sum)
}

fn put_sum(data: &mut [u8], out: i32, sum: usize) -> Done {
    put(data, out, &(sum as u32).to_le_bytes())
}

fn link_places(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(
        MODULE,
        "fd_seek",
        |mut caller: Caller<'_, Host>, descriptor: i32, by: i64, from: i32, out: i32| {
            with(&mut caller, |data, host| {
                let to = match from {
                    0 => SeekFrom::Start(u64::try_from(by).map_err(|_| INVALID)?),
                    1 => SeekFrom::Current(by),
                    2 => SeekFrom::End(by),
                    _ => return Err(INVALID),
                };
                let place = no_stream(descriptor).and_then(|()| host.files.seek(descriptor, to))?;
                put(data, out, &place.to_le_bytes())
            })
        },
    )?;
    linker.func_wrap(MODULE, "fd_tell", |mut caller: Caller<'_, Host>, descriptor: i32, out: i32| {
        with(&mut caller, |data, host| {
            let here = SeekFrom::Current(0);
            let place = no_stream(descriptor).and_then(|()| host.files.seek(descriptor, here))?;
            put(data, out, &place.to_le_bytes())
        })
    })?;
    linker.func_wrap(
        MODULE,
        "fd_advise",
        |mut caller: Caller<'_, Host>, descriptor: i32, _: i64, _: i64, _: i32| {
            with(&mut caller, |_, host| {
                no_stream(descriptor).and_then(|()| host.files.state(descriptor).map(drop))
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_filestat_set_size",
        |mut caller: Caller<'_, Host>, descriptor: i32, size: i64| {
            let size = u64::try_from(size).map_err(|_| INVALID);
            with(&mut caller, |_, host| host.files.set_size(descriptor, size?))
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_filestat_set_times",
        |mut caller: Caller<'_, Host>, descriptor: i32, read: i64, written: i64, flags: i32| {
            with(&mut caller, |_, host| {
                let (read, written) = times(read, written, flags)?;
                host.files.set_times(descriptor, read, written)
            })
        },
    )?;
    Ok(())
}

fn link_state(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(
        MODULE,
        "fd_fdstat_get",
        |mut caller: Caller<'_, Host>, descriptor: i32, out: i32| {
            with(&mut caller, |data, host| {
                let mut stat = [0; 24];
                let (kind, rights, inherited, flags) = match is_stream(descriptor) {
                    true => (CHARACTER_DEVICE, READ | WRITE, 0, 0),
                    false => {
                        let State { kind, readable, writable, appends } = host.files.state(descriptor)?;
                        let rights = ALL & !(READ | WRITE);
                        let rights = rights | if readable { READ } else { 0 };
                        let rights = rights | if writable { WRITE } else { 0 };
                        let inherited = if kind == Kind::Folder { rights } else { 0 };
                        (kind as u8, rights, inherited, u8::from(appends))
                    }
                };
                (stat[0], stat[2]) = (kind, flags);
                stat[8..16].copy_from_slice(&rights.to_le_bytes());
                stat[16..].copy_from_slice(&inherited.to_le_bytes());
                put(data, out, &stat)
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_fdstat_set_flags",
        |mut caller: Caller<'_, Host>, descriptor: i32, flags: i32| {
            with(&mut caller, |_, host| match is_stream(descriptor) {
                true => Ok(()),
                // Nothing waits, and nothing else can be told of an open file.
                false if host.files.state(descriptor)?.appends == (flags & APPEND != 0) => Ok(()),
                false => Err(UNSUPPORTED),
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_filestat_get",
        |mut caller: Caller<'_, Host>, descriptor: i32, out: i32| {
            with(&mut caller, |data, host| match is_stream(descriptor) {
                true => {
                    let mut stat = [0; 64];
                    stat[16] = CHARACTER_DEVICE;
                    put(data, out, &stat)
                }
                false => put_stat(data, out, &host.files.stat(descriptor)?),
            })
        },
    )?;
    for name in ["fd_sync", "fd_datasync"] {
        linker.func_wrap(MODULE, name, |mut caller: Caller<'_, Host>, descriptor: i32| {
            with(&mut caller, |_, host| match is_stream(descriptor) {
                true => Ok(()),
                false => host.files.sync(descriptor),
            })
        })?;
    }
    linker.func_wrap(MODULE, "fd_close", |mut caller: Caller<'_, Host>, descriptor: i32| {
        with(&mut caller, |_, host| match is_stream(descriptor) {
            true => Ok(()),
            false => host.files.close(descriptor),
        })
    })?;
    linker.func_wrap(MODULE, "fd_renumber", |mut caller: Caller<'_, Host>, from: i32, to: i32| {
        with(&mut caller, |_, host| host.files.renumber(from, to))
    })?;
    Ok(())
}

fn link_folders(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(
        MODULE,
        "fd_prestat_get",
        |mut caller: Caller<'_, Host>, descriptor: i32, out: i32| {
            with(&mut caller, |data, host| {
                let length = host.files.granted(descriptor)?.len() as u64;
                // A folder, which is 0, and its name's length.
                put(data, out, &(length << 32).to_le_bytes())
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_prestat_dir_name",
        |mut caller: Caller<'_, Host>, descriptor: i32, out: i32, size: i32| {
            with(&mut caller, |data, host| {
                let name = host.files.granted(descriptor)?;
                if (size as u32 as usize) < name.len() {
                    return Err(LONG_NAME);
                }
                put(data, out, name.as_bytes())
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "fd_readdir",
        |mut caller: Caller<'_, Host>, descriptor: i32, out: i32, size: i32, from: i64, used: i32| {
            with(&mut caller, |data, host| {
                let room = slice_mut(data, out, size as u32 as usize)?;
                let mut filled = 0;
                let mut next = from as u64;
                for entry in host.files.list(descriptor, from as u64)? {
                    next += 1;
                    let mut head = [0; ENTRY];
                    head[..8].copy_from_slice(&next.to_le_bytes());
                    head[8..16].copy_from_slice(&entry.inode.to_le_bytes());
                    head[16..20].copy_from_slice(&(entry.name.len() as u32).to_le_bytes());
                    head[20] = entry.kind as u8;
                    for bytes in [&head[..], entry.name.as_bytes()] {
                        let count = bytes.len().min(room.len() - filled);
                        room[filled..filled + count].copy_from_slice(&bytes[..count]);
                        filled += count;
                    }
                    // One that is cut is asked for again.
                    if filled == room.len() {
                        break;
                    }
                }
                put(data, used, &(filled as u32).to_le_bytes())
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "path_readlink",
        |mut caller: Caller<'_, Host>,
         descriptor: i32,
         place: i32,
         length: i32,
         out: i32,
         size: i32,
         used: i32| {
            with(&mut caller, |data, host| {
                let held = host.files.read_link(descriptor, path(data, place, length)?)?;
                let held = &held.as_bytes()[..held.len().min(size as u32 as usize)];
                put(data, out, held)?;
                put(data, used, &(held.len() as u32).to_le_bytes())
            })
        },
    )?;
    Ok(())
}

fn is_stream(descriptor: i32) -> bool {
    (0..3).contains(&descriptor)
}

fn no_stream(descriptor: i32) -> Done {
    if is_stream(descriptor) { Err(NOT_SEEKABLE) } else { Ok(()) }
}
