//! SVG path data in and out.

use crate::{c::*, host::*};
use std::f64::consts::PI;

#[test]
fn all_commands_absolute_and_relative() {
    let absolute = "M10 20L30 40H50V60C70 80 90 100 110 120S150 160 170 180Q190 200 210 220T250 260Z";
    let relative = "m10 20l20 20h20v20c20 20 40 40 60 60s40 40 60 60q20 20 40 40t40 40z";
    let expected = "M10 20L30 40L50 40L50 60C70 80 90 100 110 120C130 140 150 160 170 180\
                    Q190 200 210 220Q230 240 250 260Z";
    assert_eq!(d(&svg(absolute)), expected);
    assert_eq!(d(&svg(relative)), expected);
}

#[test]
fn what_the_grammar_allows() {
    for (written, meant) in [
        ("M1 2 3 4 5 6", "M1 2L3 4L5 6"),
        ("m1 2 3 4 5 6", "M1 2L4 6L9 12"),
        ("M.5.5-.5-.5", "M0.5 0.5L-0.5 -0.5"),
        ("M1e2,1E-1", "M100 0.1"),
        (" \n\tM 1 , 2\r\nL 3 4 ", "M1 2L3 4"),
        ("M1-2L+3-4", "M1 -2L3 -4"),
        ("M0 0L1 1ZL2 2", "M0 0L1 1ZM0 0L2 2"),
        ("M5 5l1 1zl2 2", "M5 5L6 6ZM5 5L7 7"),
        ("M0 0L1 1ZM3 3", "M0 0L1 1ZM3 3"),
        ("M0 0T2 2", "M0 0Q0 0 2 2"),
        ("M0 0C1 1 2 2 3 3T5 5", "M0 0C1 1 2 2 3 3Q3 3 5 5"),
        ("M0 0A0 5 0 0 1 4 4", "M0 0L4 4"),
        ("M1 1A5 5 0 0 1 1 1", "M1 1"),
        ("M5. 6.", "M5 6"),
        ("", ""),
    ] {
        assert_eq!(d(&svg(written)), meant, "{written}");
    }
}

#[test]
fn errors_say_where() {
    for (written, reason) in [
        ("L1 2", "`d` is wrong at byte 0: a path begins with M"),
        ("M1", "`d` is wrong at byte 2: a number was expected"),
        ("M5.", "`d` is wrong at byte 3: a number was expected"),
        ("M1 2 3", "`d` is wrong at byte 6: a number was expected"),
        ("M1 2L", "`d` is wrong at byte 5: a number was expected"),
        ("M1 2X3 4", "`d` is wrong at byte 4: a command was expected: one of MZLHVCSQTA"),
        ("M1 2L3,,4", "`d` is wrong at byte 7: a number was expected"),
        ("M1 2L3 4,", "`d` is wrong at byte 9: a number was expected after the comma"),
        ("M1 2A3 4 0 2 0 5 6", "`d` is wrong at byte 11: a flag was expected: 0 or 1"),
        ("M1 2L1e31 0", "`d` is wrong at byte 5: 1e31 is no number from -1e30 to 1e30"),
        ("M1 2L1e999 0", "`d` is wrong at byte 5: 1e999 is no number from -1e30 to 1e30"),
        ("M1e30 0l1e30 0", "`d` is wrong at byte 8: 2e30 is no coordinate from -1e30 to 1e30"),
        ("M1 2LNaN 0", "`d` is wrong at byte 5: a number was expected"),
        ("Mü 2", "`d` is wrong at byte 1: a number was expected"),
    ] {
        assert_eq!(rt_lyon_path_from_svg(c(written).as_ptr()), 0, "{written}");
        assert_eq!(last_error(), reason, "{written}");
    }
}

#[test]
fn arcs() {
    // Half a circle and back by the chord; flags need no space between them.
    let half = svg("M-10 0A10 10 0 0110 0Z");
    near(fill(&half, 1e-5, 1).area(), PI * 50.0, 0.01);
    assert!(rt_lyon_path_contains_point(half.0, 0.0, -5.0) && !rt_lyon_path_contains_point(half.0, 0.0, 5.0));
    let other = svg("M-10 0A10 10 0 0 0 10 0Z");
    assert!(
        rt_lyon_path_contains_point(other.0, 0.0, 5.0) && !rt_lyon_path_contains_point(other.0, 0.0, -5.0)
    );
    // The four arcs through two points: minor and major, on either side.
    let segment = |large: i32, sweep: i32| svg(&format!("M0 0A10 10 0 {large} {sweep} 10 10Z"));
    let minor = 100.0 * (PI / 4.0 - 0.5);
    for sweep in [0, 1] {
        near(fill(&segment(0, sweep), 1e-5, 1).area(), minor, 0.01);
        near(fill(&segment(1, sweep), 1e-5, 1).area(), PI * 100.0 - minor, 0.01);
    }
    // Radii that do not reach are made longer.
    let stretched = svg("M0 0A1 1 0 0 1 20 0Z");
    near(fill(&stretched, 1e-5, 1).area(), PI * 50.0, 0.01);
    // A turned ellipse, half of it.
    let turned = svg("M-30 0A30 10 0 0 1 30 0Z");
    near(fill(&turned, 1e-5, 1).area(), PI * 150.0, 0.02);
}

/// What browsers draw of a path with an error in it: all pieces before the one where it is.
#[test]
fn leniently_up_to_the_error() {
    for (written, drawn, offset, reason) in [
        ("M10 10L20 20", "M10 10L20 20", -1, ""),
        ("", "", -1, ""),
        ("M10,10 L20,20,30", "M10 10L20 20", 16, "a number was expected"),
        ("M10 10L20 20 30 40 x 50 60", "M10 10L20 20L30 40", 19, "a command was expected: one of MZLHVCSQTA"),
        ("L1 2", "", 0, "a path begins with M"),
        ("M1 2", "M1 2", -1, ""),
        ("M1", "", 2, "a number was expected"),
        ("M1 2C3 4 5 6 7 8 9 10 11", "M1 2C3 4 5 6 7 8", 24, "a number was expected"),
        ("M1 2H3V4Z5", "M1 2L3 2L3 4Z", 9, "a command was expected: one of MZLHVCSQTA"),
        ("M1 2L3 4ZA1 1 0 2 0 5 6", "M1 2L3 4Z", 16, "a flag was expected: 0 or 1"),
        ("M1 2L3 4Zl1e31 0", "M1 2L3 4Z", 10, "1e31 is no number from -1e30 to 1e30"),
        ("M0 0L3 4ZA9e29 9e29 0 0 0 5e29 6", "M0 0L3 4Z", 10, "it leads to a coordinate of "),
        ("M1 2L3 4#F00", "M1 2L3 4", 8, "a command was expected: one of MZLHVCSQTA"),
    ] {
        assert_eq!(d(&path(rt_lyon_path_from_svg_lenient(c(written).as_ptr()))), drawn, "{written}");
        let error = rt_lyon_svg_find_error(c(written).as_ptr());
        let found = text(error.reason);
        assert_eq!(error.offset, offset, "{written}: {found}");
        assert!(found.starts_with(reason) && found.is_empty() == reason.is_empty(), "{written}: {found}");
        if offset >= 0 {
            assert_eq!(rt_lyon_path_from_svg(c(written).as_ptr()), 0);
            assert_eq!(last_error(), format!("`d` is wrong at byte {offset}: {found}"));
        }
    }
}

#[test]
fn out_and_in_again_bit_for_bit() {
    let mut random = Random(77);
    for i in 0..200 {
        let scale = 10f64.powf(random.between(-25.0, 25.0));
        let p: [f64; 14] = std::array::from_fn(|_| random.between(-scale, scale));
        let shape = build(|b| {
            assert!(rt_lyon_path_builder_begin(b, p[0], p[1]));
            assert!(rt_lyon_path_builder_line_to(b, p[2], p[3]));
            assert!(rt_lyon_path_builder_quadratic_bezier_to(b, p[4], p[5], p[6], p[7]));
            assert!(rt_lyon_path_builder_cubic_bezier_to(b, p[8], p[9], p[10], p[11], p[12], p[13]));
            if i % 2 == 0 {
                assert!(rt_lyon_path_builder_close(b));
            }
            assert!(rt_lyon_path_builder_begin(b, p[3], p[5]));
        });
        let text = d(&shape);
        let again = svg(&text);
        assert_eq!(d(&again), text);
        assert_eq!(bounds(&again), bounds(&shape));
        for number in p {
            let written = text.split(|c: char| c.is_ascii_alphabetic() && c != 'e' || c == ' ');
            assert!(written.into_iter().any(|word| word.parse() == Ok(number)), "{number:?} in {text}");
        }
    }
}

#[test]
fn arcs_of_tiny_radii() {
    for radius in [5e-9, 1e-12, 1e-100] {
        let half = svg(&format!("M0 0A{radius:e} {radius:e} 0 0 1 {:e} 0z", 2.0 * radius));
        near(rt_lyon_path_length(half.0) / radius, PI + 2.0, 1e-6);
        let [left, top, right, bottom] = bounds(&half);
        near((right - left) / radius, 2.0, 1e-6);
        near((bottom - top) / radius, 1.0, 1e-6);
    }
    // Thin, but no line.
    let thin = svg("M-1 0A1 1e-9 0 0 1 1 0");
    near(bounds(&thin)[1], -1e-9, 1e-15);
    let line = svg("M0 0A1 0 0 0 1 5 0");
    assert_eq!(d(&line), "M0 0L5 0");
}

#[test]
fn negative_zeros_stay() {
    let path = build(|b| {
        assert!(rt_lyon_path_builder_begin(b, -0.0, 0.0));
        assert!(rt_lyon_path_builder_line_to(b, 1.0, -0.0));
    });
    assert_eq!(d(&path), "M-0 0L1 -0");
    assert_eq!(d(&svg(&d(&path))), "M-0 0L1 -0");
    assert_eq!(d(&svg("M1 2l-1 -2")), "M1 2L0 0");
}
