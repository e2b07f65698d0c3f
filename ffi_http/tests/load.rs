//! A process of its own: its memory is measured, by an allocator that counts.
//!
//! Many requests at once, while everything changes: every body right, and memory flat.
#![allow(unsafe_code)]

#[path = "it/support/mod.rs"]
mod support;

use std::{
    alloc::{GlobalAlloc, Layout, System},
    ffi::c_void,
    fs,
    sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering},
    time::Duration,
};
use support::{Server, api::*};

const CONNECTIONS: usize = 64;
const REQUESTS: usize = 10_000;
/// Rounds after which everything is there that stays: threads and what they keep, pools, the handlers' paces.
const WARM_UP: usize = 4;
/// Rounds of which one has to add nothing.
const MEASURED: usize = 3;
/// Bytes that a round may add to the process.
const FLAT: i64 = 1 << 20;
/// Bytes that it may add to those that are handed out: not a dozen for each request.
const EXACT: i64 = 112 << 10;

/// The system's allocator, and how many bytes of it are handed out.
struct Counting;

static HANDED_OUT: AtomicI64 = AtomicI64::new(0);

// SAFETY: each call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HANDED_OUT.fetch_add(layout.size() as i64, Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }
    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        HANDED_OUT.fetch_sub(layout.size() as i64, Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// True where the handler takes its time.
static SLOW: AtomicBool = AtomicBool::new(false);
/// True where the handler forgets memory that it was given.
static LEAKS: AtomicBool = AtomicBool::new(false);

extern "C-unwind" fn number(request: i64, _: *mut c_void) -> i64 {
    if LEAKS.load(Ordering::Relaxed) {
        std::mem::forget(vec![1_u8; 1 << 10]);
    }
    if SLOW.load(Ordering::Relaxed) {
        std::thread::sleep(Duration::from_millis(10));
    }
    let number = request_param(request, "number");
    response_create(200, &format!("{number} is {}", number.repeat(20)))
}

fn expected(number: usize, how: &str) -> String {
    let number = number.to_string();
    format!("{number} {how} {}", number.repeat(20))
}

/// Bytes that are handed out, and bytes of memory that the process has; the least within half a second, for
/// connections take a moment to end. A slow handler goes before, for which each connection gets a thread: as many
/// as there can be are there whenever memory is looked at.
fn in_use(server: &Server) -> (i64, i64) {
    SLOW.store(true, Ordering::Relaxed);
    round(server, CONNECTIONS * 8);
    SLOW.store(false, Ordering::Relaxed);
    let look = |_| {
        std::thread::sleep(Duration::from_millis(50));
        // SAFETY: gives back to the system what is free.
        unsafe { libc::malloc_trim(0) };
        let status = fs::read_to_string("/proc/self/smaps_rollup").unwrap();
        let line = status.lines().find(|line| line.starts_with("Anonymous:")).unwrap();
        let kept = line.split_whitespace().nth(1).unwrap().parse::<i64>().unwrap() * 1024;
        (HANDED_OUT.load(Ordering::Relaxed), kept)
    };
    (0..10).map(look).reduce(|a, b| (a.0.min(b.0), a.1.min(b.1))).unwrap()
}

/// Requests over all connections, each of them a client of its own.
fn round(server: &Server, requests: usize) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(|| {
                let client = client_create();
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    if i >= requests {
                        break;
                    }
                    let (path, how) = match i % 4 {
                        0 => (format!("/pull/{i}"), "was"),
                        _ => (format!("/call/{i}"), "is"),
                    };
                    let answer = client_request(client, "GET", &server.url(&path), &[], "");
                    assert_eq!((answer.status, answer.body), (200, expected(i, how)), "{}", answer.error);
                }
                client_destroy(client);
            });
        }
    });
}

/// Growth of memory by a round: bytes handed out, and bytes kept.
fn growth(server: &Server, requests: usize) -> (i64, i64) {
    let before = in_use(server);
    round(server, requests);
    let after = in_use(server);
    println!("handed out {} and then {}, kept {} and then {}", before.0, after.0, before.1, after.1);
    (after.0 - before.0, after.1 - before.1)
}

/// The host that pulls.
fn pull(server: &Server) {
    let request = server_next_request(server.0, 100);
    if request > 0 {
        let number = request_param(request, "number");
        let text = format!("{number} was {}", number.repeat(20));
        assert!(server_respond(request, response_create(200, &text)), "{}", last_error());
    }
}

/// A route comes or is replaced, a client comes and goes.
fn change(server: &Server, i: usize) {
    assert!(server_route(server.0, "GET", &format!("/extra/{}/:number", i % 200), "l-number"));
    let client = client_create();
    let answer = client_request(client, "GET", &server.url(&format!("/extra/{}/7", i % 200)), &[], "");
    assert_eq!(answer.body, expected(7, "is"), "{}", answer.error);
    client_destroy(client);
    std::thread::sleep(Duration::from_millis(5));
}

/// Ends the threads beside the rounds, whatever comes of these.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[test]
fn ten_thousand_requests_over_and_over() {
    register("l-number", number);
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/call/:number", "l-number"));
        assert!(server_route(server, "GET", "/pull/:number", "l-nobody"));
    });
    let over = AtomicBool::new(false);
    let goes_on = || !over.load(Ordering::SeqCst);
    let handles = live();
    std::thread::scope(|scope| {
        let ends = Ends(&over);
        scope.spawn(|| {
            while goes_on() {
                pull(&server);
            }
        });
        scope.spawn(|| (0..).take_while(|_| goes_on()).for_each(|i| change(&server, i)));
        for _ in 0..WARM_UP {
            round(&server, REQUESTS);
        }
        // What leaks does so in every round; what the allocator has left scattered does not.
        let flat = (0..MEASURED).any(|_| {
            let (handed_out, kept) = growth(&server, REQUESTS);
            handed_out < EXACT && kept < FLAT
        });
        // The same measure sees a handler that forgets a kilobyte for each request.
        LEAKS.store(true, Ordering::Relaxed);
        let leaked = growth(&server, 4000);
        drop(ends);
        assert!(flat, "each of {MEASURED} rounds left something behind: see above");
        assert!(leaked.0 > 2 * FLAT && leaked.1 > FLAT, "a leak was not seen: {leaked:?}");
    });
    assert!(support::eventually(Duration::from_secs(5), || live() == handles), "{} handles", live());
}
