//! Finding matches.

use crate::{
    Regex, RegexSpan, Result,
    pieces::{first, joined, matches, offset, texts},
};
use ffi_core::{Text, array::I64s, export};

/// Tells whether `handle` matches anywhere in `text`: 1 or 0.
#[export(light, truth)]
fn rt_regex_is_match(handle: &Regex, text: &str) -> i64 {
    i64::from(handle.search().is_match(text))
}

/// Finds the first match in `text`, `""` where there is none; `rt_text_is_none` tells that from an empty match.
#[export(light)]
fn rt_regex_find(handle: &Regex, text: &str) -> Result<Option<Text>> {
    first(handle.search(), text)
}

/// Returns all matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none. Where
/// matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
#[export(heavy)]
fn rt_regex_find_all(handle: &Regex, text: &str) -> Result<Text> {
    joined(matches(handle.search(), text)?)
}

/// Returns all matches in `text` that do not overlap, in order.
#[export(heavy)]
fn rt_regex_find_all_array(handle: &Regex, text: &str) -> Result<Vec<Text>> {
    texts(matches(handle.search(), text)?)
}

/// Returns all matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
/// boundary for a whole text.
#[export(heavy, offsets)]
fn rt_regex_find_all_offsets(handle: &Regex, text: &str) -> Result<I64s> {
    let mut offsets = I64s::new();
    handle.search().each(text, |found| {
        offsets.push(found.start as i64)?;
        offsets.push(found.end as i64)?;
        Ok(true)
    })?;
    Ok(offsets)
}

/// Counts the matches that do not overlap in `text`; -1 where the pattern's `time_ms` is over before.
#[export(heavy)]
fn rt_regex_count(handle: &Regex, text: &str) -> Result<i64> {
    let mut count = 0;
    handle.search().each(text, |_| {
        count += 1;
        Ok(true)
    })?;
    Ok(count)
}

/// Finds where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
/// before `start` counts as context for `^`, `$` and `\b`. Allocates nothing, and checks the whole text that it is
/// UTF-8: a loop over a long text calls `rt_regex_find_in`, or one of the functions that give all matches.
#[export(light, offsets, fail(start = -1, end = -1), none(start = -1, end = -1))]
fn rt_regex_find_at(handle: &Regex, text: &str, start: i64) -> Result<RegexSpan> {
    let found = handle.search().find_at(text, offset(text, start)?);
    Ok(found.map_or(RegexSpan::NONE, RegexSpan::of))
}
