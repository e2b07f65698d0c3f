//! Objects: a compiled pattern, a set of them, a place in a text.

use ffi_core::{Kind, ffi_struct, object};

/// A compiled pattern.
pub struct Regex(pub(crate) regex::Regex);

object!(Regex, Kind::Regex);

/// Where a match lies in its text.
#[ffi_struct]
pub struct RegexSpan {
    /// The offset of its first byte; -1 where there is no match.
    pub start: i64,
    /// The offset after its last byte; -1 where there is no match.
    pub end: i64,
}

impl RegexSpan {
    pub(crate) const NONE: Self = Self { start: -1, end: -1 };

    pub(crate) fn of(found: regex::Match) -> Self {
        Self { start: found.start() as i64, end: found.end() as i64 }
    }
}

/// Patterns that are searched for together.
pub struct RegexSet(pub(crate) regex::RegexSet);

object!(RegexSet, Kind::RegexSet);
