//! Checks of single arguments.

use crate::{Error, Result};
use lyon::geom::Point;

/// The largest magnitude of a coordinate: its cube, which curves need, is far from overflow.
pub const FARTHEST: f64 = 1e30;

pub fn finite(name: &'static str, value: f64) -> Result<f64> {
    if value.is_finite() { Ok(value) } else { Err(Error::NotFinite { name, value }) }
}

pub fn coordinate(name: &'static str, value: f64) -> Result<f64> {
    if finite(name, value)?.abs() <= FARTHEST { Ok(value) } else { Err(Error::TooFar { name, value }) }
}

pub fn point(x: (&'static str, f64), y: (&'static str, f64)) -> Result<Point<f64>> {
    Ok(Point::new(coordinate(x.0, x.1)?, coordinate(y.0, y.1)?))
}

/// A width, height or radius.
pub fn length(name: &'static str, value: f64) -> Result<f64> {
    if coordinate(name, value)? < 0.0 { Err(Error::Negative { name, value }) } else { Ok(value) }
}

pub fn positive(name: &'static str, value: f64) -> Result<f64> {
    if finite(name, value)? <= 0.0 { Err(Error::NotPositive { name, value }) } else { Ok(value) }
}

pub fn between(name: &'static str, value: f64, least: f64, most: f64) -> Result<f64> {
    if (least..=most).contains(&value) {
        Ok(value)
    } else {
        Err(Error::NumberOutOfRange { name, value, least, most })
    }
}

pub fn within(name: &'static str, value: i64, least: i64, most: i64) -> Result<i64> {
    if (least..=most).contains(&value) {
        Ok(value)
    } else {
        Err(Error::OutOfRange { name, value, least, most })
    }
}

/// The item of a buffer of `count` at `value`.
pub fn index(name: &'static str, value: i64, count: usize) -> Result<usize> {
    usize::try_from(value).ok().filter(|&index| index < count).ok_or(Error::NoSuchItem { name, value, count })
}

/// Coordinates that came out of a computation with the argument called `name`.
pub fn reached(name: &'static str, point: Point<f64>) -> Result<Point<f64>> {
    for value in [point.x, point.y] {
        if value.is_nan() || value.abs() > FARTHEST {
            return Err(Error::LeadsTooFar { name, value });
        }
    }
    Ok(point)
}
