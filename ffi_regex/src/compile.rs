//! Compiling, within limits that are known before: what a pattern takes to be read is estimated, and refused where
//! it is out of proportion or there is no memory for it, because nothing in the compiler stops for either.

use crate::{Error, Result, estimate::Estimate, limits::Limits, options::Options};
use ffi_core::{cancellation::deferred, memory::room_for, stack};
use regex_automata::{MatchKind, meta, nfa::thompson::WhichCaptures};

/// Levels for which little room will do.
const SHALLOW: usize = 32;
/// The room for those.
const LITTLE_STACK: usize = if cfg!(debug_assertions) { 384 << 10 } else { 96 << 10 };
/// Levels of a pattern where options allow no more.
const USUAL: usize = 250;
/// Twice what a level takes in a build without optimisation.
const LEVEL: usize = 16 << 10;
const BASE: usize = 1 << 20;
/// Memory too little to ask for beforehand.
const LITTLE: usize = 1 << 20;

/// The pattern, compiled.
pub fn pattern(pattern: &str, options: &Options) -> Result<meta::Regex> {
    let config = meta::Config::new().match_kind(MatchKind::LeftmostFirst);
    let build = |builder: &meta::Builder| {
        builder.build(pattern).map_err(|error| Error::from_build(&error, &[pattern]))
    };
    with_limits(&[pattern], options, config, options.pattern_limits(), build)
}

/// The patterns, compiled into one that finds which of them match.
pub fn set(patterns: &[&str], options: &Options) -> Result<meta::Regex> {
    let config = meta::Config::new().match_kind(MatchKind::All).which_captures(WhichCaptures::None);
    let estimate = Estimate::of(patterns, options.folds_case());
    let limits = options.set_limits(patterns.len(), estimate.compiled);
    with_limits(patterns, options, config, limits, |builder| {
        builder.build_many(patterns).map_err(|error| Error::from_build(&error, patterns))
    })
}

fn with_limits(
    patterns: &[&str],
    options: &Options,
    config: meta::Config,
    limits: Limits,
    build: impl FnOnce(&meta::Builder) -> Result<meta::Regex> + Send,
) -> Result<meta::Regex> {
    let estimate = Estimate::of(patterns, options.folds_case());
    estimate.check(limits.compiled)?;
    let bytes = estimate.memory(limits.compiled);
    if bytes > LITTLE {
        room_for(bytes)?;
    }
    let mut builder = meta::Builder::new();
    builder
        .configure(
            config.utf8_empty(true).nfa_size_limit(Some(limits.compiled)).hybrid_cache_capacity(limits.cache),
        )
        .syntax(options.syntax());
    with_room(patterns, options.nest_limit(), || build(&builder))
}

/// Compiles `patterns`, each of which may have `deepest` levels, by `compile`, with stack enough for it: the compiler
/// calls itself for each level, and the thread that calls us may have little.
fn with_room<R: Send>(
    patterns: &[&str],
    deepest: Option<u32>,
    compile: impl FnOnce() -> Result<R> + Send,
) -> Result<R> {
    let deepest = deepest.map_or(USUAL, |levels| levels as usize);
    let levels = patterns.iter().map(|pattern| nesting_bound(pattern)).max().unwrap_or(0).min(deepest);
    let compile = || match levels <= SHALLOW {
        true => stack::with_little_room(LITTLE_STACK, compile),
        false => stack::with_room(BASE + levels * LEVEL, compile),
    };
    // The first one reads how many processors there are.
    deferred(compile).map_err(Error::NoThread)?
}

/// Returns a bound of the pattern's levels: groups, repetitions and classes nest.
fn nesting_bound(pattern: &str) -> usize {
    pattern.bytes().filter(|byte| b"(*+?{[".contains(byte)).count()
}
