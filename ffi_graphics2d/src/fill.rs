//! Filled paths as triangles.

use crate::{
    Error, Path, Result,
    area_moment::{AreaMoment, Tolerance},
    boolean_simplify::SimplifiedShape,
    check,
    frame::{FINEST, Flattening, Frame},
    geometry::{FillSink, Geometry, MOST_VERTICES},
    outline::Outline,
};
use ffi_core::Kind;
use lyon::{
    lyon_tessellation::{FillOptions, FillTessellator},
    path::FillRule,
};
use std::{cell::Cell, sync::Arc};

/// A filled path as triangles. It never changes.
pub struct FillTessellation(Arc<Geometry>);

ffi_core::object!(FillTessellation, Kind::FillTessellation);

impl FillTessellation {
    pub(crate) fn new(geometry: Geometry) -> Self {
        Self(Arc::new(geometry))
    }

    pub(crate) fn geometry(&self) -> &Arc<Geometry> {
        &self.0
    }
}

/// Most points of an outline that is cut however often it crosses itself.
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
    // A thread that is ending has no scratch any more.
    let mut scratch = SCRATCH.try_with(Cell::take).ok().flatten().unwrap_or_default();
    scratch.outline.trace(path.data(), &frame, flattening);
    scratch.sink.clear(scratch.outline.len());
    let geometry = scratch.fill(frame, &Tolerance::within(&bounds, &frame), rule)?;
    if scratch.outline.is_worth_keeping() && scratch.sink.is_worth_keeping() {
        let _ = SCRATCH.try_with(|kept| kept.set(Some(scratch)));
    }
    Ok(geometry)
}

/// A tessellator, and room for what it takes and makes.
#[derive(Default)]
struct Scratch {
    outline: Outline,
    tessellator: FillTessellator,
    sink: FillSink,
}

thread_local! {
    /// The thread's scratch, which keeps its memory from one path to the next. Not there while it works, so
    /// that one that panicked is not used again.
    static SCRATCH: Cell<Option<Box<Scratch>>> = const { Cell::new(None) };
}

impl Scratch {
    /// Triangles of the outline.
    fn fill(&mut self, frame: Frame, tolerance: &Tolerance, rule: FillRule) -> Result<Geometry> {
        let first = match self.sweep(frame, rule) {
            Some((covered, geometry)) if self.outline.encloses(&covered, rule, tolerance) => {
                return Ok(geometry);
            }
            first => first,
        };
        let outline = &self.outline;
        // Where lyon came to no end, the outline may cross itself so often that the pieces would fill all memory.
        if first.is_none() && outline.len() > MOST_CUT && outline.estimated_crossings() > MOST_VERTICES as f64
        {
            return Err(Error::TooManyVertices { most: MOST_VERTICES });
        }
        let (resolved, tolerance) = (SimplifiedShape::new(outline, rule), tolerance.with(outline.length()));
        let expected = resolved.area_moment();
        if let Some((covered, geometry)) = first
            && covered.is(&expected, &tolerance)
        {
            return Ok(geometry);
        }
        let (vertices, indices) = resolved.triangles();
        if !AreaMoment::by_triangles(&vertices, &indices).is(&expected, &tolerance) {
            return Err(Error::Unfilled);
        }
        Ok(Geometry::of_triangles(frame, vertices, indices))
    }

    /// The triangles that lyon makes in one sweep over the outline, and what they cover; none where it gives up or
    /// makes more vertices than the outline is good for.
    fn sweep(&mut self, frame: Frame, rule: FillRule) -> Option<(AreaMoment, Geometry)> {
        let options = FillOptions::tolerance(FINEST as f32).with_fill_rule(rule);
        self.tessellator.tessellate(self.outline.events(), &options, &mut self.sink).ok()?;
        Some((self.sink.area_moment(), self.sink.finish(frame)))
    }
}
