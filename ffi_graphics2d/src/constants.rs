//! Names of the numbers that drawing functions take.

use ffi_core::ffi_enum;

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
