//! Gains that change without a click, and fades.

use std::sync::atomic::{AtomicU64, Ordering};

/// Reciprocal of the time that a gain takes to its new value, in seconds.
const RAMPS_PER_SECOND: u32 = 100;

/// A gain that any thread may set.
pub struct Gain(AtomicU64);

impl Gain {
    /// A gain of this value.
    pub fn new(gain: f64) -> Self {
        Self(AtomicU64::new(gain.to_bits()))
    }

    /// The gain's value.
    pub fn get(&self) -> f64 {
        f64::from_bits(self.0.load(Ordering::Relaxed))
    }

    /// Sets another value.
    pub fn set(&self, gain: f64) {
        self.0.store(gain.to_bits(), Ordering::Relaxed);
    }
}

/// Several gains that move together, in a straight line and within 10 ms.
#[derive(Clone, Copy)]
pub struct Ramp<const N: usize> {
    from: [f32; N],
    to: [f32; N],
    done: u32,
    length: u32,
}

impl<const N: usize> Ramp<N> {
    /// A ramp at rest at `gains`.
    pub fn new(gains: [f32; N], rate: u32) -> Self {
        let length = (rate / RAMPS_PER_SECOND).max(1);
        Self { from: gains, to: gains, done: length, length }
    }

    /// A ramp within 5 ms, for what stops and goes on.
    pub fn short(gains: [f32; N], rate: u32) -> Self {
        Self::new(gains, rate / 2)
    }

    /// This ramp from silence on.
    pub fn from_zero(self) -> Self {
        Self { from: [0.0; N], done: 0, ..self }
    }

    /// True where it rests at silence.
    pub fn is_silent(&self) -> bool {
        self.resting() == Some([0.0; N])
    }

    /// Sets out for `gains` from wherever it is.
    pub fn set(&mut self, gains: [f32; N]) {
        if gains != self.to {
            (self.from, self.to, self.done) = (self.at(0), gains, 0);
        }
    }

    /// Number of frames that it takes from one value to another.
    pub fn frames(&self) -> u64 {
        u64::from(self.length)
    }

    /// Number of frames until it rests.
    pub fn remaining(&self) -> usize {
        self.length.saturating_sub(self.done) as usize
    }

    /// The gains, where they are at rest.
    pub fn resting(&self) -> Option<[f32; N]> {
        (self.done >= self.length).then_some(self.to)
    }

    /// The gains `frames` frames from now.
    pub fn at(&self, frames: usize) -> [f32; N] {
        let done = (self.done as usize).saturating_add(frames);
        if done >= self.length as usize {
            return self.to;
        }
        let part = done as f32 / self.length as f32;
        std::array::from_fn(|i| self.from[i] + part * (self.to[i] - self.from[i]))
    }

    /// `frames` frames have passed.
    pub fn advance(&mut self, frames: usize) {
        let done = (self.done as usize).saturating_add(frames).min(self.length as usize);
        self.done = done as u32;
    }
}

/// A linear fade, exact to the frame: frame i of n stands at i/n of the way. One that begins elsewhere than the level
/// was comes to its line within some milliseconds.
#[derive(Clone, Copy)]
pub struct Fade {
    from: f64,
    to: f64,
    done: u64,
    length: u64,
    /// Distance of the level from the line, and the number of frames in which that dies away.
    offset: f64,
    settles: u64,
}

impl Fade {
    /// None.
    pub const FULL: Self = Self { from: 1.0, to: 1.0, done: 0, length: 0, offset: 0.0, settles: 0 };

    /// Up to the full level: from silence, or from where a fade-out under way has come to. `settles` is 0 where the
    /// level before was not heard.
    pub fn fade_in(self, frames: u64, settles: u64) -> Self {
        let from = if self.to == 0.0 { self.level(0) } else { 0.0 };
        self.to(Self { from, to: 1.0, length: frames, settles, ..Self::FULL })
    }

    /// Down to silence from the present level.
    pub fn fade_out(self, frames: u64, settles: u64) -> Self {
        self.to(Self { from: self.level(0), to: 0.0, length: frames, settles, ..Self::FULL })
    }

    fn to(self, line: Self) -> Self {
        let offset = if line.settles > 0 { self.level(0) - line.level(0) } else { 0.0 };
        Self { offset, ..line }
    }

    fn is_done(&self) -> bool {
        self.done >= self.length && (self.offset == 0.0 || self.done >= self.settles)
    }

    /// True where it changes nothing.
    pub fn is_full(&self) -> bool {
        self.to == 1.0 && self.is_done()
    }

    /// True once a fade-out has come to silence.
    pub fn is_over(&self) -> bool {
        self.to == 0.0 && self.is_done()
    }

    /// The level `frames` frames from now.
    pub fn level(&self, frames: usize) -> f64 {
        let done = self.done.saturating_add(frames as u64);
        let line = if done >= self.length {
            self.to
        } else {
            self.from + (self.to - self.from) * (done as f64 / self.length as f64)
        };
        if done >= self.settles {
            return line;
        }
        line + self.offset * (1.0 - done as f64 / self.settles as f64)
    }

    /// `frames` frames have passed.
    pub fn advance(&mut self, frames: usize) {
        self.done = self.done.saturating_add(frames as u64).min(self.length.max(self.settles));
    }
}
