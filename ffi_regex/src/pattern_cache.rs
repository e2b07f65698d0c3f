//! The patterns that each thread used last, compiled, with the memory of their searches; and how much that may be.

use crate::{Error, Result, compile, options::Options, search::Search};
use lru::LruCache;
use regex_automata::meta::{Cache, Regex};
use std::{
    cell::RefCell,
    num::NonZeroUsize,
    sync::atomic::{AtomicU64, AtomicUsize, Ordering},
};

/// Number of compiled patterns that each thread keeps, and of large ones among them.
const KEPT: NonZeroUsize = NonZeroUsize::new(64).unwrap();
const KEPT_LARGE: NonZeroUsize = NonZeroUsize::new(4).unwrap();
/// Largest size of a compiled pattern that is not large.
const SMALL: usize = 256 << 10;
/// Bytes that a thread keeps at most besides the pattern it used last.
const EACH_THREAD: usize = if cfg!(test) { 512 << 10 } else { 32 << 20 };
/// Bytes that all threads keep together at most, besides the pattern that each used last.
const ALL_THREADS: usize = if cfg!(test) { 768 << 10 } else { 96 << 20 };

/// Bytes that all threads keep.
static KEPT_BYTES: AtomicUsize = AtomicUsize::new(0);
/// Number of times that everything was to be given back.
static PURGES: AtomicU64 = AtomicU64::new(0);

struct Entry {
    regex: Regex,
    cache: Box<Cache>,
    bytes: usize,
}

impl Entry {
    fn new(regex: Regex) -> Self {
        let cache = Box::new(regex.create_cache());
        Self { regex, cache, bytes: 0 }
    }
}

struct Recent {
    small: LruCache<Box<str>, Entry>,
    large: LruCache<Box<str>, Entry>,
    bytes: usize,
    purges: u64,
}

impl Recent {
    fn new() -> Self {
        Self { small: LruCache::new(KEPT), large: LruCache::new(KEPT_LARGE), bytes: 0, purges: 0 }
    }

    /// Calls `search` with the pattern, compiled where it is not kept.
    fn search<R>(&mut self, pattern: &str, search: impl FnOnce(Search) -> Result<R>) -> Result<R> {
        let purges = PURGES.load(Ordering::Relaxed);
        if self.purges != purges {
            self.clear();
            self.purges = purges;
        }
        if !self.small.contains(pattern) && !self.large.contains(pattern) {
            self.compile(pattern)?;
        }
        let Some(entry) = self.small.get_mut(pattern).or_else(|| self.large.get_mut(pattern)) else {
            return search(Search::pooled(&compile::pattern(pattern, &Options::default())?, None));
        };
        let result = search(Search::with_cache(&entry.regex, &mut entry.cache));
        let bytes = entry.regex.memory_usage() + entry.cache.memory_usage();
        let before = std::mem::replace(&mut entry.bytes, bytes);
        if bytes != before {
            self.count(before, bytes);
            self.trim(pattern);
        }
        result
    }

    fn compile(&mut self, pattern: &str) -> Result<()> {
        let small = compile::pattern(pattern, &Options::with_size_limit(SMALL));
        let (kept, regex) = match small {
            Err(Error::TooLarge(_)) => (&mut self.large, compile::pattern(pattern, &Options::default())?),
            small => (&mut self.small, small?),
        };
        let last = kept.push(pattern.into(), Entry::new(regex));
        if let Some((_, last)) = last {
            self.count(last.bytes, 0);
        }
        Ok(())
    }

    fn count(&mut self, before: usize, now: usize) {
        self.bytes = self.bytes - before + now;
        KEPT_BYTES.fetch_add(now.wrapping_sub(before), Ordering::Relaxed);
    }

    /// Gives up what was not used for longest, large patterns first, until no more is kept than may be.
    fn trim(&mut self, used: &str) {
        while self.bytes > EACH_THREAD || KEPT_BYTES.load(Ordering::Relaxed) > ALL_THREADS {
            let other = |kept: &LruCache<Box<str>, Entry>| {
                kept.peek_lru().is_some_and(|(pattern, _)| **pattern != *used)
            };
            let last = match (other(&self.large), other(&self.small)) {
                (true, _) => self.large.pop_lru(),
                (false, true) => self.small.pop_lru(),
                (false, false) => return,
            };
            if let Some((_, last)) = last {
                self.count(last.bytes, 0);
            }
        }
    }

    fn clear(&mut self) {
        self.small.clear();
        self.large.clear();
        self.count(self.bytes, 0);
    }
}

impl Drop for Recent {
    fn drop(&mut self) {
        self.count(self.bytes, 0);
    }
}

thread_local! {
    // A cache for each thread: a shared one would cost more in locking than the search of a short text.
    static RECENT: RefCell<Recent> = RefCell::new(Recent::new());
}

/// Calls `search` with the compiled pattern.
pub fn with_pattern<R>(pattern: &str, search: impl FnOnce(Search) -> Result<R>) -> Result<R> {
    let mut search = Some(search);
    let kept = RECENT.try_with(|recent| {
        let search = search.take().expect("called once");
        recent.borrow_mut().search(pattern, search)
    });
    match (kept, search) {
        (Ok(result), _) => result,
        // A thread that is ending keeps nothing any more.
        (Err(_), Some(search)) => {
            search(Search::pooled(&compile::pattern(pattern, &Options::default())?, None))
        }
        (Err(_), None) => unreachable!("it was called"),
    }
}

/// Gives back what this thread keeps, and has every other thread do so at its next search. How many bytes are kept
/// now.
pub fn purge() -> usize {
    PURGES.fetch_add(1, Ordering::Relaxed);
    let _ = RECENT.try_with(|recent| recent.borrow_mut().clear());
    KEPT_BYTES.load(Ordering::Relaxed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{sync::Barrier, thread};

    /// Two threads keep what a hundred kilobytes each take, and stay alive.
    #[test]
    fn threads_keep_no_more_than_they_may() {
        let (full, looked) = (Barrier::new(3), Barrier::new(3));
        let work = |name: char| {
            let found = (0..8).map(|i| {
                let pattern = format!("\\w{{3}}{name}{i}");
                with_pattern(&pattern, |mut search| Ok(search.is_match(&format!("abc{name}{i}"))))
            });
            let found: Vec<_> = found.collect();
            full.wait();
            looked.wait();
            assert!(found.iter().all(|found| matches!(found, Ok(true))), "{found:?}");
        };
        let work = &work;
        thread::scope(|scope| {
            scope.spawn(move || work('p'));
            scope.spawn(move || work('q'));
            full.wait();
            let kept = KEPT_BYTES.load(Ordering::Relaxed);
            looked.wait();
            // Each may keep its last pattern besides.
            assert!((ALL_THREADS / 4..2 * ALL_THREADS).contains(&kept), "{kept}");
        });
        with_pattern("kept", |mut search| Ok(search.is_match("kept"))).unwrap();
        assert!(KEPT_BYTES.load(Ordering::Relaxed) > 0);
        // A thread gives up what it keeps when it ends, which is a little later than its work.
        while purge() > 0 {
            thread::yield_now();
        }
    }
}
