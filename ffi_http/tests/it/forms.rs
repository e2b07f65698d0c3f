//! Forms of several parts: ours, and those of curl and Python, at our server.

use crate::support::{Server, api::*, nginx::run, noise, raw};
use std::{ffi::c_void, fs, time::Duration};

/// Says what parts a form has, a line each.
extern "C-unwind" fn describe(request: i64, _: *mut c_void) -> i64 {
    let count = request_part_count(request);
    if count < 0 {
        return response_create(400, &last_error());
    }
    let mut text = String::new();
    for index in 0..count {
        let bytes = request_part_bytes(request, index);
        let sum = bytes.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)));
        text += &format!(
            "{}|{}|{}|{}|{sum}\n",
            request_part_name(request, index),
            request_part_file_name(request, index),
            request_part_header(request, index, "Content-TYPE"),
            bytes.len(),
        );
    }
    text += &format!("a: {:?}\n", request_form_all(request, "a"));
    assert_eq!(request_part_name(request, count), "");
    assert!(last_error().contains("index"), "{}", last_error());
    response_create(200, &text)
}

fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(*byte)))
}

fn server() -> Server {
    register("forms-describe", describe);
    Server::start(|server| assert!(server_route(server, "*", "/form", "forms-describe")))
}

#[test]
fn forms_of_ours_and_of_curl_are_taken_apart_alike() {
    let server = server();
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let content = noise(1_500_000);
    fs::write(at("big.png"), &content).unwrap();
    fs::write(at("empty.txt"), "").unwrap();
    let form = serde_json::json!({ "parts": [
        { "name": "a", "text": "one\r\ntwo" },
        { "name": "f", "file": at("big.png") },
        { "name": "a", "text": "größer" },
        { "name": "f", "file": at("empty.txt"), "file_name": "other.bin", "content_type": "x/y" },
        { "name": "b", "base64": "AP8=", "file_name": "b.css" },
    ] });
    let client = client_create();
    let fetch = client_fetch_form(client, "POST", &server.url("/form"), &["X-Own: 1"], &form.to_string());
    assert!(fetch > 0, "{}", last_error());
    let said = fetch_body(fetch);
    assert_eq!(fetch_status(fetch), 200, "{said}");
    fetch_free(fetch);
    let expected = format!(
        "a|||8|{}\nf|big.png|image/png|1500000|{}\na|||8|{}\nf|other.bin|x/y|0|0\nb|b.css|text/css|2|{}\n\
         a: [\"one\\r\\ntwo\", \"größer\"]\n",
        sum(b"one\r\ntwo"),
        sum(&content),
        sum("größer".as_bytes()),
        sum(&[0, 255]),
    );
    assert_eq!(said, expected);
    fs::write(at("b.css"), [0, 255]).unwrap();
    let curl = [
        "-s",
        "--noproxy",
        "*",
        "-F",
        "a=one\r\ntwo",
        "-F",
        &format!("f=@{}", at("big.png")),
        "-F",
        "a=größer",
        "-F",
        &format!("f=@{};filename=other.bin;type=x/y", at("empty.txt")),
        "-F",
        &format!("b=@{};type=text/css", at("b.css")),
        &server.url("/form"),
    ]
    .map(str::to_owned);
    assert_eq!(run("curl", &curl.each_ref().map(String::as_str)), expected);
    for (bad, said) in [
        (serde_json::json!({ "parts": [{ "name": "f", "file": at("none") }] }), "cannot be read"),
        (serde_json::json!({ "parts": [{ "name": "f", "file": at(".") }] }), "cannot be read"),
        (serde_json::json!({ "part": [] }), "parts"),
    ] {
        assert_eq!(client_fetch_form(client, "POST", &server.url("/form"), &[], &bad.to_string()), 0);
        assert!(last_error().contains(said), "{}", last_error());
    }
    client_destroy(client);
}

#[test]
fn what_python_sends_is_taken_apart() {
    let server = server();
    let python = "
import sys, urllib.request
def part(name, value, more=''): return b'--b0\\r\\nContent-Disposition: form-data; name=\"%s\"%s\\r\\n\\r\\n%s\\r\\n' % (name.encode(), more.encode(), value)
body = part('a', b'1') + part('a', b'2') + part('f', b'\\0\\xff', '; filename=\"x.bin\"\\r\\nContent-Type: a/b') + b'--b0--\\r\\n'
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
request = urllib.request.Request(sys.argv[1], body, {'Content-Type': 'multipart/form-data; boundary=b0'})
sys.stdout.write(opener.open(request).read().decode())
";
    let said = run("python3", &["-c", python, &server.url("/form")]);
    let expected = format!(
        "a|||1|{}\na|||1|{}\nf|x.bin|a/b|2|{}\na: [\"1\", \"2\"]\n",
        sum(b"1"),
        sum(b"2"),
        sum(&[0, 255])
    );
    assert_eq!(said, expected);
}

#[test]
fn malformed_forms_are_told_and_end_nothing() {
    let server = server();
    let post = |kind: &str, body: &str| {
        let head = format!(
            "POST /form HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        raw::talk(server.port(), (head + body).as_bytes(), Duration::from_secs(20))
    };
    let kind = "multipart/form-data; boundary=b";
    for (kind, body, said) in [
        ("text/plain", "a=1", "multipart/form-data"),
        ("multipart/form-data", "--b--", "boundary"),
        (kind, "", "malformed"),
        (kind, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end", "malformed"),
        (kind, "--b\r\n: :\r\n\r\n\r\n--b--", "malformed"),
        (kind, &("--b\r\nX: y\r\n\r\n\r\n".repeat(1001) + "--b--"), "1000 parts"),
    ] {
        let answer = post(kind, body);
        assert!(answer.starts_with("HTTP/1.1 400") && answer.contains(said), "{kind} {body:.80}: {answer}");
    }
    assert!(
        post(kind, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--")
            .contains("a|||1|49\n")
    );
}
