//! Content codings, as servers write them, and who gets which bytes.

use crate::support::{api::*, raw::Wild};
use std::{fs, io::Write};

// Made with Python's gzip and zlib: "first ", "second", "raw deflate", "zlib deflate", and FIRST in gzip again.
const FIRST: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x4b\xcb\x2c\x2a\x2e\x51\x00\x00\xfc\x7a\xf1\x1c\x06\x00\x00\x00";
const SECOND: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x2b\x4e\x4d\xce\xcf\x4b\x01\x00\x69\x11\x1f\xb6\x06\x00\x00\x00";
const RAW: &[u8] = b"\x2b\x4a\x2c\x57\x48\x49\x4d\xcb\x49\x2c\x49\x05\x00";
const ZLIB: &[u8] = b"\x78\x9c\xab\xca\xc9\x4c\x52\x48\x49\x4d\xcb\x49\x2c\x49\x05\x00\x1e\x2c\x04\xa7";
const TWICE: &[u8] = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x93\xef\xe6\x60\x00\x01\x26\x66\xef\xd3\x3a\x5a\x7a\x81\x0c\x0c\x7f\xaa\x3e\xca\xb0\x01\x45\x00\xe6\xf4\x1f\x0e\x1a\x00\x00\x00";

fn coded(fields: &'static str, body: Vec<u8>) -> Wild {
    Wild::new(move |stream, _| {
        let head =
            format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n{fields}\r\n", body.len());
        let _ = stream.write_all(&[head.as_bytes(), &body].concat());
    })
}

#[test]
fn codings_are_undone_however_they_are_written() {
    let both = || [FIRST, SECOND].concat();
    for (fields, body, expected) in [
        ("Content-Encoding: gzip\r\n", FIRST.to_vec(), "first "),
        ("Content-Encoding: GZIP\r\n", FIRST.to_vec(), "first "),
        ("Content-Encoding: x-gzip\r\n", FIRST.to_vec(), "first "),
        ("Content-Encoding: gzip \r\n", FIRST.to_vec(), "first "),
        ("Content-Encoding: gzip\r\n", both(), "first second"),
        ("Content-Encoding: identity, gzip\r\n", FIRST.to_vec(), "first "),
        ("Content-Encoding: gzip, gzip\r\n", TWICE.to_vec(), "first "),
        ("Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n", TWICE.to_vec(), "first "),
        ("Content-Encoding: deflate\r\n", RAW.to_vec(), "raw deflate"),
        ("Content-Encoding: deflate\r\n", ZLIB.to_vec(), "zlib deflate"),
        ("Content-Encoding: gzip\r\n", Vec::new(), ""),
        ("Content-Encoding: martian\r\n", b"as it came".to_vec(), "as it came"),
    ] {
        let wild = coded(fields, body);
        let answer = get(&wild.url("/"));
        assert_eq!(
            (answer.status, answer.body.as_str(), answer.error.as_str()),
            (200, expected, ""),
            "{fields}"
        );
    }
}

#[test]
fn what_is_not_what_its_coding_says_is_a_failure() {
    for body in [FIRST[..FIRST.len() - 4].to_vec(), b"no gzip at all".to_vec()] {
        let wild = coded("Content-Encoding: gzip\r\n", body);
        let answer = get(&wild.url("/"));
        assert_eq!(answer.status, 0);
        assert!(answer.error.contains("gzip") || answer.error.contains("coding"), "{}", answer.error);
    }
}

/// RFC 7932, 9.1: a window of 2^30 bytes is no brotli of HTTP, and nobody reserves it.
#[test]
fn brotli_has_the_windows_of_its_specification() {
    // The stream's head, one meta-block that is not compressed and an empty last one: all but the window is valid.
    let large = [&b"\x11\x1e\x08\0\x02"[..], b"hello", b"\x03"].concat();
    let answer = get(&coded("Content-Encoding: br\r\n", large).url("/"));
    assert!(answer.status == 0 && answer.error.contains("window"), "{answer:?}");
    // The same with 2^24.
    let allowed = [&b"\x0f\x02\x80"[..], b"hello", b"\x03"].concat();
    let answer = get(&coded("Content-Encoding: br\r\n", allowed).url("/"));
    assert_eq!((answer.status, answer.body.as_str()), (200, "hello"), "{}", answer.error);
}

/// Answers with the request's head.
fn mirror(answer: &'static str, body: &'static [u8]) -> Wild {
    Wild::new(move |stream, head| {
        let head = head.replace("\r\n", "|");
        let length = body.len();
        let answer = format!(
            "HTTP/1.1 {answer}Connection: close\r\nContent-Length: {length}\r\nX-Head: {head}\r\n\r\n"
        );
        let _ = stream.write_all(&[answer.as_bytes(), body].concat());
    })
}

#[test]
fn parts_heads_and_files_are_of_no_coding() {
    let client = client_create();
    let wild = mirror(
        "206 Partial Content\r\nContent-Encoding: gzip\r\nContent-Range: bytes 1-4/9\r\n",
        b"\x01\x02\xff\x04",
    );
    let answer = fetch(client, "GET", &wild.url("/"), &["Range: bytes=1-4"], "");
    assert!(answer > 0, "{}", last_error());
    assert_eq!(fetch_body_bytes(answer), b"\x01\x02\xff\x04");
    assert!(
        fetch_header(answer, "x-head").contains("accept-encoding: identity"),
        "{}",
        fetch_header(answer, "x-head")
    );
    assert_eq!(fetch_header(answer, "content-encoding"), "gzip");
    fetch_free(answer);

    let wild = mirror("200 OK\r\nContent-Encoding: gzip\r\n", b"");
    let answer = fetch(client, "HEAD", &wild.url("/"), &[], "");
    assert!(fetch_header(answer, "x-head").contains("accept-encoding: identity"));
    assert_eq!(fetch_header(answer, "content-encoding"), "gzip");
    fetch_free(answer);

    // A file that is compressed, as Apache labels it.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tar.gz");
    let wild = coded("Content-Encoding: x-gzip\r\n", FIRST.to_vec());
    let saved = download(&wild.url("/a.tar.gz"), path.to_str().unwrap());
    assert_eq!(saved, (200, FIRST.len() as i64, String::new()));
    assert_eq!(fs::read(&path).unwrap(), FIRST);
    client_destroy(client);
}
