//! Cookies of clients, beside curl and Python's `http.cookiejar`.

use crate::support::{Server, api::*, nginx::run, python::python3, raw::Wild, ws_echo};
use std::{
    ffi::c_void,
    fs,
    io::Write,
    os::unix::fs::PermissionsExt,
    sync::{Arc, Mutex},
};

/// A server that keeps what it was sent as `Cookie`, by path, and answers with what `answer` says.
fn site(answer: impl Fn(&str) -> String + Send + 'static) -> (Wild, Arc<Mutex<Vec<String>>>) {
    let all = Arc::new(Mutex::new(Vec::new()));
    let kept = all.clone();
    let wild = Wild::new(move |stream, head| {
        let path = head.split(' ').nth(1).unwrap_or_default();
        let cookies: Vec<&str> = head
            .lines()
            .filter_map(|line| line.split_once(": ").filter(|field| field.0.eq_ignore_ascii_case("cookie")))
            .map(|field| field.1)
            .collect();
        kept.lock().unwrap().push(format!("{path} {}", cookies.join(" + ")));
        let _ = stream.write_all(
            format!("HTTP/1.1 {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", answer(path)).as_bytes(),
        );
    });
    (wild, all)
}

fn take(seen: &Mutex<Vec<String>>) -> Vec<String> {
    std::mem::take(&mut *seen.lock().unwrap())
}

fn client() -> i64 {
    let client = client_create();
    assert!(client_set_proxy(client, ""));
    for host in ["www.example.com", "example.com", "example.org", "a.co.uk", "b.co.uk"] {
        assert!(client_set_resolve(client, host, "127.0.0.1"));
    }
    client
}

#[test]
fn cookies_are_kept_where_that_is_asked_for_alone() {
    let (wild, seen) = site(|path| match path {
        "/set" => "200 OK\r\nSet-Cookie: a=1; Path=/\r\nSet-Cookie: b=2".to_owned(),
        _ => "200 OK".to_owned(),
    });
    let client = client();
    let ask = |path: &str, headers: &[&str]| {
        assert_eq!(client_request(client, "GET", &wild.url(path), headers, "").status, 200);
    };
    ask("/set", &[]);
    ask("/", &[]);
    assert_eq!(take(&seen), ["/set ", "/ "]);
    assert!(!client_set_cookie(client, &wild.url("/"), "a=1"));
    assert!(last_error().contains("rt_http_client_set_cookies"), "{}", last_error());
    client_set_cookies(client, true);
    ask("/set", &[]);
    ask("/", &[]);
    assert_eq!(client_get_cookies(client, &wild.url("/x")), "a=1; b=2");
    // A request's own goes in their place.
    ask("/", &["Cookie: own=3"]);
    assert!(client_set_header(client, "Cookie", "client=4"));
    ask("/", &[]);
    assert_eq!(take(&seen), ["/set ", "/ a=1; b=2", "/ own=3", "/ client=4"]);
    client_set_cookies(client, false);
    client_set_cookies(client, true);
    assert_eq!(client_get_cookies(client, &wild.url("/")), "");
    assert_eq!(client_list_cookies(client), "[]");
    client_destroy(client);
}

#[test]
fn redirects_set_cookies_and_leak_none() {
    let port = Arc::new(Mutex::new(0));
    let own = port.clone();
    let (wild, seen) = site(move |path| {
        let port = *own.lock().unwrap();
        match path {
            "/login" => {
                "302 Found\r\nSet-Cookie: id=1; Path=/; Domain=example.com\r\nLocation: /in".to_owned()
            }
            "/in" => format!("307 Away\r\nLocation: http://example.org:{port}/elsewhere"),
            "/elsewhere" => format!(
                "302 Found\r\nSet-Cookie: id=evil; Domain=example.com\r\nSet-Cookie: org=2\r\n\
                 Location: http://example.com:{port}/back"
            ),
            "/wide" => "200 OK\r\nSet-Cookie: super=1; Domain=co.uk; Path=/".to_owned(),
            _ => "200 OK".to_owned(),
        }
    });
    *port.lock().unwrap() = wild.port;
    let client = client();
    client_set_cookies(client, true);
    let at = |host: &str, path: &str| format!("http://{host}:{}{path}", wild.port);
    assert_eq!(client_request(client, "GET", &at("www.example.com", "/login"), &[], "").status, 200);
    assert_eq!(take(&seen), ["/login ", "/in id=1", "/elsewhere ", "/back id=1"]);
    // A request's own cookie goes to one server; what others may have is the jar's.
    let own = ["Cookie: own=3", "Authorization: Bearer s3cret"];
    assert_eq!(client_request(client, "GET", &at("www.example.com", "/in"), &own, "").status, 200);
    assert_eq!(take(&seen), ["/in own=3", "/elsewhere org=2", "/back id=1"]);
    assert_eq!(client_request(client, "GET", &at("a.co.uk", "/wide"), &[], "").status, 200);
    assert_eq!(client_request(client, "GET", &at("b.co.uk", "/"), &[], "").status, 200);
    assert_eq!(take(&seen), ["/wide ", "/ "]);
    assert!(!client_list_cookies(client).contains("super"));
    client_destroy(client);
}

/// Says which cookies came.
extern "C-unwind" fn refuse(request: i64, _: *mut c_void) -> i64 {
    let response = response_create(403, &request_header(request, "cookie"));
    assert!(response_add_header(response, "Set-Cookie", "refused=1"));
    response
}

#[test]
fn websockets_and_streams_have_the_jar_too() {
    register("cookies-ws", ws_echo);
    register("cookies-refuse", refuse);
    let server = Server::start(|server| {
        assert!(server_websocket(server, "/ws", "cookies-ws"));
        assert!(server_websocket(server, "/no", "cookies-refuse"));
        assert!(server_route(server, "GET", "/echo", "cookies-refuse"));
    });
    let client = client();
    client_set_cookies(client, true);
    assert!(client_set_cookie(client, &server.url("/"), "a=1; Secure"));
    assert_eq!(client_websocket(client, &server.ws("/no"), &[]), 0);
    assert_eq!(client_get_cookies(client, &server.url("/")), "a=1; refused=1");
    assert_eq!(client_request(client, "GET", &server.url("/echo"), &[], "").body, "a=1; refused=1");
    let stream = stream_open(client, "GET", &server.url("/echo"), &[]);
    assert_eq!(stream_finish(stream), 403);
    let mut body = [0; 100];
    assert_eq!(stream_read(stream, &mut body), 14);
    stream_free(stream);
    client_destroy(client);
}

#[test]
fn curl_and_python_read_our_files_and_we_theirs() {
    let (wild, seen) = site(|path| match path {
        "/set" => {
            "200 OK\r\nSet-Cookie: id=a=b; Path=/; Max-Age=1000; HttpOnly\r\nSet-Cookie: s=\"x y\"".to_owned()
        }
        _ => "200 OK".to_owned(),
    });
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    run("curl", &["-s", "--noproxy", "*", "-c", &at("curl"), &wild.url("/set")]);
    let client = client();
    client_set_cookies(client, true);
    assert_eq!(client_load_cookies(client, &at("curl")), 2, "{}", last_error());
    let url = wild.url("/");
    assert_eq!(client_request(client, "GET", &url, &[], "").status, 200);
    assert!(client_save_cookies(client, &at("ours")), "{}", last_error());
    assert_eq!(fs::metadata(at("ours")).unwrap().permissions().mode() & 0o777, 0o600);
    run("curl", &["-s", "--noproxy", "*", "-b", &at("ours"), &url]);
    fs::copy(at("ours"), at("python")).unwrap();
    let program = "
import http.cookiejar, urllib.request, sys
jar = http.cookiejar.MozillaCookieJar(sys.argv[1])
jar.load(ignore_discard=True, ignore_expires=True)
handlers = [urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar)]
urllib.request.build_opener(*handlers).open(sys.argv[2]).read()
jar.save(ignore_discard=True)
";
    run(&python3().display().to_string(), &["-c", program, &at("python"), &url]);
    let seen: Vec<Vec<String>> = take(&seen)
        .iter()
        .map(|line| {
            let mut cookies: Vec<String> =
                line.split_once(' ').unwrap().1.split("; ").map(str::to_owned).collect();
            cookies.sort();
            cookies
        })
        .collect();
    let both = vec!["id=a=b".to_owned(), "s=\"x y\"".to_owned()];
    // To Python the 0 that curl writes for the session's end is a time that has passed.
    let lasting = vec!["id=a=b".to_owned()];
    assert_eq!(seen, [vec![String::new()], both.clone(), both, lasting]);
    assert!(client_clear_cookies(client));
    assert_eq!(client_load_cookies(client, &at("python")), 1, "{}", last_error());
    assert!(client_clear_cookies(client));
    assert_eq!(client_load_cookies(client, &at("ours")), 2, "{}", last_error());
    // As JSON, which says everything.
    let all = client_list_cookies(client);
    assert!(
        all.contains("\"name\":\"id\",\"value\":\"a=b\",\"domain\":\"127.0.0.1\",\"host_only\":true"),
        "{all}"
    );
    fs::write(at("json"), &all).unwrap();
    assert!(client_clear_cookies(client));
    assert_eq!(client_load_cookies(client, &at("json")), 2, "{}", last_error());
    assert_eq!(client_list_cookies(client), all);
    for name in ["none", "."] {
        assert_eq!(client_load_cookies(client, &at(name)), -1);
        assert!(last_error().contains("cannot be read"), "{}", last_error());
    }
    assert!(!client_save_cookies(client, &at("none/none")));
    client_destroy(client);
}

#[test]
fn a_server_that_sets_too_many_cookies_ends_nothing() {
    let (wild, seen) = site(|path| match path {
        "/bomb" => {
            let fields: Vec<String> =
                (0..250).map(|number| format!("Set-Cookie: n{number}={}", "x".repeat(500))).collect();
            format!("200 OK\r\n{}", fields.join("\r\n"))
        }
        _ => "200 OK".to_owned(),
    });
    let client = client();
    client_set_cookies(client, true);
    for path in ["/bomb", "/"] {
        assert_eq!(client_request(client, "GET", &wild.url(path), &[], "").status, 200);
    }
    let sent = take(&seen).pop().unwrap();
    assert!((7000..=8192).contains(&sent.len()), "{}", sent.len());
    client_destroy(client);
}
