//! Paths: subpaths of lines and curves, that never change once built.

pub mod arc;
mod bounds;
pub mod contains;
mod curve;
pub mod dash;
mod data;
mod measure;
pub mod svg_read;
pub mod svg_write;

pub use curve::Curve;
pub use data::{PathData, Subpath};
pub use measure::Measure;

use ffi_core::Kind;
use lyon::geom::Box2D;
use std::sync::OnceLock;

/// A path that is finished, with what was found out about it so far.
pub struct Path {
    data: PathData,
    bounds: OnceLock<Option<Box2D<f64>>>,
    measure: OnceLock<Measure>,
    widest_bend: OnceLock<f64>,
}

ffi_core::object!(Path, Kind::Path);

impl Path {
    pub(crate) fn new(data: PathData) -> Self {
        Self { data, bounds: OnceLock::new(), measure: OnceLock::new(), widest_bend: OnceLock::new() }
    }

    pub(crate) fn data(&self) -> &PathData {
        &self.data
    }

    /// The smallest box that holds the path; none for a path without points.
    pub(crate) fn bounds(&self) -> Option<Box2D<f64>> {
        *self.bounds.get_or_init(|| bounds::of(&self.data))
    }

    pub(crate) fn measure(&self) -> &Measure {
        self.measure.get_or_init(|| Measure::new(&self.data))
    }

    /// The largest `Curve::bend` of all pieces.
    pub(crate) fn widest_bend(&self) -> f64 {
        let curves = || self.data.subpaths().flat_map(|subpath| subpath.curves());
        *self.widest_bend.get_or_init(|| curves().map(|curve| curve.bend()).fold(0.0, f64::max))
    }
}
