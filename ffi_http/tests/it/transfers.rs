//! Requests that nobody waits for, and a server beside them, on one thread.

use crate::support::{Server, api::*, echo, eventually, is_readable, raw};
use ffi_core::events::{EventKind, Queue};
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    time::{Duration, Instant},
};

const LONG: Duration = Duration::from_secs(20);
const LONG_MS: i64 = 20_000;

#[test]
fn one_thread_serves_and_asks_itself() {
    let server = Server::start(|server| assert!(server_route(server, "*", "/pulled", "one-thread")));
    let client = client_create();
    let ready = server_fd(server.0);
    assert!(ready >= 0 && server_fd(server.0) == ready && !is_readable(ready));
    let sent: Vec<i64> = (0..20)
        .map(|number| {
            let url = server.url(&format!("/pulled?n={number}"));
            transfer_start(client, "POST", &url, &[], number.to_string().as_bytes())
        })
        .collect();
    let fds: Vec<i64> = sent.iter().map(|transfer| transfer_fd(*transfer)).collect();
    for transfer in &sent {
        assert!(!transfer_is_done(*transfer) && transfer_take(*transfer) == 0);
        assert!(last_error().contains("not ended"), "{}", last_error());
    }
    let mut answered = 0;
    assert!(eventually(LONG, || {
        if is_readable(ready) {
            loop {
                let request = server_next_request(server.0, 0);
                if request == 0 {
                    break;
                }
                let text = format!("{}/{}", request_query(request, "n"), request_body(request));
                assert!(server_respond(request, response_create(200 + answered % 2, &text)));
                answered += 1;
            }
        }
        fds.iter().all(|fd| is_readable(*fd))
    }));
    assert_eq!(answered, 20);
    assert!(!is_readable(ready));
    for (number, transfer) in sent.into_iter().enumerate() {
        assert!(transfer_is_done(transfer) && transfer_wait(transfer, 0));
        let answer = transfer_take(transfer);
        assert!([200, 201].contains(&fetch_status(answer)));
        assert_eq!(fetch_body(answer), format!("{number}/{number}"));
        fetch_free(answer);
        assert_eq!(transfer_take(transfer), 0);
        assert!(last_error().contains("taken already"), "{}", last_error());
        transfer_free(transfer);
    }
    client_destroy(client);
}

#[test]
fn a_failure_is_told_when_it_is_taken() {
    let client = client_create();
    for (method, url) in
        [("GET", "ftp://x/"), ("GET", "nowhere"), ("G T", "http://x/"), ("CONNECT", "http://x/")]
    {
        assert_eq!(transfer_start(client, method, url, &[], b""), 0, "{method} {url}");
    }
    let events = Queue::subscribe([EventKind::Http], 10_000);
    let transfer = transfer_start(client, "GET", "http://127.0.0.1:1/", &[], b"");
    assert!(transfer_wait(transfer, LONG_MS) && is_readable(transfer_fd(transfer)));
    let own = format!("\"transfer\":{transfer},");
    let event = loop {
        let event = events.next(Some(Instant::now() + LONG)).expect("an event");
        if event.data.contains(&own) {
            break event.data;
        }
    };
    assert!(event.contains("\"type\":\"transfer\"") && event.contains("refused"), "{event}");
    assert_eq!(transfer_take(transfer), 0);
    assert!(last_error().contains("GET http://127.0.0.1:1/ failed") && last_error().contains("refused"));
    transfer_free(transfer);
    assert!(!transfer_is_done(transfer) && last_error().contains("freed"));
    events.close();
    client_destroy(client);
}

#[test]
fn one_that_is_freed_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let client = client_create();
    let transfer = transfer_start(client, "GET", &url, &[], b"");
    let (mut stream, _) = listener.accept().unwrap();
    stream.set_read_timeout(Some(LONG)).unwrap();
    assert!(raw::head(&mut stream).starts_with("GET / HTTP/1.1"));
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| transfer_wait(transfer, 86_400_000));
        assert!(!transfer_wait(transfer, 1));
        transfer_free(transfer);
        // Whether it waited already or not.
        waiting.join().unwrap();
    });
    assert_eq!(stream.read(&mut [0; 10]).unwrap(), 0, "the connection is closed");
    client_destroy(client);
}

#[test]
fn a_client_that_is_freed_lets_its_transfers_end() {
    let server = Server::start(|server| {
        register("transfers-echo", echo);
        assert!(server_route(server, "*", "/echo", "transfers-echo"));
    });
    let client = client_create();
    let transfer = transfer_start(client, "PUT", &server.url("/echo"), &["Content-Type: a/b"], b"x\0y");
    client_destroy(client);
    assert!(transfer_wait(transfer, LONG_MS));
    let answer = transfer_take(transfer);
    assert_eq!(
        (fetch_body_bytes(answer), fetch_header(answer, "content-type")),
        (b"x\0y".to_vec(), "a/b".into())
    );
    fetch_free(answer);
    transfer_free(transfer);
}

#[test]
fn a_descriptor_tells_of_the_end_of_a_server_too() {
    let server = Server::start(|server| assert!(server_route(server, "*", "/pulled", "one-thread")));
    let ready = server_fd(server.0);
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.write_all(b"GET /pulled HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    assert!(eventually(LONG, || is_readable(ready)));
    // One that goes away waits no longer.
    drop(stream);
    assert!(eventually(LONG, || !is_readable(ready)));
    assert!(server_stop(server.0) && is_readable(ready));
    assert!(server_start_background(server.0) && !is_readable(ready));
}
