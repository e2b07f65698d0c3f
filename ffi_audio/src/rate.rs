//! Sounds at another rate, for ratios of small numbers: a polyphase filter with a Kaiser-windowed sinc. Whole sounds are
//! brought over once, with a filter that is longer than what a thread that mixes has time for.

use crate::resample::bessel;
use std::f64::consts::PI;

/// How long a filter is, and what that gives.
struct Design {
    /// Frames of the lower rate that take part in each frame that comes out.
    taps: usize,
    /// The window's parameter.
    beta: f64,
    /// The middle of the transition, in parts of the lower rate.
    cutoff: f64,
}

/// Up to 0.93 of the lower rate's half all passes, from the half on nothing does (−100 dB).
const LOADING: Design = Design { taps: 192, beta: 10.06, cutoff: 0.5 - 0.0334 / 2.0 };
/// Up to 0.907 of the lower rate's half all passes, from the half on less than −60 dB, from 1.02 of it on less than −90.
const PLAYING: Design = Design { taps: 112, beta: 8.96, cutoff: 0.5 - 0.0225 };

/// Taps are multiples of that: as many numbers as are added up side by side.
const LANES: usize = 16;
/// Most phases that a table is made of: 44,100 Hz to 48,000 Hz and 96,000 Hz to 44,100 Hz have 160 and 147.
const MOST_PHASES: u32 = 640;

/// The filter from one rate to another.
pub struct RateFilter {
    from: u32,
    to: u32,
    is_whole: bool,
    /// A frame comes out every `step` of these parts of one that goes in.
    phases: u32,
    step: u32,
    taps: usize,
    /// The taps of each phase.
    rows: Vec<f32>,
}

impl RateFilter {
    /// For sounds that are brought over when they are loaded. None where the two rates have no small ratio.
    pub fn whole(from: u32, to: u32) -> Option<Self> {
        Self::new(from, to, true)
    }

    /// For what is brought over while it plays. None where the two rates have no small ratio.
    pub fn playing(from: u32, to: u32) -> Option<Self> {
        Self::new(from, to, false)
    }

    fn new(from: u32, to: u32, is_whole: bool) -> Option<Self> {
        let divisor = gcd(from, to);
        let (phases, step) = (to / divisor, from / divisor);
        if phases > MOST_PHASES || step > MOST_PHASES {
            return None;
        }
        let design = if is_whole { LOADING } else { PLAYING };
        // Where the rate falls, the filter is as much longer in frames of the input.
        let widening = f64::from(step.max(phases)) / f64::from(phases);
        let taps = ((design.taps as f64 * widening).ceil() as usize).next_multiple_of(LANES);
        let rows = (0..phases).flat_map(|phase| {
            let fraction = f64::from(phase) / f64::from(phases);
            let at = |tap: usize| tap as f64 + 1.0 - (taps / 2) as f64 - fraction;
            let row: Vec<f64> = (0..taps).map(|tap| design.kernel(at(tap), taps, widening)).collect();
            let sum: f64 = row.iter().sum();
            row.into_iter().map(move |tap| (tap / sum) as f32)
        });
        Some(Self { from, to, is_whole, phases, step, taps, rows: rows.collect() })
    }

    /// True where it is from this rate, and for loading or for playing.
    pub fn is_from(&self, rate: u32, is_whole: bool) -> bool {
        self.from == rate && self.is_whole == is_whole
    }

    /// Input frames on either side of a position that take part.
    pub fn reach(&self) -> usize {
        self.taps / 2
    }

    fn row(&self, phase: u32) -> &[f32] {
        &self.rows[phase as usize * self.taps..][..self.taps]
    }

    /// Fills `out` with frames of `channels` from the place in `window` on, and moves that, until it comes to the frame
    /// `limit` of the window; says how many frames there were. Frames outside `window` are silence.
    pub fn fill(
        &self,
        window: &[f32],
        channels: usize,
        place: &mut Place,
        limit: usize,
        out: &mut [f32],
    ) -> usize {
        let phases = f64::from(self.phases);
        // After another speed it goes on at the nearest place that there are taps for.
        let nearest = (place.fraction * phases).round() as u32;
        let mut at = place.at + (nearest / self.phases) as usize;
        let mut phase = nearest % self.phases;
        let mut done = 0;
        for out in out.chunks_exact_mut(channels) {
            if at >= limit {
                break;
            }
            let row = self.row(phase);
            let first = (at + 1).checked_sub(self.reach());
            let frames = first.and_then(|first| window.get(first * channels..(first + self.taps) * channels));
            match (frames, &mut *out) {
                (Some(frames), [out]) => [*out] = dot(frames, row),
                (Some(frames), [left, right]) => [*left, *right] = dot(frames, row),
                _ => at_an_edge(window, channels, at as isize + 1 - self.reach() as isize, row, out),
            }
            self.advance(&mut at, &mut phase);
            done += 1;
        }
        *place = Place { at, fraction: f64::from(phase) / phases };
        done
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
                [*out] = dot(&channel[at + 1..][..self.taps], self.row(phase));
                self.advance(&mut at, &mut phase);
            }
        }
        Some(out)
    }

    fn advance(&self, at: &mut usize, phase: &mut u32) {
        *phase += self.step;
        *at += (*phase / self.phases) as usize;
        *phase %= self.phases;
    }
}

/// A position: a whole frame, and a fraction of the way to the next.
pub struct Place {
    /// The frame.
    pub at: usize,
    /// The fraction, below 1.
    pub fraction: f64,
}

/// With many channels, or with silence before or behind the window.
fn at_an_edge(window: &[f32], channels: usize, first: isize, row: &[f32], out: &mut [f32]) {
    out.fill(0.0);
    for (frame, tap) in (first..).zip(row) {
        let Ok(frame) = usize::try_from(frame) else { continue };
        let Some(samples) = window.get(frame * channels..(frame + 1) * channels) else { break };
        out.iter_mut().zip(samples).for_each(|(out, sample)| *out += sample * tap);
    }
}

impl Design {
    /// sinc under a window.
    fn kernel(&self, t: f64, taps: usize, widening: f64) -> f64 {
        let x = t / (taps as f64 / 2.0);
        if x.abs() >= 1.0 {
            return 0.0;
        }
        let angle = PI * 2.0 * self.cutoff / widening * t;
        let sinc = if angle.abs() < 1e-12 { 1.0 } else { angle.sin() / angle };
        sinc * bessel(self.beta * (1.0 - x * x).sqrt())
    }
}

/// The sum of frames of `N` channels (1 or 2), each by its tap.
#[inline(always)]
fn dot<const N: usize>(frames: &[f32], taps: &[f32]) -> [f32; N] {
    let mut sums = [[0.0_f32; LANES]; N];
    let (frames, taps) = (frames.as_chunks::<LANES>().0, taps.as_chunks::<LANES>().0);
    for (frames, taps) in frames.chunks_exact(N).zip(taps) {
        for part in 0..N {
            for lane in 0..LANES {
                sums[part][lane] += frames[part][lane] * taps[(part * LANES + lane) / N];
            }
        }
    }
    // Halves are added to halves, which no order of the sums makes slower than they need be.
    let mut all = sums[0];
    for part in &sums[1..] {
        (0..LANES).for_each(|lane| all[lane] += part[lane]);
    }
    let mut width = LANES / 2;
    while width >= N {
        for lane in 0..width {
            all[lane] += all[lane + width];
        }
        width /= 2;
    }
    std::array::from_fn(|channel| all[channel])
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}
