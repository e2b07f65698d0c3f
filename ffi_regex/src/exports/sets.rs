//! Pattern sets: many patterns, one pass over the text.

use crate::{RegexSet, Result, compile::with_room, options::Options};
use ffi_core::{Consumed, New, export};
use regex::RegexSetBuilder;

/// Compiles `patterns` into one set, which finds in one pass over a text which of them match.
#[export]
fn rt_regex_set_new(patterns: &[&str]) -> Result<New<RegexSet>> {
    let set = with_room(patterns, None, || Ok(regex::RegexSet::new(patterns)?))?;
    Ok(New::new(RegexSet(set)))
}

/// The same with options for all patterns, as in `rt_regex_new_with_options`.
#[export]
fn rt_regex_set_new_with_options(patterns: &[&str], options_json: &str) -> Result<New<RegexSet>> {
    let options = Options::parse(options_json)?;
    let mut builder = RegexSetBuilder::new(patterns);
    options.to_set(&mut builder);
    let set = with_room(patterns, options.nest_limit(), || Ok(builder.build()?))?;
    Ok(New::new(RegexSet(set)))
}

/// Frees a set.
#[export]
fn rt_regex_set_destroy(handle: Consumed<RegexSet>) {
    drop(handle);
}

/// How many patterns the set has.
#[export]
fn rt_regex_set_len(handle: &RegexSet) -> i64 {
    handle.0.len() as i64
}

/// Whether any pattern of the set matches anywhere in `text`: 1 or 0.
#[export]
fn rt_regex_set_is_match(handle: &RegexSet, text: &str) -> i64 {
    i64::from(handle.0.is_match(text))
}

/// The numbers of the patterns that match anywhere in `text`, ascending, counted from 0 in the order that they
/// were given.
#[export]
fn rt_regex_set_matches(handle: &RegexSet, text: &str) -> Vec<i64> {
    handle.0.matches(text).iter().map(|number| number as i64).collect()
}
