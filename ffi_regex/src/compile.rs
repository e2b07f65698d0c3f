//! Compiling, with stack enough for it: the compiler calls itself for each level of a pattern, and the thread that
//! calls us may have little.

use crate::{Error, Result};
use ffi_core::stack;

/// Levels that any thread has room for.
const SHALLOW: usize = 32;
/// Levels of a pattern where options allow no more.
const USUAL: usize = 250;
/// The most levels that options may allow.
pub const DEEPEST: u32 = 5000;
/// Twice what a level takes in a build without optimisation.
const LEVEL: usize = 16 << 10;
const BASE: usize = 1 << 20;

/// What `compile` makes of `patterns`, each of which may have `deepest` levels.
pub fn with_room<R: Send>(
    patterns: &[&str],
    deepest: Option<u32>,
    compile: impl FnOnce() -> Result<R> + Send,
) -> Result<R> {
    let deepest = deepest.map_or(USUAL, |levels| levels as usize);
    let levels = patterns.iter().map(|pattern| nesting_bound(pattern)).max().unwrap_or(0).min(deepest);
    if levels <= SHALLOW {
        return compile();
    }
    stack::with_room(BASE + levels * LEVEL, compile).map_err(Error::NoThread)?
}

/// How many levels the pattern has at most: groups and repetitions nest.
fn nesting_bound(pattern: &str) -> usize {
    pattern.bytes().filter(|byte| b"(*+?{".contains(byte)).count()
}

/// The pattern, compiled without options.
pub fn compiled(pattern: &str) -> Result<regex::Regex> {
    with_room(&[pattern], None, || Ok(regex::Regex::new(pattern)?))
}
