//! Stroked paths as triangles.

use crate::{
    Error, Path, Result, check,
    frame::{Flattening, Frame},
    geometry::{Geometry, StrokeMesh, WORTH_KEEPING},
    options::StrokeStyle,
    polyline::{self, Line},
    stroker::Stroker,
};
use ffi_core::Kind;
use std::{cell::Cell, sync::Arc};

/// The least width beside the extent of a path: below it the two sides are one in 32 bits.
const THINNEST: f64 = 1e-7;

/// A stroked path as triangles. It never changes.
pub struct StrokeTessellation(Arc<Geometry>);

ffi_core::object!(StrokeTessellation, Kind::StrokeTessellation);

impl StrokeTessellation {
    pub(crate) fn new(geometry: Geometry) -> Self {
        Self(Arc::new(geometry))
    }

    pub(crate) fn geometry(&self) -> &Arc<Geometry> {
        &self.0
    }
}

/// Triangles that stroke `path`.
pub fn stroke(path: &Path, width: f64, tolerance: f64, style: StrokeStyle) -> Result<Geometry> {
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
    let tolerance = Flattening::new(path, tolerance)?.tolerance_in(&frame);
    // A thread that is ending has no scratch any more.
    let mut scratch = SCRATCH.try_with(Cell::take).ok().flatten().unwrap_or_default();
    let Scratch { lines, reaches, mesh } = &mut *scratch;
    mesh.clear(path.data().points().len());
    let mut stroker = Stroker::new(mesh, style, 0.5 * frame.width_in(width), tolerance);
    for subpath in path.data().subpaths() {
        lines.clear();
        polyline::trace(&subpath, &frame, tolerance, lines);
        if !lines.is_empty() {
            stroker.stroke(lines, subpath.closed, reaches)?;
        } else if subpath.closed || subpath.curves().next().is_some() {
            stroker.dot(frame.enter(subpath.start()))?;
        }
    }
    let geometry = mesh.finish(frame);
    if mesh.is_worth_keeping() && lines.capacity() < WORTH_KEEPING {
        let _ = SCRATCH.try_with(|kept| kept.set(Some(scratch)));
    }
    Ok(geometry)
}

/// Room for what a stroke takes and makes.
#[derive(Default)]
struct Scratch {
    lines: Vec<Line>,
    reaches: Vec<f64>,
    mesh: StrokeMesh,
}

thread_local! {
    /// The thread's scratch, which keeps its memory from one path to the next.
    static SCRATCH: Cell<Option<Box<Scratch>>> = const { Cell::new(None) };
}
