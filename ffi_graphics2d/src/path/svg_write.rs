//! Paths as SVG path data.

use super::{Curve, PathData};
use lyon::geom::Point;
use std::fmt::Write;

pub fn write(data: &PathData) -> String {
    let mut d = String::new();
    for subpath in data.subpaths() {
        command(&mut d, 'M', &[subpath.start()]);
        for curve in subpath.curves() {
            match curve {
                Curve::Line(line) => command(&mut d, 'L', &[line.to]),
                Curve::Quadratic(curve) => command(&mut d, 'Q', &[curve.ctrl, curve.to]),
                Curve::Cubic(curve) => command(&mut d, 'C', &[curve.ctrl1, curve.ctrl2, curve.to]),
            }
        }
        if subpath.closed {
            d.push('Z');
        }
    }
    d
}

fn command(d: &mut String, letter: char, points: &[Point<f64>]) {
    d.push(letter);
    for (i, value) in points.iter().flat_map(|point| [point.x, point.y]).enumerate() {
        if i > 0 {
            d.push(' ');
        }
        number(d, value);
    }
}

/// The shortest text that reads back as the same number.
fn number(d: &mut String, value: f64) {
    let plain = value == 0.0 || (1e-5..1e15).contains(&value.abs());
    // Writing to a String never fails.
    let _ = if plain { write!(d, "{}", value) } else { write!(d, "{value:e}") };
}
