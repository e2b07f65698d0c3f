//! Areas of filled shapes.

use crate::{c::*, host::*};
use std::f64::consts::{PI, TAU};

const EVEN_ODD: i64 = 0;
const NON_ZERO: i64 = 1;

/// Shapes with their area, the length of their outline and how far rounding may be off.
fn shapes(size: f64, x: f64, y: f64) -> Vec<(&'static str, Path, f64, f64)> {
    let (w, h, r) = (4.0 * size, 3.0 * size, 0.5 * size);
    let ellipse_outline = PI * (3.0 * (2.0 + 1.0) - ((6.0 + 1.0) * (2.0 + 3.0f64)).sqrt()) * size;
    vec![
        ("rectangle", path(rt_lyon_path_rectangle(x, y, w, h)), w * h, 2.0 * (w + h)),
        (
            "rounded rectangle",
            path(rt_lyon_path_rounded_rectangle(x, y, w, h, r)),
            w * h - (4.0 - PI) * r * r,
            2.0 * (w + h),
        ),
        ("circle", path(rt_lyon_path_circle(x, y, size)), PI * size * size, TAU * size),
        (
            "ellipse",
            path(rt_lyon_path_ellipse(x, y, 2.0 * size, size)),
            2.0 * PI * size * size,
            ellipse_outline,
        ),
        (
            "star",
            path(rt_lyon_path_star(x, y, size, 2.0 * size, 7)),
            7.0 * 2.0 * size * size * (PI / 7.0).sin(),
            14.0 * 1.5 * size,
        ),
        ("triangle", polygon(&[x, y, x + w, y, x, y + h]), 0.5 * w * h, 12.0 * size),
        (
            "sector",
            build(|b| {
                assert!(rt_lyon_path_builder_begin(b, x, y));
                assert!(rt_lyon_path_builder_arc_to(b, x, y, size, 0.3, 1.7));
                assert!(rt_lyon_path_builder_close(b));
            }),
            0.5 * size * size * 1.7,
            3.7 * size,
        ),
        // Under y = 4 x (1 - x): two thirds.
        (
            "parabola",
            build(|b| {
                assert!(rt_lyon_path_builder_begin(b, x, y));
                assert!(rt_lyon_path_builder_quadratic_bezier_to(
                    b,
                    x + size / 2.0,
                    y + 2.0 * size,
                    x + size,
                    y
                ));
            }),
            2.0 / 3.0 * size * size,
            3.5 * size,
        ),
        // The cubic 0, 0 to 1, 0 with control points above both ends: 3/5.
        (
            "cubic",
            build(|b| {
                assert!(rt_lyon_path_builder_begin(b, x, y));
                assert!(rt_lyon_path_builder_cubic_bezier_to(
                    b,
                    x,
                    y + size,
                    x + size,
                    y + size,
                    x + size,
                    y
                ));
            }),
            0.6 * size * size,
            3.5 * size,
        ),
    ]
}

#[test]
fn areas_are_within_the_tolerance_asked_for() {
    for size in [1e-20, 1e-6, 1.0, 30.0, 1e4, 1e9, 1e25] {
        for (x, y) in [(0.0, 0.0), (-300.0 * size, 1e4 * size)] {
            for (name, path, area, outline) in shapes(size, x, y) {
                for relative in [0.1, 1e-2, 1e-4, 1e-6] {
                    let tolerance = relative * size;
                    let filled = fill(&path, tolerance, NON_ZERO).area();
                    let rounding = 3e-7 * outline * size;
                    let error = (filled - area).abs();
                    assert!(
                        error <= outline * tolerance + rounding,
                        "{name} of size {size} at {x}, {y}, tolerance {tolerance}: {filled} is not {area}"
                    );
                }
            }
        }
    }
}

#[test]
fn straight_shapes_are_exact() {
    for (size, x, y) in [(1.0, 0.0, 0.0), (0.125, 1e6, -1e6), (1024.0, 1e9, 1e9)] {
        let rectangle = path(rt_lyon_path_rectangle(x, y, 4.0 * size, 3.0 * size));
        assert_eq!(fill(&rectangle, 0.1 * size, EVEN_ODD).area(), 12.0 * size * size);
    }
}

#[test]
fn triangles_do_not_overlap_and_lie_on_the_outline() {
    let circle = path(rt_lyon_path_circle(10.0, 20.0, 50.0));
    let triangles = fill(&circle, 0.01, NON_ZERO);
    for [x, y, ..] in &triangles.vertices {
        near((x - 10.0).hypot(y - 20.0), 50.0, 0.01);
    }
    // Triangles that overlapped, or left a gap, would miss the area of the polygon through the vertices.
    let mut corners: Vec<_> = triangles.vertices.iter().map(|v| (v[0], v[1])).collect();
    corners.sort_by(|a, b| (a.1 - 20.0).atan2(a.0 - 10.0).total_cmp(&(b.1 - 20.0).atan2(b.0 - 10.0)));
    let around = corners.iter().zip(corners.iter().cycle().skip(1));
    let shoelace: f64 = around.map(|(a, b)| 0.5 * (a.0 * b.1 - b.0 * a.1)).sum();
    near(triangles.area(), shoelace, 1e-2);
}

#[test]
fn fill_rules() {
    // A pentagram in one stroke: the pentagon in its middle is wound around twice.
    let tip = |i: usize| {
        let angle = (4 * i) as f64 * PI / 5.0;
        [100.0 * angle.sin(), -100.0 * angle.cos()]
    };
    let star = polygon(&(0..5).flat_map(tip).collect::<Vec<_>>());
    let pentagon_radius = 100.0 * (TAU / 5.0).cos() / (PI / 5.0).cos();
    let pentagon = 2.5 * pentagon_radius.powi(2) * (TAU / 5.0).sin();
    let whole = 10.0 * 0.5 * 100.0 * pentagon_radius * (PI / 5.0).sin();
    near(fill(&star, 0.01, NON_ZERO).area(), whole, 0.01);
    near(fill(&star, 0.01, EVEN_ODD).area(), whole - pentagon, 0.01);

    // Two circles the same way round, and one the other way.
    let (outer, inner) = (rt_lyon_path_circle(0.0, 0.0, 20.0), rt_lyon_path_circle(0.0, 0.0, 10.0));
    let mirrored = rt_lyon_path_transform(inner, -1.0, 0.0, 0.0, 1.0, 0.0, 0.0);
    let ring = |inside: i64| {
        build(|b| {
            rt_lyon_path_builder_add_path(b, outer);
            rt_lyon_path_builder_add_path(b, inside);
        })
    };
    let (disc, hole) = (PI * 400.0, PI * 100.0);
    for (ring, rule, expected) in [
        (ring(inner), EVEN_ODD, disc - hole),
        (ring(inner), NON_ZERO, disc),
        (ring(mirrored), EVEN_ODD, disc - hole),
        (ring(mirrored), NON_ZERO, disc - hole),
    ] {
        near(fill(&ring, 1e-3, rule).area(), expected, 0.2);
    }
    assert!([outer, inner, mirrored].into_iter().all(|handle| rt_lyon_path_free(handle)));
}

#[test]
fn the_default_rule_is_even_odd() {
    let twice = svg("M0 0H10V10H0ZM0 0H10V10H0Z");
    let tess = rt_lyon_fill_tessellate(twice.0, 0.1);
    assert_eq!(rt_lyon_fill_tessellation_index_count(tess), 0);
    assert!(rt_lyon_fill_tessellation_free(tess));
    near(fill(&twice, 0.1, NON_ZERO).area(), 100.0, 1e-9);
}

#[test]
fn open_subpaths_are_filled_as_closed() {
    let open = svg("M0 0H10V10");
    near(fill(&open, 0.1, EVEN_ODD).area(), 50.0, 1e-9);
}

#[test]
fn an_empty_path_has_no_triangles() {
    let empty = svg("");
    assert_eq!(fill(&empty, 0.1, EVEN_ODD).indices.len(), 0);
    assert_eq!(stroke(&empty, 1.0, 0.1, "{}").indices.len(), 0);
    let point = svg("M5 5");
    assert_eq!(fill(&point, 0.1, EVEN_ODD).indices.len(), 0);
}

#[test]
fn random_polygons_agree_with_the_shoelace_and_winding() {
    let mut random = Random(7);
    for _ in 0..60 {
        // Around the origin in order of angle: simple, so that its area is the shoelace formula's.
        let count = 3 + (random.unit() * 60.0) as usize;
        let step = TAU / count as f64;
        let points: Vec<f64> = (0..count)
            .flat_map(|i| {
                let (angle, radius) = (step * (i as f64 + 0.9 * random.unit()), random.between(20.0, 500.0));
                [radius * angle.cos(), radius * angle.sin()]
            })
            .collect();
        let corner = |i: usize| (points[2 * (i % count)], points[2 * (i % count) + 1]);
        let shoelace: f64 =
            (0..count).map(|i| (corner(i), corner(i + 1))).map(|(a, b)| 0.5 * (a.0 * b.1 - b.0 * a.1)).sum();
        let polygon = polygon(&points);
        near(fill(&polygon, 0.01, EVEN_ODD).area(), shoelace.abs(), 0.01 * 500.0 * count as f64);
    }
}
