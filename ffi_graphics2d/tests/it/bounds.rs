//! Exact extents.

use crate::{c::*, host::*};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

#[track_caller]
fn are(path: &Path, expected: [f64; 4], tolerance: f64) {
    bounds(path).into_iter().zip(expected).for_each(|(actual, expected)| near(actual, expected, tolerance));
}

#[test]
fn of_curves_and_not_of_their_control_points() {
    are(&svg("M0 0Q1 2 2 0"), [0.0, 0.0, 2.0, 1.0], 0.0);
    are(&svg("M0 0C0 1 1 1 1 0"), [0.0, 0.0, 1.0, 0.75], 1e-15);
    // An S lying down: y = 3 t (1 - t)^2 a - 3 t^2 (1 - t) a, its extremes at t = (3 ± sqrt 3) / 6.
    let extreme = 1.0 / (2.0 * 3f64.sqrt()) * 100.0 / 3.0 * 1.0;
    let s = svg("M0 0C10 100 20 -100 30 0");
    are(&s, [0.0, -extreme * 3.0, 30.0, extreme * 3.0], 1e-12);
    // A quadratic curve written as a cubic one: the cubic term vanishes but for rounding.
    are(&svg("M0.1 0.3C0.4 0.9 0.7 0.9 1 0.3"), [0.1, 0.3, 1.0, 0.75], 1e-15);
}

#[test]
fn of_shapes() {
    are(&path(rt_lyon_path_rectangle(0.1, 0.2, 3.0, 4.0)), [0.1, 0.2, 3.1, 4.2], 0.0);
    are(&path(rt_lyon_path_circle(5.0, 6.0, 2.5)), [2.5, 3.5, 7.5, 8.5], 0.0);
    are(&path(rt_lyon_path_ellipse(1.0, 2.0, 30.0, 4.0)), [-29.0, -2.0, 31.0, 6.0], 0.0);
    are(&path(rt_lyon_path_rounded_rectangle(0.0, 0.0, 8.0, 6.0, 2.0)), [0.0, 0.0, 8.0, 6.0], 1e-15);
    are(&path(rt_lyon_path_star(0.0, 0.0, 1.0, 2.0, 4)), [-2.0, -2.0, 2.0, 2.0], 0.0);
    are(&svg("M3 4"), [3.0, 4.0, 3.0, 4.0], 0.0);
}

#[test]
fn of_arcs_that_start_anywhere() {
    let mut random = Random(11);
    for _ in 0..200 {
        let (radius, start) = (random.between(0.1, 50.0), random.between(-20.0, 20.0));
        let sweep = random.between(-2.0 * TAU, 2.0 * TAU);
        let at = |angle: f64| (radius * angle.cos(), radius * angle.sin());
        let (x, y) = at(start);
        let arc = build(|b| {
            assert!(rt_lyon_path_builder_begin(b, x, y));
            assert!(rt_lyon_path_builder_arc_to(b, 0.0, 0.0, radius, start, sweep));
        });
        // The ends, and every quarter turn between them.
        let (low, high) = (start.min(start + sweep), start.max(start + sweep));
        let quarters = ((low / FRAC_PI_2).ceil() as i64)..=((high / FRAC_PI_2).floor() as i64);
        let points: Vec<_> =
            [low, high].into_iter().chain(quarters.map(|i| i as f64 * FRAC_PI_2)).map(at).collect();
        let least = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::MAX, f64::min);
        let most = |of: fn(&Point) -> f64| points.iter().map(of).fold(f64::MIN, f64::max);
        are(&arc, [least(|p| p.0), least(|p| p.1), most(|p| p.0), most(|p| p.1)], 1e-12 * radius);
    }
}

#[test]
fn of_turned_ellipses() {
    for degrees in [0.0, 17.0, 45.0, 90.0, 133.0f64] {
        let (a, b, angle) = (30.0, 10.0, degrees * PI / 180.0);
        let ellipse = svg(&format!(
            "M{0} {1}A30 10 {degrees} 1 1 {2} {3}A30 10 {degrees} 1 1 {0} {1}Z",
            a * angle.cos(),
            a * angle.sin(),
            -a * angle.cos(),
            -a * angle.sin()
        ));
        let half_width = (a * angle.cos()).hypot(b * angle.sin());
        let half_height = (a * angle.sin()).hypot(b * angle.cos());
        are(&ellipse, [-half_width, -half_height, half_width, half_height], 1e-6);
    }
}

#[test]
fn of_random_curves_by_sampling() {
    let mut random = Random(5);
    for _ in 0..300 {
        let p: [f64; 8] = std::array::from_fn(|_| random.between(-100.0, 100.0));
        let curve = svg(&format!("M{} {}C{} {} {} {} {} {}", p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]));
        let at = |axis: usize, t: f64| {
            let u = 1.0 - t;
            u * u * u * p[axis]
                + 3.0 * u * u * t * p[2 + axis]
                + 3.0 * u * t * t * p[4 + axis]
                + t * t * t * p[6 + axis]
        };
        let found = bounds(&curve);
        for axis in 0..2 {
            let samples = (0..=20_000).map(|i| at(axis, i as f64 / 20_000.0));
            let (low, high) = samples.fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)));
            assert!(found[axis] <= low + 1e-9 && found[2 + axis] >= high - 1e-9);
            near(found[axis], low, 1e-4);
            near(found[2 + axis], high, 1e-4);
        }
    }
}

#[test]
fn of_nothing() {
    let empty = svg("");
    let mut out = Bounds { min_x: 1.0, min_y: 1.0, max_x: 1.0, max_y: 1.0 };
    assert!(!rt_lyon_path_get_bounds_into(empty.0, &mut out));
    assert_eq!(out, Bounds { min_x: 0.0, min_y: 0.0, max_x: 0.0, max_y: 0.0 });
    assert_eq!(last_error(), "`path` holds no point, so it has no bounds");
}
