//! Texts that are checked once, for loops that search them from one place to the next.

use crate::{Regex, RegexSpan, RegexText, Result, pieces::offset};
use ffi_core::{Consumed, New, error::ArgumentError, export, memory::reserve_text};

/// Copies `text` (its bytes, which may hold NULs) into an object of the archive's and checks once that it is UTF-8. A
/// search in it costs what the search itself does, however long the text is; a function that takes a text as such looks
/// at all of it in each call. 0 where it is not UTF-8, and where there is no memory for it.
#[export(heavy)]
fn rt_regex_text_new(text: &[u8]) -> Result<New<RegexText>> {
    let checked = std::str::from_utf8(text)
        .map_err(|error| ArgumentError::NotUtf8 { name: "text", offset: error.valid_up_to() })?;
    let mut copy = String::new();
    reserve_text(&mut copy, checked.len())?;
    copy.push_str(checked);
    Ok(New::new(RegexText(copy.into_boxed_str())))
}

/// Frees a text.
#[export(light)]
fn rt_regex_text_destroy(text: Consumed<RegexText>) {
    drop(text);
}

/// Gives the length of a text in bytes.
#[export(light)]
fn rt_regex_text_len(text: &RegexText) -> i64 {
    text.0.len() as i64
}

/// Finds the first match at or after the byte offset `start` of a checked text: as `rt_regex_find_at`, without
/// looking at the rest of the text.
#[export(light, fail(start = -1, end = -1), none(start = -1, end = -1))]
fn rt_regex_find_in(handle: &Regex, text: &RegexText, start: i64) -> Result<RegexSpan> {
    let found = handle.search().find_at(&text.0, offset(&text.0, start)?);
    Ok(found.map_or(RegexSpan::NONE, RegexSpan::of))
}

/// Finds the groups of the first match at or after the byte offset `start` of a checked text: as
/// `rt_regex_captures_offsets`, without looking at the rest of the text.
#[export(light)]
fn rt_regex_captures_in(handle: &Regex, text: &RegexText, start: i64) -> Result<Vec<i64>> {
    handle.search().offsets_at(&text.0, offset(&text.0, start)?)
}
