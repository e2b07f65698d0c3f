//! Filled paths as triangles.

use crate::{
    Path, Result,
    buffers::{IndexBuffer, VertexBuffer},
    check,
    fill::{FillTessellation, fill},
    fill_rule,
};
use ffi_core::{Consumed, New, export};
use lyon::path::FillRule;

/// Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
/// triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
/// relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
/// above 0, or so small that the curves would take more than 1,048,576 lines. Lines that cross are cut at each crossing:
/// a scribble of 4,000 long lines has two million, takes seconds and gives 1.8 million triangles;
/// `rt_lyon_path_rasterize` draws it in a fraction of a second.
#[export(heavy)]
fn rt_lyon_fill_tessellate(path: &Path, tolerance: f64) -> Result<New<FillTessellation>> {
    tessellation(path, tolerance, FillRule::EvenOdd)
}

/// Tessellates as `rt_lyon_fill_tessellate` does, by a fill rule: even-odd 0, non-zero 1.
#[export(heavy, numbers(fill_rule = "FillRule"))]
fn rt_lyon_fill_tessellate_with_rule(
    path: &Path,
    tolerance: f64,
    fill_rule: i64,
) -> Result<New<FillTessellation>> {
    tessellation(path, tolerance, fill_rule::from_argument(fill_rule)?)
}

/// Frees a tessellation. Buffers got from it stay valid.
#[export]
fn rt_lyon_fill_tessellation_free(tess: Consumed<FillTessellation>) -> bool {
    drop(tess);
    true
}

/// Returns the vertices, as a buffer of its own to be freed. Nothing is copied.
#[export]
fn rt_lyon_fill_tessellation_get_vertices(tess: &FillTessellation) -> New<VertexBuffer> {
    New::new(VertexBuffer::new(tess.geometry()))
}

/// Returns the indices, as a buffer of its own to be freed. Nothing is copied.
#[export]
fn rt_lyon_fill_tessellation_get_indices(tess: &FillTessellation) -> New<IndexBuffer> {
    New::new(IndexBuffer::new(tess.geometry()))
}

/// Returns how many vertices there are.
#[export(light)]
fn rt_lyon_fill_tessellation_vertex_count(tess: &FillTessellation) -> i64 {
    tess.geometry().len() as i64
}

/// Returns how many indices there are: 3 for each triangle.
#[export(light)]
fn rt_lyon_fill_tessellation_index_count(tess: &FillTessellation) -> i64 {
    tess.geometry().indices.len() as i64
}

/// Tells whether a point lies in one of the triangles.
#[export]
fn rt_lyon_fill_tessellation_contains_point(tess: &FillTessellation, x: f64, y: f64) -> Result<bool> {
    Ok(tess.geometry().contains(check::point(("x", x), ("y", y))?))
}

fn tessellation(path: &Path, tolerance: f64, rule: FillRule) -> Result<New<FillTessellation>> {
    Ok(New::new(FillTessellation::new(fill(path, tolerance, rule)?)))
}
