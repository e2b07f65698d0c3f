//! Texts with matches replaced.

use crate::Result;
use ffi_core::{
    Text,
    memory::{OutOfMemory, reserve_text},
};
use regex_automata::util::interpolate;

/// The crate's own functions end the process where the result does not fit into memory.
pub fn replaced(regex: &regex::Regex, text: &str, replacement: &str, limit: usize) -> Result<Text> {
    if !replacement.contains('$') {
        return literally(regex, text, replacement, limit);
    }
    let mut new = Replaced::new(text);
    for groups in regex.captures_iter(text).take(at_most(limit)) {
        let found = groups.get_match();
        new.up_to(found.start(), found.end())?;
        new.expand(regex, replacement, |group| groups.get(group).map_or("", |group| group.as_str()))?;
    }
    new.finish()
}

/// The same with `replacement` as it stands.
pub fn literally(regex: &regex::Regex, text: &str, replacement: &str, limit: usize) -> Result<Text> {
    let mut new = Replaced::new(text);
    for found in regex.find_iter(text).take(at_most(limit)) {
        new.up_to(found.start(), found.end())?;
        new.push(replacement)?;
    }
    new.finish()
}

fn at_most(limit: usize) -> usize {
    if limit == 0 { usize::MAX } else { limit }
}

/// A text on its way to its result.
struct Replaced<'t> {
    text: &'t str,
    done: usize,
    new: String,
}

impl<'t> Replaced<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, done: 0, new: String::new() }
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
        regex: &regex::Regex,
        replacement: &str,
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
            let number = |name: &str| regex.capture_names().position(|known| known == Some(name));
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
