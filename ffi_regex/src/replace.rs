//! Replacing matches.

use crate::{Error, Regex, Result};
use ffi_core::{Text, export};

/// `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
/// and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty.
#[export]
fn rt_regex_replace(handle: &Regex, text: &str, replacement: &str) -> Text {
    Text::new(&handle.0.replace(text, replacement))
}

/// `text` with all matches replaced, as in `rt_regex_replace`.
#[export]
fn rt_regex_replace_all(handle: &Regex, text: &str, replacement: &str) -> Text {
    Text::new(&handle.0.replace_all(text, replacement))
}

/// `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
#[export]
fn rt_regex_replace_n(handle: &Regex, text: &str, replacement: &str, limit: i64) -> Result<Text> {
    let count = usize::try_from(limit).map_err(|_| Error::NegativeLimit { limit })?;
    Ok(Text::new(&handle.0.replacen(text, count, replacement)))
}

/// `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
#[export]
fn rt_regex_replace_all_literal(handle: &Regex, text: &str, replacement: &str) -> Text {
    Text::new(&handle.0.replace_all(text, regex::NoExpand(replacement)))
}
