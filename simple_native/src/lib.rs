//! The artifact.
#[cfg(feature = "regex")]
pub use ffi_regex as regex;
