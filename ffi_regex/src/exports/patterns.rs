//! Patterns: compiling them, and what can be asked of them.

use crate::{
    Regex, Result,
    compile::{compiled, with_room},
    options::Options,
};
use ffi_core::{Consumed, New, Text, export, memory::reserve_text};
use regex::RegexBuilder;

/// Compiles `pattern`. The syntax is the Rust crate regex's: Perl's without look-around and back-references,
/// so that every search takes time linear in the text. A bad pattern's last error shows the place.
#[export]
fn rt_regex_new(pattern: &str) -> Result<New<Regex>> {
    Ok(New::new(Regex(compiled(pattern)?)))
}

/// Frees a compiled pattern.
#[export]
fn rt_regex_destroy(handle: Consumed<Regex>) {
    drop(handle);
}

/// Compiles `pattern` with options, a JSON object. All keys are optional; an unknown one is refused by name:
///
/// - `case_insensitive`, `multi_line` (`^` and `$` match at line breaks), `dot_matches_new_line`, `crlf` (a
///   line break is `\r\n` too), `swap_greed` (`a*` is lazy, `a*?` greedy), `ignore_whitespace` (and `#`
///   comments), `octal`: booleans, false if absent
/// - `unicode`: boolean, true if absent
/// - `size_limit`, `dfa_size_limit`: bytes that the compiled pattern, and its search cache, may take
/// - `nest_limit`: how deep groups and repetitions may nest, 250 if absent, at most 5000
#[export]
fn rt_regex_new_with_options(pattern: &str, options_json: &str) -> Result<New<Regex>> {
    let options = Options::parse(options_json)?;
    let mut builder = RegexBuilder::new(pattern);
    options.to_pattern(&mut builder);
    let regex = with_room(&[pattern], options.nest_limit(), || Ok(builder.build()?))?;
    Ok(New::new(Regex(regex)))
}

/// `text` with every character that means something in a pattern escaped: the pattern that matches just
/// `text`.
#[export]
fn rt_regex_escape(text: &str) -> Result<Text> {
    let mut escaped = String::new();
    reserve_text(&mut escaped, 2 * text.len())?;
    regex_syntax::escape_into(text, &mut escaped);
    Ok(Text::try_from_pieces(&[&escaped])?)
}

/// The pattern that `handle` was compiled from.
#[export]
fn rt_regex_pattern(handle: &Regex) -> Text {
    Text::new(handle.0.as_str())
}
