//! A process of its own: it forks.
//!
//! Children of a process that serves and asks: what they inherited neither hangs nor reaches the parent's sockets.
#![allow(unsafe_code)]

#[path = "it/support/mod.rs"]
mod support;

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};
use support::{Server, api::*, eventually, hello, raw::Wild, ws_echo};

/// Runs `body` in a child, which has to end by itself, without a fault and before its alarm.
fn in_child(body: impl FnOnce() -> bool) {
    // SAFETY: the child calls the library alone, which is what is tested, and leaves without a destructor.
    let child = unsafe { libc::fork() };
    assert!(child >= 0);
    if child == 0 {
        // SAFETY: as above; neither call looks at memory.
        unsafe {
            libc::alarm(20);
            libc::_exit(if body() { 0 } else { 1 });
        }
    }
    let mut status = 0;
    // SAFETY: `status` is a number that lives through the call.
    let ended = unsafe { libc::waitpid(child, &raw mut status, 0) };
    assert_eq!(ended, child);
    assert_eq!(status, 0, "the child hung (14 is its alarm) or found something amiss");
}

/// Says that it is over when it is dropped, after a failure too.
struct Ended<'a>(&'a AtomicBool);

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[test]
fn children_leave_what_is_their_parents_alone() {
    register("y-hello", hello);
    register("y-echo", ws_echo);
    let server = Server::start(|server| {
        assert!(server_route(server, "GET", "/", "y-hello"));
        assert!(server_route(server, "GET", "/pull", "y-nobody"));
        assert!(server_websocket(server, "/ws", "y-echo"));
    });
    let slow = Wild::new(|stream, _| {
        // However long the children take.
        let _ = stream.set_read_timeout(None);
        while matches!(std::io::Read::read(stream, &mut [0; 100]), Ok(1..)) {}
    });
    let (url, client) = (server.url("/"), client_create());
    let ask = |client| client_request(client, "GET", &url, &[], "").body;
    assert_eq!(ask(client), "hello");
    let ws = ws_connect(&server.ws("/ws"));
    let stream = stream_open(client, "POST", &slow.url("/"), &[]);
    assert!(stream_write(stream, b"begun"));
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let ended = Ended(&over);
        // Requests under way, some in place and some waiting, whenever there is a fork.
        for _ in 0..2 {
            scope.spawn(|| {
                let own = client_create();
                while !over.load(Ordering::SeqCst) {
                    assert_eq!(client_request(own, "GET", &server.url("/"), &[], "").body, "hello");
                }
                client_destroy(own);
            });
        }
        scope.spawn(|| assert_eq!(get(&server.url("/pull")).body, "parent"));
        let streamed =
            response_stream_begin(server_next_request(server.0, 10_000), response_create(200, ""), "");
        assert!(streamed > 0, "{}", last_error());
        scope.spawn(|| get(&server.url("/pull")));
        let pulled = server_next_request(server.0, 10_000);
        assert!(pulled > 0);
        for round in 0..20 {
            in_child(|| {
                let begun = ask(client) == "hello" && get(&url).body == "hello";
                let response = response_create(200, "from the child");
                let refused = !server_respond(pulled, response)
                    && !ws_send(ws, "?")
                    && ws_receive(ws).is_empty()
                    && !stream_write(stream, b"?")
                    && response_stream_write(streamed, b"child", 0) < 0
                    && !response_stream_finish(streamed)
                    && !server_start_background(server.0)
                    && !server_stop(server.0);
                stream_free(stream);
                request_free(pulled);
                ws_close(ws);
                server_destroy(server.0);
                client_destroy(client);
                // Handlers are the child's too, whatever its parent's threads are inside of.
                let own = server_create(0);
                let routed = server_route(own, "GET", "/", "y-hello") && server_start_background(own);
                let served = get(&format!("http://127.0.0.1:{}/", server_port(own))).body == "hello";
                register("y-child", hello);
                let handlers = unregister("y-hello") && unregister("y-echo") && unregister("y-child");
                server_destroy(own);
                begun && refused && routed && served && handlers
            });
            assert_eq!(ask(client), "hello");
            assert!(ws_send(ws, &round.to_string()), "{}", last_error());
            assert_eq!(ws_receive(ws), round.to_string());
        }
        assert!(server_respond(pulled, response_create(200, "from the parent")), "{}", last_error());
        assert_eq!(response_stream_write(streamed, b"parent", 10_000), 6);
        assert!(response_stream_finish(streamed), "{}", last_error());
        drop(ended);
    });
    assert!(stream_write(stream, b"more"), "{}", last_error());
    stream_free(stream);
    assert!(ws_close(ws));
    client_destroy(client);
    drop(server);
    assert!(eventually(Duration::from_secs(5), || live() == 0), "{} handles", live());
}
