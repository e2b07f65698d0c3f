//! Who a client is for which server, and when it tries again, beside curl and nginx.

use crate::support::{
    Server,
    api::*,
    free_port,
    nginx::Nginx,
    raw::{self, Wild},
};
use std::{
    ffi::c_void,
    fs,
    io::Write,
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

fn client() -> i64 {
    let client = client_create();
    assert!(client_set_proxy(client, ""));
    client
}

fn status(client: i64, method: &str, url: &str) -> i64 {
    let body = if method == "POST" { "body" } else { "" };
    let answer = client_request(client, method, url, &[], body);
    assert_eq!(answer.error, "");
    answer.status
}

/// A server that answers by the request's head, and keeps the heads.
fn site(answer: impl Fn(&str, usize) -> String + Send + 'static) -> (Wild, Arc<Mutex<Vec<String>>>) {
    let heads = Arc::new(Mutex::new(Vec::new()));
    let kept = heads.clone();
    let wild = Wild::new(move |stream, head| {
        let mut all = kept.lock().unwrap();
        let text = answer(head, all.len());
        all.push(head.to_owned());
        drop(all);
        let _ = stream.write_all(
            format!("HTTP/1.1 {text}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").as_bytes(),
        );
    });
    (wild, heads)
}

fn authorization(head: &str) -> &str {
    let field = head.lines().find(|line| line.to_ascii_lowercase().starts_with("authorization: "));
    field.map_or("", |field| &field["authorization: ".len()..])
}

#[test]
fn nginx_takes_basic_credentials() {
    let folder = tempfile::tempdir().unwrap();
    // openssl passwd -apr1 -salt saltsalt 'p w'
    let hash = raw_hash("p w");
    fs::write(folder.path().join("users"), format!("me:{hash}\n")).unwrap();
    let port = free_port();
    let servers = format!(
        "server {{ listen 127.0.0.1:{port}; location / {{ auth_basic x; auth_basic_user_file @/users; return 200; }} \
         location /in {{ auth_basic x; auth_basic_user_file @/users; root @; }} }}"
    );
    fs::create_dir(folder.path().join("in")).unwrap();
    fs::write(folder.path().join("in/file"), "inside").unwrap();
    let _nginx = Nginx::start(folder, port, &servers);
    let url = format!("http://127.0.0.1:{port}/in/file");
    let client = client();
    assert_eq!(status(client, "GET", &url), 401);
    assert!(client_set_credentials(client, &url, "basic", "me", "wrong"));
    assert_eq!(status(client, "GET", &url), 401);
    assert!(client_set_credentials(client, &url, "basic", "me", "p w"), "{}", last_error());
    assert_eq!(client_request(client, "GET", &url, &[], "").body, "inside");
    // A request's own go before.
    assert_eq!(client_request(client, "GET", &url, &["Authorization: Bearer x"], "").status, 401);
    assert!(client_set_credentials(client, &url, "", "", ""));
    assert_eq!(status(client, "GET", &url), 401);
    client_destroy(client);
}

fn raw_hash(password: &str) -> String {
    crate::support::nginx::run("openssl", &["passwd", "-apr1", "-salt", "saltsalt", password])
        .trim()
        .to_owned()
}

/// Python's own check of what a digest says (RFC 7616, 3.4.1), by hashlib.
const DIGEST: &str = r#"
import hashlib, re, http.server, sys
nonces, seen = ['first'], []
class Site(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def log_message(self, *_): pass
    def end(self, status, more=()):
        self.send_response(status)
        for name, value in more: self.send_header(name, value)
        body = self.headers.get('Authorization', '').split(' ')[0].encode()
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD': self.wfile.write(body)
    def do_GET(self):
        self.rfile.read(int(self.headers.get('Content-Length', 0)))
        said = self.headers.get('Authorization', '')
        algorithm = 'SHA-256' if 'sha' in self.path else 'MD5'
        h = lambda text: getattr(hashlib, algorithm.replace('-', '').lower())(text.encode()).hexdigest()
        ask = lambda more='': self.end(401, [('WWW-Authenticate', 'Basic realm="b"'),
            ('WWW-Authenticate', 'Digest realm="r", qop="auth", algorithm=%s, opaque="o", nonce="%s"%s' % (algorithm, nonces[-1], more))])
        if not said: return ask()
        f = {a: b or c for a, b, c in re.findall(r'(\w+)=(?:"([^"]*)"|([^\s,]+))', said)}
        if 'stale' in self.path and len(nonces) < 3:
            nonces.append('nonce%d' % len(nonces)); return ask(', stale=true')
        expected = h(':'.join([h('me:r:p w'), f['nonce'], f['nc'], f['cnonce'], f['qop'],
            h(self.command + ':' + self.path)]))
        used = (algorithm, f['nonce'], f['nc'])
        good = f['response'] == expected and f['uri'] == self.path and f['nonce'] == nonces[-1] and used not in seen
        seen.append(used)
        if good: self.end(200)
        else: ask()
    do_POST = do_HEAD = do_GET
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Site)
print(server.server_address[1])
server.serve_forever()
"#;

#[test]
fn a_digest_is_what_python_computes() {
    let site = crate::support::python::Serving::start(DIGEST);
    let url = |path: &str| format!("http://127.0.0.1:{}{path}", site.port);
    let client = client();
    assert!(client_set_credentials(client, &url("/"), "digest", "me", "p w"));
    for (method, path) in [
        ("GET", "/md5?a=b&c"),
        ("GET", "/md5"),
        ("POST", "/md5"),
        ("HEAD", "/md5"),
        ("GET", "/sha"),
        ("POST", "/sha/x%20y"),
        ("GET", "/stale"),
        ("GET", "/md5"),
    ] {
        assert_eq!(status(client, method, &url(path)), 200, "{method} {path}");
    }
    assert!(client_set_credentials(client, &url("/"), "digest", "me", "wrong"));
    assert_eq!(status(client, "GET", &url("/md5")), 401);
    client_destroy(client);
}

#[test]
fn credentials_do_not_leave_their_server() {
    let (other, others) = site(|_, _| "200 OK".to_owned());
    let to = other.url("/there");
    let (wild, heads) = site(move |head, _| match head.split(' ').nth(1) {
        Some("/away") => format!("307 Away\r\nLocation: {to}"),
        Some("/here") => "307 Here\r\nLocation: /end".to_owned(),
        _ => "200 OK".to_owned(),
    });
    let client = client();
    assert!(client_set_credentials(client, &wild.url("/"), "bearer", "", "t0ken"));
    assert_eq!(status(client, "GET", &wild.url("/away")), 200);
    assert_eq!(status(client, "GET", &wild.url("/here")), 200);
    let heads = heads.lock().unwrap();
    assert_eq!(heads.iter().map(|head| authorization(head)).collect::<Vec<_>>(), ["Bearer t0ken"; 3]);
    assert_eq!(others.lock().unwrap().iter().map(|head| authorization(head)).collect::<Vec<_>>(), [""]);
    for (scheme, name, secret) in [("ntlm", "", ""), ("basic", "a:b", "s3cret"), ("bearer", "", "s3cret s")] {
        assert!(!client_set_credentials(client, &wild.url("/"), scheme, name, secret));
        assert!(!last_error().contains("s3cret"), "{}", last_error());
    }
    assert!(!client_set_credentials(client, "nowhere", "basic", "a", "b"));
    client_destroy(client);
}

#[test]
fn requests_are_sent_again_as_they_are_told() {
    let (wild, heads) = site(|head, before| match head.split(' ').nth(1) {
        Some("/twice") if before < 2 => "503 Later\r\nRetry-After: 0".to_owned(),
        Some("/never") => "503 Never\r\nRetry-After: 86400".to_owned(),
        Some("/missing") => "404 Missing".to_owned(),
        Some("/always") => "429 Always".to_owned(),
        _ => "200 OK".to_owned(),
    });
    let client = client();
    let tries = |method: &str, path: &str| {
        let status = status(client, method, &wild.url(path));
        (status, std::mem::take(&mut *heads.lock().unwrap()).len())
    };
    assert_eq!(tries("GET", "/always"), (429, 1));
    assert!(client_set_retries(client, r#"{"count": 3, "wait_ms": 1}"#), "{}", last_error());
    assert_eq!(tries("GET", "/twice"), (200, 3));
    assert_eq!(tries("PUT", "/always"), (429, 4));
    assert_eq!(tries("POST", "/always"), (429, 1));
    assert_eq!(tries("GET", "/never"), (503, 1));
    assert_eq!(tries("GET", "/missing"), (404, 1));
    assert!(client_set_retries(
        client,
        r#"{"count": 2, "wait_ms": 1, "all_methods": true, "statuses": [404]}"#
    ));
    assert_eq!(tries("POST", "/missing"), (404, 3));
    assert_eq!(tries("GET", "/always"), (429, 1));
    assert!(client_set_retries(client, ""));
    assert_eq!(tries("GET", "/missing"), (404, 1));
    // Within the time limit.
    assert!(
        client_set_retries(client, r#"{"count": 100, "wait_ms": 60000}"#) && client_set_timeout(client, 5000)
    );
    assert_eq!(tries("GET", "/always"), (429, 1));
    // What nobody listened for is sent when somebody does.
    let port = free_port();
    assert!(client_set_retries(client, r#"{"count": 50, "wait_ms": 100, "max_wait_ms": 100}"#));
    let late = thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
        let (mut stream, _) = listener.accept().unwrap();
        let head = raw::head(&mut stream);
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        head
    });
    assert!(client_set_timeout(client, 20_000));
    let answer = client_request(client, "POST", &format!("http://127.0.0.1:{port}/"), &[], "");
    assert_eq!((answer.status, answer.body.as_str()), (200, "ok"), "{}", answer.error);
    assert!(late.join().unwrap().starts_with("POST / "));
    client_destroy(client);
}

extern "C-unwind" fn peer(request: i64, _: *mut c_void) -> i64 {
    response_create(200, &request_remote_address(request))
}

#[test]
fn connections_come_from_where_they_are_told() {
    register("credentials-peer", peer);
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/peer", "credentials-peer"));
        assert!(server_websocket(server, "/ws", "credentials-peer"));
    });
    let client = client();
    assert!(client_set_local_address(client, "127.0.0.7"), "{}", last_error());
    let answer = client_request(client, "GET", &server.url("/peer"), &[], "");
    assert!(answer.body.starts_with("127.0.0.7:"), "{answer:?}");
    assert_eq!(client_websocket(client, &server.ws("/ws"), &[]), 0);
    let refusal = ws_take_refusal();
    assert!(fetch_body(refusal).starts_with("127.0.0.7:"));
    fetch_free(refusal);
    assert!(client_set_local_address(client, "192.0.2.1"));
    assert_eq!(client_request(client, "GET", &server.url("/peer"), &[], "").status, 0);
    assert!(client_set_local_address(client, ""));
    assert!(client_request(client, "GET", &server.url("/peer"), &[], "").body.starts_with("127.0.0.1:"));
    for bad in ["nowhere", "127.0.0.1:80", "localhost"] {
        assert!(!client_set_local_address(client, bad), "{bad}");
    }
    client_destroy(client);
}
