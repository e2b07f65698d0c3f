//! A process of its own: callbacks take all the slots that a process has for running them in place.
//!
//! Callbacks that block: whoever else the library serves is served meanwhile.

#[path = "it/support/mod.rs"]
mod support;

use std::{
    ffi::c_void,
    io::Write,
    net::TcpStream,
    sync::{
        Condvar, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use support::{Server, api::*, hello, raw, raw::Wild};

static BLOCKS: AtomicBool = AtomicBool::new(false);

extern "C-unwind" fn quick(_: i64, _: *mut c_void) -> i64 {
    if BLOCKS.swap(false, Ordering::SeqCst) {
        std::thread::sleep(Duration::from_secs(4));
    }
    response_create(200, "quick")
}

fn ask(stream: &mut TcpStream, path: &str) {
    let text = format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n");
    stream.write_all(text.as_bytes()).unwrap();
}

#[test]
fn a_quick_callback_that_blocks_holds_up_its_own_client_only() {
    register("k-quick", quick);
    register("k-hello", hello);
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/quick", "k-quick"));
        assert!(server_route(server, "GET", "/hello", "k-hello"));
    });
    let silent = Wild::new(|stream, _| {
        let _ = std::io::Read::read(stream, &mut [0]);
    });
    let client = client_create();
    assert!(client_set_timeout(client, 1000));
    let connect = || TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    let mut blocked = connect();
    let mut idle = connect();
    for _ in 0..3 {
        for _ in 0..300 {
            ask(&mut blocked, "/quick");
            assert_eq!(raw::answer(&mut blocked).0, 200);
        }
        ask(&mut idle, "/hello");
        assert_eq!(raw::answer(&mut idle).0, 200);
        std::thread::scope(|scope| {
            let waits = scope.spawn(|| {
                let begun = Instant::now();
                let answer = client_request(client, "GET", &silent.url("/"), &[], "");
                (answer.status, begun.elapsed())
            });
            std::thread::sleep(Duration::from_millis(300));
            BLOCKS.store(true, Ordering::SeqCst);
            ask(&mut blocked, "/quick");
            let begun = Instant::now();
            std::thread::sleep(Duration::from_millis(50));
            // A known client, a new one, and one of the host's own that waits for a time limit.
            ask(&mut idle, "/hello");
            assert_eq!(raw::answer(&mut idle).0, 200);
            let mut other = connect();
            ask(&mut other, "/nowhere");
            assert_eq!(raw::answer(&mut other).0, 404);
            let (status, time) = waits.join().unwrap();
            assert!(status == 0 && time < Duration::from_secs(3), "{time:?}");
            assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
            assert_eq!(raw::answer(&mut blocked).0, 200);
            assert!(begun.elapsed() > Duration::from_secs(3), "it did not block in place");
        });
    }
    client_destroy(client);
}

static CALLED: AtomicUsize = AtomicUsize::new(0);
static OVER: Mutex<bool> = Mutex::new(false);
static TOLD: Condvar = Condvar::new();

extern "C-unwind" fn never(_: i64, _: *mut c_void) -> i64 {
    CALLED.fetch_add(1, Ordering::SeqCst);
    let mut over = OVER.lock().unwrap();
    while !*over {
        over = TOLD.wait(over).unwrap();
    }
    response_create(200, "at last")
}

#[test]
fn handlers_that_never_return_keep_nobody_from_files_and_names() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("x.txt"), "fine").unwrap();
    register("k-never", never);
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/never", "k-never"));
        assert!(server_static(server, "/files", &folder.path().display().to_string()));
        assert!(server_set_answer_timeout(server, 1000));
    });
    let waiting: Vec<TcpStream> = (0..560)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
            ask(&mut stream, "/never");
            stream
        })
        .collect();
    assert!(support::eventually(Duration::from_secs(20), || CALLED.load(Ordering::SeqCst) > 550));
    let client = client_create();
    assert!(client_set_timeout(client, 5000));
    for host in ["127.0.0.1", "localhost"] {
        let url = format!("http://{host}:{}/files/x.txt", server.port());
        let answer = client_request(client, "GET", &url, &[], "");
        assert_eq!((answer.body.as_str(), answer.error.as_str()), ("fine", ""));
    }
    client_destroy(client);
    *OVER.lock().unwrap() = true;
    TOLD.notify_all();
    drop(waiting);
}
