//! Decoded sound: made once, shared by every playback.

use crate::{
    block_decoder::BlockDecoder,
    error::{DecodeError, Error, Result},
};
use ffi_core::check::{Place, between};

/// The most memory that one decoded sound may take: a small file can claim to be very long.
pub const MAX_BYTES: usize = 1 << 30;

const MAX_SAMPLES: usize = MAX_BYTES / size_of::<f32>();

/// Interleaved samples.
pub struct SoundBuffer {
    samples: Vec<f32>,
    channels: usize,
    rate: u32,
}

impl SoundBuffer {
    /// Decodes everything.
    pub fn decode(mut decoder: impl BlockDecoder) -> Result<Self, DecodeError> {
        let mut samples: Vec<f32> = vec![];
        let stated = decoder.frames().unwrap_or(0).saturating_mul(decoder.channels() as u64);
        // What a header states is believed up to a size that does no harm.
        let expected = usize::try_from(stated).unwrap_or(0).min(1 << 24);
        samples.try_reserve(expected).map_err(|_| DecodeError::OutOfMemory)?;
        while decoder.next_block(&mut samples)? {
            if samples.len() > MAX_SAMPLES {
                return Err(DecodeError::TooLong { limit_mib: MAX_BYTES >> 20 });
            }
        }
        if samples.is_empty() {
            return Err(DecodeError::NoSound);
        }
        samples.shrink_to_fit();
        Ok(Self { samples, channels: decoder.channels(), rate: decoder.rate() })
    }

    /// The caller's own samples.
    pub fn from_samples(samples: &[f64], rate: u32, channels: usize) -> Result<Self> {
        if samples.is_empty() || !samples.len().is_multiple_of(channels) {
            return Err(Error::Frames { count: samples.len(), channels: channels as i64 });
        }
        for (index, &sample) in samples.iter().enumerate() {
            between(Place::Item("samples", index), sample, -1_000.0, 1_000.0)?;
        }
        Ok(Self { samples: samples.iter().map(|&sample| sample as f32).collect(), channels, rate })
    }

    /// How many frames it has; never 0.
    pub fn frames(&self) -> usize {
        self.samples.len() / self.channels
    }

    /// Samples per frame.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// Frames per second.
    pub fn rate(&self) -> u32 {
        self.rate
    }

    /// Its length in seconds.
    pub fn duration(&self) -> f64 {
        self.frames() as f64 / f64::from(self.rate)
    }

    /// All samples, frame after frame.
    pub fn samples(&self) -> &[f32] {
        &self.samples
    }

    /// The samples of these frames.
    pub fn range(&self, from: usize, to: usize) -> &[f32] {
        &self.samples[from * self.channels..to * self.channels]
    }
}
