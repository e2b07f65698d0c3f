//! HTTP: a client on reqwest, a server on hyper, WebSockets on tokio-tungstenite, all on the archive's one
//! tokio runtime, with TLS by rustls.

mod blocking;
mod boundary;
mod client;
mod error;
mod exports;
mod file;
mod headers;
mod json;
mod method;
mod number;
mod server;
mod tls;
mod tunnel;
mod url;
mod ws;

pub use error::Error;

ffi_core::library! { name: "http", index: 2, wraps: "reqwest" }
