//! One call for pattern and text, through a cache of the patterns this thread used last.

use crate::{
    Error, Result, compile::with_room, matching::first, pattern::compiled, replace::replaced,
    split::joined_pieces,
};
use ffi_core::{Text, export};
use lru::LruCache;
use std::{cell::RefCell, num::NonZeroUsize};

/// How many compiled patterns each thread keeps, and of those which are large.
const KEPT: NonZeroUsize = NonZeroUsize::new(64).unwrap();
const KEPT_LARGE: NonZeroUsize = NonZeroUsize::new(4).unwrap();
/// What a pattern that is not large compiles to at most.
const SMALL: usize = 256 << 10;

type Cache = LruCache<Box<str>, regex::Regex>;

struct Recent {
    small: Cache,
    large: Cache,
}

impl Recent {
    fn get(&mut self, pattern: &str) -> Option<&regex::Regex> {
        self.small.get(pattern).or_else(|| self.large.get(pattern))
    }
}

thread_local! {
    // A cache for each thread: a shared one would cost more in locking than the search of a short text.
    static RECENT: RefCell<Recent> =
        RefCell::new(Recent { small: LruCache::new(KEPT), large: LruCache::new(KEPT_LARGE) });
}

/// Calls `search` with the compiled pattern.
fn with_pattern<R>(pattern: &str, search: impl Fn(&regex::Regex) -> Result<R>) -> Result<R> {
    let cached = RECENT.try_with(|recent| {
        let mut recent = recent.borrow_mut();
        if let Some(regex) = recent.get(pattern) {
            return search(regex);
        }
        let small = with_room(&[pattern], None, || {
            Ok(regex::RegexBuilder::new(pattern).size_limit(SMALL).build()?)
        });
        let (cache, regex) = match small {
            Err(Error::Pattern(regex::Error::CompiledTooBig(_))) => (&mut recent.large, compiled(pattern)?),
            small => (&mut recent.small, small?),
        };
        let result = search(&regex);
        cache.put(pattern.into(), regex);
        result
    });
    // A thread that is ending has no cache any more.
    cached.unwrap_or_else(|_| search(&compiled(pattern)?))
}

/// `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
/// that each thread used last compiled; of those that compile to more than 256 KiB, the last 4.
#[export]
fn rt_regex_is_match_quick(pattern: &str, text: &str) -> Result<i64> {
    with_pattern(pattern, |regex| Ok(i64::from(regex.is_match(text))))
}

/// `rt_regex_find` with a pattern instead of a handle.
#[export]
fn rt_regex_find_quick(pattern: &str, text: &str) -> Result<Text> {
    with_pattern(pattern, |regex| Ok(first(regex, text)))
}

/// `rt_regex_replace` with a pattern instead of a handle.
#[export]
fn rt_regex_replace_quick(pattern: &str, text: &str, replacement: &str) -> Result<Text> {
    with_pattern(pattern, |regex| replaced(regex, text, replacement, 1))
}

/// `rt_regex_replace_all` with a pattern instead of a handle.
#[export]
fn rt_regex_replace_all_quick(pattern: &str, text: &str, replacement: &str) -> Result<Text> {
    with_pattern(pattern, |regex| replaced(regex, text, replacement, 0))
}

/// `rt_regex_split` with a pattern instead of a handle.
#[export]
fn rt_regex_split_quick(pattern: &str, text: &str) -> Result<Text> {
    with_pattern(pattern, |regex| joined_pieces(regex, text))
}
