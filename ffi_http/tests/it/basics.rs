//! Client and server against each other: what every function does when all goes well.

use crate::support::{Server, api::*, echo, hello, noise, raw};
use std::{ffi::c_void, fs, io::Read};

extern "C-unwind" fn describe(request: i64, _: *mut c_void) -> i64 {
    let text = format!(
        "{} {} q={} id={} h={} body={} handler={}",
        request_method(request),
        request_path(request),
        request_query(request, "q"),
        request_param(request, "id"),
        request_header(request, "X-Test"),
        request_body(request),
        request_handler(request),
    );
    let response = response_create(200, &text);
    assert!(response_set_header(response, "X-Answer", "yes"));
    assert!(response_add_header(response, "Set-Cookie", "a=1"));
    assert!(response_add_header(response, "Set-Cookie", "b=2"));
    response
}

extern "C-unwind" fn json(_: i64, _: *mut c_void) -> i64 {
    let response = response_create(201, "");
    assert!(!response_json(response, "{broken"));
    assert!(response_json(response, r#"{"a": 1}"#));
    response
}

extern "C-unwind" fn calls_itself(request: i64, _: *mut c_void) -> i64 {
    let host = request_header(request, "host");
    let answer = get(&format!("http://{host}/hello"));
    response_create(answer.status, &format!("inside: {}{}", answer.body, answer.error))
}

extern "C-unwind" fn panics(_: i64, _: *mut c_void) -> i64 {
    panic!("on purpose")
}

extern "C-unwind" fn leaves_responses(_: i64, _: *mut c_void) -> i64 {
    for _ in 0..3 {
        response_create(200, "left");
    }
    0
}

fn server() -> Server {
    for (name, function) in [
        ("b-describe", describe as Callback),
        ("b-json", json),
        ("b-self", calls_itself),
        ("b-panics", panics),
        ("b-leaves", leaves_responses),
        ("b-echo", echo),
        ("b-hello", hello),
    ] {
        register(name, function);
    }
    Server::start(|server| {
        for (method, path, handler) in [
            ("*", "/describe/:id", "b-describe"),
            ("GET", "/json", "b-json"),
            ("GET", "/self", "b-self"),
            ("GET", "/panics", "b-panics"),
            ("GET", "/leaves", "b-leaves"),
            ("POST", "/echo", "b-echo"),
            ("PUT", "/echo", "b-echo"),
            ("GET", "/hello", "b-hello"),
            ("*", "/pull", "b-nobody"),
        ] {
            assert!(server_route(server, method, path, handler), "{}", last_error());
        }
    })
}

#[test]
fn requests_and_answers_carry_everything() {
    let server = server();
    let answer = request(
        "PROPFIND",
        &server.url("/describe/a%20b?q=1+2&q=3"),
        &["X-Test: one", "x-test: two"],
        "grüß",
    );
    let expected = "PROPFIND /describe/a%20b q=1 2 id=a b h=one, two body=grüß handler=b-describe";
    assert_eq!((answer.status, answer.body.as_str(), answer.error.as_str()), (200, expected, ""));

    let client = client_create();
    assert!(client_set_header(client, "X-Test", "client"));
    let fetched = fetch(client, "get", &server.url("/describe/1"), &[], "");
    assert!(fetch_body(fetched).contains("h=client"), "{}", fetch_body(fetched));
    assert_eq!(fetch_header(fetched, "x-answer"), "yes");
    assert_eq!(fetch_header(fetched, "SET-COOKIE"), "a=1, b=2");
    let headers = fetch_headers(fetched);
    assert!(
        headers.contains(&"set-cookie: a=1".into()) && headers.contains(&"set-cookie: b=2".into()),
        "{headers:?}"
    );
    assert_eq!(fetch_version(fetched), "HTTP/1.1");
    fetch_free(fetched);
    let own = client_request(client, "GET", &server.url("/describe/1"), &["x-test: mine"], "");
    assert!(own.body.contains("h=mine body"), "{}", own.body);

    let fetched = fetch(client, "GET", &server.url("/json"), &[], "");
    assert_eq!((fetch_status(fetched), fetch_body(fetched).as_str()), (201, r#"{"a": 1}"#));
    assert_eq!(fetch_header(fetched, "content-type"), "application/json");
    fetch_free(fetched);

    let bytes = noise(3 << 20);
    let fetched =
        fetch_bytes(client, "PUT", &server.url("/echo"), &["Content-Type: application/x-noise"], &bytes);
    assert!(fetch_body_bytes(fetched) == bytes);
    assert_eq!(fetch_header(fetched, "content-type"), "application/x-noise");
    fetch_free(fetched);
    client_destroy(client);

    let empty = post(&server.url("/echo"), "", "text/plain");
    assert_eq!((empty.status, empty.body.as_str()), (200, ""));
    assert_eq!(head(&server.url("/hello")).body, "");
}

#[test]
fn handlers_that_fail_are_a_500_and_leave_nothing() {
    let server = server();
    for path in ["/panics", "/leaves"] {
        for _ in 0..60 {
            assert_eq!(get(&server.url(path)).status, 500, "{path}");
        }
        assert_eq!(get(&server.url("/hello")).body, "hello");
        let reason = server_get_last_error(server.0);
        let told = if path == "/panics" { "did not return: " } else { "returned no response" };
        assert!(reason.contains("the handler `") && reason.contains(told), "{reason}");
    }
    // Nested calls, enough to be trusted to be quick: they must not hold the server up.
    for _ in 0..120 {
        assert_eq!(get(&server.url("/self")).body, "inside: hello");
    }
}

#[test]
fn a_handler_is_replaced_and_no_request_is_lost() {
    register("replaced", crate::support::hello);
    let server = Server::start(|server| assert!(server_route(server, "GET", "/", "replaced")));
    let over = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(std::sync::atomic::Ordering::SeqCst) {
                register("replaced", crate::support::hello);
            }
        });
        let answers: Vec<_> = (0..300).map(|_| get(&server.url("/"))).collect();
        over.store(true, std::sync::atomic::Ordering::SeqCst);
        for answer in answers {
            assert_eq!((answer.status, answer.body.as_str()), (200, "hello"));
        }
    });
}

#[test]
fn unknown_paths_and_methods_are_told() {
    let server = server();
    let text = raw::talk(
        server.port(),
        b"DELETE /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        std::time::Duration::from_secs(5),
    );
    assert_eq!(raw::status(&text), 405);
    assert!(text.to_lowercase().contains("allow: post, put\r\n"), "{text}");
    assert_eq!(get(&server.url("/echo/more")).status, 404);
    assert_eq!(get(&server.url("/ECHO")).status, 404);
}

#[test]
fn requests_are_pulled() {
    let server = server();
    let url = server.url("/pull");
    std::thread::scope(|scope| {
        let clients: Vec<_> = (0..8)
            .map(|i| {
                scope.spawn({
                    let url = &url;
                    move || post(url, &i.to_string(), "")
                })
            })
            .collect();
        for _ in 0..8 {
            let request = server_next_request(server.0, 10_000);
            assert!(request > 0, "{}", last_error());
            assert_eq!(request_handler(request), "b-nobody");
            let response = response_create(200, &format!("pulled {}", request_body(request)));
            assert!(server_respond(request, response), "{}", last_error());
            assert!(!server_respond(request, response));
            assert_eq!(request_body(request), "");
            assert!(last_error().contains("freed"), "{}", last_error());
        }
        for (i, client) in clients.into_iter().enumerate() {
            assert_eq!(client.join().unwrap().body, format!("pulled {i}"));
        }
    });
    assert_eq!(server_next_request(server.0, 0), 0);
    std::thread::scope(|scope| {
        let client = scope.spawn(|| get(&url));
        let request = server_next_request(server.0, 10_000);
        request_free(request);
        assert_eq!(client.join().unwrap().status, 503);
    });
}

#[test]
fn bodies_stream_both_ways() {
    let server = server();
    let client = client_create();
    let bytes = noise(5 << 20);
    let stream = stream_open(client, "POST", &server.url("/echo"), &["Content-Type: x/y"]);
    for piece in bytes.chunks(100_000) {
        assert!(stream_write(stream, piece), "{}", last_error());
    }
    assert_eq!(stream_finish(stream), 200, "{}", last_error());
    assert_eq!(stream_header(stream, "content-type"), "x/y");
    assert!(!stream_write(stream, b"more"));
    let mut back = Vec::new();
    let mut buffer = vec![0; 70_001];
    loop {
        match stream_read(stream, &mut buffer) {
            0 => break,
            count if count > 0 => back.extend_from_slice(&buffer[..count as usize]),
            _ => panic!("{}", last_error()),
        }
    }
    assert!(back == bytes);
    assert_eq!(stream_read(stream, &mut buffer), 0);
    stream_free(stream);

    let stream = stream_open(client, "GET", &server.url("/hello"), &[]);
    assert_eq!(stream_read(stream, &mut buffer), -1);
    assert_eq!(stream_finish(stream), 200);
    assert_eq!(stream_finish(stream), -1);
    assert_eq!(stream_read(stream, &mut buffer[..2]), 2);
    assert_eq!(&buffer[..2], b"he");
    stream_free(stream);
    client_destroy(client);
}

#[test]
fn files_go_up_and_come_down() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let bytes = noise(3_000_000);
    fs::write(path("up.bin"), &bytes).unwrap();
    fs::write(path("target"), "before").unwrap();
    register("b-static-echo", echo);
    let server = Server::start(|server| {
        assert!(server_static(server, "/files", &folder.path().display().to_string()));
        assert!(server_route(server, "POST", "/echo", "b-static-echo"));
    });

    assert_eq!(download(&server.url("/files/none"), &path("target")), (404, 0, String::new()));
    assert_eq!(fs::read(path("target")).unwrap(), b"before");
    assert_eq!(download(&server.url("/files/up.bin"), &path("target")), (200, 3_000_000, String::new()));
    assert!(fs::read(path("target")).unwrap() == bytes);
    let (status, _, error) = download(&server.url("/files/up.bin"), &path("no/such/folder"));
    assert!(status == 0 && error.contains("no/such/folder"), "{error}");

    let client = client_create();
    let back = client_send_file(client, "POST", &server.url("/echo"), &[], &path("up.bin"));
    assert_eq!((back.status, back.error.as_str()), (200, ""));
    let form = upload(&server.url("/echo"), &path("up.bin"), "a \"field\"");
    assert_eq!(form.status, 200, "{}", form.error);
    assert!(form.body.contains("filename=\"up.bin\"") && form.body.contains("application/octet-stream"));
    client_destroy(client);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no temporary file is left");
}

#[test]
fn answers_are_compressed_for_those_who_ask() {
    let big = "all work and no play ".repeat(1000);
    register("b-compress-echo", echo);
    let server = Server::start(|server| {
        assert!(server_set_compression(server, true));
        assert!(server_route(server, "POST", "/echo", "b-compress-echo"));
    });
    assert_eq!(post(&server.url("/echo"), &big, "text/plain").body, big);
    let ask = format!(
        "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: gzip\r\nContent-Length: {}\r\n\r\n{big}",
        big.len()
    );
    let mut stream = std::net::TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    std::io::Write::write_all(&mut stream, ask.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let text = String::from_utf8_lossy(&answer).to_lowercase();
    assert!(text.contains("content-encoding: gzip") && answer.len() < 2000, "{} bytes: {text}", answer.len());
}

#[test]
fn a_server_starts_again_at_its_port() {
    let server = server();
    let port = server.port();
    assert!(!server_start_background(server.0));
    assert_eq!(get(&server.url("/hello")).status, 200);
    assert!(server_stop(server.0));
    assert!(!server_stop(server.0));
    assert_eq!(get(&server.url("/hello")).status, 0);
    assert_eq!(server_next_request(server.0, 10_000), 0);
    assert!(last_error().contains("stopped"));
    let handle = server.0;
    let thread = std::thread::spawn(move || server_start(handle));
    assert!(crate::support::eventually(std::time::Duration::from_secs(5), || get(&server.url("/hello"))
        .status
        == 200));
    assert_eq!(server.port(), port);
    assert!(server_stop(server.0));
    assert!(thread.join().unwrap());
}

#[test]
fn header_injection_is_refused() {
    let server = server();
    let url = server.url("/describe/1");
    let client = client_create();
    for bad in ["a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\rb", "a\u{b}b", "a\u{7f}"] {
        assert!(!client_set_header(client, "X-Test", bad), "{bad:?}");
        assert!(!client_set_header(client, bad, "value"), "{bad:?}");
        let entry = format!("X-Test: {bad}");
        let name = format!("{bad}: value");
        for headers in [entry.as_str(), name.as_str()] {
            let answer = request("GET", &url, &[headers], "");
            assert!(answer.status == 0 && answer.error.contains("item 0 of `headers`"), "{answer:?}");
        }
        assert_eq!(request(&format!("GET{bad}"), &url, &[], "").status, 0, "{bad:?}");
        assert_eq!(get(&format!("{url}{bad}")).status, 0, "{bad:?}");
        assert_eq!(post(&server.url("/echo"), "x", bad).status, 0, "{bad:?}");
        assert_eq!(ws_connect(&server.ws(&format!("/{bad}"))), 0, "{bad:?}");
        let response = response_create(200, "");
        assert!(!response_set_header(response, "X-Test", bad) && !response_set_header(response, bad, "v"));
        assert!(!response_add_header(response, "X-Test", bad));
        response_free(response);
        assert_eq!(response_create_bytes(200, b"x", bad), 0);
    }
    for framing in ["Content-Length: 3", "Transfer-Encoding: chunked"] {
        assert_eq!(request("GET", &url, &[framing], "").status, 0);
    }
    let response = response_create(200, "");
    for (name, value) in
        [("Content-Length", "5"), ("Transfer-Encoding", "chunked"), ("Connection", "upgrade")]
    {
        assert!(!response_set_header(response, name, value));
    }
    response_free(response);
    for method in ["", "GET ", "G ET", "GET/", "CONNECT"] {
        assert_eq!(request(method, &url, &[], "").status, 0, "{method:?}");
        assert!(!server_route(server.0, method, "/x", "h"), "{method:?}");
    }
    client_destroy(client);
}

#[test]
fn a_handler_is_taken_away_and_replaced() {
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/", "b-changing"));
    });
    extern "C-unwind" fn one(_: i64, _: *mut c_void) -> i64 {
        response_create(200, "one")
    }
    extern "C-unwind" fn unregisters(_: i64, _: *mut c_void) -> i64 {
        assert!(unregister("b-changing"));
        response_create(200, "last")
    }
    register("b-changing", one);
    assert_eq!(get(&server.url("/")).body, "one");
    register("b-changing", unregisters);
    assert_eq!(get(&server.url("/")).body, "last");
    assert!(!unregister("b-changing"));
}

extern "C-unwind" fn who(request: i64, _: *mut c_void) -> i64 {
    response_create(200, &format!("{} {}", request_remote_address(request), request_header(request, "host")))
}

#[test]
fn ipv6_works_as_well() {
    register("b-who", who);
    register("b-ws-echo", crate::support::ws_echo);
    let server = server_create_at("::1", 0);
    assert!(server > 0, "IPv6 on loopback: {}", last_error());
    assert!(server_route(server, "GET", "/who", "b-who") && server_websocket(server, "/ws", "b-ws-echo"));
    assert!(server_start_background(server));
    let host = format!("[::1]:{}", server_port(server));
    let answer = get(&format!("http://{host}/who"));
    assert!(answer.body.starts_with("[::1]:") && answer.body.ends_with(&host), "{answer:?}");
    let ws = ws_connect(&format!("ws://{host}/ws"));
    assert!(ws_send(ws, "six"), "{}", last_error());
    assert_eq!(ws_receive(ws), "six");
    assert!(ws_close(ws));
    server_destroy(server);
}

extern "C-unwind" fn takes_away(request: i64, _: *mut c_void) -> i64 {
    // Both have begun before either goes on.
    static INSIDE: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    INSIDE.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    while INSIDE.load(std::sync::atomic::Ordering::SeqCst) < 2 {
        std::thread::yield_now();
    }
    let other = if request_handler(request) == "b-one" { "b-other" } else { "b-one" };
    assert!(unregister(other));
    response_create(200, other)
}

#[test]
fn handlers_take_each_other_away() {
    register("b-one", takes_away);
    register("b-other", takes_away);
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/one", "b-one"));
        assert!(server_route(server, "GET", "/other", "b-other"));
    });
    std::thread::scope(|scope| {
        let [one, other] = ["/one", "/other"].map(|path| scope.spawn(|| get(&server.url(path)).body));
        assert_eq!((one.join().unwrap().as_str(), other.join().unwrap().as_str()), ("b-other", "b-one"));
    });
}
