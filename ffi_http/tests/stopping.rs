//! A process of its own: a callback that does not return keeps what the runtime had for its thread.
//!
//! Stopping a server while handlers do as they like.

#[path = "it/support/mod.rs"]
mod support;

use std::{
    ffi::c_void,
    sync::{
        Condvar, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};
use support::{Server, api::*, eventually};

/// As long as a test waits for what must come.
const LONG: Duration = Duration::from_secs(20);

static BLOCKS: AtomicBool = AtomicBool::new(false);
static INSIDE: AtomicUsize = AtomicUsize::new(0);
static RELEASED: (Mutex<bool>, Condvar) = (Mutex::new(false), Condvar::new());

/// Quick, until it is told to block: it never returns then by itself.
extern "C-unwind" fn quick_and_then_not(_: i64, _: *mut c_void) -> i64 {
    if BLOCKS.load(Ordering::SeqCst) {
        INSIDE.fetch_add(1, Ordering::SeqCst);
        let mut released = RELEASED.0.lock().unwrap();
        while !*released {
            released = RELEASED.1.wait(released).unwrap();
        }
        INSIDE.fetch_sub(1, Ordering::SeqCst);
    }
    response_create(200, "quick")
}

#[test]
fn a_handler_that_never_returns_holds_up_no_stop() {
    register("quick-and-then-not", quick_and_then_not);
    let server = Server::start(|server| {
        assert!(server_route(server, "*", "/quick", "quick-and-then-not"));
        assert!(server_set_stop_timeout(server, 50));
    });
    let url = server.url("/quick");
    // From now on it is called in place.
    for _ in 0..500 {
        assert_eq!(get(&url).status, 200);
    }
    BLOCKS.store(true, Ordering::SeqCst);
    let asking: Vec<_> = (0..2)
        .map(|_| {
            let url = url.clone();
            std::thread::spawn(move || get(&url).status)
        })
        .collect();
    assert!(eventually(LONG, || INSIDE.load(Ordering::SeqCst) > 0));
    let number = server.0;
    let (sender, stopped) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(server_stop(number)));
    let in_time = stopped.recv_timeout(LONG);
    // What goes on meanwhile is no matter of a server that begins anew.
    let again = in_time.is_ok() && server_start_background(server.0);
    *RELEASED.0.lock().unwrap() = true;
    RELEASED.1.notify_all();
    assert_eq!(in_time, Ok(true), "the server was not stopped");
    assert!(again, "{}", last_error());
    BLOCKS.store(false, Ordering::SeqCst);
    assert!(eventually(LONG, || INSIDE.load(Ordering::SeqCst) == 0));
    assert_eq!(get(&url).status, 200);
    for asking in asking {
        // Whatever became of them.
        asking.join().unwrap();
    }
}
