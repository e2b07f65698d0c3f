//! Places in a text, and the pieces of it that a search gives.

use crate::{Error, Result};
use ffi_core::{
    Text,
    memory::{collect, reserve},
};

/// The first match, empty where there is none.
pub fn first(regex: &regex::Regex, text: &str) -> Text {
    Text::new(regex.find(text).map_or("", |found| found.as_str()))
}

/// `start` as a place in `text` where a search may begin.
pub fn offset(text: &str, start: i64) -> Result<usize> {
    match usize::try_from(start) {
        Ok(offset) if text.is_char_boundary(offset) => Ok(offset),
        Ok(offset) if offset < text.len() => Err(Error::StartInsideCharacter { start }),
        _ => Err(Error::StartOutside { start, length: text.len() }),
    }
}

/// The pieces of `text` between matches, joined with newlines.
pub fn joined_pieces(regex: &regex::Regex, text: &str) -> Result<Text> {
    joined(regex.split(text))
}

/// `pieces` with newlines between them.
pub fn joined<'t>(pieces: impl Iterator<Item = &'t str>) -> Result<Text> {
    let pieces = collect(pieces)?;
    Ok(Text::try_joined(pieces.iter().copied(), "\n")?)
}

/// A text of each piece.
pub fn texts<'t>(pieces: impl Iterator<Item = &'t str>) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for piece in pieces {
        reserve(&mut texts, 1)?;
        texts.push(Text::try_from_pieces(&[piece])?);
    }
    Ok(texts)
}
