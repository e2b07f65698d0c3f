//! Names of the numbers that drawing functions take.

use ffi_core::ffi_enum;

/// What lies beyond the ends of a gradient.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum Spread {
    /// The colours at its ends.
    Pad = 0,
    /// The gradient again and again.
    Repeat = 1,
    /// The gradient again and again, every other time mirrored.
    Reflect = 2,
}

/// Which points are inside a path that winds about them.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum FillRule {
    /// Those about which it winds an odd number of times.
    EvenOdd = 0,
    /// Those about which it does not wind as often one way as the other.
    NonZero = 1,
}

/// What is made of what two paths fill.
#[ffi_enum]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(i64)]
pub enum PathOperation {
    /// What one of them fills, or both.
    Union = 0,
    /// What both fill.
    Intersection = 1,
    /// What the first fills and the second does not.
    Difference = 2,
    /// What one of them fills and the other does not.
    Xor = 3,
}
