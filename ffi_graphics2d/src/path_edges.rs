//! The edges that enclose what a path fills, as far as they matter in a picture.

use crate::{
    edge::Edge,
    path::{Curve, PathData},
    picture::Size,
};
use ffi_core::memory;
use lyon::geom::{Point, euclid::default::Transform2D};
use std::ops::Range;

/// Largest distance of an edge from its curve, in pixels.
const TOLERANCE: f64 = 1.0 / 512.0;
/// A curve of more lines is halved first: some of it may lie outside.
const MOST_LINES: f64 = 64.0;
/// Most halvings of a curve: then rounding decides.
const MOST_HALVINGS: u32 = 60;

/// With more subpaths, where each lies is not looked at.
const MOST_APART: usize = 1024;

/// The edges of a path that is filled, in groups that share no column of pixels, as letters do not; `matrix` takes its
/// coordinates to pixels.
pub fn of(path: &PathData, matrix: &Transform2D<f64>, size: Size) -> Vec<Vec<Edge>> {
    let placed = |curve: Curve| curve.map(|point| matrix.transform_point(point));
    if !(2..=MOST_APART).contains(&path.subpaths().count()) {
        let mut edges = vec![];
        path.outline().for_each(|curve| add(&placed(curve), size, 0, &mut edges));
        return vec![edges];
    }
    let mut groups = vec![];
    for subpath in path.subpaths() {
        let (mut edges, mut columns) = (vec![], f64::INFINITY..f64::NEG_INFINITY);
        for curve in subpath.curves().chain(subpath.closing_line()) {
            let curve = placed(curve);
            // Edges right of the picture are left out, and what lies before them goes on.
            let (left, right) = curve.hull(|point| point.x);
            columns = columns.start.min(left.floor())..columns.end.max(right.ceil());
            add(&curve, size, 0, &mut edges);
        }
        if !edges.is_empty() {
            memory::push(&mut groups, (columns, edges));
        }
    }
    groups.sort_unstable_by(|a, b| a.0.start.total_cmp(&b.0.start));
    let mut apart: Vec<(Range<f64>, Vec<Edge>)> = vec![];
    for (columns, edges) in groups {
        match apart.last_mut() {
            Some((before, all)) if columns.start < before.end => {
                before.end = before.end.max(columns.end);
                memory::reserve(all, edges.len()).unwrap_or_else(|error| memory::fail(error.bytes));
                all.extend(edges);
            }
            _ => apart.push((columns, edges)),
        }
    }
    apart.into_iter().map(|(_, edges)| edges).collect()
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
