//! Servers that listen at a Unix domain socket: asked by our own client, by curl, and by nginx before them.

use crate::support::{
    api::*,
    certificates::{certificates, client, files},
    free_port, hello,
    nginx::{Nginx, run},
    ws_echo,
};
use std::{
    ffi::c_void,
    fs,
    os::unix::net::{UnixListener, UnixStream},
    path::Path,
};

extern "C-unwind" fn address(request: i64, _: *mut c_void) -> i64 {
    response_create(200, &request_remote_address(request))
}

/// A server at `path`, freed when dropped.
struct Server(i64);

impl Drop for Server {
    fn drop(&mut self) {
        server_destroy(self.0);
    }
}

fn server(path: &Path, prepare: impl FnOnce(i64)) -> Server {
    for (name, function) in [("u-hello", hello as Callback), ("u-address", address), ("u-ws", ws_echo)] {
        register(name, function);
    }
    let server = server_create_unix(path.to_str().unwrap());
    assert!(server > 0, "{}", last_error());
    assert!(server_route(server, "GET", "/hello", "u-hello"));
    assert!(server_route(server, "GET", "/address", "u-address"));
    assert!(server_websocket(server, "/ws", "u-ws"));
    prepare(server);
    assert!(server_start_background(server), "{}", last_error());
    Server(server)
}

#[test]
fn everybody_is_answered_at_a_socket_of_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("served.sock");
    let served = server(&path, |_| ());
    assert_eq!(server_port(served.0), 0);
    let socket = path.to_str().unwrap();
    let client = client_create();
    assert!(client_set_unix_socket(client, socket));
    for _ in 0..3 {
        assert_eq!(client_request(client, "GET", "http://a.invalid/hello", &[], "").body, "hello");
    }
    assert_eq!(client_request(client, "GET", "http://a.invalid/address", &[], "").body, "unix:");
    let ws = client_websocket(client, "ws://a.invalid/ws", &[]);
    assert!(ws_send(ws, "there and back"), "{}", last_error());
    assert_eq!(ws_receive(ws), "there and back");
    assert!(ws_close(ws));
    let curl = |how: &str| {
        run("curl", &["-sS", how, "-w", " %{http_version}", "--unix-socket", socket, "http://a/hello"])
    };
    assert_eq!(curl("--http1.1"), "hello 1.1");
    assert_eq!(curl("--http2-prior-knowledge"), "hello 2");
    // nginx hands on what it gets, and its clients' addresses in a field of its own.
    let port = free_port();
    let servers =
        format!("server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://unix:{socket}; }} }}");
    let _nginx = Nginx::start(tempfile::tempdir().unwrap(), port, &servers);
    assert_eq!(run("curl", &["-sS", &format!("http://127.0.0.1:{port}/address")]), "unix:");
    client_destroy(client);
}

#[test]
fn tls_goes_over_a_socket_of_files() {
    let folder = tempfile::tempdir().unwrap();
    certificates(folder.path());
    let path = folder.path().join("secure.sock");
    let options = files(folder.path(), &["other"], "");
    let _served = server(&path, |server| assert!(server_set_tls(server, &options), "{}", last_error()));
    let client = client(folder.path());
    assert!(client_set_proxy(client, "") && client_set_unix_socket(client, path.to_str().unwrap()));
    let answer = client_request(client, "GET", "https://elsewhere.test/hello", &[], "");
    assert_eq!(answer.body, "hello", "{}", answer.error);
    client_destroy(client);
}

/// The file is there while somebody listens, replaced where nobody does, and nothing else is touched.
#[test]
fn the_file_of_a_socket_is_the_servers_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.sock");
    let text = path.to_str().unwrap();
    drop(UnixListener::bind(&path).unwrap());
    assert!(path.exists() && UnixStream::connect(&path).is_err());
    let served = server(&path, |_| ());
    assert!(UnixStream::connect(&path).is_ok());
    // Somebody listens.
    assert_eq!(server_create_unix(text), 0);
    assert!(last_error().contains("in use"), "{}", last_error());
    assert!(server_stop(served.0));
    assert!(!path.exists());
    // The same server once more.
    assert!(server_start_background(served.0), "{}", last_error());
    assert!(UnixStream::connect(&path).is_ok());
    // Another's by now.
    fs::remove_file(&path).unwrap();
    let other = UnixListener::bind(&path).unwrap();
    drop(served);
    assert!(UnixStream::connect(&path).is_ok());
    drop(other);
    fs::remove_file(&path).unwrap();
    // One that never served.
    assert!(server_destroy_of(server_create_unix(text)) && !path.exists());
    for refused in [folder.path().join("file"), folder.path().to_path_buf()] {
        let _ = fs::write(&refused, "kept");
        assert_eq!(server_create_unix(refused.to_str().unwrap()), 0);
        assert!(refused.exists(), "{}", last_error());
    }
    let long = folder.path().join("s".repeat(200));
    for refused in ["", long.to_str().unwrap()] {
        assert_eq!(server_create_unix(refused), 0);
        assert!(!last_error().is_empty());
    }
}

fn server_destroy_of(server: i64) -> bool {
    server_destroy(server);
    server > 0
}
