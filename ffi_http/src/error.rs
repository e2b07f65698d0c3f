//! Errors of calls.

use ffi_core::{
    error::{ArgumentError, Category},
    memory::OutOfMemory,
};

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum Error {
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    #[error("`{name}` is {value}, {reason}")]
    Number { name: &'static str, value: i64, reason: String },
    #[error("`{name}` is {value:?}, {reason}")]
    Text { name: &'static str, value: String, reason: String },
    #[error("`{name}` is a text {reason}")]
    Secret { name: &'static str, reason: String },
    #[error("`{name}` is not UTF-8: the byte at offset {offset} starts no valid character")]
    NotUtf8 { name: &'static str, offset: usize },
    #[error("item {index} of `headers` is {entry:?}, {reason}")]
    Header { index: usize, entry: String, reason: String },
    #[error("{method} {url} failed: {reason}")]
    Exchange { method: String, url: String, reason: String },
    #[error("the file {path:?} cannot be {what}: {reason}")]
    File { path: String, what: &'static str, reason: std::io::Error },
    #[error("the system gave no file descriptor: {0}")]
    Descriptor(std::io::Error),
    #[error(transparent)]
    Memory(#[from] OutOfMemory),
    #[error("{0}")]
    State(String),
    #[error("{0}")]
    Refused(String),
    #[error("{0}")]
    TimedOut(String),
    /// The process has none left of what it takes: of threads, descriptors or memory.
    #[error("{0}")]
    Resources(String),
}

impl ffi_core::Failure for Error {
    fn category(&self) -> Category {
        match self {
            Self::Argument(error) => error.category(),
            Self::Exchange { .. } | Self::Refused(_) => Category::Refused,
            Self::TimedOut(_) => Category::TimedOut,
            Self::File { reason, .. } | Self::Descriptor(reason) => Category::of_io(reason),
            Self::Resources(_) | Self::Memory(_) => Category::Limit,
            _ => Category::InvalidArgument,
        }
    }

    fn code(&self) -> i64 {
        match self {
            Self::Argument(_)
            | Self::Number { .. }
            | Self::Text { .. }
            | Self::Secret { .. }
            | Self::NotUtf8 { .. }
            | Self::Header { .. } => ffi_core::error::INVALID_ARGUMENT,
            _ => ffi_core::error::UNKNOWN,
        }
    }
}

/// `Result` with this crate's error.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The most characters of an argument that a message repeats.
const QUOTED: usize = 200;

impl Error {
    /// A number that means nothing here.
    pub fn number(name: &'static str, value: i64, reason: impl Into<String>) -> Self {
        Self::Number { name, value, reason: reason.into() }
    }

    /// A text that means nothing here.
    pub fn text(name: &'static str, value: &str, reason: impl Into<String>) -> Self {
        Self::Text { name, value: truncate(value), reason: reason.into() }
    }

    /// A text that means nothing here, and that no message may repeat.
    pub fn secret(name: &'static str, reason: impl Into<String>) -> Self {
        Self::Secret { name, reason: reason.into() }
    }

    /// An address that means nothing here.
    pub fn url(url: &str, reason: impl Into<String>) -> Self {
        Self::Text { name: "url", value: redact_url(url), reason: reason.into() }
    }

    /// A file that could not be used.
    pub fn file(path: &str, what: &'static str, reason: std::io::Error) -> Self {
        Self::File { path: truncate(path), what, reason }
    }

    /// A call out of order.
    pub fn state(reason: impl Into<String>) -> Self {
        Self::State(reason.into())
    }
}

/// `text`, or its beginning where it is long.
pub fn truncate(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// An address as messages repeat it: without a user's name and password.
pub fn redact_url(url: &str) -> String {
    let begin = url.find("//").map_or(0, |at| at + 2);
    let end = url[begin..].find(['/', '?', '#', '\\']).map_or(url.len(), |at| begin + at);
    let host = url[begin..end].rfind('@').map_or(begin, |at| begin + at + 1);
    truncate(&format!("{}{}", &url[..begin], &url[host..]))
}
