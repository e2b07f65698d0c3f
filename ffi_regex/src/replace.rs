//! Replacing matches.

use crate::{Error, Regex, Result};
use ffi_core::{
    Text, export,
    memory::{OutOfMemory, reserve_text},
};
use regex_automata::util::interpolate;

/// `text` with its first match replaced. In `replacement`, `$1` and `${1}` stand for a group by number, `$name`
/// and `${name}` by name, `$$` for a dollar sign; a group that does not exist or took no part is empty. Without
/// braces a name is as long as it can be: `$1a` is the group "1a", and `${1}a` group 1 with an `a` after it.
#[export]
fn rt_regex_replace(handle: &Regex, text: &str, replacement: &str) -> Result<Text> {
    replaced(&handle.0, text, replacement, 1)
}

/// `text` with all matches replaced, as in `rt_regex_replace`.
#[export]
fn rt_regex_replace_all(handle: &Regex, text: &str, replacement: &str) -> Result<Text> {
    replaced(&handle.0, text, replacement, 0)
}

/// `text` with at most `limit` matches replaced, as in `rt_regex_replace`; 0 replaces all.
#[export]
fn rt_regex_replace_n(handle: &Regex, text: &str, replacement: &str, limit: i64) -> Result<Text> {
    let limit = usize::try_from(limit).map_err(|_| Error::NegativeLimit { limit })?;
    replaced(&handle.0, text, replacement, limit)
}

/// `text` with all matches replaced by `replacement` as it stands: `$` means nothing.
#[export]
fn rt_regex_replace_all_literal(handle: &Regex, text: &str, replacement: &str) -> Result<Text> {
    literally(&handle.0, text, replacement, 0)
}

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

fn literally(regex: &regex::Regex, text: &str, replacement: &str, limit: usize) -> Result<Text> {
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
