//! Capture groups.

use crate::{
    Error, Regex, Result,
    pieces::{joined, offset, texts},
    search::Groups,
};
use ffi_core::{Text, array::I64s, export};
use regex_automata::PatternID;

/// The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
/// that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
/// pieces apart.
#[export]
fn rt_regex_captures(handle: &Regex, text: &str) -> Result<Text> {
    joined(groups(handle, text)?)
}

/// How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
/// there is no match.
#[export]
fn rt_regex_captures_len(handle: &Regex, text: &str) -> i64 {
    if handle.search().is_match(text) { handle.compiled.captures_len() as i64 } else { 0 }
}

/// The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
/// `""`; the array is empty where there is no match.
#[export]
fn rt_regex_captures_array(handle: &Regex, text: &str) -> Result<Vec<Text>> {
    texts(groups(handle, text)?)
}

/// Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
/// first, -1 and -1 for a group that took no part; empty where there is no match.
#[export]
fn rt_regex_captures_offsets(handle: &Regex, text: &str, start: i64) -> Result<Vec<i64>> {
    handle.search().offsets_at(text, offset(text, start)?)
}

/// The same for all matches in `text` that do not overlap, one after the other: each has as many numbers, two for each
/// group of the pattern (`rt_regex_capture_names` gives one name for each). One call for a whole text.
#[export]
fn rt_regex_captures_all_offsets(handle: &Regex, text: &str) -> Result<I64s> {
    let mut offsets = I64s::new();
    handle.search().each_groups(text, |groups| {
        for number in groups.offsets() {
            offsets.push(number)?;
        }
        Ok(true)
    })?;
    Ok(offsets)
}

/// The groups of all matches in `text` that do not overlap, one match after the other: each has as many texts, one for
/// each group of the pattern, group 0 first; a group that took no part is `""`.
#[export]
fn rt_regex_captures_all_array(handle: &Regex, text: &str) -> Result<Vec<Text>> {
    let mut all = Vec::new();
    handle.search().each_groups(text, |groups| {
        all.extend(texts(pieces(text, &groups))?);
        Ok(true)
    })?;
    Ok(all)
}

/// The group called `name` of the first match in `text`; `""` where there is no match or the group took no
/// part. A name that the pattern does not have is a failure.
#[export]
fn rt_regex_captures_name(handle: &Regex, text: &str, name: &str) -> Result<Text> {
    let Some(number) = handle.compiled.group_info().to_index(PatternID::ZERO, name) else {
        return Err(Error::NoSuchGroup { name: name.into(), pattern: handle.pattern.to_string() });
    };
    let group = handle.search().groups_at(text, 0, |groups| groups.get(number))?.flatten();
    Ok(Text::new(group.map_or("", |group| &text[group])))
}

/// The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
#[export]
fn rt_regex_capture_names(handle: &Regex) -> Vec<Text> {
    handle.group_names().map(|name| Text::new(name.unwrap_or(""))).collect()
}

/// All groups of the first match; none where there is no match.
fn groups<'t>(regex: &Regex, text: &'t str) -> Result<Vec<&'t str>> {
    let groups = regex.search().groups_at(text, 0, |groups| pieces(text, &groups).collect())?;
    Ok(groups.unwrap_or_default())
}

/// The text of each group, empty where it took no part.
fn pieces<'t>(text: &'t str, groups: &Groups) -> impl Iterator<Item = &'t str> {
    groups.iter().map(|group| group.map_or("", |group| &text[group]))
}
