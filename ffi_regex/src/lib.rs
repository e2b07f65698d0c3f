//! Regular expressions: the crate `regex` behind the C boundary.
//!
//! A [`Regex`] never changes after it is made, so any number of threads search with one at the same time.

mod captures;
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
