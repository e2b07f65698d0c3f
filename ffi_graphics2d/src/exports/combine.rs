//! Paths of what other paths fill.

use crate::{Path, Result, boolean, check, constants::PathOperation, fill_rule, offset, options};
use ffi_core::{New, export};

/// Makes the path of what two paths fill together: their union 0, their intersection 1, the difference 2 (what `path` fills
/// and `other` does not), or xor 3 (what one of them fills and the other does not). `fill_rule` (even-odd 0, non-zero 1) says
/// what each of them fills; open subpaths count as closed. To combine paths of different rules, simplify one of them
/// first.
///
/// The new path is made of closed subpaths of straight lines that do not cross, the outer ones one way round and holes the
/// other, so that it fills the same by either rule. Curves become lines, nowhere farther from them than `tolerance`,
/// above 0. Corners of the paths keep their coordinates; where lines cross, they meet to about 1e-9 of the extent. Fails
/// where the curves would take more than 1,048,576 lines, or these cross some 4 million times.
#[export(heavy, numbers(operation = "PathOperation", fill_rule = "FillRule"))]
fn rt_lyon_path_combine(
    path: &Path,
    other: &Path,
    operation: i64,
    fill_rule: i64,
    tolerance: f64,
) -> Result<New<Path>> {
    let operation = match check::within("operation", operation, 0, 3)? {
        0 => PathOperation::Union,
        1 => PathOperation::Intersection,
        2 => PathOperation::Difference,
        _ => PathOperation::Xor,
    };
    let rule = fill_rule::from_argument(fill_rule)?;
    Ok(New::new(Path::new(boolean::combine(path, other, operation, rule, tolerance)?)))
}

/// Makes the path of what a path fills by a rule (even-odd 0, non-zero 1), in lines that do not cross: as
/// `rt_lyon_path_combine` makes it of two. Corners on a straight line are left out.
#[export(heavy, numbers(fill_rule = "FillRule"))]
fn rt_lyon_path_simplify(path: &Path, fill_rule: i64, tolerance: f64) -> Result<New<Path>> {
    Ok(New::new(Path::new(boolean::simplify(path, fill_rule::from_argument(fill_rule)?, tolerance)?)))
}

/// Makes the path of what a path fills by a rule (even-odd 0, non-zero 1), grown by `distance`, or shrunk where that is below
/// 0: with a stroke, twice as wide, of the edge of what is filled, or without it. The path is made as by
/// `rt_lyon_path_combine`; `tolerance` holds for curves and for round joins, and both may add up. What shrinks away
/// leaves nothing.
///
/// `options_json` is that of `rt_lyon_path_stroke`: `line_join` "miter" (with `miter_limit`, 4), "round" (all that is no
/// farther than `distance`) or "bevel". Fails for a distance other than 0 and below 1e-9 of the path's extent, and
/// where it is more than the radius of curves that bend inwards, so seen, and have more than 256 corners with `tolerance`.
#[export(
    heavy,
    numbers(fill_rule = "FillRule"),
    schema(options_json = "ffi_graphics2d/src/options.schema.json")
)]
fn rt_lyon_path_offset(
    path: &Path,
    distance: f64,
    fill_rule: i64,
    tolerance: f64,
    options_json: &str,
) -> Result<New<Path>> {
    let (rule, style) = (fill_rule::from_argument(fill_rule)?, options::parse(options_json)?);
    Ok(New::new(Path::new(offset::offset(path, distance, rule, tolerance, style)?)))
}
