//! Bounds of decoders' work: so much reading for a call, and no step after somebody gave up on them.

use std::{
    io,
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
};

/// Bytes that a call may read beyond several times its file.
const ALLOWANCE: u64 = 64 << 20;
/// Least cost of a read or a seek: calls that move nothing end too.
const LEAST: u64 = 256;

/// One decoder's work, as the decoder and whoever waits for it see it.
#[derive(Default)]
pub struct Work {
    steps: AtomicU64,
    left: AtomicU64,
    cancelled: AtomicBool,
}

impl Work {
    /// Begins a call on a file of this length: it may read it several times over, for a container that finds no way
    /// to a place is decoded from its beginning.
    pub fn begin(&self, length: u64) {
        self.left.store(length.saturating_mul(8).saturating_add(ALLOWANCE), Ordering::Relaxed);
    }

    /// A step forward that somebody who waits can see.
    pub fn step(&self) {
        self.steps.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts the steps.
    pub fn steps(&self) -> u64 {
        self.steps.load(Ordering::Relaxed)
    }

    /// Ends whatever reads, at its next step.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// True once it was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Reads so much; an error where that is more than a call may.
    pub fn spend(&self, bytes: u64) -> io::Result<()> {
        if self.is_cancelled() {
            return Err(io::Error::other("it was given up"));
        }
        self.step();
        let cost = bytes.max(LEAST);
        let left = self.left.load(Ordering::Relaxed);
        self.left.store(left.saturating_sub(cost), Ordering::Relaxed);
        if left < cost {
            Err(io::Error::other("its decoder reads on and on and comes to no end"))
        } else {
            Ok(())
        }
    }
}
