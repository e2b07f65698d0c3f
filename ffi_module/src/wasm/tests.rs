//! Modules as toolchains make them, and what becomes of them.

use super::{Wasm, engine::Engines};
use crate::{Error, Module, backend::Backend, message::Message, options::Options};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    thread,
    time::Duration,
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

fn message() -> Message {
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
    let engines = Engines::shared().unwrap();
    let bytes = wat::parse_str(format!("(module {REST} {CREATES} {ANSWERS} (func nop nop))")).unwrap();
    let first = engines.compiled(bytes.clone(), 30_000).unwrap();
    assert!(Arc::ptr_eq(&first, &engines.compiled(bytes.clone(), 0).unwrap()));
    drop(first);
    assert!(engines.compiled(bytes, 0).map(|_| ()).unwrap_err().contains("compile_ms"), "it is gone");
}

#[test]
fn a_message_ends_with_its_time_and_its_module_with_it() {
    let module = load(&[REST, CREATES, LOOPS], r#"{"time_ms":20}"#).unwrap();
    let error = module.send(&message()).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("it took longer than 20 ms; it is dead now"), "{error}");
    let module = load(&[REST, CREATES, LOOPS], "{}").unwrap();
    let error = module.send_timeout(message(), 20).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("ms; it is dead now"), "{error}");
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
    let module = Wasm::open(&path, &Options { time_ms: 20, ..Options::default() }).unwrap();
    assert!(module.cancel(7));
    assert!(matches!(module.deliver(&message(), 7, None), Err(Error::CancelledBefore)));
    let error = module.deliver(&message(), 8, None).map(|_| ()).unwrap_err().to_string();
    assert!(error.contains("longer than 20 ms"), "{error}");
}

/// What clang makes of a file in `tests/modules`.
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

/// An instance that reserved 2 GiB, as is usual, would take 100 GiB.
#[test]
#[cfg(target_os = "linux")]
fn an_instance_reserves_what_it_uses() {
    let pages = || {
        let sizes = fs::read_to_string("/proc/self/statm").unwrap();
        sizes.split(' ').next().unwrap().parse::<u64>().unwrap()
    };
    let before = pages();
    let modules: Vec<_> = (0..50).map(|_| load(&[REST, CREATES, ANSWERS], "{}").unwrap()).collect();
    let reserved = pages().saturating_sub(before) * 4096;
    assert!(reserved < 20 << 30, "{} instances reserve {reserved} bytes", modules.len());
}
