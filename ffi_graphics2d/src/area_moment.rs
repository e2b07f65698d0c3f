//! Area and first moment of a fill, by which it is checked.

use crate::frame::Frame;
use lyon::geom::{Box2D, Point, Vector};
use std::{iter::Sum, ops::Mul};

/// A covered area, and the area times its centre, in a frame's units.
#[derive(Clone, Copy, Default)]
pub struct AreaMoment {
    pub area: f64,
    moment: Vector<f64>,
}

impl AreaMoment {
    /// The area that a polygon encloses: negative where it goes round the other way.
    #[inline]
    pub fn by_polygon(points: impl DoubleEndedIterator<Item = Point<f64>> + Clone) -> Self {
        let mut covered = Self::default();
        let mut from = points.clone().next_back().unwrap_or_default().to_vector();
        for to in points {
            let to = to.to_vector();
            // The shoelace formula, for each triangle with the origin.
            let area = from.cross(to);
            covered.area += area;
            covered.moment += (from + to) * area;
            from = to;
        }
        covered.of_parallelograms()
    }

    /// The area that triangles cover.
    pub fn by_triangles(vertices: &[[f32; 2]], indices: &[u32]) -> Self {
        let mut covered = Self::default();
        for corners in indices.chunks_exact(3) {
            let [a, b, c] = [0, 1, 2].map(|i| Vector::from(vertices[corners[i] as usize]));
            let area = f64::from((b - a).cross(c - a).abs());
            covered.area += area;
            covered.moment += (a + b + c).to_f64() * area;
        }
        covered.of_parallelograms()
    }

    /// From twice the areas, and their products with three times the centres.
    fn of_parallelograms(self) -> Self {
        Self { area: self.area / 2.0, moment: self.moment / 6.0 }
    }

    /// Tells whether both are the same, as far as area and moment tell.
    pub fn is(&self, other: &Self, tolerance: &Tolerance) -> bool {
        let apart = (self.moment - other.moment).abs();
        (self.area - other.area).abs() <= tolerance.area && apart.x.max(apart.y) <= tolerance.moment
    }

    pub fn absolute(self) -> Self {
        self * 1f64.copysign(self.area)
    }
}

impl Sum for AreaMoment {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            area: sum.area + one.area,
            moment: sum.moment + one.moment,
        })
    }
}

impl Mul<f64> for AreaMoment {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self { area: self.area * factor, moment: self.moment * factor }
    }
}

/// How far an area and its moment may be off because corners are rounded.
pub struct Tolerance {
    farthest: f64,
    area: f64,
    moment: f64,
}

impl Tolerance {
    /// Of what lies in a box and hardly touches itself.
    pub fn within(bounds: &Box2D<f64>, frame: &Frame) -> Self {
        let [min, max] = [bounds.min, bounds.max].map(|corner| frame.enter(corner).to_vector());
        Self::along(4.0 * (max - min).length(), min.length() + max.length())
    }

    /// This tolerance, widened for sides of `length` in all that meet others.
    pub fn with(&self, length: f64) -> Self {
        let more = Self::along(length, self.farthest);
        Self { area: self.area + more.area, moment: self.moment + more.moment, ..more }
    }

    fn along(length: f64, farthest: f64) -> Self {
        let area = 2.0 * f64::from(f32::EPSILON) * farthest * length;
        Self { farthest, area, moment: area * farthest }
    }
}
