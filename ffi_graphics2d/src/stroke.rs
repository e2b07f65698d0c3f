//! Stroked paths as triangles.

use crate::{
    Error, IndexBuffer, Path, Result, VertexBuffer, check,
    frame::{Flattening, Frame},
    geometry::{Geometry, Sink},
    options,
};
use ffi_core::{Consumed, Kind, New, export};
use lyon::{
    lyon_tessellation::{StrokeOptions, StrokeTessellator},
    path::traits::Build,
};
use std::{cell::Cell, sync::Arc};

/// The least width beside the extent of a path: below it the two sides are one in 32 bits.
const THINNEST: f64 = 1e-7;

/// A stroked path as triangles. It never changes.
pub struct StrokeTessellation(Arc<Geometry>);

ffi_core::object!(StrokeTessellation, Kind::StrokeTessellation);

impl StrokeTessellation {
    pub(crate) fn geometry(&self) -> &Arc<Geometry> {
        &self.0
    }
}

/// Triangles that stroke a path with a line of this width, with butt caps, miter joins and a miter limit of 4.
/// `tolerance` is how far the middle of the stroke may lie from the curve, and a round cap's or join's edge from
/// its circle. Triangles may overlap where the path turns sharply or crosses itself. A width of 0 gives no
/// triangles; one below 0, or below 1e-7 of the path's extent, fails, and so does a tolerance as for filling.
#[export(heavy)]
fn rt_lyon_stroke_tessellate(path: &Path, width: f64, tolerance: f64) -> Result<New<StrokeTessellation>> {
    tessellation(path, width, tolerance, options::defaults())
}

/// The same with options, a JSON object: `line_cap` "butt", "square" or "round"; `line_join` "miter", "round" or
/// "bevel"; `miter_limit` from 1 to 1000000, SVG's: a join whose length, from its inner corner to its tip, is
/// more line widths than that becomes a bevel. An unknown key or value fails, and last error names it. `{}` changes nothing.
#[export]
fn rt_lyon_stroke_tessellate_with_options(
    path: &Path,
    width: f64,
    tolerance: f64,
    options_json: &str,
) -> Result<New<StrokeTessellation>> {
    tessellation(path, width, tolerance, options::parse(options_json)?)
}

/// Frees a tessellation. Buffers got from it stay valid.
#[export]
fn rt_lyon_stroke_tessellation_free(tess: Consumed<StrokeTessellation>) -> bool {
    drop(tess);
    true
}

/// The vertices, as a buffer of its own to be freed. Nothing is copied.
#[export]
fn rt_lyon_stroke_tessellation_get_vertices(tess: &StrokeTessellation) -> New<VertexBuffer> {
    New::new(VertexBuffer::new(&tess.0))
}

/// The indices, as a buffer of its own to be freed. Nothing is copied.
#[export]
fn rt_lyon_stroke_tessellation_get_indices(tess: &StrokeTessellation) -> New<IndexBuffer> {
    New::new(IndexBuffer::new(&tess.0))
}

/// How many vertices there are.
#[export]
fn rt_lyon_stroke_tessellation_vertex_count(tess: &StrokeTessellation) -> i64 {
    tess.0.len() as i64
}

/// How many indices there are: 3 for each triangle.
#[export]
fn rt_lyon_stroke_tessellation_index_count(tess: &StrokeTessellation) -> i64 {
    tess.0.indices.len() as i64
}

/// Whether a point lies in one of the triangles.
#[export]
fn rt_lyon_stroke_tessellation_contains_point(tess: &StrokeTessellation, x: f64, y: f64) -> Result<bool> {
    Ok(tess.0.contains(check::point(("x", x), ("y", y))?))
}

/// Whether a point lies on the stroke of a path, caps and joins included: as asked of its tessellation with a
/// tolerance of a hundredth of the width. For many points, make the tessellation once.
#[export]
fn rt_lyon_path_stroke_contains_point(
    path: &Path,
    width: f64,
    options_json: &str,
    x: f64,
    y: f64,
) -> Result<bool> {
    let options = options::parse(options_json)?;
    let point = check::point(("x", x), ("y", y))?;
    if check::length("width", width)? == 0.0 {
        return Ok(false);
    }
    Ok(stroke(path, width, 0.01 * width, options)?.contains(point))
}

fn tessellation(
    path: &Path,
    width: f64,
    tolerance: f64,
    options: StrokeOptions,
) -> Result<New<StrokeTessellation>> {
    Ok(New::new(StrokeTessellation(Arc::new(stroke(path, width, tolerance, options)?))))
}

/// Triangles that stroke `path`.
pub fn stroke(path: &Path, width: f64, tolerance: f64, options: StrokeOptions) -> Result<Geometry> {
    check::length("width", width)?;
    check::positive("tolerance", tolerance)?;
    let Some(bounds) = path.bounds().filter(|_| width > 0.0) else {
        return Ok(Geometry::empty());
    };
    let extent = bounds.size().width.max(bounds.size().height);
    if width < THINNEST * extent {
        return Err(Error::TooThin { width, extent });
    }
    let frame = Frame::new(&bounds, width);
    let flattening = Flattening::new(path, tolerance)?;
    let options =
        options.with_tolerance(flattening.tolerance_in(&frame)).with_line_width(frame.width_in(width));
    // A thread that is ending has no workshop any more.
    let mut workshop = WORKSHOP.try_with(Cell::take).ok().flatten().unwrap_or_default();
    let Workshop { tessellator, sink } = &mut *workshop;
    sink.clear(path.data().points().len());
    let mut builder = tessellator.builder_with_attributes(0, &options, sink);
    frame.feed(path.data(), flattening, &mut builder);
    let result = builder.build();
    let geometry = sink.stroke(frame, result)?;
    if sink.is_worth_keeping() {
        let _ = WORKSHOP.try_with(|kept| kept.set(Some(workshop)));
    }
    Ok(geometry)
}

/// A tessellator and room for what it makes.
#[derive(Default)]
struct Workshop {
    tessellator: StrokeTessellator,
    sink: Sink<4>,
}

thread_local! {
    /// The thread's workshop, which keeps its memory from one path to the next.
    static WORKSHOP: Cell<Option<Box<Workshop>>> = const { Cell::new(None) };
}
