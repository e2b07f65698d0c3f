//! The artifact: every wrapper, one cargo feature each, in one static archive and one shared object.

mod native;

use ffi_core::{LIBRARY, LIBRARY_NAME};

#[cfg(feature = "http")]
pub use ffi_http as http;
#[cfg(feature = "regex")]
pub use ffi_regex as regex;
