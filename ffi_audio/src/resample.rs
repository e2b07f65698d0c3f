//! Sound at another rate: band-limited interpolation with a Kaiser-windowed sinc, after Julius O. Smith,
//! "Digital Audio Resampling" (ccrma.stanford.edu/~jos/resample). At a rate of exactly 1 and a whole position
//! it gives back the very samples that went in.

use ffi_core::fork::ForkSafeLazy;
use std::f64::consts::PI;

/// Input frames on either side of a position that take part at rates up to 1.
pub const REACH: usize = 16;
const TAPS: usize = 2 * REACH;
/// Tabulated positions between two frames; linear interpolation between them errs by less than −100 dB.
const PHASES: usize = 512;
/// The window's parameter: stop band at −80 dB.
const BETA: f64 = 8.0;
/// Beyond this rate the filter is not widened further; nothing that is heard is left of a sound by then.
const WIDEST: f64 = 64.0;

/// A power of two beyond the curve's end.
const WING: usize = 2 * REACH * PHASES;
/// Taps that are made at a time.
const CHUNK: usize = 32;

struct Tables {
    /// The taps of every phase, and of the phase after the last.
    phases: Vec<[Four; TAPS / 4]>,
    /// The filter's curve from its middle to its end and beyond: each value, and the difference to the next.
    wing: Vec<[f32; 2]>,
}

fn tables() -> &'static Tables {
    static TABLES: ForkSafeLazy<Tables> = ForkSafeLazy::once();
    TABLES.get_or_make(|| Tables {
        phases: (0..=PHASES).map(|phase| taps(phase as f64 / PHASES as f64)).collect(),
        wing: (0..WING)
            .map(|i| [i, i + 1].map(|i| kernel(i as f64 / PHASES as f64)))
            .map(|[value, next]| [value as f32, (next - value) as f32])
            .collect(),
    })
}

fn taps(fraction: f64) -> [Four; TAPS / 4] {
    let tap = |tap: usize| kernel(tap as f64 + 1.0 - REACH as f64 - fraction) as f32;
    std::array::from_fn(|i| std::array::from_fn(|lane| tap(4 * i + lane)))
}

/// sin(πt)/(πt) under a Kaiser window that ends at ±[`REACH`].
fn kernel(t: f64) -> f64 {
    let x = t / REACH as f64;
    if x.abs() >= 1.0 {
        return 0.0;
    }
    if t.fract() == 0.0 {
        return if t == 0.0 { 1.0 } else { 0.0 };
    }
    (PI * t).sin() / (PI * t) * bessel(BETA * (1.0 - x * x).sqrt()) / bessel(BETA)
}

/// The modified Bessel function of order 0, by its power series.
pub fn bessel(x: f64) -> f64 {
    let (mut sum, mut term) = (1.0, 1.0);
    for k in 1..64 {
        term *= (x / (2.0 * f64::from(k))).powi(2);
        sum += term;
        if term < 1e-17 * sum {
            break;
        }
    }
    sum
}

/// Makes the tables, which would take too long on the thread that mixes.
pub fn prepare() {
    tables();
}

/// Number of input frames on either side of a position that take part at this rate.
pub fn reach(rate: f64) -> usize {
    (REACH as f64 * widening(rate)).ceil() as usize
}

/// Above a rate of 1 the filter is widened, so that nothing above half the new rate folds back.
fn widening(rate: f64) -> f64 {
    rate.clamp(1.0, WIDEST)
}

/// One output frame: the input's value at `at + fraction`, channel by channel into `out`. Frames outside
/// `window` are silence.
pub fn interpolate(window: &[f32], channels: usize, at: usize, fraction: f64, rate: f64, out: &mut [f32]) {
    if rate > 1.0 {
        return widened(window, channels, at, fraction, widening(rate), out);
    }
    let from = at as isize + 1 - REACH as isize;
    let phase = Phase::at(fraction);
    let frames = usize::try_from(from).ok().and_then(|from| window.get(from * channels..));
    match (channels, frames) {
        (1, Some(frames)) if frames.len() >= TAPS => out[0] = phase.mono(frames),
        (2, Some(frames)) if frames.len() >= 2 * TAPS => out[..2].copy_from_slice(&phase.stereo(frames)),
        _ => at_an_edge(window, channels, from, &phase.taps(), out),
    }
}

/// Four numbers, which every processor computes with at once.
type Four = [f32; 4];

/// The taps for a position between two frames: those of the two tabulated positions around it, blended.
struct Phase {
    lower: &'static [Four; TAPS / 4],
    upper: &'static [Four; TAPS / 4],
    blend: f32,
}

impl Phase {
    #[inline]
    fn at(fraction: f64) -> Self {
        let position = fraction * PHASES as f64;
        let phase = (position as usize).min(PHASES - 1);
        let tables = tables();
        let blend = (position - phase as f64) as f32;
        Self { lower: &tables.phases[phase], upper: &tables.phases[phase + 1], blend }
    }

    #[inline]
    fn four(&self, i: usize) -> Four {
        let (lower, upper) = (&self.lower[i], &self.upper[i]);
        std::array::from_fn(|lane| lower[lane] + self.blend * (upper[lane] - lower[lane]))
    }

    fn taps(&self) -> [f32; TAPS] {
        std::array::from_fn(|tap| self.four(tap / 4)[tap % 4])
    }

    #[inline]
    fn mono(&self, frames: &[f32]) -> f32 {
        let (frames, _) = frames.as_chunks::<4>();
        let mut sums = [0.0; 4];
        for (i, frames) in frames[..TAPS / 4].iter().enumerate() {
            let taps = self.four(i);
            for lane in 0..4 {
                sums[lane] += frames[lane] * taps[lane];
            }
        }
        (sums[0] + sums[1]) + (sums[2] + sums[3])
    }

    #[inline]
    fn stereo(&self, frames: &[f32]) -> [f32; 2] {
        let (frames, _) = frames.as_chunks::<8>();
        let (mut first, mut second) = ([0.0; 4], [0.0; 4]);
        for (i, frames) in frames[..TAPS / 4].iter().enumerate() {
            let [a, b, c, d] = self.four(i);
            let (ab, cd) = ([a, a, b, b], [c, c, d, d]);
            for lane in 0..4 {
                first[lane] += frames[lane] * ab[lane];
                second[lane] += frames[4 + lane] * cd[lane];
            }
        }
        [first[0] + first[2] + second[0] + second[2], first[1] + first[3] + second[1] + second[3]]
    }
}

fn at_an_edge(window: &[f32], channels: usize, from: isize, taps: &[f32; TAPS], out: &mut [f32]) {
    out[..channels].fill(0.0);
    for (frame, tap) in (from..).zip(taps) {
        add(window, channels, frame, *tap, out);
    }
}

fn add(window: &[f32], channels: usize, frame: isize, tap: f32, out: &mut [f32]) {
    let Ok(frame) = usize::try_from(frame) else { return };
    if let Some(samples) = window.get(frame * channels..(frame + 1) * channels) {
        out.iter_mut().zip(samples).for_each(|(out, sample)| *out += sample * tap);
    }
}

/// All taps are made once for a frame, whatever its channels; their positions on the curve are a constant step
/// narrow.
fn widened(window: &[f32], channels: usize, at: usize, fraction: f64, width: f64, out: &mut [f32]) {
    out[..channels].fill(0.0);
    let reach = (REACH as f64 * width).ceil();
    let step = PHASES as f64 / width;
    let (mut weight, mut left, mut right) = (0.0, [0.0; 4], [0.0; 4]);
    let first = at as isize + 1 - reach as isize;
    let mut start = (1.0 - reach - fraction) * step;
    for from in (first..first + 2 * reach as isize).step_by(CHUNK) {
        let taps = wing(start as f32, step as f32);
        start += step * CHUNK as f64;
        let (fours, _) = taps.as_chunks::<4>();
        weight += sum(fours.iter().fold([0.0; 4], |sums, four| std::array::from_fn(|i| sums[i] + four[i])));
        let mut padded = [0.0; 2 * CHUNK];
        match (channels, stretch(window, channels, from, &mut padded)) {
            (1, frames) => {
                for (frames, taps) in frames.as_chunks::<4>().0.iter().zip(fours) {
                    (0..4).for_each(|lane| left[lane] += frames[lane] * taps[lane]);
                }
            }
            (2, frames) => {
                for (frames, &[a, b, c, d]) in frames.as_chunks::<8>().0.iter().zip(fours) {
                    let (ab, cd) = ([a, a, b, b], [c, c, d, d]);
                    (0..4).for_each(|lane| left[lane] += frames[lane] * ab[lane]);
                    (0..4).for_each(|lane| right[lane] += frames[4 + lane] * cd[lane]);
                }
            }
            (_, []) => (from..).zip(taps).for_each(|(frame, tap)| add(window, channels, frame, tap, out)),
            (_, frames) => {
                for (frame, tap) in frames.chunks_exact(channels).zip(taps) {
                    out.iter_mut().zip(frame).for_each(|(out, sample)| *out += sample * tap);
                }
            }
        }
    }
    match out {
        [mono] => *mono += sum(left),
        [l, r] => {
            (*l, *r) =
                (*l + left[0] + left[2] + right[0] + right[2], *r + left[1] + left[3] + right[1] + right[3])
        }
        _ => {}
    }
    out[..channels].iter_mut().for_each(|sample| *sample /= weight);
}

/// [`CHUNK`] frames from this one on, with silence outside the window: nothing where that takes more room than
/// `padded` has.
fn stretch<'a>(window: &'a [f32], channels: usize, from: isize, padded: &'a mut [f32]) -> &'a [f32] {
    let frames = (window.len() / channels) as isize;
    let inside = [from, from + CHUNK as isize].map(|frame| frame.clamp(0, frames) as usize * channels);
    let [first, end] = inside;
    if end - first == CHUNK * channels {
        return &window[first..end];
    }
    if channels > 2 {
        return &[];
    }
    let at = from.min(0).unsigned_abs() * channels;
    if let Some(room) = padded.get_mut(at..at + end - first) {
        room.copy_from_slice(&window[first..end]);
    }
    &padded[..CHUNK * channels]
}

fn sum([a, b, c, d]: Four) -> f32 {
    (a + b) + (c + d)
}

/// The curve at `start`, `start + step` and so on from its middle, in parts of [`PHASES`].
#[inline]
fn wing(start: f32, step: f32) -> [f32; CHUNK] {
    const END: f32 = (REACH * PHASES) as f32;
    // Added to a number it leaves the whole part in the lowest bits: cheaper than to convert each.
    const WHOLE: f32 = 12_582_912.0;
    let wing: &[[f32; 2]] = &tables().wing;
    let positions: [f32; CHUNK] = std::array::from_fn(|i| (start + step * i as f32).abs().min(END));
    let wholes = positions.map(|position| position - 0.5 + WHOLE);
    let rests: [f32; CHUNK] = std::array::from_fn(|i| positions[i] - (wholes[i] - WHOLE));
    std::array::from_fn(|i| {
        let [value, slope] = wing[wholes[i].to_bits() as usize % WING];
        value + rests[i] * slope
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_position_gives_the_sample_itself() {
        let window: Vec<f32> = (0..64).map(|i| ((i * 37) % 101) as f32 / 100.0).collect();
        for at in [0, 3, 20, 31, 63] {
            let mut out = [9.0];
            interpolate(&window, 1, at, 0.0, 1.0, &mut out);
            assert_eq!(out[0], window[at]);
        }
    }

    #[test]
    fn a_sine_between_its_samples_is_the_sine() {
        let sine = |t: f64| (t * 0.4 * PI).sin();
        let window: Vec<f32> = (0..200).flat_map(|i| [sine(f64::from(i)) as f32, 0.5]).collect();
        for step in 0..1000 {
            let position = 60.0 + f64::from(step) * 0.0737;
            let mut out = [0.0; 2];
            interpolate(&window, 2, position as usize, position.fract(), 0.8, &mut out);
            assert!((f64::from(out[0]) - sine(position)).abs() < 2e-4, "at {position}: {}", out[0]);
            assert!((out[1] - 0.5).abs() < 1e-4, "the constant is {}", out[1]);
        }
    }

    #[test]
    fn what_the_new_rate_cannot_hold_is_gone() {
        // At 0.8 of the old half rate, read at double speed: it would fold back to 0.4 of the new one.
        let window: Vec<f32> = (0..400).map(|i| (f64::from(i) * 0.8 * PI).sin() as f32).collect();
        let loudest = (100..150).map(|i| {
            let mut out = [0.0];
            interpolate(&window, 1, i * 2, 0.0, 2.0, &mut out);
            out[0].abs()
        });
        assert!(loudest.fold(0.0, f32::max) < 1e-3);
    }

    #[test]
    fn a_widened_filter_is_its_formula() {
        for (rate, channels) in
            [(1.001_f64, 1), (1.5, 2), (3.7, 3), (10.0, 2), (10.0, 1), (63.9, 2), (100.0, 1)]
        {
            let frames = 3000;
            let window: Vec<f32> =
                (0..frames * channels).map(|i| (i * 7919 % 1009) as f32 / 504.5 - 1.0).collect();
            for at in [0, 5, 700, 1500, 2500, frames - 1] {
                let (fraction, width) = (0.37, rate.min(WIDEST));
                let reach = (REACH as f64 * width).ceil() as i64;
                let taps: Vec<(i64, f64)> = (1 - reach..=reach)
                    .map(|offset| (at as i64 + offset, kernel((offset as f64 - fraction) / width)))
                    .collect();
                let weight: f64 = taps.iter().map(|tap| tap.1).sum();
                let mut out = vec![9.0; channels];
                interpolate(&window, channels, at, fraction, rate, &mut out);
                for (channel, found) in out.iter().enumerate() {
                    let heard = taps.iter().filter(|tap| (0..frames as i64).contains(&tap.0));
                    let sum: f64 =
                        heard.map(|tap| tap.1 * f64::from(window[tap.0 as usize * channels + channel])).sum();
                    let expected = sum / weight;
                    assert!(
                        (f64::from(*found) - expected).abs() < 1e-5,
                        "{rate} at {at}: {found}, {expected}"
                    );
                }
            }
        }
    }
}
