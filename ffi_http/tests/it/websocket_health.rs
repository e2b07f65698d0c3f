//! WebSockets by the many on one thread, whether they live, and how they are refused.

use crate::support::{Server, api::*, eventually, is_readable, raw::Wild};
use ffi_core::events::{EventKind, Queue};
use std::{
    collections::HashMap,
    ffi::c_void,
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

const LONG: Duration = Duration::from_secs(20);
const LONG_MS: i64 = 20_000;

fn pulling() -> Server {
    Server::start(|server| assert!(server_websocket(server, "/ws", "health-pulled")))
}

/// A connected pair: the client's side and the server's.
fn pair(server: &Server, client: i64) -> (i64, i64) {
    let url = server.ws("/ws");
    let connecting =
        std::thread::spawn(move || client_websocket(client, &url, &["Sec-WebSocket-Protocol: a, b"]));
    let request = server_next_request(server.0, LONG_MS);
    let theirs = ws_accept_protocol(request, "b");
    let ours = connecting.join().unwrap();
    assert!(ours > 0 && theirs > 0, "{}", last_error());
    (ours, theirs)
}

#[test]
fn one_thread_serves_many_by_events() {
    const MANY: usize = 150;
    let server = pulling();
    let client = client_create();
    let pairs: Vec<(i64, i64)> = (0..MANY).map(|_| pair(&server, client)).collect();
    assert!(pairs.iter().all(|(ours, theirs)| ws_protocol(*ours) == "b" && ws_protocol(*theirs) == "b"));
    let events = Queue::subscribe([EventKind::Http], 100_000);
    // What waited before is told, too.
    assert!(ws_send(pairs[0].0, "early"));
    assert_eq!(ws_wait(pairs[0].1, LONG_MS), 1);
    for (_, theirs) in &pairs {
        ws_set_events(*theirs, true);
    }
    for (number, (ours, _)) in pairs.iter().enumerate() {
        for _ in 0..3 {
            assert!(ws_send(*ours, &number.to_string()) && ws_send_bytes(*ours, b"bytes"));
        }
        if number % 2 == 0 {
            assert!(ws_close(*ours) || last_error().contains("closed"), "{}", last_error());
        }
    }
    let mut taken: HashMap<i64, Vec<String>> = HashMap::new();
    let mut ended = Vec::new();
    while taken.values().map(Vec::len).sum::<usize>() < MANY * 6 + 1 || ended.len() < MANY / 2 {
        let event = events.next(Some(Instant::now() + LONG)).expect("an event");
        let said: serde_json::Value = serde_json::from_str(&event.data).unwrap();
        if said["type"] != "websocket" {
            continue;
        }
        let Some(theirs) = said["websocket"].as_i64().filter(|it| pairs.iter().any(|pair| pair.1 == *it))
        else {
            continue;
        };
        assert!(said["state"] == "message" || said["state"] == "ended", "{said}");
        let messages = taken.entry(theirs).or_default();
        loop {
            match ws_wait(theirs, 0) {
                1 => messages.push(ws_receive(theirs)),
                2 => messages.push(String::from_utf8(ws_receive_bytes(theirs)).unwrap()),
                0 => break,
                _ => {
                    if !ended.contains(&theirs) {
                        ended.push(theirs);
                    }
                    break;
                }
            }
        }
    }
    for (number, (ours, theirs)) in pairs.iter().enumerate() {
        let own = &taken[theirs][usize::from(number == 0)..];
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        let number_text = number.to_string();
        assert_eq!(own, [&number_text[..], "bytes"].repeat(3));
        assert_eq!(ended.contains(theirs), number % 2 == 0);
        ws_close(*ours);
        ws_close(*theirs);
    }
    // Nobody is told of what nobody asked for.
    let (ours, theirs) = pair(&server, client);
    assert!(ws_send(ours, "quiet"));
    assert_eq!(ws_wait(theirs, LONG_MS), 1);
    while let Some(event) = events.next(Some(Instant::now())) {
        assert!(!event.data.contains(&format!("\"websocket\":{theirs},")), "{}", event.data);
    }
    events.close();
    ws_close(ours);
    ws_close(theirs);
    client_destroy(client);
}

#[test]
fn a_descriptor_tells_of_messages_and_of_the_end() {
    let server = pulling();
    let client = client_create();
    let (ours, theirs) = pair(&server, client);
    let fd = ws_fd(theirs);
    assert!(fd >= 0 && ws_fd(theirs) == fd && !is_readable(fd));
    for _ in 0..2 {
        assert!(ws_send(ours, "a") && ws_send(ours, "b"));
        assert!(eventually(LONG, || is_readable(fd)));
        assert_eq!(ws_receive(theirs), "a");
        assert!(eventually(LONG, || is_readable(fd)));
        assert_eq!(ws_receive(theirs), "b");
        assert!(!is_readable(fd));
    }
    ws_close(ours);
    assert!(eventually(LONG, || is_readable(fd)));
    assert_eq!(ws_wait(theirs, 0), -1);
    ws_close(theirs);
    client_destroy(client);
}

/// A peer that shakes hands and does then what it is told.
fn peer(serve: impl Fn(&mut TcpStream) + Send + 'static) -> Wild {
    Wild::new(move |stream, head| {
        let key = head.lines().find_map(|line| {
            line.split_once(": ").filter(|(name, _)| name.eq_ignore_ascii_case("sec-websocket-key"))
        });
        let _ = write!(
            stream,
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Accept: {}\r\n\r\n",
            derive_accept_key(key.expect("a key").1.as_bytes())
        );
        serve(stream);
    })
}

#[test]
fn a_round_trip_is_there_and_back() {
    let server = pulling();
    let client = client_create();
    let (ours, theirs) = pair(&server, client);
    for _ in 0..20 {
        assert!((0..20_000_000).contains(&ws_round_trip(ours, LONG_MS)), "{}", last_error());
        assert!(ws_round_trip(theirs, LONG_MS) >= 0, "{}", last_error());
    }
    assert_eq!(ws_round_trip(ours, 0), -1);
    ws_close(theirs);
    assert_eq!(ws_round_trip(ours, LONG_MS), -1);
    assert!(last_error().contains("closed"), "{}", last_error());
    ws_close(ours);
    client_destroy(client);
    // Pongs that nobody asked for are none, nor is silence.
    let wild = peer(|stream| {
        for number in [1_u64, 7, u64::MAX] {
            let _ = stream.write_all(&[&[0x8a, 8][..], &number.to_be_bytes()].concat());
        }
        let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
        let _ = stream.read_to_end(&mut Vec::new());
    });
    let ws = ws_connect(&wild.url("/").replace("http:", "ws:"));
    assert!(ws > 0, "{}", last_error());
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(ws_round_trip(ws, 300), -1);
    assert!(last_error_code() == 5 && last_error().contains("ping within 300 ms"), "{}", last_error());
    ws_close(ws);
}

#[test]
fn a_peer_that_is_gone_is_found_out() {
    let silent = peer(|stream| {
        let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
        let _ = stream.read_to_end(&mut Vec::new());
    });
    let ws = ws_connect(&silent.url("/").replace("http:", "ws:"));
    assert!(ws_set_keep_alive(ws, 100, 200), "{}", last_error());
    assert_eq!(ws_wait(ws, LONG_MS), -1);
    assert!(last_error().contains("said nothing for 300 ms"), "{}", last_error());
    ws_close(ws);
    // One that answers pings stays, however little it says.
    let server = pulling();
    let client = client_create();
    let (ours, theirs) = pair(&server, client);
    assert!(ws_set_keep_alive(ours, 50, 5000) && ws_set_keep_alive(theirs, 50, 5000));
    assert_eq!(ws_wait(ours, 1000), 0);
    // One whose messages nobody takes is held up and not gone.
    assert!(server_set_websocket_options(server.0, r#"{"queue_messages": 2}"#));
    let (held, sender) = pair(&server, client);
    assert!(ws_set_keep_alive(sender, 50, 300));
    for _ in 0..20 {
        assert!(ws_send(held, "x"));
    }
    std::thread::sleep(Duration::from_millis(800));
    for _ in 0..20 {
        assert_eq!(ws_receive(sender), "x");
    }
    assert!(ws_send(ours, "still here"));
    assert_eq!(ws_receive(theirs), "still here");
    assert!(ws_set_keep_alive(ours, 0, 1));
    for (interval, patience) in [(-1, 1), (1, 0), (86_400_001, 1)] {
        assert!(!ws_set_keep_alive(ours, interval, patience));
    }
    for ws in [ours, theirs, held, sender] {
        ws_close(ws);
    }
    client_destroy(client);
}

extern "C-unwind" fn refuse(_: i64, _: *mut c_void) -> i64 {
    let response = response_create(401, &"no entry ".repeat(3000));
    assert!(response_set_header(response, "WWW-Authenticate", "Bearer"));
    response
}

#[test]
fn a_refusal_says_all_that_the_server_said() {
    register("health-refuse", refuse);
    let server = Server::start(|server| assert!(server_websocket(server, "/ws", "health-refuse")));
    assert_eq!(ws_connect(&server.ws("/ws")), 0);
    assert!(last_error().contains("status 401"), "{}", last_error());
    let answer = ws_take_refusal();
    assert_eq!(fetch_status(answer), 401);
    assert_eq!(fetch_header(answer, "www-authenticate"), "Bearer");
    assert_eq!(fetch_body(answer), "no entry ".repeat(3000));
    fetch_free(answer);
    assert_eq!(ws_take_refusal(), 0);
    // In pieces, by chunks, by the connection's end, and more than is kept.
    let wild = Wild::new(|stream, head| {
        let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
        let (fields, body) = match path.as_str() {
            "/chunks" => ("Transfer-Encoding: chunked", "3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n".to_owned()),
            "/end" => ("Connection: close", "abcdef".to_owned()),
            "/much" => ("Content-Length: 1000000", "x".repeat(1_000_000)),
            _ => ("Content-Length: 6", "abcdef".to_owned()),
        };
        let _ = write!(stream, "HTTP/1.1 503 Later\r\nRetry-After: 7\r\n{fields}\r\n\r\n");
        for piece in body.as_bytes().chunks(body.len() / 3) {
            std::thread::sleep(Duration::from_millis(20));
            let _ = stream.write_all(piece);
        }
    });
    for path in ["/chunks", "/end", "/length", "/much"] {
        assert_eq!(ws_connect(&wild.url(path).replace("http:", "ws:")), 0);
        let answer = ws_take_refusal();
        assert_eq!(
            (fetch_status(answer), fetch_header(answer, "retry-after").as_str()),
            (503, "7"),
            "{path}"
        );
        let expected = if path == "/much" { "x".repeat(64 << 10) } else { "abcdef".to_owned() };
        assert_eq!(fetch_body(answer), expected, "{path}");
        fetch_free(answer);
    }
    // What failed in another way was not refused.
    assert_eq!(ws_connect("ws://127.0.0.1:1/"), 0);
    assert_eq!(ws_take_refusal(), 0);
}

#[test]
fn messages_and_buffers_are_as_large_as_they_are_told() {
    let server = pulling();
    let client = client_create();
    assert!(client_set_websocket_options(client, r#"{"max_message": 1000, "read_buffer": 1024}"#));
    let (ours, theirs) = pair(&server, client);
    for _ in 0..3 {
        assert!(ws_send_bytes(theirs, &[7; 1000]));
        assert_eq!(ws_receive_bytes(ours), [7; 1000]);
    }
    assert!(ws_send_bytes(theirs, &[7; 1001]));
    assert_eq!(ws_wait(ours, LONG_MS), -1);
    assert!(eventually(LONG, || ws_close_code(theirs) == 1009), "{}", ws_close_code(theirs));
    ws_close(ours);
    ws_close(theirs);
    for bad in [
        "[]",
        r#"{"max_message": 0}"#,
        r#"{"read_buffer": 1023}"#,
        r#"{"queue": 1}"#,
        r#"{"queue_bytes": 1.5}"#,
    ] {
        assert!(
            !client_set_websocket_options(client, bad) && !server_set_websocket_options(server.0, bad),
            "{bad}"
        );
        assert!(last_error().contains("options_json"), "{}", last_error());
    }
    client_destroy(client);
    // A head that never ends is given up.
    let endless = Wild::new(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 401 No\r\n");
        while stream.write_all(b"X: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n").is_ok()
        {
        }
    });
    assert_eq!(ws_connect(&endless.url("/").replace("http:", "ws:")), 0);
}
