//! A process of its own: SIGPIPE ends it, as it ends every C program that leaves the signal alone.
//!
//! Peers reset and half-close at every point: client, server, WebSockets, with TLS and without.
#![allow(unsafe_code)]

#[path = "it/support/mod.rs"]
mod support;

use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use std::{
    ffi::c_void,
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    os::fd::AsRawFd,
    process::Command,
    sync::Arc,
};
use support::{Server, api::*};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

/// A way in which a peer leaves.
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

/// A peer's answer once it has read.
#[derive(Clone, Copy)]
enum Says {
    Bytes(&'static [u8]),
    /// That it is a WebSocket.
    Upgraded,
}

/// Reads `count` bytes, or as many as come, and answers.
fn talk(stream: &mut (impl Read + Write), count: usize, says: Says) {
    let mut read = Vec::new();
    let mut piece = [0; 4096];
    while read.len() < count {
        match stream.read(&mut piece) {
            Ok(some @ 1..) => read.extend_from_slice(&piece[..some]),
            _ => break,
        }
    }
    let _ = match says {
        Says::Bytes(bytes) => stream.write_all(bytes),
        Says::Upgraded => {
            let text = String::from_utf8_lossy(&read).into_owned();
            let key = text.lines().find_map(|line| line.strip_prefix("Sec-WebSocket-Key: ")).unwrap_or("");
            let key = derive_accept_key(key.as_bytes());
            stream.write_all(
                format!(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
                     Sec-WebSocket-Accept: {key}\r\n\r\n"
                )
                .as_bytes(),
            )
        }
    };
    let _ = stream.flush();
}

/// A server that reads `count` bytes of each connection, says something and leaves.
fn leaving(tls: Option<&Arc<ServerConfig>>, way: Leaving, count: usize, says: Says) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let tls = tls.cloned();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.set_read_timeout(Some(std::time::Duration::from_millis(300)));
            let Some(tls) = &tls else {
                talk(&mut stream, count, says);
                leave(stream, way);
                continue;
            };
            let mut tls = StreamOwned::new(ServerConnection::new(tls.clone()).unwrap(), stream);
            talk(&mut tls, count, says);
            // Without a word of TLS.
            leave(tls.sock, way);
        }
    });
    port
}

/// A certificate for 127.0.0.1 with its key.
fn certificate() -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let configuration = "[req]\ndistinguished_name = dn\nx509_extensions = ext\nprompt = no\n[dn]\nCN = localhost\n\
                         [ext]\nsubjectAltName = IP:127.0.0.1\nbasicConstraints = CA:FALSE\n";
    std::fs::write(file("conf"), configuration).unwrap();
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "2",
        ])
        .arg("-config")
        .arg(file("conf"))
        .arg("-keyout")
        .arg(file("key"))
        .arg("-out")
        .arg(file("pem"))
        .output()
        .expect("openssl");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let read = |name: &str| std::fs::read_to_string(file(name)).unwrap();
    (read("pem"), read("key"))
}

fn server_config(certificate: &(String, String), protocol: &[u8]) -> Arc<ServerConfig> {
    let chain = vec![CertificateDer::from_pem_slice(certificate.0.as_bytes()).unwrap()];
    let key = PrivateKeyDer::from_pem_slice(certificate.1.as_bytes()).unwrap();
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    config.alpn_protocols = vec![protocol.to_vec()];
    Arc::new(config)
}

/// Every way to send, against a peer that leaves.
fn send_all_ways(client: i64, url: &str, big: &str, path: &str) {
    client_request(client, "POST", url, &[], big);
    client_send_file(client, "PUT", url, &[], path);
    client_upload(client, url, &[], path, "f");
    let stream = stream_open(client, "POST", url, &[]);
    for _ in 0..20 {
        if !stream_write(stream, &big.as_bytes()[..1 << 20]) {
            break;
        }
    }
    stream_free(stream);
    let transfer = transfer_start(client, "POST", url, &[], big.as_bytes());
    transfer_wait(transfer, 60_000);
    transfer_free(transfer);
}

fn socket_sends(client: i64, url: &str, big: &str) {
    let ws = client_websocket(client, &url.replacen("http", "ws", 1), &[]);
    for _ in 0..20 {
        if !ws_send(ws, &big[..1 << 20]) {
            break;
        }
    }
    ws_ping(ws);
    ws_close(ws);
}

fn our_client() {
    let big = "x".repeat(16 << 20);
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), &big).unwrap();
    let path = file.path().to_str().unwrap();
    let certificate = certificate();
    let client = client_create();
    assert!(client_add_roots(client, &certificate.0), "{}", last_error());
    let half = Says::Bytes(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
    for way in WAYS {
        for (count, says) in [(1, Says::Bytes(b"")), (2000, Says::Bytes(b"")), (2000, half)] {
            let url = format!("http://127.0.0.1:{}/", leaving(None, way, count, says));
            send_all_ways(client, &url, &big, path);
            ws_connect(&url.replace("http", "ws"));
            // A hello of TLS, and what comes after it.
            get(&url.replace("http", "https"));
            for protocol in [&b"http/1.1"[..], b"h2"] {
                let tls = server_config(&certificate, protocol);
                let url = format!("https://127.0.0.1:{}/", leaving(Some(&tls), way, count, says));
                send_all_ways(client, &url, &big, path);
            }
        }
        let tls = server_config(&certificate, b"http/1.1");
        for (scheme, tls) in [("http", None), ("https", Some(&tls))] {
            let url = format!("{scheme}://127.0.0.1:{}/", leaving(tls, way, 100, Says::Upgraded));
            let ws = client_websocket(client, &url.replacen("http", "ws", 1), &[]);
            // A reset may come before the answer.
            assert!(ws > 0 || matches!(way, Leaving::Reset), "{}", last_error());
            ws_close(ws);
            socket_sends(client, &url, &big);
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
