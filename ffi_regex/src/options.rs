//! Options by which patterns are compiled.

use crate::{
    Error, Result,
    limits::{DEEPEST, LARGEST, Limits},
};
use regex_automata::util::syntax;
use serde::Deserialize;
use std::time::Duration;

const SIZE: usize = 10 << 20;
const CACHE: usize = 2 << 20;
/// Size that each pattern of a large set may have.
const SIZE_EACH: usize = 64 << 10;
/// The most that is chosen for a set.
const SET: usize = 256 << 20;

/// The keys of `options_json`; an unknown key is an error that names it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    case_insensitive: Option<bool>,
    multi_line: Option<bool>,
    dot_matches_new_line: Option<bool>,
    crlf: Option<bool>,
    swap_greed: Option<bool>,
    ignore_whitespace: Option<bool>,
    unicode: Option<bool>,
    octal: Option<bool>,
    size_limit: Option<usize>,
    dfa_size_limit: Option<usize>,
    nest_limit: Option<u32>,
    time_ms: Option<u64>,
}

impl Options {
    pub fn parse(json: &str) -> Result<Self> {
        let options: Self = ffi_core::json::object(json)?;
        if let Some(levels) = options.nest_limit.filter(|&levels| levels > DEEPEST) {
            return Err(Error::NestLimit(levels));
        }
        for (key, bytes) in [("size_limit", options.size_limit), ("dfa_size_limit", options.dfa_size_limit)] {
            if let Some(bytes) = bytes.filter(|&bytes| bytes > LARGEST) {
                return Err(Error::MemoryLimit { key, bytes });
            }
        }
        Ok(options)
    }

    /// Without options but a limit for the compiled pattern.
    pub fn with_size_limit(bytes: usize) -> Self {
        Self { size_limit: Some(bytes), ..Self::default() }
    }

    pub fn nest_limit(&self) -> Option<u32> {
        self.nest_limit
    }

    /// Time that a call may look for all matches.
    pub fn time(&self) -> Option<Duration> {
        self.time_ms.map(Duration::from_millis)
    }

    pub fn folds_case(&self) -> bool {
        self.case_insensitive == Some(true)
    }

    pub fn pattern_limits(&self) -> Limits {
        Limits { compiled: self.size_limit.unwrap_or(SIZE), cache: self.dfa_size_limit.unwrap_or(CACHE) }
    }

    /// A set of so many patterns, which take about `estimate` bytes compiled, gets a cache that holds at least what
    /// a search keeps for each state: without, it is made by the slowest way.
    pub fn set_limits(&self, count: usize, estimate: usize) -> Limits {
        let compiled = SIZE.max(count.saturating_mul(SIZE_EACH)).min(SET);
        let compiled = self.size_limit.unwrap_or(compiled);
        let cache = CACHE.saturating_add(estimate.min(compiled).saturating_mul(2)).min(SET);
        Limits { compiled, cache: self.dfa_size_limit.unwrap_or(cache) }
    }

    /// Syntax as the crate `regex` reads patterns.
    pub fn syntax(&self) -> syntax::Config {
        let mut config = syntax::Config::new().utf8(true);
        for (value, apply) in [
            (self.case_insensitive, syntax::Config::case_insensitive as fn(syntax::Config, bool) -> _),
            (self.multi_line, syntax::Config::multi_line),
            (self.dot_matches_new_line, syntax::Config::dot_matches_new_line),
            (self.crlf, syntax::Config::crlf),
            (self.swap_greed, syntax::Config::swap_greed),
            (self.ignore_whitespace, syntax::Config::ignore_whitespace),
            (self.unicode, syntax::Config::unicode),
            (self.octal, syntax::Config::octal),
        ] {
            if let Some(on) = value {
                config = apply(config, on);
            }
        }
        match self.nest_limit {
            Some(levels) => config.nest_limit(levels),
            None => config,
        }
    }
}
