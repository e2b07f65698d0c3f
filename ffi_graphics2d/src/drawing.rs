//! Laying what edges enclose over pixels.

use crate::{
    Path, Result, check,
    color::Color,
    edge::Edge,
    path_edges,
    picture::Size,
    raster::{self, Covered},
};
use ffi_core::memory;
use lyon::{
    geom::{Box2D, Point, euclid::default::Transform2D},
    path::FillRule,
};
use std::ops::Range;

/// More than an edge takes, and its place among those that a row meets.
pub const OF_AN_EDGE: usize = 160;

/// A source of colour that is laid over pixels.
pub trait Source {
    /// Lays that of which `coverage` (0 to 1) counts over the pixels in `columns` of row `y`.
    fn lay(&self, coverage: f32, y: usize, columns: Range<usize>, pixels: &mut [u8]);
}

impl Source for Color {
    fn lay(&self, coverage: f32, _: usize, _: Range<usize>, pixels: &mut [u8]) {
        self.over(coverage, pixels);
    }
}

/// Lays `source` over what edges enclose in a picture of that size.
pub fn lay(edges: Vec<Edge>, covered: Covered, source: &impl Source, pixels: &mut [u8], size: Size) {
    memory::require(edges.len() * OF_AN_EDGE);
    raster::cover(edges, covered, size, |y, columns, coverage| {
        let row = y * size.width;
        let part = (row + columns.start) * 4..(row + columns.end) * 4;
        source.lay(coverage, y, columns, &mut pixels[part]);
    });
}

/// Lays `source` over what a path fills by a rule; `matrix` takes its coordinates to pixels.
pub fn fill(
    path: &Path,
    matrix: &Transform2D<f64>,
    rule: FillRule,
    source: &impl Source,
    pixels: &mut [u8],
    size: Size,
) {
    let Some(bounds) = path.bounds() else { return };
    if may_show(&matrix.outer_transformed_box(&bounds), size) {
        for edges in path_edges::of(path.data(), matrix, size) {
            lay(edges, Covered::By(rule), source, pixels, size);
        }
    }
}

/// Fails where a transform, the argument called `name`, would take a path too far.
pub fn check_reach(path: &Path, matrix: &Transform2D<f64>, name: &'static str) -> Result<()> {
    let Some(bounds) = path.bounds() else { return Ok(()) };
    let Box2D { min, max } = bounds;
    for corner in [min, max, Point::new(min.x, max.y), Point::new(max.x, min.y)] {
        check::reached(name, matrix.transform_point(corner))?;
    }
    Ok(())
}

/// Tells whether any of what lies within `bounds` can be seen in a picture of that size.
pub fn may_show(bounds: &Box2D<f64>, size: Size) -> bool {
    let (width, height) = (size.width as f64, size.height as f64);
    bounds.max.x > 0.0 && bounds.max.y > 0.0 && bounds.min.x < width && bounds.min.y < height
}
