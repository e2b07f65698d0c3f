//! How sounds fall off with their distance, as callers say it.

use crate::{constants::DistanceModel, error::Result};
use ffi_core::check::between;

/// The greatest distance that is told apart, in metres.
const FARTHEST: f64 = 1e12;

/// A way to fall off.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Distance {
    /// The formula.
    pub model: DistanceModel,
    /// Up to here a sound is as loud as it is, in metres.
    pub reference: f64,
    /// From here on it falls off no further, in metres.
    pub max: f64,
    /// How strongly it does.
    pub rolloff: f64,
}

impl Default for Distance {
    /// 1/d, from a metre on.
    fn default() -> Self {
        Self { model: DistanceModel::Inverse, reference: 1.0, max: f64::INFINITY, rolloff: 1.0 }
    }
}

impl Distance {
    /// From what a call says, all of it checked.
    pub fn new(model: i64, reference: f64, max: f64, rolloff: f64) -> Result<Self> {
        const MODELS: [DistanceModel; 4] = [
            DistanceModel::Constant,
            DistanceModel::Inverse,
            DistanceModel::Linear,
            DistanceModel::Exponential,
        ];
        let model = MODELS[between("model", model, 0, MODELS.len() as i64 - 1)? as usize];
        let reference = between("reference_distance", reference, 1e-6, FARTHEST)?;
        Ok(Self {
            model,
            reference,
            max: between("max_distance", max, reference, FARTHEST)?,
            rolloff: between("rolloff", rolloff, 0.0, 1000.0)?,
        })
    }
}
