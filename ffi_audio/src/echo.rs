//! An echo: out(t) = in(t) + decay · out(t − delay), a feedback comb filter.

use crate::gain::Ramp;

/// The delay line of each channel, interleaved as the sound is.
pub struct Echo {
    line: Vec<f32>,
    at: usize,
    channels: usize,
    decay: f32,
    /// How much of it is heard: less and less of one that was taken away.
    pub wet: Ramp<1>,
}

impl Echo {
    /// An echo after `frames` frames, at least 1.
    pub fn new(frames: usize, channels: usize, decay: f32, rate: u32) -> Self {
        Self {
            line: vec![0.0; frames.max(1) * channels],
            at: 0,
            channels,
            decay,
            wet: Ramp::short([1.0], rate),
        }
    }

    /// The same delay with another decay keeps what is under way; false where the delay is another.
    pub fn adopt(&mut self, other: &Self) -> bool {
        let same = self.line.len() == other.line.len() && self.wet.resting() == Some([1.0]);
        if same {
            self.decay = other.decay;
        }
        same
    }

    /// In place.
    pub fn process(&mut self, samples: &mut [f32]) {
        for (i, sample) in samples.iter_mut().enumerate() {
            let echo = self.decay * self.line[self.at];
            let out = *sample + echo;
            *sample = match self.wet.resting() {
                Some([1.0]) => out,
                _ => *sample + echo * self.wet.at(i / self.channels)[0],
            };
            self.line[self.at] = if out.abs() < 1e-20 { 0.0 } else { out };
            self.at += 1;
            if self.at == self.line.len() {
                self.at = 0;
            }
        }
        self.wet.advance(samples.len() / self.channels);
    }

    /// How long it can be silent and still sound again, in frames.
    pub fn memory(&self) -> usize {
        if self.wet.is_silent() { 0 } else { self.line.len() / self.channels }
    }
}
