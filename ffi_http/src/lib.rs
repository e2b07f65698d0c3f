//! HTTP: a client on reqwest, a server on hyper, WebSockets on tokio-tungstenite, all on the archive's one
//! tokio runtime, with TLS by rustls.

mod api;
mod client;
mod error;
mod headers;
mod json;
mod number;
mod server;
mod tls;
mod url;
mod wait;
mod ws;

pub use error::Error;

ffi_core::library! { name: "http", index: 2, wraps: "reqwest" }
