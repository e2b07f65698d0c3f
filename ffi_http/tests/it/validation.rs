//! Requests that RFC 9112 has a server refuse, and what a server does when it fails itself.

use crate::support::{Server, api::*, echo, raw};
use std::{ffi::c_void, fs, io::Write, net::TcpStream, time::Duration};

const QUIET: Duration = Duration::from_secs(5);

#[test]
fn requests_that_mean_two_things_or_nothing_are_refused() {
    register("v-echo", echo);
    let server = Server::start(|server| assert!(server_route(server, "*", "/", "v-echo")));
    for (request, status) in [
        ("GET / HTTP/1.1\r\nHost: a\r\n", 200),
        ("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n", 200),
        ("GET / HTTP/1.1\r\nHost:\r\n", 200),
        ("GET http://a/ HTTP/1.1\r\nHost: a\r\n", 200),
        ("GET / HTTP/1.0\r\n", 200),
        ("GET / HTTP/1.1\r\n", 400),
        ("GET http://a/ HTTP/1.1\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n", 400),
        ("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a b/c\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a, b\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: user@a\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a:port\r\n", 400),
        ("GET http://user@a/ HTTP/1.1\r\nHost: a\r\n", 400),
        ("GET http://a:b/ HTTP/1.1\r\nHost: a\r\n", 400),
        ("GET * HTTP/1.1\r\nHost: a\r\n", 400),
        ("GET a:80 HTTP/1.1\r\nHost: a\r\n", 400),
        ("GET / HTTP/1.1\r\nHost : a\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 2\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n", 501),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: martian\r\nTransfer-Encoding: chunked\r\n", 501),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n", 400),
        ("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n", 400),
        ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n", 200),
    ] {
        let body = if request.contains("ncoding") { "0\r\n\r\n" } else { "" };
        let text =
            raw::talk(server.port(), format!("{request}Connection: close\r\n\r\n{body}").as_bytes(), QUIET);
        assert_eq!(raw::status(&text.replacen("HTTP/1.0", "HTTP/1.1", 1)), status, "{request:?}: {text}");
    }
}

extern "C-unwind" fn host(request: i64, _: *mut c_void) -> i64 {
    response_create(200, &request_header(request, "host"))
}

/// RFC 9112, 3.2.2.
#[test]
fn the_host_of_a_target_counts_and_not_the_field() {
    register("v-host", host);
    let server = Server::start(|server| assert!(server_route(server, "GET", "/", "v-host")));
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    for (target, host) in [("http://a:8080/", "a:8080"), ("/", "field"), ("http://[::1]/?q", "[::1]")] {
        stream.write_all(format!("GET {target} HTTP/1.1\r\nHost: field\r\n\r\n").as_bytes()).unwrap();
        assert_eq!(raw::answer(&mut stream), (200, host.as_bytes().to_vec()), "{target}");
    }
}

#[test]
fn files_of_any_date_are_served_and_the_connection_goes_on() {
    // Where times are 64 bits wide.
    let folder = tempfile::tempdir_in("/dev/shm").unwrap();
    let times = [("now", None), ("old", Some(-1_i64)), ("far", Some(253_402_300_800))];
    for (name, time) in times {
        let path = folder.path().join(name);
        fs::write(&path, "content").unwrap();
        if let Some(time) = time {
            crate::support::nginx::run("touch", &["-d", &format!("@{time}"), path.to_str().unwrap()]);
        }
    }
    let server =
        Server::start(|server| assert!(server_static(server, "/s", folder.path().to_str().unwrap())));
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    for (name, _) in [times, times].concat() {
        write!(stream, "GET /s/{name} HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        assert_eq!(raw::answer(&mut stream), (200, b"content".to_vec()), "{name}");
    }
    assert_eq!(server_get_last_error(server.0), "");
}

#[test]
fn static_files_are_what_the_rfcs_ask() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["sub", ".well-known", ".git"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    for (name, text) in [
        ("empty", ""),
        ("u.txt", "grüße"),
        ("index.html", "home"),
        ("sub/index.html", "sub"),
        (".secret", "s"),
        (".git/config", "s"),
        (".well-known/found", "found"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let server =
        Server::start(|server| assert!(server_static(server, "/s", folder.path().to_str().unwrap())));
    let ask = |path: &str, fields: &str| {
        let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\n{fields}Connection: close\r\n\r\n");
        let text = raw::talk(server.port(), request.as_bytes(), QUIET);
        (raw::status(&text), text.to_ascii_lowercase())
    };
    for (path, to) in [("/s", "/s/"), ("/s?a=1", "/s/?a=1"), ("/s/sub?a=1&b=2", "/s/sub/?a=1&b=2")] {
        let (status, text) = ask(path, "");
        assert!(status == 307 && text.contains(&format!("location: {to}\r\n")), "{text}");
    }
    assert_eq!((ask("/s/", "").0, ask("/s/?a", "").0), (200, 200));
    assert!(ask("/s/u.txt", "").1.contains("content-type: text/plain; charset=utf-8\r\n"));
    // An empty file has no first byte (nginx says so too), and its last bytes are all of it.
    let (status, text) = ask("/s/empty", "Range: bytes=0-\r\n");
    assert!(status == 416 && text.contains("content-range: bytes */0\r\n"), "{text}");
    assert_eq!((ask("/s/empty", "").0, ask("/s/empty", "Range: bytes=-5\r\n").0), (200, 200));
    let (_, text) = ask("/s/u.txt", "");
    let tag = text.lines().find_map(|line| line.strip_prefix("etag: ")).unwrap();
    for (fields, status) in [
        (format!("If-None-Match: \"x\"\r\nIf-None-Match: {tag}\r\n"), 304),
        (format!("If-None-Match: \"x\", {tag}\r\n"), 304),
        ("If-None-Match: \"x\"\r\nIf-None-Match: \"y\"\r\n".to_owned(), 200),
        (format!("If-Match: \"x\"\r\nIf-Match: {tag}\r\n"), 200),
        ("If-Match: \"x\"\r\nIf-Match: \"y\"\r\n".to_owned(), 412),
    ] {
        assert_eq!(ask("/s/u.txt", &fields).0, status, "{fields}");
    }
    for (path, status) in [
        ("/s/.secret", 404),
        ("/s/.git/config", 404),
        ("/s/%2Egit/config", 404),
        ("/s/.well-known/found", 200),
    ] {
        assert_eq!(ask(path, "").0, status, "{path}");
    }
}

#[test]
fn a_connection_may_be_idle_for_longer_than_a_head_may_take() {
    register("v-echo-idle", echo);
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/", "v-echo-idle"));
        assert!(server_set_header_timeout(server, 400));
        assert!(server_set_keep_alive_timeout(server, 60_000));
    });
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    for _ in 0..2 {
        stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        assert_eq!(raw::answer(&mut stream).0, 200);
        std::thread::sleep(Duration::from_millis(1200));
    }
    // A head that has begun has its own time.
    stream.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    assert_eq!(std::io::Read::read(&mut stream, &mut [0; 9]).unwrap_or(0), 0);
}

#[test]
fn a_body_that_stands_still_and_a_head_with_too_many_fields_are_refused() {
    register("v-echo-body", echo);
    let server = Server::start(|server| {
        assert!(server_route(server, "POST", "/", "v-echo-body"));
        assert!(server_set_body_stall_timeout(server, 300));
        assert!(server_set_max_headers(server, 10));
    });
    let text = raw::talk(server.port(), b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab", QUIET);
    assert_eq!(raw::status(&text), 408, "{text}");
    for (count, status) in [(8, 200), (9, 431)] {
        let fields = "X: y\r\n".repeat(count);
        let request = format!("POST / HTTP/1.1\r\nHost: x\r\n{fields}Connection: close\r\n\r\n");
        assert_eq!(raw::status(&raw::talk(server.port(), request.as_bytes(), QUIET)), status, "{count}");
    }
}
