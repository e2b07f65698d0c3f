//! Finding matches.

use crate::{
    Regex, RegexSpan, Result,
    pieces::{first, joined, offset, texts},
};
use ffi_core::{Text, array::I64s, export};

/// Whether `handle` matches anywhere in `text`: 1 or 0.
#[export]
fn rt_regex_is_match(handle: &Regex, text: &str) -> i64 {
    i64::from(handle.0.is_match(text))
}

/// The first match in `text`, `""` where there is none.
#[export]
fn rt_regex_find(handle: &Regex, text: &str) -> Text {
    first(&handle.0, text)
}

/// All matches in `text` that do not overlap, in order, joined with newlines; `""` where there is none.
/// Where matches may be empty or hold newlines, `rt_regex_find_all_array` keeps them apart.
#[export]
fn rt_regex_find_all(handle: &Regex, text: &str) -> Result<Text> {
    joined(handle.0.find_iter(text).map(|found| found.as_str()))
}

/// All matches in `text` that do not overlap, in order.
#[export]
fn rt_regex_find_all_array(handle: &Regex, text: &str) -> Result<Vec<Text>> {
    texts(handle.0.find_iter(text).map(|found| found.as_str()))
}

/// All matches in `text` that do not overlap, as byte offsets: start, end, start, end, …; one crossing of the
/// boundary for a whole text.
#[export]
fn rt_regex_find_all_offsets(handle: &Regex, text: &str) -> Result<I64s> {
    let mut offsets = I64s::new();
    for found in handle.0.find_iter(text) {
        offsets.push(found.start() as i64)?;
        offsets.push(found.end() as i64)?;
    }
    Ok(offsets)
}

/// How many matches that do not overlap `text` holds.
#[export]
fn rt_regex_count(handle: &Regex, text: &str) -> i64 {
    handle.0.find_iter(text).count() as i64
}

/// Where the first match at or after the byte offset `start` lies; -1 and -1 where there is none. What stands
/// before `start` counts as context for `^`, `$` and `\b`. Allocates nothing.
#[export(fail(start = -1, end = -1))]
fn rt_regex_find_at(handle: &Regex, text: &str, start: i64) -> Result<RegexSpan> {
    let found = handle.0.find_at(text, offset(text, start)?);
    Ok(found.map_or(RegexSpan::NONE, RegexSpan::of))
}
