//! Filters of the second order, after Robert Bristow-Johnson's "Audio EQ Cookbook".

use crate::{
    constants::FilterKind,
    effect::Effect,
    error::{Error, Result},
    gain::Ramp,
};
use ffi_core::check::between;

/// How many filters follow each other at most.
pub const SLOTS: usize = 8;
/// So many channels of an engine are filtered, the first ones.
const CHANNELS: usize = 8;

/// What a caller asks for.
#[derive(Clone, Copy, Debug)]
pub struct Band {
    /// What it does.
    pub kind: FilterKind,
    /// In Hz.
    pub frequency: f64,
    /// How narrow it is.
    pub q: f64,
    /// Of peaks and shelves, in dB.
    pub gain_db: f64,
}

/// All slots.
pub type Bands = [Option<Band>; SLOTS];

impl Band {
    /// From what a call says, all of it checked.
    pub fn new(kind: i64, frequency: f64, q: f64, gain_db: f64, rate: u32) -> Result<Self> {
        const KINDS: [FilterKind; 8] = [
            FilterKind::LowPass,
            FilterKind::HighPass,
            FilterKind::BandPass,
            FilterKind::Notch,
            FilterKind::Peak,
            FilterKind::LowShelf,
            FilterKind::HighShelf,
            FilterKind::AllPass,
        ];
        let kind = KINDS[between("kind", kind, 0, KINDS.len() as i64 - 1)? as usize];
        Ok(Self {
            kind,
            frequency: between("frequency", frequency, 1.0, 0.499 * f64::from(rate))?,
            q: between("q", q, 0.01, 100.0)?,
            gain_db: between("gain_db", gain_db, -60.0, 60.0)?,
        })
    }

    /// b0, b1, b2, a1 and a2, as parts of a0.
    fn coefficients(&self, rate: u32) -> [f64; 5] {
        let amplitude = 10_f64.powf(self.gain_db / 40.0);
        let (sin, cos) = (std::f64::consts::TAU * self.frequency / f64::from(rate)).sin_cos();
        let alpha = sin / (2.0 * self.q);
        let shelf = |side: f64| {
            let (a, slope) = (amplitude, 2.0 * amplitude.sqrt() * alpha);
            let (plus, minus) = (a + 1.0, a - 1.0);
            [
                a * (plus - side * minus * cos + slope),
                side * 2.0 * a * (minus - side * plus * cos),
                a * (plus - side * minus * cos - slope),
                plus + side * minus * cos + slope,
                side * -2.0 * (minus + side * plus * cos),
                plus + side * minus * cos - slope,
            ]
        };
        let [b0, b1, b2, a0, a1, a2] = match self.kind {
            FilterKind::LowPass => {
                let b = 1.0 - cos;
                [b / 2.0, b, b / 2.0, 1.0 + alpha, -2.0 * cos, 1.0 - alpha]
            }
            FilterKind::HighPass => {
                let b = 1.0 + cos;
                [b / 2.0, -b, b / 2.0, 1.0 + alpha, -2.0 * cos, 1.0 - alpha]
            }
            FilterKind::BandPass => [alpha, 0.0, -alpha, 1.0 + alpha, -2.0 * cos, 1.0 - alpha],
            FilterKind::Notch => [1.0, -2.0 * cos, 1.0, 1.0 + alpha, -2.0 * cos, 1.0 - alpha],
            FilterKind::Peak => {
                let (up, down) = (alpha * amplitude, alpha / amplitude);
                [1.0 + up, -2.0 * cos, 1.0 - up, 1.0 + down, -2.0 * cos, 1.0 - down]
            }
            FilterKind::LowShelf => shelf(1.0),
            FilterKind::HighShelf => shelf(-1.0),
            FilterKind::AllPass => {
                [1.0 - alpha, -2.0 * cos, 1.0 + alpha, 1.0 + alpha, -2.0 * cos, 1.0 - alpha]
            }
        };
        [b0, b1, b2, a1, a2].map(|value| value / a0)
    }
}

/// One filter, which comes, changes and goes without a click.
#[derive(Clone, Copy)]
struct Filter {
    /// Between two stable sets all are stable: they are the corners of a triangle.
    numbers: [f64; 5],
    before: [f64; 5],
    /// How far it has come from one to the other.
    change: Ramp<1>,
    /// How much of it is heard.
    wet: Ramp<1>,
    state: [[f64; 2]; CHANNELS],
}

impl Filter {
    fn numbers_at(&self, frame: usize) -> [f64; 5] {
        let part = f64::from(self.change.at(frame)[0]);
        std::array::from_fn(|i| self.before[i] + part * (self.numbers[i] - self.before[i]))
    }

    fn change_to(&mut self, numbers: [f64; 5]) {
        (self.before, self.numbers) = (self.numbers_at(0), numbers);
        self.change = self.change.from_zero();
    }
}

/// One filter after another.
pub struct Filters {
    slots: [Option<Filter>; SLOTS],
    channels: usize,
    rate: u32,
}

impl Filters {
    /// Those of all slots that are taken.
    pub fn new(bands: &Bands, channels: usize, rate: u32) -> Self {
        let filter = |band: Band| Filter {
            numbers: band.coefficients(rate),
            before: [0.0; 5],
            change: Ramp::new([1.0], rate),
            wet: Ramp::short([1.0], rate),
            state: [[0.0; 2]; CHANNELS],
        };
        Self { slots: bands.map(|band| band.map(filter)), channels, rate }
    }

    /// In place.
    pub fn process(&mut self, samples: &mut [f32]) {
        let channels = self.channels;
        let frames = samples.len() / channels;
        for filter in self.slots.iter_mut().flatten().filter(|filter| !filter.wet.is_silent()) {
            let is_at_rest = filter.change.resting().is_some() && filter.wet.resting() == Some([1.0]);
            for (i, frame) in samples.chunks_exact_mut(channels).enumerate() {
                let [b0, b1, b2, a1, a2] = if is_at_rest { filter.numbers } else { filter.numbers_at(i) };
                let part = if is_at_rest { 1.0 } else { f64::from(filter.wet.at(i)[0]) };
                for (sample, [first, second]) in frame.iter_mut().zip(&mut filter.state) {
                    let input = f64::from(*sample);
                    let out = b0 * input + *first;
                    *first = b1 * input - a1 * out + *second;
                    *second = b2 * input - a2 * out;
                    *sample = (input + part * (out - input)) as f32;
                }
            }
            // Numbers too small to hear are slow to compute with.
            let quiet = |value: &&mut f64| value.abs() < 1e-20;
            filter.state.as_flattened_mut().iter_mut().filter(quiet).for_each(|value| *value = 0.0);
            filter.change.advance(frames);
            filter.wet.advance(frames);
        }
    }

    /// How long it can be silent and still sound again, in frames: until the slowest has fallen by 100 dB.
    pub fn memory(&self) -> usize {
        let slots = self.slots.iter().flatten().filter(|filter| !filter.wet.is_silent());
        let lengths = slots.map(|filter| {
            let [_, _, _, a1, a2] = filter.numbers;
            let root = a1 * a1 / 4.0 - a2;
            let radius = if root < 0.0 { a2.sqrt() } else { (a1 / 2.0).abs() + root.sqrt() };
            (-11.5 / radius.clamp(1e-3, 1.0 - 1e-6).ln()) as usize + 2
        });
        lengths.max().unwrap_or(0).min(2 * self.rate as usize)
    }
}

impl Effect for Filters {
    fn adopt(&mut self, other: &Self) -> bool {
        for (own, other) in self.slots.iter_mut().zip(&other.slots) {
            match (own, other) {
                (Some(own), Some(other)) if !own.wet.is_silent() => {
                    own.change_to(other.numbers);
                    own.wet.set([1.0]);
                }
                (own, Some(other)) => *own = Some(Filter { wet: other.wet.from_zero(), ..*other }),
                (Some(own), None) => own.wet.set([0.0]),
                (None, None) => {}
            }
        }
        true
    }

    fn begin(&mut self) {
        self.slots.iter_mut().flatten().for_each(|filter| filter.wet = filter.wet.from_zero());
    }

    fn release(&mut self) {
        self.slots.iter_mut().flatten().for_each(|filter| filter.wet.set([0.0]));
    }

    fn is_silent(&self) -> bool {
        self.slots.iter().flatten().all(|filter| filter.wet.is_silent())
    }
}

/// A slot's number.
pub fn slot(number: i64) -> Result<usize> {
    Ok(between("slot", number, 0, SLOTS as i64 - 1).map_err(Error::Number)? as usize)
}
