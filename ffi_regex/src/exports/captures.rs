//! Capture groups.

use crate::{
    Error, Regex, Result,
    pieces::{append_optional_texts, joined, offset, optional_texts},
    search::Groups,
};
use ffi_core::{Text, array::I64s, export};
use regex_automata::PatternID;

/// Returns the groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group that
/// took no part is an empty piece; `""` where there is no match, which `rt_text_is_none` tells from empty groups.
/// `rt_regex_captures_array` keeps the pieces apart.
#[export(light)]
fn rt_regex_captures(handle: &Regex, text: &str) -> Result<Option<Text>> {
    let Some(groups) = groups(handle, text)? else { return Ok(None) };
    joined(groups.into_iter().map(Option::unwrap_or_default).collect()).map(Some)
}

/// Returns how many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
/// there is no match.
#[export(light)]
fn rt_regex_captures_len(handle: &Regex, text: &str) -> i64 {
    if handle.search().is_match(text) { handle.compiled.captures_len() as i64 } else { 0 }
}

/// Returns the groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is `""`,
/// which `rt_text_is_none` tells from an empty one; the array is empty where there is no match.
#[export(light)]
fn rt_regex_captures_array(handle: &Regex, text: &str) -> Result<Vec<Option<Text>>> {
    optional_texts(groups(handle, text)?.unwrap_or_default())
}

/// Returns where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
/// first, -1 and -1 for a group that took no part; empty where there is no match.
#[export(light, offsets)]
fn rt_regex_captures_offsets(handle: &Regex, text: &str, start: i64) -> Result<Vec<i64>> {
    handle.search().offsets_at(text, offset(text, start)?)
}

/// Returns where the groups of all matches in `text` that do not overlap lie, one match after the other: each has as
/// many numbers, two for each group of the pattern (`rt_regex_capture_names` gives one name for each). One call for a
/// whole text.
#[export(heavy, offsets)]
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

/// Returns the groups of all matches in `text` that do not overlap, one match after the other: each has as many texts,
/// one for each group of the pattern, group 0 first; a group that took no part is `""`, as in
/// `rt_regex_captures_array`.
#[export(heavy)]
fn rt_regex_captures_all_array(handle: &Regex, text: &str) -> Result<Vec<Option<Text>>> {
    let mut all = Vec::new();
    handle.search().each_groups(text, |groups| {
        append_optional_texts(&mut all, pieces(text, &groups))?;
        Ok(true)
    })?;
    Ok(all)
}

/// Returns the group called `name` of the first match in `text`; `""` where there is no match or the group took no
/// part: `rt_text_is_none` tells that from an empty group. A name that the pattern does not have is a failure.
#[export(light)]
fn rt_regex_captures_name(handle: &Regex, text: &str, name: &str) -> Result<Option<Text>> {
    let number = number(handle, name)?;
    let group = handle.search().groups_at(text, 0, |groups| groups.get(number))?.flatten();
    Ok(group.map(|group| Text::try_from_pieces(&[&text[group]])).transpose()?)
}

/// Returns the names of the pattern's groups by number, group 0 first; `""` (and nothing to `rt_text_is_none`) for a
/// group without a name.
#[export(light)]
fn rt_regex_capture_names(handle: &Regex) -> Vec<Option<Text>> {
    handle.group_names().map(|name| name.map(Text::new)).collect()
}

/// Returns the number of the group called `name`, by which its place is found among offsets and texts of groups; -1 for
/// a name that the pattern does not have, which is a failure.
#[export(light)]
fn rt_regex_capture_index(handle: &Regex, name: &str) -> Result<i64> {
    Ok(number(handle, name)? as i64)
}

fn number(regex: &Regex, name: &str) -> Result<usize> {
    let number = regex.compiled.group_info().to_index(PatternID::ZERO, name);
    number.ok_or_else(|| Error::NoSuchGroup { name: name.into(), pattern: regex.pattern.to_string() })
}

/// All groups of the first match.
fn groups<'t>(regex: &Regex, text: &'t str) -> Result<Option<Vec<Option<&'t str>>>> {
    regex.search().groups_at(text, 0, |groups| pieces(text, &groups).collect())
}

/// The text of each group that took part.
fn pieces<'t>(text: &'t str, groups: &Groups) -> impl Iterator<Item = Option<&'t str>> {
    groups.iter().map(|group| group.map(|group| &text[group]))
}
