//! A compressor over the whole mix, which limits where it is told to: the louder it is, the less of it.

use crate::{
    error::Result,
    gain::{Gain, Ramp},
};
use ffi_core::check::between;

/// What a caller asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dynamics {
    /// Above this level it acts, in dB of full scale.
    pub threshold_db: f64,
    /// How many dB more come in for one more that goes out; infinite for a limiter.
    pub ratio: f64,
    /// The time to come down, and the time to come up again, by 1 − 1/e, in milliseconds.
    pub attack_ms: f64,
    /// The second.
    pub release_ms: f64,
    /// What is added behind it, in dB.
    pub makeup_db: f64,
}

impl Dynamics {
    /// From what a call says, all of it checked.
    pub fn compressor([threshold_db, ratio, attack_ms, release_ms, makeup_db]: [f64; 5]) -> Result<Self> {
        Ok(Self {
            threshold_db: between("threshold_db", threshold_db, -100.0, 0.0)?,
            ratio: between("ratio", ratio, 1.0, 1000.0)?,
            attack_ms: between("attack_ms", attack_ms, 0.0, 1000.0)?,
            release_ms: between("release_ms", release_ms, 1.0, 10_000.0)?,
            makeup_db: between("makeup_db", makeup_db, 0.0, 60.0)?,
        })
    }

    /// Never louder than that.
    pub fn limiter(ceiling_db: f64, release_ms: f64) -> Result<Self> {
        Ok(Self {
            threshold_db: between("ceiling_db", ceiling_db, -60.0, 0.0)?,
            ratio: f64::INFINITY,
            attack_ms: 0.0,
            release_ms: between("release_ms", release_ms, 1.0, 10_000.0)?,
            makeup_db: 0.0,
        })
    }
}

/// It at work.
pub struct Compressor {
    settings: Option<Dynamics>,
    threshold: f32,
    /// The exponent of how far the level is above the threshold.
    slope: f32,
    attack: f32,
    release: f32,
    makeup: Ramp<1>,
    /// What it makes of the sound at the moment.
    level: f32,
    rate: u32,
}

impl Compressor {
    /// At rest.
    pub fn new(rate: u32) -> Self {
        Self {
            settings: None,
            threshold: 1.0,
            slope: 0.0,
            attack: 0.0,
            release: 0.0,
            makeup: Ramp::new([1.0], rate),
            level: 1.0,
            rate,
        }
    }

    /// Changes over to these settings, without a click: one that is taken away comes up as it does after a loud sound.
    pub fn set(&mut self, settings: Option<Dynamics>) {
        if settings == self.settings {
            return;
        }
        self.settings = settings;
        let decay = |ms: f64| match ms {
            0.0 => 0.0,
            ms => (-1000.0 / (ms * f64::from(self.rate))).exp() as f32,
        };
        match settings {
            Some(settings) => {
                self.threshold = 10_f64.powf(settings.threshold_db / 20.0) as f32;
                self.slope = (1.0 / settings.ratio - 1.0) as f32;
                (self.attack, self.release) = (decay(settings.attack_ms), decay(settings.release_ms));
                self.makeup.set([10_f64.powf(settings.makeup_db / 20.0) as f32]);
            }
            None => {
                self.slope = 0.0;
                self.release = decay(20.0);
                self.makeup.set([1.0]);
            }
        }
    }

    /// In place; all channels by the loudest. `reduction` is told what it makes of the sound.
    pub fn process(&mut self, samples: &mut [f32], channels: usize, reduction: &Gain) {
        if self.settings.is_none() && self.level == 1.0 && self.makeup.resting() == Some([1.0]) {
            return;
        }
        for (i, frame) in samples.chunks_exact_mut(channels).enumerate() {
            let loudest = frame.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
            let wanted =
                if loudest > self.threshold { (loudest / self.threshold).powf(self.slope) } else { 1.0 };
            let decay = if wanted < self.level { self.attack } else { self.release };
            self.level = wanted + decay * (self.level - wanted);
            let [makeup] = self.makeup.at(i);
            let gain = self.level * makeup;
            frame.iter_mut().for_each(|sample| *sample *= gain);
        }
        if self.settings.is_none() && self.level > 0.9999 {
            self.level = 1.0;
        }
        self.makeup.advance(samples.len() / channels);
        reduction.set(f64::from(self.level));
    }
}
