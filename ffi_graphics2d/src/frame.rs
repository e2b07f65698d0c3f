//! The 32-bit frame in which lyon works.
//!
//! Trap: lyon's numbers are 32-bit, and some of its thresholds are absolute (points nearer than 1e-4 are one
//! point to the stroker). A path that is very small, very large or far from the origin is therefore moved to
//! the origin and scaled by a power of two first, and its vertices are moved back. A path of ordinary size is
//! left alone.

use crate::{
    Error, Result,
    path::{Curve, Path, PathData},
};
use lyon::{
    geom::{Box2D, Point, Vector},
    path::{NO_ATTRIBUTES, traits::PathBuilder},
};

/// Sizes that lyon serves well as they are.
const ORDINARY: std::ops::RangeInclusive<f64> = 4096.0..=65536.0;
/// How many lines lyon may make of one curve: it steps along by adding 32-bit numbers, which drifts.
const MOST_LINES: f64 = 256.0;
/// How many lines the curves of one path may be flattened into.
const MOST_LINES_IN_ALL: usize = 1 << 20;
/// The least tolerance that lyon takes: finer than its vertices are told apart.
pub const FINEST: f64 = 1.1e-8;
const COARSEST: f64 = 1e10;

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    offset: Vector<f64>,
    scale: f64,
}

impl Frame {
    /// The path's own coordinates.
    pub const IDENTITY: Self = Self { offset: Vector::new(0.0, 0.0), scale: 1.0 };

    /// A frame for what lies within `bounds` and `margin` around them.
    pub fn new(bounds: &Box2D<f64>, margin: f64) -> Self {
        let size = bounds.size();
        let extent = size.width.max(size.height).max(margin);
        let far = [bounds.min.x, bounds.min.y, bounds.max.x, bounds.max.y]
            .into_iter()
            .fold(0.0, |a: f64, b| a.max(b.abs()));
        let offset = if far > 4.0 * extent { bounds.center().to_vector() } else { Vector::zero() };
        let scale =
            if extent == 0.0 || ORDINARY.contains(&extent) { 1.0 } else { power_near(32768.0 / extent) };
        Self { offset, scale }
    }

    /// A width as lyon takes it.
    pub fn width_in(&self, width: f64) -> f32 {
        (width * self.scale) as f32
    }

    /// Where lyon has a point.
    #[inline]
    pub fn enter(&self, point: Point<f64>) -> Point<f64> {
        (point - self.offset) * self.scale
    }

    #[inline]
    pub fn leave(&self, x: f32, y: f32) -> Point<f64> {
        Point::new(f64::from(x), f64::from(y)) / self.scale + self.offset
    }

    /// Gives a path to one of lyon's builders.
    pub fn feed(&self, data: &PathData, flattening: Flattening, builder: &mut impl PathBuilder) {
        let tolerance = flattening.tolerance * self.scale;
        for subpath in data.subpaths() {
            builder.begin(self.enter(subpath.start()).to_f32(), NO_ATTRIBUTES);
            for curve in subpath.curves() {
                // Moved before it is split: far from the origin, splitting would lose what is left of it.
                let curve = curve.map(|point| self.enter(point));
                if flattening.coarse {
                    feed_whole(&curve, builder);
                } else {
                    feed_parts(&curve, tolerance, builder);
                }
            }
            builder.end(subpath.closed);
        }
    }
}

/// How a path's curves are to become lines.
#[derive(Clone, Copy)]
pub struct Flattening {
    /// In the path's own units.
    tolerance: f64,
    /// Whether lyon may take each curve as a whole.
    coarse: bool,
}

impl Flattening {
    /// Refuses a tolerance with which the curves would take too many lines.
    pub fn new(path: &Path, tolerance: f64) -> Result<Self> {
        let data = path.data();
        let curves = || data.subpaths().flat_map(|subpath| subpath.curves());
        let coarse = path.widest_bend() / (tolerance * tolerance) <= MOST_LINES.powi(4);
        if !coarse || data.points().len() as f64 * MOST_LINES > MOST_LINES_IN_ALL as f64 {
            let count: f64 = curves().map(|curve| curve.lines_within(tolerance) - 1.0).sum();
            if count.is_nan() || count > MOST_LINES_IN_ALL as f64 {
                return Err(Error::TooFine { tolerance, count, most: MOST_LINES_IN_ALL });
            }
        }
        Ok(Self { tolerance, coarse })
    }

    /// The tolerance as lyon takes it.
    pub fn tolerance_in(&self, frame: &Frame) -> f32 {
        (self.tolerance * frame.scale).clamp(FINEST, COARSEST) as f32
    }
}

fn feed_parts(curve: &Curve, tolerance: f64, builder: &mut impl PathBuilder) {
    let parts = (curve.lines_within(tolerance) / MOST_LINES).ceil();
    if parts <= 1.0 {
        return feed_whole(curve, builder);
    }
    for i in 0..parts as usize {
        let (from, to) = (i as f64 / parts, (i as f64 + 1.0) / parts);
        feed_whole(&curve.split_range(from..to), builder);
    }
}

#[inline]
fn feed_whole(curve: &Curve, builder: &mut impl PathBuilder) {
    match curve {
        Curve::Line(line) => builder.line_to(line.to.to_f32(), NO_ATTRIBUTES),
        Curve::Quadratic(curve) => {
            builder.quadratic_bezier_to(curve.ctrl.to_f32(), curve.to.to_f32(), NO_ATTRIBUTES)
        }
        Curve::Cubic(curve) => builder.cubic_bezier_to(
            curve.ctrl1.to_f32(),
            curve.ctrl2.to_f32(),
            curve.to.to_f32(),
            NO_ATTRIBUTES,
        ),
    };
}

/// The power of two next below `value`.
fn power_near(value: f64) -> f64 {
    2f64.powi(value.log2().floor().clamp(-1000.0, 1000.0) as i32)
}
