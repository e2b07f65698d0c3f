//! Texts with matches replaced.

use crate::{Result, search::Search};
use ffi_core::{
    Text,
    memory::{OutOfMemory, reserve_text},
};
use regex_automata::{PatternID, util::interpolate};

/// `text` with up to `limit` matches replaced, all where that is 0, groups expanded. The crate's own functions end the
/// process where the result does not fit into memory.
pub fn replaced(mut search: Search, text: &str, replacement: &str, limit: usize) -> Result<Text> {
    if !replacement.contains('$') {
        return literally(search, text, replacement, limit);
    }
    let info = search.regex().group_info().clone();
    let mut new = Replaced::new(text);
    search.each_groups(text, |groups| {
        let found = groups.get(0).unwrap_or_default();
        new.up_to(found.start, found.end)?;
        let number = |name: &str| info.to_index(PatternID::ZERO, name);
        new.expand(replacement, number, |group| groups.get(group).map_or("", |group| &text[group]))?;
        Ok(new.counts(limit))
    })?;
    new.finish()
}

/// Replaces matches by `replacement` as it stands, without group references.
pub fn literally(mut search: Search, text: &str, replacement: &str, limit: usize) -> Result<Text> {
    let mut new = Replaced::new(text);
    search.each(text, |found| {
        new.up_to(found.start, found.end)?;
        new.push(replacement)?;
        Ok(new.counts(limit))
    })?;
    new.finish()
}

/// A text on its way to its result.
struct Replaced<'t> {
    text: &'t str,
    done: usize,
    count: usize,
    new: String,
}

impl<'t> Replaced<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, done: 0, count: 0, new: String::new() }
    }

    /// Counts a match that was replaced: whether there are to be more.
    fn counts(&mut self, limit: usize) -> bool {
        self.count += 1;
        self.count != limit
    }

    /// Takes over what stands before a match.
    fn up_to(&mut self, start: usize, end: usize) -> Result<(), OutOfMemory> {
        if self.new.capacity() == 0 {
            reserve_text(&mut self.new, self.text.len())?;
        }
        let (text, done) = (self.text, std::mem::replace(&mut self.done, end));
        self.push(&text[done..start])
    }

    fn push(&mut self, piece: &str) -> Result<(), OutOfMemory> {
        reserve_text(&mut self.new, piece.len())?;
        self.new.push_str(piece);
        Ok(())
    }

    fn expand(
        &mut self,
        replacement: &str,
        number: impl Fn(&str) -> Option<usize>,
        group: impl Fn(usize) -> &'t str,
    ) -> Result<(), OutOfMemory> {
        let mut result = reserve_text(&mut self.new, replacement.len());
        if result.is_ok() {
            let append = |number, new: &mut String| {
                // Room for what stands between the groups stays.
                let piece = group(number);
                if result.is_ok() {
                    result = reserve_text(new, replacement.len().saturating_add(piece.len()));
                }
                if result.is_ok() {
                    new.push_str(piece);
                }
            };
            interpolate::string(replacement, append, number, &mut self.new);
        }
        result
    }

    fn finish(mut self) -> Result<Text> {
        if self.new.is_empty() && self.done == 0 {
            return Ok(Text::try_from_pieces(&[self.text])?);
        }
        let text = self.text;
        self.push(&text[self.done..])?;
        Ok(Text::try_from_pieces(&[&self.new])?)
    }
}
