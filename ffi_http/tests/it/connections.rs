//! One connection after the other: what a client may do on it, and what it must not be able to.

use crate::support::{Server, api::*, echo, hello, raw};
use std::{
    ffi::c_void,
    fs,
    io::{ErrorKind, Read, Write},
    net::{Shutdown, TcpStream},
    time::Duration,
};

const QUIET: Duration = Duration::from_secs(5);

extern "C-unwind" fn slow(_: i64, _: *mut c_void) -> i64 {
    std::thread::sleep(Duration::from_millis(1500));
    response_create(200, "slow")
}

extern "C-unwind" fn large(_: i64, _: *mut c_void) -> i64 {
    response_create(200, &"l".repeat(8 << 20))
}

fn server(prepare: impl FnOnce(i64)) -> Server {
    for (name, handler) in
        [("c-echo", echo as Callback), ("c-hello", hello), ("c-slow", slow), ("c-large", large)]
    {
        register(name, handler);
    }
    Server::start(|server| {
        assert!(server_route(server, "POST", "/echo", "c-echo"));
        for path in ["hello", "slow", "large"] {
            assert!(server_route(server, "GET", &format!("/{path}"), &format!("c-{path}")));
        }
        prepare(server);
    })
}

fn get_head(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n")
}

/// Connects and sends `pieces`, each by itself.
fn connect(port: u16, pieces: &[&[u8]]) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_nodelay(true).unwrap();
    stream.set_read_timeout(Some(QUIET)).unwrap();
    for piece in pieces {
        stream.write_all(piece).unwrap();
        std::thread::sleep(Duration::from_millis(2));
    }
    stream
}

/// Reads until the server ends the connection; fails where it does not.
fn to_the_end(stream: &mut TcpStream) -> String {
    let (mut all, mut piece) = (Vec::new(), [0; 65536]);
    loop {
        match stream.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => all.extend_from_slice(&piece[..count]),
            Err(error) if error.kind() == ErrorKind::ConnectionReset => break,
            Err(error) => panic!("the connection did not end: {error}"),
        }
    }
    String::from_utf8_lossy(&all).into_owned()
}

#[test]
fn no_client_keeps_a_connection_by_a_body_that_nobody_reads() {
    let folder = tempfile::tempdir().unwrap();
    let server = server(|server| {
        assert!(server_set_header_timeout(server, 500));
        assert!(server_set_max_connections(server, 20));
        assert!(server_static(server, "/files", &folder.path().display().to_string()));
    });
    let mut open = Vec::new();
    for path in ["/nope", "/hello", "/files/x"] {
        // A head as long as what is read at a time, so that the body comes by itself, and one in two pieces.
        let begin = format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nX: ");
        let padded = format!("{begin}{}\r\n\r\na\n\n\n", "y".repeat(8192 - begin.len() - 4));
        open.push(connect(server.port(), &[padded.as_bytes()]));
        open.push(connect(server.port(), &[format!("{begin}y\r\n\r\n").as_bytes(), b"a\n\n\n"]));
        open.push(connect(server.port(), &[format!("{begin}y\r\n\r\na\n\n\n").as_bytes()]));
        open.push(connect(server.port(), &[format!("{begin}y\r\n\r\n").as_bytes()]));
    }
    for mut stream in open {
        let text = to_the_end(&mut stream);
        assert!(matches!(raw::status(&text), 404 | 405) && text.contains("connection: close"), "{text}");
    }
}

#[test]
fn a_pipelined_request_may_take_longer_than_its_head() {
    let server = server(|server| assert!(server_set_header_timeout(server, 500)));
    let (hello, slow) = (get_head("/hello"), get_head("/slow"));
    for (first, second) in [(&hello, &slow), (&slow, &slow), (&slow, &hello)] {
        let both = format!("{first}{second}");
        for cut in [both.len(), both.len() - 2, first.len(), first.len() + 10] {
            let (one, two) = both.as_bytes().split_at(cut);
            let mut stream = connect(server.port(), &[one, two]);
            let text = to_the_end(&mut stream);
            assert_eq!(text.matches("HTTP/1.1 200").count(), 2, "cut at {cut}: {text}");
        }
    }
}

#[test]
fn a_second_request_with_two_lengths_is_refused_too() {
    let server = server(|_| {});
    let two =
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    let chunked = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    let length = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    for first in [get_head("/hello"), chunked.to_owned(), length.to_owned()] {
        let text = raw::talk(server.port(), format!("{first}{two}{two}").as_bytes(), QUIET);
        assert_eq!(text.matches("HTTP/1.1 200").count(), 1, "{text}");
        assert_eq!(text.matches("HTTP/1.1 400").count(), 1, "{text}");
    }
}

#[test]
fn a_client_that_ends_its_side_gets_its_answer() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = crate::support::noise(8 << 20);
    fs::write(folder.path().join("big"), &bytes).unwrap();
    for compress in [false, true] {
        let server = server(|server| {
            assert!(server_static(server, "/files", &folder.path().display().to_string()));
            assert!(server_set_compression(server, compress));
        });
        for (path, end) in [("/hello", "hello"), ("/slow", "slow"), ("/large", "llll"), ("/nope", "Found\n")]
        {
            for pause in [0, 50] {
                let mut stream = connect(server.port(), &[get_head(path).as_bytes()]);
                std::thread::sleep(Duration::from_millis(pause));
                stream.shutdown(Shutdown::Write).unwrap();
                std::thread::sleep(Duration::from_millis(100));
                let text = to_the_end(&mut stream);
                assert!(text.ends_with(end), "{path}: {} bytes", text.len());
            }
        }
        // The end comes with the request, and before any of it is looked at.
        let body = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody";
        for (request, end) in
            [(get_head("/hello").as_str(), "hello"), (body, "body"), (&get_head("/nope"), "Found\n")]
        {
            for _ in 0..200 {
                let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
                stream.set_read_timeout(Some(QUIET)).unwrap();
                stream.write_all(request.as_bytes()).unwrap();
                stream.shutdown(Shutdown::Write).unwrap();
                let text = to_the_end(&mut stream);
                assert!(text.ends_with(end), "{request}: {text}");
            }
        }
        let mut stream = connect(server.port(), &[get_head("/files/big").as_bytes()]);
        stream.shutdown(Shutdown::Write).unwrap();
        std::thread::sleep(Duration::from_millis(100));
        let (status, body) = raw::answer(&mut stream);
        assert!(status == 200 && body == bytes, "{} bytes", body.len());
        assert_eq!(stream.read(&mut [0]).unwrap(), 0);
    }
}

#[test]
fn an_early_answer_reaches_a_client_that_sends_first() {
    let server = server(|server| assert!(server_set_body_limit(server, 1000)));
    for path in ["/echo", "/nope", "/hello"] {
        for length in [2000, 100_000, 8_000_000] {
            let head = format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n");
            let mut stream = connect(server.port(), &[head.as_bytes()]);
            stream.write_all(&vec![b'x'; length]).unwrap();
            let (status, _) = raw::answer(&mut stream);
            assert!(matches!(status, 413 | 404 | 405), "{path} {length}: {status}");
        }
    }
    // Not for ever.
    let mut stream =
        connect(server.port(), &[b"POST /nope HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n"]);
    let sent = (0..400).take_while(|_| {
        std::thread::sleep(Duration::from_millis(50));
        stream.write_all(&[b'x'; 100]).is_ok()
    });
    assert!(sent.count() < 400, "the client is read from for ever");
}

#[test]
fn long_heads_are_taken_up_to_the_limit() {
    let limit = 1 << 20;
    let server = server(|server| assert!(server_set_header_limit(server, limit)));
    let ask = |fields: &str| {
        let text = format!("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{fields}\r\n");
        raw::status(&raw::talk(server.port(), text.as_bytes(), QUIET))
    };
    for length in [300_000, 430_000, 700_000, 1_048_000] {
        assert_eq!(ask(&format!("X: {}\r\n", "y".repeat(length))), 200, "{length}");
    }
    assert_eq!(ask(&format!("X: {}\r\n", "y".repeat(1_100_000))), 431);
    for (count, status) in [(98, 200), (101, 200), (4000, 200), (4100, 431)] {
        assert_eq!(ask(&"X: y\r\n".repeat(count)), status, "{count} fields");
    }
}

#[test]
fn parts_of_files_are_as_the_standard_has_them() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("f.txt"), "0123456789").unwrap();
    let server = server(|server| assert!(server_static(server, "/s", &folder.path().display().to_string())));
    let client = client_create();
    let ask = |headers: &[&str]| {
        let fetched = fetch(client, "GET", &server.url("/s/f.txt"), headers, "");
        let result = (fetch_status(fetched), fetch_body(fetched));
        fetch_free(fetched);
        result
    };
    let fetched = fetch(client, "GET", &server.url("/s/f.txt"), &[], "");
    let (tag, date) = (fetch_header(fetched, "etag"), fetch_header(fetched, "last-modified"));
    fetch_free(fetched);
    let whole = (200, "0123456789".to_owned());
    for (range, expected) in [
        ("bytes=0-1", "01"),
        ("bytes= 0-1", "01"),
        ("BYTES=0-1", "01"),
        ("bytes=5-", "56789"),
        ("bytes=-3", "789"),
        ("bytes=9-99999999999999999999", "9"),
        ("bytes=-99999999999999999999", "0123456789"),
    ] {
        assert_eq!(ask(&[&format!("Range: {range}")]), (206, expected.to_owned()), "{range}");
    }
    for range in ["bytes=10-", "bytes=99999999999999999999-", "bytes=-0"] {
        assert_eq!(ask(&[&format!("Range: {range}")]).0, 416, "{range}");
    }
    for range in ["lines=1-2", "bytes=abc", "bytes=5-2", "bytes="] {
        assert_eq!(ask(&[&format!("Range: {range}")]), whole, "{range}");
    }
    let since =
        |validator: &str, range: &str| ask(&[&format!("Range: {range}"), &format!("If-Range: {validator}")]);
    for validator in [&tag, &date] {
        assert_eq!(since(validator, "bytes=2-3"), (206, "23".to_owned()), "{validator}");
    }
    for validator in ["\"other\"", "Sat, 01 Jan 2000 00:00:00 GMT", &format!("W/{tag}")] {
        assert_eq!(since(validator, "bytes=2-3"), whole, "{validator}");
        assert_eq!(since(validator, "bytes=20-"), whole, "{validator}");
    }
    client_destroy(client);
}

#[test]
fn folders_are_served_under_any_prefix() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().display().to_string();
    fs::write(folder.path().join("x.txt"), "fine").unwrap();
    fs::create_dir_all(folder.path().join("sub dir")).unwrap();
    fs::write(folder.path().join("sub dir/index.html"), "index").unwrap();
    fs::create_dir_all(folder.path().join("static")).unwrap();
    fs::write(folder.path().join("static/x.txt"), "wrong").unwrap();
    let server = server(|server| {
        for prefix in ["/static", "/grüße", "/a b", "/q\"x", "/[b]"] {
            assert!(server_static(server, prefix, &path), "{prefix}: {}", last_error());
        }
    });
    for path in
        ["/static", "/st%61tic", "/%73tatic", "/gr%C3%BC%C3%9Fe", "/a%20b", "/q%22x", "/[b]", "/%5Bb%5D"]
    {
        let answer = get(&server.url(&format!("{path}/x.txt")));
        assert_eq!((answer.status, answer.body.as_str()), (200, "fine"), "{path}: {}", answer.error);
        let answer = get(&server.url(&format!("{path}/sub%20dir")));
        assert_eq!((answer.status, answer.body.as_str()), (200, "index"), "{path}: {}", answer.error);
    }
}
