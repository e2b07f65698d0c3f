//! Modules as toolchains make them, and what becomes of them.

#[cfg(unix)]
mod kept;
#[cfg(all(unix, not(target_vendor = "apple")))]
mod scarce;
mod stop;

use super::{
    Wasm,
    cache::Cache,
    engine::{Engines, Origin},
    platform::has_address_space,
};
use crate::{
    Error, Module,
    backend::Backend,
    host_functions::{self, Call},
    message::Message,
    options::Options,
};
use ffi_core::{
    Callback, UserData,
    events::{EventKind, Queue},
    from_c::Param,
    handle,
};
use serde_json::Value;
use std::{
    ffi::c_void,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Of what a module has to have, what these do not do anything with.
const REST: &str = r#"
    (memory (export "memory") 1)
    (func (export "module_abi_version") (result i32) i32.const 1)
    (func (export "destroy_module") (param i32))
    (func (export "free_string") (param i32))
    (func (export "alloc_string") (param i32) (result i32) i32.const 1024)
    (data (i32.const 16) "{\"status\":\"success\",\"data\":0}\00")"#;
const CREATES: &str = r#"(func (export "create_module") (result i32) i32.const 8)"#;
const ANSWERS: &str = r#"(func (export "handle_message") (param i32 i32 i32) (result i32) i32.const 16)"#;
const LOOPS: &str =
    r#"(func (export "handle_message") (param i32 i32 i32) (result i32) (loop (br 0)) unreachable)"#;

fn file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("module.wasm");
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

fn load(parts: &[&str], options: &str) -> Result<Arc<Module>, Error> {
    let text = format!("(module {})", parts.concat());
    let (_folder, path) = file(&wat::parse_str(text).unwrap());
    Module::load(path.to_str().unwrap(), &Options::parse(options).unwrap())
}

fn refused(parts: &[&str], options: &str, reason: &str) {
    let error = load(parts, options).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains(reason), "{error}, not {reason}");
}

fn message() -> Message<'static> {
    Message::new("command", "{}").unwrap()
}

#[test]
fn a_module_is_initialized_once_before_it_is_created() {
    for name in ["_initialize", "__wasm_call_ctors"] {
        let counts = format!(
            r#"(global $count (mut i32) (i32.const 0))
            (func (export "{name}") (global.set $count (i32.add (global.get $count) (i32.const 1))))
            (func $once (result i32)
                (if (i32.ne (global.get $count) (i32.const 1)) (then unreachable)) i32.const 16)
            (func (export "create_module") (result i32) call $once)
            (func (export "handle_message") (param i32 i32 i32) (result i32) call $once)"#
        );
        let module = load(&[REST, &counts], "{}").unwrap();
        for _ in 0..2 {
            module.send(&message()).unwrap();
        }
        module.unload().unwrap();
    }
    let program = r#"(func (export "_start"))"#;
    refused(&[REST, ANSWERS, program], "{}", "it is a program with `_start`: build a library");
}

#[test]
fn an_abort_of_assemblyscript_is_a_trap_with_its_message() {
    let abort = r#"(import "env" "abort" (func $abort (param i32 i32 i32 i32)))"#;
    let aborts = r#"(func (export "handle_message") (param i32 i32 i32) (result i32)
            (call $abort (i32.const 104) (i32.const 0) (i32.const 3) (i32.const 7)) unreachable)
        (data (i32.const 100) "\04\00\00\00n\00o\00")"#;
    let module = load(&[abort, REST, CREATES, aborts], "{}").unwrap();
    let error = module.send(&message()).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("it aborted: no (unknown:3:7); it is dead now"), "{error}");
    assert!(matches!(module.send(&message()), Err(Error::Dead(_))));
}

#[test]
fn imports_are_refused_with_the_grant_that_would_allow_them() {
    let import = |from: &str, name: &str| format!(r#"(import "{from}" "{name}" (func (result i64)))"#);
    let rest = [REST, CREATES, ANSWERS].concat();
    let clock = import("simple", "clock_ms");
    refused(
        &[&clock, &rest],
        "{}",
        r#"it imports simple::clock_ms, which it was not granted (`options_json`: {"grants": {"clock": true}})"#,
    );
    load(&[&clock, &rest], r#"{"grants":{"clock":true}}"#).unwrap();
    refused(&[&clock, &rest], "{}", "was not granted");
    refused(
        &[&import("env", "puts"), &rest],
        "{}",
        "it imports env::puts, and the host has no such function",
    );
    refused(&[&import("wbg", "x"), &rest], "{}", "build it without wasm-bindgen");
    // Before any compiling, for which there is no time here.
    let at_once = r#"{"compile_ms":0}"#;
    refused(&[&rest, "(func nop)"], at_once, "(`compile_ms`)");
    refused(&[&clock, &rest, "(func nop)"], at_once, "was not granted");
    refused(&[&import("env", "puts"), &rest, "(func nop)"], at_once, "no such function");
}

/// A heap that only grows, in the memory's second page, and what takes bytes back.
const BYTES: &str = r#"
    (global $top (mut i32) (i32.const 65536))
    (func (export "alloc_bytes") (param i64) (result i32)
        (global.get $top)
        (global.set $top (i32.and (i32.add (global.get $top) (i32.add (i32.wrap_i64 (local.get 0)) (i32.const 7))) (i32.const -8))))
    (func (export "free_bytes") (param i32 i64))"#;
const PAGES: &str = r#"(func $pages (drop (memory.grow (i32.const 1)))) (start $pages)"#;

fn bytes_of(module: &Module, data: &[u8]) -> Result<Vec<u8>, Error> {
    module.send(&Message::of_bytes("command", data).unwrap()).map(|answer| answer.into_bytes().to_vec())
}

#[test]
fn bytes_go_through_a_module_as_they_are() {
    let echoes = r#"(func (export "handle_bytes") (param i32 i32 i32 i64 i32) (result i32)
        (i32.store (local.get 4) (local.get 2)) (i64.store offset=8 (local.get 4) (local.get 3)) i32.const 1)"#;
    let module = load(&[REST, CREATES, ANSWERS, BYTES, PAGES, echoes], "{}").unwrap();
    for data in [&b""[..], b"a\0\xff", &[7; 1000]] {
        assert_eq!(bytes_of(&module, data).unwrap(), data);
    }
    let module = load(&[REST, CREATES, ANSWERS], "{}").unwrap();
    assert!(matches!(bytes_of(&module, b"x"), Err(Error::NoBytes)));
    module.send(&message()).unwrap();
    let without = echoes.replace("i32.const 1)", "i32.const 0)");
    let module = load(&[REST, CREATES, ANSWERS, BYTES, PAGES, &without], "{}").unwrap();
    assert!(matches!(bytes_of(&module, b"not\nnow"), Err(Error::Refused(reason)) if reason == "not now"));
    refused(&[REST, CREATES, ANSWERS, echoes], "{}", "it has no function `alloc_bytes`");
}

/// Hands what the message brings to the host's function of the name at 300, and answers with what that says.
const CALLS: &str = r#"
    (import "simple" "call" (func $call (param i32 i32 i64 i32) (result i32)))"#;
const PASSES_ON: &str = r#"
    (data (i32.const 300) "of the test\00")
    (func (export "handle_bytes") (param i32 i32 i32 i64 i32) (result i32)
        (call $call (i32.const 300) (local.get 2) (local.get 3) (local.get 4)))"#;

#[allow(unsafe_code)]
fn register(name: &str, function: unsafe extern "C-unwind" fn(i64, *mut c_void) -> i64) {
    // SAFETY: the functions of these tests take any handle, and no data.
    let (function, data) = unsafe {
        (Callback::from_c(Some(function), "function"), UserData::from_c(std::ptr::null_mut(), "user_data"))
    };
    host_functions::register(name, function.unwrap(), data.unwrap()).unwrap();
}

#[allow(unsafe_code)]
unsafe extern "C-unwind" fn doubles(call: i64, _: *mut c_void) -> i64 {
    let Ok(call) = handle::get::<Call>(call, "call") else { return 0 };
    call.answer(&call.data.repeat(2)).unwrap();
    i64::from(!call.data.is_empty())
}

#[test]
fn a_module_calls_the_functions_of_the_host_that_it_was_granted() {
    let parts = [CALLS, REST, CREATES, ANSWERS, BYTES, PAGES, PASSES_ON];
    refused(&parts, "{}", r#"(`options_json`: {"grants": {"functions": ["NAME"]}})"#);
    let others = load(&parts, r#"{"grants":{"functions":["another"]}}"#).unwrap();
    let granted = load(&parts, r#"{"grants":{"functions":["another","of the test"]}}"#).unwrap();
    let refusal = |module: &Module, data: &[u8], reason: &str| {
        let error = bytes_of(module, data).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}, not {reason}");
    };
    refusal(&granted, b"ab", "the host has no function \"of the test\"");
    register("of the test", doubles);
    refusal(
        &others,
        b"ab",
        r#"was not granted (`options_json`: {"grants": {"functions": ["of the test"]}})"#,
    );
    assert_eq!(bytes_of(&granted, b"ab").unwrap(), b"abab");
    refusal(&granted, b"", "the host's function \"of the test\" failed: no reason given");
    // With so little stack that it runs on a thread of its own.
    let small = thread::Builder::new().stack_size(128 << 10);
    let there = granted.clone();
    let answered = small.spawn(move || bytes_of(&there, b"cd").unwrap()).unwrap().join().unwrap();
    assert_eq!(answered, b"cdcd");
    host_functions::unregister("of the test").unwrap();
    refusal(&granted, b"ab", "the host has no function");
    assert!(matches!(host_functions::unregister("of the test"), Err(Error::NoFunction(_))));
}

#[test]
fn a_component_is_named() {
    let (_folder, path) = file(b"\0asm\x0d\0\x01\0");
    let error = Wasm::open(&path, &Options::default()).map(|_| ()).unwrap_err();
    assert!(error.contains("it is a component"), "{error}");
}

#[test]
fn what_go_emits_is_within_the_limits() {
    load(&[REST, CREATES, ANSWERS, "(table 60000 funcref)"], "{}").unwrap();
    refused(&[REST, CREATES, ANSWERS, "(table 100001 funcref)"], "{}", "table");
}

#[test]
fn a_module_that_is_loaded_is_compiled_once() {
    let engines = Engines::shared(false).unwrap();
    let bytes = wat::parse_str(format!("(module {REST} {CREATES} {ANSWERS} (func nop nop))")).unwrap();
    let first = engines.compiled(bytes.clone(), 30_000, &Cache::default()).unwrap().0;
    let again = engines.compiled(bytes.clone(), 0, &Cache::default()).unwrap();
    assert!(Arc::ptr_eq(&first, &again.0) && again.1 == Origin::Shared);
    drop(again);
    let (_folder, path) = file(&bytes);
    let options = |compile_ms| Options { compile_ms, ..Options::default() };
    let loaded = Wasm::open(&path, &options(30_000)).unwrap();
    drop(first);
    Wasm::open(&path, &options(0)).unwrap();
    drop(loaded);
    assert!(
        engines.compiled(bytes, 0, &Cache::default()).map(|_| ()).unwrap_err().contains("compile_ms"),
        "it is gone"
    );
}

#[test]
fn a_message_ends_with_its_time_and_its_module_with_it() {
    let module = load(&[REST, CREATES, LOOPS], r#"{"time_ms":1000}"#).unwrap();
    let error = module.send(&message()).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("it took longer than 1000 ms; it is dead now"), "{error}");
    let module = load(&[REST, CREATES, LOOPS], "{}").unwrap();
    let error = module.send_timeout(message(), 20).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("ms; it is dead now"), "{error}");
}

#[test]
fn a_module_that_died_begins_anew_where_it_may() {
    // The third message that an instance gets is its end.
    let third = r#"(global $count (mut i32) (i32.const 0))
        (func (export "handle_message") (param i32 i32 i32) (result i32)
            (global.set $count (i32.add (global.get $count) (i32.const 1)))
            (if (i32.eq (global.get $count) (i32.const 3)) (then unreachable)) i32.const 16)"#;
    let module = load(&[REST, CREATES, third], r#"{"restart":true}"#).unwrap();
    for round in 0..3 {
        for _ in 0..2 {
            module.send(&message()).unwrap();
        }
        let error = module.send(&message()).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("the next message begins anew"), "round {round}: {error}");
        assert_eq!(module.info()["state"], "ready");
    }
    module.unload().unwrap();
    assert!(matches!(module.send(&message()), Err(Error::Unloaded)));
    let module = load(&[REST, CREATES, third], "{}").unwrap();
    (0..3).for_each(|_| drop(module.send(&message())));
    assert!(matches!(module.send(&message()), Err(Error::Dead(_))));
}

#[test]
fn who_hears_of_a_death_unloads_the_module_at_once() {
    let queue = Queue::subscribe([EventKind::Module], 1000);
    let traps = r#"(func (export "handle_message") (param i32 i32 i32) (result i32) unreachable)"#;
    let load = || load(&[REST, CREATES, traps], "{}").unwrap();
    // While it is loaded another costs no compiling.
    let _compiled = load();
    for round in 0..200 {
        let module = load();
        thread::scope(|scope| {
            scope.spawn(|| module.send(&message()).map(|_| ()).unwrap_err());
            let info = module.info();
            let path = info["path"].as_str().unwrap();
            let is_told = |data: &str| data.contains(r#""dead""#) && data.contains(path);
            // Without sleeping, so that nothing passes between the event and what is done then.
            while !queue.next(Some(Instant::now())).is_some_and(|event| is_told(&event.data)) {
                thread::yield_now();
            }
            let info = module.info();
            assert_eq!((&info["state"], &info["failures"]), (&"dead".into(), &1.into()), "round {round}");
            module.unload().unwrap();
        });
    }
    queue.close();
}

#[test]
fn another_thread_cancels_a_message_and_no_other_module() {
    let ends = load(&[REST, CREATES, LOOPS], r#"{"time_ms":600000}"#).unwrap();
    let lives = load(&[REST, CREATES, ANSWERS], "{}").unwrap();
    assert!(matches!(ends.cancel(), Err(Error::NothingInside)));
    thread::scope(|scope| {
        let sent = scope.spawn(|| ends.send(&message()).map(|_| ()).unwrap_err().to_string());
        while ends.cancel().is_err() {
            thread::sleep(Duration::from_millis(1));
        }
        let error = sent.join().unwrap();
        assert!(error.contains("cancelled"), "{error}");
    });
    for _ in 0..100 {
        lives.send(&message()).unwrap();
        assert!(matches!(lives.cancel(), Err(Error::NothingInside)));
    }
}

#[test]
fn a_message_that_was_cancelled_before_it_began_leaves_its_module_alive() {
    let (_folder, path) = file(&wat::parse_str(format!("(module {REST} {CREATES} {LOOPS})")).unwrap());
    let module = Wasm::open(&path, &Options::default()).unwrap();
    assert!(module.cancel(7));
    assert!(matches!(module.deliver(&message(), 7, None), Err(Error::CancelledBefore)));
    let deadline = Instant::now() + Duration::from_millis(20);
    let error = module.deliver(&message(), 8, Some(deadline)).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("it took longer than"), "{error}");
}

/// The module that clang makes of a file in `tests/modules`.
fn built(name: &str, flags: &[&str]) -> Arc<Module> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let (_folder, path) = file(b"");
    let include = format!("-I{}", root.join("module_sdk/include").display());
    let built = Command::new("clang")
        .args(["--target=wasm32", "-nostdlib", "-O1", "-Wl,--no-entry,--stack-first", &include])
        .args(flags)
        .arg("-o")
        .args([&path, &root.join("tests/modules").join(name)])
        .status();
    assert!(built.unwrap().success());
    Module::load(path.to_str().unwrap(), &Options::default()).unwrap()
}

#[test]
fn a_module_keeps_the_heap_that_it_is_linked_with() {
    let module = built("heap_wasm.c", &[]);
    for _ in 0..10 {
        module.send(&message()).unwrap();
    }
}

#[test]
fn global_objects_of_cplusplus_are_constructed_once() {
    let module =
        built("objects_wasm.cpp", &["-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics", "-std=c++17"]);
    for _ in 0..10 {
        module.send(&message()).unwrap();
    }
}

/// Pages of the process by this column of /proc/self/statm: 0 for those that have an address, 5 for those that may be
/// written to.
#[cfg(target_os = "linux")]
fn pages(column: usize) -> u64 {
    let sizes = fs::read_to_string("/proc/self/statm").unwrap();
    sizes.split(' ').nth(column).unwrap().parse().unwrap()
}

/// An instance that reserved 2 GiB, as is usual, would take 100 GiB.
#[test]
#[cfg(target_os = "linux")]
fn an_instance_reserves_what_it_uses() {
    for (guard_pages, column, most) in [("false", 0, 20 << 30), ("true", 5, 1 << 30)] {
        let before = pages(column);
        let options = format!(r#"{{"guard_pages": {guard_pages}}}"#);
        let modules: Vec<_> = (0..50).map(|_| load(&[REST, CREATES, ANSWERS], &options).unwrap()).collect();
        let taken = pages(column).saturating_sub(before) * 4096;
        assert!(taken < most, "{} instances take {taken} bytes", modules.len());
    }
}

/// Lines that a module printed, of the events that there are.
fn printed(queue: &Queue, name: &str) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    while let Some(event) = queue.next(Some(Instant::now())) {
        let event: Value = serde_json::from_str(&event.data).unwrap();
        if event["type"] == "output" && event["name"] == name {
            let text = |key: &str| event[key].as_str().unwrap().to_owned();
            lines.push((text("stream"), text("text")));
        }
    }
    lines
}

const WASI: &str = r#"
    (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "args_get" (func $args (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "environ_get" (func $environ (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "environ_sizes_get" (func $environ_sizes (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
    (import "wasi_snapshot_preview1" "path_open"
        (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "poll_oneoff" (func $poll (param i32 i32 i32 i32) (result i32)))
    (func $check (param i32 i32) (if (i32.ne (local.get 0) (local.get 1)) (then unreachable)))"#;

#[test]
fn wasi_gives_arguments_and_variables_and_prints_as_events() {
    let queue = Queue::subscribe(vec![EventKind::Module], 1000);
    let does = r#"(func (export "handle_message") (param i32 i32 i32) (result i32)
            (call $check (call $args_sizes (i32.const 512) (i32.const 516)) (i32.const 0))
            (call $check (i32.load (i32.const 512)) (i32.const 2))
            (call $check (i32.load (i32.const 516)) (i32.const 13))
            (call $check (call $args (i32.const 520) (i32.const 600)) (i32.const 0))
            (call $check (i32.load (i32.const 524)) (i32.const 607))
            (call $check (call $environ_sizes (i32.const 512) (i32.const 516)) (i32.const 0))
            (call $check (i32.load (i32.const 512)) (i32.const 1))
            (call $check (call $environ (i32.const 520) (i32.const 700)) (i32.const 0))
            ;; The argument and a line end, and then the variable's name.
            (i32.store (i32.const 800) (i32.const 607)) (i32.store (i32.const 804) (i32.const 5))
            (i32.store (i32.const 808) (i32.const 830)) (i32.store (i32.const 812) (i32.const 1))
            (i32.store8 (i32.const 830) (i32.const 10))
            (call $check (call $write (i32.const 1) (i32.const 800) (i32.const 2) (i32.const 840)) (i32.const 0))
            (call $check (i32.load (i32.const 840)) (i32.const 6))
            (i32.store (i32.const 800) (i32.const 700))
            (call $check (call $write (i32.const 2) (i32.const 800) (i32.const 1) (i32.const 840)) (i32.const 0))
            ;; There are no files, and no memory beyond its own.
            (call $check (call $write (i32.const 3) (i32.const 800) (i32.const 1) (i32.const 840)) (i32.const 8))
            (call $check (call $open (i32.const 3) (i32.const 0) (i32.const 600) (i32.const 6) (i32.const 0)
                (i64.const -1) (i64.const -1) (i32.const 0) (i32.const 840)) (i32.const 8))
            (call $check (call $args (i32.const 65534) (i32.const 600)) (i32.const 21))
            (call $check (call $write (i32.const 1) (i32.const -4) (i32.const 1) (i32.const 840)) (i32.const 21))
            i32.const 16)"#;
    let options = r#"{"grants":{"arguments":["hello"],"environment":["PATH","NOT_THERE_AT_ALL"]}}"#;
    let module = load(&[WASI, REST, CREATES, does], options).unwrap();
    module.send(&message()).unwrap();
    let lines = printed(&queue, "module");
    assert!(lines.contains(&("stdout".into(), "hello".into())), "{lines:?}");
    assert!(lines.contains(&("stderr".into(), "PATH=".into())), "{lines:?}");
}

#[test]
fn wasi_sleeps_within_the_time_of_a_message_and_exits() {
    // A clock's subscription of an hour, and one of a millisecond.
    let sleeps = |nanoseconds: u64| {
        format!(
            r#"(func (export "handle_message") (param i32 i32 i32) (result i32)
            (i64.store (i32.const 512) (i64.const 77)) (i64.store (i32.const 536) (i64.const {nanoseconds}))
            (i64.store (i32.const 560) (i64.const 78)) (i64.store (i32.const 584) (i64.const 3600000000000))
            (call $check (call $poll (i32.const 512) (i32.const 700) (i32.const 2) (i32.const 800)) (i32.const 0))
            (call $check (i32.load (i32.const 800)) (i32.const 1))
            (call $check (i32.load (i32.const 700)) (i32.const 77))
            (call $exit (i32.const 3)) unreachable)"#
        )
    };
    let fails = |nanoseconds, reason: &str| {
        let module = load(&[WASI, REST, CREATES, &sleeps(nanoseconds)], r#"{"time_ms":2000}"#).unwrap();
        let error = module.send(&message()).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains(reason), "{error}");
    };
    fails(1_000_000, "it exited with 3; it is dead now");
    fails(3_000_000_000_000, "it took longer than 2000 ms");
}

#[test]
fn wasi_has_clocks_and_random_numbers_where_they_are_granted() {
    let random =
        r#"(import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))"#;
    let clock = r#"(import "wasi_snapshot_preview1" "clock_time_get" (func $clock (param i32 i64 i32) (result i32)))"#;
    let does = r#"
        (func $check (param i32 i32) (if (i32.ne (local.get 0) (local.get 1)) (then unreachable)))
        (func (export "handle_message") (param i32 i32 i32) (result i32)
            (call $check (call $random (i32.const 512) (i32.const 16)) (i32.const 0))
            (call $check (i64.eq (i64.load (i32.const 512)) (i64.load (i32.const 520))) (i32.const 0))
            (call $check (call $random (i32.const 65530) (i32.const 16)) (i32.const 21))
            (call $check (call $clock (i32.const 0) (i64.const 1) (i32.const 512)) (i32.const 0))
            (call $check (i64.gt_u (i64.load (i32.const 512)) (i64.const 1700000000000000000)) (i32.const 1))
            (call $check (call $clock (i32.const 9) (i64.const 1) (i32.const 512)) (i32.const 28))
            i32.const 16)"#;
    let parts = [random, clock, REST, CREATES, does];
    refused(&parts, r#"{"grants":{"clock":true}}"#, r#"{"grants": {"random": true}}"#);
    refused(&parts, r#"{"grants":{"random":true}}"#, r#"{"grants": {"clock": true}}"#);
    let module = load(&parts, r#"{"grants":{"random":true,"clock":true}}"#).unwrap();
    module.send(&message()).unwrap();
}

const FILES: &str = r#"
    (import "wasi_snapshot_preview1" "fd_prestat_get" (func $prestat (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_prestat_dir_name" (func $name (param i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_readdir" (func $list (param i32 i32 i32 i64 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_pread" (func $pread (param i32 i32 i32 i64 i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_close" (func $close (param i32) (result i32)))
    (import "wasi_snapshot_preview1" "fd_fdstat_get" (func $fdstat (param i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "path_filestat_get" (func $stat (param i32 i32 i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "path_unlink_file" (func $remove (param i32 i32 i32) (result i32)))
    (import "wasi_snapshot_preview1" "path_symlink" (func $symlink (param i32 i32 i32 i32 i32) (result i32)))"#;
const OPENS: &str = r#"
    (func $opens (param i32 i32) (result i32)
        (call $open (i32.const 3) (i32.const 1) (local.get 0) (local.get 1) (i32.const 0)
            (i64.const 2) (i64.const 2) (i32.const 0) (i32.const 840)))
    (data (i32.const 400) "file")
    (data (i32.const 410) "../file")"#;

#[test]
fn wasi_has_the_folders_that_were_granted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("file"), "content").unwrap();
    let does = r#"(func (export "handle_message") (param i32 i32 i32) (result i32)
            (call $check (call $prestat (i32.const 3) (i32.const 512)) (i32.const 0))
            (call $check (i32.load (i32.const 512)) (i32.const 0))
            (call $check (i32.load (i32.const 516)) (i32.const 5))
            (call $check (call $name (i32.const 3) (i32.const 520) (i32.const 4)) (i32.const 37))
            (call $check (call $name (i32.const 3) (i32.const 520) (i32.const 5)) (i32.const 0))
            (call $check (i32.load (i32.const 521)) (i32.const 0x61746164))
            (call $check (call $prestat (i32.const 4) (i32.const 512)) (i32.const 8))
            ;; It holds `.`, `..` and a file, each with 24 bytes before its name.
            (call $check (call $list (i32.const 3) (i32.const 600) (i32.const 500) (i64.const 0) (i32.const 840)) (i32.const 0))
            (call $check (i32.load (i32.const 840)) (i32.const 79))
            (call $check (i32.load (i32.const 675)) (i32.const 0x656c6966))
            (call $check (i32.load8_u (i32.const 671)) (i32.const 4))
            (call $check (call $list (i32.const 3) (i32.const 600) (i32.const 27) (i64.const 2) (i32.const 840)) (i32.const 0))
            (call $check (i32.load (i32.const 840)) (i32.const 27))
            ;; A file, in two pieces and from another place.
            (call $check (call $opens (i32.const 400) (i32.const 4)) (i32.const 0))
            (call $check (i32.load (i32.const 840)) (i32.const 4))
            (i32.store (i32.const 800) (i32.const 900)) (i32.store (i32.const 804) (i32.const 3))
            (i32.store (i32.const 808) (i32.const 910)) (i32.store (i32.const 812) (i32.const 90))
            (call $check (call $read (i32.const 4) (i32.const 800) (i32.const 2) (i32.const 844)) (i32.const 0))
            (call $check (i32.load (i32.const 844)) (i32.const 7))
            (call $check (i32.load (i32.const 910)) (i32.const 0x746e6574))
            (call $check (call $pread (i32.const 4) (i32.const 808) (i32.const 1) (i64.const 6) (i32.const 844)) (i32.const 0))
            (call $check (i32.load (i32.const 844)) (i32.const 1))
            (call $check (call $pread (i32.const 4) (i32.const 808) (i32.const 1) (i64.const -1) (i32.const 844)) (i32.const 28))
            (call $check (call $fdstat (i32.const 4) (i32.const 900)) (i32.const 0))
            (call $check (i32.load8_u (i32.const 900)) (i32.const 4))
            (call $check (i32.and (i32.load (i32.const 908)) (i32.const 66)) (i32.const 2))
            (call $check (call $stat (i32.const 3) (i32.const 1) (i32.const 400) (i32.const 4) (i32.const 900)) (i32.const 0))
            (call $check (i32.load (i32.const 932)) (i32.const 7))
            ;; Out of it, to be changed, and what is no memory of its own.
            (call $check (call $opens (i32.const 410) (i32.const 7)) (i32.const 2))
            (call $check (call $remove (i32.const 3) (i32.const 400) (i32.const 4)) (i32.const 69))
            (call $check (call $symlink (i32.const 400) (i32.const 4) (i32.const 3) (i32.const 410) (i32.const 4)) (i32.const 58))
            (call $check (call $opens (i32.const -1) (i32.const 4)) (i32.const 21))
            (call $check (call $opens (i32.const 0) (i32.const 5000)) (i32.const 37))
            (call $check (call $opens (i32.const 800) (i32.const 4)) (i32.const 28))
            (call $check (call $stat (i32.const 3) (i32.const 1) (i32.const 400) (i32.const 4) (i32.const 65530)) (i32.const 21))
            (call $check (call $list (i32.const 3) (i32.const 65530) (i32.const 500) (i64.const 0) (i32.const 840)) (i32.const 21))
            (i32.store (i32.const 808) (i32.const -1))
            (call $check (call $read (i32.const 4) (i32.const 800) (i32.const 2) (i32.const 844)) (i32.const 21))
            (call $check (call $close (i32.const 4)) (i32.const 0))
            (call $check (call $close (i32.const 4)) (i32.const 8))
            i32.const 16)"#;
    let path = folder.path().display();
    let options = format!(r#"{{"grants":{{"folders":[{{"path":"{path}","name":"/data"}}]}}}}"#);
    let parts = [FILES, WASI, OPENS, REST, CREATES, does];
    let module = load(&parts, &options).unwrap();
    for _ in 0..2 {
        module.send(&message()).unwrap();
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let nowhere = r#"{"grants":{"folders":[{"path":"/nowhere/at/all"}]}}"#;
    refused(&parts, nowhere, "`folders` names /nowhere/at/all, which cannot be opened");
}
