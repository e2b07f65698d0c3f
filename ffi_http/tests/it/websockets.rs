//! WebSockets against programs that others wrote: Python's `websockets` and the Autobahn test suite.

use crate::support::{
    Server,
    api::*,
    eventually, free_port,
    python::{Serving, python3, wstest},
    raw, ws_echo,
};
use std::{
    ffi::c_void,
    fs,
    io::Write,
    net::TcpStream,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

extern "C-unwind" fn chat(request: i64, _: *mut c_void) -> i64 {
    if request_header(request, "x-token") != "secret" {
        return response_create(403, "no");
    }
    let ws = ws_accept_protocol(request, "chat");
    ws_send(ws, &format!("welcome {}", request_query(request, "name")));
    ws_close_with(ws, 4001, "that is all");
    0
}

fn server() -> Server {
    register("w-echo", ws_echo);
    register("w-chat", chat);
    Server::start(|server| {
        assert!(server_websocket(server, "/echo", "w-echo"));
        assert!(server_websocket(server, "/chat", "w-chat"));
        assert!(server_websocket(server, "/pulled", "w-nobody"));
    })
}

/// A Python program that has to succeed.
fn python(program: &str, argument: &str) {
    let output = Command::new(python3()).args(["-c", program, argument]).output().expect("Python");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn our_server_and_the_python_client() {
    let server = server();
    python(
        r#"
import sys, websockets
from websockets.sync.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
with connect(sys.argv[1] + "/echo", max_size=None) as ws:
    for message in ["hello", "", "grüß 😀", "x" * 1_000_000, b"\x00\xff" * 70_000, b""]:
        ws.send(message)
        assert ws.recv() == message
    ws.send(["frag", "ment", "ed"])
    assert ws.recv() == "fragmented"
    ws.ping().wait(5)
assert ws.close_code == 1000, ws.close_code
with connect(sys.argv[1] + "/chat?name=py", subprotocols=["other", "chat"], additional_headers={"X-Token": "secret"}) as ws:
    assert ws.subprotocol == "chat"
    assert ws.recv() == "welcome py"
    try:
        ws.recv()
        raise SystemExit("not closed")
    except ConnectionClosed as closed:
        assert (closed.rcvd.code, closed.rcvd.reason) == (4001, "that is all")
try:
    connect(sys.argv[1] + "/chat", subprotocols=["chat"])
    raise SystemExit("not refused")
except InvalidStatus as refused:
    assert refused.response.status_code == 403
"#,
        &server.ws(""),
    );
}

#[test]
fn our_client_and_the_python_server() {
    let serving = Serving::start(
        r#"
import sys
from websockets.sync.server import serve
def handle(ws):
    if ws.request.path == "/close":
        ws.send("before")
        ws.close(4002, "closed by python")
        return
    if ws.request.path == "/drop":
        ws.send("before")
        ws.socket.shutdown(2)  # close alone waits for the thread that reads
        return
    ws.ping().wait(5)
    for message in ws:
        ws.send(message)
with serve(handle, "127.0.0.1", 0, max_size=None, select_subprotocol=lambda ws, offered: "chat" if "chat" in offered else None) as server:
    print(server.socket.getsockname()[1], flush=True)
    server.serve_forever()
"#,
    );
    let url = |path: &str| format!("ws://127.0.0.1:{}{path}", serving.port);
    let ws = ws_connect(&url("/echo"));
    assert!(ws > 0, "{}", last_error());
    for message in ["hello", "grüß 😀", &"x".repeat(1_000_000)] {
        assert!(ws_send(ws, message));
        assert_eq!(ws_receive(ws), message);
    }
    let bytes = crate::support::noise(300_000);
    assert!(ws_send_bytes(ws, &bytes) && ws_send(ws, "after") && ws_ping(ws));
    // Each kind is asked for by itself; what comes first is told.
    assert_eq!(ws_wait(ws, 5000), 2);
    assert_eq!(ws_receive(ws), "after");
    assert!(ws_receive_bytes(ws) == bytes);
    assert_eq!((ws_receive_timeout(ws, 50), ws_wait(ws, 0)), (String::new(), 0));
    assert!(last_error().contains("within 50 ms"), "{}", last_error());
    assert_eq!(ws_close_code(ws), 0);
    assert!(ws_close(ws));
    assert!(!ws_close(ws));

    let ws = ws_connect(&url("/close"));
    assert_eq!(ws_receive(ws), "before");
    assert_eq!(ws_receive(ws), "");
    assert!(last_error().contains("4002: closed by python"), "{}", last_error());
    assert_eq!(ws_close_code(ws), 4002);
    assert!(!ws_send(ws, "too late"));
    ws_close(ws);
    let ws = ws_connect(&url("/drop"));
    assert_eq!((ws_receive(ws).as_str(), ws_receive(ws).as_str(), ws_close_code(ws)), ("before", "", 0));
    ws_close(ws);

    let client = client_create();
    let ws = client_websocket(client, &url("/echo"), &["Sec-WebSocket-Protocol: chat"]);
    assert!(ws > 0, "{}", last_error());
    client_destroy(client);
    // A thread that waits is woken by the close.
    let waiting = std::thread::spawn(move || ws_receive(ws));
    std::thread::sleep(Duration::from_millis(100));
    assert!(ws_close(ws));
    assert_eq!(waiting.join().unwrap(), "");
    assert_eq!(ws_connect(&url("/echo").replace("ws:", "http:")), 0);
    assert_eq!(ws_connect("ws://127.0.0.1:1/"), 0);
}

#[test]
fn websockets_are_pulled_and_end_with_their_server() {
    let server = server();
    let url = server.ws("/pulled");
    let client = std::thread::spawn(move || {
        let ws = ws_connect(&url);
        assert_eq!(ws_receive(ws), "pulled");
        assert_eq!(ws_receive(ws), "");
        let code = ws_close_code(ws);
        ws_close(ws);
        code
    });
    let request = server_next_request(server.0, 5000);
    let ws = ws_accept(request);
    assert!(ws > 0, "{}", last_error());
    assert_eq!(ws_accept(request), 0);
    assert!(ws_send(ws, "pulled"));
    let handle = server.0;
    assert!(server_stop(handle));
    // Going away.
    assert_eq!(client.join().unwrap(), 1001);
    assert_eq!(ws_receive(ws), "");
    drop(server);
    assert!(!ws_send(ws, "stale"));
    assert!(last_error().contains("freed"), "{}", last_error());
}

#[test]
fn what_is_no_websocket_is_told() {
    let server = server();
    let plain = raw::talk(server.port(), b"GET /echo HTTP/1.1\r\nHost: x\r\n\r\n", Duration::from_secs(5));
    assert_eq!(raw::status(&plain), 426, "{plain}");
    assert!(plain.to_lowercase().contains("sec-websocket-version: 13"), "{plain}");
    assert_eq!(get(&server.url("/echo")).status, 426);
    // An old version, and a key that is missing.
    for head in [
        "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        "Sec-WebSocket-Version: 13\r\n",
    ] {
        let request = format!(
            "GET /echo HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n{head}\r\n"
        );
        assert_eq!(raw::status(&raw::talk(server.port(), request.as_bytes(), Duration::from_secs(5))), 426);
    }
}

#[test]
fn a_peer_that_sends_too_much_is_held_up() {
    let server = server();
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    let client = std::thread::spawn(move || {
        stream
            .write_all(
                b"GET /pulled HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
                  Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            )
            .unwrap();
        // Masked with zeros: a text of one letter.
        let frame = [0x81, 0x81, 0, 0, 0, 0, b'a'];
        for _ in 0..2000 {
            stream.write_all(&frame).unwrap();
        }
        stream
    });
    let ws = ws_accept(server_next_request(server.0, 5000));
    // More wait than there is room for; all of them come, in order.
    assert_eq!(ws_wait(ws, 5000), 1);
    assert!(eventually(Duration::from_secs(5), || ws_receive_bytes_refused(ws)));
    for _ in 0..2000 {
        assert_eq!(ws_receive(ws), "a");
    }
    drop(client.join().unwrap());
    assert_eq!(ws_receive(ws), "");
    ws_close(ws);
}

/// Waiting for a kind that cannot come is refused rather than endless.
fn ws_receive_bytes_refused(ws: i64) -> bool {
    ws_receive_bytes(ws).is_empty() && last_error().contains("256 messages wait")
}

/// Panics with the cases of an Autobahn report that are neither fine nor beyond what is offered.
fn judge(report: &Path) {
    let text = fs::read_to_string(report).expect("Autobahn's report");
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let cases = report["simple_native"].as_object().expect("our cases");
    assert!(cases.len() > 240, "only {} cases ran", cases.len());
    let fine = ["OK", "NON-STRICT", "INFORMATIONAL"];
    let failed: Vec<String> = cases
        .iter()
        .filter(|(_, case)| {
            let is = |key: &str| fine.contains(&case[key].as_str().unwrap_or(""));
            !is("behavior") || !is("behaviorClose")
        })
        .map(|(name, case)| format!("{name}: {}, {}", case["behavior"], case["behaviorClose"]))
        .collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

/// permessage-deflate (12 and 13) is not offered by the library underneath.
const CASES: &str = r#""cases": ["*"], "exclude-cases": ["12.*", "13.*"], "exclude-agent-cases": {}"#;

#[test]
fn autobahn_finds_no_fault_with_our_server() {
    let server = server();
    let folder = tempfile::tempdir().unwrap();
    let spec = folder.path().join("spec.json");
    let text = format!(
        r#"{{"outdir": "reports", "servers": [{{"agent": "simple_native", "url": "{}"}}], {CASES}}}"#,
        server.ws("/echo")
    );
    fs::write(&spec, text).unwrap();
    let output = Command::new(wstest())
        .args(["-m", "fuzzingclient", "-s"])
        .arg(&spec)
        .current_dir(folder.path())
        .output()
        .expect("wstest");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    judge(&folder.path().join("reports/index.json"));
}

#[test]
fn autobahn_finds_no_fault_with_our_client() {
    let folder = tempfile::tempdir().unwrap();
    let spec = folder.path().join("spec.json");
    let port = free_port();
    let url = format!("ws://127.0.0.1:{port}");
    fs::write(&spec, format!(r#"{{"url": "{url}", "outdir": "reports", {CASES}}}"#)).unwrap();
    let mut child = Command::new(wstest())
        .args(["-m", "fuzzingserver", "--webport=0", "-s"])
        .arg(&spec)
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("wstest");
    let run = std::panic::catch_unwind(|| fuzzed(port, &url));
    let _ = child.kill();
    let _ = child.wait();
    if let Err(panic) = run {
        std::panic::resume_unwind(panic);
    }
    judge(&folder.path().join("reports/index.json"));
}

fn fuzzed(port: u16, url: &str) {
    let up = eventually(Duration::from_secs(20), || TcpStream::connect(("127.0.0.1", port)).is_ok());
    assert!(up, "the fuzzing server does not answer");
    let ws = ws_connect(&format!("{url}/getCaseCount"));
    let count: usize = ws_receive(ws).parse().expect("a count");
    ws_close(ws);
    for case in 1..=count {
        let ws = ws_connect(&format!("{url}/runCase?case={case}&agent=simple_native"));
        assert!(ws > 0, "{}", last_error());
        loop {
            match ws_wait(ws, 60_000) {
                1 => ws_send_text(ws, ws_receive(ws).as_bytes()),
                2 => ws_send_bytes(ws, &ws_receive_bytes(ws)),
                _ => break,
            };
        }
        ws_close(ws);
    }
    ws_close(ws_connect(&format!("{url}/updateReports?agent=simple_native")));
}

/// Node's own HTTP/2, with frames by hand.
const NODE: &str = r#"
const http2 = require('http2'), url = process.argv[1];
const session = http2.connect(url);
const fail = (why) => { console.error(why); process.exit(1); };
setTimeout(() => fail('too late'), 20000).unref();
session.on('error', fail);
const mask = (opcode, bytes) => {
    const length = bytes.length < 126 ? Buffer.from([0x80 | bytes.length]) : Buffer.from([0xfe, bytes.length >> 8, bytes.length & 255]);
    const key = Buffer.from([1, 2, 3, 4]);
    return Buffer.concat([Buffer.from([0x80 | opcode]), length, key, Buffer.from(bytes.map((byte, i) => byte ^ key[i % 4]))]);
};
const connect = (path, more, then) => {
    const stream = session.request({ ':method': 'CONNECT', ':protocol': 'websocket', ':scheme': 'http', ':path': path,
        ':authority': url.replace('http://', ''), ...more }, { endStream: false });
    stream.on('response', (headers) => then(stream, headers));
    stream.on('error', () => {});
};
const statuses = [];
session.on('remoteSettings', (settings) => {
    if (!settings.enableConnectProtocol) fail('no extended CONNECT');
    const version = { 'sec-websocket-version': '13' };
    connect('/none', version, (_, headers) => { statuses.push(headers[':status']);
    connect('/plain', version, (_, headers) => { statuses.push(headers[':status']);
    connect('/echo', {}, (_, headers) => { statuses.push(headers[':status']);
    connect('/chat', version, (_, headers) => { statuses.push(headers[':status']);
    let open = 3;
    for (let i = 0; i < 3; i++) connect('/echo', version, (stream, headers) => {
        if (headers[':status'] != 200) fail('no 200');
        const text = Buffer.from(('message ' + i + ' ').repeat(1000 + i));
        let all = Buffer.alloc(0);
        stream.write(mask(1, text));
        stream.on('data', (piece) => {
            all = Buffer.concat([all, piece]);
            if (all.length < text.length + 4) return;
            if (!all.subarray(4, 4 + text.length).equals(text)) fail('another text');
            if (all.length == text.length + 4) return stream.write(mask(8, Buffer.from([3, 0xe8])));
        });
        stream.on('end', () => {
            if (all.at(-4) != 0x88) fail('no goodbye');
            stream.end();
            if (--open == 0) { console.log(statuses.join(' ')); session.close(); }
        });
    });
    }); }); }); });
});
"#;

#[test]
fn node_speaks_to_our_server_by_http2() {
    let server = server();
    register("w-plain", crate::support::hello);
    assert!(server_route(server.0, "GET", "/plain", "w-plain"));
    for compress in [false, true] {
        assert!(server_set_compression(server.0, compress));
        let output = Command::new("node").args(["-e", NODE, &server.url("")]).output().expect("node");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "404 404 426 403");
    }
}
