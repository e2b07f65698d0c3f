//! Splitting at matches.

use crate::{
    Error, Regex, Result,
    pieces::{between, joined, texts},
};
use ffi_core::{Text, export};

/// Returns the pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
#[export(heavy)]
fn rt_regex_split(handle: &Regex, text: &str) -> Result<Text> {
    joined(between(handle.search(), text, usize::MAX)?)
}

/// Returns the pieces of `text` between matches; the whole text where there is none.
#[export(heavy)]
fn rt_regex_split_array(handle: &Regex, text: &str) -> Result<Vec<Text>> {
    texts(between(handle.search(), text, usize::MAX)?)
}

/// Splits as `rt_regex_split_array` does, into at most `limit` pieces, the last of which holds the rest; 0 gives none.
#[export(heavy)]
fn rt_regex_split_n_array(handle: &Regex, text: &str, limit: i64) -> Result<Vec<Text>> {
    let limit = usize::try_from(limit).map_err(|_| Error::NegativeLimit { limit })?;
    texts(between(handle.search(), text, limit)?)
}
