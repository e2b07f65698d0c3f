//! Ends of WebSockets, against peers that end them in their own way.

use crate::support::{Server, api::*, eventually, raw, raw::Wild};
use std::{
    ffi::c_void,
    io::{Read, Write},
    net::TcpStream,
    sync::atomic::{AtomicI64, Ordering},
    time::{Duration, Instant},
};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

/// A peer that shakes hands and does then what it is told.
fn peer(serve: impl Fn(&mut TcpStream) + Send + 'static) -> Wild {
    Wild::new(move |stream, head| {
        let key = head
            .lines()
            .find_map(|line| {
                line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("sec-websocket-key"))
            })
            .expect("a key")
            .1;
        let _ = write!(
            stream,
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Accept: {}\r\n\r\n",
            derive_accept_key(key.as_bytes())
        );
        serve(stream);
    })
}

fn connect(wild: &Wild) -> i64 {
    let ws = ws_connect(&wild.url("/").replace("http:", "ws:"));
    assert!(ws > 0, "{}", last_error());
    ws
}

const GOODBYE: [u8; 4] = [0x88, 2, 3, 0xe8];

/// Lets the other side end the connection, for a while.
fn stay(stream: &mut TcpStream) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    let _ = stream.read_to_end(&mut Vec::new());
}

#[test]
fn a_goodbye_that_is_answered_is_enough() {
    let wild = peer(|stream| {
        let _ = stream.read(&mut [0; 100]);
        std::thread::sleep(Duration::from_millis(300));
        let _ = stream.write_all(&GOODBYE);
        stay(stream);
    });
    let ws = connect(&wild);
    let begun = Instant::now();
    assert!(ws_close(ws), "{}", last_error());
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
}

#[test]
fn messages_that_nobody_took_do_not_hide_a_goodbye() {
    let wild = peer(|stream| {
        for _ in 0..1000 {
            let _ = stream.write_all(b"\x81\x02hi");
        }
        let _ = stream.read(&mut [0; 100]);
        let _ = stream.write_all(&GOODBYE);
        stay(stream);
    });
    let ws = connect(&wild);
    assert_eq!(ws_wait(ws, 5000), 1);
    std::thread::sleep(Duration::from_millis(200));
    let begun = Instant::now();
    assert!(ws_close(ws), "{}", last_error());
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
}

#[test]
fn a_peer_that_says_goodbye_first_is_heard_at_once() {
    for ends in [false, true] {
        let wild = peer(move |stream| {
            let _ = stream.write_all(b"\x81\x02hi");
            let _ = stream.write_all(&GOODBYE);
            if !ends {
                stay(stream);
                return;
            }
            let mut reply = [0; 8];
            // Masked, so four bytes longer.
            let _ = stream.read_exact(&mut reply);
            assert_eq!(reply[0], 0x88);
        });
        let ws = connect(&wild);
        let begun = Instant::now();
        assert!(eventually(Duration::from_secs(5), || ws_close_code(ws) == 1000));
        // What came before it is still there.
        assert_eq!((ws_wait(ws, 10_000), ws_receive(ws).as_str()), (1, "hi"));
        assert_eq!(ws_wait(ws, 10_000), -1);
        assert_eq!(ws_receive(ws), "");
        assert!(last_error().contains("code 1000"), "{}", last_error());
        assert!(ws_close(ws), "{}", last_error());
        assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    }
}

#[test]
fn a_send_that_is_stuck_keeps_nobody_from_closing() {
    let wild = peer(|_| std::thread::sleep(Duration::from_secs(8)));
    let ws = connect(&wild);
    let stuck = std::thread::spawn(move || {
        let sent = ws_send_bytes(ws, &vec![0; 60 << 20]);
        (sent, last_error())
    });
    std::thread::sleep(Duration::from_millis(500));
    let begun = Instant::now();
    assert!(!ws_close(ws));
    let time = begun.elapsed();
    assert!(time < Duration::from_secs(7), "{time:?}");
    let (sent, error) = stuck.join().unwrap();
    assert!(!sent && error.contains("closed"), "{error}");
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
}

const UPGRADE: &[u8] = b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

fn upgraded(server: &Server) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    stream.write_all(UPGRADE).unwrap();
    stream
}

static LATE: AtomicI64 = AtomicI64::new(0);

extern "C-unwind" fn accepts_late(request: i64, _: *mut c_void) -> i64 {
    std::thread::sleep(Duration::from_millis(700));
    LATE.store(ws_accept(request), Ordering::SeqCst);
    0
}

#[test]
fn a_websocket_that_is_accepted_while_the_server_stops_is_told() {
    register("g-late", accepts_late);
    let server = Server::start(|server| assert!(server_websocket(server, "/ws", "g-late")));
    let mut stream = upgraded(&server);
    std::thread::sleep(Duration::from_millis(200));
    assert!(server_stop(server.0));
    assert_eq!(raw::status(&raw::head(&mut stream)), 101);
    let mut frame = [0; 4];
    stream.read_exact(&mut frame).unwrap();
    assert_eq!(frame, [0x88, 18, 3, 0xe9], "going away");
    drop(stream);
    let late = LATE.load(Ordering::SeqCst);
    assert!(eventually(Duration::from_secs(5), || !ws_send(late, "?")));
}

extern "C-unwind" fn hangs(_: i64, _: *mut c_void) -> i64 {
    std::thread::sleep(Duration::from_secs(6));
    response_create(200, "late")
}

extern "C-unwind" fn floods(request: i64, _: *mut c_void) -> i64 {
    let ws = ws_accept(request);
    ws_send_bytes(ws, &vec![0; 60 << 20]);
    0
}

extern "C-unwind" fn accepts(request: i64, _: *mut c_void) -> i64 {
    ws_accept(request);
    0
}

#[test]
fn stopping_takes_the_time_that_is_set_and_no_more() {
    register("g-hangs", hangs);
    for (name, handler) in [("g-mute", accepts as Callback), ("g-floods", floods)] {
        register(name, handler);
        let server = Server::start(|server| {
            assert!(server_websocket(server, "/ws", name));
            assert!(server_route(server, "GET", "/hang", "g-hangs"));
            assert!(server_set_stop_timeout(server, 2000));
        });
        let mut mute = upgraded(&server);
        assert_eq!(raw::status(&raw::head(&mut mute)), 101);
        let mut hanging = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
        hanging.write_all(b"GET /hang HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        std::thread::sleep(Duration::from_millis(500));
        let begun = Instant::now();
        assert!(server_stop(server.0));
        let time = begun.elapsed();
        assert!((2000..3500).contains(&time.as_millis()), "{name}: {time:?}");
        assert_eq!(raw::status(&raw::head(&mut hanging)), 503);
    }
}
