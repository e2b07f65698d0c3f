//! A subpath as straight lines, with the directions that the path itself has where its pieces meet.

use crate::{
    frame::Frame,
    path::{Curve, Subpath},
};
use lyon::geom::{Point, Vector};

/// Control points nearer to a curve's end than this, in parts of the curve's extent, give it no direction there:
/// they are that end, rounded.
const SAME_POINT: f64 = 1e-6;
/// Least distance of two samples of a curve, in parts of their coordinates: below it, rounding decides their
/// direction.
const ROUNDING: f64 = 1e-13;

/// A straight line of some length.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub from: Point<f64>,
    pub to: Point<f64>,
    pub length: f64,
    /// The line's direction, of length 1.
    pub direction: Vector<f64>,
    /// The path's direction at the start: the tangent of a piece that begins here, else the line's own.
    pub leave: Vector<f64>,
    /// The path's direction at the end.
    pub arrive: Vector<f64>,
    /// True where a piece of the path begins here, rather than a further line of one curve.
    pub begins_piece: bool,
}

/// Appends the lines of a subpath, its closing line included. Pieces without length are left out.
pub fn trace(subpath: &Subpath, frame: &Frame, tolerance: f64, lines: &mut Vec<Line>) {
    for curve in subpath.drawn() {
        let curve = curve.map(|point| frame.enter(point));
        let Some((leave, arrive)) = end_tangents(&curve) else { continue };
        let first = lines.len();
        flatten(&curve, tolerance, lines);
        if let [begin, ..] = &mut lines[first..] {
            (begin.leave, begin.begins_piece) = (leave, true);
        }
        if let [.., end] = &mut lines[first..] {
            end.arrive = arrive;
        }
    }
}

fn flatten(curve: &Curve, tolerance: f64, lines: &mut Vec<Line>) {
    let (mut from, last) = (curve.from(), curve.to());
    let mut push = |to: Point<f64>| {
        let vector = to - from;
        let length = vector.length();
        let least = ROUNDING * (to.x.abs() + to.y.abs());
        if length > least || to == last && length > 0.0 {
            let direction = vector / length;
            let (leave, arrive) = (direction, direction);
            lines.push(Line { from, to, length, direction, leave, arrive, begins_piece: false });
            from = to;
        }
    };
    match curve {
        Curve::Line(line) => push(line.to),
        Curve::Quadratic(curve) => curve.for_each_flattened(tolerance, &mut |line| push(line.to)),
        Curve::Cubic(curve) => curve.for_each_flattened(tolerance, &mut |line| push(line.to)),
    }
}

/// The unit tangents at a curve's start and end; none where the whole curve is one point.
fn end_tangents(curve: &Curve) -> Option<(Vector<f64>, Vector<f64>)> {
    match *curve {
        Curve::Line(line) => {
            let direction = unit(line.to - line.from)?;
            Some((direction, direction))
        }
        Curve::Quadratic(curve) => tangents_by([curve.from, curve.ctrl, curve.ctrl, curve.to]),
        Curve::Cubic(curve) => tangents_by([curve.from, curve.ctrl1, curve.ctrl2, curve.to]),
    }
}

/// From a curve's start towards the first control point that differs from it, and from the last one that differs
/// from its end to there.
fn tangents_by([a, b, c, d]: [Point<f64>; 4]) -> Option<(Vector<f64>, Vector<f64>)> {
    let (from_start, to_end) = ([b - a, c - a, d - a], [d - c, d - b, d - a]);
    let extent = from_start.into_iter().chain(to_end).map(|v| v.square_length()).fold(0.0, f64::max);
    let least = SAME_POINT * SAME_POINT * extent;
    let first =
        |vectors: [Vector<f64>; 3]| vectors.into_iter().find(|v| v.square_length() > least).and_then(unit);
    Some((first(from_start)?, first(to_end)?))
}

fn unit(vector: Vector<f64>) -> Option<Vector<f64>> {
    let length = vector.length();
    (length > 0.0).then(|| vector / length)
}
