//! Lengths, points along a path, dashes.

use crate::{c::*, host::*};
use std::f64::consts::{PI, TAU};

#[test]
fn lengths() {
    let of = |d: &str| rt_lyon_path_length(svg(d).0);
    near(of("M0 0L3 4"), 5.0, 1e-14);
    near(of("M0 0H3V4Z"), 12.0, 1e-14);
    near(of("M0 0H3M10 10V14"), 7.0, 1e-14);
    // y = x² from 0 to 1.
    near(of("M0 0Q.5 0 1 1"), (2.0 * 5f64.sqrt() + 2f64.asinh()) / 4.0, 1e-13);
    // The same, written as a cubic curve.
    near(
        of(&format!("M0 0C{0} 0 {1} {0} 1 1", 1.0 / 3.0, 2.0 / 3.0)),
        (2.0 * 5f64.sqrt() + 2f64.asinh()) / 4.0,
        1e-13,
    );
    // There and back: half of the way to the control point, twice.
    near(of("M0 0Q10 0 0 0"), 10.0, 1e-13);
    // Along a diagonal with two turns, at the roots of 52t² − 42t + 7.
    let at = |t: f64| 21.0 * (1.0 - t) * (1.0 - t) * t - 21.0 * (1.0 - t) * t * t + 10.0 * t * t * t;
    let [first, second] = [-1.0, 1.0].map(|sign| at((42.0 + sign * 308f64.sqrt()) / 104.0));
    let ways = first + (first - second) + (10.0 - second);
    near(of("M0 0C7 7-7-7 10 10"), 2f64.sqrt() * ways, 1e-13);
    assert_eq!(of(""), 0.0);
    assert_eq!(of("M1 1"), 0.0);
    for radius in [1e-20, 1.0, 1e20] {
        let circle = path(rt_lyon_path_circle(0.0, 0.0, radius));
        near(rt_lyon_path_length(circle.0) / radius, TAU, 1e-6);
    }
    // An astroid-like cusp.
    let cusp = of("M0 0C10 10 0 10 10 0");
    let sampled: f64 = (0..1_000_000)
        .map(|i| {
            let at = |t: f64| {
                let u = 1.0 - t;
                (30.0 * u * u * t + 10.0 * t * t * t, 30.0 * u * u * t + 30.0 * u * t * t)
            };
            let (a, b) = (at(i as f64 / 1e6), at((i + 1) as f64 / 1e6));
            (b.0 - a.0).hypot(b.1 - a.1)
        })
        .sum();
    near(cusp, sampled, 1e-8);
}

#[test]
fn points_along_a_circle() {
    let circle = path(rt_lyon_path_circle(5.0, -5.0, 10.0));
    let length = rt_lyon_path_length(circle.0);
    for i in 0..=100 {
        let angle = TAU * i as f64 / 100.0;
        let at = rt_lyon_path_point_at(circle.0, length * i as f64 / 100.0);
        near(at.x, 5.0 + 10.0 * angle.cos(), 1e-5);
        near(at.y, -5.0 + 10.0 * angle.sin(), 1e-5);
        near(at.tangent_x, -angle.sin(), 1e-5);
        near(at.tangent_y, angle.cos(), 1e-5);
    }
}

#[test]
fn points_along_lines_and_jumps() {
    let lines = svg("M0 0H10M20 0V10");
    for (distance, x, y, tangent_x, tangent_y) in [
        (0.0, 0.0, 0.0, 1.0, 0.0),
        (4.0, 4.0, 0.0, 1.0, 0.0),
        (13.0, 20.0, 3.0, 0.0, 1.0),
        (20.0, 20.0, 10.0, 0.0, 1.0),
    ] {
        assert_eq!(rt_lyon_path_point_at(lines.0, distance), Along { x, y, tangent_x, tangent_y });
    }
    let mut out = Along { x: 1.0, y: 1.0, tangent_x: 1.0, tangent_y: 1.0 };
    for (distance, reason) in [
        (-1.0, "`distance` is -1.0, which is not from 0.0 to 20.0"),
        (20.1, "`distance` is 20.1, which is not from 0.0 to 20.0"),
        (f64::NAN, "`distance` is NaN, which is no finite number"),
    ] {
        assert!(!rt_lyon_path_point_at_into(lines.0, distance, &mut out));
        assert_eq!(last_error(), reason);
    }
    assert!(!rt_lyon_path_point_at_into(svg("M1 1").0, 0.0, &mut out));
    assert_eq!(last_error(), "`path` has no length, so there is no point along it");
}

#[test]
fn a_direction_where_the_curve_stands_still() {
    let curve = svg("M0 0C0 0 10 0 20 0");
    let start = rt_lyon_path_point_at(curve.0, 0.0);
    near(start.tangent_x, 1.0, 1e-6);
}

fn dash(path: &Path, pattern: &[f64], offset: f64) -> Path {
    crate::host::path(rt_lyon_path_dash(path.0, pattern.as_ptr(), pattern.len() as i64, offset))
}

#[test]
fn dashes_of_a_line() {
    let line = svg("M0 0H10");
    for (pattern, offset, expected) in [
        (&[2.0, 1.0][..], 0.0, "M0 0L2 0M3 0L5 0M6 0L8 0M9 0L10 0"),
        (&[2.0, 1.0], 1.0, "M0 0L1 0M2 0L4 0M5 0L7 0M8 0L10 0"),
        (&[2.0, 1.0], -1.0, "M1 0L3 0M4 0L6 0M7 0L9 0"),
        (&[2.0, 1.0], 2.5, "M0.5 0L2.5 0M3.5 0L5.5 0M6.5 0L8.5 0M9.5 0L10 0"),
        (&[4.0], 0.0, "M0 0L4 0M8 0L10 0"),
        (&[100.0, 1.0], 0.0, "M0 0L10 0"),
        (&[1.0, 100.0], 1.0, ""),
        (&[0.0, 5.0], 0.0, "M0 0L0 0M5 0L5 0"),
        (&[5.0, 0.0], 0.0, "M0 0L5 0M5 0L10 0"),
    ] {
        assert_eq!(d(&dash(&line, pattern, offset)), expected, "{pattern:?} from {offset}");
    }
}

#[test]
fn dashes_run_on_around_corners_and_across_the_start() {
    let square = svg("M0 0H4V4H0Z");
    // 16 around: a dash of 6 goes round a corner.
    assert_eq!(d(&dash(&square, &[6.0, 2.0], 0.0)), "M0 0L4 0L4 2M4 4L0 4L0 2");
    // Half a dash at the end and half at the start are one.
    assert_eq!(d(&dash(&square, &[2.0, 6.0], 1.0)), "M4 3L4 4L3 4M0 1L0 0L1 0");
    // All of it in one dash: still closed, so that its start has a join.
    assert_eq!(d(&dash(&square, &[50.0, 1.0], 0.0)), "M0 0L4 0L4 4L0 4L0 0Z");
}

#[test]
fn dashes_of_a_circle_keep_to_it() {
    let circle = path(rt_lyon_path_circle(0.0, 0.0, 100.0));
    let twelve = dash(&circle, &[100.0 * PI / 12.0], 0.0);
    near(rt_lyon_path_length(twelve.0), 100.0 * PI, 1e-4);
    assert_eq!(d(&twelve).matches('M').count(), 12);
    let mut random = Random(9);
    for _ in 0..300 {
        let at = rt_lyon_path_point_at(twelve.0, random.between(0.0, 314.0));
        near(at.x.hypot(at.y), 100.0, 1e-4);
        // Dashes and gaps of 15 degrees each.
        let degrees = at.y.atan2(at.x).to_degrees().rem_euclid(30.0);
        assert!(!(15.001..=29.999).contains(&degrees), "{degrees}");
    }
    near(stroke(&twelve, 4.0, 1e-3, "{}").area(), 400.0 * PI, 0.5);
}

#[test]
fn patterns_that_mean_nothing() {
    let line = svg("M0 0H10");
    for (pattern, reason) in [
        (&[][..], "`pattern` adds up to 0.0, and dashes need a length above 0"),
        (&[0.0, 0.0], "`pattern` adds up to 0.0, and dashes need a length above 0"),
        (&[1.0, -1.0], "item 1 of `pattern` is -1.0, which is no length from 0 to 1e30"),
        (&[f64::NAN], "item 0 of `pattern` is NaN, which is no length from 0 to 1e30"),
        (&[1e-9, 1e-9], "`pattern` would cut `path` into about 5000000000 dashes, and 1000000 is the most"),
    ] {
        assert_eq!(rt_lyon_path_dash(line.0, pattern.as_ptr(), pattern.len() as i64, 0.0), 0);
        assert_eq!(last_error(), reason);
    }
}

/// As many as would take minutes and gigabytes, were each measured to its last bit.
#[test]
fn curves_too_small_to_measure() {
    let path = svg(&format!("M0 0{}", "c0 1e-160 1e-160 1e-160 1e-160 0".repeat(2000)));
    let length = rt_lyon_path_length(path.0);
    assert!((2e-157..6e-157).contains(&length), "{length:e}");
}

#[test]
fn a_long_pattern_for_many_subpaths() {
    let count = 20_000;
    let pattern: Vec<f64> = std::iter::repeat_n(0.5, count).chain([1e6, 0.0]).collect();
    let lines = svg(&"M0 0h1".repeat(count));
    let offset = 0.5 * count as f64 + 10.0;
    let dashed = path(rt_lyon_path_dash(lines.0, pattern.as_ptr(), pattern.len() as i64, offset));
    assert_eq!(d(&dashed), "M0 0L1 0".repeat(count));
}
