//! Answers that the host writes piece by piece, by HTTP/1.1 and HTTP/2, with our client, curl and plain sockets.

use crate::support::{Server, api::*, eventually, noise, raw};
use std::{
    ffi::c_void,
    io::{Read, Write},
    net::{Shutdown, TcpStream},
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

/// As long as a test waits for what must come, in milliseconds too.
const LONG: Duration = Duration::from_secs(60);
const LONG_MS: i64 = 60_000;

fn server(prepare: impl FnOnce(i64)) -> Server {
    Server::start(|server| {
        assert!(server_route(server, "*", "/pull", "s-nobody"));
        prepare(server);
    })
}

/// A client that has sent this, and the request that came of it.
fn visit(server: &Server, text: &str) -> (TcpStream, i64) {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    stream.write_all(text.as_bytes()).unwrap();
    let request = server_next_request(server.0, LONG_MS);
    assert!(request > 0, "{}", last_error());
    (stream, request)
}

const GET: &str = "GET /pull HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

fn begin(request: i64, kind: &str, options: &str) -> i64 {
    let stream = response_stream_begin(request, response_create_bytes(200, b"", kind), options);
    assert!(stream > 0, "{}", last_error());
    stream
}

fn write(stream: i64, text: &str) {
    assert_eq!(
        response_stream_write(stream, text.as_bytes(), LONG_MS),
        text.len() as i64,
        "{}",
        last_error()
    );
}

fn curl(arguments: &[&str]) -> (i32, String) {
    let output =
        Command::new("curl").args(["-sS", "-N", "--max-time", "60"]).args(arguments).output().expect("curl");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Number of pieces that the client of [`in_turns`] has read.
static READ: AtomicUsize = AtomicUsize::new(0);

/// Writes a piece whenever the one before was read.
extern "C-unwind" fn in_turns(request: i64, _: *mut c_void) -> i64 {
    let method = request_method(request);
    let response = response_create(200, "first,");
    assert!(response_set_header(response, "X-Method", &method));
    let stream = response_stream_begin(request, response, "");
    for turn in 1..=3 {
        if method == "GET" && !eventually(LONG, || READ.load(Ordering::SeqCst) >= turn) {
            return 0;
        }
        write(stream, &format!("{turn},"));
    }
    assert!(response_stream_finish(stream), "{}", last_error());
    0
}

#[test]
fn pieces_are_sent_as_they_come() {
    register("s-turns", in_turns);
    let server = server(|server| assert!(server_route(server, "GET", "/turns", "s-turns")));
    let client = client_create();
    let answer = stream_open(client, "GET", &server.url("/turns"), &[]);
    assert_eq!(stream_finish(answer), 200, "{}", last_error());
    assert_eq!(stream_header(answer, "x-method"), "GET");
    let mut came = String::new();
    for (turn, expected) in ["first,", "1,", "2,", "3,"].iter().enumerate() {
        let mut piece = [0; 100];
        let count = stream_read(answer, &mut piece);
        came += std::str::from_utf8(&piece[..usize::try_from(count).unwrap()]).unwrap();
        assert!(came.ends_with(expected), "{came}");
        READ.store(turn + 1, Ordering::SeqCst);
    }
    assert_eq!(stream_read(answer, &mut [0; 100]), 0);
    stream_free(answer);
    // All of it at once, by every way; HEAD has the head alone.
    for way in ["--http1.0", "--http1.1", "--http2-prior-knowledge"] {
        assert_eq!(curl(&[way, &server.url("/turns")]), (0, "first,1,2,3,".to_owned()), "{way}");
        let head = curl(&[way, "-I", &server.url("/turns")]);
        assert!(head.0 == 0 && head.1.contains("HEAD") && !head.1.contains("first"), "{way}: {head:?}");
    }
    client_destroy(client);
    assert!(unregister("s-turns"));
}

/// Not 0 where [`at_times`] streams.
static STREAMS: AtomicUsize = AtomicUsize::new(0);

/// Quick, and then all at once one that writes more than is let wait, from where its answer would be sent.
extern "C-unwind" fn at_times(request: i64, _: *mut c_void) -> i64 {
    if STREAMS.load(Ordering::SeqCst) == 0 {
        return response_create(200, "quick");
    }
    let stream = begin(request, "text/plain", r#"{"buffer": 1000}"#);
    let piece = noise(100_000);
    for _ in 0..10 {
        assert_eq!(response_stream_write(stream, &piece, LONG_MS), 100_000, "{}", last_error());
    }
    assert!(response_stream_finish(stream));
    0
}

#[test]
fn a_handler_that_was_quick_may_stream() {
    register("s-times", at_times);
    let server = server(|server| assert!(server_route(server, "GET", "/", "s-times")));
    let client = client_create();
    for _ in 0..300 {
        assert_eq!(client_request(client, "GET", &server.url("/"), &[], "").body, "quick");
    }
    STREAMS.store(1, Ordering::SeqCst);
    for _ in 0..3 {
        let fetched = fetch(client, "GET", &server.url("/"), &[], "");
        assert!(fetch_body_bytes(fetched) == noise(100_000).repeat(10), "{}", last_error());
        fetch_free(fetched);
    }
    client_destroy(client);
    assert!(unregister("s-times"));
}

#[test]
fn a_client_that_does_not_read_slows_its_writer_and_one_that_goes_ends_it() {
    let server = server(|_| {});
    let (mut client, request) = visit(&server, GET);
    let stream = begin(request, "text/plain", r#"{"buffer": 10000}"#);
    let piece = vec![b'x'; 100_000];
    let mut taken = 0;
    // Up to what the system keeps for both sides.
    let full = eventually(LONG, || {
        let count = response_stream_write(stream, &piece, 0);
        assert!(count >= 0, "{}", last_error());
        taken += count;
        assert!(taken < 1 << 30, "a client that does not read is written to for ever");
        // It may have been sent just now.
        count == 0 && response_stream_write(stream, b"y", 200) == 0
    });
    assert!(full);
    assert!(!response_stream_send_event(stream, "", "z", "", 0));
    assert_eq!(last_error_code(), 5, "{}", last_error());
    // It reads on, and there is room.
    let mut some = vec![0; 8 << 20];
    client.read_exact(&mut some[..usize::try_from(taken / 2).unwrap().min(8 << 20)]).unwrap();
    assert_eq!(response_stream_write(stream, b"z", LONG_MS), 1);
    drop(client);
    assert!(eventually(LONG, || response_stream_write(stream, &piece, 0) < 0), "nobody is told that it went");
    assert_eq!(last_error_code(), 4, "{}", last_error());
    assert!(!response_stream_finish(stream));
    assert!(!response_stream_finish(stream) && last_error().contains("freed"));
}

#[test]
fn events_are_as_html_has_them_and_a_quiet_stream_stays_alive() {
    for compress in [false, true] {
        let server = server(|server| assert!(server_set_compression(server, compress)));
        let get = GET.replace("Host: x", "Host: x\r\nAccept-Encoding: gzip");
        let (mut client, request) = visit(&server, &get);
        let stream = begin(request, "text/event-stream; charset=utf-8", r#"{"keep_alive_ms": 50}"#);
        let head = raw::head(&mut client);
        assert!(head.contains("transfer-encoding: chunked") && !head.contains("gzip"), "{head}");
        let next = |client: &mut TcpStream| {
            let mut text = String::new();
            while !text.ends_with("\n\n\r\n") {
                let mut byte = [0];
                client.read_exact(&mut byte).unwrap();
                text.push(char::from(byte[0]));
            }
            text.split_once("\r\n").unwrap().1.trim_end_matches("\r\n").to_owned()
        };
        let mut signs = 0;
        let mut event = |client: &mut TcpStream| {
            loop {
                match next(client) {
                    sign if sign == ":\n\n" => signs += 1,
                    event => break event,
                }
            }
        };
        assert!(response_stream_send_event(stream, "", "one", "", LONG_MS));
        assert_eq!(event(&mut client), "data: one\n\n");
        std::thread::sleep(Duration::from_millis(300));
        assert!(response_stream_send_event(stream, "tick", "two\nlines", "7", LONG_MS));
        assert_eq!(event(&mut client), "event: tick\nid: 7\ndata: two\ndata: lines\n\n");
        assert!(signs > 0, "no sign of life");
        assert!(
            !response_stream_send_event(stream, "a\nb", "x", "", LONG_MS) && last_error().contains("`event`")
        );
        // Signs of life find out that a client has gone.
        drop(client);
        assert!(eventually(LONG, || response_stream_write(stream, b"", 0) < 0), "nobody is told");
        response_stream_free(stream);
    }
}

#[test]
fn an_answer_that_is_given_up_is_seen_to_be_broken_and_a_stop_ends_it() {
    let server = server(|server| assert!(server_set_stop_timeout(server, 300)));
    let whole = |finish: bool| {
        let (mut client, request) = visit(&server, GET);
        let stream = begin(request, "text/plain", "");
        write(stream, "some");
        if finish {
            assert!(response_stream_finish(stream));
        } else {
            // What waits is thrown away.
            response_stream_free(stream);
        }
        let mut text = String::new();
        let _ = client.read_to_string(&mut text);
        text
    };
    assert!(whole(true).ends_with("\r\n4\r\nsome\r\n0\r\n\r\n"));
    assert!(!whole(false).contains("0\r\n\r\n"));
    // By HTTP/2 a stream is reset and the connection stays.
    let url = server.url("/pull");
    let asking = std::thread::spawn(move || curl(&["--http2-prior-knowledge", &url]));
    let request = server_next_request(server.0, LONG_MS);
    response_stream_free(begin(request, "text/plain", ""));
    assert_eq!(asking.join().unwrap().0, 92);

    let (mut client, request) = visit(&server, GET);
    let stream = begin(request, "text/plain", "");
    write(stream, "some");
    assert!(server_stop(server.0));
    assert_eq!(response_stream_write(stream, b"more", LONG_MS), -1);
    assert!(!response_stream_finish(stream));
    let mut text = String::new();
    let _ = client.read_to_string(&mut text);
    assert!(text.contains("some") && !text.contains("0\r\n\r\n"), "{text}");
}

#[test]
fn a_half_closed_client_gets_its_answer_and_compression_loses_nothing() {
    let server = server(|server| assert!(server_set_compression(server, true)));
    let (mut client, request) = visit(&server, GET);
    let stream = begin(request, "application/octet-stream", "");
    // A pulled request's client counts as gone until its answer has begun.
    assert!(raw::head(&mut client).starts_with("HTTP/1.1 200"));
    client.shutdown(Shutdown::Write).unwrap();
    for turn in 0..20 {
        std::thread::sleep(Duration::from_millis(5));
        write(stream, &format!("{turn};"));
    }
    assert!(response_stream_finish(stream), "{}", last_error());
    let mut text = String::new();
    client.read_to_string(&mut text).unwrap();
    assert!(text.ends_with("0\r\n\r\n") && text.contains("19;"), "{text}");
    for way in ["--http1.1", "--http2-prior-knowledge"] {
        let url = server.url("/pull");
        let asking = std::thread::spawn(move || curl(&[way, "--compressed", &url]));
        let stream = begin(server_next_request(server.0, LONG_MS), "text/plain", "");
        for turn in 0..1000 {
            write(stream, &format!("{turn};"));
        }
        assert!(response_stream_finish(stream));
        let all: String = (0..1000).map(|turn| format!("{turn};")).collect();
        assert_eq!(asking.join().unwrap(), (0, all), "{way}");
    }
}

#[test]
fn what_cannot_begin_is_refused_and_costs_nothing() {
    let server = server(|_| {});
    let (mut client, request) = visit(&server, GET);
    let response = response_create(200, "fine");
    for (options, named) in [
        ("[]", "array"),
        ("{\"buffers\": 1}", "buffers"),
        ("{\"buffer\": 0}", "buffer"),
        ("{\"buffer\": -1}", "buffer"),
        ("{\"buffer\": 100000000}", "buffer"),
        ("{\"keep_alive_ms\": 0}", "keep_alive_ms"),
        ("{\"keep_alive_ms\": 10}", "event-stream"),
    ] {
        assert_eq!(response_stream_begin(request, response, options), 0, "{options}");
        assert!(last_error().contains(named), "{options}: {}", last_error());
    }
    assert_eq!(response_stream_begin(request, 0, ""), 0);
    // Both are as they were.
    let stream = response_stream_begin(request, response, "");
    assert!(stream > 0, "{}", last_error());
    assert!(request_method(request).is_empty() && !response_set_header(response, "A", "b"));
    assert_eq!(response_stream_begin(request, response_create(200, ""), ""), 0);
    assert_eq!(response_stream_write(stream, b"x", -1), -1);
    assert!(response_stream_finish(stream));
    assert_eq!(response_stream_write(stream, b"x", 0), -1);
    let mut text = String::new();
    client.read_to_string(&mut text).unwrap();
    assert!(text.ends_with("\r\n4\r\nfine\r\n0\r\n\r\n"), "{text}");
}
