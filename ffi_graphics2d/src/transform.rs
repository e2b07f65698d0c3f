//! Transforms of the plane.

use crate::{Error, Result};
use ffi_core::{Handle, Kind};
use lyon::geom::euclid::default::Transform2D;

/// An affine transform. It never changes.
pub struct Transform(Transform2D<f64>);

ffi_core::object!(Transform, Kind::Transform, Batched);

impl Transform {
    pub(crate) fn identity() -> Self {
        Self(Transform2D::identity())
    }

    /// The transform, unless a number of it has overflowed.
    pub(crate) fn new(matrix: Transform2D<f64>, name: &'static str) -> Result<Self> {
        match matrix.to_array().into_iter().find(|value| !value.is_finite()) {
            Some(value) => Err(Error::Overflow { name, value }),
            None => Ok(Self(matrix)),
        }
    }

    pub(crate) fn matrix(&self) -> &Transform2D<f64> {
        &self.0
    }
}

/// The matrix of the transform with a handle; 0 stands for the one that changes nothing.
pub fn matrix_of(transform: Handle<Transform>) -> Result<Transform2D<f64>> {
    if transform.number() == 0 {
        return Ok(Transform2D::identity());
    }
    Ok(*transform.get()?.matrix())
}

/// The inverse. The four factors are brought to about 1 first, where their products neither overflow nor vanish.
pub fn inverse(matrix: &Transform2D<f64>) -> Option<Transform2D<f64>> {
    let Transform2D { m11, m12, m21, m22, m31, m32, .. } = *matrix;
    // Each axis by itself: one may be stretched by 1e200 and the other by 1e-200.
    let (x, y) = (exponent(m11.abs().max(m12.abs())), exponent(m21.abs().max(m22.abs())));
    let (a, b) = (times_power(m11, -x), times_power(m12, -x));
    let (c, d) = (times_power(m21, -y), times_power(m22, -y));
    let determinant = a * d - b * c;
    if determinant == 0.0 {
        return None;
    }
    let column = |u: f64, v: f64| {
        let (to_x, to_y) = ((u * d - v * c) / determinant, (v * a - u * b) / determinant);
        (times_power(to_x, -x), times_power(to_y, -y))
    };
    let ((m11, m12), (m21, m22), (m31, m32)) = (column(1.0, 0.0), column(0.0, 1.0), column(-m31, -m32));
    Some(Transform2D::new(m11, m12, m21, m22, m31, m32))
}

/// The power of two next below `value`, as its exponent.
fn exponent(value: f64) -> i32 {
    if value > 0.0 { value.log2().floor() as i32 } else { 0 }
}

/// `value` · 2^`exponent`, where the power alone may be out of range.
fn times_power(value: f64, exponent: i32) -> f64 {
    let half = exponent / 2;
    value * 2f64.powi(half) * 2f64.powi(exponent - half)
}
