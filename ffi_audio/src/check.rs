//! Numbers that callers pass in.

use crate::{
    block::MAX_SPEED,
    error::{Error, Result},
    spatial::Vector,
};

/// A finite number that is a gain.
pub fn volume(value: f64) -> Result<f64> {
    number("volume", value, 0.0..=1e6, "a gain from 0 to 1,000,000")
}

/// A finite number for a speed.
pub fn speed(value: f64) -> Result<f64> {
    number("speed", value, 0.1..=MAX_SPEED, "from 0.1 to 10")
}

/// A number in a range; NaN is in none.
pub fn number(
    name: &'static str,
    value: f64,
    range: std::ops::RangeInclusive<f64>,
    expected: &'static str,
) -> Result<f64> {
    if range.contains(&value) { Ok(value) } else { Err(Error::Number { name, value, expected }) }
}

/// A whole number in a range.
pub fn integer(
    name: &'static str,
    value: i64,
    range: std::ops::RangeInclusive<i64>,
    expected: &'static str,
) -> Result<i64> {
    if range.contains(&value) { Ok(value) } else { Err(Error::Integer { name, value, expected }) }
}

/// Finite coordinates.
pub fn vector(names: [&'static str; 3], values: Vector) -> Result<Vector> {
    for (name, value) in names.into_iter().zip(values) {
        if !value.is_finite() {
            return Err(Error::Number { name, value, expected: "a finite number" });
        }
    }
    Ok(values)
}
