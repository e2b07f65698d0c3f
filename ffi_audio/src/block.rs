//! The blocks that are mixed, and what every voice of one needs to know.

use crate::spatial::Listener;

/// Frames mixed at a time at most: what callers change is heard at the next block.
pub const BLOCK: usize = 512;
/// The greatest speed that a playback takes.
pub const MAX_SPEED: f64 = 10.0;

/// Context of a block, which all its voices have in common.
#[derive(Clone, Copy)]
pub struct BlockContext {
    /// Frames per second.
    pub rate: u32,
    /// Samples per frame.
    pub channels: usize,
    /// The number of its first frame since the engine began.
    pub time: u64,
    /// The listener who hears it.
    pub listener: Listener,
    /// True where music that is not decoded yet is waited for.
    pub waits: bool,
    /// True where everything halts and none of it is heard.
    pub is_silent: bool,
    /// True where what came before was silence.
    pub after_silence: bool,
}

impl BlockContext {
    /// A length of time in frames.
    pub fn frames_of(&self, ms: f64) -> u64 {
        frames_of(ms, self.rate)
    }
}

/// A length of time in frames.
pub fn frames_of(ms: f64, rate: u32) -> u64 {
    (ms * f64::from(rate) / 1000.0).round() as u64
}
