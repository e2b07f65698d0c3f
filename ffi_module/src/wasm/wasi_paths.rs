//! WASI preview 1: what a module does by paths in the folders that it was granted.

use super::{
    files::How,
    guest_memory::{path, put, with},
    host::Host,
    preview1::{APPEND, Done, MODULE, READ, WRITE},
    wasi_stat::{put_stat, times},
};
use wasmtime::{Caller, Linker};

/// Flags of a path: a link at its end is followed.
const FOLLOW: i32 = 1;
/// Flags of opening.
const CREATE: i32 = 1;
const FOLDER: i32 = 2;
const EXCLUSIVE: i32 = 4;
const TRUNCATE: i32 = 8;

/// The functions of paths.
pub fn link(linker: &mut Linker<Host>) -> wasmtime::Result<()> {
    linker.func_wrap(
        MODULE,
        "path_open",
        |mut caller: Caller<'_, Host>,
         descriptor: i32,
         follow: i32,
         place: i32,
         length: i32,
         flags: i32,
         rights: i64,
         _: i64,
         state: i32,
         out: i32| {
            with(&mut caller, |data, host| {
                let has = |flag: i32| flags & flag != 0;
                let how = How {
                    read: rights as u64 & READ != 0,
                    write: rights as u64 & WRITE != 0,
                    append: state & APPEND != 0,
                    create: has(CREATE),
                    exclusive: has(EXCLUSIVE),
                    truncate: has(TRUNCATE),
                    folder: has(FOLDER),
                    follow: follow & FOLLOW != 0,
                };
                let opened = host.files.open_at(descriptor, path(data, place, length)?, how)?;
                put(data, out, &opened.to_le_bytes()).inspect_err(|_| {
                    let _ = host.files.close(opened);
                })
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "path_filestat_get",
        |mut caller: Caller<'_, Host>, descriptor: i32, flags: i32, place: i32, length: i32, out: i32| {
            with(&mut caller, |data, host| {
                let follow = flags & FOLLOW != 0;
                let stat = host.files.stat_at(descriptor, path(data, place, length)?, follow)?;
                put_stat(data, out, &stat)
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "path_filestat_set_times",
        |mut caller: Caller<'_, Host>,
         descriptor: i32,
         _: i32,
         place: i32,
         length: i32,
         read: i64,
         written: i64,
         flags: i32| {
            with(&mut caller, |data, host| {
                let (read, written) = times(read, written, flags)?;
                host.files.set_times_at(descriptor, path(data, place, length)?, read, written)
            })
        },
    )?;
    linker.func_wrap(
        MODULE,
        "path_rename",
        |mut caller: Caller<'_, Host>,
         descriptor: i32,
         place: i32,
         length: i32,
         to: i32,
         new: i32,
         new_length: i32| {
            with(&mut caller, |data, host| {
                let (old, new) = (path(data, place, length)?, path(data, new, new_length)?);
                host.files.rename(descriptor, old, to, new)
            })
        },
    )?;
    type Change = fn(&Host, i32, &str) -> Done;
    let changes: [(&str, Change); 3] = [
        ("path_create_directory", |host, descriptor, path| host.files.create_folder(descriptor, path)),
        ("path_remove_directory", |host, descriptor, path| host.files.remove_folder(descriptor, path)),
        ("path_unlink_file", |host, descriptor, path| host.files.remove_file(descriptor, path)),
    ];
    for (name, change) in changes {
        linker.func_wrap(
            MODULE,
            name,
            move |mut caller: Caller<'_, Host>, descriptor: i32, place: i32, length: i32| {
                with(&mut caller, |data, host| change(host, descriptor, path(data, place, length)?))
            },
        )?;
    }
    Ok(())
}
