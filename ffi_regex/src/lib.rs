//! Regular expressions.
use ffi_core::{Kind, New, Taken, Text, export};
ffi_core::library! { name: "regex", index: 1, wraps: "regex" }

/// x
pub struct Regex(regex::Regex);
ffi_core::object!(Regex, Kind::Regex);
/// e
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// x
    #[error("{0}")]
    Pattern(#[from] regex::Error),
}
impl ffi_core::Failure for Error {}
type Result<T, E = Error> = std::result::Result<T, E>;

/// Span
#[ffi_core::ffi_struct]
pub struct RegexSpan {
    /// a
    pub start: i64,
    /// b
    pub end: i64,
}

/// new
#[export]
fn rt_regex_new(pattern: &str) -> Result<New<Regex>> {
    Ok(New::new(Regex(regex::Regex::new(pattern)?)))
}
/// destroy
#[export]
fn rt_regex_destroy(handle: Taken<Regex>) {
    drop(handle);
}
/// match
#[export]
fn rt_regex_is_match(handle: &Regex, text: &str) -> i64 {
    i64::from(handle.0.is_match(text))
}
/// find
#[export(fail(start = -1, end = -1))]
fn rt_regex_find_at(handle: &Regex, text: &str, start: i64) -> RegexSpan {
    handle.0.find_at(text, start as usize).map_or(RegexSpan { start: -1, end: -1 }, |m| RegexSpan {
        start: m.start() as i64,
        end: m.end() as i64,
    })
}
/// find
#[export]
fn rt_regex_find(handle: &Regex, text: &str) -> Text {
    Text::new(handle.0.find(text).map_or("", |m| m.as_str()))
}
/// probe
#[export]
fn rt_regex_probe(handle: &Regex) -> i64 {
    handle.0.captures_len() as i64
}
