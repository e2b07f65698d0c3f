//! Replacing matches.

use crate::{
    Error, Regex, Result,
    replacement::{literally, replaced},
};
use ffi_core::{Text, export};

/// Returns `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
/// and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without braces
/// a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
#[export(light)]
fn rt_regex_replace(handle: &Regex, text: &str, replacement: &str) -> Result<Text> {
    replaced(handle.search(), text, replacement, 1)
}

/// Returns `text` with all matches replaced, as in `rt_regex_replace`.
#[export(heavy)]
fn rt_regex_replace_all(handle: &Regex, text: &str, replacement: &str) -> Result<Text> {
    replaced(handle.search(), text, replacement, 0)
}

/// Returns `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
#[export]
fn rt_regex_replace_n(handle: &Regex, text: &str, replacement: &str, limit: i64) -> Result<Text> {
    let limit = usize::try_from(limit).map_err(|_| Error::NegativeLimit { limit })?;
    replaced(handle.search(), text, replacement, limit)
}

/// Returns `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
#[export(heavy)]
fn rt_regex_replace_all_literal(handle: &Regex, text: &str, replacement: &str) -> Result<Text> {
    literally(handle.search(), text, replacement, 0)
}
