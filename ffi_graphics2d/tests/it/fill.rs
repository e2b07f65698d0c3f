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

/// The area inside closed outlines by a fill rule, in exact slices: between two heights where no side begins,
/// ends or crosses another, the inside is trapezoids.
fn sliced_area(outlines: &[Vec<Point>], rule: i64) -> f64 {
    let sides: Vec<(Point, Point)> = outlines
        .iter()
        .flat_map(|points| (0..points.len()).map(|i| (points[i], points[(i + 1) % points.len()])))
        .filter(|(from, to)| from.1 != to.1)
        .collect();
    let mut heights: Vec<f64> = sides.iter().flat_map(|(from, to)| [from.1, to.1]).collect();
    for (i, (a, b)) in sides.iter().enumerate() {
        for (c, d) in &sides[..i] {
            let (u, v) = ((b.0 - a.0, b.1 - a.1), (d.0 - c.0, d.1 - c.1));
            let cross = u.0 * v.1 - u.1 * v.0;
            let t = ((c.0 - a.0) * v.1 - (c.1 - a.1) * v.0) / cross;
            if (0.0..=1.0).contains(&t) {
                heights.push(a.1 + t * u.1);
            }
        }
    }
    heights.sort_by(f64::total_cmp);
    let slice = |low: f64, high: f64| {
        let middle = 0.5 * (low + high);
        let mut crossings: Vec<(f64, i64)> = sides
            .iter()
            .filter(|(from, to)| (from.1 <= middle) != (to.1 <= middle))
            .map(|(from, to)| {
                let x = from.0 + (middle - from.1) / (to.1 - from.1) * (to.0 - from.0);
                (x, if to.1 > from.1 { 1 } else { -1 })
            })
            .collect();
        crossings.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (mut winding, mut width) = (0, 0.0);
        for pair in crossings.windows(2) {
            winding += pair[0].1;
            if if rule == EVEN_ODD { winding % 2 != 0 } else { winding != 0 } {
                width += pair[1].0 - pair[0].0;
            }
        }
        width * (high - low)
    };
    heights.windows(2).map(|pair| slice(pair[0], pair[1])).sum()
}

fn outlines_to_svg(outlines: &[Vec<Point>]) -> String {
    let number = |&(x, y): &Point| format!("{x:?} {y:?} ");
    outlines.iter().map(|points| format!("M{}z", points.iter().map(number).collect::<String>())).collect()
}

/// Single sweeps of lyon fill too much of these, or too little.
#[test]
fn polygons_that_cross_themselves() {
    let known = [
        (EVEN_ODD, vec![vec![(17.0, 88.5), (15.4, 92.8), (35.4, 4.9), (17.1, 85.5), (26.2, 11.9)]]),
        (
            NON_ZERO,
            vec![
                vec![
                    (2408391.516164354, 647849.8908121506),
                    (1399250.0868632419, 243906.55337115386),
                    (692273.6654884187, 205939.54812980664),
                    (1649888.2841400814, 2778347.2396526523),
                    (674625.6474336481, 1097592.8689089327),
                ],
                vec![
                    (2919515.2245642073, 1499562.7334585157),
                    (1951067.0519769478, 2774472.661878536),
                    (438032.5706629927, 2672609.9344676086),
                    (752723.0317159501, 289445.8030937622),
                    (2901925.9714504606, 559713.0425459736),
                    (1077397.2399855584, 999702.470902196),
                ],
            ],
        ),
    ];
    let mut random = Random(20_261_122);
    for (rule, outlines) in known.into_iter().chain(drawn(&mut random, 1000.0, 0.1).take(20_000)) {
        is_filled(rule, &outlines);
    }
}

/// With corners and crossings that lie on each other or on sides.
#[test]
fn polygons_on_a_grid() {
    let mut random = Random(99);
    for (steps, step) in [(4.0, 25.0), (10.0, 0.1), (30.0, 3.0)] {
        for (rule, outlines) in drawn(&mut random, steps, step).take(10_000) {
            is_filled(rule, &outlines);
        }
    }
}

/// Polygons of corners on a grid, and a rule to fill them by.
fn drawn(random: &mut Random, steps: f64, step: f64) -> impl Iterator<Item = (i64, Vec<Vec<Point>>)> {
    std::iter::repeat_with(move || {
        let count = 1 + (3.0 * random.unit()) as usize;
        let outlines = (0..count).map(|_| {
            let points = 3 + (6.0 * random.unit()) as usize;
            let mut number = || (steps * random.unit()).round() * step;
            (0..points).map(|_| (number(), number())).collect()
        });
        let outlines: Vec<Vec<Point>> = outlines.collect();
        (i64::from(random.unit() < 0.5), outlines)
    })
}

#[track_caller]
fn is_filled(rule: i64, outlines: &[Vec<Point>]) {
    let d = outlines_to_svg(outlines);
    let extent = outlines.iter().flatten().fold(0.0, |far: f64, point| far.max(point.0).max(point.1));
    let (area, expected) = (fill(&svg(&d), 1e-3 * extent, rule).area(), sliced_area(outlines, rule));
    near_for(&d, area, expected, 1e-4 * extent * extent);
}

fn square(x: f64, y: f64, size: f64) -> Vec<Point> {
    vec![(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
}

/// Polygons that lie in others, or only seem to, all and some of them the same way round.
#[test]
fn polygons_in_polygons() {
    let rings: Vec<_> = (0..5).map(f64::from).map(|i| square(i, i, 100.0 - 2.0 * i)).collect();
    let mouth =
        vec![(0.0, 0.0), (90.0, 0.0), (90.0, 90.0), (60.0, 90.0), (60.0, 30.0), (30.0, 30.0), (0.0, 90.0)];
    let held = vec![mouth, square(40.0, 40.0, 10.0), square(10.0, 5.0, 10.0), square(12.0, 7.0, 4.0)];
    let many: Vec<_> = (0..70).map(|i| 0.5 * f64::from(i)).map(|i| square(i, i, 100.0 - 2.0 * i)).collect();
    for outlines in [rings, held, many] {
        for turned in 0..1 << outlines.len().min(5) {
            let mut outlines = outlines.clone();
            for (_, outline) in outlines.iter_mut().enumerate().filter(|(i, _)| turned >> (i % 5) & 1 != 0) {
                outline.reverse();
            }
            is_filled(EVEN_ODD, &outlines);
            is_filled(NON_ZERO, &outlines);
        }
    }
}

/// Figures that go round one way as much as the other enclose no area by the shoelace formula.
#[test]
fn figures_of_eight() {
    let eight = vec![(0.0, 0.0), (20.0, 20.0), (20.0, 0.0), (0.0, 20.0)];
    let clover = vec![
        (0.0, 9.0),
        (30.0, 9.0),
        (30.0, 21.0),
        (9.0, 21.0),
        (9.0, 0.0),
        (21.0, 0.0),
        (21.0, 30.0),
        (0.0, 30.0),
    ];
    for rule in [EVEN_ODD, NON_ZERO] {
        is_filled(rule, std::slice::from_ref(&eight));
        is_filled(rule, &[eight.clone(), square(30.0, 0.0, 5.0)]);
        is_filled(rule, std::slice::from_ref(&clover));
    }
}

#[track_caller]
fn near_for(d: &str, actual: f64, expected: f64, tolerance: f64) {
    assert!((actual - expected).abs() <= tolerance, "{d}: {actual} is not within {tolerance} of {expected}");
}

/// Two circles of radius 1 whose centres are 1 apart: the lens where they overlap counts by the rule.
#[test]
fn circles_that_cross() {
    let circles = "M0 0A1 1 0 0 1 2 0A1 1 0 0 1 0 0zM1 0A1 1 0 0 1 3 0A1 1 0 0 1 1 0z";
    let lens = 2.0 * PI / 3.0 - 3f64.sqrt() / 2.0;
    for tolerance in [1e-2, 1e-4, 1e-6] {
        let all = fill(&svg(circles), tolerance, NON_ZERO).area();
        near(all, TAU - lens, 4.0 * PI * tolerance + 1e-5);
        let odd = fill(&svg(circles), tolerance, EVEN_ODD).area();
        near(odd, TAU - 2.0 * lens, 4.0 * PI * tolerance + 1e-5);
    }
}

/// Corners that nearly coincide: lyon comes to no end with some, and every one is filled all the same.
#[test]
fn corners_that_nearly_coincide() {
    let rounds = std::env::var("ROUNDS").map_or(300, |count| count.parse().expect("a count"));
    let slow = std::env::var_os("SLOWEST").is_some();
    let mut random = Random(11);
    let mut slowest = (std::time::Duration::ZERO, String::new());
    for round in 0..rounds {
        let count = 5 + round % 12;
        let mut d = String::new();
        for i in 0..count {
            let mut at = || {
                let corner = 24.0 * (random.unit() * 5.0).floor();
                let apart = if random.unit() < 0.5 { 10f64.powf(random.between(-17.0, -2.0)) } else { 0.0 };
                corner + apart
            };
            d += &format!("{}{} {}", if i == 0 { 'M' } else { 'L' }, at(), at());
        }
        let outline = svg(&(d.clone() + "Z"));
        for rule in [0, 1] {
            let start = std::time::Instant::now();
            let triangles = fill(&outline, 0.1, rule);
            slowest = slowest.max((start.elapsed(), d.clone()));
            assert!(triangles.vertices.len() <= 2000, "{} vertices for {d}", triangles.vertices.len());
        }
    }
    if slow {
        println!("the slowest took {slowest:?}");
    }
}

#[test]
fn a_polygon_with_two_corners_as_good_as_one() {
    // By the even-odd rule: the triangles of the limit, in which both corners are (0, 24).
    for apart in ["1e-3", "1e-5", "1e-7", "1e-9", "1e-30", "0"] {
        for rule in [0, 1] {
            let whole = fill(&svg(&format!("M96 72L0 24L48 96L{apart} 24L72 96Z")), 0.02, rule);
            let exact = fill(&svg("M96 72L0 24L48 96L0 24L72 96Z"), 0.02, rule);
            near(whole.area(), exact.area(), 0.1);
        }
    }
}

/// More crossings than lyon is given room for, in an outline of more points than are cut without a look: teeth that
/// each cross the next ones. Every further tooth adds the same area, by either rule.
#[test]
fn a_long_outline_that_crosses_itself_here_and_there() {
    for rule in [EVEN_ODD, NON_ZERO] {
        let area = |teeth: u32| {
            let mut d = "M0 0".to_owned();
            for i in 0..teeth {
                d += &format!("L{} 10L{} 0", 2 * i + 3, 2 * i + 1);
            }
            fill(&svg(&(d + &format!("L{} -5L0 -5Z", 2 * teeth))), 0.1, rule).area()
        };
        let (few, more) = (area(10), area(20));
        let expected = few + (more - few) / 10.0 * 2990.0;
        near(area(3000), expected, 1e-3 * expected);
    }
}
