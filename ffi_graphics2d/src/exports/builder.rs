//! Building a path piece by piece.

use crate::{Error, Path, Result, builder::PathBuilder, check, path::arc};
use ffi_core::{Consumed, New, export, memory};
use lyon::geom::{Angle, Arc, Vector};
use std::f64::consts::TAU;

/// More than the curves of a radian take.
const OF_A_RADIAN: usize = 128;

/// Most full turns of one arc.
const MOST_TURNS: f64 = 1000.0;

/// Makes a new, empty path builder. Free it with `rt_lyon_path_builder_free`, or turn it into a path with
/// `rt_lyon_path_builder_build`, which frees it too.
#[export(light)]
fn rt_lyon_path_builder_new() -> New<PathBuilder> {
    New::new(PathBuilder::default())
}

/// Frees a path builder, and what was drawn with it.
#[export(light)]
fn rt_lyon_path_builder_free(builder: Consumed<PathBuilder>) -> bool {
    drop(builder);
    true
}

/// Begins a subpath at a point. A subpath that is still open ends there, unclosed. Coordinates go from -1e30
/// to 1e30, here and everywhere.
#[export(computes)]
fn rt_lyon_path_builder_begin(builder: &PathBuilder, x: f64, y: f64) -> Result<()> {
    let at = check::point(("x", x), ("y", y))?;
    let mut draft = builder.grow()?;
    draft.data.begin(at);
    draft.open = true;
    Ok(())
}

/// Adds a line to a point. Fails where no subpath is open.
#[export(computes)]
fn rt_lyon_path_builder_line_to(builder: &PathBuilder, x: f64, y: f64) -> Result<()> {
    let to = check::point(("x", x), ("y", y))?;
    builder.grow()?.open()?.0.line_to(to);
    Ok(())
}

/// Adds a quadratic Bézier curve to a point. Fails where no subpath is open.
#[export(computes)]
fn rt_lyon_path_builder_quadratic_bezier_to(
    builder: &PathBuilder,
    ctrl_x: f64,
    ctrl_y: f64,
    to_x: f64,
    to_y: f64,
) -> Result<()> {
    let ctrl = check::point(("ctrl_x", ctrl_x), ("ctrl_y", ctrl_y))?;
    let to = check::point(("to_x", to_x), ("to_y", to_y))?;
    builder.grow()?.open()?.0.quadratic_to(ctrl, to);
    Ok(())
}

/// Adds a cubic Bézier curve to a point. Fails where no subpath is open.
#[export(computes)]
fn rt_lyon_path_builder_cubic_bezier_to(
    builder: &PathBuilder,
    ctrl1_x: f64,
    ctrl1_y: f64,
    ctrl2_x: f64,
    ctrl2_y: f64,
    to_x: f64,
    to_y: f64,
) -> Result<()> {
    let ctrl1 = check::point(("ctrl1_x", ctrl1_x), ("ctrl1_y", ctrl1_y))?;
    let ctrl2 = check::point(("ctrl2_x", ctrl2_x), ("ctrl2_y", ctrl2_y))?;
    let to = check::point(("to_x", to_x), ("to_y", to_y))?;
    builder.grow()?.open()?.0.cubic_to(ctrl1, ctrl2, to);
    Ok(())
}

/// Adds an arc of a circle around a centre: a line to its start where the subpath ends elsewhere, then the arc. Angles
/// in radians, from the direction of x towards that of y; a negative sweep turns the other way, and one beyond 2π goes
/// round more than once (1,000 times at most). Within 7e-8 of the radius of the true circle. Fails where no subpath is
/// open or the radius is below 0.
#[export(computes)]
fn rt_lyon_path_builder_arc_to(
    builder: &PathBuilder,
    center_x: f64,
    center_y: f64,
    radius: f64,
    start_angle: f64,
    sweep_angle: f64,
) -> Result<()> {
    let center = check::point(("center_x", center_x), ("center_y", center_y))?;
    let radius = check::length("radius", radius)?;
    let reach = Vector::new(radius, radius);
    check::reached("radius", center + reach)?;
    check::reached("radius", center - reach)?;
    let start = check::finite("start_angle", start_angle)? % TAU;
    let most = MOST_TURNS * TAU;
    if check::finite("sweep_angle", sweep_angle)?.abs() > most {
        return Err(Error::NumberOutOfRange { name: "sweep_angle", value: sweep_angle, least: -most, most });
    }
    let shape = Arc {
        center,
        radii: reach,
        start_angle: Angle::radians(start),
        sweep_angle: Angle::radians(sweep_angle),
        x_rotation: Angle::radians(0.0),
    };
    memory::room_for((sweep_angle.abs() as usize + 1) * OF_A_RADIAN)?;
    let mut draft = builder.grow()?;
    let (data, current) = draft.open()?;
    let from = arc::at(&shape, start);
    let same = (from - current).length() <= 1e-12 * (radius + current.x.abs() + current.y.abs());
    if !same {
        data.line_to(from);
    }
    if radius > 0.0 && sweep_angle != 0.0 {
        arc::draw(data, &shape);
    }
    Ok(())
}

/// Closes the open subpath with a line back to its start. Fails where no subpath is open.
#[export(computes)]
fn rt_lyon_path_builder_close(builder: &PathBuilder) -> Result<()> {
    let mut draft = builder.lock();
    draft.open()?.0.close();
    draft.open = false;
    Ok(())
}

/// Ends the open subpath, unclosed, and makes the path. Frees the builder.
#[export(computes)]
fn rt_lyon_path_builder_build(builder: Consumed<PathBuilder>) -> New<Path> {
    New::new(Path::new(std::mem::take(&mut builder.lock().data)))
}

/// Adds all subpaths of a path. A subpath that is still open ends there, unclosed, and none is open afterwards.
#[export]
fn rt_lyon_path_builder_add_path(builder: &PathBuilder, path: &Path) {
    let mut draft = builder.lock();
    draft.data.reserve_for(path.data()).unwrap_or_else(|error| memory::fail(error.bytes));
    draft.data.append(path.data());
    draft.open = false;
}
