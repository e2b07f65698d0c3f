//! Names of the numbers that physics functions give and take.

use ffi_core::ffi_enum;

/// What moves a body.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum BodyType {
    /// Forces and collisions.
    Dynamic = 0,
    /// Nothing.
    Static = 1,
    /// The host alone.
    Kinematic = 2,
}

/// How two colliders' coefficients become one.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum CombineRule {
    /// Half their sum.
    Average = 0,
    /// The smaller one.
    Minimum = 1,
    /// Their product.
    Multiply = 2,
    /// The larger one.
    Maximum = 3,
    /// Their sum, at most 1.
    ClampedSum = 4,
    /// The square root of their product, as in Box2D's friction.
    GeometricMean = 5,
}

/// What of a world is drawn to look at it; add them up.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum DebugPart {
    /// The outlines of colliders.
    Shapes = 1,
    /// The axes of bodies.
    Axes = 2,
    /// Joints: from the centres of mass to their points, and what lies between these.
    Joints = 4,
    /// Contact points with their normals.
    Contacts = 8,
    /// The boxes around colliders.
    Boxes = 16,
}
