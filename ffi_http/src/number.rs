//! Numbers that calls take, checked.

use crate::error::{Error, Result};
use std::time::Duration;

/// The longest time that a call takes: a day.
const LONGEST_MS: i64 = 86_400_000;

/// A time limit: 1 ms to a day.
pub fn limit(name: &'static str, ms: i64) -> Result<Duration> {
    if (1..=LONGEST_MS).contains(&ms) {
        return Ok(Duration::from_millis(ms as u64));
    }
    Err(Error::number(name, ms, format!("a time limit is 1 to {LONGEST_MS} ms")))
}

/// A time to wait: 0 (only look) to a day.
pub fn patience(name: &'static str, ms: i64) -> Result<Duration> {
    if ms == 0 { Ok(Duration::ZERO) } else { limit(name, ms) }
}

/// A count or a size between `least` and `most`.
pub fn within(name: &'static str, value: i64, least: i64, most: i64) -> Result<usize> {
    if (least..=most).contains(&value) {
        return Ok(value as usize);
    }
    Err(Error::number(name, value, format!("and {least} to {most} is allowed")))
}
