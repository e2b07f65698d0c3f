//! The 32-bit frame in which lyon works.
//!
//! Trap: lyon's numbers are 32-bit, and some of its thresholds are absolute (points nearer than 1e-4 are one
//! point to the stroker). A path that is very small, very large or far from the origin is therefore moved to
//! the origin and scaled by a power of two first, and its vertices are moved back. A path of ordinary size is
//! left alone.

use crate::path::{Curve, PathData};
use lyon::{
    geom::{Box2D, Point, Vector},
    path::{NO_ATTRIBUTES, traits::PathBuilder},
};

/// Sizes that lyon serves well as they are.
const ORDINARY: std::ops::RangeInclusive<f64> = 16.0..=65536.0;
/// How many lines lyon may make of one curve: it steps along by adding 32-bit numbers, which drifts.
const MOST_LINES: f64 = 256.0;

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
            if extent == 0.0 || ORDINARY.contains(&extent) { 1.0 } else { power_near(512.0 / extent) };
        Self { offset, scale }
    }

    pub fn scale(&self) -> f64 {
        self.scale
    }

    /// Where lyon has a point.
    #[inline]
    fn enter(&self, point: Point<f64>) -> Point<f64> {
        (point - self.offset) * self.scale
    }

    #[inline]
    pub fn out(&self, x: f32, y: f32) -> Point<f64> {
        Point::new(f64::from(x), f64::from(y)) / self.scale + self.offset
    }

    /// Gives a path to one of lyon's builders. `tolerance` is in the path's own units.
    pub fn feed(&self, data: &PathData, tolerance: f64, builder: &mut impl PathBuilder) {
        let tolerance = tolerance * self.scale;
        for subpath in data.subpaths() {
            builder.begin(self.enter(subpath.start()).to_f32(), NO_ATTRIBUTES);
            for curve in subpath.curves() {
                // Moved before it is split: far from the origin, splitting would lose what is left of it.
                feed_curve(&curve.map(|point| self.enter(point)), tolerance, builder);
            }
            builder.end(subpath.closed);
        }
    }
}

#[inline]
fn feed_curve(curve: &Curve, tolerance: f64, builder: &mut impl PathBuilder) {
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
