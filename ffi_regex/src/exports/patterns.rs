//! Patterns: compiling them, and what can be asked of them.

use crate::{Regex, Result, compile, options::Options};
use ffi_core::{Consumed, New, Text, export, memory::reserve_text};
use std::fmt::Write;

const LONGEST_ESCAPE: usize = 10;

/// Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
/// so that every search takes time linear in the text. A bad pattern's last error shows the place.
#[export(heavy)]
fn rt_regex_new(pattern: &str) -> Result<New<Regex>> {
    compiled(pattern, &Options::default())
}

/// Frees a compiled pattern.
#[export(light)]
fn rt_regex_destroy(handle: Consumed<Regex>) {
    drop(handle);
}

/// Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
///
/// - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
///   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
///   comments), `octal`: booleans, false if absent
/// - `unicode`: boolean, true if absent
/// - `size_limit`: bytes that the compiled pattern may take, 10 MiB if absent, at most 1 GiB. A pattern longer than a
///   tenth of it (and than 1 MiB), or one that takes 32 times as much to be read, is refused before it is compiled
/// - `dfa_size_limit`: bytes that each of the two caches of a search may take, 2 MiB if absent, at most 1 GiB
/// - `time_ms`: milliseconds that a call which finds all matches may take; it fails when they are over between two
///   matches. No limit if absent
/// - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
#[export(heavy, schema(options_json = "ffi_regex/src/options.schema.json"))]
fn rt_regex_new_with_options(pattern: &str, options_json: &str) -> Result<New<Regex>> {
    compiled(pattern, &Options::parse(options_json)?)
}

fn compiled(pattern: &str, options: &Options) -> Result<New<Regex>> {
    let compiled = compile::pattern(pattern, options)?;
    Ok(New::new(Regex { compiled, pattern: pattern.into(), time: options.time() }))
}

/// Escapes every character of `text` that means something in a pattern, with or without `ignore_whitespace`: gives the
/// pattern that matches just `text`.
#[export(light)]
fn rt_regex_escape(text: &str) -> Result<Text> {
    let mut escaped = String::new();
    reserve_text(&mut escaped, 2 * text.len())?;
    for c in text.chars() {
        // Room for the longest of these forms: a character's, and the backslashes that were counted before.
        reserve_text(&mut escaped, LONGEST_ESCAPE)?;
        match c {
            ' ' => escaped.push_str("\\ "),
            c if c.is_whitespace() => write!(escaped, "\\x{{{:X}}}", c as u32).expect("a String takes it"),
            c if regex_syntax::is_meta_character(c) => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    Ok(Text::try_from_pieces(&[&escaped])?)
}

/// Returns the pattern that `handle` was compiled from.
#[export(light)]
fn rt_regex_pattern(handle: &Regex) -> Text {
    Text::new(&handle.pattern)
}
