//! Our client against servers that do what is allowed and seldom seen.

use crate::support::{
    api::*,
    nginx::run,
    raw::{self, Wild},
};
use std::{
    fs,
    io::{Read, Write},
    os::unix::fs::{PermissionsExt, symlink},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

/// A server that answers everything with this.
fn canned(answer: Vec<u8>) -> Wild {
    Wild::new(move |stream, _| {
        let _ = stream.write_all(&answer);
    })
}

fn ok(headers: &str, body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

#[test]
fn charsets_are_read_as_browsers_read_them() {
    for content_type in ["text/plain; Charset=iso-8859-1", "text/html;; charset='ISO-8859-1'; x"] {
        let wild = canned(ok(&format!("Content-Type: {content_type}\r\n"), b"gr\xfc\xdf"));
        assert_eq!(get(&wild.url("/")).body, "grüß", "{content_type}");
    }
}

/// The form as a server takes it.
fn form_of(field: &str, file: &str) -> String {
    let seen = Arc::new(Mutex::new(String::new()));
    let keep = seen.clone();
    let wild = Wild::new(move |stream, _| {
        let mut body = Vec::new();
        let mut piece = [0; 4096];
        while !body.ends_with(b"--\r\n") {
            match stream.read(&mut piece) {
                Ok(count @ 1..) => body.extend_from_slice(&piece[..count]),
                _ => break,
            }
        }
        *keep.lock().unwrap() = String::from_utf8(body).unwrap();
        let _ = stream.write_all(&ok("", b"ok"));
    });
    assert_eq!(upload(&wild.url("/"), file, field).body, "ok");
    seen.lock().unwrap().clone()
}

#[test]
fn a_forms_fields_have_the_names_they_are_given() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a b.txt").display().to_string();
    fs::write(&file, "content").unwrap();
    for field in ["file", "my file", "fü", "a[b]", "a%b", "a/b", "a#b", "it's"] {
        let form = form_of(field, &file);
        assert!(form.contains(&format!("; name=\"{field}\"; filename=\"a b.txt\"\r\n")), "{form}");
    }
    assert!(form_of("a\"b", &file).contains("; name=\"a%22b\"; "));
}

#[test]
fn messages_keep_passwords_to_themselves() {
    for (method, url) in [
        ("get", "http://me:secret@127.0.0.1:1/"),
        ("get", "ftp://me:secret@h/"),
        ("ws", "ws://me:secret@127.0.0.1:1/"),
        ("ws", "http://me:secret@h/"),
    ] {
        let error = if method == "get" {
            get(url).error
        } else {
            assert_eq!(ws_connect(url), 0);
            last_error()
        };
        assert!(!error.contains("secret") && error.contains("://"), "{error}");
    }
}

#[test]
fn more_header_fields_than_there_is_room_for_are_refused() {
    let wild = canned(ok("", b"ok"));
    let entries: Vec<String> = (0..40_000).map(|i| format!("X{i}: 1")).collect();
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    for count in [24_000, 24_577, 32_769, 40_000] {
        let answer = request("GET", &wild.url("/"), &entries[..count], "");
        assert!(answer.error.contains("8192"), "{count}: {answer:?}");
    }
    let (client, response) = (client_create(), response_create(200, ""));
    for (what, set) in [
        ("client", &(|name: &str| client_set_header(client, name, "1")) as &dyn Fn(&str) -> bool),
        ("response", &|name: &str| response_add_header(response, name, "1")),
    ] {
        let taken = (0..10_000).take_while(|i| set(&format!("Y{i}"))).count();
        assert!((8000..=8192).contains(&taken), "{what}: {taken}");
        assert!(last_error().contains("8192"), "{}", last_error());
    }
    // As many as a client and a request may have together.
    assert_eq!(client_request(client, "GET", &wild.url("/"), &entries[..8192], "").body, "ok");
    response_free(response);
    client_destroy(client);
}

#[test]
fn downloads_replace_regular_files_and_write_to_others() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let wild = canned(ok("", b"new"));
    fs::write(path("private"), "old").unwrap();
    fs::set_permissions(path("private"), fs::Permissions::from_mode(0o600)).unwrap();
    symlink("private", path("link")).unwrap();
    symlink("nothing", path("dangling")).unwrap();
    run("mkfifo", &[&path("pipe")]);
    for target in ["private", "link"] {
        fs::write(path("private"), "old").unwrap();
        assert_eq!(download(&wild.url("/"), &path(target)), (200, 3, String::new()));
        assert_eq!(fs::read(path("private")).unwrap(), b"new");
        assert_eq!(fs::metadata(path("private")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(fs::symlink_metadata(path("link")).unwrap().is_symlink());
    for target in [path("dangling"), "/dev/null".to_owned()] {
        assert_eq!(download(&wild.url("/"), &target), (200, 3, String::new()));
    }
    assert_eq!(fs::read(path("nothing")).unwrap(), b"new");
    for (target, reason) in [
        (path("pipe"), "a pipe that nobody reads"),
        ("/dev/full".into(), "No space left"),
        (path(""), "a folder"),
    ] {
        let (status, _, error) = download(&wild.url("/"), &target);
        assert!(status == 0 && error.contains(reason), "{target}: {error}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5);
}

#[test]
fn an_answer_before_the_bodys_end_is_not_lost() {
    let refusing = Wild::new(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
        // Reads nothing, and stays.
        std::thread::sleep(Duration::from_secs(4));
    });
    let client = client_create();
    assert!(client_set_timeout(client, 20_000));
    let begun = Instant::now();
    let stream = stream_open(client, "POST", &refusing.url("/"), &[]);
    let piece = vec![b'x'; 1 << 20];
    let written = (0..100).take_while(|_| stream_write(stream, &piece)).count();
    assert!(written < 100 && last_error().contains("takes no more"), "{written}: {}", last_error());
    assert_eq!(stream_finish(stream), 413, "{}", last_error());
    let mut body = [0; 10];
    assert_eq!((stream_read(stream, &mut body), &body[..3]), (3, &b"big"[..]));
    assert_eq!(stream_read(stream, &mut body), 0);
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
    stream_free(stream);
    drop(refusing);
    // A server that says yes at once still gets all of it.
    let taking = Wild::new(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n");
        raw::swallow(stream);
        let _ = stream.write_all(b"yes");
    });
    let stream = stream_open(client, "POST", &taking.url("/"), &[]);
    for _ in 0..20 {
        assert!(stream_write(stream, &piece), "{}", last_error());
    }
    assert_eq!(stream_finish(stream), 200);
    assert_eq!((stream_read(stream, &mut body), &body[..3]), (3, &b"yes"[..]));
    stream_free(stream);
    client_destroy(client);
}

#[test]
fn a_host_that_a_request_names_is_not_another_servers() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let keep = seen.clone();
    let other = Wild::new(move |stream, head| {
        keep.lock().unwrap().push(head.to_owned());
        let _ = stream.write_all(&ok("", b"other"));
    });
    let to = other.url("/");
    let home = Wild::new(move |stream, head| {
        let target = if head.starts_with("GET /away") { to.as_str() } else { "/there" };
        let answer = if head.starts_with("GET /there") {
            let host = head.lines().find(|line| line.to_ascii_lowercase().starts_with("host:"));
            ok("", host.unwrap_or("none").as_bytes())
        } else {
            format!(
                "HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            )
            .into_bytes()
        };
        let _ = stream.write_all(&answer);
    });
    let host = &["Host: named.example"];
    assert_eq!(request("GET", &home.url("/away"), host, "").status, 302);
    assert!(seen.lock().unwrap().is_empty());
    let stayed = request("GET", &home.url("/stay"), host, "").body;
    assert!(stayed.ends_with("named.example"), "{stayed}");
    assert_eq!(get(&home.url("/away")).body, "other");
}
