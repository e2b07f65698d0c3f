//! Modules that do not end by themselves, with guard pages and without.

use super::*;

const WAYS: [&str; 2] = ["true", "false"];

/// What a module does for ever, each in another way.
const ENDLESS: [(&str, &str); 6] = [
    ("a loop that touches nothing", "(loop (br 0)) unreachable"),
    (
        "a loop with a value on the stack",
        "(i32.const 1) (loop (param i32) (result i32) (i32.const 1) (i32.add) (br 0)) unreachable",
    ),
    ("a loop that stores", "(loop (i32.store (i32.const 64) (i32.const 1)) (br 0)) unreachable"),
    ("a loop that reads", "(loop (br_if 0 (i32.eqz (i32.load (i32.const 2048))))) unreachable"),
    ("calls without a loop", "(call $twice (i64.const 63)) unreachable"),
    ("calls that take no more stack", "(return_call $for_ever)"),
];

const CALLED: &str = "
    (func $twice (param i64)
        (if (i64.ne (local.get 0) (i64.const 0)) (then
            (call $twice (i64.sub (local.get 0) (i64.const 1)))
            (call $twice (i64.sub (local.get 0) (i64.const 1))))))
    (func $for_ever (result i32) (return_call $for_ever))";

#[test]
fn whatever_takes_too_long_ends_and_begins_anew() {
    for (what, body) in ENDLESS {
        // The first of an instance's messages has its answer.
        let message_of = format!(
            r#"(global $asked (mut i32) (i32.const 0))
            (func (export "handle_message") (param i32 i32 i32) (result i32)
                (if (global.get $asked) (then {body})) (global.set $asked (i32.const 1)) i32.const 16)"#
        );
        for guard_pages in WAYS {
            let options = format!(r#"{{"time_ms": 30, "restart": true, "guard_pages": {guard_pages}}}"#);
            let module = load(&[REST, CREATES, &message_of, CALLED], &options).unwrap();
            for round in 0..3 {
                module.send(&message()).unwrap();
                let error = module.send(&message()).map(|_| ()).unwrap_err().to_string();
                let expected = "it took longer than 30 ms; the next message begins anew";
                assert!(error.contains(expected), "{what}, {guard_pages}, round {round}: {error}");
            }
        }
    }
}

#[test]
fn what_runs_before_the_first_message_ends_too() {
    let endless = "(loop (br 0))";
    let started = format!("(func $start {endless}) (start $start)");
    let initialized = format!(r#"(func (export "_initialize") {endless})"#);
    let creates = format!(r#"(func (export "create_module") (result i32) {endless} unreachable)"#);
    for guard_pages in WAYS {
        let options = format!(r#"{{"time_ms": 30, "guard_pages": {guard_pages}}}"#);
        let expected = "it took longer than 30 ms";
        refused(&[REST, CREATES, ANSWERS, &started], &options, expected);
        refused(&[REST, CREATES, ANSWERS, &initialized], &options, expected);
        refused(&[REST, &creates, ANSWERS], &options, expected);
    }
}

/// The start function comes before `_initialize`, and each once.
#[test]
fn the_start_function_runs_first() {
    let counts = r#"(global $count (mut i32) (i32.const 1))
        (func $start (global.set $count (i32.mul (global.get $count) (i32.const 5)))) (start $start)
        (func (export "_initialize") (global.set $count (i32.add (global.get $count) (i32.const 2))))
        (func (export "create_module") (result i32)
            (if (i32.ne (global.get $count) (i32.const 7)) (then unreachable)) i32.const 8)"#;
    for guard_pages in WAYS {
        let options = format!(r#"{{"guard_pages": {guard_pages}}}"#);
        load(&[REST, counts, ANSWERS], &options).unwrap().send(&message()).unwrap();
    }
}

#[test]
fn a_message_is_cancelled_with_guard_pages_and_without() {
    for guard_pages in WAYS {
        let options = format!(r#"{{"time_ms": 600000, "restart": true, "guard_pages": {guard_pages}}}"#);
        let module = load(&[REST, CREATES, LOOPS], &options).unwrap();
        for _ in 0..5 {
            thread::scope(|scope| {
                let sent = scope.spawn(|| module.send(&message()).map(|_| ()).unwrap_err().to_string());
                while module.cancel().is_err() {
                    thread::sleep(Duration::from_millis(1));
                }
                let error = sent.join().unwrap();
                assert!(error.contains("cancelled"), "{error}");
            });
        }
    }
}

/// Two instances of one file, each of which is stopped by itself.
#[test]
fn the_end_of_one_instance_is_none_of_another() {
    let ends_at_1 = r#"(func (export "handle_message") (param i32 i32 i32) (result i32)
        (if (i32.eq (i32.load8_u (local.get 2)) (i32.const 49)) (then (loop (br 0)))) i32.const 16)"#;
    let (_folder, path) = file(&wat::parse_str(format!("(module {REST} {CREATES} {ends_at_1})")).unwrap());
    for guard_pages in WAYS {
        let options = format!(r#"{{"time_ms": 600000, "guard_pages": {guard_pages}}}"#);
        let options = Options::parse(&options).unwrap();
        let [ends, lives] = [(); 2].map(|()| Module::load(path.to_str().unwrap(), &options).unwrap());
        thread::scope(|scope| {
            let endless = Message::new("query", "1").unwrap();
            let ended = scope.spawn(move || ends.send_timeout(endless, 50).map(|_| ()).unwrap_err());
            while !ended.is_finished() {
                lives.send(&message()).unwrap();
            }
            let error = ended.join().unwrap().to_string();
            assert!(error.contains("it took longer than"), "{error}");
        });
        lives.send(&message()).unwrap();
    }
}

#[test]
fn guard_pages_are_had_where_there_is_address_space() {
    let module = load(&[REST, CREATES, ANSWERS], "{}").unwrap();
    let limits = &module.info()["limits"];
    assert_eq!(limits["guard_pages"], has_address_space(), "{limits}");
    let module = load(&[REST, CREATES, ANSWERS], r#"{"guard_pages": false}"#).unwrap();
    assert_eq!(module.info()["limits"]["guard_pages"], false);
}
