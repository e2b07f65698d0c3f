//! The scanner against hyper and httparse: thousands of made-up streams of requests, cut at every place.
//!
//! hyper says how many requests it takes; httparse and a plain reading of bodies say where each head ends and
//! what it says of its length. The scanner has to say the same of every request that hyper takes, however the
//! stream arrives.

use super::request_scanner::RequestScanner;
use http_body_util::{BodyExt, Empty};
use hyper::{Request, Response, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use std::{
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};
use tokio::io::AsyncWriteExt;

/// A head: where it ends, and whether it says its length in two ways.
#[derive(Debug, PartialEq, Eq)]
struct Head {
    end: usize,
    ambiguous: bool,
}

/// xorshift64.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// A number as clients write it, with more zeros than a small buffer holds now and then.
fn zeros(random: &mut Random) -> String {
    let count = if random.one_in(8) { 70 } else { random.below(3) };
    "0".repeat(count)
}

fn space(random: &mut Random) -> String {
    if random.one_in(10) { " ".repeat(80) } else { random.of(&[" ", "", "\t", "  \t "]).to_owned() }
}

fn request(random: &mut Random, into: &mut Vec<u8>) {
    let line = |random: &mut Random| if random.one_in(6) { "\n" } else { "\r\n" };
    let mut head = random.of(&["", "", "", "\r\n", "\n", "\r\n\r\n"]).to_owned();
    head += random.of(&["GET", "POST", "PUT", "M"]);
    head += random.of(&[" / ", " /a?b ", " * "]);
    head += if random.one_in(12) { "HTTP/1.0" } else { "HTTP/1.1" };
    head += line(random);
    let length = random.below(12);
    let (mut sized, mut chunked) = (false, false);
    for _ in 0..random.below(6) {
        match random.below(9) {
            0 | 1 => {
                sized = true;
                head += random.of(&["Content-Length:", "content-length:", "CONTENT-LENGTH:"]);
                head += &format!("{}{}{length}{}", space(random), zeros(random), space(random));
            }
            2 => {
                chunked = true;
                head += random.of(&["Transfer-Encoding:", "transfer-encoding:", "tRANSFER-eNCODING:"]);
                head += &format!(
                    "{}{}{}",
                    space(random),
                    random.of(&["chunked", "Chunked", "CHUNKED"]),
                    space(random)
                );
            }
            3 => head += random.of(&["X: Content-Length: 7", "X-Content-Length: 7", "Content-LengthX: 7"]),
            4 => head += random.of(&["Y: transfer-encoding: chunked", "Transfer-Encodin: chunked"]),
            5 => head += random.of(&["Z:", "Z: \u{e9}", "Host: x", "Connection: keep-alive"]),
            6 if random.one_in(12) => {
                head += random.of(&[
                    "Content-Length: x",
                    "Content-Length:",
                    "Content-Length: +3",
                    "Content-Length: 3, 3",
                    "Content-Length: 99999999999999999999",
                    "Content-Length : 3",
                    " Content-Length: 3",
                    "Transfer-Encoding : chunked",
                    "Transfer-Encoding: gzip",
                    "no colon",
                    ": no name",
                    "Z: a\rb",
                ]);
            }
            _ => head += "Accept: */*",
        }
        head += line(random);
    }
    head += line(random);
    into.extend_from_slice(head.as_bytes());
    if chunked {
        chunks(random, into);
    } else if sized {
        into.extend((0..length).map(|_| b"\n\rGa:0 "[random.below(7)]));
    }
}

fn chunks(random: &mut Random, into: &mut Vec<u8>) {
    for _ in 0..random.below(3) {
        let size = 1 + random.below(20);
        let extension = random.of(&["", "", ";a", ";a=b", " ", "\t ;x", ";\"a b\""]);
        let long = if random.one_in(10) { " ".repeat(80) } else { String::new() };
        into.extend_from_slice(format!("{}{size:x}{long}{extension}\r\n", zeros(random)).as_bytes());
        into.extend((0..size).map(|_| b"\n\r0;:a"[random.below(6)]));
        into.extend_from_slice(if random.one_in(30) { b"\n" } else { b"\r\n" });
    }
    let last = if random.one_in(20) { "0\n" } else { random.of(&["0\r\n", "000\r\n", "0;x\r\n", "0 \r\n"]) };
    into.extend_from_slice(last.as_bytes());
    for _ in 0..random.below(3) {
        let trailer = random.of(&[
            "A: b\r\n",
            "Content-Length: 3\r\n",
            "Transfer-Encoding: chunked\r\n",
            "A: b\nC: d\r\n",
            "A: b\n\n",
        ]);
        into.extend_from_slice(trailer.as_bytes());
    }
    into.extend_from_slice(b"\r\n");
}

/// Heads that httparse and a plain reading of bodies find, up to what is malformed or ambiguous.
fn read(bytes: &[u8]) -> Vec<Head> {
    let (mut heads, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let mut fields = [httparse::EMPTY_HEADER; 100];
        let mut request = httparse::Request::new(&mut fields);
        let Ok(httparse::Status::Complete(length)) = request.parse(&bytes[at..]) else { break };
        let values = |name: &str| -> Vec<Vec<u8>> {
            let named = request.headers.iter().filter(|field| field.name.eq_ignore_ascii_case(name));
            named.map(|field| field.value.to_vec()).collect()
        };
        let (lengths, codings) = (values("content-length"), values("transfer-encoding"));
        at += length;
        let ambiguous = !lengths.is_empty() && !codings.is_empty();
        heads.push(Head { end: at, ambiguous });
        let body = if ambiguous {
            None
        } else if !codings.is_empty() {
            chunked_length(&bytes[at..])
        } else {
            lengths.first().map_or(Some(0), |length| str::from_utf8(length).ok()?.parse().ok())
        };
        match body {
            Some(length) if at + length <= bytes.len() => at += length,
            _ => break,
        }
    }
    heads
}

/// Length of a chunked body with all that is around it, in bytes; none where it is malformed or not all there.
fn chunked_length(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let line = &bytes[at..at + memchr::memmem::find(&bytes[at..], b"\r\n")?];
        at += line.len() + 2;
        if line.contains(&b'\n') {
            return None;
        }
        let size = str::from_utf8(line.split(|byte| *byte == b';').next()?).ok()?;
        let size = usize::from_str_radix(size.trim_end_matches([' ', '\t']), 16).ok()?;
        if size == 0 {
            break;
        }
        at += size;
        if bytes.get(at..at + 2)? != b"\r\n" {
            return None;
        }
        at += 2;
    }
    loop {
        let line = memchr::memmem::find(&bytes[at..], b"\r\n")?;
        at += line + 2;
        if line == 0 {
            return Some(at);
        }
    }
}

/// Number of requests that hyper takes.
async fn taken(bytes: &[u8]) -> u32 {
    let (mut client, server) = tokio::io::duplex(1 << 16);
    let count = Arc::new(AtomicU32::new(0));
    let counted = count.clone();
    let service = service_fn(move |request: Request<Incoming>| {
        counted.fetch_add(1, Ordering::Relaxed);
        async move {
            let _ = request.into_body().collect().await;
            Ok::<_, Infallible>(Response::new(Empty::<bytes::Bytes>::new()))
        }
    });
    client.write_all(bytes).await.expect("room");
    client.shutdown().await.expect("an end");
    let _ = http1::Builder::new().half_close(true).serve_connection(TokioIo::new(server), service).await;
    count.load(Ordering::Relaxed)
}

/// Which request the scanner calls ambiguous, by pieces, and how many heads it saw end by each.
fn scan<'a>(pieces: impl IntoIterator<Item = &'a [u8]>) -> (Option<u32>, Vec<u32>) {
    let mut scanner = RequestScanner::default();
    let (mut found, mut ended) = (None, Vec::new());
    for piece in pieces {
        if found.is_none() {
            found = scanner.take(piece);
        }
        ended.push(scanner.heads());
    }
    (found, ended)
}

#[test]
fn the_scanner_says_what_hyper_and_httparse_say_however_a_stream_is_cut() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let (mut requests, mut ambiguous, mut refused) = (0, 0, 0);
    for seed in 1..=2000_u64 {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut stream = Vec::new();
        for _ in 0..1 + random.below(4) {
            request(&mut random, &mut stream);
        }
        let text = || String::from_utf8_lossy(&stream).into_owned();
        let count = runtime.block_on(taken(&stream)) as usize;
        let heads = read(&stream);
        assert!(count <= heads.len(), "seed {seed}: hyper took {count} of {heads:?} in {:?}", text());
        refused += heads.len() - count;
        let heads = &heads[..count];
        let expected = heads.iter().position(|head| head.ambiguous).map(|at| at as u32 + 1);
        requests += count;
        ambiguous += usize::from(expected.is_some());
        // What hyper refuses ends the connection, whatever the scanner says of it.
        let judged = |found: Option<u32>| found.filter(|number| *number as usize <= count);
        for cut in 0..=stream.len() {
            let (begin, end) = stream.split_at(cut);
            let (found, _) = scan([begin, end]);
            assert_eq!(judged(found), expected, "seed {seed}, cut at {cut}: {:?}", text());
        }
        let (found, ended) = scan(stream.chunks(1));
        assert_eq!(judged(found), expected, "seed {seed}, byte by byte: {:?}", text());
        for (number, head) in heads.iter().enumerate() {
            let number = number as u32;
            let around = (ended[head.end - 2], ended[head.end - 1]);
            assert_eq!(around, (number, number + 1), "seed {seed}: head {head:?} of {:?}", text());
        }
    }
    // The streams are worth it: most of what was made is taken, and all of it is there.
    assert!(requests > 2500 && ambiguous > 200 && refused > 50, "{requests}, {ambiguous}, {refused}");
}
