//! Functions about a path as a whole.

use crate::{
    Error, Path, Result, Transform, check, fill_rule,
    path::{contains, dash},
};
use ffi_core::{Consumed, New, export, ffi_struct, memory};
use lyon::{geom::euclid::default::Transform2D, path::FillRule};

/// A box with sides along x and y.
#[ffi_struct]
pub struct PathBounds {
    /// The smallest x.
    pub min_x: f64,
    /// The smallest y.
    pub min_y: f64,
    /// The largest x.
    pub max_x: f64,
    /// The largest y.
    pub max_y: f64,
}

/// A place along a path and the direction the path has there.
#[ffi_struct]
pub struct PathPoint {
    /// Its x coordinate.
    pub x: f64,
    /// Its y coordinate.
    pub y: f64,
    /// The direction, of length 1; zeros where the path has none there.
    pub tangent_x: f64,
    /// The direction, of length 1; zeros where the path has none there.
    pub tangent_y: f64,
}

/// Frees a path.
#[export(light)]
fn rt_lyon_path_free(path: Consumed<Path>) -> bool {
    drop(path);
    true
}

/// Returns the exact extent of the path's lines and curves; control points that the curves do not reach do not count.
/// Fails for a path without points.
#[export(computes)]
fn rt_lyon_path_get_bounds(path: &Path) -> Result<PathBounds> {
    let bounds = path.bounds().ok_or(Error::EmptyPath { what: "bounds" })?;
    Ok(PathBounds { min_x: bounds.min.x, min_y: bounds.min.y, max_x: bounds.max.x, max_y: bounds.max.y })
}

/// Tells whether a point lies inside the path, by the non-zero rule; open subpaths count as closed. Exact for curves
/// too. A point on the outline itself may be either.
#[export(computes)]
fn rt_lyon_path_contains_point(path: &Path, x: f64, y: f64) -> Result<bool> {
    contains(path, x, y, FillRule::NonZero)
}

/// Makes a path with each point moved: x' = m11·x + m21·y + tx, y' = m12·x + m22·y + ty. Fails where a coordinate would
/// leave -1e30 to 1e30.
#[export]
fn rt_lyon_path_transform(
    path: &Path,
    m11: f64,
    m12: f64,
    m21: f64,
    m22: f64,
    tx: f64,
    ty: f64,
) -> Result<New<Path>> {
    let names = ["m11", "m12", "m21", "m22", "tx", "ty"];
    for (name, value) in names.into_iter().zip([m11, m12, m21, m22, tx, ty]) {
        check::finite(name, value)?;
    }
    moved(path, &Transform2D::new(m11, m12, m21, m22, tx, ty), "path")
}

/// Makes a path moved by a transform: `rt_lyon_path_transform` with the six numbers that `rt_lyon_transform_get` gives.
#[export]
fn rt_lyon_path_apply_transform(path: &Path, transform: &Transform) -> Result<New<Path>> {
    moved(path, transform.matrix(), "transform")
}

/// Tells whether a point lies inside the path by a fill rule: even-odd 0, non-zero 1.
#[export(numbers(fill_rule = "FillRule"))]
fn rt_lyon_path_contains_point_with_rule(path: &Path, x: f64, y: f64, fill_rule: i64) -> Result<bool> {
    contains(path, x, y, fill_rule::from_argument(fill_rule)?)
}

/// Returns the length of all subpaths together; a closed one's closing line counts. To about 1e-9 of the length.
#[export]
fn rt_lyon_path_length(path: &Path) -> f64 {
    path.measure().length()
}

/// Returns the point at a distance along the path, from 0 to `rt_lyon_path_length`, and the direction there. Subpaths
/// follow one another; the jump between them takes no length. Fails for a path without length and for a distance beyond
/// its ends.
#[export]
fn rt_lyon_path_point_at(path: &Path, distance: f64) -> Result<PathPoint> {
    let measure = path.measure();
    let length = measure.length();
    if length == 0.0 {
        return Err(Error::NoLength);
    }
    check::finite("distance", distance)?;
    if distance < 0.0 || distance > length * (1.0 + 1e-12) {
        return Err(Error::NumberOutOfRange { name: "distance", value: distance, least: 0.0, most: length });
    }
    let (at, tangent) = measure.at(distance);
    Ok(PathPoint { x: at.x, y: at.y, tangent_x: tangent.x, tangent_y: tangent.y })
}

/// Makes a path cut into dashes: `pattern` holds the lengths of dash, gap, dash, gap and so on, and repeats (an odd
/// number of lengths is taken twice over, as in SVG). The pattern starts `offset` into itself at the start of each
/// subpath. Curves stay curves. On a closed subpath, a dash that runs across its start stays one piece. Fails for a
/// length below 0, for a pattern that adds up to 0, and for more than 1,000,000 dashes.
#[export(heavy)]
fn rt_lyon_path_dash(path: &Path, pattern: &[f64], offset: f64) -> Result<New<Path>> {
    Ok(New::new(Path::new(dash::dash(path, pattern, offset)?)))
}

fn contains(path: &Path, x: f64, y: f64, rule: FillRule) -> Result<bool> {
    let point = check::point(("x", x), ("y", y))?;
    let inside = path.bounds().is_some_and(|bounds| {
        bounds.min.x <= point.x
            && point.x <= bounds.max.x
            && bounds.min.y <= point.y
            && point.y <= bounds.max.y
    });
    let winding = if inside { contains::winding(path.data(), point) } else { 0 };
    Ok(fill_rule::is_filled(rule, winding))
}

fn moved(path: &Path, matrix: &Transform2D<f64>, name: &'static str) -> Result<New<Path>> {
    memory::room_for_input(path.data().bytes(), memory::TIMES)?;
    let data = path.data().map(|&point| check::reached(name, matrix.transform_point(point)))?;
    Ok(New::new(Path::new(data)))
}
