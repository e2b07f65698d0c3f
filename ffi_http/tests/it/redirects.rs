//! Redirects, and what proxies say.

use crate::support::{
    api::*,
    raw::{Wild, swallow},
};
use std::{
    io::{Read, Write},
    sync::{Arc, Mutex},
};

/// A request as it came.
#[derive(Clone, Debug)]
struct Seen {
    head: String,
    body: String,
}

impl Seen {
    fn line(&self) -> &str {
        self.head.split(" HTTP/1.1\r\n").next().unwrap_or_default()
    }
    fn field(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (known, value) = line.split_once(": ")?;
            known.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

/// A server that answers by the request's line, and keeps what came.
fn site(answer: impl Fn(&str) -> String + Send + 'static) -> (Wild, Arc<Mutex<Vec<Seen>>>) {
    let all = Arc::new(Mutex::new(Vec::new()));
    let kept = all.clone();
    let wild = Wild::new(move |stream, head| {
        let mut seen = Seen { head: head.to_owned(), body: String::new() };
        let length = seen.field("content-length").map_or(0, |length| length.parse().unwrap());
        let mut body = vec![0; length];
        let _ = stream.read_exact(&mut body);
        if seen.field("transfer-encoding").is_some() {
            swallow(stream);
        }
        seen.body = String::from_utf8(body).unwrap();
        let text = answer(seen.line());
        kept.lock().unwrap().push(seen);
        let _ = stream.write_all(format!("HTTP/1.1 {text}\r\nConnection: close\r\n\r\n").as_bytes());
    });
    (wild, all)
}

fn take(seen: &Mutex<Vec<Seen>>) -> Vec<Seen> {
    std::mem::take(&mut *seen.lock().unwrap())
}

const OK: &str = "200 OK\r\nContent-Length: 0";

#[test]
fn redirects_keep_or_change_the_method_as_fetch_has_it() {
    let (wild, seen) = site(|line| match line.split_once(" /") {
        Some((_, "end")) => OK.to_owned(),
        Some((_, status)) => format!("{status} Away\r\nLocation: /end\r\nContent-Length: 0"),
        None => "400 Bad Request".to_owned(),
    });
    let client = client_create();
    assert!(client_set_proxy(client, ""));
    for (status, from, to) in [
        (301, "GET", "GET"),
        (301, "POST", "GET"),
        (301, "PUT", "PUT"),
        (302, "POST", "GET"),
        (302, "HEAD", "HEAD"),
        (302, "DELETE", "DELETE"),
        (303, "POST", "GET"),
        (303, "PUT", "GET"),
        (303, "HEAD", "HEAD"),
        (307, "POST", "POST"),
        (307, "GET", "GET"),
        (308, "PUT", "PUT"),
    ] {
        let body = if ["POST", "PUT"].contains(&from) { "body" } else { "" };
        let fields = ["Content-Type: text/x", "X-Kept: yes"];
        let fetched = fetch(client, from, &wild.url(&format!("/{status}")), &fields, body);
        assert_eq!((fetch_status(fetched), fetch_url(fetched)), (200, wild.url("/end")), "{status} {from}");
        fetch_free(fetched);
        let seen = take(&seen);
        assert_eq!(seen.len(), 2, "{seen:?}");
        assert_eq!(seen[1].line(), format!("{to} /end"), "{status} {from}");
        let kept = from == to;
        assert_eq!(seen[1].body, if kept { body } else { "" }, "{status} {from}");
        assert_eq!(seen[1].field("content-type"), kept.then_some("text/x"), "{status} {from}");
        assert_eq!(seen[1].field("x-kept"), Some("yes"));
    }
    // 300 and 304 ask for nothing.
    for status in [300, 304] {
        assert_eq!(client_request(client, "GET", &wild.url(&format!("/{status}")), &[], "").status, status);
    }
    take(&seen);
    // A body that was streamed is gone; one that is not asked for again need not be there.
    for (status, expected) in [(307, 307), (303, 200)] {
        let stream = stream_open(client, "POST", &wild.url(&format!("/{status}")), &["Content-Type: text/x"]);
        assert_eq!(stream_finish(stream), 200);
        stream_free(stream);
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "content").unwrap();
        let path = file.path().to_str().unwrap();
        let sent = client_send_file(client, "POST", &wild.url(&format!("/{status}")), &[], path);
        assert_eq!(sent.status, expected, "{}", sent.error);
    }
    client_destroy(client);
}

#[test]
fn what_no_redirect_may_do_is_told_or_left_to_the_caller() {
    let (wild, seen) = site(|line| match line.split_once(" /").map(|(_, path)| path) {
        Some("loop") => "302 Found\r\nLocation: /loop\r\nContent-Length: 0".to_owned(),
        Some("file") => "302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0".to_owned(),
        Some("none") => "302 Found\r\nContent-Length: 0".to_owned(),
        Some("bad") => "302 Found\r\nLocation: http://[\r\nContent-Length: 0".to_owned(),
        Some("away") => "302 Found\r\nLocation: http://127.0.0.2:1/\r\nContent-Length: 0".to_owned(),
        _ => OK.to_owned(),
    });
    let client = client_create();
    assert!(client_set_proxy(client, "") && client_set_max_redirects(client, 3));
    let ask = |path: &str, fields: &[&str]| client_request(client, "GET", &wild.url(path), fields, "");
    let failed = ask("/loop", &[]);
    assert!(failed.status == 0 && failed.error.contains("too many redirects: more than 3"), "{failed:?}");
    assert_eq!(take(&seen).len(), 4);
    let failed = ask("/file", &[]);
    assert!(failed.status == 0 && failed.error.contains("only http: and https:"), "{failed:?}");
    assert_eq!((ask("/none", &[]).status, ask("/bad", &[]).status), (302, 302));
    // With a host of its own a request does not go to another.
    assert_eq!(ask("/away", &["Host: own.test"]).status, 302);
    assert!(client_set_max_redirects(client, 0));
    assert_eq!(ask("/loop", &[]).status, 302);
    client_destroy(client);
}

#[test]
fn names_and_passwords_of_redirects_are_credentials_and_stay_where_they_belong() {
    let (proxy, seen) = site(|line| match line {
        "GET http://one.test/a" => "302 Found\r\nLocation: /b\r\nContent-Length: 0".to_owned(),
        "GET http://one.test/b" => {
            "302 Found\r\nLocation: http://us%40er:p%3Ass@two.test/c\r\nContent-Length: 0".to_owned()
        }
        "GET http://two.test/c" => {
            "302 Found\r\nLocation: http://three.test/d\r\nContent-Length: 0".to_owned()
        }
        _ => OK.to_owned(),
    });
    let client = client_create();
    assert!(client_set_proxy(client, &proxy.url("")));
    assert!(client_set_header(client, "Cookie", "id=1"));
    let answer = client_request(client, "GET", "http://n:m@one.test/a", &["X-Kept: yes"], "");
    assert_eq!(answer.status, 200, "{answer:?}");
    let seen = take(&seen);
    let lines: Vec<&str> = seen.iter().map(Seen::line).collect();
    let expected = [
        "GET http://one.test/a",
        "GET http://one.test/b",
        "GET http://two.test/c",
        "GET http://three.test/d",
    ];
    assert_eq!(lines, expected);
    // base64("n:m"), base64("us@er:p:ss")
    let authorized: Vec<_> = seen.iter().map(|seen| seen.field("authorization")).collect();
    assert_eq!(authorized, [Some("Basic bjpt"), Some("Basic bjpt"), Some("Basic dXNAZXI6cDpzcw=="), None]);
    let cookies: Vec<_> = seen.iter().map(|seen| seen.field("cookie")).collect();
    assert_eq!(cookies, [Some("id=1"), Some("id=1"), None, None]);
    assert!(seen.iter().all(|seen| seen.field("x-kept") == Some("yes") && !seen.head.contains('@')));
    client_destroy(client);
}

#[test]
fn the_status_that_a_proxy_refuses_a_tunnel_with_is_told() {
    for status in [403, 407, 502] {
        let (proxy, seen) = site(move |_| format!("{status} No\r\nContent-Length: 0"));
        let client = client_create();
        assert!(client_set_proxy(client, &proxy.url("")));
        let says = format!("the proxy answered CONNECT with status {status}");
        let answer = client_request(client, "GET", "https://server.test/x", &[], "");
        assert!(answer.status == 0 && answer.error.contains(&says), "{answer:?}");
        assert_eq!(take(&seen)[0].line(), "CONNECT server.test:443");
        assert_eq!(fetch(client, "GET", "https://server.test/x", &[], ""), 0);
        assert!(last_error().contains(&says), "{}", last_error());
        client_destroy(client);
    }
}
