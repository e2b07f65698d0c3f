//! One call for pattern and text.

use crate::{
    Result,
    pattern_cache::with_pattern,
    pieces::{first, joined_pieces},
    replacement::replaced,
};
use ffi_core::{Text, export};

/// `rt_regex_is_match` with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64 patterns
/// that each thread used last compiled; of those that compile to more than 256 KiB, the last 4.
#[export]
fn rt_regex_is_match_quick(pattern: &str, text: &str) -> Result<i64> {
    with_pattern(pattern, |regex| Ok(i64::from(regex.is_match(text))))
}

/// `rt_regex_find` with a pattern instead of a handle.
#[export]
fn rt_regex_find_quick(pattern: &str, text: &str) -> Result<Text> {
    with_pattern(pattern, |regex| Ok(first(regex, text)))
}

/// `rt_regex_replace` with a pattern instead of a handle.
#[export]
fn rt_regex_replace_quick(pattern: &str, text: &str, replacement: &str) -> Result<Text> {
    with_pattern(pattern, |regex| replaced(regex, text, replacement, 1))
}

/// `rt_regex_replace_all` with a pattern instead of a handle.
#[export]
fn rt_regex_replace_all_quick(pattern: &str, text: &str, replacement: &str) -> Result<Text> {
    with_pattern(pattern, |regex| replaced(regex, text, replacement, 0))
}

/// `rt_regex_split` with a pattern instead of a handle.
#[export]
fn rt_regex_split_quick(pattern: &str, text: &str) -> Result<Text> {
    with_pattern(pattern, |regex| joined_pieces(regex, text))
}
