//! What numbers a display can take.

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

/// The longest title: a request to an X server has an end.
const LONGEST_TITLE: i64 = 65_535;

/// A title.
pub fn title(text: &str) -> Result<()> {
    between("length of title", text.len() as i64, 0, LONGEST_TITLE).map(drop)
}

/// A limit of a side: 0 for none.
pub fn limit(name: &'static str, value: i64) -> Result<u32> {
    Ok(between(name, value, 0, LONGEST)? as u32)
}

/// A coordinate.
pub fn coordinate(name: &'static str, value: i64) -> Result<i32> {
    Ok(between(name, value, -LONGEST - 1, LONGEST)? as i32)
}
