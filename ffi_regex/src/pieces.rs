//! Places in a text, and the pieces of it that a search gives.

use crate::{Error, Result, search::Search};
use ffi_core::{Text, memory::reserve};
use std::ops::Range;

/// The first match.
pub fn first(mut search: Search, text: &str) -> Result<Option<Text>> {
    let found = search.find_at(text, 0).map(|found| Text::try_from_pieces(&[&text[found]]));
    Ok(found.transpose()?)
}

/// `start` as a place in `text` where a search may begin.
pub fn offset(text: &str, start: i64) -> Result<usize> {
    match usize::try_from(start) {
        Ok(offset) if text.is_char_boundary(offset) => Ok(offset),
        Ok(offset) if offset < text.len() => Err(Error::StartInsideCharacter { start }),
        _ => Err(Error::StartOutside { start, length: text.len() }),
    }
}

/// All matches.
pub fn matches<'t>(mut search: Search, text: &'t str) -> Result<Vec<&'t str>> {
    let mut pieces = Vec::new();
    search.each(text, |found| {
        push(&mut pieces, &text[found])?;
        Ok(true)
    })?;
    Ok(pieces)
}

/// Splits `text` at its matches into at most `limit` pieces, the last of which holds the rest.
pub fn between<'t>(mut search: Search, text: &'t str, limit: usize) -> Result<Vec<&'t str>> {
    let mut pieces = Vec::new();
    let mut rest = 0;
    if limit == 0 {
        return Ok(pieces);
    }
    if limit > 1 {
        search.each(text, |found: Range<usize>| {
            push(&mut pieces, &text[rest..found.start])?;
            rest = found.end;
            Ok(pieces.len() + 1 < limit)
        })?;
    }
    push(&mut pieces, &text[rest..])?;
    Ok(pieces)
}

fn push<'t>(pieces: &mut Vec<&'t str>, piece: &'t str) -> Result<()> {
    reserve(pieces, 1)?;
    pieces.push(piece);
    Ok(())
}

/// `pieces` with newlines between them.
pub fn joined(pieces: Vec<&str>) -> Result<Text> {
    Ok(Text::try_joined(pieces.iter().copied(), "\n")?)
}

/// A text of each piece, or nothing.
pub fn optional_texts<'t>(pieces: impl IntoIterator<Item = Option<&'t str>>) -> Result<Vec<Option<Text>>> {
    let mut texts = Vec::new();
    append_optional_texts(&mut texts, pieces)?;
    Ok(texts)
}

/// Appends the texts of `pieces` to `texts`, none where a piece is none.
pub fn append_optional_texts<'t>(
    texts: &mut Vec<Option<Text>>,
    pieces: impl IntoIterator<Item = Option<&'t str>>,
) -> Result<()> {
    for piece in pieces {
        reserve(texts, 1)?;
        texts.push(piece.map(|piece| Text::try_from_pieces(&[piece])).transpose()?);
    }
    Ok(())
}

/// A text of each piece.
pub fn texts<'t>(pieces: impl IntoIterator<Item = &'t str>) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    for piece in pieces {
        reserve(&mut texts, 1)?;
        texts.push(Text::try_from_pieces(&[piece])?);
    }
    Ok(texts)
}
