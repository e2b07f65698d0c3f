//! Numbers that a host passes in, checked where they come in.

use crate::{Error, Result};
use rapier2d_f64::math::{Pose, Vector};

/// No number may be larger: its powers stay finite throughout the solver.
pub const LARGEST: f64 = 1e15;
/// No size and no mass may be smaller.
pub const SMALLEST: f64 = 1e-15;

/// A finite number.
#[inline]
pub fn number(value: f64, name: &'static str) -> Result<f64> {
    if value.abs() <= LARGEST {
        return Ok(value);
    }
    Err(Error::Number { name, value, rule: rule_of(value) })
}

/// The rule that `value`, which is no number for here, breaks.
pub fn rule_of(value: f64) -> &'static str {
    if value.is_finite() { "larger than 1e15" } else { "which is not a finite number" }
}

/// A size or a mass: above 0.
#[inline]
pub fn positive(value: f64, name: &'static str) -> Result<f64> {
    number(value, name)?;
    if value >= SMALLEST {
        return Ok(value);
    }
    let rule = if value > 0.0 { "smaller than 1e-15" } else { "and it must be above 0" };
    Err(Error::Number { name, value, rule })
}

/// A coefficient: 0 or above.
#[inline]
pub fn not_negative(value: f64, name: &'static str) -> Result<f64> {
    number(value, name)?;
    if value >= 0.0 {
        return Ok(value);
    }
    Err(Error::Number { name, value, rule: "and it must not be below 0" })
}

/// A most of something: 0 or above, infinity for no bound.
pub fn bound(value: f64, name: &'static str) -> Result<f64> {
    if value == f64::INFINITY { Ok(f64::MAX) } else { not_negative(value, name) }
}

/// The distance that a query looks: what is exactly that far away counts, which it does not to parry.
pub fn reach(value: f64, name: &'static str) -> Result<f64> {
    Ok(bound(value, name)?.next_up().min(f64::MAX))
}

/// The direction of a query, and how far it looks.
pub fn way(dir_x: f64, dir_y: f64, max_dist: f64) -> Result<(Vector, f64)> {
    Ok((direction(dir_x, dir_y, ["dir_x", "dir_y"])?, reach(max_dist, "max_dist")?))
}

/// The points of two bodies that a joint ties, in their coordinates.
pub fn anchors([x1, y1, x2, y2]: [f64; 4]) -> Result<(Pose, Pose)> {
    let anchor1 = vector(x1, y1, ["anchor1_x", "anchor1_y"])?;
    let anchor2 = vector(x2, y2, ["anchor2_x", "anchor2_y"])?;
    Ok((Pose::from_translation(anchor1), Pose::from_translation(anchor2)))
}

/// A vector of finite numbers.
#[inline]
pub fn vector(x: f64, y: f64, names: [&'static str; 2]) -> Result<Vector> {
    Ok(Vector::new(number(x, names[0])?, number(y, names[1])?))
}

/// A pose of finite numbers.
#[inline]
pub fn pose(x: f64, y: f64, rotation: f64) -> Result<Pose> {
    Ok(Pose::new(vector(x, y, ["x", "y"])?, number(rotation, "rotation")?))
}

/// The unit vector along (x, y).
pub fn direction(x: f64, y: f64, [x_name, y_name]: [&'static str; 2]) -> Result<Vector> {
    number(x, x_name)?;
    number(y, y_name)?;
    // Scaled first, so that neither tiny nor huge numbers lose their direction.
    let largest = x.abs().max(y.abs());
    if largest == 0.0 {
        return Err(Error::NoDirection { x_name, y_name });
    }
    // Subnormal numbers have no finite reciprocal, so divide.
    Ok(Vector::new(x / largest, y / largest).normalize())
}

/// An index below `count`.
pub fn index(index: i64, count: usize, name: &'static str) -> Result<usize> {
    usize::try_from(index).ok().filter(|&at| at < count).ok_or(Error::Index { name, index, count })
}
