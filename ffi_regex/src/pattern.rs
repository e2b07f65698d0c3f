//! Objects: a compiled pattern, a set of them, a text that was checked, a place in a text.

use crate::search::Search;
use ffi_core::{Kind, ffi_struct, object};
use regex_automata::{PatternID, meta};
use std::{ops::Range, time::Duration};

/// A compiled pattern.
pub struct Regex {
    pub(crate) compiled: meta::Regex,
    pub(crate) pattern: Box<str>,
    /// Time that a call may look for all matches.
    pub(crate) time: Option<Duration>,
}

object!(Regex, Kind::Regex);

impl Regex {
    /// A search with it.
    pub(crate) fn search(&self) -> Search<'_> {
        Search::pooled(&self.compiled, self.time)
    }

    /// The names of its groups, group 0 first.
    pub(crate) fn group_names(&self) -> impl Iterator<Item = Option<&str>> {
        self.compiled.group_info().pattern_names(PatternID::ZERO)
    }
}

/// Patterns that are searched for together.
pub struct RegexSet(pub(crate) meta::Regex);

object!(RegexSet, Kind::RegexSet);

/// A text that was checked to be UTF-8 once, for any number of searches.
pub struct RegexText(pub(crate) Box<str>);

object!(RegexText, Kind::RegexText);

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

    pub(crate) fn of(found: Range<usize>) -> Self {
        Self { start: found.start as i64, end: found.end as i64 }
    }
}
