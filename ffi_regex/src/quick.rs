//! One call for pattern and text, through a cache of the patterns this thread used last.

use crate::{Result, matching::first, split::joined_pieces};
use ffi_core::{Text, export};
use lru::LruCache;
use std::{cell::RefCell, num::NonZeroUsize};

/// How many compiled patterns each thread keeps.
const KEPT: NonZeroUsize = NonZeroUsize::new(64).unwrap();

thread_local! {
    // A cache for each thread: a shared one would cost more in locking than the search of a short text.
    static RECENT: RefCell<LruCache<Box<str>, regex::Regex>> = RefCell::new(LruCache::new(KEPT));
}

/// Calls `search` with the compiled pattern.
fn with_pattern<R>(pattern: &str, search: impl Fn(&regex::Regex) -> R) -> Result<R> {
    let cached = RECENT.try_with(|recent| {
        let mut recent = recent.borrow_mut();
        if let Some(regex) = recent.get(pattern) {
            return Ok(search(regex));
        }
        let regex = regex::Regex::new(pattern)?;
        let result = search(&regex);
        recent.put(pattern.into(), regex);
        Ok(result)
    });
    // A thread that is ending has no cache any more.
    cached.unwrap_or_else(|_| Ok(search(&regex::Regex::new(pattern)?)))
}

/// `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
/// that each thread used last compiled.
#[export]
fn rt_regex_is_match_quick(pattern: &str, text: &str) -> Result<i64> {
    with_pattern(pattern, |regex| i64::from(regex.is_match(text)))
}

/// `rt_regex_find` with a pattern instead of a handle.
#[export]
fn rt_regex_find_quick(pattern: &str, text: &str) -> Result<Text> {
    with_pattern(pattern, |regex| first(regex, text))
}

/// `rt_regex_replace` with a pattern instead of a handle.
#[export]
fn rt_regex_replace_quick(pattern: &str, text: &str, replacement: &str) -> Result<Text> {
    with_pattern(pattern, |regex| Text::new(&regex.replace(text, replacement)))
}

/// `rt_regex_replace_all` with a pattern instead of a handle.
#[export]
fn rt_regex_replace_all_quick(pattern: &str, text: &str, replacement: &str) -> Result<Text> {
    with_pattern(pattern, |regex| Text::new(&regex.replace_all(text, replacement)))
}

/// `rt_regex_split` with a pattern instead of a handle.
#[export]
fn rt_regex_split_quick(pattern: &str, text: &str) -> Result<Text> {
    with_pattern(pattern, |regex| joined_pieces(regex, text))
}
