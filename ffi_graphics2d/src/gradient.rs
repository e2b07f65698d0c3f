//! Gradients: the colour at each place.

use crate::{Error, Result, check, color::Color, constants::Spread};
use ffi_core::memory;
use lyon::geom::{Point, Vector};
use std::f64::consts::TAU;

/// More stops than anybody sees.
const MOST_STOPS: usize = 4096;

/// Colours along a way from 0 to 1.
pub struct Stops {
    offsets: Vec<f64>,
    /// 0 to 1, not premultiplied.
    colors: Vec<[f32; 4]>,
}

impl Stops {
    pub fn new(offsets: &[f64], colors: &[i64]) -> Result<Self> {
        if offsets.is_empty() || offsets.len() > MOST_STOPS || offsets.len() != colors.len() {
            return Err(Error::Stops { offsets: offsets.len(), colors: colors.len(), most: MOST_STOPS });
        }
        let mut least = 0.0;
        for (index, &value) in offsets.iter().enumerate() {
            if !(least..=1.0).contains(&value) {
                return Err(Error::Offset { index, value, least });
            }
            least = value;
        }
        let mut known = vec![];
        memory::reserve(&mut known, colors.len())?;
        for &color in colors {
            known.push(Color::from_argument("colors", color)?.parts());
        }
        Ok(Self { offsets: memory::copy(offsets)?, colors: known })
    }

    fn at(&self, t: f64) -> [f32; 4] {
        let after = self.offsets.partition_point(|&offset| offset <= t);
        let (Some(before), true) = (after.checked_sub(1), after < self.offsets.len()) else {
            return self.colors[after.saturating_sub(1)];
        };
        let part = ((t - self.offsets[before]) / (self.offsets[after] - self.offsets[before])) as f32;
        let (from, to) = (self.colors[before], self.colors[after]);
        std::array::from_fn(|i| from[i] + (to[i] - from[i]) * part)
    }
}

/// A gradient, in the coordinates of what is filled with it.
pub struct Gradient {
    kind: GradientKind,
    stops: Stops,
    spread: Spread,
}

enum GradientKind {
    /// `along` is the way, divided by the square of its length.
    Linear { from: Point<f64>, along: Vector<f64> },
    /// A gradient from a focus to a circle.
    Radial { focus: Point<f64>, to_center: Vector<f64>, radius: f64 },
    /// A gradient round a centre.
    Conic { center: Point<f64>, start: f64 },
}

impl Gradient {
    pub fn linear(from: Point<f64>, to: Point<f64>, stops: Stops, spread: Spread) -> Result<Self> {
        let along = to - from;
        let along = along / along.square_length();
        if !(along.x.is_finite() && along.y.is_finite()) {
            return Err(Error::FlatGradient("begins where it ends"));
        }
        Ok(Self { kind: GradientKind::Linear { from, along }, stops, spread })
    }

    pub fn radial(
        center: Point<f64>,
        radius: f64,
        focus: Point<f64>,
        stops: Stops,
        spread: Spread,
    ) -> Result<Self> {
        check::positive("radius", radius)?;
        let to_center = center - focus;
        if to_center.length() >= radius {
            return Err(Error::FlatGradient("has its focus outside its circle"));
        }
        Ok(Self { kind: GradientKind::Radial { focus, to_center, radius }, stops, spread })
    }

    pub fn conic(center: Point<f64>, start: f64, stops: Stops) -> Result<Self> {
        let start = check::finite("start_angle", start)? % TAU;
        Ok(Self { kind: GradientKind::Conic { center, start }, stops, spread: Spread::Pad })
    }

    /// The colour at a place, not premultiplied.
    pub fn at(&self, place: Point<f64>) -> [f32; 4] {
        let t = match self.kind {
            GradientKind::Linear { from, along } => (place - from).dot(along),
            GradientKind::Radial { focus, to_center, radius } => {
                // The circle through the place, of those from the focus to the outer one:
                // |place − focus − t·to_center| = t·radius.
                let to = place - focus;
                let (a, b) = (radius * radius - to_center.square_length(), to.dot(to_center));
                ((b * b + a * to.square_length()).sqrt() - b) / a
            }
            GradientKind::Conic { center, start } => {
                let to = place - center;
                ((to.y.atan2(to.x) - start) / TAU).rem_euclid(1.0)
            }
        };
        self.stops.at(match self.spread {
            Spread::Pad => t,
            Spread::Repeat => t.rem_euclid(1.0),
            Spread::Reflect => 1.0 - (t.rem_euclid(2.0) - 1.0).abs(),
        })
    }
}
