//! Splitting at matches.

use crate::{Error, Regex, Result};
use ffi_core::{
    Text, export,
    memory::{collect, reserve},
};

/// The pieces of `text` between matches, joined with newlines. `rt_regex_split_array` keeps them apart.
#[export]
fn rt_regex_split(handle: &Regex, text: &str) -> Result<Text> {
    joined_pieces(&handle.0, text)
}

/// The pieces of `text` between matches; the whole text where there is none.
#[export]
fn rt_regex_split_array(handle: &Regex, text: &str) -> Result<Vec<Text>> {
    texts(handle.0.split(text))
}

/// The same with at most `limit` pieces, the last of which holds the rest; 0 gives none.
#[export]
fn rt_regex_split_n_array(handle: &Regex, text: &str, limit: i64) -> Result<Vec<Text>> {
    let limit = usize::try_from(limit).map_err(|_| Error::NegativeLimit { limit })?;
    texts(handle.0.splitn(text, limit))
}

pub(crate) fn joined_pieces(regex: &regex::Regex, text: &str) -> Result<Text> {
    joined(regex.split(text))
}

/// `pieces` with newlines between them.
pub(crate) fn joined<'t>(pieces: impl Iterator<Item = &'t str>) -> Result<Text> {
    let pieces = collect(pieces)?;
    Ok(Text::try_joined(pieces.iter().copied(), "\n")?)
}

/// A text of each piece.
pub(crate) fn texts<'t>(pieces: impl Iterator<Item = &'t str>) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for piece in pieces {
        reserve(&mut texts, 1)?;
        texts.push(Text::try_from_pieces(&[piece])?);
    }
    Ok(texts)
}
