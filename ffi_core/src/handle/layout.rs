//! Layout of a handle's 53 bits: 6 of kind, 23 of generation, 24 of index. Handles lie below 2⁵³, so that a double
//! holds each exactly, and so does every integer with tag bits.

use crate::kind::Kind;

/// Bits of a handle that hold the slot's index.
const INDEX_BITS: u32 = 24;
/// Bits that hold the slot's generation.
const GENERATION_BITS: u32 = 23;
/// Number of slots that a table can have: 2²⁴.
pub const SLOTS: u32 = 1 << INDEX_BITS;
/// Number of generations of a slot, counted from 1: 2²³ - 1. After them the slot is never used again, so no number
/// comes back.
pub const GENERATIONS: u32 = if cfg!(loom) { 3 } else { (1 << GENERATION_BITS) - 1 };

/// A handle taken apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HandleBits {
    /// The kind's number; of a number that is no handle, all its higher bits.
    pub kind: u64,
    /// The object's generation, among those that its slot holds one after the other.
    pub generation: u32,
    /// The slot's index.
    pub index: u32,
}

impl HandleBits {
    /// The handle.
    #[inline(always)]
    pub fn pack(kind: Kind, generation: u32, index: u32) -> i64 {
        let kind = i64::from(kind as u8) << (GENERATION_BITS + INDEX_BITS);
        kind | i64::from(generation) << INDEX_BITS | i64::from(index)
    }

    /// The parts of any number at all; what is no handle has parts that no slot has.
    #[inline(always)]
    pub fn unpack(handle: i64) -> Self {
        Self {
            kind: handle as u64 >> (GENERATION_BITS + INDEX_BITS),
            generation: (handle >> INDEX_BITS) as u32 & ((1 << GENERATION_BITS) - 1),
            index: handle as u32 & (SLOTS - 1),
        }
    }
}

/// The generation after this one, round and round.
pub fn next(generation: u32) -> u32 {
    generation % GENERATIONS + 1
}

/// Returns the number of steps from one generation to another.
pub fn steps(from: u32, to: u32) -> u32 {
    (to + GENERATIONS - from) % GENERATIONS
}

/// The generation so many steps on.
pub fn on(from: u32, steps: u32) -> u32 {
    (from - 1 + steps % GENERATIONS) % GENERATIONS + 1
}

#[cfg(all(test, not(loom)))]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_and_stay_below_two_to_the_53() {
        for (generation, index) in [(1, 0), (GENERATIONS, SLOTS - 1), (12345, 678)] {
            let handle = HandleBits::pack(Kind::Test, generation, index);
            assert!(handle > 0 && handle < 1 << 53);
            let kind = Kind::Test as u64;
            assert_eq!(HandleBits::unpack(handle), HandleBits { kind, generation, index });
            for bit in 53..64 {
                assert_ne!(HandleBits::unpack(handle ^ 1 << bit).kind, kind, "bit {bit}");
            }
        }
    }

    #[test]
    fn generations_go_round_without_0() {
        assert_eq!((next(1), next(GENERATIONS)), (2, 1));
        assert_eq!((steps(5, 5), steps(GENERATIONS, 1), steps(2, 1)), (0, 1, GENERATIONS - 1));
        for (from, by) in [(1, 0), (1, 7), (GENERATIONS, 1), (GENERATIONS - 3, 100)] {
            assert_eq!(steps(from, on(from, by)), by);
        }
    }
}
