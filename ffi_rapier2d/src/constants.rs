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
