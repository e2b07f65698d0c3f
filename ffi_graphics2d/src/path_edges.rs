//! The edges that enclose what a path fills, as far as they matter in a picture.

use crate::{
    path::{Curve, PathData},
    picture::Size,
    raster::Edge,
};
use ffi_core::memory;
use lyon::geom::{Point, euclid::default::Transform2D};

/// How far an edge may be from its curve, in pixels.
const TOLERANCE: f64 = 1.0 / 512.0;
/// A curve of more lines is halved first: some of it may lie outside.
const MOST_LINES: f64 = 64.0;
/// So often at most: then rounding decides.
const MOST_HALVINGS: u32 = 60;

/// The edges of a path that is filled; `matrix` takes its coordinates to pixels.
pub fn of(path: &PathData, matrix: &Transform2D<f64>, size: Size) -> Vec<Edge> {
    let mut edges = vec![];
    let placed = |curve: Curve| curve.map(|point| matrix.transform_point(point));
    path.outline().for_each(|curve| add(&placed(curve), size, 0, &mut edges));
    edges
}

fn add(curve: &Curve, size: Size, halvings: u32, edges: &mut Vec<Edge>) {
    let mut from = curve.from();
    let mut line = |to: Point<f64>| {
        if let Some(edge) = Edge::new(from, to, size) {
            memory::push(edges, edge);
        }
        from = to;
    };
    if matches!(curve, Curve::Line(_)) {
        return line(curve.to());
    }
    let ((left, right), (top, bottom)) = (curve.hull(|point| point.x), curve.hull(|point| point.y));
    if bottom <= 0.0 || top >= size.height as f64 || left >= size.width as f64 {
        return;
    }
    // Left of the picture only the heights of the ends matter.
    if right <= 0.0 || halvings == MOST_HALVINGS {
        return line(curve.to());
    }
    if curve.lines_within(TOLERANCE) > MOST_LINES {
        return curve.halves().iter().for_each(|half| add(half, size, halvings + 1, edges));
    }
    match curve {
        Curve::Line(curve) => line(curve.to),
        Curve::Quadratic(curve) => curve.for_each_flattened(TOLERANCE, &mut |part| line(part.to)),
        Curve::Cubic(curve) => curve.for_each_flattened(TOLERANCE, &mut |part| line(part.to)),
    }
}
