//! Ranges of the numbers that a display can take.

use crate::{Error, Result};

/// The longest side of a window: the X protocol's coordinates are 16-bit.
pub const LONGEST: i64 = 32_767;

/// `value`, where it lies between `low` and `high`.
pub fn between(name: &'static str, value: i64, low: i64, high: i64) -> Result<i64> {
    if (low..=high).contains(&value) { Ok(value) } else { Err(Error::OutOfRange { name, value, low, high }) }
}

/// The side of a window.
pub fn side(name: &'static str, value: i64) -> Result<u32> {
    Ok(between(name, value, 1, LONGEST)? as u32)
}

/// The longest name: a request to an X server has an end.
const LONGEST_NAME: usize = 65_535;

/// A title, or what else a window is called.
pub fn name(what: &'static str, text: &str) -> Result<()> {
    if text.contains('\0') {
        return Err(Error::Nul(what));
    }
    if text.len() > LONGEST_NAME {
        return Err(Error::TooLong { name: what, length: text.len(), most: LONGEST_NAME });
    }
    Ok(())
}

/// A limit of a side: 0 for none.
pub fn limit(name: &'static str, value: i64) -> Result<u32> {
    Ok(between(name, value, 0, LONGEST)? as u32)
}

/// A coordinate.
pub fn coordinate(name: &'static str, value: i64) -> Result<i32> {
    Ok(between(name, value, -LONGEST - 1, LONGEST)? as i32)
}
