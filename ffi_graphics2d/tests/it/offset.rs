//! Paths grown and shrunk, against the areas of their parallel curves (Steiner's formula).

use crate::{c::*, host::*};
use std::f64::consts::PI;

const NON_ZERO: i64 = 1;
const ROUND: &str = "{\"line_join\":\"round\"}";

fn offset(shape: &Path, distance: f64, tolerance: f64, options: &str) -> Path {
    path(rt_lyon_path_offset(shape.0, distance, NON_ZERO, tolerance, c(options).as_ptr()))
}

#[test]
fn squares() {
    let square = svg("M0 0H20V20H0Z");
    for (distance, options, area) in [
        (5.0, "{}", 900.0),
        (5.0, ROUND, 400.0 + 4.0 * 100.0 + 25.0 * PI),
        (5.0, "{\"line_join\":\"bevel\"}", 400.0 + 400.0 + 50.0),
        (5.0, "{\"miter_limit\":1.2}", 400.0 + 400.0 + 50.0),
        (-5.0, "{}", 100.0),
        (-5.0, ROUND, 100.0),
        (-10.0, "{}", 0.0),
        (-50.0, "{}", 0.0),
        (0.0, "{}", 400.0),
    ] {
        near(enclosed(&offset(&square, distance, 1e-5, options)), area, 2e-3);
    }
    assert_eq!(bounds(&offset(&square, 5.0, 0.1, "{}")), [-5.0, -5.0, 25.0, 25.0]);
    assert_eq!(bounds(&offset(&square, -4.5, 0.1, "{}")), [4.5, 4.5, 15.5, 15.5]);
    assert_eq!(d(&offset(&square, -10.0, 0.1, "{}")), "");
    assert_eq!(d(&offset(&svg(""), 3.0, 0.1, "{}")), "");
}

#[test]
fn circles() {
    let ring = svg("M-10 0A10 10 0 0 1 10 0A10 10 0 0 1 -10 0ZM-4 0A4 4 0 0 0 4 0A4 4 0 0 0 -4 0Z");
    for distance in [-2.9, -1.0, 0.0, 1.0, 3.9, 5.0, 90.0] {
        for options in ["{}", ROUND, "{\"line_join\":\"bevel\"}"] {
            let (outer, inner) = (10.0 + distance, (4.0_f64 - distance).max(0.0));
            let area = PI * (outer * outer - inner * inner);
            let tolerance = 1e-3;
            near(enclosed(&offset(&ring, distance, tolerance, options)), area, 4.0 * PI * tolerance * outer);
        }
    }
    assert_eq!(d(&offset(&ring, -3.0001, 1e-4, "{}")), "");
}

/// A convex polygon of perimeter p grows by p·d and a disc; what it shrinks to lies as far inside of every side.
#[test]
fn convex_polygons() {
    let mut random = Random(5);
    for _ in 0..100 {
        let mut angles: Vec<f64> = (0..7).map(|_| random.between(0.0, 2.0 * PI)).collect();
        angles.sort_by(f64::total_cmp);
        let corners: Vec<f64> = angles.iter().flat_map(|a| [a.cos() * 10.0, a.sin() * 10.0]).collect();
        let shape = polygon(&corners);
        let (area, distance) = (enclosed(&shape), random.between(0.1, 5.0));
        let grown = enclosed(&offset(&shape, distance, 1e-5, ROUND));
        near(grown, area + rt_lyon_path_length(shape.0) * distance + PI * distance * distance, 5e-3);
        let shrunk = offset(&shape, -distance, 1e-5, ROUND);
        let sides: Vec<_> = (0..7).map(|i| (i, (i + 1) % 7)).collect();
        for _ in 0..100 {
            let (x, y) = (random.between(-10.0, 10.0), random.between(-10.0, 10.0));
            let depth = |&(i, j): &(usize, usize)| {
                let (a, b) = ((corners[2 * i], corners[2 * i + 1]), (corners[2 * j], corners[2 * j + 1]));
                let (along, to) = ((b.0 - a.0, b.1 - a.1), (x - a.0, y - a.1));
                (along.0 * to.1 - along.1 * to.0) / along.0.hypot(along.1)
            };
            let depth = sides.iter().map(depth).fold(f64::INFINITY, f64::min) - distance;
            if depth.abs() > 1e-4 {
                assert_eq!(rt_lyon_path_contains_point(shrunk.0, x, y), depth > 0.0, "{x}, {y}");
            }
        }
    }
}

/// Grown round by so much, a shape has all points that are no farther from it, and shrunk those that are as deep in it:
/// distances to its own lines tell.
#[test]
fn distances_of_random_shapes() {
    let mut random = Random(8);
    for round in 0..40 {
        let count = 3 + round % 6;
        let corners: Vec<f64> = (0..2 * count).map(|_| random.between(0.0, 100.0)).collect();
        let shape = path(rt_lyon_path_simplify(polygon(&corners).0, NON_ZERO, 0.1));
        let sides: Vec<(Point, Point)> = polygons(&shape)
            .iter()
            .flat_map(|polygon| polygon.iter().copied().zip(polygon.iter().copied().cycle().skip(1)))
            .collect();
        let distance = random.between(1.0, 20.0);
        let (grown, shrunk) = (offset(&shape, distance, 1e-3, ROUND), offset(&shape, -distance, 1e-3, ROUND));
        for _ in 0..300 {
            let (x, y) = (random.between(-25.0, 125.0), random.between(-25.0, 125.0));
            let to_side = |&(a, b): &(Point, Point)| {
                let (along, to) = ((b.0 - a.0, b.1 - a.1), (x - a.0, y - a.1));
                let square = along.0 * along.0 + along.1 * along.1;
                let part = ((along.0 * to.0 + along.1 * to.1) / square).clamp(0.0, 1.0);
                (to.0 - part * along.0).hypot(to.1 - part * along.1)
            };
            let nearest = sides.iter().map(to_side).fold(f64::INFINITY, f64::min);
            let inside = rt_lyon_path_contains_point(shape.0, x, y);
            if (nearest - distance).abs() > 0.01 {
                let within = rt_lyon_path_contains_point(grown.0, x, y);
                assert_eq!(within, inside || nearest < distance, "{x}, {y} by {distance} of {}", d(&shape));
                let within = rt_lyon_path_contains_point(shrunk.0, x, y);
                assert_eq!(within, inside && nearest > distance, "{x}, {y} by -{distance} of {}", d(&shape));
            }
        }
    }
}

/// Bars inside a curve that is rounder than the distance all cross each other: where nothing is left, none are laid, and
/// else there may be so many.
#[test]
fn curves_rounder_than_the_distance() {
    let circle = path(rt_lyon_path_circle(-55.8, -16.5, 32.28));
    assert_eq!(d(&offset(&circle, -51.0, 1e-4, "{}")), "");
    assert_eq!(d(&offset(&circle, -32.29, 1e-6, ROUND)), "");
    // A square with round corners of 10, shrunk by 20: it has none any more.
    let round = path(rt_lyon_path_rounded_rectangle(0.0, 0.0, 100.0, 100.0, 10.0));
    near(enclosed(&offset(&round, -20.0, 0.01, "{}")), 3600.0, 1.0);
    assert_eq!(rt_lyon_path_offset(round.0, -20.0, NON_ZERO, 1e-7, c("{}").as_ptr()), 0);
    assert!(last_error().ends_with("more than 256 corners, which is the most; a coarser one takes fewer"));
}

#[test]
fn refused() {
    let square = svg("M0 0H20V20H0Z");
    for (distance, tolerance, options, reason) in [
        (f64::NAN, 0.1, "{}", "`distance` is NaN, which is no finite number"),
        (1e31, 0.1, "{}", "`distance` is 1e31, and coordinates go from -1e30 to 1e30"),
        (1.0, 0.0, "{}", "`tolerance` is 0.0, which is not above 0"),
        (
            1.0,
            0.1,
            "{\"join\":1}",
            "`options_json` has the key `join`, which is none of line_cap, line_join, miter_limit",
        ),
        (
            1e-9,
            0.1,
            "{}",
            "`distance` is 1e-9, which vanishes beside a path 20.0 across (the least is 1e-9 of that)",
        ),
    ] {
        assert_eq!(rt_lyon_path_offset(square.0, distance, NON_ZERO, tolerance, c(options).as_ptr()), 0);
        assert_eq!(last_error(), reason);
    }
    let far = svg("M1e30 0L0 0L1e30 1e30Z");
    assert_eq!(rt_lyon_path_offset(far.0, 1e29, NON_ZERO, 1e27, c("{}").as_ptr()), 0);
    assert!(last_error().starts_with("`distance` would lead to a coordinate of "), "{}", last_error());
}
