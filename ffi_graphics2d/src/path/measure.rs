//! Length along a path.

use super::{Curve, PathData};
use ffi_core::memory;
use lyon::geom::{Point, Vector};

/// The pieces of a path with the length at which each ends.
pub struct Measure(Vec<(Ruler, f64)>);

impl Measure {
    pub fn new(data: &PathData) -> Self {
        let (mut sum, mut pieces) = (0.0, Vec::new());
        for curve in data.subpaths().flat_map(|subpath| subpath.drawn()) {
            let ruler = Ruler::new(curve);
            sum += ruler.length();
            memory::push(&mut pieces, (ruler, sum));
        }
        Self(pieces)
    }

    pub fn length(&self) -> f64 {
        self.0.last().map_or(0.0, |(_, end)| *end)
    }

    /// The point at `distance`, which is not beyond the length, and the direction there.
    pub fn at(&self, distance: f64) -> (Point<f64>, Vector<f64>) {
        let index = self.0.partition_point(|(_, end)| *end < distance).min(self.0.len() - 1);
        let start = if index == 0 { 0.0 } else { self.0[index - 1].1 };
        let (ruler, _) = &self.0[index];
        let t = ruler.parameter(distance - start);
        (ruler.curve.sample(t), direction(&ruler.curve, t))
    }
}

/// The direction at a parameter; where the curve stands still there, the direction just beside it.
fn direction(curve: &Curve, t: f64) -> Vector<f64> {
    let size = (curve.to() - curve.from()).length().max(curve.derivative(0.5).length());
    [t, (t + 1e-6).min(1.0), (t - 1e-6).max(0.0)]
        .into_iter()
        .map(|t| curve.derivative(t))
        .find(|tangent| tangent.length() > 1e-9 * size)
        .map_or_else(Vector::zero, |tangent| tangent.normalize())
}

/// A curve and how long it is at each of its parameters.
pub struct Ruler {
    curve: Curve,
    /// Parameters, from above 0 to 1, and the lengths there: between neighbours one formula holds.
    marks: Vec<(f64, f64)>,
    /// The error that does not matter.
    rounding: f64,
}

/// Most halvings of a part: a curve that nearly doubles back has what is almost a corner.
const DEEPEST: u32 = 14;
/// Most marks of one curve: where rounding keeps halves and whole apart, more say nothing new.
const MOST_MARKS: usize = 1024;
/// The least error that matters: the squares of lengths near it have no digits left.
const TINIEST: f64 = 1e-160;

impl Ruler {
    pub fn new(curve: Curve) -> Self {
        let mut ruler = Self { curve, marks: vec![], rounding: rounding(&curve) };
        if let Curve::Line(line) = curve {
            memory::push(&mut ruler.marks, (1.0, line.length()));
        } else {
            // A curve that doubles back has a corner there, which no smooth formula meets.
            let mut stops: Vec<f64> = curve.turns(|p| p.x).chain(curve.turns(|p| p.y)).chain([1.0]).collect();
            stops.sort_by(f64::total_cmp);
            let mut from = 0.0;
            for to in stops {
                ruler.refine(from, to, integral(&curve, from, to), DEEPEST);
                from = to;
            }
        }
        ruler
    }

    /// Marks the integral over a range, halved until halves and whole agree.
    fn refine(&mut self, from: f64, to: f64, whole: f64, deeper: u32) {
        let middle = 0.5 * (from + to);
        let (left, right) = (integral(&self.curve, from, middle), integral(&self.curve, middle, to));
        let enough = deeper == 0 || self.marks.len() >= MOST_MARKS;
        if enough || (left + right - whole).abs() <= self.rounding {
            let end = self.length() + left + right;
            memory::push(&mut self.marks, (to, end));
        } else {
            self.refine(from, middle, left, deeper - 1);
            self.refine(middle, to, right, deeper - 1);
        }
    }

    pub fn length(&self) -> f64 {
        self.marks.last().map_or(0.0, |(_, length)| *length)
    }

    /// The parameter at which the curve is `distance` long; 1 where it is not that long.
    pub fn parameter(&self, distance: f64) -> f64 {
        if distance <= 0.0 {
            return 0.0;
        }
        let index = self.marks.partition_point(|(_, length)| *length <= distance);
        let Some(&(end, end_length)) = self.marks.get(index) else { return 1.0 };
        let (start, start_length) = if index == 0 { (0.0, 0.0) } else { self.marks[index - 1] };
        let share = (distance - start_length) / (end_length - start_length);
        let guess = start + (end - start) * share;
        if let Curve::Line(_) = self.curve {
            return guess;
        }
        self.solve(start, end, guess, distance - start_length)
    }

    /// Newton's method, with bisection where it would leave the bracket.
    fn solve(&self, start: f64, end: f64, guess: f64, distance: f64) -> f64 {
        let (mut low, mut high, mut t) = (start, end, guess);
        for _ in 0..40 {
            let error = integral(&self.curve, start, t) - distance;
            if error.abs() <= self.rounding {
                break;
            }
            if error > 0.0 {
                high = t
            } else {
                low = t
            }
            let next = t - error / self.curve.derivative(t).length();
            t = if next > low && next < high { next } else { 0.5 * (low + high) };
        }
        t
    }
}

/// The error that does not matter beside the curve's size, or cannot be told from that of its coordinates.
fn rounding(curve: &Curve) -> f64 {
    let ((left, right), (low, high)) = (curve.hull(|p| p.x), curve.hull(|p| p.y));
    let farthest = [left, right, low, high].into_iter().fold(0.0, |far: f64, value| far.max(value.abs()));
    (1e-13 * (right - left).max(high - low) + 1e-15 * farthest).max(TINIEST)
}

/// The length of a part of a curve by Gauss and Legendre's formula with eight points.
fn integral(curve: &Curve, from: f64, to: f64) -> f64 {
    const NODES: [(f64, f64); 4] = [
        (0.183_434_642_495_649_8, 0.362_683_783_378_362),
        (0.525_532_409_916_329, 0.313_706_645_877_887_27),
        (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
        (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
    ];
    let speed = |t: f64| curve.derivative(t).length();
    let (middle, half) = (0.5 * (from + to), 0.5 * (to - from));
    NODES
        .iter()
        .map(|(x, weight)| weight * (speed(middle - half * x) + speed(middle + half * x)))
        .sum::<f64>()
        * half
}
