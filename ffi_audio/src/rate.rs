//! Whole sounds at another rate, made once: a polyphase filter for ratios of small numbers, with a Kaiser-windowed sinc
//! that is longer than what a thread that mixes has time for. Up to 0.93 of the lower rate's half all passes, from the
//! half on nothing does (−100 dB).

use crate::resample::bessel;
use std::f64::consts::PI;

/// Frames of the lower rate that take part in each frame that comes out.
const TAPS: usize = 192;
/// The window's parameter: stop band at −100 dB.
const BETA: f64 = 10.06;
/// The middle of the transition, in parts of the lower rate: half of its width, 0.0334, below the half.
const CUTOFF: f64 = 0.5 - 0.0334 / 2.0;
/// Most phases that a table is made of: 44,100 Hz to 48,000 Hz and 96,000 Hz to 44,100 Hz have 160 and 147.
const MOST_PHASES: u32 = 640;

/// The filter from one rate to another.
pub struct RateFilter {
    from: u32,
    to: u32,
    /// A frame comes out every `step` of these parts of one that goes in.
    phases: u32,
    step: u32,
    taps: usize,
    /// The taps of each phase.
    rows: Vec<f32>,
}

impl RateFilter {
    /// None where the two have no small ratio.
    pub fn new(from: u32, to: u32) -> Option<Self> {
        let divisor = gcd(from, to);
        let (phases, step) = (to / divisor, from / divisor);
        if phases > MOST_PHASES || step > MOST_PHASES {
            return None;
        }
        // Where the rate falls, the filter is as much longer in frames of the input.
        let widening = f64::from(step.max(phases)) / f64::from(phases);
        let taps = (TAPS as f64 * widening).ceil() as usize;
        let peak = bessel(BETA);
        let rows = (0..phases).flat_map(|phase| {
            let fraction = f64::from(phase) / f64::from(phases);
            let at = |tap: usize| tap as f64 + 1.0 - (taps / 2) as f64 - fraction;
            let row: Vec<f64> = (0..taps).map(|tap| kernel(at(tap), taps, widening) / peak).collect();
            let sum: f64 = row.iter().sum();
            row.into_iter().map(move |tap| (tap / sum) as f32)
        });
        Some(Self { from, to, phases, step, taps, rows: rows.collect() })
    }

    /// True where it is from this rate.
    pub fn is_from(&self, rate: u32) -> bool {
        self.from == rate
    }

    /// Samples of frames of `channels` at the new rate; None where there is no memory for them.
    pub fn convert(&self, samples: &[f32], channels: usize) -> Option<Vec<f32>> {
        let frames = samples.len() / channels;
        let made = (frames as u64 * u64::from(self.to)).div_ceil(u64::from(self.from)) as usize;
        let mut out = vec![];
        out.try_reserve_exact(made * channels).ok()?;
        out.resize(made * channels, 0.0);
        // One channel after the other, with silence on either side.
        let mut channel = vec![];
        channel.try_reserve_exact(frames + 2 * self.taps).ok()?;
        for first in 0..channels {
            channel.clear();
            channel.resize(self.taps / 2, 0.0);
            channel.extend(samples.iter().skip(first).step_by(channels));
            channel.resize(frames + 2 * self.taps, 0.0);
            let (mut at, mut phase) = (0, 0);
            for out in out.iter_mut().skip(first).step_by(channels) {
                let row = &self.rows[phase as usize * self.taps..][..self.taps];
                *out = dot(&channel[at + 1..][..self.taps], row);
                phase += self.step;
                at += (phase / self.phases) as usize;
                phase %= self.phases;
            }
        }
        Some(out)
    }
}

/// sinc under a window, whose greatest value is still to be divided by.
fn kernel(t: f64, taps: usize, widening: f64) -> f64 {
    let x = t / (taps as f64 / 2.0);
    if x.abs() >= 1.0 {
        return 0.0;
    }
    let angle = PI * 2.0 * CUTOFF / widening * t;
    let sinc = if angle.abs() < 1e-12 { 1.0 } else { angle.sin() / angle };
    sinc * bessel(BETA * (1.0 - x * x).sqrt())
}

fn dot(samples: &[f32], taps: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 16];
    let (samples, taps) = (samples.as_chunks::<16>(), taps.as_chunks::<16>());
    for (samples, taps) in samples.0.iter().zip(taps.0) {
        (0..16).for_each(|lane| sums[lane] += samples[lane] * taps[lane]);
    }
    let rest: f32 = samples.1.iter().zip(taps.1).map(|(sample, tap)| sample * tap).sum();
    sums.iter().sum::<f32>() + rest
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}
