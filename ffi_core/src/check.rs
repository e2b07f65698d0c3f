//! Checks of numbers that functions take, with one error for all libraries: a sentence that names the argument, its
//! value, and what the function takes.

use crate::error::{Category, Failure};
use std::fmt;

/// A number that a function does not take. Each crate's own error has it with `#[error(transparent)]` and `#[from]`.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{place} is {value}, {rule}")]
pub struct CheckError {
    /// The argument, or its item.
    pub place: Place,
    /// The value passed.
    pub value: Value,
    /// The rule that it breaks.
    pub rule: Rule,
}

impl Failure for CheckError {
    fn category(&self) -> Category {
        Category::InvalidArgument
    }

    fn code(&self) -> i64 {
        crate::error::INVALID_ARGUMENT
    }
}

/// Place of a number: an argument, or an item of an array.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The argument itself.
    Argument(&'static str),
    /// An item of the array.
    Item(&'static str, usize),
}

impl From<&'static str> for Place {
    fn from(name: &'static str) -> Self {
        Self::Argument(name)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(name) => write!(f, "`{name}`"),
            Self::Item(name, index) => write!(f, "item {index} of `{name}`"),
        }
    }
}

/// A number of either type, as messages show it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A whole one.
    Integer(i64),
    /// A floating one, shown with its point.
    Float(f64),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value:?}"),
        }
    }
}

/// Rule for the value of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// Neither infinite nor NaN.
    Finite,
    /// 0 and more.
    NotNegative,
    /// More than 0.
    Positive,
    /// Between two numbers, both included.
    Between(Value, Value),
    /// One of a few.
    OneOf(&'static [i64]),
    /// The number of one of so many things.
    Index {
        /// Number of things.
        count: usize,
    },
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Finite => f.write_str("which is no finite number"),
            Self::NotNegative => f.write_str("which is below 0"),
            Self::Positive => f.write_str("which is not above 0"),
            Self::Between(low, high) => write!(f, "which is not from {low} to {high}"),
            Self::OneOf(all) => {
                let all: Vec<String> = all.iter().map(i64::to_string).collect();
                write!(f, "which is none of {}", all.join(", "))
            }
            Self::Index { count: 0 } => f.write_str("and there are none"),
            Self::Index { count } => write!(f, "which is not from 0 to {}", count - 1),
        }
    }
}

type Result<T> = std::result::Result<T, CheckError>;

fn hold<T: Copy + Into<Value>>(place: impl Into<Place>, value: T, holds: bool, rule: Rule) -> Result<T> {
    if holds {
        return Ok(value);
    }
    Err(CheckError { place: place.into(), value: value.into(), rule })
}

/// `value`, which is finite.
#[inline]
pub fn finite(place: impl Into<Place>, value: f64) -> Result<f64> {
    hold(place, value, value.is_finite(), Rule::Finite)
}

/// `value`, which is finite and 0 or more.
#[inline]
pub fn not_negative(place: impl Into<Place>, value: f64) -> Result<f64> {
    let place = place.into();
    finite(place, value)?;
    hold(place, value, value >= 0.0, Rule::NotNegative)
}

/// `value`, which is finite and above 0.
#[inline]
pub fn positive(place: impl Into<Place>, value: f64) -> Result<f64> {
    let place = place.into();
    finite(place, value)?;
    hold(place, value, value > 0.0, Rule::Positive)
}

/// `value`, which lies between `low` and `high`, both included: integers, or floating numbers, of which NaN is
/// between none.
#[inline]
pub fn between<T: Copy + PartialOrd + Into<Value>>(
    place: impl Into<Place>,
    value: T,
    low: T,
    high: T,
) -> Result<T> {
    hold(place, value, low <= value && value <= high, Rule::Between(low.into(), high.into()))
}

/// `value`, which is one of `all`.
#[inline]
pub fn one_of(place: impl Into<Place>, value: i64, all: &'static [i64]) -> Result<i64> {
    hold(place, value, all.contains(&value), Rule::OneOf(all))
}

/// `value` as the index of one of `count` things.
#[inline]
pub fn index(place: impl Into<Place>, value: i64, count: usize) -> Result<usize> {
    let index = usize::try_from(value).ok().filter(|&index| index < count);
    index.ok_or_else(|| CheckError { place: place.into(), value: value.into(), rule: Rule::Index { count } })
}

/// Every item of `values`, which are finite.
pub fn all_finite(name: &'static str, values: &[f64]) -> Result<()> {
    match values.iter().position(|value| !value.is_finite()) {
        None => Ok(()),
        Some(index) => finite(Place::Item(name, index), values[index]).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said<T>(result: Result<T>) -> String {
        result.err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn sentences_name_the_argument_and_the_value() {
        assert_eq!(said(finite("x", f64::NAN)), "`x` is NaN, which is no finite number");
        assert_eq!(said(not_negative("r", -0.5)), "`r` is -0.5, which is below 0");
        assert_eq!(said(positive("r", f64::INFINITY)), "`r` is inf, which is no finite number");
        assert_eq!(said(positive("r", 0.0)), "`r` is 0.0, which is not above 0");
        assert_eq!(said(between("n", 9, 1, 8)), "`n` is 9, which is not from 1 to 8");
        assert_eq!(said(between("t", f64::NAN, 0.0, 1.0)), "`t` is NaN, which is not from 0.0 to 1.0");
        assert_eq!(said(one_of("rule", 3, &[0, 1])), "`rule` is 3, which is none of 0, 1");
        assert_eq!(said(index("i", -1, 4)), "`i` is -1, which is not from 0 to 3");
        assert_eq!(said(index("i", 0, 0)), "`i` is 0, and there are none");
        let items = [0.0, f64::NEG_INFINITY];
        assert_eq!(
            said(all_finite("points", &items)),
            "item 1 of `points` is -inf, which is no finite number"
        );
    }

    #[test]
    fn what_is_taken_comes_back() {
        assert_eq!(between("n", 8, 1, 8), Ok(8));
        assert_eq!(between("t", 0.0, 0.0, 1.0), Ok(0.0));
        assert_eq!(not_negative("r", 0.0), Ok(0.0));
        assert_eq!((one_of("rule", 1, &[0, 1]), index("i", 3, 4)), (Ok(1), Ok(3)));
        assert_eq!(all_finite("points", &[]), Ok(()));
    }
}
