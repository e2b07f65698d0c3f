//! Decoded sound: made once, shared by every playback.

use crate::{
    block_decoder::BlockDecoder,
    error::{DecodeError, Error, Result},
    rate::RateFilter,
    region::Region,
};
use ffi_core::{
    check::{Place, between},
    memory,
};

/// The most memory that one decoded sound may take: a small file can claim to be very long.
pub const MAX_BYTES: usize = 1 << 30;

/// Sounds up to this length are brought to the engine's rate when they are loaded, in seconds.
const LONGEST: f64 = 10.0;

const MAX_SAMPLES: usize = MAX_BYTES / size_of::<f32>();

/// Interleaved samples.
pub struct SoundBuffer {
    samples: Vec<f32>,
    channels: usize,
    rate: u32,
    looped: Option<Region>,
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
        let (channels, rate) = (decoder.channels(), decoder.rate());
        let frames = (samples.len() / channels) as u64;
        let looped =
            decoder.looped().filter(|region| region.from < frames).map(|region| region.within(frames));
        Ok(Self { samples, channels, rate, looped })
    }

    /// The caller's own samples.
    pub fn from_samples(samples: &[f64], rate: u32, channels: usize) -> Result<Self> {
        if samples.is_empty() || !samples.len().is_multiple_of(channels) {
            return Err(Error::Frames { count: samples.len(), channels: channels as i64 });
        }
        for (index, &sample) in samples.iter().enumerate() {
            between(Place::Item("samples", index), sample, -1_000.0, 1_000.0)?;
        }
        Ok(Self {
            samples: samples.iter().map(|&sample| sample as f32).collect(),
            channels,
            rate,
            looped: None,
        })
    }

    /// The caller's own samples, as bytes of 32-bit floats.
    pub fn from_floats(data: &[u8], rate: u32, channels: usize) -> Result<Self> {
        let (floats, rest) = data.as_chunks::<4>();
        if !rest.is_empty() {
            return Err(Error::Bytes(data.len()));
        }
        if floats.is_empty() || !floats.len().is_multiple_of(channels) {
            return Err(Error::Frames { count: floats.len(), channels: channels as i64 });
        }
        let mut samples = vec![];
        memory::reserve(&mut samples, floats.len())?;
        for (index, &float) in floats.iter().enumerate() {
            let sample = f32::from_le_bytes(float);
            between(Place::Item("data", index), f64::from(sample), -1_000.0, 1_000.0)?;
            samples.push(sample);
        }
        Ok(Self { samples, channels, rate, looped: None })
    }

    /// True where it is brought to the engine's rate when it is loaded: 10 seconds at most.
    pub fn is_short(&self) -> bool {
        self.duration() <= LONGEST
    }

    /// The same sound at the rate of whoever plays it.
    pub fn through(&self, filter: &RateFilter, rate: u32) -> Option<Self> {
        let samples = filter.convert(&self.samples, self.channels)?;
        Some(Self { samples, channels: self.channels, rate, looped: None })
    }

    /// Number of frames; never 0.
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

    /// The sound's length in seconds.
    pub fn duration(&self) -> f64 {
        self.frames() as f64 / f64::from(self.rate)
    }

    /// Which stretch a loop repeats, where its file says it.
    pub fn looped(&self) -> Option<Region> {
        self.looped
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
