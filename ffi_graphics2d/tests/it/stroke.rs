//! Areas of stroked shapes: caps, joins and miters by their closed forms.

use crate::{c::*, host::*};
use std::f64::consts::{FRAC_PI_4, PI, TAU};

#[test]
fn caps() {
    let line = svg("M10 20L40 60"); // 50 long
    let (length, width) = (50.0, 6.0);
    for (cap, extra) in [("butt", 0.0), ("square", width * width), ("round", FRAC_PI_4 * width * width)] {
        let options = format!("{{\"line_cap\":\"{cap}\"}}");
        near(stroke(&line, width, 1e-4, &options).area(), length * width + extra, 0.01);
    }
    near(stroke(&line, width, 1e-4, "{}").area(), length * width, 0.01);
    near(stroke(&line, width, 1e-4, "").area(), length * width, 0.01);
}

#[test]
fn a_dot_has_its_caps() {
    let dot = svg("M5 5L5 5");
    assert_eq!(stroke(&dot, 4.0, 1e-3, "{}").indices.len(), 0);
    near(stroke(&dot, 4.0, 1e-4, "{\"line_cap\":\"round\"}").area(), PI * 4.0, 0.01);
    near(stroke(&dot, 4.0, 1e-4, "{\"line_cap\":\"square\"}").area(), 16.0, 1e-6);
}

#[test]
fn joins_of_a_rectangle() {
    let rectangle = path(rt_lyon_path_rectangle(0.0, 0.0, 40.0, 30.0));
    let width = 4.0;
    let mitred = 2.0 * width * (40.0 + 30.0);
    let square = width * width;
    for (join, area) in
        [("miter", mitred), ("bevel", mitred - 0.5 * square), ("round", mitred - square * (1.0 - FRAC_PI_4))]
    {
        let options = format!("{{\"line_join\":\"{join}\"}}");
        near(stroke(&rectangle, width, 1e-4, &options).area(), area, 0.01);
    }
}

/// Two arms of this length that meet in the origin after a turn of `turn` radians.
fn bend(arm: f64, turn: f64) -> Path {
    build(|b| {
        assert!(rt_lyon_path_builder_begin(b, -arm, 0.0));
        assert!(rt_lyon_path_builder_line_to(b, 0.0, 0.0));
        assert!(rt_lyon_path_builder_line_to(b, arm * turn.cos(), arm * turn.sin()));
    })
}

#[test]
fn joins_and_the_miter_limit() {
    let (arm, width) = (100.0, 8.0);
    let quarter = 0.25 * width * width;
    for turn in [0.3, 1.0, 2.0, 2.6f64] {
        let bend = bend(arm, turn);
        let tip = (turn / 2.0).tan();
        let straight = 2.0 * arm * width;
        let bevelled = straight - quarter * (tip - turn.sin() / 2.0);
        let rounded = straight - quarter * (tip - turn / 2.0);
        let area = |options: &str| stroke(&bend, width, 1e-4, options).area();
        near(area("{\"line_join\":\"bevel\"}"), bevelled, 0.02);
        near(area("{\"line_join\":\"round\"}"), rounded, 0.02);
        // The tip is 1 / sin(inner angle / 2) line widths long.
        let ratio = 1.0 / ((PI - turn) / 2.0).sin();
        let limit = |limit: f64| format!("{{\"line_join\":\"miter\",\"miter_limit\":{limit}}}");
        near(area(&limit(ratio * 1.01)), straight, 0.02);
        if ratio * 0.99 >= 1.0 {
            near(area(&limit(ratio * 0.99)), bevelled, 0.02);
        }
    }
}

#[test]
fn curves_are_as_long_as_they_are_wide() {
    for size in [1e-12, 1.0, 1e12] {
        let circle = path(rt_lyon_path_circle(3.0 * size, 0.0, 50.0 * size));
        for width in [0.5 * size, 4.0 * size] {
            let area = stroke(&circle, width, 1e-3 * size, "{}").area();
            near(area / (size * size), TAU * 50.0 * width / size, TAU * 50.0 * 2e-3);
        }
    }
}

#[test]
fn vertices_are_half_a_width_from_the_path() {
    let line = svg("M0 0L100 0");
    let triangles = stroke(&line, 10.0, 0.1, "{}");
    for [_, y, normal_x, normal_y] in &triangles.vertices {
        near(y.abs(), 5.0, 1e-5);
        near(*normal_x, 0.0, 1e-5);
        near(*normal_y, y / 5.0, 1e-5);
    }
    // The tip of a mitred right angle is the square root of 2 half widths out.
    let corner = stroke(&bend(100.0, PI / 2.0), 10.0, 0.1, "{}");
    let longest = corner.vertices.iter().map(|v| v[2].hypot(v[3])).fold(0.0, f64::max);
    near(longest, 2f64.sqrt(), 1e-5);
}

#[test]
fn nothing_and_too_little_width() {
    let line = svg("M0 0L100 0");
    assert_eq!(stroke(&line, 0.0, 0.1, "{}").indices.len(), 0);
    assert_eq!(rt_lyon_stroke_tessellate(line.0, 1e-6, 0.1), 0);
    assert_eq!(
        last_error(),
        "`width` is 1e-6, which vanishes beside a path 100.0 across (the least is 1e-7 of that)"
    );
    assert_eq!(rt_lyon_stroke_tessellate(line.0, -1.0, 0.1), 0);
    assert_eq!(last_error(), "`width` is -1.0, which is below 0");
}

#[test]
fn options_that_mean_nothing_are_named() {
    let line = svg("M0 0L100 0");
    for (options, reason) in [
        (
            "{\"line_cap\":\"flat\"}",
            "`options_json` has \"flat\" for `line_cap`, which is not butt, square or round",
        ),
        ("{\"line_join\":3}", "`options_json` has 3 for `line_join`, which is not miter, round or bevel"),
        (
            "{\"miter_limit\":0.9}",
            "`options_json` has 0.9 for `miter_limit`, which is not a number from 1 to 1000000",
        ),
        (
            "{\"dash\":1}",
            "`options_json` has the key `dash`, which is none of line_cap, line_join, miter_limit",
        ),
        ("[]", "`options_json` is no JSON object: invalid type: sequence, expected a map at line 1 column 0"),
    ] {
        assert_eq!(rt_lyon_stroke_tessellate_with_options(line.0, 1.0, 0.1, c(options).as_ptr()), 0);
        assert_eq!(last_error(), reason);
    }
}

#[test]
fn hits() {
    let line = svg("M0 0L100 0");
    let hit = |options: &str, x: f64, y: f64| {
        rt_lyon_path_stroke_contains_point(line.0, 10.0, c(options).as_ptr(), x, y)
    };
    assert!(hit("{}", 50.0, 4.9) && hit("{}", 50.0, -4.9) && hit("{}", 0.1, 0.0));
    assert!(!hit("{}", 50.0, 5.1) && !hit("{}", -0.1, 0.0) && !hit("{}", 100.1, 0.0));
    let square = "{\"line_cap\":\"square\"}";
    assert!(hit(square, -4.9, 4.9) && !hit(square, -5.1, 0.0));
    let round = "{\"line_cap\":\"round\"}";
    assert!(hit(round, -4.8, 0.0) && !hit(round, -4.0, 4.0));

    let ring = path(rt_lyon_path_circle(0.0, 0.0, 30.0));
    let tess = rt_lyon_stroke_tessellate(ring.0, 4.0, 0.01);
    let mut random = Random(3);
    for _ in 0..2000 {
        let (x, y) = (random.between(-40.0, 40.0), random.between(-40.0, 40.0));
        let from_middle = (x.hypot(y) - 30.0).abs();
        if (from_middle - 2.0).abs() > 0.05 {
            assert_eq!(rt_lyon_stroke_tessellation_contains_point(tess, x, y), from_middle < 2.0, "{x}, {y}");
        }
    }
    assert!(rt_lyon_stroke_tessellation_free(tess));
}

/// A square far smaller than its path: nothing of it may be taken for one point.
#[test]
fn small_details_of_large_paths() {
    for extent in [1.0, 16.0, 1000.0, 60_000.0] {
        let (at, side) = (0.5 * extent, 6e-6 * extent);
        let path = svg(&format!("M0 0h{extent}M{at} {at}h{side}v{side}h-{side}z"));
        let tess = rt_lyon_stroke_tessellate(path.0, 0.2 * side, 0.02 * side);
        assert!(tess > 0, "{}", last_error());
        for (x, y, on) in
            [(0.5, 0.0, true), (1.0, 0.5, true), (0.5, 1.0, true), (0.0, 0.5, true), (0.5, 0.5, false)]
        {
            let found = rt_lyon_stroke_tessellation_contains_point(tess, at + x * side, at + y * side);
            assert_eq!(found, on, "{x}, {y} of a square in {extent}");
        }
        assert!(rt_lyon_stroke_tessellation_free(tess));
    }
}
