//! Estimate of the memory that compiling a pattern takes, from one look over its bytes. Each figure is more than was
//! measured for patterns that consist of nothing else.

use crate::{Error, Result};

/// Bytes for each byte of a pattern: its syntax tree, and what that becomes.
const BYTE: usize = 300;
/// Bytes for each byte of a pattern where letters stand for both cases: each is a class.
const FOLDED_BYTE: usize = 500;
/// Bytes for each class: a range or two; `\d` and its like; `\w` and `\p{…}`, which hold hundreds of ranges.
const SMALL: Weight = Weight { read: 1 << 10, folded: 2 << 10, compiled: 2 << 10 };
const MIDDLE: Weight = Weight { read: 2 << 10, folded: 8 << 10, compiled: 8 << 10 };
const LARGE: Weight = Weight { read: 16 << 10, folded: 48 << 10, compiled: 100 << 10 };
/// Bytes that a state takes when it is compiled.
const STATE: usize = 40;
/// Reading a pattern may take so many times what it may compile to.
const PROPORTION: usize = 32;
/// The longest pattern for each byte that it may compile to.
const LONGEST: usize = 10;

struct Weight {
    read: usize,
    folded: usize,
    compiled: usize,
}

/// Memory that compiling takes at most, in bytes.
pub struct Estimate {
    length: usize,
    read: usize,
    /// Size of the compiled pattern, where nothing limits it.
    pub compiled: usize,
}

impl Estimate {
    /// Estimate for all these patterns together.
    pub fn of(patterns: &[&str], folds_case: bool) -> Self {
        let none = Self { length: 0, read: 0, compiled: 0 };
        patterns.iter().fold(none, |sum, pattern| {
            let one = Self::of_one(pattern.as_bytes(), folds_case || names_flag_i(pattern));
            Self {
                length: sum.length + one.length,
                read: sum.read.saturating_add(one.read),
                compiled: sum.compiled.saturating_add(one.compiled),
            }
        })
    }

    fn of_one(pattern: &[u8], folds_case: bool) -> Self {
        let mut read = pattern.len().saturating_mul(if folds_case { FOLDED_BYTE } else { BYTE });
        let mut compiled = pattern.len() * STATE;
        let mut times = 1usize;
        let mut add = |weight: Weight| {
            read = read.saturating_add(if folds_case { weight.folded } else { weight.read });
            compiled = compiled.saturating_add(weight.compiled);
        };
        let mut at = 0;
        while at < pattern.len() {
            let next = pattern.get(at + 1);
            match pattern[at] {
                b'\\' => {
                    match next {
                        Some(b'w' | b'W' | b'p' | b'P') => add(LARGE),
                        Some(b'd' | b'D' | b's' | b'S') => add(MIDDLE),
                        _ => {}
                    }
                    at += 1;
                }
                b'[' | b'.' => add(SMALL),
                // A range that may hold many letters.
                b'-' if next.is_some_and(|byte| *byte == b'\\' || !byte.is_ascii()) => add(LARGE),
                b'{' => times = times.saturating_mul(most_times(&pattern[at + 1..])),
                _ => {}
            }
            at += 1;
        }
        Self { length: pattern.len(), read, compiled: compiled.saturating_mul(times) }
    }

    /// Refuses what is out of proportion to what the compiled pattern may take.
    pub fn check(&self, size_limit: usize) -> Result<()> {
        let longest = (size_limit / LONGEST).max(1 << 20);
        if self.length > longest {
            return Err(Error::LongPattern { length: self.length, longest });
        }
        // Whatever the limit is, some patterns that are small by any measure are read before it counts.
        let most = size_limit.max(10 << 20).saturating_mul(PROPORTION);
        if self.read > most {
            return Err(Error::LargePattern { mib: self.read >> 20, most_mib: most >> 20 });
        }
        Ok(())
    }

    /// Memory of compiling and a first search together: the pattern is compiled in both directions, from lists that
    /// are as long.
    pub fn memory(&self, size_limit: usize) -> usize {
        self.read.saturating_add(self.compiled.min(size_limit).saturating_mul(4))
    }
}

/// The larger number of `{2,5}`, after its brace; 1 where it is no such thing.
fn most_times(rest: &[u8]) -> usize {
    let end = rest.iter().position(|&byte| !(byte.is_ascii_digit() || byte == b',' || byte == b' '));
    let inside = std::str::from_utf8(&rest[..end.unwrap_or(0)]).unwrap_or_default();
    let numbers = inside.split(',').filter_map(|number| number.trim().parse::<usize>().ok());
    numbers.max().unwrap_or(1).max(1)
}

/// Tells whether some group of flags may turn case folding on.
fn names_flag_i(pattern: &str) -> bool {
    let flags =
        |rest: &str| rest.bytes().take_while(|byte| byte.is_ascii_alphabetic()).any(|byte| byte == b'i');
    pattern.split("(?").skip(1).any(flags)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pattern: &str) -> usize {
        Estimate::of(&[pattern], false).read
    }

    #[test]
    fn classes_flags_and_counts_are_seen() {
        assert!(read(r"[\w]") > LARGE.read && read(r"(?i)[\w]") > LARGE.folded);
        assert!(read(r"(?mi:\w)") > LARGE.folded && read(r"(?-i:\w)") < LARGE.folded);
        assert!(read(r"\\w") < LARGE.read && read("[a-é]") > LARGE.read);
        assert_eq!(
            [b"3}".as_slice(), b"2,50}", b"4,}", b"b}", b"", b"{"].map(most_times),
            [3, 50, 4, 1, 1, 1]
        );
        assert!(Estimate::of(&["(a{1000}){1000}"], false).compiled > 1 << 20);
    }

    #[test]
    fn what_is_out_of_proportion_is_refused() {
        let check = |pattern: &str| Estimate::of(&[pattern], false).check(10 << 20);
        assert!(check(&r"[a-z]+\d".repeat(10_000)).is_ok());
        assert!(matches!(check(&format!("(?i){}", r"[\w]".repeat(50_000))), Err(Error::LargePattern { .. })));
        assert!(matches!(check(&"a".repeat(2 << 20)), Err(Error::LongPattern { .. })));
    }
}
