//! Filled paths as triangles.

use crate::{
    Error, IndexBuffer, Path, Result, VertexBuffer, check,
    area_moment::{Covered, Slack},
    frame::{FINEST, Flattening, Frame},
    geometry::{Geometry, Sink},
    outline::Outline,
    boolean_simplify::Resolved,
};
use ffi_core::{Consumed, Kind, New, export};
use lyon::{
    lyon_tessellation::{FillOptions, FillTessellator},
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
#[export(heavy)]
fn rt_lyon_fill_tessellate(path: &Path, tolerance: f64) -> Result<New<FillTessellation>> {
    tessellation(path, tolerance, FillRule::EvenOdd)
}

/// The same by a fill rule: even-odd 0, non-zero 1.
#[export(numbers(fill_rule = "FillRule"))]
fn rt_lyon_fill_tessellate_with_rule(
    path: &Path,
    tolerance: f64,
    fill_rule: i64,
) -> Result<New<FillTessellation>> {
    tessellation(path, tolerance, rule(fill_rule)?)
}

/// Frees a tessellation. Buffers got from it stay valid.
#[export]
fn rt_lyon_fill_tessellation_free(tess: Consumed<FillTessellation>) -> bool {
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

/// Whether what is gone round so often is filled.
pub fn is_filled(rule: FillRule, winding: i64) -> bool {
    match rule {
        FillRule::EvenOdd => winding % 2 != 0,
        FillRule::NonZero => winding != 0,
    }
}

fn tessellation(path: &Path, tolerance: f64, rule: FillRule) -> Result<New<FillTessellation>> {
    Ok(New::new(FillTessellation(Arc::new(fill(path, tolerance, rule)?))))
}

/// How many points may make an outline that is cut however often it crosses itself.
const MOST_CUT: usize = 4096;

/// Triangles that fill `path`.
///
/// Trap: where a path crosses itself, lyon now and then leaves parts out or fills too much, and says nothing. So
/// its triangles are believed where they cover what the outline encloses. Where they do not, or the outline
/// crosses itself so that its own area does not tell, `i_overlay` cuts it where it crosses. What lyon gets wrong
/// then, `i_triangle` makes triangles of.
pub fn fill(path: &Path, tolerance: f64, rule: FillRule) -> Result<Geometry> {
    check::positive("tolerance", tolerance)?;
    let Some(bounds) = path.bounds() else {
        return Ok(Geometry::empty());
    };
    let (frame, flattening) = (Frame::new(&bounds, 0.0), Flattening::new(path, tolerance)?);
    // A thread that is ending has no workshop any more.
    let mut workshop = WORKSHOP.try_with(Cell::take).ok().flatten().unwrap_or_default();
    workshop.outline.trace(path.data(), &frame, flattening);
    workshop.sink.clear(path.data().points().len());
    let geometry = workshop.fill(frame, &Slack::within(&bounds, &frame), rule)?;
    if workshop.outline.is_worth_keeping() && workshop.sink.is_worth_keeping() {
        let _ = WORKSHOP.try_with(|kept| kept.set(Some(workshop)));
    }
    Ok(geometry)
}

/// A tessellator, and room for what it takes and makes.
#[derive(Default)]
struct Workshop {
    outline: Outline,
    tessellator: FillTessellator,
    sink: Sink<2>,
}

thread_local! {
    /// The thread's workshop, which keeps its memory from one path to the next. Not there while it works, so
    /// that one that panicked is not used again.
    static WORKSHOP: Cell<Option<Box<Workshop>>> = const { Cell::new(None) };
}

impl Workshop {
    /// Triangles of the outline.
    fn fill(&mut self, frame: Frame, slack: &Slack, rule: FillRule) -> Result<Geometry> {
        let first = match self.sweep(frame, rule)? {
            Some((covered, geometry)) if self.outline.encloses(&covered, rule, slack) => return Ok(geometry),
            first => first,
        };
        let outline = &self.outline;
        // Where lyon comes to no end, nobody knows how often it crosses itself: that may fill all memory.
        if first.is_none() && outline.len() > MOST_CUT {
            return Err(Error::Unfilled);
        }
        let (resolved, slack) = (Resolved::new(outline, rule), slack.with(outline.length()));
        let expected = resolved.covered();
        if let Some((covered, geometry)) = first
            && covered.is(&expected, &slack)
        {
            return Ok(geometry);
        }
        let (vertices, indices) = resolved.triangles();
        if !Covered::by_triangles(&vertices, &indices).is(&expected, &slack) {
            return Err(Error::Unfilled);
        }
        Ok(Geometry::of_triangles(frame, vertices, indices))
    }

    /// What lyon covers in one sweep over the outline, and how; none where it gives up.
    fn sweep(&mut self, frame: Frame, rule: FillRule) -> Result<Option<(Covered, Geometry)>> {
        let options = FillOptions::tolerance(FINEST as f32).with_fill_rule(rule);
        let result = self.tessellator.tessellate(self.outline.events(), &options, &mut self.sink);
        match self.sink.fill(frame, result) {
            Ok(geometry) => Ok(Some((self.sink.covered(), geometry))),
            Err(Error::Tessellation(_)) => Ok(None),
            Err(other) => Err(other),
        }
    }
}
