//! Regular expressions, by the Rust crate regex.
//!
//! Every search takes time linear in the text, whatever the pattern. A compiled pattern never changes, so any
//! number of threads search with one at the same time. Offsets are in bytes.

mod captures;
mod compile;
mod error;
mod matching;
mod options;
mod pattern;
mod quick;
mod replace;
mod set;
mod split;

pub use error::Error;
pub use pattern::{Regex, RegexSpan};
pub use set::RegexSet;

ffi_core::library! { name: "regex", index: 1, wraps: "regex" }

type Result<T, E = Error> = std::result::Result<T, E>;
