//! What calls give back of answers as structs.

use ffi_core::Text;

/// The answer to a request, or why there is none.
#[ffi_core::ffi_struct]
pub struct HttpResult {
    /// The HTTP status, or 0 where no answer came.
    pub status: i64,
    /// The answer's body as text, decoded by its charset.
    pub body: Text,
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
