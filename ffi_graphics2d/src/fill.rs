//! Filled paths as triangles.

use crate::{
    Error, IndexBuffer, Path, Result, VertexBuffer, check,
    frame::{Flattening, Frame},
    geometry::{Geometry, Sink},
};
use ffi_core::{Kind, New, Taken, export};
use lyon::{
    lyon_tessellation::{FillOptions, FillTessellator, Orientation},
    path::FillRule,
};
use std::{cell::Cell, sync::Arc};

/// A filled path as triangles. It never changes.
pub struct FillTessellation(Arc<Geometry>);

ffi_core::object!(FillTessellation, Kind::FillTessellation);

impl FillTessellation {
    pub(crate) fn geometry(&self) -> &Arc<Geometry> {
        &self.0
    }
}

/// Triangles that fill a path by the even-odd rule; open subpaths count as closed. `tolerance` is how far a
/// triangle's edge may lie from the curve it stands for, in the path's units. Vertices are 32-bit numbers
/// relative to the path's own place and size: to about 1e-7 of its extent. Fails for a tolerance that is not
/// above 0, or so small that the curves would take more than 1,048,576 lines.
#[export]
fn rt_lyon_fill_tessellate(path: &Path, tolerance: f64) -> Result<New<FillTessellation>> {
    tessellation(path, tolerance, FillRule::EvenOdd)
}

/// The same by a fill rule: even-odd 0, non-zero 1.
#[export]
fn rt_lyon_fill_tessellate_with_rule(
    path: &Path,
    tolerance: f64,
    fill_rule: i64,
) -> Result<New<FillTessellation>> {
    tessellation(path, tolerance, rule(fill_rule)?)
}

/// Frees a tessellation. Buffers got from it stay valid.
#[export]
fn rt_lyon_fill_tessellation_free(tess: Taken<FillTessellation>) -> bool {
    drop(tess);
    true
}

/// The vertices, as a buffer of its own to be freed. Nothing is copied.
#[export]
fn rt_lyon_fill_tessellation_get_vertices(tess: &FillTessellation) -> New<VertexBuffer> {
    New::new(VertexBuffer::new(&tess.0))
}

/// The indices, as a buffer of its own to be freed. Nothing is copied.
#[export]
fn rt_lyon_fill_tessellation_get_indices(tess: &FillTessellation) -> New<IndexBuffer> {
    New::new(IndexBuffer::new(&tess.0))
}

/// How many vertices there are.
#[export]
fn rt_lyon_fill_tessellation_vertex_count(tess: &FillTessellation) -> i64 {
    tess.0.len() as i64
}

/// How many indices there are: 3 for each triangle.
#[export]
fn rt_lyon_fill_tessellation_index_count(tess: &FillTessellation) -> i64 {
    tess.0.indices.len() as i64
}

/// Whether a point lies in one of the triangles.
#[export]
fn rt_lyon_fill_tessellation_contains_point(tess: &FillTessellation, x: f64, y: f64) -> Result<bool> {
    Ok(tess.0.contains(check::point(("x", x), ("y", y))?))
}

pub fn rule(fill_rule: i64) -> Result<FillRule> {
    Ok(match check::within("fill_rule", fill_rule, 0, 1)? {
        0 => FillRule::EvenOdd,
        _ => FillRule::NonZero,
    })
}

fn tessellation(path: &Path, tolerance: f64, rule: FillRule) -> Result<New<FillTessellation>> {
    Ok(New::new(FillTessellation(Arc::new(fill(path, tolerance, rule)?))))
}

/// Triangles that fill `path`.
pub fn fill(path: &Path, tolerance: f64, rule: FillRule) -> Result<Geometry> {
    check::positive("tolerance", tolerance)?;
    let Some(bounds) = path.bounds() else {
        return Ok(Geometry::empty());
    };
    let frame = Frame::new(&bounds, 0.0);
    let flattening = Flattening::new(path, tolerance)?;
    match sweep(path, frame, flattening, rule, Orientation::Vertical) {
        // Another direction meets other roundings.
        Err(Error::Tessellation(_)) => sweep(path, frame, flattening, rule, Orientation::Horizontal),
        other => other,
    }
}

/// A tessellator and room for what it makes.
#[derive(Default)]
struct Workshop {
    tessellator: FillTessellator,
    sink: Sink<2>,
}

thread_local! {
    /// The thread's workshop, which keeps its memory from one path to the next. Not there while it works, so
    /// that one that panicked is not used again.
    static WORKSHOP: Cell<Option<Box<Workshop>>> = const { Cell::new(None) };
}

fn sweep(
    path: &Path,
    frame: Frame,
    flattening: Flattening,
    rule: FillRule,
    orientation: Orientation,
) -> Result<Geometry> {
    let options = FillOptions::tolerance(flattening.tolerance_in(&frame))
        .with_fill_rule(rule)
        .with_sweep_orientation(orientation);
    // A thread that is ending has no workshop any more.
    let mut workshop = WORKSHOP.try_with(Cell::take).ok().flatten().unwrap_or_default();
    let Workshop { tessellator, sink } = &mut *workshop;
    sink.clear(path.data().points().len());
    let mut builder = tessellator.builder_with_attributes(0, &options, sink);
    frame.feed(path.data(), flattening, &mut builder);
    let result = builder.build();
    let geometry = sink.fill(frame, result)?;
    if sink.is_worth_keeping() {
        let _ = WORKSHOP.try_with(|kept| kept.set(Some(workshop)));
    }
    Ok(geometry)
}
