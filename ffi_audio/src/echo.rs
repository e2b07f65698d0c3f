//! An echo: out(t) = in(t) + decay · out(t − delay), a feedback comb filter.

use crate::{block::frames_of, effect::Effect, error::Result, gain::Ramp};
use ffi_core::{check::between, memory};

/// The delay line of each channel, interleaved as the sound is.
pub struct Echo {
    line: Vec<f32>,
    at: usize,
    channels: usize,
    decay: Ramp<1>,
    /// Part of the sound that it takes in: more and more where that was heard before.
    input: Ramp<1>,
    /// Part of it that is heard: less and less of one that was taken away.
    wet: Ramp<1>,
}

impl Echo {
    /// An echo after `frames` frames, at least 1.
    pub fn new(frames: usize, channels: usize, decay: f32, rate: u32) -> Self {
        Self {
            line: vec![0.0; frames.max(1) * channels],
            at: 0,
            channels,
            decay: Ramp::short([decay], rate),
            input: Ramp::short([1.0], rate),
            wet: Ramp::short([1.0], rate),
        }
    }

    /// From what a call says, all of it checked; None for a decay of 0.
    pub fn of_call(delay_ms: i64, decay: f64, rate: u32, channels: usize) -> Result<Option<Self>> {
        between("decay", decay, 0.0, 1.0_f64.next_down())?;
        let least = i64::from(decay > 0.0);
        let ms = between("delay_ms", delay_ms, least, 10_000)?;
        let frames = frames_of(ms as f64, rate) as usize;
        memory::room_for(frames.saturating_mul(channels * size_of::<f32>()))?;
        Ok((decay > 0.0).then(|| Self::new(frames, channels, decay as f32, rate)))
    }

    /// Adds the echo to `samples` in place.
    pub fn process(&mut self, samples: &mut [f32]) {
        let is_at_rest = [self.decay, self.input, self.wet].iter().all(|ramp| ramp.resting().is_some())
            && self.input.resting() == Some([1.0])
            && self.wet.resting() == Some([1.0]);
        let [decay] = self.decay.at(0);
        for (i, sample) in samples.iter_mut().enumerate() {
            let delayed = self.line[self.at];
            let out = if is_at_rest {
                *sample += decay * delayed;
                *sample
            } else {
                let [[decay], [input], [wet]] =
                    [self.decay, self.input, self.wet].map(|ramp| ramp.at(i / self.channels));
                let echo = decay * delayed;
                let out = input * *sample + echo;
                *sample += wet * echo;
                out
            };
            self.line[self.at] = if out.abs() < 1e-20 { 0.0 } else { out };
            self.at += 1;
            if self.at == self.line.len() {
                self.at = 0;
            }
        }
        let frames = samples.len() / self.channels;
        [&mut self.decay, &mut self.input, &mut self.wet].into_iter().for_each(|ramp| ramp.advance(frames));
    }

    /// Longest silence after which it can still sound again, in frames.
    pub fn memory(&self) -> usize {
        if self.is_silent() { 0 } else { self.line.len() / self.channels }
    }
}

impl Effect for Echo {
    /// Adopts another decay with the same delay, which keeps what is under way.
    fn adopt(&mut self, other: &Self) -> bool {
        let is_same = self.line.len() == other.line.len() && self.wet.resting() == Some([1.0]);
        if is_same {
            self.decay.set(other.decay.at(0));
        }
        is_same
    }

    fn begin(&mut self) {
        self.input = self.input.from_zero();
    }

    fn release(&mut self) {
        self.wet.set([0.0]);
    }

    fn is_silent(&self) -> bool {
        self.wet.is_silent()
    }
}
