//! The HTTP client.

mod body;
mod brotli_window;
mod content_coding;
pub mod credentials;
mod download;
mod exchange;
mod fetch;
mod multipart;
mod redirect;
pub mod request;
mod reuse;
mod settings;
mod stall;
mod stream;
pub mod tls_options;
mod transfer;
mod upload;

pub use fetch::{Fetch, free as free_fetch};
pub use settings::{Client, LARGEST_HEAD, ProxyPolicy};
pub use stream::Stream;
pub use transfer::Transfer;
pub use {
    download::download,
    upload::{send_file, upload},
};

use crate::error::Result;
use ffi_core::fork::ForkSafeLazy;
use std::sync::Arc;

/// The client of the functions that take none: its connections are pooled too.
pub fn shared() -> &'static Arc<Client> {
    static SHARED: ForkSafeLazy<Arc<Client>> = ForkSafeLazy::by_each_process();
    SHARED.get_or_make(Arc::default)
}

/// The answer to a request, or why there is none.
#[ffi_core::ffi_struct]
pub struct HttpResult {
    /// The HTTP status, or 0 where no answer came.
    pub status: i64,
    /// The answer's body as text, decoded by its charset.
    pub body: String,
    /// Why no answer came, empty where one did (4xx and 5xx are answers).
    pub error: String,
}

/// What came of a download.
#[ffi_core::ffi_struct]
pub struct HttpDownload {
    /// The HTTP status, or 0 where no whole answer came.
    pub status: i64,
    /// How many bytes the file now has; 0 where the status is not 2xx and nothing was written.
    pub bytes: i64,
    /// Why the download failed, empty where an answer came (4xx and 5xx are answers).
    pub error: String,
}

/// Sends `call` and takes the whole answer as text.
pub fn text(client: &Client, call: request::ClientRequest) -> Result<HttpResult> {
    let answer = fetch::fetch(client, call)?;
    Ok(HttpResult { status: answer.status(), body: answer.into_text(), error: String::new() })
}

/// Sends `call` and takes the whole answer.
pub fn fetch(client: &Client, call: request::ClientRequest) -> Result<Fetch> {
    fetch::fetch(client, call)
}
