//! A process of its own, with a limit of memory and the archive's allocator: bodies that there is no memory for are
//! refused, and nothing ends.
#![cfg(target_os = "linux")]
#![allow(unsafe_code)]

#[path = "it/support/mod.rs"]
mod support;

use ffi_core::reserve;
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};
use support::{Server, api::*, hello, raw};

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

#[test]
fn bodies_that_there_is_no_memory_for_are_refused() {
    // Each thread's own arena would take 64 MiB beforehand, in which more fits than the limit says.
    // SAFETY: nobody else runs yet who would change it.
    assert_eq!(unsafe { libc::mallopt(libc::M_ARENA_MAX, 1) }, 1);
    register("m-hello", hello);
    let server = Server::start(|server| {
        assert!(server_route(server, "POST", "/hello", "m-hello"));
        assert!(server_set_body_limit(server, 100 << 20), "{}", last_error());
    });
    let port = server.port();
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
