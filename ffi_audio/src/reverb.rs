//! A room: Freeverb, by Jezar at Dreampoint (2000, public domain): eight damped feedback combs in parallel and
//! four all-passes in series for each ear, after M. R. Schroeder and J. A. Moorer. Described by Julius O. Smith,
//! "Physical Audio Signal Processing" (ccrma.stanford.edu/~jos/pasp/Freeverb.html). The delays are its own,
//! scaled from 44,100 Hz to the engine's rate.
//!
//! A comb of delay d and feedback g falls by 60 dB in −3·d / log₁₀(g): 0.7 s in the smallest room and 12 s in
//! the largest for the longest comb, at low frequencies; damping shortens the high ones.

use crate::{effect::Effect, gain::Ramp};

const COMBS: [f64; 8] = [1116.0, 1188.0, 1277.0, 1356.0, 1422.0, 1491.0, 1557.0, 1617.0];
const ALL_PASSES: [f64; 4] = [556.0, 441.0, 341.0, 225.0];
/// Length by which the right ear's delays are longer.
const SPREAD: f64 = 23.0;
const INPUT_GAIN: f32 = 0.015;
/// Freeverb's default: a wet level of a third, times three.
const WET: f32 = 1.0;

#[derive(Clone, Copy)]
struct Room {
    feedback: f32,
    damping: f32,
}

impl Room {
    fn new(size: f64, damping: f64) -> Self {
        Self { feedback: (size * 0.28 + 0.7) as f32, damping: (damping * 0.4) as f32 }
    }

    fn numbers(self) -> [f32; 2] {
        [self.feedback, self.damping]
    }
}

struct Line {
    samples: Vec<f32>,
    at: usize,
    low_pass: f32,
}

impl Line {
    fn new(delay: f64, rate: u32) -> Self {
        let length = (delay * f64::from(rate) / 44_100.0).round().max(1.0) as usize;
        Self { samples: vec![0.0; length], at: 0, low_pass: 0.0 }
    }

    fn step(&mut self, input: f32) {
        // Numbers too small to hear are slow to compute with.
        self.samples[self.at] = if input.abs() < 1e-20 { 0.0 } else { input };
        self.at += 1;
        if self.at == self.samples.len() {
            self.at = 0;
        }
    }

    fn comb(&mut self, input: f32, room: Room) -> f32 {
        let out = self.samples[self.at];
        self.low_pass = out * (1.0 - room.damping) + self.low_pass * room.damping;
        if self.low_pass.abs() < 1e-20 {
            self.low_pass = 0.0;
        }
        self.step(input + self.low_pass * room.feedback);
        out
    }

    fn all_pass(&mut self, input: f32) -> f32 {
        let delayed = self.samples[self.at];
        self.step(input + delayed * 0.5);
        delayed - input
    }
}

struct Ear {
    combs: [Line; 8],
    all_passes: [Line; 4],
}

impl Ear {
    fn new(spread: f64, rate: u32) -> Self {
        Self {
            combs: COMBS.map(|delay| Line::new(delay + spread, rate)),
            all_passes: ALL_PASSES.map(|delay| Line::new(delay + spread, rate)),
        }
    }

    fn process(&mut self, input: f32, room: Room) -> f32 {
        let sum = self.combs.iter_mut().map(|comb| comb.comb(input, room)).sum();
        self.all_passes.iter_mut().fold(sum, |sound, line| line.all_pass(sound))
    }
}

/// A room that a playback stands in.
pub struct Reverb {
    left: Ear,
    right: Ear,
    /// The room's feedback and damping.
    room: Ramp<2>,
    /// Part of the sound that it takes in: more and more where that was heard before.
    input: Ramp<1>,
    /// Part of it that is heard: less and less of one that was taken away.
    wet: Ramp<1>,
}

impl Reverb {
    /// `size` and `damping` from 0 to 1.
    pub fn new(size: f64, damping: f64, rate: u32) -> Self {
        Self {
            left: Ear::new(0.0, rate),
            right: Ear::new(SPREAD, rate),
            room: Ramp::short(Room::new(size, damping).numbers(), rate),
            input: Ramp::short([1.0], rate),
            wet: Ramp::short([WET], rate),
        }
    }

    /// Adds the room to the sound, in place: to the first two channels, or to the only one.
    pub fn process(&mut self, samples: &mut [f32], channels: usize) {
        for (i, frame) in samples.chunks_exact_mut(channels).enumerate() {
            let ([wet], [input]) = (self.wet.at(i), self.input.at(i));
            let [feedback, damping] = self.room.at(i);
            let (room, gain) = (Room { feedback, damping }, input * INPUT_GAIN);
            let [left, right, ..] = frame else {
                frame[0] += wet * self.left.process(2.0 * gain * frame[0], room);
                continue;
            };
            let input = (*left + *right) * gain;
            *left += wet * self.left.process(input, room);
            *right += wet * self.right.process(input, room);
        }
        let frames = samples.len() / channels;
        self.room.advance(frames);
        self.input.advance(frames);
        self.wet.advance(frames);
    }

    /// Longest silence after which it can still sound again, in frames.
    pub fn memory(&self) -> usize {
        if self.wet.is_silent() {
            return 0;
        }
        let longest = |lines: &[Line]| lines.iter().map(|line| line.samples.len()).max().unwrap_or(0);
        longest(&self.right.combs)
            + self.right.all_passes.iter().map(|line| line.samples.len()).sum::<usize>()
    }
}

impl Effect for Reverb {
    /// Adopts the numbers of another room around the same sound.
    fn adopt(&mut self, other: &Self) -> bool {
        let is_heard = self.wet.resting() == Some([WET]);
        if is_heard {
            self.room.set(other.room.at(0));
        }
        is_heard
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
