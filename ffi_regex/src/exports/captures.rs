//! Capture groups.

use crate::{Error, Regex, Result, pieces::offset};
use ffi_core::{Text, export};

/// The groups of the first match in `text`, group 0 (the whole match) first, joined with newlines. A group
/// that took no part is an empty piece; `""` where there is no match. `rt_regex_captures_array` keeps the
/// pieces apart.
#[export]
fn rt_regex_captures(handle: &Regex, text: &str) -> Text {
    Text::joined(groups(handle, text).iter().copied(), "\n")
}

/// How many groups the first match in `text` has, group 0 included and whether or not they took part; 0 where
/// there is no match.
#[export]
fn rt_regex_captures_len(handle: &Regex, text: &str) -> i64 {
    if handle.0.is_match(text) { handle.0.captures_len() as i64 } else { 0 }
}

/// The groups of the first match in `text`, group 0 (the whole match) first. A group that took no part is
/// `""`; the array is empty where there is no match.
#[export]
fn rt_regex_captures_array(handle: &Regex, text: &str) -> Vec<Text> {
    groups(handle, text).into_iter().map(Text::new).collect()
}

/// Where the groups of the first match at or after the byte offset `start` lie: start, end for each, group 0
/// first, -1 and -1 for a group that took no part; empty where there is no match.
#[export]
fn rt_regex_captures_offsets(handle: &Regex, text: &str, start: i64) -> Result<Vec<i64>> {
    let Some(captures) = handle.0.captures_at(text, offset(text, start)?) else {
        return Ok(Vec::new());
    };
    let span = |group: Option<regex::Match>| match group {
        Some(group) => [group.start() as i64, group.end() as i64],
        None => [-1, -1],
    };
    Ok(captures.iter().flat_map(span).collect())
}

/// The group called `name` of the first match in `text`; `""` where there is no match or the group took no
/// part. A name that the pattern does not have is a failure.
#[export]
fn rt_regex_captures_name(handle: &Regex, text: &str, name: &str) -> Result<Text> {
    if !handle.0.capture_names().flatten().any(|known| known == name) {
        return Err(Error::NoSuchGroup { name: name.into(), pattern: handle.0.as_str().into() });
    }
    let captures = handle.0.captures(text);
    let group = captures.as_ref().and_then(|captures| captures.name(name));
    Ok(Text::new(group.map_or("", |group| group.as_str())))
}

/// The names of the pattern's groups by number, group 0 first; `""` for a group without a name.
#[export]
fn rt_regex_capture_names(handle: &Regex) -> Vec<Text> {
    handle.0.capture_names().map(|name| Text::new(name.unwrap_or(""))).collect()
}

/// All groups of the first match; none where there is no match.
fn groups<'t>(regex: &Regex, text: &'t str) -> Vec<&'t str> {
    let Some(captures) = regex.0.captures(text) else {
        return Vec::new();
    };
    captures.iter().map(|group| group.map_or("", |group| group.as_str())).collect()
}
