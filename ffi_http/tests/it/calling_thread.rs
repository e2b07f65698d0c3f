//! Whole answers over plain HTTP/1, whose connections the calling thread drives by itself.

use crate::support::{
    Server,
    api::*,
    hello,
    raw::{self, Wild},
};
use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

fn pattern(length: usize) -> Vec<u8> {
    (0..length).map(|i| ((i * 31) >> 3) as u8).collect()
}

/// A server that answers one request after the other on each connection with `answers`, in turn, and counts connections.
fn serving(answers: Vec<Vec<u8>>) -> (Wild, Arc<AtomicUsize>) {
    let connections = Arc::new(AtomicUsize::new(0));
    let seen = connections.clone();
    let next = AtomicUsize::new(0);
    let wild = Wild::new(move |stream, first| {
        seen.fetch_add(1, Ordering::SeqCst);
        let mut head = first.to_owned();
        while head.ends_with("\r\n\r\n") {
            let answer = &answers[next.fetch_add(1, Ordering::SeqCst) % answers.len()];
            if stream.write_all(answer).is_err() {
                return;
            }
            head = raw::head(stream);
        }
    });
    (wild, connections)
}

fn with_length(body: &[u8], fields: &str) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\n{fields}Content-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn body_of(client: i64, url: &str) -> Vec<u8> {
    let answer = fetch(client, "GET", url, &[], "");
    assert_eq!(fetch_status(answer), 200, "{}", last_error());
    let copied = fetch_body_bytes(answer);
    let taken = fetch_take_body_bytes(answer);
    assert!(copied == taken && fetch_take_body_bytes(answer).is_empty() && fetch_body(answer).is_empty());
    fetch_free(answer);
    taken
}

#[test]
fn bodies_of_all_lengths_and_framings_share_one_connection() {
    let lengths = [0, 1, 8191, 65_535, 65_536, 65_537, 300_000, (1 << 20) - 1, 5 << 20];
    let bodies: Vec<Vec<u8>> = lengths.iter().map(|&length| pattern(length)).collect();
    let mut answers: Vec<Vec<u8>> = bodies.iter().map(|body| with_length(body, "X: y\r\n")).collect();
    let mut expected = bodies.clone();
    // By chunks, with an extension and trailers, and after an answer that is none yet.
    let mut chunked = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    for piece in bodies[7].chunks(70_000) {
        chunked.extend(format!("{:x};a=b\r\n", piece.len()).into_bytes());
        chunked.extend(piece);
        chunked.extend(b"\r\n");
    }
    chunked.extend(b"0\r\nDigest: x\r\n\r\n");
    answers.push(chunked);
    expected.push(bodies[7].clone());
    let (wild, connections) = serving(answers);
    let client = client_create();
    for round in 0..3 {
        for (number, body) in expected.iter().enumerate() {
            assert!(body_of(client, &wild.url("/")) == *body, "{round}: {number}");
        }
    }
    assert_eq!(connections.load(Ordering::SeqCst), 1);
    client_destroy(client);
}

#[test]
fn a_connection_that_is_to_end_is_not_used_again() {
    let body = pattern(200_000);
    for fields in ["Connection: close\r\n", "Connection: x, Close\r\n"] {
        let (wild, connections) = serving(vec![with_length(&body, fields)]);
        let client = client_create();
        // The server waits for another request: who does not close waits for it.
        for _ in 0..3 {
            assert!(body_of(client, &wild.url("/")) == body);
        }
        assert_eq!(connections.load(Ordering::SeqCst), 3, "{fields}");
        client_destroy(client);
    }
    // More than the length that was announced is nobody's answer.
    let longer =
        [with_length(&body, ""), b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nbad".to_vec()].concat();
    let (wild, _) = serving(vec![longer]);
    let client = client_create();
    for _ in 0..3 {
        assert!(body_of(client, &wild.url("/")) == body);
    }
    client_destroy(client);
}

#[test]
fn a_body_that_ends_early_or_not_in_time_is_a_failure_that_says_so() {
    for length in [10, 1 << 20] {
        let wild = Wild::new(move |stream, _| {
            let answer = with_length(&pattern(length), "");
            let _ = stream.write_all(&answer[..answer.len() - 3]);
        });
        let answer = get(&wild.url("/"));
        assert_eq!(answer.status, 0);
        assert!(answer.error.contains("end of file before message length reached"), "{}", answer.error);

        let wild = Wild::new(move |stream, _| {
            let answer = with_length(&pattern(length), "");
            let _ = stream.write_all(&answer[..answer.len() - 3]);
            let _ = stream.read(&mut [0]);
        });
        let client = client_create();
        assert!(client_set_timeout(client, 300));
        let begun = Instant::now();
        let answer = client_request(client, "GET", &wild.url("/"), &[], "");
        assert!(answer.error.contains("no whole answer within 300 ms"), "{}", answer.error);
        assert!(begun.elapsed() < Duration::from_secs(5));
        client_destroy(client);
    }
}

#[test]
fn many_threads_share_a_clients_connections() {
    register("ct-hello", hello);
    let server = Server::start(|server| assert!(server_route(server, "GET", "/hello", "ct-hello")));
    let client = client_create();
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                for _ in 0..50 {
                    let answer = client_request(client, "GET", &server.url("/hello"), &[], "");
                    assert_eq!((answer.status, answer.error.as_str()), (200, ""));
                }
            });
        }
    });
    client_destroy(client);
}

#[test]
fn a_connection_that_its_server_ended_is_closed_by_itself() {
    let (ended, ends) = std::sync::mpsc::channel();
    let wild = Wild::new(move |stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let _ = ended.send(matches!(stream.read(&mut [0]), Ok(0)));
    });
    let client = client_create();
    assert_eq!(client_request(client, "GET", &wild.url("/"), &[], "").status, 200);
    assert_eq!(ends.recv_timeout(Duration::from_secs(5)), Ok(true));
    client_destroy(client);
}

#[test]
fn a_long_body_is_sent_while_the_answer_comes() {
    let body = pattern(3 << 20);
    let length = body.len();
    let expected = body.clone();
    let wild = Wild::new(move |stream: &mut TcpStream, _| {
        let _ = stream.write_all(format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n").as_bytes());
        let mut piece = vec![0; 10_000];
        let mut left = length;
        while left > 0 {
            let Ok(count @ 1..) = stream.read(&mut piece) else { return };
            let _ = stream.write_all(&piece[..count]);
            left -= count;
        }
    });
    let client = client_create();
    let answer = fetch_bytes(client, "POST", &wild.url("/"), &[], &body);
    assert!(fetch_take_body_bytes(answer) == expected, "{}", last_error());
    fetch_free(answer);
    client_destroy(client);
}
