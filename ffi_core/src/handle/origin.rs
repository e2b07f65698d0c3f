//! Origin of a slot's generations: a number of its own, random for each process and each copy of the archive in it,
//! so that a handle from elsewhere is none here, but for one chance in eight million.

use super::layout::{GENERATIONS, on, steps};
use crate::kind::Kind;

/// A scrambling of `number` (the finisher of splitmix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", OOPSLA 2014).
fn scramble(number: u64) -> u64 {
    let number = (number ^ number >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ number >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ number >> 31
}

/// The first generation of a slot.
pub fn first(kind: Kind, index: u32) -> u32 {
    let own = (kind as u64) << 32 | u64::from(index);
    (scramble(seed::get() ^ own) % u64::from(GENERATIONS)) as u32 + 1
}

/// A later generation than `free`, the next one of the slot, for a child of `fork`: its parent goes on from `free`,
/// and its handles must not be the child's.
pub fn apart(kind: Kind, index: u32, free: u32) -> u32 {
    let left = match steps(free, first(kind, index)) {
        // None was used yet.
        0 => GENERATIONS,
        left => left,
    };
    // Far enough for the parent not to get there soon, and by a number of the child's own, for it may have brothers.
    let quarter = left / 4;
    on(free, quarter + (seed::fresh() % u64::from(quarter + 1)) as u32)
}

/// Returns the number of forks between the first process and this one, as far as a slot has room to note it.
pub fn process() -> u32 {
    seed::process() & 0x7f
}

#[cfg(not(loom))]
mod seed {
    use crate::fork;
    use std::{
        hash::{BuildHasher, RandomState},
        sync::atomic::{AtomicU64, Ordering},
        time::SystemTime,
    };

    static SEED: AtomicU64 = AtomicU64::new(0);

    /// Returns the seed: the same from the first use on, in children too.
    pub fn get() -> u64 {
        match SEED.load(Ordering::Relaxed) {
            0 => choose(),
            seed => seed,
        }
    }

    #[cold]
    fn choose() -> u64 {
        let chosen = SEED.compare_exchange(0, fresh() | 1, Ordering::Relaxed, Ordering::Relaxed);
        chosen.map_or_else(|seed| seed, |_| SEED.load(Ordering::Relaxed))
    }

    /// Another one each time. What the system gave for randomness is a thread's own and goes into a child of `fork`
    /// as it is, but the process's number and the time do not.
    pub fn fresh() -> u64 {
        RandomState::new().hash_one((std::process::id(), SystemTime::now()))
    }

    pub fn process() -> u32 {
        fork::generation()
    }
}

#[cfg(loom)]
mod seed {
    pub fn get() -> u64 {
        1
    }

    pub fn fresh() -> u64 {
        0
    }

    pub fn process() -> u32 {
        0
    }
}
