//! Requests as they go out: one way for all calls that send one.

use crate::support::{
    Server,
    api::*,
    hello,
    raw::{self, Wild},
};
use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
};

/// A server that keeps the heads that it saw, and answers `answer` at once.
fn listener(answer: &'static str) -> (Wild, Arc<Mutex<Vec<String>>>) {
    let heads = Arc::new(Mutex::new(Vec::new()));
    let seen = heads.clone();
    let wild = Wild::new(move |stream, head| {
        seen.lock().unwrap().push(head.to_owned());
        let length = head.lines().find_map(|line| {
            line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse::<usize>().ok()
        });
        let _ = stream.read_exact(&mut vec![0; length.unwrap_or(0)]);
        let _ = stream.write_all(answer.as_bytes());
    });
    (wild, heads)
}

const OK: &str = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";

/// Every call that sends a request, to `url`.
fn all_calls(client: i64, url: &str, folder: &std::path::Path) {
    let file = folder.join("file");
    fs::write(&file, "content").unwrap();
    let file = file.to_str().unwrap();
    let saved = folder.join("saved");
    get(url);
    client_request(client, "GET", url, &[], "");
    fetch_free(fetch(client, "GET", url, &[], ""));
    let stream = stream_open(client, "GET", url, &[]);
    stream_finish(stream);
    stream_free(stream);
    client_download(client, url, &[], saved.to_str().unwrap());
    client_upload(client, url, &[], file, "field");
    client_send_file(client, "PUT", url, &[], file);
    assert_eq!(client_websocket(client, &url.replace("http:", "ws:"), &[]), 0);
}

#[test]
fn a_name_and_a_password_are_sent_as_credentials_and_nowhere_else() {
    let folder = tempfile::tempdir().unwrap();
    let (wild, heads) = listener(OK);
    let client = client_create();
    assert!(client_set_proxy(client, ""));
    let with = |address: &str| address.replace("http://", "http://us%40er:p%3Ass@");
    all_calls(client, &with(&wild.url("/x")), folder.path());
    let seen = std::mem::take(&mut *heads.lock().unwrap());
    assert_eq!(seen.len(), 8);
    for head in seen {
        // base64("us@er:p:ss")
        assert!(head.to_ascii_lowercase().contains("authorization: basic dxnazxi6cdpzcw=="), "{head}");
        assert!(head.contains("dXNAZXI6cDpzcw==") && !head.contains("us%40er"), "{head}");
    }
    // The request's own goes before.
    client_request(client, "GET", &with(&wild.url("/")), &["Authorization: Bearer t"], "");
    let head = heads.lock().unwrap().pop().unwrap().to_ascii_lowercase();
    assert!(head.contains("authorization: bearer t") && !head.contains("basic"), "{head}");
    // Nor does a proxy read them in the request line.
    assert!(client_set_proxy(client, &wild.url("")));
    client_request(client, "GET", "http://us%40er:p%3Ass@example.test/x", &[], "");
    let head = heads.lock().unwrap().pop().unwrap();
    assert!(head.starts_with("GET http://example.test/x HTTP/1.1\r\n"), "{head}");
    assert!(head.contains("dXNAZXI6cDpzcw=="), "{head}");
    client_destroy(client);
}

#[test]
fn a_request_without_content_that_could_have_some_says_so() {
    let (wild, heads) = listener(OK);
    for (method, says) in
        [("POST", true), ("PUT", true), ("PATCH", true), ("GET", false), ("HEAD", false), ("DELETE", false)]
    {
        request(method, &wild.url("/"), &[], "");
        let head = heads.lock().unwrap().pop().unwrap().to_ascii_lowercase();
        assert_eq!(head.contains("content-length: 0\r\n"), says, "{head}");
    }
    assert_eq!(post(&wild.url("/"), "", "text/plain").status, 200);
    assert!(heads.lock().unwrap().pop().unwrap().to_ascii_lowercase().contains("content-length: 0"));
}

#[test]
fn websockets_go_through_proxies() {
    let (refusing, heads) =
        listener("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
    let client = client_create();
    assert!(client_set_proxy(client, &refusing.url("").replace("http://", "http://u:p@")));
    assert_eq!(client_websocket(client, "ws://server.test:8080/x", &[]), 0);
    assert!(last_error().contains("the proxy answered CONNECT with status 407"), "{}", last_error());
    let head = heads.lock().unwrap().pop().unwrap();
    assert!(head.starts_with("CONNECT server.test:8080 HTTP/1.1\r\nHost: server.test:8080\r\n"), "{head}");
    assert!(head.contains("Proxy-Authorization: Basic dTpw\r\n"), "{head}");

    // A tunnel, to a server of ours.
    register("q-ws", crate::support::ws_echo);
    register("q-hello", hello);
    let server = Server::start(|server| {
        assert!(server_websocket(server, "/ws", "q-ws"));
        assert!(server_route(server, "GET", "/", "q-hello"));
    });
    let port = server.port();
    let tunnel = Wild::new(move |stream, head| {
        assert!(head.starts_with("CONNECT server.test:80 "), "{head}");
        stream.set_read_timeout(None).unwrap();
        let mut there = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").unwrap();
        let (mut from, mut to) = (there.try_clone().unwrap(), stream.try_clone().unwrap());
        let back = std::thread::spawn(move || std::io::copy(&mut from, &mut to));
        let _ = std::io::copy(stream, &mut there);
        let _ = there.shutdown(std::net::Shutdown::Write);
        let _ = back.join();
    });
    assert!(client_set_proxy(client, &tunnel.url("")));
    let ws = client_websocket(client, "ws://server.test/ws", &[]);
    assert!(ws > 0, "{}", last_error());
    assert!(ws_send(ws, "by the tunnel"));
    assert_eq!(ws_receive(ws), "by the tunnel");
    assert!(ws_close(ws));
    client_destroy(client);
}

/// The address of a server that answers each connection's first request without saying that it closes, and closes: at
/// once, or when the second has come. A client may keep a connection more than it uses: none waits for another.
fn forgetful(reads_on: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            std::thread::spawn(move || {
                if raw::head(&mut stream).is_empty() {
                    return;
                }
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                if reads_on {
                    raw::head(&mut stream);
                }
            });
        }
    });
    url
}

#[test]
fn a_dead_connection_is_replaced_for_requests_that_may_be_sent_twice() {
    for (reads_on, count) in [(false, 300), (true, 10)] {
        let url = forgetful(reads_on);
        let client = client_create();
        assert!(client_set_proxy(client, ""));
        for i in 0..count {
            let answer = client_request(client, "GET", &url, &[], "");
            assert_eq!((answer.status, answer.error.as_str()), (200, ""), "{reads_on} {i}");
        }
        client_destroy(client);
    }
    // What may not be sent twice fails where the connection died with it.
    let url = forgetful(true);
    let client = client_create();
    assert!(client_set_proxy(client, ""));
    assert_eq!(client_request(client, "POST", &url, &[], "x").status, 200);
    assert_eq!(client_request(client, "POST", &url, &[], "x").status, 0);
    // None is kept: none is dead.
    assert!(client_set_idle_timeout(client, 0));
    for _ in 0..3 {
        assert_eq!(client_request(client, "POST", &url, &[], "x").status, 200);
    }
    client_destroy(client);
}

#[test]
fn answers_with_many_fields_are_taken() {
    let fields: String = (0..900).map(|i| format!("X-{i}: y\r\n")).collect();
    let answer = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{fields}Content-Length: 2\r\n\r\nok");
    let wild = Wild::new(move |stream, _| drop(stream.write_all(answer.as_bytes())));
    let client = client_create();
    assert_eq!(client_request(client, "GET", &wild.url("/"), &[], "").body, "ok");
    assert!(client_set_header_limit(client, 100, 1 << 16));
    assert_eq!(client_request(client, "GET", &wild.url("/"), &[], "").status, 0);
    assert!(!client_set_header_limit(client, 0, 1 << 16) && !client_set_header_limit(client, 100, 1));
    // 900 fields of some 39 bytes, by HTTP/1 too.
    assert!(client_set_header_limit(client, 1000, 32 << 10));
    let answer = client_request(client, "GET", &wild.url("/"), &[], "");
    assert!(answer.status == 0 && answer.error.contains("more than 32768 bytes"), "{answer:?}");
    assert!(client_set_header_limit(client, 1000, 64 << 10));
    assert_eq!(client_request(client, "GET", &wild.url("/"), &[], "").body, "ok");
    client_destroy(client);
}

/// RFC 9112, 5.2.
#[test]
fn a_folded_field_of_an_answer_is_one_with_spaces() {
    let answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nX-Folded: one\r\n  two\r\n\tthree\r\nX: y\r\n\
                  Content-Length: 2\r\n\r\nok";
    let wild = Wild::new(move |stream, _| drop(stream.write_all(answer.as_bytes())));
    let client = client_create();
    let fetched = fetch(client, "GET", &wild.url("/"), &[], "");
    assert_eq!((fetch_status(fetched), fetch_body(fetched).as_str()), (200, "ok"), "{}", last_error());
    let folded = fetch_header(fetched, "x-folded");
    assert!(!folded.contains(['\r', '\n']), "{folded:?}");
    assert_eq!(folded.split_whitespace().collect::<Vec<_>>(), ["one", "two", "three"]);
    assert_eq!(fetch_header(fetched, "x"), "y");
    fetch_free(fetched);
    client_destroy(client);
}

#[test]
fn a_head_of_the_largest_size_is_taken_and_a_larger_one_is_not() {
    const LARGEST: usize = 384 << 10;
    let wild = Wild::new(move |stream, head| {
        let extra = usize::from(head.starts_with("GET /over "));
        // Two fields of the same answer: each counts 32 bytes beyond its name and value.
        let (length, close) = ("content-length".len() + 1 + 32, "connectionclose".len() + 32);
        let large = "x".repeat(LARGEST - length - close - "x-large".len() - 32 + extra);
        let answer = format!(
            "HTTP/1.1 200 OK\r\nConnection: close\r\nX-Large: {large}\r\nContent-Length: 2\r\n\r\nok"
        );
        drop(stream.write_all(answer.as_bytes()));
    });
    let client = client_create();
    assert!(!client_set_header_limit(client, 1024, LARGEST as i64 + 1));
    assert!(client_set_header_limit(client, 1024, LARGEST as i64));
    let answer = client_request(client, "GET", &wild.url("/fits"), &[], "");
    assert_eq!((answer.status, answer.body.as_str()), (200, "ok"), "{}", answer.error);
    let answer = client_request(client, "GET", &wild.url("/over"), &[], "");
    assert!(answer.status == 0 && answer.error.contains("more than 393216 bytes"), "{}", answer.error);
    client_destroy(client);
}

#[test]
fn a_stream_that_speaks_lives_on() {
    let wild = Wild::new(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        for _ in 0..6 {
            std::thread::sleep(std::time::Duration::from_millis(300));
            let _ = stream.write_all(b"data: x\n\n");
        }
        std::thread::sleep(std::time::Duration::from_secs(4));
    });
    let client = client_create();
    assert!(client_set_stall_timeout(client, 1500));
    let stream = stream_open(client, "GET", &wild.url("/"), &[]);
    assert_eq!(stream_finish(stream), 200, "{}", last_error());
    let (mut buffer, mut whole) = ([0; 99], 0);
    while whole < 6 * 9 {
        let count = stream_read(stream, &mut buffer);
        assert!(count > 0, "{}", last_error());
        whole += count;
    }
    // Then it stands still.
    assert_eq!(stream_read(stream, &mut buffer), -1);
    assert!(last_error().contains("nothing moved for 1500 ms"), "{}", last_error());
    stream_free(stream);
    client_destroy(client);
}

#[test]
fn what_is_no_regular_file_is_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe").display().to_string();
    crate::support::nginx::run("mkfifo", &[&pipe]);
    let (wild, heads) = listener(OK);
    let client = client_create();
    for path in [pipe.as_str(), "/dev/null", folder.path().to_str().unwrap()] {
        let answers = [
            client_upload(client, &wild.url("/"), &[], path, "f"),
            client_send_file(client, "PUT", &wild.url("/"), &[], path),
        ];
        for answer in answers {
            assert_eq!(answer.status, 0);
            assert!(answer.error.contains(path) && answer.error.contains("regular file"), "{}", answer.error);
        }
    }
    assert!(heads.lock().unwrap().is_empty());
    client_destroy(client);
}

extern "C-unwind" fn raw_header(request: i64, _: *mut std::ffi::c_void) -> i64 {
    response_create_bytes(200, &request_header_bytes(request, "x-RAW"), "application/octet-stream")
}

#[test]
fn header_bytes_beyond_ascii_are_read_as_they_came() {
    let bytes = b"gr\xfc\xdf, \xc3\xa9\x80";
    let wild = Wild::new(move |stream, _| {
        let head = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\nX-Raw: ";
        let _ = stream.write_all(&[head, &bytes[..4], b"\r\nX-Raw: ", &bytes[6..], b"\r\n\r\n"].concat());
    });
    let client = client_create();
    let fetched = fetch(client, "GET", &wild.url("/"), &[], "");
    assert_eq!(fetch_header_bytes(fetched, "x-raw"), bytes);
    assert_eq!(fetch_header(fetched, "x-raw"), "gr\u{fffd}\u{fffd}, é\u{fffd}");
    assert_eq!(fetch_header_bytes(fetched, "none"), b"");
    fetch_free(fetched);
    let stream = stream_open(client, "GET", &wild.url("/"), &[]);
    assert_eq!(stream_header_bytes(stream, "x-raw"), b"");
    assert!(last_error().contains("not asked for"));
    assert_eq!(stream_finish(stream), 200);
    assert_eq!(stream_header_bytes(stream, "X-Raw"), bytes);
    stream_free(stream);
    client_destroy(client);
    register("r-raw-header", raw_header);
    let server = Server::start(|server| assert!(server_route(server, "GET", "/", "r-raw-header")));
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.write_all(&[b"GET / HTTP/1.1\r\nHost: x\r\nX-Raw: ", &bytes[..], b"\r\n\r\n"].concat()).unwrap();
    assert_eq!(raw::answer(&mut stream), (200, bytes.to_vec()));
}

/// All values of a query and of a form.
extern "C-unwind" fn values(request: i64, _: *mut std::ffi::c_void) -> i64 {
    let query = request_query_all(request, "a").join(",");
    let form = request_form_all(request, "b\u{fc}").join(",");
    response_create(
        200,
        &format!("{query}|{form}|{}", if form.is_empty() { last_error() } else { String::new() }),
    )
}

#[test]
fn all_values_of_queries_and_forms_are_told() {
    register("q-values", values);
    let server = Server::start(|server| assert!(server_route(server, "POST", "/", "q-values")));
    let ask = |kind: &str| {
        let url = server.url("/?a=1&b=2&a=x+y%26&a=");
        post(&url, "b%C3%BC=1&c=2&b%c3%bc=%3D+&a=no", kind).body
    };
    assert_eq!(ask("application/x-www-form-urlencoded"), "1,x y&,|1,= |");
    assert_eq!(ask("Application/X-WWW-Form-URLencoded; charset=utf-8"), "1,x y&,|1,= |");
    assert!(ask("text/plain").starts_with("1,x y&,||the request's body has neither the type"));
    assert!(unregister("q-values"));
}
