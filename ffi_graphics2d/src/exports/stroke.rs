//! Stroked paths as triangles.

use crate::{
    Path, Result,
    buffers::{IndexBuffer, VertexBuffer},
    check,
    options::{self, StrokeStyle},
    stroke::{StrokeTessellation, stroke},
    stroke_outline,
};
use ffi_core::{Consumed, New, export};

/// Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
/// `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
/// its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
/// triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
#[export(heavy)]
fn rt_lyon_stroke_tessellate(path: &Path, width: f64, tolerance: f64) -> Result<New<StrokeTessellation>> {
    tessellation(path, width, tolerance, StrokeStyle::default())
}

/// Tessellates as `rt_lyon_stroke_tessellate` does, with options, a JSON object: `line_cap` "butt", "square" or
/// "round"; `line_join` "miter", "round" or "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from
/// its inner corner to its tip, is more line widths than that becomes a bevel. An unknown key or value fails, and last
/// error names it. `{}` changes nothing.
#[export(heavy, schema(options_json = "ffi_graphics2d/src/options.schema.json"))]
fn rt_lyon_stroke_tessellate_with_options(
    path: &Path,
    width: f64,
    tolerance: f64,
    options_json: &str,
) -> Result<New<StrokeTessellation>> {
    tessellation(path, width, tolerance, options::parse(options_json)?)
}

/// Makes the path round what a stroke covers, with the width, tolerance and options of
/// `rt_lyon_stroke_tessellate_with_options`: closed subpaths that, filled by the non-zero rule, cover the same. They may
/// overlap where the stroke does.
#[export(heavy, schema(options_json = "ffi_graphics2d/src/options.schema.json"))]
fn rt_lyon_path_stroke(path: &Path, width: f64, tolerance: f64, options_json: &str) -> Result<New<Path>> {
    let geometry = stroke(path, width, tolerance, options::parse(options_json)?)?;
    Ok(New::new(Path::new(stroke_outline::of(&geometry))))
}

/// Frees a tessellation. Buffers got from it stay valid.
#[export]
fn rt_lyon_stroke_tessellation_free(tess: Consumed<StrokeTessellation>) -> bool {
    drop(tess);
    true
}

/// Returns the vertices, as a buffer of its own to be freed. Nothing is copied.
#[export]
fn rt_lyon_stroke_tessellation_get_vertices(tess: &StrokeTessellation) -> New<VertexBuffer> {
    New::new(VertexBuffer::new(tess.geometry()))
}

/// Returns the indices, as a buffer of its own to be freed. Nothing is copied.
#[export]
fn rt_lyon_stroke_tessellation_get_indices(tess: &StrokeTessellation) -> New<IndexBuffer> {
    New::new(IndexBuffer::new(tess.geometry()))
}

/// Returns how many vertices there are.
#[export(light)]
fn rt_lyon_stroke_tessellation_vertex_count(tess: &StrokeTessellation) -> i64 {
    tess.geometry().len() as i64
}

/// Returns how many indices there are: 3 for each triangle.
#[export(light)]
fn rt_lyon_stroke_tessellation_index_count(tess: &StrokeTessellation) -> i64 {
    tess.geometry().indices.len() as i64
}

/// Tells whether a point lies in one of the triangles.
#[export]
fn rt_lyon_stroke_tessellation_contains_point(tess: &StrokeTessellation, x: f64, y: f64) -> Result<bool> {
    Ok(tess.geometry().contains(check::point(("x", x), ("y", y))?))
}

/// Tells whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
/// tolerance of a hundredth of the width. For many points, make the tessellation once.
#[export(heavy, schema(options_json = "ffi_graphics2d/src/options.schema.json"))]
fn rt_lyon_path_stroke_contains_point(
    path: &Path,
    width: f64,
    options_json: &str,
    x: f64,
    y: f64,
) -> Result<bool> {
    let style = options::parse(options_json)?;
    let point = check::point(("x", x), ("y", y))?;
    if check::length("width", width)? == 0.0 {
        return Ok(false);
    }
    Ok(stroke(path, width, 0.01 * width, style)?.contains(point))
}

fn tessellation(
    path: &Path,
    width: f64,
    tolerance: f64,
    style: StrokeStyle,
) -> Result<New<StrokeTessellation>> {
    Ok(New::new(StrokeTessellation::new(stroke(path, width, tolerance, style)?)))
}
