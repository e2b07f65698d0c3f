//! The compiled patterns that each thread used last.

use crate::{
    Error, Result,
    compile::{compiled, with_room},
};
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
pub fn with_pattern<R>(pattern: &str, search: impl Fn(&regex::Regex) -> Result<R>) -> Result<R> {
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
