//! Filled paths as triangles.

use crate::{Error, IndexBuffer, Path, Result, VertexBuffer, check, frame::Frame, geometry::Geometry};
use ffi_core::{Kind, New, Taken, export};
use lyon::{
    lyon_tessellation::{FillOptions, FillTessellator, Orientation},
    path::FillRule,
};
use std::{cell::Cell, sync::Arc};

/// How many lines the curves of one path may be flattened into.
const MOST_LINES: usize = 1 << 20;
/// Paths of more points than this do not use the thread's own tessellator, whose memory stays.
const LARGE: usize = 1 << 16;

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
        return Ok(Geometry::new(Frame::IDENTITY, 0));
    };
    check_lines(path, tolerance)?;
    let frame = Frame::new(&bounds, 0.0);
    match sweep(path, frame, tolerance, rule, Orientation::Vertical) {
        // Another direction meets other roundings.
        Err(Error::Tessellation(_)) => sweep(path, frame, tolerance, rule, Orientation::Horizontal),
        other => other,
    }
}

/// Refuses a tolerance with which the curves would take too many lines.
pub fn check_lines(path: &Path, tolerance: f64) -> Result<()> {
    let curves = path.data().subpaths().flat_map(|subpath| subpath.curves());
    let count: f64 = curves.map(|curve| curve.lines_within(tolerance) - 1.0).sum();
    // Not `>`: a count that has overflowed is refused too.
    if count <= MOST_LINES as f64 {
        Ok(())
    } else {
        Err(Error::TooFine { tolerance, count, most: MOST_LINES })
    }
}

/// The least tolerance that lyon takes: finer than its vertices are told apart.
const FINEST: f64 = 1.1e-8;

/// A tolerance as lyon takes it.
pub fn tolerance_in(frame: &Frame, tolerance: f64) -> f32 {
    (tolerance * frame.scale()).clamp(FINEST, 1e10) as f32
}

thread_local! {
    /// The thread's tessellator, which keeps its memory from one path to the next. Not there while it works,
    /// so that one that panicked is not used again.
    static TESSELLATOR: Cell<Option<Box<FillTessellator>>> = const { Cell::new(None) };
}

fn sweep(
    path: &Path,
    frame: Frame,
    tolerance: f64,
    rule: FillRule,
    orientation: Orientation,
) -> Result<Geometry> {
    let options = FillOptions::tolerance(tolerance_in(&frame, tolerance))
        .with_fill_rule(rule)
        .with_sweep_orientation(orientation);
    let points = path.data().points().len();
    let large = points > LARGE;
    let kept = if large { None } else { TESSELLATOR.take() };
    let mut tessellator = kept.unwrap_or_default();
    let mut geometry = Geometry::new(frame, points);
    let result = {
        let mut builder = tessellator.builder_with_attributes(0, &options, &mut geometry);
        frame.feed(path.data(), tolerance, &mut builder);
        builder.build()
    };
    if !large && result.is_ok() {
        TESSELLATOR.set(Some(tessellator));
    }
    match result {
        Ok(()) => Ok(geometry),
        Err(error) => Err(geometry.failure(error)),
    }
}
