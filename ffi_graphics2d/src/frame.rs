//! The 32-bit frame in which lyon works.
//!
//! Trap: lyon's numbers are 32-bit, and some of its thresholds are absolute (points nearer than 1e-4 are one
//! point to the stroker). A path that is very small, very large or far from the origin is therefore moved to
//! the origin and scaled by a power of two first, and its vertices are moved back. A path of ordinary size is
//! left alone.

use crate::{Error, Result, path::Path};
use ffi_core::memory;
use lyon::geom::{Box2D, Point, Vector};

/// Sizes that lyon serves well as they are.
const ORDINARY: std::ops::RangeInclusive<f64> = 4096.0..=65536.0;
/// Below so many lines a curve, their number in all needs no counting where there are few curves.
const MOST_LINES: f64 = 256.0;
/// Most lines into which the curves of one path may be flattened.
pub const MOST_LINES_IN_ALL: usize = 1 << 20;
/// Lines of a path that are not worth counting.
const UNCOUNTED: f64 = 1024.0;
/// The most bytes that each line takes while it becomes triangles.
const OF_A_LINE: usize = 512;
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

    /// A width in the frame.
    pub fn width_in(&self, width: f64) -> f64 {
        width * self.scale
    }

    /// The point in the frame's coordinates, as lyon gets it.
    #[inline]
    pub fn enter(&self, point: Point<f64>) -> Point<f64> {
        (point - self.offset) * self.scale
    }

    #[inline]
    pub fn leave(&self, x: f32, y: f32) -> Point<f64> {
        self.leave_exact(Point::new(f64::from(x), f64::from(y)))
    }

    /// The point in the path's own coordinates: what entered comes back as it was.
    #[inline]
    pub fn leave_exact(&self, point: Point<f64>) -> Point<f64> {
        point / self.scale + self.offset
    }
}

/// Flattening of a path's curves into lines.
#[derive(Clone, Copy)]
pub struct Flattening {
    /// In the path's own units.
    tolerance: f64,
}

impl Flattening {
    /// Refuses a tolerance with which the curves would take too many lines.
    pub fn new(path: &Path, tolerance: f64) -> Result<Self> {
        let data = path.data();
        let curves = || data.subpaths().flat_map(|subpath| subpath.curves());
        // As many as may be, where they are not counted.
        let mut lines = (data.points().len() as f64 * MOST_LINES).min(UNCOUNTED);
        let coarse = path.widest_bend() / (tolerance * tolerance) <= MOST_LINES.powi(4);
        if !coarse || data.points().len() as f64 * MOST_LINES > MOST_LINES_IN_ALL as f64 {
            let count: f64 = curves().map(|curve| curve.lines_within(tolerance) - 1.0).sum();
            if count.is_nan() || count > MOST_LINES_IN_ALL as f64 {
                return Err(Error::TooFine { tolerance, count, most: MOST_LINES_IN_ALL });
            }
            lines = count + data.points().len() as f64;
        }
        memory::room_for_input(lines as usize * OF_A_LINE, 1)?;
        Ok(Self { tolerance })
    }

    /// The tolerance in the frame, no finer than 32-bit vertices show.
    pub fn tolerance_in(&self, frame: &Frame) -> f64 {
        (self.tolerance * frame.scale).clamp(FINEST, COARSEST)
    }
}

/// The power of two next below `value`.
fn power_near(value: f64) -> f64 {
    2f64.powi(value.log2().floor().clamp(-1000.0, 1000.0) as i32)
}
