//! A process of its own: SIGPIPE ends it, as it ends every C program that leaves the signal alone.
//!
//! Peers reset and half-close at every point: client, server, WebSockets.
#![allow(unsafe_code)]

#[path = "it/support/mod.rs"]
mod support;

use std::{
    ffi::c_void,
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    os::fd::AsRawFd,
};
use support::{Server, api::*};

/// How a peer leaves.
#[derive(Clone, Copy)]
enum Leaving {
    Reset,
    Close,
    HalfClose,
}

const WAYS: [Leaving; 3] = [Leaving::Reset, Leaving::Close, Leaving::HalfClose];

fn leave(stream: TcpStream, way: Leaving) {
    match way {
        Leaving::Reset => {
            let linger = libc::linger { l_onoff: 1, l_linger: 0 };
            let size = size_of::<libc::linger>() as libc::socklen_t;
            // SAFETY: `linger` is of the size that is named.
            let set = unsafe {
                libc::setsockopt(
                    stream.as_raw_fd(),
                    libc::SOL_SOCKET,
                    libc::SO_LINGER,
                    (&raw const linger).cast(),
                    size,
                )
            };
            assert_eq!(set, 0);
        }
        Leaving::Close => {}
        Leaving::HalfClose => {
            let _ = stream.shutdown(Shutdown::Write);
            let _ = (&stream).read(&mut [0; 1000]);
        }
    }
}

extern "C-unwind" fn large(_: i64, _: *mut c_void) -> i64 {
    response_create(200, &"x".repeat(8 << 20))
}

extern "C-unwind" fn chatty(request: i64, _: *mut c_void) -> i64 {
    let ws = ws_accept(request);
    for _ in 0..50 {
        if !ws_send(ws, &"x".repeat(1 << 20)) {
            break;
        }
    }
    ws_close(ws);
    0
}

fn against_our_server() {
    register("p-large", large);
    register("p-chatty", chatty);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file"), vec![b'x'; 8 << 20]).unwrap();
    let server = Server::start(|server| {
        assert!(server_route(server, "*", "/large", "p-large"));
        assert!(server_static(server, "/s", folder.path().to_str().unwrap()));
        assert!(server_websocket(server, "/ws", "p-chatty"));
    });
    let requests = [
        "GET /large HTTP/1.1\r\nHost: x\r\n\r\n".to_owned(),
        "GET /large HTTP/1.1\r\nHost: x\r\n\r\n".repeat(3),
        "GET /s/file HTTP/1.1\r\nHost: x\r\n\r\n".to_owned(),
        "POST /large HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf".to_owned(),
        "GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
            .to_owned(),
    ];
    for request in &requests {
        for way in WAYS {
            for end in [request.len() / 2, request.len()] {
                for read in [0, 1, 5000] {
                    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
                    stream.set_read_timeout(Some(std::time::Duration::from_millis(200))).unwrap();
                    stream.write_all(&request.as_bytes()[..end]).unwrap();
                    if end == request.len() {
                        let _ = stream.read(&mut vec![0; read]);
                    }
                    leave(stream, way);
                }
            }
        }
    }
    assert_eq!(get(&server.url("/s/file")).body.len(), 8 << 20);
}

/// A server that reads `count` bytes of each connection and leaves.
fn leaving(way: Leaving, count: usize, says: &'static [u8]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.set_read_timeout(Some(std::time::Duration::from_millis(300)));
            let _ = stream.read_exact(&mut vec![0; count]);
            let _ = stream.write_all(says);
            leave(stream, way);
        }
    });
    port
}

fn our_client() {
    let big = "x".repeat(16 << 20);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &big).unwrap();
    let path = file.path().to_str().unwrap();
    let client = client_create();
    for way in WAYS {
        for (count, says) in
            [(1, &b""[..]), (2000, b""), (2000, b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")]
        {
            let port = leaving(way, count, says);
            let url = format!("http://127.0.0.1:{port}/");
            for _ in 0..2 {
                post(&url, &big, "");
                client_send_file(client, "PUT", &url, &[], path);
                client_upload(client, &url, &[], path, "f");
                let stream = stream_open(client, "POST", &url, &[]);
                for _ in 0..20 {
                    if !stream_write(stream, &big.as_bytes()[..1 << 20]) {
                        break;
                    }
                }
                stream_free(stream);
                ws_connect(&url.replace("http", "ws"));
                // A hello of TLS, and what comes after it.
                get(&url.replace("http", "https"));
            }
        }
    }
    client_destroy(client);
}

#[test]
fn no_peer_ends_the_process() {
    // SAFETY: no handler is set; the test is this process's only one.
    unsafe { libc::signal(libc::SIGPIPE, libc::SIG_DFL) };
    against_our_server();
    our_client();
}
