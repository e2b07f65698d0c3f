//! Filled paths as triangles.

use crate::{
    Error, IndexBuffer, Path, Result, VertexBuffer, check,
    frame::{Flattening, Frame},
    geometry::{Geometry, Measured, Sink},
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

/// Directions to sweep in: an orientation, and a turn in radians. Across, lyon can make the very same mistake as
/// along; aslant it meets other roundings.
const WAYS: [(Orientation, f64); 6] = [
    (Orientation::Vertical, 0.0),
    (Orientation::Vertical, 1.0),
    (Orientation::Horizontal, 0.5),
    (Orientation::Horizontal, 0.0),
    (Orientation::Vertical, -0.7),
    (Orientation::Horizontal, -0.3),
];

/// Triangles that fill `path`.
///
/// Trap: where a path crosses itself, lyon now and then leaves parts out or fills too much, and says nothing;
/// seldom with straight sides and its own tolerance at its finest, often with a coarse one, which joins what is
/// near. Such a path is swept in other directions until two sweeps agree, at last as lines only.
pub fn fill(path: &Path, tolerance: f64, rule: FillRule) -> Result<Geometry> {
    check::positive("tolerance", tolerance)?;
    let Some(bounds) = path.bounds() else {
        return Ok(Geometry::empty());
    };
    let frame = Frame::new(&bounds, 0.0);
    let flattening = Flattening::new(path, tolerance)?;
    if !flattening.is_straight()
        && let Ok(geometry) = agreed(path, frame, flattening, rule, &WAYS[..2])?
    {
        return Ok(geometry);
    }
    agreed(path, frame, flattening.straight(), rule, &WAYS)?.map_err(Error::Tessellation)
}

/// What two sweeps agree on, or the first where it meets no crossing; else why there is no such thing.
fn agreed(
    path: &Path,
    frame: Frame,
    flattening: Flattening,
    rule: FillRule,
    ways: &[(Orientation, f64)],
) -> Result<Result<Geometry, String>> {
    let mut sweeps: Vec<(Measured, Geometry)> = vec![];
    let mut failure = "where it crosses itself, no two sweeps over it agree".to_owned();
    for (index, &(orientation, turn)) in ways.iter().enumerate() {
        match sweep(path, frame.turned(turn), flattening, rule, orientation) {
            // A later one that meets none where others did left something out.
            Ok(Sweep { geometry, crosses: false }) if index == 0 => return Ok(Ok(geometry)),
            Ok(Sweep { geometry, .. }) => {
                let area = geometry.area();
                if let Some(index) = sweeps.iter().position(|(other, _)| area.agrees_with(other)) {
                    return Ok(Ok(sweeps.swap_remove(index).1));
                }
                sweeps.push((area, geometry));
            }
            Err(Error::Tessellation(reason)) => failure = reason,
            Err(other) => return Err(other),
        }
    }
    Ok(Err(failure))
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

/// What one sweep over a path gives, and whether it found that the path crosses itself.
struct Sweep {
    geometry: Geometry,
    crosses: bool,
}

fn sweep(
    path: &Path,
    frame: Frame,
    flattening: Flattening,
    rule: FillRule,
    orientation: Orientation,
) -> Result<Sweep> {
    let options = FillOptions::tolerance(flattening.fill_tolerance_in(&frame))
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
    let crosses = sink.crosses();
    if sink.is_worth_keeping() {
        let _ = WORKSHOP.try_with(|kept| kept.set(Some(workshop)));
    }
    Ok(Sweep { geometry, crosses })
}
