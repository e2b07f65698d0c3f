//! HTTP: a client on reqwest, a server on hyper, WebSockets on tokio-tungstenite, all on the archive's one
//! tokio runtime, with TLS by rustls.

mod blocking;
mod boundary;
mod client;
mod destinations;
mod error;
mod exports;
mod file;
mod fork_lock;
mod headers;
mod identity;
mod ip_address;
mod json;
mod method;
mod number;
mod options;
mod server;
mod socket_options;
mod tls;
mod tunnel;
mod url;
mod version;
mod ws;

pub use error::Error;

ffi_core::library! {
    name: "http",
    title: "HTTP client and server, WebSocket",
    wraps: "reqwest, hyper, tokio-tungstenite",
    doc: "\
HTTP: clients by reqwest, servers by hyper, WebSockets by tokio-tungstenite, TLS by rustls.

Calls of clients wait on their own thread; a transfer goes on by itself and is asked for. A server runs on the
archive's threads and hands requests to callbacks, or to whoever asks with rt_http_server_next_request. Times are
milliseconds and sizes bytes; each limit has a function that sets it, which names its default. A response of any
status is a success of the call: only what kept it from coming, or from coming whole, is a failure. Bodies that are
asked for as text are decoded by their charset; each such function has a twin for bytes.

Headers' names are compared without case. A request or a response belongs to the caller until it is answered,
sent or freed."
}
