//! Calls out of order, and numbers that mean nothing.

use crate::{c::*, host::*};

#[test]
fn a_builder_out_of_order() {
    let builder = rt_lyon_path_builder_new();
    let no_subpath = "`builder` has no open subpath: begin comes first";
    let fails = || {
        let calls: [fn(i64) -> bool; 5] = [
            |b| rt_lyon_path_builder_line_to(b, 1.0, 1.0),
            |b| rt_lyon_path_builder_quadratic_bezier_to(b, 1.0, 1.0, 2.0, 2.0),
            |b| rt_lyon_path_builder_cubic_bezier_to(b, 1.0, 1.0, 2.0, 2.0, 3.0, 3.0),
            |b| rt_lyon_path_builder_arc_to(b, 1.0, 1.0, 2.0, 0.0, 1.0),
            |b| rt_lyon_path_builder_close(b),
        ];
        for call in calls {
            rt_lyon_clear_error();
            assert!(!call(builder));
            assert_eq!(last_error(), no_subpath);
        }
    };
    fails();
    assert!(rt_lyon_path_builder_begin(builder, 0.0, 0.0));
    assert!(rt_lyon_path_builder_line_to(builder, 10.0, 0.0));
    // Another beginning leaves the subpath open, and building does too.
    assert!(rt_lyon_path_builder_begin(builder, 5.0, 5.0));
    assert!(rt_lyon_path_builder_line_to(builder, 6.0, 5.0));
    assert!(rt_lyon_path_builder_close(builder));
    fails();
    assert!(rt_lyon_path_builder_begin(builder, 7.0, 7.0));
    let built = path(rt_lyon_path_builder_build(builder));
    assert_eq!(d(&built), "M0 0L10 0M5 5L6 5ZM7 7");
    // Built is gone.
    assert_eq!(rt_lyon_path_builder_build(builder), 0);
    assert!(!rt_lyon_path_builder_free(builder));
    assert!(!rt_lyon_path_builder_line_to(builder, 1.0, 1.0));
    assert_eq!(last_error(), format!("`builder` is {builder}, a path builder that was freed"));
}

#[test]
fn arcs_begin_with_a_line_where_they_must() {
    let from_elsewhere = build(|b| {
        assert!(rt_lyon_path_builder_begin(b, 0.0, 0.0));
        assert!(rt_lyon_path_builder_arc_to(b, 0.0, 0.0, 10.0, 0.0, 1e-3));
    });
    assert!(d(&from_elsewhere).starts_with("M0 0L10 0C"));
    let from_its_start = build(|b| {
        assert!(rt_lyon_path_builder_begin(b, 10.0, 0.0));
        assert!(rt_lyon_path_builder_arc_to(b, 0.0, 0.0, 10.0, 0.0, 1e-3));
        assert!(rt_lyon_path_builder_arc_to(b, 0.0, 0.0, 10.0, 1e-3, 0.0));
    });
    assert!(d(&from_its_start).starts_with("M10 0C") && !d(&from_its_start).contains('L'));
    // Two and a half turns.
    let round = build(|b| {
        assert!(rt_lyon_path_builder_begin(b, 10.0, 0.0));
        assert!(rt_lyon_path_builder_arc_to(b, 0.0, 0.0, 10.0, 0.0, 5.0 * std::f64::consts::PI));
    });
    near(rt_lyon_path_length(round.0), 50.0 * std::f64::consts::PI, 1e-4);
}

#[test]
fn numbers_that_mean_nothing_are_named() {
    let mut cases: Vec<(i64, &str)> = vec![];
    let mut case = |handle: i64, reason: &'static str| {
        assert_eq!(last_error(), reason);
        cases.push((handle, reason));
    };
    case(rt_lyon_path_rectangle(f64::NAN, 0.0, 1.0, 1.0), "`x` is NaN, which is no finite number");
    case(rt_lyon_path_rectangle(0.0, 0.0, f64::INFINITY, 1.0), "`width` is inf, which is no finite number");
    case(rt_lyon_path_rectangle(0.0, 0.0, 1.0, -1e-9), "`height` is -1e-9, which is below 0");
    case(rt_lyon_path_rectangle(0.0, 2e30, 1.0, 1.0), "`y` is 2e30, and coordinates go from -1e30 to 1e30");
    case(rt_lyon_path_rounded_rectangle(0.0, 0.0, 1.0, 1.0, -1.0), "`radius` is -1.0, which is below 0");
    case(rt_lyon_path_circle(0.0, 0.0, -2.0), "`radius` is -2.0, which is below 0");
    case(rt_lyon_path_ellipse(0.0, 0.0, 1.0, f64::NAN), "`radius_y` is NaN, which is no finite number");
    case(rt_lyon_path_star(0.0, 0.0, 1.0, 2.0, 2), "`num_points` is 2, which is not from 3 to 1000000");
    let points = [0.0, 0.0, 1.0, 0.0, f64::NAN, 1.0];
    case(
        rt_lyon_path_polygon(points.as_ptr(), 6, 2),
        "`num_points` is 2, which is not from 3 to 4611686018427387903",
    );
    case(rt_lyon_path_polygon(points.as_ptr(), 6, 4), "`points` holds 6 numbers, and 4 points take 8");
    case(
        rt_lyon_path_polygon(points.as_ptr(), 6, 3),
        "item 4 of `points` is NaN, which is no finite number from -1e30 to 1e30",
    );
    case(rt_lyon_path_polygon(std::ptr::null(), 6, 3), "`points` is NULL");
    let square = path(rt_lyon_path_rectangle(0.0, 0.0, 10.0, 10.0));
    for tolerance in [0.0, -1.0] {
        assert_eq!(rt_lyon_fill_tessellate(square.0, tolerance), 0);
        assert_eq!(last_error(), format!("`tolerance` is {tolerance:?}, which is not above 0"));
        assert_eq!(rt_lyon_stroke_tessellate(square.0, 1.0, tolerance), 0);
        assert_eq!(last_error(), format!("`tolerance` is {tolerance:?}, which is not above 0"));
    }
    case(rt_lyon_fill_tessellate_with_rule(square.0, 0.1, 2), "`fill_rule` is 2, which is not from 0 to 1");
    let circle = path(rt_lyon_path_circle(0.0, 0.0, 1e20));
    case(
        rt_lyon_fill_tessellate(circle.0, 1e-9),
        "`tolerance` is 1e-9, with which the curves of `path` take about 705149613584128 lines, and 1048576 is the most",
    );
    case(rt_lyon_transform_rotate(f64::NEG_INFINITY), "`angle` is -inf, which is no finite number");
    assert!(cases.iter().all(|(handle, _)| *handle == 0));
}

#[test]
fn handles_of_other_kinds() {
    let square = path(rt_lyon_path_rectangle(0.0, 0.0, 10.0, 10.0));
    assert!(!rt_lyon_path_builder_line_to(square.0, 1.0, 1.0));
    assert_eq!(
        last_error(),
        format!("`builder` is {}, the handle of a path and not of a path builder", square.0)
    );
    assert!(!rt_lyon_transform_free(square.0));
    assert_eq!(rt_lyon_vertex_buffer_size(square.0), -1);
    assert_eq!(rt_lyon_fill_tessellate(0, 0.1), 0);
    assert_eq!(last_error(), "`path` is 0, which was never the handle of a path");
}
