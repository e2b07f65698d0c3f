//! Limits of compiling and searching.

/// The most levels of a pattern that options may allow.
pub const DEEPEST: u32 = 5000;
/// The most bytes that options may allow, for the compiled pattern and for a cache.
pub const LARGEST: usize = 1 << 30;

/// Sizes that a compiled pattern, and each of the two caches of a search with it, may have, in bytes.
#[derive(Clone, Copy)]
pub struct Limits {
    pub compiled: usize,
    pub cache: usize,
}
