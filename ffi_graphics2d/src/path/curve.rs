//! One piece of a path: a line or a Bézier curve.

use lyon::geom::{CubicBezierSegment, LineSegment, Point, QuadraticBezierSegment, Vector};
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Curve {
    Line(LineSegment<f64>),
    Quadratic(QuadraticBezierSegment<f64>),
    Cubic(CubicBezierSegment<f64>),
}

use Curve::{Cubic, Line, Quadratic};

impl Curve {
    pub fn line(from: Point<f64>, to: Point<f64>) -> Self {
        Line(LineSegment { from, to })
    }

    /// The curve with each point moved.
    #[inline]
    pub fn map(&self, map: impl Fn(Point<f64>) -> Point<f64>) -> Self {
        match *self {
            Line(LineSegment { from, to }) => Self::line(map(from), map(to)),
            Quadratic(QuadraticBezierSegment { from, ctrl, to }) => {
                Quadratic(QuadraticBezierSegment { from: map(from), ctrl: map(ctrl), to: map(to) })
            }
            Cubic(CubicBezierSegment { from, ctrl1, ctrl2, to }) => Cubic(CubicBezierSegment {
                from: map(from),
                ctrl1: map(ctrl1),
                ctrl2: map(ctrl2),
                to: map(to),
            }),
        }
    }

    pub fn from(&self) -> Point<f64> {
        match self {
            Line(line) => line.from,
            Quadratic(curve) => curve.from,
            Cubic(curve) => curve.from,
        }
    }

    pub fn to(&self) -> Point<f64> {
        match self {
            Line(line) => line.to,
            Quadratic(curve) => curve.to,
            Cubic(curve) => curve.to,
        }
    }

    pub fn sample(&self, t: f64) -> Point<f64> {
        match self {
            Line(line) => line.sample(t),
            Quadratic(curve) => curve.sample(t),
            Cubic(curve) => curve.sample(t),
        }
    }

    pub fn derivative(&self, t: f64) -> Vector<f64> {
        match self {
            Line(line) => line.to_vector(),
            Quadratic(curve) => curve.derivative(t),
            Cubic(curve) => curve.derivative(t),
        }
    }

    /// The part from one parameter to another, its ends exact where they are the curve's own.
    pub fn split_range(&self, range: Range<f64>) -> Self {
        let mut part = match self {
            Line(line) => Line(line.split_range(range.clone())),
            Quadratic(curve) => Quadratic(curve.split_range(range.clone())),
            Cubic(curve) => Cubic(curve.split_range(range.clone())),
        };
        if range.start == 0.0 {
            part.set_from(self.from());
        }
        if range.end == 1.0 {
            part.set_to(self.to());
        }
        part
    }

    /// Both halves, which meet in the same point.
    pub fn halves(&self) -> [Self; 2] {
        match self {
            Line(line) => <[_; 2]>::from(line.split(0.5)).map(Line),
            Quadratic(curve) => <[_; 2]>::from(curve.split(0.5)).map(Quadratic),
            Cubic(curve) => <[_; 2]>::from(curve.split(0.5)).map(Cubic),
        }
    }

    fn set_from(&mut self, from: Point<f64>) {
        match self {
            Line(line) => line.from = from,
            Quadratic(curve) => curve.from = from,
            Cubic(curve) => curve.from = from,
        }
    }

    fn set_to(&mut self, to: Point<f64>) {
        match self {
            Line(line) => line.to = to,
            Quadratic(curve) => curve.to = to,
            Cubic(curve) => curve.to = to,
        }
    }

    /// The control points' coordinates along one axis, raised to those of a cubic curve.
    fn axis(&self, of: fn(Point<f64>) -> f64) -> [f64; 4] {
        match self {
            Line(line) => {
                let (a, b) = (of(line.from), of(line.to));
                [a, a + (b - a) / 3.0, b - (b - a) / 3.0, b]
            }
            Quadratic(curve) => {
                let (a, b, c) = (of(curve.from), of(curve.ctrl), of(curve.to));
                [a, a + (b - a) * (2.0 / 3.0), c + (b - c) * (2.0 / 3.0), c]
            }
            Cubic(curve) => [of(curve.from), of(curve.ctrl1), of(curve.ctrl2), of(curve.to)],
        }
    }

    /// The parameters at which the curve turns back along one axis: at most two inside 0 to 1, in order.
    ///
    /// Trap: lyon's own search loses digits where the cubic term nearly vanishes.
    pub fn turns(&self, of: fn(Point<f64>) -> f64) -> impl Iterator<Item = f64> + use<> {
        let mut roots = match self {
            Line(_) => [f64::NAN; 2],
            Quadratic(curve) => {
                let (a, b, c) = (of(curve.from), of(curve.ctrl), of(curve.to));
                [(a - b) / ((a - b) + (c - b)), f64::NAN]
            }
            Cubic(_) => {
                let [p0, p1, p2, p3] = self.axis(of);
                let (d0, d1, d2) = (p1 - p0, p2 - p1, p3 - p2);
                quadratic_roots((d0 - d1) - (d1 - d2), 2.0 * (d1 - d0), d0)
            }
        };
        roots.sort_by(f64::total_cmp);
        roots.into_iter().filter(|t| *t > 0.0 && *t < 1.0)
    }

    /// The smallest range along one axis that holds the curve.
    pub fn range(&self, of: fn(Point<f64>) -> f64) -> (f64, f64) {
        let (a, b) = (of(self.from()), of(self.to()));
        self.turns(of)
            .map(|t| of(self.sample(t)))
            .fold((a.min(b), a.max(b)), |(low, high), value| (low.min(value), high.max(value)))
    }

    /// A range along one axis that holds the control points, and so the curve.
    pub fn hull(&self, of: fn(Point<f64>) -> f64) -> (f64, f64) {
        let points = match self {
            Line(line) => [line.from, line.from, line.to, line.to],
            Quadratic(curve) => [curve.from, curve.ctrl, curve.ctrl, curve.to],
            Cubic(curve) => [curve.from, curve.ctrl1, curve.ctrl2, curve.to],
        }
        .map(of);
        points
            .into_iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
    }

    /// Number of lines that stand for the curve within `tolerance` (Wang's bound, which lyon uses too).
    pub fn lines_within(&self, tolerance: f64) -> f64 {
        (self.bend().sqrt() / tolerance).sqrt().ceil().max(1.0)
    }

    /// The square of the distance that one line may be off.
    #[inline]
    pub fn bend(&self) -> f64 {
        match self {
            Line(_) => 0.0,
            Quadratic(curve) => {
                (curve.from - curve.ctrl + (curve.to - curve.ctrl)).square_length() * (1.0 / 16.0)
            }
            Cubic(curve) => {
                let first = (curve.from - curve.ctrl1 + (curve.ctrl2 - curve.ctrl1)).square_length();
                let second = (curve.ctrl1 - curve.ctrl2 + (curve.to - curve.ctrl2)).square_length();
                0.5625 * first.max(second)
            }
        }
    }
}

/// The real roots of a·t² + b·t + c, by the formula that does not cancel. NaN where there is none.
fn quadratic_roots(a: f64, b: f64, c: f64) -> [f64; 2] {
    let discriminant = b * b - 4.0 * a * c;
    if discriminant < 0.0 {
        return [f64::NAN; 2];
    }
    let q = -0.5 * (b + discriminant.sqrt().copysign(b));
    [q / a, c / q]
}
