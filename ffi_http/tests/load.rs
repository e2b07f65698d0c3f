//! Many requests at once, while everything changes: every body right, and memory flat.
#![allow(unsafe_code)]

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

/// The system's allocator, and how many bytes are handed out.
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

extern "C-unwind" fn number(request: i64, _: *mut c_void) -> i64 {
    let number = request_param(request, "number");
    response_create(200, &format!("{number} is {}", number.repeat(20)))
}

fn expected(number: usize, how: &str) -> String {
    let number = number.to_string();
    format!("{number} {how} {}", number.repeat(20))
}

/// Bytes that are handed out, and bytes of memory that the process has.
fn in_use() -> (i64, i64) {
    let handed_out = HANDED_OUT.load(Ordering::Relaxed);
    let status = fs::read_to_string("/proc/self/smaps_rollup").unwrap();
    let line = status.lines().find(|line| line.starts_with("Anonymous:")).unwrap();
    let kept = line.split_whitespace().nth(1).unwrap().parse::<i64>().unwrap() * 1024;
    (handed_out, kept)
}

/// One round: every connection is a client of its own.
fn round(server: &Server) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(|| {
                let client = client_create();
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    if i >= REQUESTS {
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

#[test]
fn ten_thousand_requests_over_and_over() {
    if std::env::var_os("ONE_ARENA").is_some() {
        // SAFETY: no other thread allocates yet but the harness's.
        assert_eq!(unsafe { libc::mallopt(libc::M_ARENA_MAX, 1) }, 1);
    }
    register("l-number", number);
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/call/:number", "l-number"));
        assert!(server_route(server, "GET", "/pull/:number", "l-nobody"));
    });
    let over = AtomicBool::new(false);
    let handles = live();
    std::thread::scope(|scope| {
        // The host that pulls.
        scope.spawn(|| {
            while !over.load(Ordering::SeqCst) {
                let request = server_next_request(server.0, 100);
                if request > 0 {
                    let number = request_param(request, "number");
                    let text = format!("{number} was {}", number.repeat(20));
                    assert!(server_respond(request, response_create(200, &text)), "{}", last_error());
                }
            }
        });
        // Routes come and are replaced, clients come and go.
        scope.spawn(|| {
            let mut i = 0;
            while !over.load(Ordering::SeqCst) {
                i += 1;
                assert!(server_route(server.0, "GET", &format!("/extra/{}/:number", i % 200), "l-number"));
                let client = client_create();
                let answer =
                    client_request(client, "GET", &server.url(&format!("/extra/{}/7", i % 200)), &[], "");
                assert_eq!(answer.body, expected(7, "is"), "{}", answer.error);
                client_destroy(client);
                std::thread::sleep(Duration::from_millis(5));
            }
        });
        for _ in 0..std::env::var("ROUNDS").map_or(6, |n| n.parse().unwrap()) {
            let begun = std::time::Instant::now();
            round(&server);
            let (a, b) = in_use();
            let threads = fs::read_dir("/proc/self/task").unwrap().count();
            // SAFETY: only gives back what is free.
            let info = unsafe {
                libc::malloc_trim(0);
                libc::mallinfo2()
            };
            let (c, d) = in_use();
            println!("round {:?}: handed out {a} {c}, kept {b} {d}, {threads} threads, live {}, uord {} hblk {}", begun.elapsed(), live(), info.uordblks, info.hblkhd);
        }
        over.store(true, Ordering::SeqCst);
    });
    assert!(support::eventually(Duration::from_secs(5), || live() == handles), "{} handles", live());
}
