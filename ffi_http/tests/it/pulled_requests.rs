//! Requests that the host pulls: when it hears of them, and what becomes of those that nobody will answer.

use crate::support::{Server, api::*, eventually, is_readable, raw};
use ffi_core::events::{EventKind, Queue};
use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

/// As long as a test waits for what must come.
const LONG: Duration = Duration::from_secs(20);

fn server() -> Server {
    Server::start(|server| {
        assert!(server_route(server, "*", "/pulled", "pulled-by-the-test"));
    })
}

#[test]
fn an_event_tells_of_a_request_that_can_be_pulled() {
    let server = server();
    let events = Queue::subscribe([EventKind::Http], 10_000);
    let own = format!("\"port\":{},", server.port());
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    for round in 0..300 {
        let ask = "POST /pulled HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody";
        stream.write_all(ask.as_bytes()).unwrap();
        let mut kinds = Vec::new();
        while kinds.len() < 2 {
            let event = events.next(Some(Instant::now() + LONG)).expect("an event");
            if !event.data.contains(&own) {
                continue;
            }
            if event.data.contains("\"type\":\"request\"") {
                // Nobody waits here: it is there.
                let request = server_next_request(server.0, 0);
                assert!(request > 0, "round {round}: {}", event.data);
                assert!(server_respond(request, response_create(200, "")));
                kinds.push("request");
            } else {
                assert!(event.data.contains("\"status\":200"), "{}", event.data);
                kinds.push("response");
            }
        }
        assert_eq!(kinds, ["request", "response"]);
        assert_eq!(raw::answer(&mut stream).0, 200);
    }
    events.close();
}

#[test]
fn a_request_that_comes_whole_after_the_last_was_pulled_is_answered() {
    let server = Server::start(|server| {
        assert!(server_route(server, "*", "/pulled", "pulled-by-the-test"));
        assert!(server_set_stop_timeout(server, 86_400_000) && server_set_answer_timeout(server, 86_400_000));
    });
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    // The answer to `Expect` says that the head was read.
    let head = "POST /pulled HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    assert!(raw::head(&mut stream).starts_with("HTTP/1.1 100"));
    std::thread::scope(|scope| {
        let stopping = scope.spawn(|| server_stop(server.0));
        // The host's loop ends here.
        assert!(eventually(LONG, || {
            server_next_request(server.0, 0) == 0 && last_error().contains("stopped")
        }));
        stream.write_all(b"body").unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("an answer and the connection's end");
        assert_eq!(raw::status(&text), 503, "{text}");
        assert!(stopping.join().unwrap());
    });
}

#[test]
fn what_nobody_will_answer_is_answered_when_the_server_is_stopped() {
    let server = Server::start(|server| {
        assert!(server_route(server, "*", "/pulled", "pulled-by-the-test"));
        assert!(server_set_stop_timeout(server, 86_400_000) && server_set_answer_timeout(server, 86_400_000));
    });
    let ready = server_fd(server.0);
    // The first time nobody ever pulled, the second time the thread did that stops the server.
    for pulls in [false, true] {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        let (sender, stopped) = std::sync::mpsc::channel();
        let mut asking = stream.try_clone().unwrap();
        let number = server.0;
        std::thread::spawn(move || {
            if pulls {
                assert_eq!(server_next_request(number, 0), 0);
            }
            asking.write_all(b"GET /pulled HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
            assert!(eventually(LONG, || is_readable(ready)));
            sender.send(server_stop(number)).unwrap();
        });
        assert!(stopped.recv_timeout(2 * LONG).expect("it was stopped"));
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("an answer and the connection's end");
        assert_eq!(raw::status(&text), 503, "{text}");
        assert!(server_start_background(server.0));
    }
    // Another thread that pulls may come back for what waits.
    assert_eq!(
        std::thread::scope(|scope| scope.spawn(|| server_next_request(server.0, 0)).join().unwrap()),
        0
    );
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.write_all(b"GET /pulled HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    assert!(eventually(LONG, || is_readable(ready)));
    std::thread::scope(|scope| {
        let stopping = scope.spawn(|| server_stop(server.0));
        let request = server_next_request(server.0, 20_000);
        assert!(server_respond(request, response_create(200, "late, but there")));
        assert!(stopping.join().unwrap());
    });
    assert_eq!(raw::answer(&mut stream), (200, b"late, but there".to_vec()));
}
