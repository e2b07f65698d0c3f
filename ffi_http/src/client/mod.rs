//! The HTTP client.

mod authentication;
mod body;
mod brotli_window;
mod content_coding;
pub mod cookies;
pub mod credentials;
#[cfg(target_os = "linux")]
mod direct;
mod download;
mod exchange;
mod failure;
mod fetch;
mod file_transfer;
pub mod form;
mod multipart;
mod outcome;
mod partial;
mod progress;
mod redirect;
pub mod request;
mod retries;
mod reuse;
mod settings;
mod source;
mod stall;
mod stream;
pub mod tls_options;
mod transfer;
mod upload;

pub use fetch::{Fetch, free as free_fetch};
pub use outcome::{HttpDownload, HttpResult};
pub use retries::Retries;
pub use settings::{Client, LARGEST_HEAD, ProxyPolicy};
pub use stream::Stream;
pub use transfer::Transfer;
pub use {
    download::download,
    upload::{send_file, send_form, upload},
};

use crate::error::Result;
use ffi_core::fork::ForkSafeLazy;
use std::sync::Arc;

/// The client of the functions that take none: its connections are pooled too.
pub fn shared() -> &'static Arc<Client> {
    static SHARED: ForkSafeLazy<Arc<Client>> = ForkSafeLazy::by_each_process();
    SHARED.get_or_make(Arc::default)
}

/// Sends `call` and takes the whole answer as text.
pub fn text(client: &Client, call: request::ClientRequest) -> Result<HttpResult> {
    fetch::fetch(client, call)?.into_result()
}

/// Sends `call` and takes the whole answer.
pub fn fetch(client: &Client, call: request::ClientRequest) -> Result<Fetch> {
    fetch::fetch(client, call)
}
