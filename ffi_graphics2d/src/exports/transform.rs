//! Transforms of the plane.

use crate::{
    Error, Result, check,
    transform::{Transform, inverse},
};
use ffi_core::{Consumed, New, export, ffi_struct};
use lyon::geom::{Angle, Point, euclid::default::Transform2D};

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
    /// Its x coordinate.
    pub x: f64,
    /// Its y coordinate.
    pub y: f64,
}

/// Makes the transform that changes nothing.
#[export(light)]
fn rt_lyon_transform_identity() -> New<Transform> {
    New::new(Transform::identity())
}

/// Makes a shift by (tx, ty).
#[export(computes)]
fn rt_lyon_transform_translate(tx: f64, ty: f64) -> Result<New<Transform>> {
    made(Transform2D::translation(check::finite("tx", tx)?, check::finite("ty", ty)?), "tx")
}

/// Makes a turn around the origin, in radians, from the direction of x towards that of y: a positive angle turns (1, 0)
/// towards (0, 1).
#[export(computes)]
fn rt_lyon_transform_rotate(angle: f64) -> Result<New<Transform>> {
    made(Transform2D::rotation(Angle::radians(check::finite("angle", angle)?)), "angle")
}

/// Multiplies x by sx and y by sy; negative factors mirror.
#[export(computes)]
fn rt_lyon_transform_scale(sx: f64, sy: f64) -> Result<New<Transform>> {
    made(Transform2D::scale(check::finite("sx", sx)?, check::finite("sy", sy)?), "sx")
}

/// Makes the transform that does t1 first and then t2.
#[export(computes)]
fn rt_lyon_transform_multiply(t1: &Transform, t2: &Transform) -> Result<New<Transform>> {
    made(t1.matrix().then(t2.matrix()), "t1")
}

/// Frees a transform.
#[export(light)]
fn rt_lyon_transform_free(transform: Consumed<Transform>) -> bool {
    drop(transform);
    true
}

/// Makes the transform with these six numbers: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty.
#[export(computes)]
fn rt_lyon_transform_new(m11: f64, m12: f64, m21: f64, m22: f64, tx: f64, ty: f64) -> Result<New<Transform>> {
    let names = ["m11", "m12", "m21", "m22", "tx", "ty"];
    for (name, value) in names.into_iter().zip([m11, m12, m21, m22, tx, ty]) {
        check::finite(name, value)?;
    }
    made(Transform2D::new(m11, m12, m21, m22, tx, ty), "m11")
}

/// Returns the six numbers of a transform.
#[export(light)]
fn rt_lyon_transform_get(transform: &Transform) -> TransformMatrix {
    let Transform2D { m11, m12, m21, m22, m31, m32, .. } = *transform.matrix();
    TransformMatrix { m11, m12, m21, m22, tx: m31, ty: m32 }
}

/// Makes the transform that undoes another. Fails where there is none: for a transform that flattens the plane.
#[export(computes)]
fn rt_lyon_transform_inverse(transform: &Transform) -> Result<New<Transform>> {
    made(inverse(transform.matrix()).ok_or(Error::NotInvertible)?, "transform")
}

/// Returns where a transform takes a point.
#[export(computes)]
fn rt_lyon_transform_apply(transform: &Transform, x: f64, y: f64) -> Result<TransformedPoint> {
    let point =
        transform.matrix().transform_point(Point::new(check::finite("x", x)?, check::finite("y", y)?));
    Ok(TransformedPoint { x: check::finite("x", point.x)?, y: check::finite("y", point.y)? })
}

fn made(matrix: Transform2D<f64>, name: &'static str) -> Result<New<Transform>> {
    Transform::new(matrix, name).map(New::new)
}
