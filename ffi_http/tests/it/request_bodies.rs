//! Requests' bodies that handlers read in pieces, while they come.

use crate::support::{Server, api::*, nginx::run, noise, raw};
use std::{
    ffi::c_void,
    fs,
    io::{Read, Write},
    net::TcpStream,
    thread,
    time::Duration,
};

const LONG: Duration = Duration::from_secs(20);
const LONG_MS: i64 = 20_000;
const STREAMED: &str = r#"{"stream_body": true, "body_limit": 100000000}"#;

fn sum(state: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(state, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)))
}

/// Reads a body to its end: how long it is, and its sum, or why it broke off.
fn read_all(request: i64) -> Result<(usize, u32), String> {
    let (mut buffer, mut length, mut state) = (vec![0; 100_000], 0, 0);
    loop {
        match request_read(request, &mut buffer, LONG_MS) {
            0 => return Ok((length, state)),
            count @ 1.. => {
                length += count as usize;
                state = sum(state, &buffer[..count as usize]);
            }
            _ => return Err(last_error()),
        }
    }
}

extern "C-unwind" fn reads(request: i64, _: *mut c_void) -> i64 {
    assert_eq!(request_body(request), "");
    match read_all(request) {
        Ok((length, sum)) => response_create(200, &format!("{length} {sum}")),
        Err(error) => response_create(400, &error),
    }
}

extern "C-unwind" fn refuses(_: i64, _: *mut c_void) -> i64 {
    response_create(403, "no")
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    stream
}

fn pulling(options: &str) -> Server {
    Server::start(|server| {
        assert!(
            server_route_with_options(server, "POST", "/in", "bodies-pulled", options),
            "{}",
            last_error()
        );
    })
}

const HEAD: &str = "POST /in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

#[test]
fn a_handler_reads_what_has_come_before_the_rest() {
    let server = pulling(STREAMED);
    let mut stream = connect(&server);
    stream.write_all(format!("{HEAD}3\r\nabc\r\n").as_bytes()).unwrap();
    let request = server_next_request(server.0, LONG_MS);
    assert!(request > 0, "{}", last_error());
    let mut buffer = [0; 2];
    assert_eq!((request_read(request, &mut buffer, LONG_MS), &buffer), (2, b"ab"));
    assert_eq!((request_read(request, &mut buffer, LONG_MS), buffer[0]), (1, b'c'));
    assert_eq!(request_read(request, &mut [], LONG_MS), 0);
    for patience in [0, 50] {
        assert_eq!(request_read(request, &mut buffer, patience), -1);
        assert!(last_error().contains("came within") && last_error_code() == 5, "{}", last_error());
    }
    for whole in [request_body(request).as_bytes(), &request_body_bytes(request)] {
        assert!(whole.is_empty());
        assert!(last_error().contains("rt_http_request_read"), "{}", last_error());
    }
    assert_eq!(request_part_count(request), -1);
    assert_eq!(request_read(request, &mut buffer, -1), -1);
    stream.write_all(b"1\r\nd\r\n0\r\n\r\n").unwrap();
    assert_eq!((request_read(request, &mut buffer, LONG_MS), buffer[0]), (1, b'd'));
    assert_eq!(request_read(request, &mut buffer, LONG_MS), 0);
    assert_eq!(request_read(request, &mut buffer, 0), 0);
    assert!(server_respond(request, response_create(200, "got it")));
    assert_eq!(raw::answer(&mut stream), (200, b"got it".to_vec()));
    assert_eq!(request_read(request, &mut buffer, 0), -1);
    // The connection goes on, and a body that came whole is read alike.
    stream.write_all(b"POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n").unwrap();
    let request = server_next_request(server.0, LONG_MS);
    assert_eq!(request_read(request, &mut buffer, LONG_MS), 0);
    assert!(server_respond(request, response_create(204, "")));
}

#[test]
fn a_body_that_came_whole_is_read_alike() {
    let server = pulling("");
    let mut stream = connect(&server);
    stream.write_all(format!("{HEAD}3\r\nabc\r\n0\r\n\r\n").as_bytes()).unwrap();
    let request = server_next_request(server.0, LONG_MS);
    let mut buffer = [0; 2];
    assert_eq!((request_read(request, &mut buffer, 0), &buffer), (2, b"ab"));
    assert_eq!(request_read(request, &mut buffer, 0), 1);
    assert_eq!(request_read(request, &mut buffer, 0), 0);
    assert_eq!(request_body(request), "abc");
    assert!(server_respond(request, response_create(200, "")));
}

#[test]
fn a_client_is_held_up_while_nobody_reads() {
    const WHOLE: usize = 64 << 20;
    let server = pulling(STREAMED);
    let mut stream = connect(&server);
    let mut writer = stream.try_clone().unwrap();
    writer.set_write_timeout(Some(Duration::from_millis(300))).unwrap();
    let content = noise(WHOLE);
    stream
        .write_all(format!("POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: {WHOLE}\r\n\r\n").as_bytes())
        .unwrap();
    let request = server_next_request(server.0, LONG_MS);
    let mut sent = 0;
    while let Ok(count @ 1..) = writer.write(&content[sent..]) {
        sent += count;
    }
    // What the system keeps, and a piece.
    assert!((1..WHOLE / 2).contains(&sent), "{sent}");
    writer.set_write_timeout(None).unwrap();
    let rest = content[sent..].to_vec();
    let sending = thread::spawn(move || writer.write_all(&rest).unwrap());
    assert_eq!(read_all(request), Ok((WHOLE, sum(0, &content))));
    sending.join().unwrap();
    assert!(server_respond(request, response_create(200, "all")));
    assert_eq!(raw::answer(&mut stream), (200, b"all".to_vec()));
}

#[test]
fn bodies_that_end_badly_are_told() {
    let server = pulling(r#"{"stream_body": true, "body_limit": 10}"#);
    // Announced too long: nobody is asked.
    let long = raw::talk(server.port(), b"POST /in HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n", LONG);
    assert!(long.starts_with("HTTP/1.1 413") && long.contains("at most 10 bytes"), "{long}");
    for (body, expected) in [
        ("b\r\n01234567890\r\n0\r\n\r\n", Err("longer than its limit")),
        ("6\r\n012345\r\n6\r\n012345\r\n0\r\n\r\n", Err("longer than its limit")),
        ("a\r\n0123456789\r\n0\r\n\r\n", Ok(10)),
        ("3\r\n012\r\nz\r\n", Err("broke off")),
        ("3\r\n0", Err("broke off")),
    ] {
        let mut stream = connect(&server);
        stream.write_all(format!("{HEAD}{body}").as_bytes()).unwrap();
        let request = server_next_request(server.0, LONG_MS);
        if body == "3\r\n0" {
            stream.shutdown(std::net::Shutdown::Both).unwrap();
        }
        let said = read_all(request).map(|all| all.0);
        match expected {
            Ok(length) => assert_eq!(said, Ok(length)),
            // The exchange may be over by the time that somebody reads.
            Err(expected) => {
                let said = said.unwrap_err();
                assert!(
                    said.contains(expected) || said.contains("over") || said.contains("freed"),
                    "{body}: {said}"
                );
            }
        }
        let _ = server_respond(request, response_create(200, "ok"));
    }
}

#[test]
fn an_answer_before_the_end_is_sent_and_ends_the_connection() {
    register("bodies-refuse", refuses);
    register("bodies-read", reads);
    let server = Server::start(|server| {
        for (path, name) in [("/no", "bodies-refuse"), ("/in", "bodies-read")] {
            assert!(server_route_with_options(server, "*", path, name, STREAMED));
        }
    });
    let ask = |path: &str, body: &str| {
        let head =
            format!("PUT {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nExpect: 100-continue\r\n\r\n");
        raw::talk(server.port(), (head + body).as_bytes(), Duration::from_secs(2))
    };
    let refused = ask("/no", "");
    assert!(
        refused.starts_with("HTTP/1.1 403") && refused.to_lowercase().contains("connection: close"),
        "{refused}"
    );
    let read = ask("/in", "abcdef");
    assert!(read.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"), "{read}");
    assert!(read.ends_with(&format!("6 {}", sum(0, b"abcdef"))), "{read}");
    // A client that goes on sending gets its answer, too.
    let mut stream = connect(&server);
    stream.write_all(b"PUT /no HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\n").unwrap();
    let mut writer = stream.try_clone().unwrap();
    let sending = thread::spawn(move || {
        let _ = writer.write_all(&noise(10_000_000));
    });
    assert_eq!(raw::answer(&mut stream), (403, b"no".to_vec()));
    let _ = stream.read_to_end(&mut Vec::new());
    sending.join().unwrap();
}

#[test]
fn time_counts_from_the_last_piece() {
    register("bodies-slow", reads);
    let server = Server::start(|server| {
        assert!(server_route_with_options(server, "POST", "/in", "bodies-slow", STREAMED));
        assert!(server_set_answer_timeout(server, 1500) && server_set_body_timeout(server, 1));
    });
    let mut stream = connect(&server);
    stream.write_all(HEAD.as_bytes()).unwrap();
    for _ in 0..10 {
        stream.write_all(b"1\r\nx\r\n").unwrap();
        thread::sleep(Duration::from_millis(250));
    }
    stream.write_all(b"0\r\n\r\n").unwrap();
    assert_eq!(raw::answer(&mut stream), (200, format!("10 {}", sum(0, b"xxxxxxxxxx")).into_bytes()));
    // One that sends no more loses its request, and the handler its exchange.
    stream.write_all(format!("{HEAD}1\r\nx\r\n").as_bytes()).unwrap();
    assert_eq!(raw::answer(&mut stream).0, 503);
}

#[test]
fn curl_uploads_by_both_versions_of_http() {
    register("bodies-curl", reads);
    let server = Server::start(|server| {
        assert!(server_route_with_options(server, "PUT", "/in", "bodies-curl", STREAMED));
    });
    let folder = tempfile::tempdir().unwrap();
    let content = noise(30 << 20);
    let path = folder.path().join("content");
    fs::write(&path, &content).unwrap();
    let expected = format!("{} {}", content.len(), sum(0, &content));
    let path = path.display().to_string();
    for how in
        [&["--http1.1"][..], &["--http1.1", "-H", "Transfer-Encoding: chunked"], &["--http2-prior-knowledge"]]
    {
        let mut arguments = vec!["-s", "--noproxy", "*", "-T", &path];
        arguments.extend(how);
        let url = server.url("/in");
        arguments.push(&url);
        assert_eq!(run("curl", &arguments), expected, "{how:?}");
    }
}

#[test]
fn options_of_a_route_are_checked() {
    let server = server_create(0);
    for bad in ["[]", r#"{"stream": true}"#, r#"{"body_limit": -1}"#, r#"{"body_limit": 9007199254740993}"#] {
        assert!(!server_route_with_options(server, "GET", "/", "h", bad), "{bad}");
        assert!(last_error().contains("options_json"), "{}", last_error());
    }
    assert!(!server_route_with_options(server, "GET", "/", "", ""));
    server_destroy(server);
    // A limit counts for a body that comes whole, too.
    let server = pulling(r#"{"body_limit": 3}"#);
    let long = raw::talk(server.port(), format!("{HEAD}4\r\nabcd\r\n0\r\n\r\n").as_bytes(), LONG);
    assert!(long.starts_with("HTTP/1.1 413"), "{long}");
}
