//! A process of its own: its open files and its threads are counted.
//!
//! Faults on the way: after each of them the next request works, and nothing is left.

#[path = "it/support/mod.rs"]
mod support;

use std::{
    ffi::c_void,
    fs,
    io::{Read, Write},
    net::{Shutdown, TcpStream},
    time::{Duration, Instant},
};
use support::{Server, api::*, echo, eventually, hello, nginx::run, raw, raw::Wild};

/// Sockets and files that this process has open.
fn open_files() -> usize {
    let names = fs::read_dir("/proc/self/fd").unwrap().flatten();
    names
        .filter_map(|entry| fs::read_link(entry.path()).ok())
        .filter(|to| {
            let to = to.to_string_lossy();
            to.starts_with("socket:")
                || (to.starts_with('/') && !to.starts_with("/dev/") && !to.starts_with("/proc/"))
        })
        .count()
}

fn threads() -> usize {
    fs::read_dir("/proc/self/task").unwrap().count()
}

/// A size in bytes that the system knows of this process.
fn memory(name: &str) -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() * 1024
}

/// Runs `work`, whose memory may grow by `limit` at its height, and by what a few buffers take.
fn costs_at_most(limit: usize, work: impl FnOnce()) {
    const BUFFERS: usize = 4 << 20;
    // The height is counted from now on.
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = memory("VmRSS:");
    work();
    let grown = memory("VmHWM:").saturating_sub(before);
    println!("  {grown} bytes of memory, {limit} are allowed");
    assert!(grown < limit + BUFFERS, "{grown} bytes of memory were used");
}

/// A client of its own, so that no connection outlives it.
fn with_client<T>(work: impl FnOnce(i64) -> T) -> T {
    let client = client_create();
    let result = work(client);
    client_destroy(client);
    result
}

fn get_with(client: i64, url: &str) -> Answer {
    client_request(client, "GET", url, &[], "")
}

/// The request fails, and its error holds `part`.
fn fails(answer: &Answer, part: &str) {
    assert!(
        answer.status == 0 && answer.body.is_empty() && answer.error.contains(part),
        "{answer:?} without {part:?}"
    );
}

/// No sooner than it was set to, and later only by what a busy machine takes.
fn as_set(time: Duration, set: Duration) {
    assert!(time >= set.mul_f64(0.9) && time <= set.mul_f64(1.9), "{time:?} instead of {set:?}");
}

fn killed_in_mid_body() {
    let length = Wild::new(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    let chunked = Wild::new(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
    });
    for wild in [&length, &chunked] {
        with_client(|client| {
            fails(&get_with(client, &wild.url("/")), "failed: ");
            let folder = tempfile::tempdir().unwrap();
            let target = folder.path().join("target");
            fs::write(&target, "before").unwrap();
            let (status, bytes, error) =
                client_download(client, &wild.url("/"), &[], &target.display().to_string());
            assert!(status == 0 && bytes == 0 && !error.is_empty(), "{status} {bytes} {error}");
            assert_eq!(fs::read(&target).unwrap(), b"before");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file");
            let stream = stream_open(client, "GET", &wild.url("/"), &[]);
            assert_eq!(stream_finish(stream), 200);
            let mut buffer = [0; 100];
            let mut seen = 0;
            let last = loop {
                match stream_read(stream, &mut buffer) {
                    count if count > 0 => seen += count,
                    last => break last,
                }
            };
            assert_eq!((seen, last), (4, -1));
            stream_free(stream);
        });
    }
}

fn half_sent_headers() {
    let wild = Wild::new(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Le");
        let _ = stream.shutdown(Shutdown::Write);
    });
    let nonsense = Wild::new(|stream, _| {
        let _ = stream.write_all(b"SSH-2.0-OpenSSH_9.2\r\n\r\n");
    });
    let flood = Wild::new(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n");
        for _ in 0..100_000 {
            if stream.write_all(b"X-Flood: yes, a great deal of it, and then some more of it\r\n").is_err() {
                break;
            }
        }
    });
    for wild in [&wild, &nonsense, &flood] {
        with_client(|client| fails(&get_with(client, &wild.url("/")), "failed: "));
    }
}

fn refused_and_black_holed() {
    let port = support::free_port();
    with_client(|client| fails(&get_with(client, &format!("http://127.0.0.1:{port}/")), "refused"));
    // A listener whose queue is full: connections are not refused and come to nothing.
    let folder = tempfile::tempdir().unwrap();
    let hole = BlackHole::new();
    with_client(|client| {
        let limit = Duration::from_millis(1500);
        assert!(client_set_connect_timeout(client, limit.as_millis() as i64));
        let begun = Instant::now();
        fails(&get_with(client, &hole.url()), "no connection came about in time");
        as_set(begun.elapsed(), limit);
        let begun = Instant::now();
        let target = folder.path().join("x").display().to_string();
        let (status, _, error) = client_download(client, &hole.url(), &[], &target);
        assert!(status == 0 && !error.is_empty());
        as_set(begun.elapsed(), limit);
        let begun = Instant::now();
        assert_eq!(client_websocket(client, &hole.url().replace("http:", "ws:"), &[]), 0);
        as_set(begun.elapsed(), limit);
    });
}

/// A port that answers no SYN: a listener with no room in its queue.
struct BlackHole {
    listener: std::net::TcpListener,
    _full: Vec<TcpStream>,
}

impl BlackHole {
    fn new() -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let mut full = Vec::new();
        // The queue takes a good hundred and then no more.
        while let Ok(stream) = TcpStream::connect_timeout(&address, Duration::from_millis(300)) {
            full.push(stream);
            assert!(full.len() < 10_000, "the queue has no end");
        }
        Self { listener, _full: full }
    }

    fn url(&self) -> String {
        format!("http://{}/", self.listener.local_addr().unwrap())
    }
}

fn timeouts_are_kept() {
    let silent = Wild::new(|stream, _| {
        let mut end = [0];
        let _ = stream.read(&mut end);
    });
    let dripping = Wild::new(|stream, _| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        while stream.write_all(b".").is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    for wild in [&silent, &dripping] {
        with_client(|client| {
            let limit = Duration::from_millis(1000);
            assert!(client_set_timeout(client, limit.as_millis() as i64));
            let begun = Instant::now();
            fails(&get_with(client, &wild.url("/")), "no whole answer within 1000 ms");
            as_set(begun.elapsed(), limit);
            let folder = tempfile::tempdir().unwrap();
            let begun = Instant::now();
            let target = folder.path().join("x").display().to_string();
            let (status, _, error) = client_download(client, &wild.url("/"), &[], &target);
            assert!(status == 0 && !error.is_empty(), "{error}");
            as_set(begun.elapsed(), limit);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        });
    }
    with_client(|client| {
        for bad in [0, -1, i64::MIN, i64::MAX] {
            assert!(!client_set_timeout(client, bad));
            assert!(last_error().contains(&bad.to_string()), "{}", last_error());
        }
    });
}

fn full_disk() {
    let folder = tempfile::tempdir().unwrap();
    let tiny = folder.path().join("tiny");
    fs::create_dir(&tiny).unwrap();
    let name = tiny.display().to_string();
    run("mount", &["-t", "tmpfs", "-o", "size=1m", "tmpfs", &name]);
    let site = folder.path().join("site");
    fs::create_dir(&site).unwrap();
    fs::write(site.join("big"), support::noise(4 << 20)).unwrap();
    fs::write(tiny.join("target"), "before").unwrap();
    let server = Server::start(|server| {
        assert!(server_static(server, "/", &site.display().to_string()));
    });
    with_client(|client| {
        let target = tiny.join("target").display().to_string();
        let (status, bytes, error) = client_download(client, &server.url("/big"), &[], &target);
        assert!(status == 0 && bytes == 0 && error.contains("No space left"), "{status} {bytes} {error}");
        assert_eq!(fs::read(&target).unwrap(), b"before");
        assert_eq!(fs::read_dir(&tiny).unwrap().count(), 1);
        let fits = folder.path().join("fits").display().to_string();
        assert_eq!(client_download(client, &server.url("/big"), &[], &fits).1, 4 << 20);
    });
    drop(server);
    run("umount", &[&name]);
}

fn truncated_encodings() {
    // The first half of what gzip, brotli and zstd make of a text: the answer is whole, what it holds is not.
    let folder = tempfile::tempdir().unwrap();
    let plain = folder.path().join("plain");
    let text: String = (0..20_000).map(|i| format!("line {i}\n")).collect();
    fs::write(&plain, &text).unwrap();
    let name = plain.display().to_string();
    for (encoding, program, arguments, suffix) in [
        ("gzip", "gzip", vec!["-k", &name], "gz"),
        ("br", "brotli", vec!["-k", &name], "br"),
        ("zstd", "zstd", vec!["-q", "-k", &name], "zst"),
    ] {
        run(program, &arguments);
        let whole = fs::read(folder.path().join(format!("plain.{suffix}"))).unwrap();
        for part in [whole.len() / 2, whole.len() - 1, whole.len()] {
            let body = whole[..part].to_vec();
            let wild = Wild::new(move |stream, _| {
                let head = format!(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
                    body.len()
                );
                let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
            });
            let answer = with_client(|client| get_with(client, &wild.url("/")));
            if part == whole.len() {
                assert!(answer.status == 200 && answer.body == text, "{encoding}: {}", answer.error);
            } else {
                assert!(
                    answer.status == 0 && !answer.error.is_empty(),
                    "{encoding}, {part}: {}",
                    answer.status
                );
            }
        }
    }
}

fn redirect_loop() {
    let wild = Wild::new(|stream, _| {
        let _ = stream.write_all(
            b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        );
    });
    with_client(|client| fails(&get_with(client, &wild.url("/")), "redirect"));
    with_client(|client| {
        assert!(client_set_max_redirects(client, 0));
        assert_eq!(get_with(client, &wild.url("/")).status, 302);
    });
}

/// Sends the server 2 GiB, announced or in chunks, until it takes no more.
fn send_too_much(server: &Server, head: &str, zeros: &[u8]) {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.write_all(format!("POST / HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n").as_bytes()).unwrap();
    let mut sent = 0_u64;
    while sent < 2 << 30 && write_piece(&mut stream, head.starts_with('T'), zeros).is_ok() {
        sent += zeros.len() as u64;
    }
    assert!(sent < 64 << 20, "the server took {sent} bytes");
}

fn write_piece(stream: &mut TcpStream, chunked: bool, piece: &[u8]) -> std::io::Result<()> {
    if !chunked {
        return stream.write_all(piece);
    }
    write!(stream, "{:x}\r\n", piece.len())?;
    stream.write_all(piece)?;
    stream.write_all(b"\r\n")
}

const ANNOUNCED: &str = "Content-Length: 2147483648";
const CHUNKED: &str = "Transfer-Encoding: chunked";

fn huge_bodies() {
    register("f-echo", echo);
    let server = Server::start(|server| assert!(server_route(server, "POST", "/", "f-echo")));
    let zeros = vec![b'0'; 1 << 20];
    // What is announced is refused before it comes; of what is not, as much is kept as is allowed.
    costs_at_most(0, || send_too_much(&server, ANNOUNCED, &zeros));
    // A buffer that has to move to grow is there twice for a moment.
    costs_at_most(16 << 20, || send_too_much(&server, CHUNKED, &zeros));
    let wild = Wild::new(move |stream, head| {
        let chunked = head.starts_with("GET /chunked");
        let length = if chunked { CHUNKED } else { ANNOUNCED };
        let _ = write!(stream, "HTTP/1.1 200 OK\r\n{length}\r\n\r\n");
        let _ = (0..2048).try_for_each(|_| write_piece(stream, chunked, &zeros));
    });
    for (path, limit) in [("/", 0), ("/chunked", 16 << 20)] {
        with_client(|client| {
            assert!(client_set_body_limit(client, 8 << 20));
            costs_at_most(limit, || {
                fails(&get_with(client, &wild.url(path)), "longer than the limit of 8388608 bytes");
            });
        });
    }
    with_client(|client| {
        assert_eq!(client_request(client, "POST", &server.url("/"), &[], "fine").body, "fine")
    });
}

extern "C-unwind" fn panics(_: i64, _: *mut c_void) -> i64 {
    panic!("on purpose")
}

extern "C-unwind" fn sleeps(_: i64, _: *mut c_void) -> i64 {
    std::thread::sleep(Duration::from_millis(1500));
    response_create(200, "late")
}

fn handlers_that_panic_or_sleep() {
    register("f-panics", panics);
    register("f-sleeps", sleeps);
    register("f-hello", hello);
    let server = Server::start(|server| {
        for (path, handler) in [("/panics", "f-panics"), ("/sleeps", "f-sleeps"), ("/hello", "f-hello")] {
            assert!(server_route(server, "GET", path, handler));
        }
        assert!(server_set_answer_timeout(server, 500));
    });
    with_client(|client| {
        for _ in 0..3 {
            assert_eq!(get_with(client, &server.url("/panics")).status, 500);
            assert_eq!(get_with(client, &server.url("/hello")).body, "hello");
        }
        std::thread::scope(|scope| {
            let late: Vec<_> =
                (0..8).map(|_| scope.spawn(|| get_with(client, &server.url("/sleeps")).status)).collect();
            for _ in 0..20 {
                assert_eq!(get_with(client, &server.url("/hello")).body, "hello");
            }
            assert!(late.into_iter().all(|late| late.join().unwrap() == 503));
        });
    });
    // The handlers that sleep still run; their answers are dropped.
    std::thread::sleep(Duration::from_millis(1600));
}

fn pulled_and_never_answered() {
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/", "f-nobody"));
        assert!(server_set_stop_timeout(server, 500));
    });
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| with_client(|client| get_with(client, &server.url("/")))))
            .collect();
        let pulled = [server_next_request(server.0, 5000), server_next_request(server.0, 5000)];
        assert!(pulled.iter().all(|request| *request > 0));
        let begun = Instant::now();
        assert!(server_stop(server.0));
        assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
        for client in clients {
            let answer = client.join().unwrap();
            assert!(matches!(answer.status, 0 | 503), "{answer:?}");
        }
        // Their exchanges are over, and their handles stale.
        for request in pulled {
            assert_eq!(request_method(request), "");
            let response = response_create(200, "");
            assert!(!server_respond(request, response));
            response_free(response);
        }
    });
    // The same server again, and a request that is pulled while it stops is still answered.
    assert!(server_start_background(server.0));
    std::thread::scope(|scope| {
        let client = scope.spawn(|| with_client(|client| get_with(client, &server.url("/"))));
        let request = server_next_request(server.0, 5000);
        let stopping = scope.spawn(|| server_stop(server.0));
        std::thread::sleep(Duration::from_millis(100));
        assert!(server_respond(request, response_create(200, "in time")));
        assert_eq!(client.join().unwrap().body, "in time");
        assert!(stopping.join().unwrap());
    });
}

fn clients_that_go_away() {
    let server = Server::start(|server| assert!(server_route(server, "POST", "/", "f-nobody")));
    let handles = live();
    for bytes in [
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf",
        "POST / HTTP/1.1\r\nHo",
        "POST / HTTP/1.1\r\nHost: x\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
        stream.write_all(bytes.as_bytes()).unwrap();
        std::thread::sleep(Duration::from_millis(50));
    }
    // The last one waited to be pulled, and went: its handle went with it.
    assert!(eventually(Duration::from_secs(5), || live() == handles), "{} handles", live());
    assert_eq!(server_next_request(server.0, 0), 0);
    let text = std::thread::scope(|scope| {
        let client = scope.spawn(|| {
            raw::talk(
                server.port(),
                b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                Duration::from_secs(5),
            )
        });
        let request = server_next_request(server.0, 5000);
        assert!(server_respond(request, response_create(200, "still here")));
        client.join().unwrap()
    });
    assert!(text.ends_with("still here"), "{text}");
}

fn answers_that_nobody_waits_for() {
    let server = Server::start(|server| assert!(server_route(server, "GET", "/", "f-nobody")));
    let pulled = || {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        (server_next_request(server.0, 5000), stream)
    };
    for _ in 0..100 {
        let (request, stream) = pulled();
        drop(stream);
        std::thread::sleep(Duration::from_millis(3));
        server_respond(request, response_create(200, "late"));
    }
    let (request, stream) = pulled();
    assert!(server_respond(request, response_create(200, "in time")));
    assert!(!server_respond(request, response_create(200, "once more")));
    drop(stream);
    // What was never a request takes no response along.
    let response = response_create(200, "");
    assert!(!server_respond(server.0, response) && !server_respond(12345, response));
    assert!(response_set_header(response, "X", "still there"));
    response_free(response);
}

fn uploads_to_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("up");
    fs::write(&path, support::noise(8 << 20)).unwrap();
    let path = path.display().to_string();
    let closing = Wild::new(|stream, _| {
        let _ = stream.shutdown(Shutdown::Both);
    });
    let deaf = Wild::new(|stream, _| {
        let _ = stream.set_nonblocking(false);
        std::thread::sleep(Duration::from_millis(1500));
        let _ = stream.shutdown(Shutdown::Both);
    });
    with_client(|client| {
        fails(&client_upload(client, &closing.url("/"), &[], &path, "f"), "failed: ");
        let gone = folder.path().join("none").display().to_string();
        fails(&client_upload(client, &closing.url("/"), &[], &gone, "f"), "cannot be read");
        assert!(client_set_timeout(client, 1000));
        let begun = Instant::now();
        fails(&client_upload(client, &deaf.url("/"), &[], &path, "f"), "failed: ");
        as_set(begun.elapsed(), Duration::from_secs(1));
        fails(&client_send_file(client, "PUT", &closing.url("/"), &[], &path), "failed: ");
    });
    // A stream that is given up in the middle is not taken for a whole body.
    register("f-up", echo);
    let server = Server::start(|server| assert!(server_route(server, "POST", "/", "f-up")));
    with_client(|client| {
        let stream = stream_open(client, "POST", &server.url("/"), &[]);
        assert!(stream_write(stream, b"half of it"));
        stream_free(stream);
        assert_eq!(get_with(client, &server.url("/")).status, 405);
    });
}

#[test]
fn after_each_fault_all_is_well() {
    register("f-probe", hello);
    let probe = Server::start(|server| assert!(server_route(server, "GET", "/", "f-probe")));
    let check = || with_client(|client| assert_eq!(get_with(client, &probe.url("/")).body, "hello"));
    check();
    let faults: [(&str, fn()); 13] = [
        ("killed in mid-body", killed_in_mid_body),
        ("half-sent headers", half_sent_headers),
        ("refused and black-holed", refused_and_black_holed),
        ("timeouts", timeouts_are_kept),
        ("full disk", full_disk),
        ("truncated encodings", truncated_encodings),
        ("redirect loop", redirect_loop),
        ("huge bodies", huge_bodies),
        ("panics and sleeps", handlers_that_panic_or_sleep),
        ("pulled and never answered", pulled_and_never_answered),
        ("clients that go away", clients_that_go_away),
        ("answers that nobody waits for", answers_that_nobody_waits_for),
        ("uploads to nowhere", uploads_to_nowhere),
    ];
    let (handles, files, before) = (live(), open_files(), threads());
    for (name, fault) in faults {
        println!("{name}");
        fault();
        check();
        assert!(
            eventually(Duration::from_secs(5), || live() == handles),
            "{name}: {} handles instead of {handles}",
            live()
        );
        assert!(
            eventually(Duration::from_secs(5), || open_files() <= files),
            "{name}: {} files instead of {files}",
            open_files()
        );
    }
    // Threads that may block are kept for ten seconds in case they are needed again.
    assert!(
        eventually(Duration::from_secs(20), || threads() <= before),
        "{} threads instead of {before}",
        threads()
    );
}
