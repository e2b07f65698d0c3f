//! HTTP/2 on our server, with curl, our own client, and clients that write frames as they like.

use crate::support::{
    Server, api::*, certificates::certificates, echo, eventually, hello, noise, raw, ws_echo,
};
use std::{
    ffi::c_void,
    fs,
    io::{Read, Write},
    net::TcpStream,
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

/// As long as a test waits for what must come.
const LONG: Duration = Duration::from_secs(60);

/// Says what the server knows of the request.
extern "C-unwind" fn describe(request: i64, _: *mut c_void) -> i64 {
    let text = [
        request_method(request),
        request_path(request),
        request_query(request, "q"),
        request_version(request),
        request_scheme(request),
        request_header(request, "host").split(':').next().unwrap_or("").to_owned(),
        request_header(request, "cookie"),
        request_body(request),
    ];
    response_create(200, &text.join("|"))
}

/// A body with a status that has none.
extern "C-unwind" fn nothing(_: i64, _: *mut c_void) -> i64 {
    response_create(204, "nobody sees this")
}

static SLOW: AtomicUsize = AtomicUsize::new(0);

/// Takes its time.
extern "C-unwind" fn slow(_: i64, _: *mut c_void) -> i64 {
    SLOW.fetch_add(1, Ordering::SeqCst);
    std::thread::sleep(Duration::from_millis(300));
    response_create(200, "slow")
}

fn server(prepare: impl FnOnce(i64)) -> Server {
    for (name, handler) in [
        ("2-hello", hello as Callback),
        ("2-echo", echo),
        ("2-describe", describe),
        ("2-slow", slow),
        ("2-nothing", nothing),
        ("2-ws", ws_echo),
    ] {
        register(name, handler);
    }
    Server::start(|server| {
        assert!(server_route(server, "GET", "/hello", "2-hello"));
        assert!(server_route(server, "*", "/echo", "2-echo"));
        assert!(server_route(server, "*", "/describe", "2-describe"));
        assert!(server_route(server, "GET", "/slow", "2-slow"));
        assert!(server_route(server, "GET", "/nothing", "2-nothing"));
        assert!(server_route(server, "GET", "/pull", "2-nobody"));
        assert!(server_websocket(server, "/ws", "2-ws"));
        prepare(server);
    })
}

fn curl(arguments: &[&str]) -> String {
    let output = Command::new("curl")
        .args(["-sS", "--max-time", "60", "--noproxy", "*"])
        .args(arguments)
        .output()
        .expect("curl (`cargo xtask setup`)");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn curl_speaks_http2_by_alpn_and_by_prior_knowledge() {
    let folder = tempfile::tempdir().unwrap();
    certificates(folder.path());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let big = noise(5 << 20);
    fs::create_dir(folder.path().join("www")).unwrap();
    fs::write(path("www/big"), &big).unwrap();
    fs::write(path("www/text.txt"), "text ".repeat(10_000)).unwrap();
    let options = format!(
        r#"{{"certificates": [{{"chain_file": "{}", "key_file": "{}"}}]}}"#,
        path("good.pem"),
        path("good.key")
    );
    for (secure, compress) in [(true, false), (false, false), (false, true)] {
        let server = server(|server| {
            assert!(server_static(server, "/www", &path("www")));
            assert!(server_set_tls(server, if secure { &options } else { "" }), "{}", last_error());
            assert!(server_set_compression(server, compress));
        });
        let scheme = if secure { "https" } else { "http" };
        let at = |path: &str| format!("{scheme}://localhost:{}{path}", server.port());
        let root = path("root.pem");
        let ask = |more: &[&str]| {
            let how = if secure { "--http2" } else { "--http2-prior-knowledge" };
            curl(&[&["--cacert", &root, how][..], more].concat())
        };
        assert_eq!(ask(&["-w", " %{http_version} %{http_code}", &at("/hello")]), "hello 2 200");
        assert_eq!(
            ask(&["-X", "QUERY", "-d", "body", "-H", "Cookie: a=1; b=2", &at("/describe?q=a+b")]),
            format!("QUERY|/describe|a b|HTTP/2|{scheme}|localhost|a=1; b=2|body")
        );
        assert_eq!(ask(&["-o", &path("saved"), "-w", "%{http_version}", &at("/www/big")]), "2");
        assert!(fs::read(path("saved")).unwrap() == big);
        let posted = format!("@{}", path("www/big"));
        ask(&["--data-binary", &posted, "-o", &path("echoed"), &at("/echo")]);
        assert!(fs::read(path("echoed")).unwrap() == big);
        assert_eq!(ask(&["-r", "5-9", &at("/www/text.txt")]), "text ");
        assert_eq!(ask(&["--compressed", &at("/www/text.txt")]), "text ".repeat(10_000));
        assert_eq!(ask(&["-o", "/dev/null", "-w", "%{http_code}", &at("/nowhere")]), "404");
        assert_eq!(ask(&["-o", "/dev/null", "-w", "%{http_code}", "-X", "PUT", &at("/hello")]), "405");
        for path in ["/hello", "/www/big"] {
            let length = if path == "/hello" { "5".to_owned() } else { big.len().to_string() };
            let head = ask(&["-I", &at(path)]);
            assert!(
                head.starts_with("HTTP/2 200") && head.contains(&format!("content-length: {length}\r")),
                "{head}"
            );
        }
        let nothing = ask(&["-w", "%{http_code} %{size_download}", &at("/nothing")]);
        assert_eq!(nothing, "204 0");
        if secure {
            // Many at once by one connection. (curl 7.88 cannot without TLS.)
            let many = format!("{}?[1-200]", at("/hello"));
            assert_eq!(ask(&["-Z", "--parallel-max", "100", &many]), "hello".repeat(200));
        }
        // HTTP/1.1 goes on beside it, with a request to change over too.
        assert_eq!(curl(&["-k", "--http1.1", "-w", " %{http_version}", &at("/hello")]), "hello 1.1");
        if !secure {
            assert_eq!(curl(&["--http2", "-w", " %{http_version}", &at("/hello")]), "hello 1.1");
        }
        let client = client_create();
        assert!(client_add_roots(client, &fs::read_to_string(&root).unwrap()));
        let fetched = fetch_bytes(client, "POST", &at("/echo"), &[], &big);
        assert_eq!(fetch_version(fetched), if secure { "HTTP/2" } else { "HTTP/1.1" });
        assert!(fetch_body_bytes(fetched) == big);
        fetch_free(fetched);
        let ws = client_websocket(client, &at("/ws").replacen("http", "ws", 1), &[]);
        assert!(ws_send(ws, "beside it"), "{}", last_error());
        assert_eq!(ws_receive(ws), "beside it");
        assert!(ws_close(ws));
        client_destroy(client);
        assert!(server_set_http2(server.0, false));
        assert_eq!(curl(&["-k", "-w", " %{http_version}", &at("/hello")]), "hello 1.1");
    }
}

const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const PING: u8 = 6;
const GOAWAY: u8 = 7;
const CONTINUATION: u8 = 9;
const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = (payload.len() as u32).to_be_bytes();
    [&length[1..], &[kind, flags], &stream.to_be_bytes(), payload].concat()
}

/// A field as HPACK has it without tables or codes, of less than 16,000 bytes.
fn field(name: &str, value: &str) -> Vec<u8> {
    let text = |text: &str| {
        let mut out = match text.len() {
            short @ ..127 => vec![short as u8],
            long @ 127..255 => vec![127, (long - 127) as u8],
            long => vec![127, (long - 127) as u8 | 128, ((long - 127) >> 7) as u8],
        };
        out.extend_from_slice(text.as_bytes());
        out
    };
    [vec![0], text(name), text(value)].concat()
}

fn fields(method: &str, path: &str) -> Vec<u8> {
    [(":method", method), (":scheme", "http"), (":path", path), (":authority", "x")]
        .map(|(name, value)| field(name, value))
        .concat()
}

fn get_frame(stream: u32, path: &str) -> Vec<u8> {
    frame(HEADERS, END_HEADERS | END_STREAM, stream, &fields("GET", path))
}

/// A client that writes what it likes.
struct Wild(TcpStream);

impl Wild {
    fn new(server: &Server, settings: &[u8]) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        stream.set_write_timeout(Some(LONG)).unwrap();
        stream.write_all(&[PREFACE, &frame(SETTINGS, 0, 0, settings)].concat()).unwrap();
        Self(stream)
    }

    fn send(&mut self, bytes: &[u8]) -> bool {
        self.0.write_all(bytes).is_ok()
    }

    /// The next frame: its kind, stream and payload; none at the end.
    fn next(&mut self) -> Option<(u8, u32, Vec<u8>)> {
        let mut head = [0; 9];
        match self.0.read_exact(&mut head) {
            Err(error) if matches!(error.kind(), std::io::ErrorKind::WouldBlock) => panic!("nothing comes"),
            read => read.ok()?,
        }
        let mut payload = vec![0; u32::from_be_bytes([0, head[0], head[1], head[2]]) as usize];
        self.0.read_exact(&mut payload).ok()?;
        if head[3] == PING && head[4] == 0 {
            self.send(&frame(PING, 1, 0, &payload));
        }
        Some((head[3], u32::from_be_bytes([head[5], head[6], head[7], head[8]]), payload))
    }

    /// The payload of the next frame of that kind and stream; none where the connection ends before.
    fn wait(&mut self, kind: u8, stream: u32) -> Option<Vec<u8>> {
        loop {
            let next = self.next()?;
            if (next.0, next.1) == (kind, stream) {
                return Some(next.2);
            }
        }
    }

    /// Reads to the end; the code of the last GOAWAY.
    fn end(&mut self) -> Option<u32> {
        let mut code = None;
        while let Some((kind, _, payload)) = self.next() {
            if kind == GOAWAY {
                code = Some(u32::from_be_bytes(payload[4..8].try_into().unwrap()));
            }
        }
        code
    }
}

fn is_well(server: &Server) {
    let answer = curl(&["--http2-prior-knowledge", &server.url("/hello")]);
    assert_eq!(answer, "hello");
}

#[test]
fn a_preface_in_pieces_is_one_and_other_methods_are_not() {
    let server = server(|_| {});
    for cut in [1, 2, 3, 5, 14, 18, 23] {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        stream.write_all(&PREFACE[..cut]).unwrap();
        std::thread::sleep(Duration::from_millis(20));
        let rest = [&PREFACE[cut..], &frame(SETTINGS, 0, 0, &[]), &get_frame(1, "/hello")].concat();
        stream.write_all(&rest).unwrap();
        assert!(Wild(stream).wait(0, 1).is_some_and(|body| body == b"hello"), "cut at {cut}");
    }
    for (pieces, status) in [
        (&["P", "UT /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"][..], 200),
        (&["PR", "OPFIND /echo HTTP/1.1\r\nHost: x\r\n\r\n"], 200),
        (&["PRI", " /echo HTTP/1.1\r\nHost: x\r\n\r\n"], 200),
        (&["PRI * HTTP/2.0\r\n", "Host: x\r\n\r\n"], 0),
        (&["P", "", "ATCH /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"], 405),
    ] {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        for piece in pieces {
            stream.write_all(piece.as_bytes()).unwrap();
            std::thread::sleep(Duration::from_millis(20));
        }
        let head = raw::head(&mut stream);
        assert!(
            if status == 0 { raw::status(&head) != 200 } else { raw::status(&head) == status },
            "{pieces:?}: {head}"
        );
    }
}

#[test]
fn requests_that_contradict_themselves_are_refused() {
    let server = server(|server| assert!(server_set_header_limit(server, 16 << 10)));
    let status = |fields: &[u8]| {
        let mut client = Wild::new(&server, &[]);
        let (mut block, first) = (fields.chunks(16_000), END_STREAM);
        let begin = block.next().unwrap();
        let more: Vec<&[u8]> = block.collect();
        client.send(&frame(HEADERS, first | if more.is_empty() { END_HEADERS } else { 0 }, 1, begin));
        for (index, piece) in more.iter().enumerate() {
            let flags = if index + 1 == more.len() { END_HEADERS } else { 0 };
            client.send(&frame(CONTINUATION, flags, 1, piece));
        }
        loop {
            match client.next() {
                Some((HEADERS, 1, block)) => {
                    // The static table's :status 200, 204, 206, 304, 400, 404, 500, or its name with a value.
                    break match block[0] {
                        0x88..0x8f => [200, 204, 206, 304, 400, 404, 500][usize::from(block[0] - 0x88)],
                        _ => 1,
                    };
                }
                Some((RST_STREAM, 1, _) | (GOAWAY, ..)) | None => break 0,
                Some(_) => {}
            }
        }
    };
    let with = |more: &[(&str, &str)]| {
        let more: Vec<u8> = more.iter().flat_map(|(name, value)| field(name, value)).collect();
        [fields("GET", "/hello"), more].concat()
    };
    assert_eq!(status(&with(&[("accept", "x")])), 200);
    assert_eq!(status(&with(&[("host", "x")])), 200);
    assert_eq!(status(&with(&[("host", "elsewhere")])), 400);
    // No host at all.
    assert_eq!(
        status(&fields("GET", "/hello")[..fields("GET", "/hello").len() - field(":authority", "x").len()]),
        400
    );
    for bad in [
        ("connection", "close"),
        ("transfer-encoding", "chunked"),
        ("Upper", "x"),
        ("a", "x\r\ny: z"),
        (":path", "/x"),
    ] {
        assert_eq!(status(&with(&[bad])), 0, "{bad:?}");
    }
    // 431: more fields, or more bytes, than there may be.
    let many: Vec<(&str, &str)> = vec![("a", "b"); 101];
    assert_eq!(status(&with(&many)), 1);
    let long = "v".repeat(9000);
    assert_eq!(status(&with(&[("a", &long), ("b", &long)])), 1);
    is_well(&server);
}

#[test]
fn hostile_clients_lose_their_connections_and_cost_nobody_else() {
    let server = server(|server| {
        assert!(server_set_header_timeout(server, 2000) && server_set_write_timeout(server, 1000));
    });
    // Streams opened and given up at once, without end.
    let mut client = Wild::new(&server, &[]);
    let before = SLOW.load(Ordering::SeqCst);
    for stream in 0..20_000_u32 {
        let id = 2 * stream + 1;
        let cancel = frame(RST_STREAM, 0, id, &8_u32.to_be_bytes());
        if !client.send(&[get_frame(id, "/slow"), cancel].concat()) {
            break;
        }
    }
    client.end();
    let called = SLOW.load(Ordering::SeqCst) - before;
    assert!(called < 2000, "{called} handlers were called for streams that were given up");
    is_well(&server);
    // Pings and settings, whose answers are not read.
    for flood in [frame(PING, 0, 0, &[7; 8]), frame(SETTINGS, 0, 0, &[])] {
        let mut client = Wild::new(&server, &[]);
        let flood = flood.repeat(1000);
        let begun = Instant::now();
        let mut sent = 0_usize;
        while begun.elapsed() < LONG && client.send(&flood) {
            sent += flood.len();
            assert!(sent < 1 << 30, "a flood is taken for ever");
        }
        is_well(&server);
    }
    // A head that does not end.
    let mut client = Wild::new(&server, &[]);
    client.send(&frame(HEADERS, END_STREAM, 1, &fields("GET", "/hello")));
    let endless = frame(CONTINUATION, 0, 1, &field("a", &"v".repeat(100)));
    let taken = (0..1_000_000).take_while(|_| client.send(&endless)).count();
    assert!(taken < 1_000_000, "a head without an end is taken for ever");
    // One that comes slowly, a client that says nothing, and one that only pings: they end like any that are idle.
    let mut slow = Wild::new(&server, &[]);
    slow.send(&frame(HEADERS, END_STREAM, 1, &fields("GET", "/hello")));
    let mut silent = Wild::new(&server, &[]);
    let mut pinging = Wild::new(&server, &[]);
    assert!(
        eventually(LONG, || !pinging.send(&frame(PING, 0, 0, &[7; 8]))),
        "pings keep a connection for ever"
    );
    slow.end();
    silent.end();
    // More streams than there may be.
    let mut client = Wild::new(&server, &[]);
    for stream in 0..400 {
        client.send(&get_frame(2 * stream + 1, "/slow"));
    }
    let mut refused = 0;
    let mut answered = 0;
    while refused + answered < 400 {
        match client.next() {
            Some((RST_STREAM, _, code)) if code == 7_u32.to_be_bytes() => refused += 1,
            Some((HEADERS, ..)) => answered += 1,
            Some(_) => {}
            None => break,
        }
    }
    assert!(answered >= 1, "{answered} answered and {refused} refused");
    is_well(&server);
}

#[test]
fn an_answer_that_is_not_taken_ends_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("big"), noise(1 << 20)).unwrap();
    let server = server(|server| {
        assert!(server_set_write_timeout(server, 700) && server_set_body_timeout(server, 700));
        assert!(server_static(server, "/www", &folder.path().display().to_string()));
        assert!(server_set_header_timeout(server, 60_000));
    });
    // No window for any stream.
    let mut client = Wild::new(&server, &[0, 4, 0, 0, 0, 0]);
    client.send(&get_frame(1, "/www/big"));
    assert!(client.wait(HEADERS, 1).is_some());
    assert!(client.wait(RST_STREAM, 1).is_some(), "the answer waits for ever");
    // A body that does not come.
    client.send(&frame(HEADERS, END_HEADERS, 3, &fields("POST", "/echo")));
    assert!(client.wait(HEADERS, 3).is_some());
    // The connection is as good as before.
    client.send(&get_frame(5, "/nowhere"));
    assert!(client.wait(HEADERS, 5).is_some());
    drop(client);
    is_well(&server);
}

#[test]
fn a_stopped_server_lets_streams_finish_and_gives_up_those_that_do_not() {
    let server = server(|server| assert!(server_set_stop_timeout(server, 30_000)));
    let mut idle = Wild::new(&server, &[]);
    let mut busy = Wild::new(&server, &[]);
    let before = SLOW.load(Ordering::SeqCst);
    busy.send(&get_frame(1, "/slow"));
    assert!(eventually(LONG, || SLOW.load(Ordering::SeqCst) > before));
    idle.send(&get_frame(1, "/hello"));
    assert!(idle.wait(HEADERS, 1).is_some());
    let ends = [idle, busy].map(|mut client| std::thread::spawn(move || client.end()));
    let begun = Instant::now();
    assert!(server_stop(server.0));
    assert!(begun.elapsed() < Duration::from_secs(25), "connections hold up the end");
    assert_eq!(ends.map(|end| end.join().unwrap()), [Some(0), Some(0)]);

    assert!(server_set_stop_timeout(server.0, 300) && server_start_background(server.0));
    let mut waiting = Wild::new(&server, &[]);
    waiting.send(&get_frame(1, "/pull"));
    let pulled = server_next_request(server.0, 60_000);
    assert!(pulled > 0);
    assert!(server_stop(server.0));
    // 503 with :status spelled out.
    assert!(waiting.wait(HEADERS, 1).is_none_or(|block| block[0] != 0x88));
    assert!(!server_respond(pulled, response_create(200, "too late")));
}
