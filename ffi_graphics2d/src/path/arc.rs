//! Arcs of ellipses as cubic curves.
//!
//! Trap: lyon draws a quarter circle with one cubic, which is off by 2.7e-4 of the radius whatever the
//! tolerance. Pieces of an eighth of that angle or less are within 7e-8 of it.

use super::PathData;
use lyon::geom::{Arc, Point, Vector};
use std::f64::consts::{FRAC_PI_8, PI};

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
