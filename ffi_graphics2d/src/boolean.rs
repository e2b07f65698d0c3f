//! What is made of what paths fill: union, intersection, difference, xor.

use crate::{
    Path, Result, check,
    constants::PathOperation,
    frame::Frame,
    path::PathData,
    polygons::{self, Polygons},
};
use i_overlay::core::{fill_rule::FillRule as Winding, overlay_rule::OverlayRule};
use lyon::path::FillRule;

/// What is made of what two paths fill by a rule. Their curves are lines in it, nowhere farther from them than `tolerance`.
pub fn combine(
    path: &Path,
    other: &Path,
    operation: PathOperation,
    rule: FillRule,
    tolerance: f64,
) -> Result<PathData> {
    let operation = match operation {
        PathOperation::Union => OverlayRule::Union,
        PathOperation::Intersection => OverlayRule::Intersect,
        PathOperation::Difference => OverlayRule::Difference,
        PathOperation::Xor => OverlayRule::Xor,
    };
    check::positive("tolerance", tolerance)?;
    let bounds = match (path.bounds(), other.bounds()) {
        (Some(one), Some(two)) => one.union(&two),
        (one, two) => one.or(two).unwrap_or_default(),
    };
    let frame = Frame::new(&bounds, 0.0);
    let trace = |path| Polygons::trace(path, &frame, tolerance);
    polygons::overlay(&trace(path)?, &trace(other)?, operation, winding(rule))?.to_path(&frame, "path")
}

/// What a path fills by a rule, as polygons that do not cross.
pub fn simplify(path: &Path, rule: FillRule, tolerance: f64) -> Result<PathData> {
    check::positive("tolerance", tolerance)?;
    let Some(bounds) = path.bounds() else { return Ok(PathData::default()) };
    let frame = Frame::new(&bounds, 0.0);
    simplified(path, &frame, rule, tolerance)?.to_path(&frame, "path")
}

/// The polygons of `simplify`, in a frame's numbers.
pub fn simplified(path: &Path, frame: &Frame, rule: FillRule, tolerance: f64) -> Result<Polygons> {
    let traced = Polygons::trace(path, frame, tolerance)?;
    polygons::overlay(&traced, &Polygons::default(), OverlayRule::Subject, winding(rule))
}

fn winding(rule: FillRule) -> Winding {
    match rule {
        FillRule::EvenOdd => Winding::EvenOdd,
        FillRule::NonZero => Winding::NonZero,
    }
}
