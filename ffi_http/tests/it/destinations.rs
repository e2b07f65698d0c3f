//! Hosts that are where the client was told: at an address, or at a Unix domain socket.

use crate::support::{
    Server,
    api::*,
    certificates::{certificates, client, files},
    free_port, hello,
    nginx::{Nginx, run},
    ws_echo,
};
use std::{
    io,
    net::{Shutdown, TcpStream},
    os::unix::net::UnixListener,
    path::Path,
    thread,
};

fn server(prepare: impl FnOnce(i64)) -> Server {
    register("d-hello", hello);
    register("d-ws", ws_echo);
    Server::start(|server| {
        assert!(server_route(server, "GET", "/hello", "d-hello"));
        assert!(server_websocket(server, "/ws", "d-ws"));
        prepare(server);
    })
}

fn with_tls(folder: &Path) -> Server {
    certificates(folder);
    let options = files(folder, &["other"], "");
    server(|server| assert!(server_set_tls(server, &options), "{}", last_error()))
}

/// A client that asks servers themselves.
fn direct_client(folder: &Path) -> i64 {
    let client = client(folder);
    assert!(client_set_proxy(client, ""));
    client
}

/// An echo by a WebSocket at `url`.
fn echoes(client: i64, url: &str) {
    let ws = client_websocket(client, url, &[]);
    assert!(ws > 0, "{url}: {}", last_error());
    assert!(ws_send(ws, "there and back"));
    assert_eq!(ws_receive(ws), "there and back");
    assert!(ws_close(ws));
}

/// Carries what comes by the socket at `path` to `port`.
fn relay(path: &Path, port: u16) {
    let listener = UnixListener::bind(path).unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut near) = stream else { return };
            thread::spawn(move || {
                let mut far = TcpStream::connect(("127.0.0.1", port)).unwrap();
                let (mut from, mut to) = (far.try_clone().unwrap(), near.try_clone().unwrap());
                let back = thread::spawn(move || {
                    let _ = io::copy(&mut from, &mut to);
                    let _ = to.shutdown(Shutdown::Write);
                });
                let _ = io::copy(&mut near, &mut far);
                let _ = far.shutdown(Shutdown::Write);
                let _ = back.join();
            });
        }
    });
}

#[test]
fn a_host_is_at_the_address_that_was_set() {
    let folder = tempfile::tempdir().unwrap();
    let (plain, secure) = (server(|_| ()), with_tls(folder.path()));
    let (port, secure_port) = (plain.port(), secure.port());
    let client = direct_client(folder.path());
    let ask = |url: &str| client_request(client, "GET", url, &[], "");
    // Names that no resolver knows (RFC 6761, 6.4).
    let url = format!("http://host.invalid:{port}/hello");
    assert_eq!(ask(&url).status, 0);
    assert!(client_set_resolve(client, "HOST.invalid", "127.0.0.1"));
    assert_eq!(ask(&url).body, "hello");
    assert_eq!(ask(&url.replace("host", "hOsT")).body, "hello");
    echoes(client, &format!("ws://host.invalid:{port}/ws"));
    assert_eq!(ask(&url.replace("host.", "other.")).status, 0);
    // The certificate's name is that of the address asked for.
    assert!(client_set_resolve(client, "elsewhere.test", "127.0.0.1"));
    let url = format!("https://elsewhere.test:{secure_port}/hello");
    assert_eq!(ask(&url).body, "hello", "{}", ask(&url).error);
    echoes(client, &format!("wss://elsewhere.test:{secure_port}/ws"));
    // A proxy that is named is found, too.
    assert!(client_set_resolve(client, "proxy.invalid", "127.0.0.1"));
    assert!(client_set_proxy(client, &format!("http://proxy.invalid:{port}")));
    assert_eq!(ask("http://elsewhere.invalid/hello").body, "hello");
    assert!(client_set_proxy(client, ""));
    assert!(client_set_resolve(client, "elsewhere.test", ""));
    assert_eq!(ask(&url).status, 0);
    for (host, address, name) in
        [("", "127.0.0.1", "`host`"), ("::1", "127.0.0.1", "`host`"), ("a", "b", "`address`")]
    {
        assert!(
            !client_set_resolve(client, host, address) && last_error().contains(name),
            "{}",
            last_error()
        );
    }
    client_destroy(client);
}

#[test]
fn requests_go_by_a_socket_of_files() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nginx.sock").display().to_string();
    let port = free_port();
    let servers = format!(
        "server {{ listen 127.0.0.1:{port}; listen unix:{path};\n\
         location /away {{ return 302 http://other.invalid/host; }}\n\
         location /host {{ return 200 \"$http_host by $server_addr\"; }} }}"
    );
    let _nginx = Nginx::start(tempfile::tempdir().unwrap(), port, &servers);
    let client = client_create();
    // Left aside.
    assert!(client_set_proxy(client, "http://proxy.invalid:1"));
    assert!(client_set_unix_socket(client, &path));
    let ask = |url: &str| client_request(client, "GET", url, &[], "");
    assert_eq!(ask("http://docker.invalid/host").body, format!("docker.invalid by unix:{path}"));
    assert_eq!(ask("http://docker.invalid:99/away").body, format!("other.invalid by unix:{path}"));
    let curl = run("curl", &["-sS", "--unix-socket", &path, "http://docker.invalid/host"]);
    assert_eq!(ask("http://docker.invalid/host").body, curl);
    assert!(client_set_proxy(client, "") && client_set_unix_socket(client, ""));
    assert_eq!(ask(&format!("http://127.0.0.1:{port}/host")).body, format!("127.0.0.1:{port} by 127.0.0.1"));
    let long = format!("/{}", "s".repeat(200));
    assert!(!client_set_unix_socket(client, &long) && last_error().contains("`path`"), "{}", last_error());
    assert!(client_set_unix_socket(client, &folder.path().join("none").display().to_string()));
    let answer = ask("http://docker.invalid/host");
    assert!(answer.status == 0 && answer.error.contains("No such file"), "{}", answer.error);
    client_destroy(client);
}

#[test]
fn tls_and_websockets_go_by_a_socket_of_files() {
    let folder = tempfile::tempdir().unwrap();
    let server = with_tls(folder.path());
    let path = folder.path().join("tls.sock");
    relay(&path, server.port());
    let client = direct_client(folder.path());
    assert!(client_set_unix_socket(client, &path.display().to_string()));
    let answer = client_request(client, "GET", "https://elsewhere.test/hello", &[], "");
    assert_eq!(answer.body, "hello", "{}", answer.error);
    assert_eq!(client_request(client, "GET", "https://two.test/hello", &[], "").status, 0);
    echoes(client, "wss://elsewhere.test/ws");
    client_destroy(client);
}
