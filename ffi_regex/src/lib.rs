//! Regular expressions, by the Rust crate regex.
//!
//! A search takes time in proportion to the pattern's size times the text's, whatever they are. Finding all matches is
//! many searches, and may take time in proportion to the square of the text's size (`.*[^A-Z]|[A-Z]` in a text of
//! capital letters): patterns of strangers are compiled with the option `time_ms`. A compiled pattern never changes,
//! so any number of threads search with one at the same time; it keeps up to `dfa_size_limit` bytes (2 MiB) twice for
//! each that does. Offsets are in bytes.

mod compile;
mod error;
mod estimate;
mod exports;
mod limits;
mod options;
mod pattern;
mod pattern_cache;
mod pieces;
mod replacement;
mod search;

pub use error::Error;
pub use pattern::{Regex, RegexSet, RegexSpan, RegexText};

ffi_core::library! { name: "regex", title: "regular expressions", wraps: "regex" }

type Result<T, E = Error> = std::result::Result<T, E>;
