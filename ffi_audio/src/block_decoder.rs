//! The trait of all decoders.

use crate::{error::DecodeError, region::Region};

/// Result of decoders.
pub type Result<T, E = DecodeError> = std::result::Result<T, E>;

/// A sound that is decoded block by block, all in the same rate and channels.
pub trait BlockDecoder: Send {
    /// Frames per second.
    fn rate(&self) -> u32;
    /// Samples per frame.
    fn channels(&self) -> usize;
    /// The length that the file states, if it does: an expectation, never a limit.
    fn frames(&self) -> Option<u64>;
    /// True where that length can be far off.
    fn is_estimate(&self) -> bool {
        false
    }
    /// The number of the frame after the last that was handed out, counted from the beginning of the sound.
    fn position(&self) -> u64;
    /// Which stretch a loop repeats, where the file says it.
    fn looped(&self) -> Option<Region> {
        None
    }
    /// Appends the next block's samples to `out`; false where the sound is over.
    fn next_block(&mut self, out: &mut Vec<f32>) -> Result<bool>;
    /// Goes on from this frame; where there is none, the sound is over. After a failure it is over too.
    fn seek(&mut self, frame: u64) -> Result<()>;
}

/// Rates that are rates of sound.
pub fn check_rate(rate: u32) -> Result<u32> {
    if (1_000..=768_000).contains(&rate) { Ok(rate) } else { Err(DecodeError::Rate(rate)) }
}

/// Channels that can be mapped.
pub fn check_channels(channels: usize) -> Result<usize> {
    if (1..=MAX_CHANNELS).contains(&channels) { Ok(channels) } else { Err(DecodeError::Channels(channels)) }
}

/// The most channels of a sound.
pub const MAX_CHANNELS: usize = 255;

/// The largest magnitude of a sample: 60 dB above full scale.
const LOUDEST: f32 = 1_000.0;

/// Floating-point files may hold anything; what is mixed must stay finite.
pub fn sanitize(samples: &mut [f32]) {
    // Without an early way out, so that eight are looked at at a time.
    if !samples.iter().fold(true, |sane, sample| sane & (sample.abs() <= LOUDEST)) {
        for sample in samples {
            *sample = if sample.is_nan() { 0.0 } else { sample.clamp(-LOUDEST, LOUDEST) };
        }
    }
}
