//! Arcs of ellipses as cubic curves.
//!
//! Trap: lyon draws a quarter circle with one cubic, which is off by 2.7e-4 of the radius whatever the
//! tolerance. Pieces of an eighth of that angle or less are within 7e-8 of it.

use super::PathData;
use lyon::geom::{Angle, Arc, ArcFlags, Point, Vector};
use std::f64::consts::{FRAC_PI_8, PI, TAU};

/// Draws the arc, which begins at the data's current point.
pub fn draw(data: &mut PathData, arc: &Arc<f64>) {
    let (start, sweep) = (arc.start_angle.radians, arc.sweep_angle.radians);
    let stops = stops(arc, start, sweep);
    for pair in stops.windows(2) {
        let angle = pair[1] - pair[0];
        let count = (angle.abs() / FRAC_PI_8 - 1e-9).ceil().max(1.0);
        for i in 0..count as usize {
            let a = pair[0] + angle * (i as f64 / count);
            let b =
                if i as f64 + 1.0 == count { pair[1] } else { pair[0] + angle * ((i as f64 + 1.0) / count) };
            piece(data, arc, a, b);
        }
    }
}

fn piece(data: &mut PathData, arc: &Arc<f64>, a: f64, b: f64) {
    let reach = 4.0 / 3.0 * ((b - a) / 4.0).tan();
    let from = data.current().unwrap_or_else(|| at(arc, a));
    let to = at(arc, b);
    data.cubic_to(from + tangent(arc, a) * reach, to - tangent(arc, b) * reach, to);
}

/// The angles to pass through: start, end, and between them those where the ellipse has its extremes, so
/// that the curves' extent is the ellipse's.
fn stops(arc: &Arc<f64>, start: f64, sweep: f64) -> Vec<f64> {
    let (sin, cos) = arc.x_rotation.radians.sin_cos();
    let leftmost = (-arc.radii.y * sin).atan2(arc.radii.x * cos);
    let topmost = (arc.radii.y * cos).atan2(arc.radii.x * sin);
    let (low, high) = (start.min(start + sweep), start.max(start + sweep));
    let mut between: Vec<f64> = [leftmost, topmost]
        .into_iter()
        .flat_map(|angle| {
            let first = ((low - angle) / PI).ceil();
            let last = ((high - angle) / PI).floor();
            (0..=(last - first) as i64).map(move |i| angle + PI * (first + i as f64))
        })
        .filter(|angle| *angle > low + 1e-9 && *angle < high - 1e-9)
        .collect();
    between.sort_by(f64::total_cmp);
    if sweep < 0.0 {
        between.reverse();
    }
    std::iter::once(start).chain(between).chain([start + sweep]).collect()
}

/// The arc from one point to another as SVG has it: radii that do not reach grow until they do. None where it is a
/// line, because a radius is 0.
///
/// Trap: lyon's own takes radii up to 1e-8 for 0.
pub fn between(
    from: Point<f64>,
    to: Point<f64>,
    radii: Vector<f64>,
    x_rotation: Angle<f64>,
    flags: ArcFlags,
) -> Option<Arc<f64>> {
    let (sin, cos) = x_rotation.radians.sin_cos();
    let half = (from - to) * 0.5;
    // Where the ellipse is the unit circle about the origin, half the way from `to` to `from`.
    let x = (half.x * cos + half.y * sin) / radii.x;
    let y = (half.y * cos - half.x * sin) / radii.y;
    let reach = x.hypot(y);
    if radii.x == 0.0 || radii.y == 0.0 || !reach.is_finite() {
        return None;
    }
    let grown = reach.max(1.0);
    let (radii, x, y, reach) = (radii * grown, x / grown, y / grown, reach / grown);
    let side = if flags.large_arc == flags.sweep { -1.0 } else { 1.0 };
    let away = side * ((1.0 - reach) * (1.0 + reach)).max(0.0).sqrt() / reach;
    let (center_x, center_y) = (away * y, -away * x);
    let start = (y - center_y).atan2(x - center_x);
    let mut sweep = (-y - center_y).atan2(-x - center_x) - start;
    if flags.sweep && sweep < 0.0 {
        sweep += TAU;
    } else if !flags.sweep && sweep > 0.0 {
        sweep -= TAU;
    }
    let mut arc = Arc {
        center: from - half,
        radii,
        start_angle: Angle::radians(start),
        sweep_angle: Angle::radians(sweep),
        x_rotation,
    };
    arc.center += turned(&arc, Vector::new(radii.x * center_x, radii.y * center_y));
    Some(arc)
}

/// The point of the ellipse at an angle.
pub fn at(arc: &Arc<f64>, angle: f64) -> Point<f64> {
    arc.center + turned(arc, Vector::new(arc.radii.x * cos(angle), arc.radii.y * sin(angle)))
}

fn tangent(arc: &Arc<f64>, angle: f64) -> Vector<f64> {
    turned(arc, Vector::new(-arc.radii.x * sin(angle), arc.radii.y * cos(angle)))
}

fn turned(arc: &Arc<f64>, vector: Vector<f64>) -> Vector<f64> {
    let (sin, cos) = arc.x_rotation.radians.sin_cos();
    Vector::new(vector.x * cos - vector.y * sin, vector.x * sin + vector.y * cos)
}

/// The sine, exact at multiples of a quarter turn.
pub fn sin(angle: f64) -> f64 {
    let value = angle.sin();
    if value.abs() < 1e-15 * angle.abs().max(1.0) { 0.0 } else { value }
}

/// The cosine, exact at multiples of a quarter turn.
pub fn cos(angle: f64) -> f64 {
    let value = angle.cos();
    if value.abs() < 1e-15 * angle.abs().max(1.0) { 0.0 } else { value }
}
