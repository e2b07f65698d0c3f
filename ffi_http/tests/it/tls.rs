//! Our server over TLS, with curl, OpenSSL and our own client.

use crate::support::{
    Server,
    api::*,
    certificates::{certificates, client, files},
    echo, free_port, hello,
    nginx::{Nginx, run},
    noise, ws_echo,
};
use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// As long as a test waits for what must come.
const LONG: Duration = Duration::from_secs(30);

fn server(prepare: impl FnOnce(i64)) -> Server {
    for (name, handler) in [("t-hello", hello as Callback), ("t-echo", echo), ("t-ws", ws_echo)] {
        register(name, handler);
    }
    Server::start(|server| {
        assert!(server_route(server, "GET", "/hello", "t-hello"));
        assert!(server_route(server, "POST", "/echo", "t-echo"));
        assert!(server_websocket(server, "/ws", "t-ws"));
        prepare(server);
    })
}

fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    certificates(folder.path());
    folder
}

fn set(server: i64, options: &str) {
    assert!(server_set_tls(server, options), "{}", last_error());
}

/// Runs curl: its exit code and what it printed.
fn curl(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut curl = Command::new("curl");
    curl.args(["-sS", "--max-time", "30", "--noproxy", "*", "--cacert"]).arg(folder.join("root.pem"));
    let output = curl.args(arguments).output().expect("curl (`cargo xtask setup`)");
    let text = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&text).into_owned())
}

/// The subject of the certificate that OpenSSL is shown, and how it got on.
fn s_client(port: u16, arguments: &[&str]) -> String {
    let output = Command::new("openssl")
        .args(["s_client", "-connect", &format!("127.0.0.1:{port}"), "-brief"])
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("openssl");
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

#[test]
fn tls_is_spoken_with_curl_and_our_client() {
    let folder = folder();
    let big = noise(3 << 20);
    fs::create_dir(folder.path().join("www")).unwrap();
    fs::write(folder.path().join("www/big"), &big).unwrap();
    let server = server(|server| {
        assert!(server_static(server, "/www", &folder.path().join("www").display().to_string()));
        set(server, &files(folder.path(), &["good"], ""));
    });
    let at = |path: &str| format!("https://localhost:{}{path}", server.port());
    assert_eq!(curl(folder.path(), &[&at("/hello")]), (0, "hello".to_owned()));
    // Two requests by one connection, the second with a body.
    let said = curl(
        folder.path(),
        &["--http1.1", &at("/hello"), "--next", "-sS", "-v", "-k", "--data", "posted", &at("/echo")],
    );
    assert!(said.0 == 0 && said.1.starts_with("helloposted"), "{said:?}");
    let saved = folder.path().join("saved").display().to_string();
    assert_eq!(curl(folder.path(), &["-o", &saved, &at("/www/big")]), (0, String::new()));
    assert!(fs::read(&saved).unwrap() == big);

    let client = client(folder.path());
    assert_eq!(client_request(client, "GET", &at("/hello"), &[], "").body, "hello");
    let fetched = fetch_bytes(client, "POST", &at("/echo"), &[], &big);
    assert!(fetch_status(fetched) == 200 && fetch_body_bytes(fetched) == big, "{}", last_error());
    fetch_free(fetched);
    let ws = client_websocket(client, &at("/ws").replace("https", "wss"), &[]);
    assert!(ws > 0, "{}", last_error());
    assert!(ws_send(ws, "over TLS") && ws_send_bytes(ws, &big));
    assert_eq!(ws_receive(ws), "over TLS");
    assert!(ws_receive_bytes(ws) == big);
    assert!(ws_close(ws));
    // Nobody is served without TLS, nor is it taken for a request.
    let plain = client_request(client, "GET", &at("/hello").replace("https", "http"), &[], "");
    assert_eq!((plain.status, plain.body.as_str()), (0, ""));
    // Whom nobody vouches for is refused by clients.
    let strangers = get(&at("/hello"));
    assert!(strangers.status == 0 && strangers.error.contains("certificate"), "{}", strangers.error);
    client_destroy(client);
}

#[test]
fn names_get_their_certificates_and_new_ones_count_at_once() {
    let folder = folder();
    let server = server(|server| set(server, &files(folder.path(), &["good", "other"], "")));
    let subject = |arguments: &[&str]| {
        let said = s_client(server.port(), arguments);
        said.lines()
            .find_map(|line| Some(line.strip_prefix("Peer certificate: ")?.to_owned()))
            .unwrap_or(said)
    };
    assert_eq!(subject(&["-servername", "localhost"]), "CN = good");
    assert_eq!(subject(&["-servername", "elsewhere.test"]), "CN = other");
    assert_eq!(subject(&["-servername", "unknown.test"]), "CN = good");
    assert_eq!(subject(&["-noservername"]), "CN = good");
    assert_eq!(subject(&["-servername", "elsewhere.test", "-tls1_2"]), "CN = other");

    // A connection made before goes on.
    let client = client(folder.path());
    let url = format!("https://localhost:{}/hello", server.port());
    assert_eq!(client_request(client, "GET", &url, &[], "").body, "hello");
    set(server.0, &files(folder.path(), &["untrusted"], ""));
    assert_eq!(client_request(client, "GET", &url, &[], "").body, "hello");
    assert_eq!(subject(&["-servername", "localhost"]), "CN = untrusted");
    assert_ne!(curl(folder.path(), &[&url]).0, 0);
    // What cannot be used changes nothing.
    assert!(!server_set_tls(server.0, "{\"certificates\": []}"));
    assert_eq!(subject(&[]), "CN = untrusted");
    assert!(server_set_tls(server.0, ""));
    assert_eq!(get(&server.url("/hello")).body, "hello");
    client_destroy(client);
}

/// Certificates that clients may show, of the test's root and of a stranger.
fn clients_certificates(folder: &Path) {
    run(
        "bash",
        &[
            "-c",
            "cd \"$1\" && for ca in root stranger; do openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
             -subj \"/CN=client of $ca\" -keyout of-$ca.key -out of-$ca.csr && printf 'extendedKeyUsage=clientAuth\\n' > c.ext \
             && openssl x509 -req -in of-$ca.csr -CA $ca.pem -CAkey $ca.key -set_serial 7 -extfile c.ext -days 10 \
             -out of-$ca.pem || exit 1; done",
            "bash",
            &folder.display().to_string(),
        ],
    );
}

#[test]
fn versions_and_clients_certificates_are_as_the_options_say() {
    let folder = folder();
    let root = folder.path().join("root.pem").display().to_string();
    let more = format!(r#", "minimum_version": "1.3", "client_roots_file": "{root}""#);
    let server = server(|server| set(server, &files(folder.path(), &["good"], &more)));
    let url = format!("https://localhost:{}/hello", server.port());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let shown = |name: &str| {
        curl(
            folder.path(),
            &["--cert", &path(&format!("{name}.pem")), "--key", &path(&format!("{name}.key")), &url],
        )
    };
    clients_certificates(folder.path());
    assert_eq!(shown("of-root"), (0, "hello".to_owned()));
    assert_ne!(shown("of-stranger").0, 0);
    assert_ne!(curl(folder.path(), &[&url]).0, 0);
    set(server.0, &files(folder.path(), &["good"], r#", "minimum_version": "1.3""#));
    assert_eq!(curl(folder.path(), &["--tlsv1.3", &url]), (0, "hello".to_owned()));
    assert_ne!(curl(folder.path(), &["--tls-max", "1.2", &url]).0, 0);
    set(server.0, &files(folder.path(), &["good"], ""));
    assert_eq!(curl(folder.path(), &["--tls-max", "1.2", &url]), (0, "hello".to_owned()));
}

#[test]
fn certificates_and_keys_come_in_every_form_and_bad_ones_are_refused() {
    let folder = folder();
    run(
        "bash",
        &[
            "-c",
            "cd \"$1\" && openssl x509 -in good.pem -outform der -out good.der && openssl pkcs8 -topk8 -nocrypt -in good.key \
             -outform der -out good-key.der && openssl ec -in good.key -out sec1.key && openssl req -x509 -newkey \
             rsa:2048 -nodes -days 5 -subj /CN=rsa -addext subjectAltName=DNS:localhost -keyout rsa.key -out rsa.pem && \
             openssl rsa -in rsa.key -traditional -out pkcs1.key && openssl pkcs8 -topk8 -passout pass:x -in good.key \
             -out locked.key",
            "bash",
            &folder.path().display().to_string(),
        ],
    );
    let path = |name: &str| folder.path().join(name).display().to_string();
    let text = |name: &str| serde_json::Value::from(fs::read_to_string(path(name)).unwrap()).to_string();
    let base64 = |name: &str| format!("{:?}", run("base64", &["-w0", &path(name)]).trim());
    let server = server(|_| {});
    let set = |inner: &str| server_set_tls(server.0, &format!(r#"{{"certificates": [{{{inner}}}]}}"#));
    for good in [
        format!(r#""chain": {}, "key": {}"#, text("good.pem"), text("good.key")),
        format!(r#""chain": {}, "key": {}"#, base64("good.der"), base64("good-key.der")),
        format!(r#""chain_file": "{}", "key_file": "{}""#, path("good.der"), path("good-key.der")),
        format!(r#""chain": {}, "key_file": "{}""#, text("good.pem"), path("sec1.key")),
    ] {
        assert!(set(&good), "{good}: {}", last_error());
        let url = format!("https://localhost:{}/hello", server.port());
        assert_eq!(curl(folder.path(), &[&url]), (0, "hello".to_owned()), "{good}");
    }
    let rsa = format!(r#""chain": {}, "key": {}"#, text("rsa.pem"), text("pkcs1.key"));
    assert!(set(&rsa), "{}", last_error());
    for (bad, named) in [
        (format!(r#""chain": {}, "key": {}"#, text("good.pem"), text("other.key")), "key"),
        (format!(r#""chain": {}, "key": {}"#, text("good.pem"), text("locked.key")), "`key`"),
        (format!(r#""chain": {}, "key": {}"#, text("good.key"), text("good.key")), "`chain`"),
        (format!(r#""chain": {}"#, text("good.pem")), "key_file"),
        (format!(r#""key": {}"#, text("good.key")), "chain_file"),
        (format!(r#""chain": {}, "key": "%%%""#, text("good.pem")), "base64"),
        (format!(r#""chain": "AAAA", "key": {}"#, text("good.key")), "certificate"),
        (format!(r#""chain_file": "/nowhere", "key": {}"#, text("good.key")), "/nowhere"),
        (format!(r#""chain_file": "/dev/zero", "key": {}"#, text("good.key")), "/dev/zero"),
        (format!(r#""chain": {0}, "key": {0}, "key_file": "x""#, text("good.key")), "both"),
        (format!(r#""chain": 1, "key": {}"#, text("good.key")), "line 1"),
        (format!(r#""keys": {}"#, text("good.key")), "keys"),
    ] {
        assert!(!set(&bad), "{bad}");
        let error = last_error();
        assert!(error.contains(named) && !error.contains("MIG") && !error.contains("----"), "{bad}: {error}");
    }
    for bad in [
        "[]".to_owned(),
        "{}".to_owned(),
        "{\"certificates\": {}}".to_owned(),
        format!("{{\"certificates\": {}}}", text("good.key")),
        format!("{{\"certificates\": [{{{rsa}}}], \"minimum_version\": \"1.1\"}}"),
        format!("{{\"certificates\": [{{{rsa}}}], \"client_roots\": \"AAAA\"}}"),
        format!("{{\"certificates\": [{{{rsa}}}], \"alpn\": []}}"),
        format!("{{\"certificates\": [{}]}}", vec![format!("{{{rsa}}}"); 1001].join(",")),
    ] {
        assert!(!server_set_tls(server.0, &bad), "{:.100}", bad);
        let error = last_error();
        assert!(
            error.contains("options_json") && !error.contains("MIG") && !error.contains("----"),
            "{error}"
        );
    }
    assert!(s_client(server.port(), &[]).contains("CN = rsa"));
}

#[test]
fn clients_that_do_not_come_to_an_understanding_cost_nothing() {
    let folder = folder();
    let server = server(|server| {
        assert!(server_set_header_timeout(server, 500) && server_set_max_connections(server, 8));
        set(server, &files(folder.path(), &["good"], ""));
    });
    let url = format!("https://localhost:{}/hello", server.port());
    let port = server.port();
    let closed = |bytes: &[u8]| {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        let _ = stream.write_all(bytes);
        let mut came = Vec::new();
        // The end may be a reset.
        let end = stream.read_to_end(&mut came);
        assert!(!matches!(&end, Err(error) if error.kind() == std::io::ErrorKind::WouldBlock), "still open");
        came
    };
    let noise = noise(100_000);
    // More than there is room for, one after the other.
    for round in 0..20 {
        let came = closed(&noise[round * 1000..][..round * 50 + 1]);
        assert!(!came.starts_with(b"HTTP"), "{came:?}");
    }
    for bytes in [&b""[..], b"\x16", b"\x16\x03\x01\xff\xff", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", &noise] {
        assert!(!closed(bytes).starts_with(b"HTTP"));
    }
    assert_eq!(curl(folder.path(), &[&url]), (0, "hello".to_owned()));
    // More at once than there is room for, each silent: they go, and others are served.
    let silent: Vec<_> = (0..8).map(|_| TcpStream::connect(("127.0.0.1", port)).unwrap()).collect();
    assert_eq!(curl(folder.path(), &[&url]), (0, "hello".to_owned()));
    drop(silent);
    // A client that is about to speak TLS holds up no stop.
    assert!(server_set_header_timeout(server.0, 60_000) && server_set_stop_timeout(server.0, 60_000));
    let _silent = TcpStream::connect(("127.0.0.1", port)).unwrap();
    assert_eq!(curl(folder.path(), &[&url]), (0, "hello".to_owned()));
    let begun = Instant::now();
    assert!(server_stop(server.0));
    assert!(begun.elapsed() < LONG, "a handshake holds up the server's end");
}

#[test]
fn our_client_shows_a_certificate_and_is_as_strict_as_it_is_told() {
    let folder = folder();
    clients_certificates(folder.path());
    let path = |name: &str| folder.path().join(name).display().to_string();
    let more = format!(r#", "client_roots_file": "{}""#, path("root.pem"));
    let server = server(|server| set(server, &files(folder.path(), &["good"], &more)));
    let url = format!("https://localhost:{}/hello", server.port());
    let ws = url.replace("https", "wss").replace("hello", "ws");
    let client = client(folder.path());
    let ask = || client_request(client, "GET", &url, &[], "").body;
    let certificate = |name: &str| {
        format!(r#"{{"certificate": {{"chain_file": "{0}.pem", "key_file": "{0}.key"}}}}"#, path(name))
    };
    assert_eq!(ask(), "");
    assert!(client_set_tls(client, &certificate("of-stranger")), "{}", last_error());
    assert_eq!(ask(), "");
    assert!(client_set_tls(client, &certificate("of-root")), "{}", last_error());
    assert_eq!(ask(), "hello", "{}", last_error());
    let socket = client_websocket(client, &ws, &[]);
    assert!(socket > 0 && ws_send(socket, "shown"), "{}", last_error());
    assert_eq!(ws_receive(socket), "shown");
    assert!(ws_close(socket));
    // What cannot be used changes nothing.
    for bad in [
        "[]".to_owned(),
        "{\"certificates\": {}}".to_owned(),
        "{\"minimum_version\": \"1.1\"}".to_owned(),
        "{\"certificate\": {}}".to_owned(),
        "{\"certificate\": \"-----BEGIN PRIVATE KEY-----\"}".to_owned(),
        certificate("nothing"),
    ] {
        assert!(!client_set_tls(client, &bad), "{bad}");
        assert!(!last_error().contains("BEGIN"), "{}", last_error());
    }
    assert_eq!(ask(), "hello");
    assert!(client_set_tls(client, ""));
    assert_eq!(ask(), "");

    // A server that nobody vouches for, under another name.
    set(server.0, &files(folder.path(), &["untrusted"], ""));
    let address = url.replace("localhost", "127.0.0.1");
    let refused = client_request(client, "GET", &address, &[], "");
    assert!(refused.status == 0 && refused.error.contains("certificate"), "{}", refused.error);
    assert!(client_set_tls(client, r#"{"accept_any_certificate": true}"#));
    assert_eq!(client_request(client, "GET", &address, &[], "").body, "hello");
    assert!(client_set_tls(client, r#"{"accept_any_certificate": false}"#));
    assert_eq!(client_request(client, "GET", &address, &[], "").status, 0);

    // One that speaks no more than 1.2.
    let port = free_port();
    let site = format!(
        "server {{ listen 127.0.0.1:{port} ssl; ssl_protocols TLSv1.2; ssl_certificate {}; ssl_certificate_key {}; \
         location / {{ return 200 old; }} }}",
        path("good.pem"),
        path("good.key"),
    );
    let _nginx = Nginx::start(tempfile::tempdir().unwrap(), port, &site);
    let old = format!("https://localhost:{port}/");
    assert_eq!(client_request(client, "GET", &old, &[], "").body, "old");
    assert!(client_set_tls(client, r#"{"minimum_version": "1.3"}"#));
    assert_eq!(client_request(client, "GET", &old, &[], "").status, 0);
    assert!(client_set_tls(client, r#"{"minimum_version": "1.2"}"#));
    assert_eq!(client_request(client, "GET", &old, &[], "").body, "old");
    client_destroy(client);
}
