//! A process of its own, with a limit of memory and the archive's allocator: bodies and messages that there is no memory
//! for are refused, and nothing ends.
#![cfg(target_os = "linux")]
#![allow(unsafe_code)]

#[path = "it/support/mod.rs"]
mod support;

use ffi_core::reserve;
use std::{
    fs::{self, File},
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};
use support::{Server, api::*, hello, raw, ws_echo};

#[global_allocator]
static ALLOCATOR: reserve::Allocator = reserve::Allocator;

const MIB: usize = 1 << 20;
const PIECE: usize = 1 << 16;
static ZEROS: [u8; PIECE] = [b'0'; PIECE];

/// No more may be taken than `more` beyond what is taken.
fn limit(more: Option<usize>) {
    let taken = fs::read_to_string("/proc/self/statm").unwrap();
    let pages: usize = taken.split(' ').next().unwrap().parse().unwrap();
    let most = more.map_or(libc::RLIM_INFINITY, |more| (pages * 4096 + more) as libc::rlim_t);
    let limit = libc::rlimit { rlim_cur: most, rlim_max: libc::RLIM_INFINITY };
    // SAFETY: the limit is there to be read.
    assert_eq!(unsafe { libc::setrlimit(libc::RLIMIT_AS, &limit) }, 0);
}

/// A client that sends its body a piece at a time.
struct Client {
    stream: TcpStream,
    chunked: bool,
}

impl Client {
    fn new(port: u16, length: Option<usize>) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        let framing = length.map_or("Transfer-Encoding: chunked".into(), |n| format!("Content-Length: {n}"));
        let _ = stream.write_all(format!("POST /hello HTTP/1.1\r\nHost: x\r\n{framing}\r\n\r\n").as_bytes());
        Self { stream, chunked: length.is_none() }
    }

    /// False where nobody takes it any more.
    fn send(&mut self, bytes: usize) -> bool {
        (0..bytes / PIECE).all(|_| {
            let sent = match self.chunked {
                true => self.stream.write_all(b"10000\r\n").and_then(|()| self.stream.write_all(&ZEROS)),
                false => self.stream.write_all(&ZEROS),
            };
            let ended = if self.chunked { self.stream.write_all(b"\r\n") } else { Ok(()) };
            sent.and(ended).is_ok()
        })
    }

    /// The answer's status; 0 where the connection was closed.
    fn status(mut self) -> u16 {
        if self.chunked {
            let _ = self.stream.write_all(b"0\r\n\r\n");
        }
        let mut head = [0; 12];
        match self.stream.read_exact(&mut head) {
            Ok(()) => raw::status(std::str::from_utf8(&head).unwrap()),
            Err(_) => 0,
        }
    }
}

fn post(port: u16, bytes: usize, chunked: bool) -> u16 {
    let mut client = Client::new(port, (!chunked).then_some(bytes));
    client.send(bytes);
    client.status()
}

/// The answer's status over HTTP/2, with curl, which the limit does not count for; 0 where the connection ended.
fn post_http2(port: u16, file: &Path, announced: bool) -> u16 {
    let script = r#"ulimit -v unlimited; exec curl -sS --http2-prior-knowledge --noproxy '*' --max-time 60 -X POST \
        -o /dev/null -w '%{http_code}' -T "$1" "$2""#;
    let path = if announced { file.to_str().unwrap() } else { "-" };
    let output = Command::new("bash")
        .args(["-c", script, "bash", path, &format!("http://127.0.0.1:{port}/hello")])
        .stdin(if announced { Stdio::null() } else { File::open(file).unwrap().into() })
        .output()
        .expect("curl (`cargo xtask setup`)");
    String::from_utf8_lossy(&output.stdout).parse().unwrap()
}

/// A connection that became a WebSocket.
fn websocket(port: u16) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let head = "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
                Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    assert_eq!(raw::status(&raw::head(&mut stream)), 101);
    stream
}

/// The header of a frame: of a client's with a mask that changes nothing.
fn header(first: u8, length: usize, masked: bool) -> Vec<u8> {
    let mut header = vec![first, 127 | if masked { 128 } else { 0 }];
    header.extend((length as u64).to_be_bytes());
    header.resize(if masked { 14 } else { 10 }, 0);
    header
}

/// All that comes until the connection ends: an error's close frame, or nothing where that found no way.
fn is_refused(mut stream: TcpStream) -> bool {
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    rest.is_empty() || rest == [0x88, 2, 3, 243]
}

fn echoes(port: u16, bytes: usize) -> bool {
    let mut stream = websocket(port);
    stream.write_all(&[header(0x81, bytes, true), vec![b'0'; bytes]].concat()).unwrap();
    let mut echo = vec![0; 10 + bytes];
    stream.read_exact(&mut echo).is_ok() && echo == [header(0x81, bytes, false), vec![b'0'; bytes]].concat()
}

#[test]
fn what_there_is_no_memory_for_is_refused() {
    // Each thread's own arena would take 64 MiB beforehand, in which more fits than the limit says.
    // SAFETY: nobody else runs yet who would change it.
    assert_eq!(unsafe { libc::mallopt(libc::M_ARENA_MAX, 1) }, 1);
    register("m-hello", hello);
    register("m-echo", ws_echo);
    let server = Server::start(|server| {
        assert!(server_route(server, "POST", "/hello", "m-hello"));
        assert!(server_websocket(server, "/ws", "m-echo"));
        assert!(server_set_body_limit(server, 100 << 20), "{}", last_error());
    });
    let port = server.port();
    bodies(port);
    bodies_over_http2(port);
    messages_to_a_server(port);
    messages_to_a_client(port);
}

fn bodies_over_http2(port: u16) {
    let folder = tempfile::tempdir().unwrap();
    let [small, large] = [1, 80].map(|size| {
        let path = folder.path().join(size.to_string());
        fs::write(&path, vec![b'0'; size * MIB]).unwrap();
        path
    });
    assert_eq!((post_http2(port, &small, true), post_http2(port, &small, false)), (200, 200));
    limit(Some(20 * MIB));
    for announced in [true, false] {
        let status = post_http2(port, &large, announced);
        assert!([0, 503].contains(&status), "{status}");
        assert_eq!(post_http2(port, &small, announced), 200);
    }
    limit(None);
    assert_eq!(post_http2(port, &large, false), 200);
}

fn messages_to_a_server(port: u16) {
    assert!(echoes(port, MIB));
    limit(Some(20 * MIB));
    for _ in 0..3 {
        // One that says how long it is, and never comes.
        let mut client = websocket(port);
        client.write_all(&header(0x82, 60 * MIB, true)).unwrap();
        assert!(is_refused(client));
        assert!(echoes(port, MIB));
    }
    // One in pieces, for each of which there is room.
    let mut client = websocket(port);
    let sent = (0..60).all(|piece| {
        let first = if piece == 0 { 0x01 } else { 0x00 };
        client.write_all(&header(first, MIB, true)).is_ok() && client.write_all(&vec![b'0'; MIB]).is_ok()
    });
    assert!(is_refused(client), "{sent}");
    assert!(echoes(port, MIB));
    limit(None);
    assert!(echoes(port, 40 * MIB));
}

/// Our client at a server that says how long its message is, and sends none of it. The handshake is another server's.
fn messages_to_a_client(port: u16) {
    for claimed in [60 * MIB, MIB] {
        let liar = raw::Wild::new(move |stream, head| {
            let mut real = TcpStream::connect(("127.0.0.1", port)).unwrap();
            real.write_all(head.as_bytes()).unwrap();
            stream.write_all(raw::head(&mut real).as_bytes()).unwrap();
            stream.write_all(&header(0x81, claimed, false)).unwrap();
            let _ = stream.write_all(&vec![b'0'; MIB]);
            let _ = stream.read(&mut [0]);
        });
        limit(Some(20 * MIB));
        let ws = ws_connect(&liar.url("/ws").replace("http", "ws"));
        if claimed > MIB {
            // The frame may come with the handshake's end.
            assert!(ws == 0 || ws_receive(ws).is_empty());
            assert!(last_error().contains("out of memory"), "{}", last_error());
        } else {
            assert!(ws > 0, "{}", last_error());
            assert_eq!(ws_receive(ws).len(), MIB);
        }
        ws_close(ws);
        limit(None);
    }
}

fn bodies(port: u16) {
    assert_eq!((post(port, MIB, false), post(port, MIB, true)), (200, 200));
    limit(Some(20 * MIB));
    for _ in 0..3 {
        // It is refused by what it says of itself.
        assert_eq!(post(port, 40 * MIB, false), 503);
        let status = post(port, 80 * MIB, true);
        assert!([0, 503].contains(&status), "{status}");
        assert_eq!((post(port, MIB, false), post(port, MIB, true)), (200, 200));
    }
    // Each for itself has room; all of them together do not. Of what is sent, the system holds some 10 MiB itself.
    for (count, bytes, chunked) in [(30, 2 * MIB, false), (16, 16 * MIB, true)] {
        let open = |_| Client::new(port, (!chunked).then_some(bytes));
        let mut clients: Vec<Client> = (0..count).map(open).collect();
        clients.iter_mut().for_each(|client| _ = client.send(bytes - PIECE));
        clients.iter_mut().for_each(|client| _ = client.send(PIECE));
        let statuses: Vec<u16> = clients.into_iter().map(Client::status).collect();
        assert!(statuses.iter().all(|status| [0, 200, 503].contains(status)), "{statuses:?}");
        assert!(!chunked || statuses.iter().any(|status| *status != 200), "{statuses:?}");
    }
    limit(None);
    assert_eq!((post(port, 40 * MIB, false), post(port, 40 * MIB, true)), (200, 200));
}
