//! Winding number of a path about a point.

use super::{Curve, PathData};
use lyon::geom::Point;

/// Winding number: how many more times the path, closed, crosses the ray from `point` to the right one way than the
/// other.
pub fn winding(data: &PathData, point: Point<f64>) -> i64 {
    data.outline().map(|curve| crossings(&curve, point)).sum()
}

fn crossings(curve: &Curve, point: Point<f64>) -> i64 {
    let (low, high) = curve.hull(|p| p.y);
    let (left, right) = curve.hull(|p| p.x);
    if point.y < low || point.y >= high || point.x >= right {
        return 0;
    }
    if point.x < left {
        return crossing(curve.from().y, curve.to().y, point.y);
    }
    let mut sum = 0;
    let (mut t, mut y) = (0.0, curve.from().y);
    for end in curve.turns(|p| p.y).chain([1.0]) {
        let end_y = if end == 1.0 { curve.to().y } else { curve.sample(end).y };
        let direction = crossing(y, end_y, point.y);
        if direction != 0 && curve.sample(meeting(curve, t, end, point.y, direction)).x > point.x {
            sum += direction;
        }
        (t, y) = (end, end_y);
    }
    sum
}

/// 1 where the way from `from` to `to` crosses `y` upwards in number, −1 downwards, 0 where it does not.
fn crossing(from: f64, to: f64, y: f64) -> i64 {
    i64::from(from <= y && y < to) - i64::from(to <= y && y < from)
}

/// The parameter between `low` and `high`, where the curve does not turn back, at which it reaches `y`.
fn meeting(curve: &Curve, mut low: f64, mut high: f64, y: f64, direction: i64) -> f64 {
    if let Curve::Line(line) = curve {
        return (y - line.from.y) / (line.to.y - line.from.y);
    }
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if (curve.sample(middle).y <= y) == (direction > 0) {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
