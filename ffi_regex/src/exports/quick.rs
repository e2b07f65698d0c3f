//! One call for pattern and text.

use crate::{
    Result,
    pattern_cache::{purge, with_pattern},
    pieces::{between, first, joined},
    replacement::replaced,
};
use ffi_core::{Text, export};

/// Does what `rt_regex_is_match` does, with a pattern instead of a handle: 1 or 0. The `_quick` functions keep the 64
/// patterns that each thread used last compiled; of those that compile to more than 256 KiB, the last 4. What they keep
/// for that and for searches is at most 32 MiB for each thread and 96 MiB for all, and besides what each thread used
/// last; `rt_regex_purge` gives it back.
#[export(light, truth)]
fn rt_regex_is_match_quick(pattern: &str, text: &str) -> Result<i64> {
    with_pattern(pattern, |mut search| Ok(i64::from(search.is_match(text))))
}

/// Does what `rt_regex_find` does, with a pattern instead of a handle.
#[export(light)]
fn rt_regex_find_quick(pattern: &str, text: &str) -> Result<Option<Text>> {
    with_pattern(pattern, |search| first(search, text))
}

/// Does what `rt_regex_replace` does, with a pattern instead of a handle.
#[export(light)]
fn rt_regex_replace_quick(pattern: &str, text: &str, replacement: &str) -> Result<Text> {
    with_pattern(pattern, |search| replaced(search, text, replacement, 1))
}

/// Does what `rt_regex_replace_all` does, with a pattern instead of a handle.
#[export]
fn rt_regex_replace_all_quick(pattern: &str, text: &str, replacement: &str) -> Result<Text> {
    with_pattern(pattern, |search| replaced(search, text, replacement, 0))
}

/// Does what `rt_regex_split` does, with a pattern instead of a handle.
#[export]
fn rt_regex_split_quick(pattern: &str, text: &str) -> Result<Text> {
    with_pattern(pattern, |search| joined(between(search, text, usize::MAX)?))
}

/// Gives back the memory that the `_quick` functions keep: this thread's now, every other thread's at its next such
/// call or its end. How many bytes other threads still keep.
#[export]
fn rt_regex_purge() -> i64 {
    purge() as i64
}
