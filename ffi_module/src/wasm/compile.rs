//! Compiling a module within its time. Nothing ends a compiler that is at work: one that takes longer is left
//! behind on its threads, and the next module waits for it.

use super::{
    check::{Takes, check},
    platform::has_address_space,
    prepare::prepare,
};
use ffi_core::{
    file,
    fork::{self, ForkSafeLazy, ForkSafeMutex},
    memory::room_for,
    thread::Builder,
};
use rayon_core::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use std::{
    io::{self, ErrorKind},
    path::Path,
    sync::mpsc::{RecvTimeoutError, sync_channel},
    thread::available_parallelism,
    time::{Duration, Instant},
};
use wasmtime::{Config, Engine, Module};

/// Most threads that compile a module.
const MOST_THREADS: usize = 4;
/// Bytes of code for which a thread more pays.
const FOR_A_THREAD: u64 = 32 << 10;
/// Stack of the compiler's threads.
const STACK: usize = 8 << 20;
/// Bytes that glibc reserves at a time for the heap of a thread, and once more while it looks for a place; where it
/// finds none, each little thing takes a page.
const HEAP: u64 = if cfg!(target_env = "gnu") { 64 << 20 } else { 1 << 20 };

/// True while a module is being compiled: one at a time takes memory.
static AT_WORK: ForkSafeMutex<bool> = ForkSafeMutex::by_each_process(|| false);

/// The file, where it is no longer than it may be.
pub fn read(path: &Path, code_kib: u32) -> Result<Vec<u8>, String> {
    file::read(path, u64::from(code_kib) << 10).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => format!("it is longer than {code_kib} KiB (`code_kib`)"),
        _ => error.to_string(),
    })
}

/// The module, compiled; `stop_pages` where it is stopped by a page that it looks at.
pub fn compile(engine: &Engine, bytes: Vec<u8>, stop_pages: bool, ms: u32) -> Result<Module, String> {
    let takes = check(&bytes)?;
    let prepared = prepare(&bytes, stop_pages)?;
    let deadline = Instant::now() + Duration::from_millis(ms.into());
    let turn = Turn::take(deadline).ok_or_else(|| {
        format!("other modules are being compiled, and did not end within {ms} ms (`compile_ms`)")
    })?;
    let pool = compilers(takes)?;
    let (give, take) = sync_channel(1);
    let engine = engine.clone();
    pool.spawn(move || {
        let module = Module::new(&engine, &prepared).map_err(|error| {
            // Of the module as it came, where that is wrong.
            let error = Module::validate(&engine, &bytes).err().unwrap_or(error);
            error.root_cause().to_string()
        });
        drop((bytes, prepared));
        // Who has the module finds the compiler free.
        drop(turn);
        let _ = give.send(module);
    });
    match take.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        Ok(module) => module,
        Err(RecvTimeoutError::Timeout) => {
            Err(format!("compiling it took longer than {ms} ms (`compile_ms`)"))
        }
        Err(RecvTimeoutError::Disconnected) => Err("its compiler panicked".into()),
    }
}

/// Threads that compile a module, and end with that: as many as pay, one where there is no memory or no thread for more.
fn compilers(takes: Takes) -> Result<ThreadPool, String> {
    let threads = if has_address_space() { available_parallelism().map_or(1, usize::from) } else { 1 };
    let threads = threads.min(MOST_THREADS).min((takes.code / FOR_A_THREAD) as usize).max(1);
    if threads > 1
        && room_for_compilers(takes, threads).is_ok()
        && let Ok(pool) = threads_of_ours(threads)
    {
        return Ok(pool);
    }
    // The compiler ends the process where there is none.
    room_for_compilers(takes, 1)?;
    threads_of_ours(1).map_err(|error| format!("the system gave no thread for its compiler: {error}"))
}

fn room_for_compilers(takes: Takes, threads: usize) -> Result<(), String> {
    let threads = threads as u64;
    let room = takes.all + threads * takes.at_work;
    let room = room.next_multiple_of(HEAP) + threads * (HEAP + STACK as u64);
    room_for(usize::try_from(room).unwrap_or(usize::MAX)).map_err(|_| {
        format!(
            "there is no memory to compile it: that may take {} MiB of address space",
            room.div_ceil(1 << 20)
        )
    })
}

/// A pool of its own for each module: the one that rayon makes by itself would not be there in a child of fork.
fn threads_of_ours(threads: usize) -> Result<ThreadPool, ThreadPoolBuildError> {
    let pool = ThreadPoolBuilder::new().num_threads(threads).panic_handler(|_| {});
    let pool = pool.spawn_handler(|thread| {
        Builder::new("simple_native").stack_size(STACK).spawn(move || thread.run()).map(drop)
    });
    pool.build()
}

/// A module with code: a function that does nothing.
const LEAST: [u8; 24] = *b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b";

/// Time that the module [`LEAST`] takes at most to be compiled and freed.
const PATIENCE: Duration = Duration::from_secs(10);

/// Tells whether an engine can be made in this process, and code. wasmtime has a list of all code with a lock, and one
/// for the handlers of guard pages, and what shares work among threads begins once, under another. No fork takes hold of
/// them: where another thread had one as its process was forked, it is never free in the child, and whoever takes it
/// waits for ever. A thread of its own finds out.
pub fn check_locks(config: &Config, guard_pages: bool) -> Result<(), String> {
    static OF_CODE: ForkSafeLazy<bool> = ForkSafeLazy::by_each_process();
    static OF_CODE_AND_HANDLERS: ForkSafeLazy<bool> = ForkSafeLazy::by_each_process();
    if fork::generation() == 0 {
        return Ok(());
    }
    let known = if guard_pages { &OF_CODE_AND_HANDLERS } else { &OF_CODE };
    let are_free = known.get_or_try_make(|| {
        let (give, take) = sync_channel(1);
        let config = config.clone();
        let body = move || {
            let make = || Engine::new(&config).and_then(|engine| Module::new(&engine, LEAST)).map(drop);
            let module = threads_of_ours(1).is_ok_and(|pool| pool.install(make).is_ok());
            let _ = give.send(module);
        };
        Builder::new("simple_native").stack_size(STACK).spawn(body)?;
        Ok::<_, io::Error>(take.recv_timeout(PATIENCE).is_ok())
    });
    match are_free {
        Ok(true) => Ok(()),
        Ok(false) => Err(
            "another thread was making WebAssembly's code ready as this process was forked, and none can \
                          be made here: fork at another time, or call exec"
                .into(),
        ),
        Err(error) => Err(format!("the system gave no thread for its compiler: {error}")),
    }
}

/// The right to compile.
struct Turn(());

impl Turn {
    fn take(deadline: Instant) -> Option<Self> {
        let mut at_work = AT_WORK.lock();
        while *at_work {
            if !at_work.wait(Some(deadline)) && *at_work {
                return None;
            }
        }
        *at_work = true;
        Some(Self(()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *AT_WORK.lock() = false;
        AT_WORK.notify_all();
    }
}
