//! Our server against clients that mean harm, or do not know better.

use crate::support::{Server, api::*, echo, hello, raw};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    os::unix::fs::symlink,
    time::{Duration, Instant},
};

const QUIET: Duration = Duration::from_secs(5);

fn server(prepare: impl FnOnce(i64)) -> Server {
    register("h-echo", echo);
    register("h-hello", hello);
    Server::start(|server| {
        assert!(server_route(server, "POST", "/echo", "h-echo"));
        assert!(server_route(server, "GET", "/hello", "h-hello"));
        prepare(server);
    })
}

/// Asks for `path` exactly as it stands.
fn ask(port: u16, path: &[u8]) -> (u16, String) {
    let request = [b"GET ", path, b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"].concat();
    let text = raw::talk(port, &request, QUIET);
    (raw::status(&text), text)
}

#[test]
fn no_path_leaves_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("site");
    fs::create_dir_all(site.join("sub/deep")).unwrap();
    fs::create_dir_all(folder.path().join("site-other")).unwrap();
    fs::write(folder.path().join("secret.txt"), "SECRET").unwrap();
    fs::write(folder.path().join("site-other/secret.txt"), "SECRET").unwrap();
    fs::write(site.join("index.html"), "index").unwrap();
    fs::write(site.join("ok.txt"), "fine").unwrap();
    fs::write(site.join("sub/deep/ok.txt"), "deep").unwrap();
    symlink(folder.path().join("secret.txt"), site.join("link.txt")).unwrap();
    symlink("../secret.txt", site.join("relative.txt")).unwrap();
    symlink(folder.path(), site.join("up")).unwrap();
    symlink("../../..", site.join("sub/deep/far")).unwrap();
    symlink("/etc", site.join("etc")).unwrap();
    symlink("/proc/self", site.join("proc")).unwrap();
    symlink("ok.txt", site.join("inside.txt")).unwrap();
    symlink("loop", site.join("loop")).unwrap();
    let fifo = site.join("pipe").display().to_string();
    crate::support::nginx::run("mkfifo", &[&fifo]);
    let server = server(|server| {
        assert!(server_static(server, "/s", &site.display().to_string()));
    });
    let port = server.port();

    for (path, body) in [
        ("/s/", "index"),
        ("/s/ok.txt", "fine"),
        ("/s/ok%2Etxt", "fine"),
        ("/s/sub/deep/ok.txt", "deep"),
        ("/s/sub%2Fdeep/ok.txt", "deep"),
        ("/s/./ok.txt", "fine"),
        ("/s//ok.txt", "fine"),
        ("/s/inside.txt", "fine"),
    ] {
        let (status, text) = ask(port, path.as_bytes());
        assert!(status == 200 && text.ends_with(body), "{path}: {text}");
    }

    let bad: &[&[u8]] = &[
        // Plain.
        b"/s/../secret.txt",
        b"/s/../../etc/passwd",
        b"/s/sub/../../secret.txt",
        b"/s/sub/deep/../../../secret.txt",
        b"/s/./../secret.txt",
        b"/s/..",
        b"/s/../",
        b"/s/....//secret.txt",
        b"/s/.../secret.txt",
        b"/s/..;/secret.txt",
        b"/s//../secret.txt",
        b"/s/../site-other/secret.txt",
        b"/s-other/secret.txt",
        b"/s../secret.txt",
        b"/s//etc/passwd",
        b"/s///etc/passwd",
        b"//etc/passwd",
        // Encoded.
        b"/s/%2e%2e/secret.txt",
        b"/s/%2E%2E/secret.txt",
        b"/s/.%2e/secret.txt",
        b"/s/%2e./secret.txt",
        b"/s/..%2fsecret.txt",
        b"/s/%2e%2e%2fsecret.txt",
        b"/s/sub%2f..%2f..%2fsecret.txt",
        b"/s%2f..%2fsecret.txt",
        b"/%73/../secret.txt",
        b"/s/%2fetc%2fpasswd",
        b"/s/%2f%2fetc%2fpasswd",
        // Encoded twice, or not at all.
        b"/s/%252e%252e/secret.txt",
        b"/s/%252e%252e%252fsecret.txt",
        b"/s/..%252fsecret.txt",
        b"/s/%c0%ae%c0%ae/secret.txt",
        b"/s/%e0%80%ae%e0%80%ae/secret.txt",
        b"/s/..%c0%afsecret.txt",
        b"/s/%uff0e%uff0e/secret.txt",
        b"/s/%u002e%u002e/secret.txt",
        b"/s/%ff%fe",
        b"/s/%",
        b"/s/%2",
        b"/s/%zz",
        // Symbolic links.
        b"/s/link.txt",
        b"/s/relative.txt",
        b"/s/up/secret.txt",
        b"/s/up/site/ok.txt",
        b"/s/sub/deep/far/secret.txt",
        b"/s/etc/passwd",
        b"/s/proc/environ",
        b"/s/loop",
        b"/s/inside.txt/../../secret.txt",
        // NUL.
        b"/s/ok.txt%00",
        b"/s/ok.txt%00.html",
        b"/s/../secret.txt%00",
        b"/s/%00",
        // Backslash.
        b"/s/..\\secret.txt",
        b"/s/..%5csecret.txt",
        b"/s/..%5C..%5Csecret.txt",
        b"/s/%5c..%5csecret.txt",
        b"/s\\..\\secret.txt",
        // Other machines' ways.
        b"/s/C:/secret.txt",
        b"/s/C:%5csecret.txt",
        b"/s/file:///etc/passwd",
        b"/s/~root/secret.txt",
        // What is no file.
        b"/s/pipe",
        b"/s/ok.txt/",
        b"/s/ok.txt/more",
        b"/s/none",
    ];
    assert!(bad.len() >= 40);
    for path in bad {
        let shown = String::from_utf8_lossy(path);
        let (status, text) = ask(port, path);
        assert!(
            !text.contains("SECRET") && !text.contains("root:") && !text.contains("PATH="),
            "{shown}: {text}"
        );
        assert!(matches!(status, 403 | 404), "{shown}: {text}");
    }
    let long = format!("/s/{}", "a/".repeat(5000));
    assert_eq!(ask(port, long.as_bytes()).0, 404);
    // A redirect stays on this server.
    let (status, text) = ask(port, b"/s/sub");
    assert!(status == 307 || status == 301 || status == 308, "{text}");
    assert!(text.to_lowercase().contains("location: /s/sub/\r\n"), "{text}");
}

#[test]
fn what_could_be_two_requests_is_refused() {
    let server = server(|_| {});
    let smuggled = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    let head = "POST /echo HTTP/1.1\r\nHost: x\r\n";
    let shapes = [
        ("two lengths", format!("{head}Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde{smuggled}")),
        ("a list of lengths", format!("{head}Content-Length: 3, 5\r\n\r\nabcde{smuggled}")),
        (
            "length, then chunked",
            format!("{head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{smuggled}"),
        ),
        (
            "chunked, then length",
            format!("{head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n{smuggled}"),
        ),
        ("chunked in disguise", format!("{head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{smuggled}")),
        (
            "chunked, then identity",
            format!("{head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n{smuggled}"),
        ),
        ("a space before the colon", format!("{head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n{smuggled}")),
        (
            "a folded field",
            format!("{head}Transfer-Encoding:\r\n chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n{smuggled}"),
        ),
        ("a vertical tab", format!("{head}Transfer-Encoding: \u{b}chunked\r\n\r\n0\r\n\r\n{smuggled}")),
        ("a negative length", format!("{head}Content-Length: -1\r\n\r\n{smuggled}")),
        ("a length with a sign", format!("{head}Content-Length: +3\r\n\r\nabc{smuggled}")),
        ("a hexadecimal length", format!("{head}Content-Length: 0x3\r\n\r\nabc{smuggled}")),
        (
            "a length beyond 64 bits",
            format!("{head}Content-Length: 99999999999999999999999\r\n\r\nabc{smuggled}"),
        ),
        ("an empty length", format!("{head}Content-Length: \r\n\r\nabc{smuggled}")),
        (
            "a chunk size that is none",
            format!("{head}Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n{smuggled}"),
        ),
        (
            "a negative chunk size",
            format!("{head}Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n{smuggled}"),
        ),
        (
            "a chunk size beyond 64 bits",
            format!(
                "{head}Transfer-Encoding: chunked\r\n\r\n10000000000000003\r\nabc\r\n0\r\n\r\n{smuggled}"
            ),
        ),
        (
            "a chunk size with a prefix",
            format!("{head}Transfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n{smuggled}"),
        ),
        (
            "a chunk longer than its size",
            format!("{head}Transfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n{smuggled}"),
        ),
        (
            "chunks in HTTP/1.0",
            format!("POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{smuggled}"),
        ),
        ("a line break in the target", format!("GET /hello\nX: y HTTP/1.1\r\nHost: x\r\n\r\n{smuggled}")),
        ("a NUL in a value", format!("{head}X: a\0b\r\n\r\n{smuggled}")),
        ("a bare carriage return", format!("{head}X: a\rContent-Length: 40\r\n\r\n{smuggled}")),
    ];
    for (what, bytes) in shapes {
        let text = raw::talk(server.port(), bytes.as_bytes(), QUIET);
        assert!(matches!(raw::status(&text), 400 | 413 | 501), "{what}: {text}");
        assert_eq!(text.matches("HTTP/1.1 ").count(), 1, "{what}: the connection went on: {text}");
        assert!(!text.contains("hello"), "{what}: the second request was answered: {text}");
    }
    // What is well-formed goes through, one after the other on one connection.
    let fine = format!(
        "{head}Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc\
         {head}Transfer-Encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\n0\r\nTrailer: x\r\n\r\n\
         GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    );
    let text = raw::talk(server.port(), fine.as_bytes(), QUIET);
    assert_eq!(text.matches("HTTP/1.1 200").count(), 3, "{text}");
    assert_eq!(get(&server.url("/hello")).body, "hello");
}

#[test]
fn bodies_and_heads_have_limits() {
    let server = server(|server| {
        assert!(server_set_body_limit(server, 1000));
        assert!(server_set_header_limit(server, 8192));
    });
    assert_eq!(post(&server.url("/echo"), &"x".repeat(1000), "").status, 200);
    let head = "POST /echo HTTP/1.1\r\nHost: x\r\n";
    let chunk = format!("258\r\n{}\r\n", "x".repeat(600));
    for bytes in [
        format!("{head}Content-Length: 1001\r\n\r\n"),
        format!("{head}Content-Length: 2147483648\r\nExpect: 100-continue\r\n\r\n"),
        format!("{head}Transfer-Encoding: chunked\r\n\r\n{chunk}{chunk}"),
    ] {
        let text = raw::talk(server.port(), bytes.as_bytes(), QUIET);
        assert_eq!(raw::status(&text), 413, "{text}");
    }
    for bytes in [
        format!("GET /hello HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n", "y".repeat(9000)),
        format!("GET /hello HTTP/1.1\r\nHost: x\r\n{}\r\n", "X: y\r\n".repeat(500)),
    ] {
        let text = raw::talk(server.port(), bytes.as_bytes(), QUIET);
        assert_eq!(raw::status(&text), 431, "{text}");
    }
    assert_eq!(get(&server.url("/hello")).body, "hello");
}

/// Time for which the server lets a connection be that sends `bytes` one at a time every `pace`.
fn endured(port: u16, bytes: &[u8], pace: Duration) -> (Duration, String) {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(pace)).unwrap();
    let mut answer = Vec::new();
    let mut piece = [0; 1024];
    for byte in bytes.iter().cycle() {
        if stream.write_all(&[*byte]).is_err() || begun.elapsed() > Duration::from_secs(20) {
            break;
        }
        match stream.read(&mut piece) {
            Ok(0) => break,
            Ok(count) => answer.extend_from_slice(&piece[..count]),
            Err(error)
                if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {}
            Err(_) => break,
        }
    }
    (begun.elapsed(), String::from_utf8_lossy(&answer).into_owned())
}

#[test]
fn slow_clients_are_dropped() {
    let server = server(|server| {
        assert!(server_set_header_timeout(server, 1000));
        assert!(server_set_body_timeout(server, 1000));
        assert!(server_set_max_connections(server, 8));
    });
    let port = server.port();
    let pace = Duration::from_millis(50);
    std::thread::scope(|scope| {
        // As many as may be open: a ninth client waits until they are dropped, and is served then.
        let slow: Vec<_> = (0..8)
            .map(|i| {
                scope.spawn(move || match i % 3 {
                    0 => {
                        endured(
                            port,
                            b"GET /hello HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                            pace,
                        )
                        .0
                    }
                    1 => {
                        let begun = Instant::now();
                        let text = raw::talk(port, b"", Duration::from_secs(20));
                        assert_eq!(text, "");
                        begun.elapsed()
                    }
                    _ => {
                        // An idle connection after an answer.
                        let begun = Instant::now();
                        let text = raw::talk(
                            port,
                            b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n",
                            Duration::from_secs(20),
                        );
                        assert_eq!(raw::status(&text), 200);
                        begun.elapsed()
                    }
                })
            })
            .collect();
        std::thread::sleep(Duration::from_millis(200));
        assert_eq!(get(&server.url("/hello")).body, "hello");
        for slow in slow {
            let time = slow.join().unwrap();
            assert!(time >= Duration::from_millis(900) && time < Duration::from_secs(5), "{time:?}");
        }
    });
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n").unwrap();
    stream.set_read_timeout(Some(QUIET)).unwrap();
    let begun = Instant::now();
    let mut text = String::new();
    let _ = stream.read_to_string(&mut text);
    assert_eq!(raw::status(&text), 408, "{text}");
    assert!(begun.elapsed() >= Duration::from_millis(900) && begun.elapsed() < QUIET);
}

#[test]
fn a_client_that_does_not_read_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let file = fs::File::create(folder.path().join("big")).unwrap();
    file.set_len(1 << 30).unwrap();
    let server = server(|server| {
        assert!(server_set_write_timeout(server, 1000));
        assert!(server_set_stop_timeout(server, 20_000));
        assert!(server_static(server, "/", &folder.path().display().to_string()));
    });
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.write_all(b"GET /big HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut first = [0; 100];
    stream.read_exact(&mut first).unwrap();
    // The exchange ends by the limit and not by the patience of `stop`.
    let begun = Instant::now();
    assert!(server_stop(server.0));
    let time = begun.elapsed();
    assert!(time < Duration::from_secs(10), "{time:?}");
}

#[test]
fn a_client_that_takes_its_time_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let bytes: Vec<u8> = (0..32u32 << 20).map(|i| (i % 251) as u8).collect();
    fs::write(folder.path().join("big"), &bytes).unwrap();
    let server = server(|server| {
        assert!(server_set_header_timeout(server, 2000));
        assert!(server_set_body_limit(server, 64 << 20));
        assert!(server_static(server, "/files", &folder.path().display().to_string()));
    });
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.set_read_timeout(Some(QUIET)).unwrap();
    // One request after the other, each sooner than the limit, all of them longer than it.
    let hello = b"GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";
    for _ in 0..5 {
        std::thread::sleep(Duration::from_millis(700));
        stream.write_all(hello).unwrap();
        assert_eq!(raw::answer(&mut stream), (200, b"hello".to_vec()));
    }
    // Several at once, and one in two pieces.
    stream.write_all(&[&hello[..], hello, &hello[..20]].concat()).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    stream.write_all(&hello[20..]).unwrap();
    for _ in 0..3 {
        assert_eq!(raw::answer(&mut stream), (200, b"hello".to_vec()));
    }
    // An answer from a file and one from memory, read with breaks longer than the limit for heads.
    stream.write_all(b"GET /files/big HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(3000));
    assert_eq!(raw::answer(&mut stream), (200, bytes.clone()));
    stream
        .write_all(
            format!("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n", bytes.len()).as_bytes(),
        )
        .unwrap();
    stream.write_all(&bytes).unwrap();
    std::thread::sleep(Duration::from_millis(3000));
    let (status, echoed) = raw::answer(&mut stream);
    assert!(status == 200 && echoed.ends_with(&bytes), "{status}, {} bytes", echoed.len());
    // And then it is idle for too long.
    let begun = Instant::now();
    stream.write_all(hello).unwrap();
    assert_eq!(raw::answer(&mut stream), (200, b"hello".to_vec()));
    assert_eq!(stream.read(&mut [0; 10]).unwrap(), 0);
    let time = begun.elapsed();
    assert!(time >= Duration::from_millis(1900) && time < QUIET, "{time:?}");
}
