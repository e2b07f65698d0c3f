//! The exact extent of a path's curves.

use super::PathData;
use lyon::geom::{Box2D, Point};

pub fn of(data: &PathData) -> Option<Box2D<f64>> {
    let starts = data.subpaths().map(|subpath| {
        let at = subpath.start();
        (at.x, at.x, at.y, at.y)
    });
    let curves = data.subpaths().flat_map(|subpath| subpath.curves()).map(|curve| {
        let ((left, right), (top, bottom)) = (curve.range(|p| p.x), curve.range(|p| p.y));
        (left, right, top, bottom)
    });
    starts
        .chain(curves)
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1), a.2.min(b.2), a.3.max(b.3)))
        .map(|(left, right, top, bottom)| Box2D::new(Point::new(left, top), Point::new(right, bottom)))
}
