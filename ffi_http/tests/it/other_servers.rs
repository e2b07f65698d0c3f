//! Our client against nginx and Python's http.server.

use crate::support::{
    api::*,
    certificates::certificates,
    eventually, free_port,
    nginx::{Nginx, run},
    noise,
    python::Serving,
};
use std::{fs, process::Command};

const TEXT: &str = "the quick brown fox jumps over the lazy dog\n";

struct Site {
    nginx: Nginx,
    plain: u16,
    /// Ports of the servers with the certificates good, expired, other and untrusted.
    tls: [u16; 4],
    old: u16,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("www");
        fs::create_dir_all(root.join("up")).unwrap();
        fs::write(root.join("text.txt"), TEXT.repeat(2000)).unwrap();
        fs::write(root.join("noise.bin"), noise(1_000_000)).unwrap();
        fs::write(root.join("latin.txt"), b"gr\xfc\xdfe").unwrap();
        let text = root.join("text.txt").display().to_string();
        for (program, flag, name, coded) in
            [("brotli", "-o", "br", "text.br"), ("zstd", "-o", "zst", "text.zst")]
        {
            run(program, &[&text, flag, &root.join(coded).display().to_string()]);
            assert!(root.join(coded).exists(), "{name}");
        }
        certificates(folder.path());
        let ports: Vec<u16> = (0..6).map(|_| free_port()).collect();
        let locations = "
            root @/www;
            location /gzip/ { alias @/www/; gzip on; gzip_types *; gzip_min_length 1; }
            location /br { alias @/www/text.br; default_type text/plain; add_header Content-Encoding br; }
            location /zstd { alias @/www/text.zst; default_type text/plain; add_header Content-Encoding zstd; }
            location /latin { alias @/www/latin.txt; default_type text/plain; charset ISO-8859-1; }
            location = /hop1 { return 301 /hop2; }
            location = /hop2 { return 302 /hop3; }
            location = /hop3 { return 307 /text.txt; }
            location ~ ^/n/(?<n>\\d)$ { return 302 /n/x$n; }
            location = /n/x9 { return 302 /n/8; } location = /n/x8 { return 302 /n/7; }
            location = /n/x7 { return 302 /n/6; } location = /n/x6 { return 302 /n/5; }
            location = /n/x5 { return 302 /text.txt; }
            location /say { return 200 \"$request_method $http_x_test $http_user_agent\"; }
            location = /empty { return 204; }
            location = /status { return 418 teapot; }
            location /up/ { dav_methods PUT; }
            location /connection { return 200 \"$connection $connection_requests\"; }";
        let tls = |port: u16, name: &str| {
            format!(
                "server {{ listen 127.0.0.1:{port} ssl http2; ssl_certificate @/{name}.pem; ssl_certificate_key @/{name}.key; {locations} }}\n"
            )
        };
        let mut servers = format!("server {{ listen 127.0.0.1:{}; {locations} }}\n", ports[0]);
        for (port, name) in ports[1..5].iter().zip(["good", "expired", "other", "untrusted"]) {
            servers += &tls(*port, name);
        }
        servers += &tls(ports[5], "good")
            .replace(" http2", "")
            .replace("ssl_certificate ", "ssl_protocols TLSv1.1; ssl_certificate ");
        let nginx = Nginx::start(folder, ports[0], &servers);
        Self { nginx, plain: ports[0], tls: [ports[1], ports[2], ports[3], ports[4]], old: ports[5] }
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.plain)
    }

    fn tls(&self, which: usize, host: &str, path: &str) -> String {
        format!("https://{host}:{}{path}", self.tls[which])
    }

    fn file(&self, name: &str) -> String {
        self.nginx.folder().join(name).display().to_string()
    }
}

#[test]
fn nginx_answers_as_it_does_to_others() {
    let site = Site::new();
    let text = TEXT.repeat(2000);
    let client = client_create();
    // Whole, compressed in every way, by charset.
    for path in ["/text.txt", "/gzip/text.txt", "/br", "/zstd"] {
        let fetched = fetch(client, "GET", &site.url(path), &[], "");
        assert!(fetch_status(fetched) == 200 && fetch_body(fetched) == text, "{path}: {}", last_error());
        fetch_free(fetched);
    }
    let coded = fetch(client, "GET", &site.url("/gzip/text.txt"), &["Accept-Encoding: identity"], "");
    assert_eq!(fetch_header(coded, "content-encoding"), "");
    fetch_free(coded);
    assert_eq!(get(&site.url("/latin")).body, "grüße");
    // Chunked: nginx compresses on the fly and cannot say how long it gets.
    let raw = crate::support::raw::talk(
        site.plain,
        b"GET /gzip/text.txt HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n",
        std::time::Duration::from_secs(5),
    );
    assert!(
        raw.contains("Transfer-Encoding: chunked") && raw.contains("Content-Encoding: gzip"),
        "the test's own ground"
    );
    // Ranges.
    let bytes = noise(1_000_000);
    let part = fetch(client, "GET", &site.url("/noise.bin"), &["Range: bytes=1000-1999"], "");
    assert_eq!(fetch_status(part), 206);
    assert_eq!(fetch_header(part, "content-range"), "bytes 1000-1999/1000000");
    assert!(fetch_body_bytes(part) == bytes[1000..2000]);
    fetch_free(part);
    assert_eq!(
        client_request(client, "GET", &site.url("/noise.bin"), &["Range: bytes=9000000-"], "").status,
        416
    );
    // Redirects, to the end and one too many.
    let hops = fetch(client, "GET", &site.url("/hop1"), &[], "");
    assert!(fetch_status(hops) == 200 && fetch_body(hops) == text);
    assert_eq!(fetch_url(hops), site.url("/text.txt"));
    fetch_free(hops);
    assert_eq!(get(&site.url("/n/9")).body, text, "ten redirects");
    assert!(client_set_max_redirects(client, 9));
    assert!(client_request(client, "GET", &site.url("/n/9"), &[], "").error.contains("redirect"));
    // Headers, statuses, methods, no body.
    let said = request("OPTIONS", &site.url("/say"), &["X-Test: a b"], "");
    assert_eq!(said.body, format!("OPTIONS a b simple_native/{}", env!("CARGO_PKG_VERSION")));
    assert_eq!((get(&site.url("/status")).status, get(&site.url("/status")).body.as_str()), (418, "teapot"));
    assert_eq!((get(&site.url("/empty")).status, get(&site.url("/none")).status), (204, 404));
    assert_eq!(
        (head(&site.url("/text.txt")).status, head(&site.url("/gzip/text.txt")).body.as_str()),
        (200, "")
    );
    // Keep-alive, counted by nginx. A connection that is not quite back in the pool is not waited for.
    let client_2 = client_create();
    let seen: Vec<String> =
        (0..50).map(|_| client_request(client_2, "GET", &site.url("/connection"), &[], "").body).collect();
    let connections: std::collections::HashSet<&str> =
        seen.iter().filter_map(|seen| seen.split(' ').next()).collect();
    assert!(connections.len() <= 5, "{seen:?}");
    client_destroy(client_2);
    // Up and down.
    let put = client_send_file(client, "PUT", &site.url("/up/noise.bin"), &[], &site.file("www/noise.bin"));
    assert_eq!(put.status, 201, "{}", put.error);
    assert!(fs::read(site.file("www/up/noise.bin")).unwrap() == bytes);
    assert_eq!(
        client_download(client, &site.url("/noise.bin"), &[], &site.file("down")),
        (200, 1_000_000, String::new())
    );
    assert!(fs::read(site.file("down")).unwrap() == bytes);
    client_destroy(client);
}

#[test]
fn tls_is_checked() {
    let site = Site::new();
    let client = client_create();
    assert!(
        client_add_roots(client, &fs::read_to_string(site.file("root.pem")).unwrap()),
        "{}",
        last_error()
    );
    let fetched = fetch(client, "GET", &site.tls(0, "localhost", "/say"), &["X-Test: tls"], "");
    assert_eq!((fetch_status(fetched), fetch_version(fetched).as_str()), (200, "HTTP/2"), "{}", last_error());
    assert!(fetch_body(fetched).starts_with("GET tls "));
    fetch_free(fetched);
    assert_eq!(client_request(client, "GET", &site.tls(0, "127.0.0.1", "/text.txt"), &[], "").status, 200);
    // Many at once share one connection of HTTP/2; a big one comes through whole.
    std::thread::scope(|scope| {
        for _ in 0..16 {
            scope.spawn(|| {
                let fetched = fetch(client, "GET", &site.tls(0, "localhost", "/noise.bin"), &[], "");
                assert!(fetch_body_bytes(fetched) == noise(1_000_000), "{}", last_error());
                fetch_free(fetched);
            });
        }
    });
    for (which, host, why) in [
        (1, "localhost", "xpired"),
        (2, "localhost", "not valid for name"),
        (3, "localhost", "UnknownIssuer"),
    ] {
        let answer = client_request(client, "GET", &site.tls(which, host, "/"), &[], "");
        assert!(answer.status == 0 && answer.error.contains(why), "{which}: {answer:?}");
        assert_eq!(client_websocket(client, &site.tls(which, host, "/").replace("https", "wss"), &[]), 0);
        assert!(last_error().contains(why), "{which}: {}", last_error());
    }
    // Nobody trusts the test's root by himself, nor TLS 1.1, nor plain HTTP where TLS is meant.
    let answer = get(&site.tls(0, "localhost", "/"));
    assert!(answer.status == 0 && answer.error.contains("UnknownIssuer"), "{answer:?}");
    let answer = client_request(client, "GET", &format!("https://localhost:{}/", site.old), &[], "");
    assert!(answer.status == 0 && !answer.error.is_empty(), "{answer:?}");
    assert_eq!(
        client_request(client, "GET", &format!("https://localhost:{}/", site.plain), &[], "").status,
        0
    );
    client_destroy(client);
    for pem in ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        let client = client_create();
        assert!(!client_add_roots(client, pem) && !last_error().is_empty());
        client_destroy(client);
    }
}

/// In a process of its own, because the system's roots are read once.
#[test]
fn the_roots_of_ssl_cert_file_are_trusted() {
    const CHILD: &str = "SIMPLE_NATIVE_TEST_URL";
    if let Ok(url) = std::env::var(CHILD) {
        let answer = get(&url);
        assert_eq!(answer.status, 200, "{}", answer.error);
        return;
    }
    let site = Site::new();
    let child = |root: &str| {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "other_servers::the_roots_of_ssl_cert_file_are_trusted"])
            .env(CHILD, site.tls(0, "localhost", "/text.txt"))
            .env("SSL_CERT_FILE", site.file(root))
            .output()
            .unwrap()
    };
    let output = child("root.pem");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(!child("stranger.pem").status.success());
}

#[test]
fn pythons_http_server_answers() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sub")).unwrap();
    fs::write(folder.path().join("sub/index.html"), "index").unwrap();
    fs::write(folder.path().join("a file.txt"), TEXT).unwrap();
    let serving = Serving::start(&format!(
        "import http.server, os\nos.chdir({:?})\n\
         s = http.server.ThreadingHTTPServer(('127.0.0.1', 0), http.server.SimpleHTTPRequestHandler)\n\
         print(s.server_address[1], flush=True)\ns.serve_forever()\n",
        folder.path().display().to_string()
    ));
    let url = |path: &str| format!("http://127.0.0.1:{}{path}", serving.port);
    assert_eq!(get(&url("/a%20file.txt")).body, TEXT);
    assert_eq!(get(&url("/a file.txt")).body, TEXT);
    assert_eq!(get(&url("/sub")).body, "index");
    assert_eq!(head(&url("/a%20file.txt")).status, 200);
    let missing = get(&url("/none"));
    assert!(missing.status == 404 && missing.error.is_empty() && missing.body.contains("File not found"));
    assert_eq!(post(&url("/"), "x", "text/plain").status, 501);
    let target = folder.path().join("down").display().to_string();
    assert_eq!(download(&url("/a%20file.txt"), &target), (200, TEXT.len() as i64, String::new()));
    assert!(eventually(std::time::Duration::from_secs(5), || fs::read_to_string(&target)
        .is_ok_and(|text| text == TEXT)));
}

/// Our server, asked by curl.
#[test]
fn curl_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = noise(500_000);
    fs::write(folder.path().join("noise.bin"), &bytes).unwrap();
    fs::write(folder.path().join("page.html"), "<p>page").unwrap();
    register("o-echo", crate::support::echo);
    let server = crate::support::Server::start(|server| {
        assert!(server_static(server, "/files/", &folder.path().display().to_string()));
        assert!(server_route(server, "POST", "/echo", "o-echo"));
    });
    let file = |name: &str| folder.path().join(name).display().to_string();
    let curl = |arguments: &[&str]| {
        run("curl", &[&["--silent", "--show-error", "--max-time", "10"], arguments].concat())
    };
    curl(&["--fail", "-o", &file("whole"), &server.url("/files/noise.bin")]);
    assert!(fs::read(file("whole")).unwrap() == bytes);
    // The rest of an interrupted download.
    fs::write(file("part"), &bytes[..123_456]).unwrap();
    curl(&["--fail", "-C", "-", "-o", &file("part"), &server.url("/files/noise.bin")]);
    assert!(fs::read(file("part")).unwrap() == bytes);
    let facts =
        curl(&["-o", "/dev/null", "-w", "%{http_code} %{content_type}", &server.url("/files/page.html")]);
    assert_eq!(facts, "200 text/html; charset=utf-8");
    let head = curl(&["-I", &server.url("/files/page.html")]).to_lowercase();
    assert!(head.contains("content-length: 7\r\n") && head.contains("last-modified: "), "{head}");
    let date = head.lines().find_map(|line| line.strip_prefix("last-modified: ")).unwrap().to_owned();
    let again =
        curl(&["-o", "/dev/null", "-w", "%{http_code}", "-z", &date, &server.url("/files/page.html")]);
    assert_eq!(again, "304");
    let many =
        curl(&["-o", "/dev/null", "-w", "%{http_code}", "-r", "900000-", &server.url("/files/noise.bin")]);
    assert_eq!(many, "416");
    // Chunked and after 100-continue, on one connection.
    let sent = curl(&[
        "-H",
        "Transfer-Encoding: chunked",
        "-H",
        "Expect: 100-continue",
        "-H",
        "Content-Type: application/x-noise",
        "--data-binary",
        &format!("@{}", file("noise.bin")),
        "-o",
        &file("back"),
        "-w",
        "%{http_code} %{num_connects}\n",
        &server.url("/echo"),
        "--next",
        "-s",
        "-d",
        "second",
        "-w",
        " %{num_connects}",
        &server.url("/echo"),
    ]);
    assert_eq!(sent, "200 1\nsecond 0");
    assert!(fs::read(file("back")).unwrap() == bytes);
    let old = curl(&["--http1.0", "-w", " %{http_code}", "-d", "old", &server.url("/echo")]);
    assert_eq!(old, "old 200");
    // An offer of HTTP/2 without TLS is passed over.
    assert_eq!(curl(&["--http2", "-w", " %{http_version}", "-d", "x", &server.url("/echo")]), "x 1.1");
}

/// Our server under a load tool's requests, over 64 connections.
#[test]
fn wrk_is_answered() {
    register("w-hello", crate::support::hello);
    let server = crate::support::Server::start(|server| assert!(server_route(server, "GET", "/", "w-hello")));
    let text = run("wrk", &["-t1", "-c64", "-d1s", "--timeout", "20s", &server.url("/")]);
    assert!(text.contains("requests in") && !text.contains("Non-2xx"), "{text}");
    assert!(!text.contains("Socket errors") && !text.contains(" 0 requests in"), "{text}");
}
