//! Transforms of the plane.

use crate::{Error, Result, check};
use ffi_core::{Consumed, Kind, New, export, ffi_struct};
use lyon::geom::{Angle, Point, euclid::default::Transform2D};

/// An affine transform. It never changes.
pub struct Transform(Transform2D<f64>);

ffi_core::object!(Transform, Kind::Transform, Batched);

impl Transform {
    pub(crate) fn matrix(&self) -> &Transform2D<f64> {
        &self.0
    }
}

/// The six numbers of a transform: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
#[ffi_struct]
pub struct TransformMatrix {
    /// What x adds to x'.
    pub m11: f64,
    /// What x adds to y'.
    pub m12: f64,
    /// What y adds to x'.
    pub m21: f64,
    /// What y adds to y'.
    pub m22: f64,
    /// What is added to x'.
    pub tx: f64,
    /// What is added to y'.
    pub ty: f64,
}

/// A point.
#[ffi_struct]
pub struct TransformedPoint {
    /// Where it is.
    pub x: f64,
    /// Where it is.
    pub y: f64,
}

/// The transform that changes nothing.
#[export]
fn rt_lyon_transform_identity() -> New<Transform> {
    New::new(Transform(Transform2D::identity()))
}

/// A shift by (tx, ty).
#[export]
fn rt_lyon_transform_translate(tx: f64, ty: f64) -> Result<New<Transform>> {
    made(Transform2D::translation(check::finite("tx", tx)?, check::finite("ty", ty)?), "tx")
}

/// A turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns
/// (1, 0) towards (0, 1).
#[export]
fn rt_lyon_transform_rotate(angle: f64) -> Result<New<Transform>> {
    made(Transform2D::rotation(Angle::radians(check::finite("angle", angle)?)), "angle")
}

/// Multiplies x by sx and y by sy; negative factors mirror.
#[export]
fn rt_lyon_transform_scale(sx: f64, sy: f64) -> Result<New<Transform>> {
    made(Transform2D::scale(check::finite("sx", sx)?, check::finite("sy", sy)?), "sx")
}

/// The transform that does t1 first and then t2.
#[export]
fn rt_lyon_transform_multiply(t1: &Transform, t2: &Transform) -> Result<New<Transform>> {
    made(t1.0.then(&t2.0), "t1")
}

/// Frees a transform.
#[export]
fn rt_lyon_transform_free(transform: Consumed<Transform>) -> bool {
    drop(transform);
    true
}

/// The transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
#[export]
fn rt_lyon_transform_new(m11: f64, m12: f64, m21: f64, m22: f64, tx: f64, ty: f64) -> Result<New<Transform>> {
    let names = ["m11", "m12", "m21", "m22", "tx", "ty"];
    for (name, value) in names.into_iter().zip([m11, m12, m21, m22, tx, ty]) {
        check::finite(name, value)?;
    }
    made(Transform2D::new(m11, m12, m21, m22, tx, ty), "m11")
}

/// The six numbers of a transform.
#[export]
fn rt_lyon_transform_get(transform: &Transform) -> TransformMatrix {
    let Transform2D { m11, m12, m21, m22, m31, m32, .. } = transform.0;
    TransformMatrix { m11, m12, m21, m22, tx: m31, ty: m32 }
}

/// The transform that undoes another. Fails where there is none: for a transform that flattens the plane.
#[export]
fn rt_lyon_transform_inverse(transform: &Transform) -> Result<New<Transform>> {
    made(inverse(&transform.0).ok_or(Error::NotInvertible)?, "transform")
}

/// The inverse. The four factors are brought to about 1 first, where their products neither overflow nor vanish.
fn inverse(matrix: &Transform2D<f64>) -> Option<Transform2D<f64>> {
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

/// Where a transform takes a point.
#[export]
fn rt_lyon_transform_apply(transform: &Transform, x: f64, y: f64) -> Result<TransformedPoint> {
    let point = transform.0.transform_point(Point::new(check::finite("x", x)?, check::finite("y", y)?));
    Ok(TransformedPoint { x: check::finite("x", point.x)?, y: check::finite("y", point.y)? })
}

/// The transform, unless a number of it has overflowed.
fn made(matrix: Transform2D<f64>, name: &'static str) -> Result<New<Transform>> {
    match matrix.to_array().into_iter().find(|value| !value.is_finite()) {
        Some(value) => Err(Error::Overflow { name, value }),
        None => Ok(New::new(Transform(matrix))),
    }
}
