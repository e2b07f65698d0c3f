//! Regular expressions, by the Rust crate regex.
//!
//! Every search takes time linear in the text, whatever the pattern. A compiled pattern never changes, so any
//! number of threads search with one at the same time. Offsets are in bytes.

mod compile;
mod error;
mod exports;
mod options;
mod pattern;
mod pattern_cache;
mod pieces;
mod replacement;

pub use error::Error;
pub use pattern::{Regex, RegexSet, RegexSpan};

ffi_core::library! { name: "regex", index: 1, wraps: "regex" }

type Result<T, E = Error> = std::result::Result<T, E>;
