//! Ready shapes.

use crate::{
    Error, Path, Result, check,
    path::{PathData, arc},
};
use ffi_core::{New, export, memory};
use lyon::geom::{Angle, Arc, Point, Vector};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

const MOST_STAR_POINTS: i64 = 1_000_000;
/// Bytes that a corner takes, in a list and in the path, while both grow.
const OF_A_CORNER: usize = 128;

/// Makes a rectangle with corners at (x, y) and (x + width, y + height), drawn from x towards x + width first. Fails
/// where width or height is below 0.
#[export(computes)]
fn rt_lyon_path_rectangle(x: f64, y: f64, width: f64, height: f64) -> Result<New<Path>> {
    let (from, to) = corners(x, y, width, height)?;
    Ok(outline(&[from, Point::new(to.x, from.y), to, Point::new(from.x, to.y)]))
}

/// Makes a rectangle whose corners are quarter circles. A radius of more than half the width or height counts as that
/// half. Fails where width, height or radius is below 0.
#[export(computes)]
fn rt_lyon_path_rounded_rectangle(x: f64, y: f64, width: f64, height: f64, radius: f64) -> Result<New<Path>> {
    let (from, to) = corners(x, y, width, height)?;
    let radius = check::length("radius", radius)?.min(0.5 * width).min(0.5 * height);
    let mut data = PathData::default();
    data.begin(Point::new(from.x + radius, from.y));
    let centers = [
        (Point::new(to.x - radius, from.y + radius), -FRAC_PI_2),
        (Point::new(to.x - radius, to.y - radius), 0.0),
        (Point::new(from.x + radius, to.y - radius), FRAC_PI_2),
        (Point::new(from.x + radius, from.y + radius), PI),
    ];
    for (center, start) in centers {
        let corner = ellipse_arc(center, radius, radius, start, FRAC_PI_2);
        let at = arc::at(&corner, start);
        if data.current() != Some(at) {
            data.line_to(at);
        }
        if radius > 0.0 {
            arc::draw(&mut data, &corner);
        }
    }
    data.close();
    Ok(New::new(Path::new(data)))
}

/// Makes a circle, drawn from its rightmost point towards growing y. Within 7e-8 of its radius of the true circle.
/// Fails where the radius is below 0.
#[export(computes)]
fn rt_lyon_path_circle(center_x: f64, center_y: f64, radius: f64) -> Result<New<Path>> {
    let center = check::point(("center_x", center_x), ("center_y", center_y))?;
    let radius = check::length("radius", radius)?;
    ellipse(center, radius, radius, "radius")
}

/// Makes an ellipse with axes along x and y, drawn like a circle. Fails where a radius is below 0.
#[export(computes)]
fn rt_lyon_path_ellipse(center_x: f64, center_y: f64, radius_x: f64, radius_y: f64) -> Result<New<Path>> {
    let center = check::point(("center_x", center_x), ("center_y", center_y))?;
    let (radius_x, radius_y) = (check::length("radius_x", radius_x)?, check::length("radius_y", radius_y)?);
    ellipse(center, radius_x, radius_y, "radius_x")
}

/// Makes a closed polygon through `num_points` points, given as x, y pairs in `points`; further numbers are not looked
/// at. Fails for fewer than 3 points, and where `points` holds fewer than 2 · num_points numbers.
#[export(computes, memory = 6)]
fn rt_lyon_path_polygon(points: &[f64], num_points: i64) -> Result<New<Path>> {
    let num_points = check::within("num_points", num_points, 3, i64::MAX / 2)?;
    let needed = 2 * num_points;
    let numbers = usize::try_from(needed)
        .ok()
        .and_then(|needed| points.get(..needed))
        .ok_or(Error::TooFewNumbers { len: points.len(), num_points, needed })?;
    for (index, &value) in numbers.iter().enumerate() {
        check::coordinate("points", value).map_err(|_| Error::BadItem { name: "points", index, value })?;
    }
    let points: Vec<_> = numbers.chunks_exact(2).map(|pair| Point::new(pair[0], pair[1])).collect();
    Ok(outline(&points))
}

/// Makes a star with `num_points` tips (3 to 1,000,000) at `outer_radius` and as many notches at `inner_radius`, evenly
/// spaced. The first tip is at (center_x, center_y − outer_radius): upwards where y grows downwards. Its area is
/// num_points · inner_radius · outer_radius · sin(π / num_points). Fails where a radius is below 0.
#[export(computes)]
fn rt_lyon_path_star(
    center_x: f64,
    center_y: f64,
    inner_radius: f64,
    outer_radius: f64,
    num_points: i64,
) -> Result<New<Path>> {
    let center = check::point(("center_x", center_x), ("center_y", center_y))?;
    let inner = check::length("inner_radius", inner_radius)?;
    let outer = check::length("outer_radius", outer_radius)?;
    let count = check::within("num_points", num_points, 3, MOST_STAR_POINTS)?;
    memory::room_for_input(2 * count as usize * OF_A_CORNER, 1)?;
    let points = (0..2 * count)
        .map(|i| {
            let radius = if i % 2 == 0 { outer } else { inner };
            let angle = PI * i as f64 / count as f64 - FRAC_PI_2;
            let at = center + Vector::new(arc::cos(angle), arc::sin(angle)) * radius;
            check::reached("outer_radius", at)
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(outline(&points))
}

fn corners(x: f64, y: f64, width: f64, height: f64) -> Result<(Point<f64>, Point<f64>)> {
    let from = check::point(("x", x), ("y", y))?;
    let size = Vector::new(check::length("width", width)?, check::length("height", height)?);
    Ok((from, check::reached("width", from + size)?))
}

fn outline(points: &[Point<f64>]) -> New<Path> {
    let mut data = PathData::default();
    data.begin(points[0]);
    points[1..].iter().for_each(|&point| data.line_to(point));
    data.close();
    New::new(Path::new(data))
}

fn ellipse(center: Point<f64>, radius_x: f64, radius_y: f64, name: &'static str) -> Result<New<Path>> {
    let around = ellipse_arc(center, radius_x, radius_y, 0.0, TAU);
    let reach = Vector::new(radius_x, radius_y);
    check::reached(name, center + reach)?;
    check::reached(name, center - reach)?;
    let mut data = PathData::default();
    data.begin(arc::at(&around, 0.0));
    arc::draw(&mut data, &around);
    data.close();
    Ok(New::new(Path::new(data)))
}

/// An arc of an ellipse with axes along x and y.
pub fn ellipse_arc(center: Point<f64>, radius_x: f64, radius_y: f64, start: f64, sweep: f64) -> Arc<f64> {
    Arc {
        center,
        radii: Vector::new(radius_x, radius_y),
        start_angle: Angle::radians(start),
        sweep_angle: Angle::radians(sweep),
        x_rotation: Angle::radians(0.0),
    }
}
