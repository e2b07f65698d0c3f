//! Hit tests of filled paths.

use crate::{c::*, host::*};

#[test]
fn a_circle() {
    let circle = path(rt_lyon_path_circle(3.0, -4.0, 7.0));
    let mut random = Random(1);
    for _ in 0..5000 {
        let (x, y) = (random.between(-6.0, 12.0), random.between(-13.0, 5.0));
        let distance = (x - 3.0).hypot(y + 4.0);
        if (distance - 7.0).abs() > 1e-5 {
            assert_eq!(rt_lyon_path_contains_point(circle.0, x, y), distance < 7.0, "{x}, {y}");
        }
    }
}

#[test]
fn winding_and_parity() {
    // Three squares inside each other, all the same way round.
    let nested = svg("M0 0H30V30H0ZM5 5H25V25H5ZM10 10H20V20H10Z");
    for (x, non_zero, even_odd) in
        [(2.0, true, true), (7.0, true, false), (12.0, true, true), (31.0, false, false)]
    {
        assert_eq!(rt_lyon_path_contains_point(nested.0, x, 15.5), non_zero);
        assert_eq!(rt_lyon_path_contains_point_with_rule(nested.0, x, 15.5, 1), non_zero);
        assert_eq!(rt_lyon_path_contains_point_with_rule(nested.0, x, 15.5, 0), even_odd);
    }
    // The one in the middle the other way round: a hole.
    let hole = svg("M0 0H30V30H0ZM10 10V20H20V10Z");
    assert!(rt_lyon_path_contains_point(hole.0, 5.0, 15.0));
    assert!(!rt_lyon_path_contains_point(hole.0, 15.0, 15.0));
}

#[test]
fn rays_through_corners_count_once() {
    let diamond = svg("M0 -10L10 0L0 10L-10 0Z");
    for (x, inside) in [(-11.0, false), (-9.0, true), (0.0, true), (9.0, true), (11.0, false)] {
        assert_eq!(rt_lyon_path_contains_point(diamond.0, x, 0.0), inside, "{x}");
    }
    // Corners that touch the ray from above, from below, and with a level edge.
    let crown = svg("M0 10L5 0L10 5L15 5L20 0L25 10Z");
    for (x, y, inside) in [(1.0, 5.0, false), (9.0, 5.0001, true), (12.0, 5.0001, true), (12.0, 4.9, false)] {
        assert_eq!(rt_lyon_path_contains_point(crown.0, x, y), inside, "{x}, {y}");
    }
}

#[test]
fn curves_agree_with_their_triangles() {
    let mut random = Random(21);
    for _ in 0..20 {
        let mut at = || format!("{} {}", random.between(0.0, 100.0), random.between(0.0, 100.0));
        let d = format!("M{}C{} {} {}Q{} {}S{} {}Z", at(), at(), at(), at(), at(), at(), at(), at());
        let shape = svg(&d);
        let tess = rt_lyon_fill_tessellate_with_rule(shape.0, 0.001, 1);
        let mut differ = 0;
        for _ in 0..500 {
            let (x, y) = (random.between(0.0, 100.0), random.between(0.0, 100.0));
            let exact = rt_lyon_path_contains_point(shape.0, x, y);
            differ += i32::from(exact != rt_lyon_fill_tessellation_contains_point(tess, x, y));
        }
        // Only points within a thousandth of the outline may differ.
        assert!(differ <= 1, "{differ} of 500 differ in {d}");
        assert!(rt_lyon_fill_tessellation_free(tess));
    }
}
