//! How a handle's 63 bits are spent: kind, generation, index.

use crate::kind::Kind;

/// Bits of a handle that hold the slot's generation.
const GENERATION_BITS: u32 = 24;
/// The last generation of a slot; after it the slot is never used again, so no number comes back.
pub const LAST_GENERATION: u32 = if cfg!(loom) { 3 } else { (1 << GENERATION_BITS) - 1 };

/// A handle taken apart: sign bit 0, 7 bits of kind, 24 of generation, 32 of index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HandleBits {
    /// What it stands for, as a number.
    pub kind: u8,
    /// How many objects its slot held before, and one.
    pub generation: u32,
    /// Which slot.
    pub index: u32,
}

impl HandleBits {
    /// The handle.
    #[inline(always)]
    pub fn pack(kind: Kind, generation: u32, index: u32) -> i64 {
        (i64::from(kind as u8) << 56) | (i64::from(generation) << 32) | i64::from(index)
    }

    /// The parts of any number at all; what is no handle has parts that no slot has.
    #[inline(always)]
    pub fn unpack(handle: i64) -> Self {
        Self {
            // A negative handle has the top bit set: no kind does.
            kind: (handle >> 56) as u8,
            generation: (handle >> 32) as u32 & ((1 << GENERATION_BITS) - 1),
            index: handle as u32,
        }
    }
}
