//! The shape of strokes: the union of bars, joins and caps, as SVG 2 defines it ("Computing the shape of the
//! stroke"), put together here piece by piece and held against the tessellation.

use crate::{c::*, host::*};
use i_overlay::{
    core::{fill_rule::FillRule, overlay_rule::OverlayRule},
    float::single::SingleFloatOverlay,
};
use std::f64::consts::PI;

type Shape = Vec<Vec<[f64; 2]>>;

fn sub(a: Point, b: Point) -> Point {
    (a.0 - b.0, a.1 - b.1)
}

/// `at` moved by `length` along `way`.
fn ahead(at: Point, way: Point, length: f64) -> Point {
    (at.0 + way.0 * length, at.1 + way.1 * length)
}

fn unit(v: Point) -> Point {
    let length = v.0.hypot(v.1);
    (v.0 / length, v.1 / length)
}

fn cross(a: Point, b: Point) -> f64 {
    a.0 * b.1 - a.1 * b.0
}

fn dot(a: Point, b: Point) -> f64 {
    a.0 * b.0 + a.1 * b.1
}

/// Adds a polygon, counter-clockwise.
fn add(shape: &mut Shape, points: &[Point]) {
    let area: f64 = (0..points.len()).map(|i| cross(points[i], points[(i + 1) % points.len()])).sum();
    let mut polygon: Vec<[f64; 2]> = points.iter().map(|&(x, y)| [x, y]).collect();
    if area < 0.0 {
        polygon.reverse();
    }
    if area.abs() > 1e-12 {
        shape.push(polygon);
    }
}

fn sector(shape: &mut Shape, at: Point, from: f64, sweep: f64, radius: f64) {
    let arc = (0..=96).map(|i| from + sweep * f64::from(i) / 96.0);
    let points: Vec<_> = [at].into_iter().chain(arc.map(|a| ahead(at, (a.cos(), a.sin()), radius))).collect();
    add(shape, &points);
}

fn cap(shape: &mut Shape, at: Point, outwards: Point, half: f64, kind: &str) {
    let left = (-outwards.1, outwards.0);
    match kind {
        "round" => sector(shape, at, left.1.atan2(left.0), -PI, half),
        "square" => {
            let far = ahead(at, outwards, half);
            let corners = [(at, half), (at, -half), (far, -half), (far, half)];
            add(shape, &corners.map(|(at, side)| ahead(at, left, side)));
        }
        _ => {}
    }
}

fn join(shape: &mut Shape, at: Point, [before, after]: [Point; 2], half: f64, kind: &str, limit: f64) {
    let (sin, cos) = (cross(before, after), dot(before, after));
    let side = if sin > 0.0 { -1.0 } else { 1.0 };
    let [a, b] = [before, after].map(|way| (-way.1 * side, way.0 * side));
    let [first, last] = [a, b].map(|normal| ahead(at, normal, half));
    match kind {
        "round" => {
            sector(shape, at, a.1.atan2(a.0), -side * sin.abs().atan2(cos), half);
        }
        "miter" if 1.0 / ((PI - sin.abs().atan2(cos)) / 2.0).sin() <= limit => {
            let tip = (at.0 + half * (a.0 + b.0) / (1.0 + cos), at.1 + half * (a.1 + b.1) / (1.0 + cos));
            add(shape, &[at, first, tip, last]);
        }
        _ => add(shape, &[at, first, last]),
    }
}

/// The shape that SVG 2 gives a stroked polyline.
fn defined(points: &[Point], closed: bool, width: f64, style: [&str; 2], limit: f64) -> Shape {
    let (half, [cap_kind, join_kind]) = (0.5 * width, style);
    let mut ends: Vec<[Point; 2]> = points.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    if closed {
        ends.push([points[points.len() - 1], points[0]]);
    }
    ends.retain(|[from, to]| from != to);
    let ways: Vec<_> = ends.iter().map(|[from, to]| unit(sub(*to, *from))).collect();
    let mut shape = vec![];
    for ([from, to], way) in ends.iter().zip(&ways) {
        let left = (-way.1, way.0);
        let corners = [(from, half), (from, -half), (to, -half), (to, half)];
        add(&mut shape, &corners.map(|(at, side)| ahead(*at, left, side)));
    }
    for i in 1..ways.len() {
        join(&mut shape, ends[i][0], [ways[i - 1], ways[i]], half, join_kind, limit);
    }
    let last = ways.len() - 1;
    if closed {
        join(&mut shape, ends[0][0], [ways[last], ways[0]], half, join_kind, limit);
    } else {
        cap(&mut shape, ends[0][0], (-ways[0].0, -ways[0].1), half, cap_kind);
        cap(&mut shape, ends[last][1], ways[last], half, cap_kind);
    }
    shape
}

fn area(shapes: &[Shape]) -> f64 {
    let doubled = |contour: &Vec<[f64; 2]>| -> f64 {
        let next = contour.iter().cycle().skip(1);
        contour.iter().zip(next).map(|(a, b)| cross((a[0], a[1]), (b[0], b[1]))).sum()
    };
    (shapes.iter().flatten().map(doubled).sum::<f64>() / 2.0).abs()
}

fn drawn(triangles: &Triangles) -> Shape {
    let mut shape = vec![];
    triangles.each().for_each(|corners| add(&mut shape, &corners));
    shape
}

/// The area that only one of two shapes covers.
fn difference(one: &Shape, other: &Shape) -> f64 {
    area(&one.overlay(other, OverlayRule::Xor, FillRule::NonZero))
}

fn path_of(points: &[Point], closed: bool) -> Path {
    build(|b| {
        assert!(rt_lyon_path_builder_begin(b, points[0].0, points[0].1));
        points[1..].iter().for_each(|to| assert!(rt_lyon_path_builder_line_to(b, to.0, to.1)));
        assert!(!closed || rt_lyon_path_builder_close(b));
    })
}

#[track_caller]
fn check(points: &[Point], closed: bool, width: f64, style: [&str; 2], limit: f64) {
    let [cap, join] = style;
    let options = format!("{{\"line_cap\":\"{cap}\",\"line_join\":\"{join}\",\"miter_limit\":{limit}}}");
    let found = drawn(&stroke(&path_of(points, closed), width, 1e-3, &options));
    let wrong = difference(&found, &defined(points, closed, width, style, limit)) / (width * width);
    // Two arcs of corners differ by so much.
    assert!(wrong < 4e-3, "{wrong} of the width's square for {points:?}, closed {closed}, {options}");
}

#[test]
fn two_lines_at_any_turn_and_of_any_length() {
    let width = 10.0;
    for turn in [0.0, 3.0, 10.0, 30.0, 60.0, 90.0, 120.0, 140.0, 150.0, 170.0, 178.0, 179.9, 180.0f64] {
        for length in [0.05, 0.2, 0.5, 1.0, 2.0, 5.0] {
            for (cap, join) in [("butt", "miter"), ("round", "bevel"), ("square", "round")] {
                for closed in [false, true] {
                    let (sin, cos) = if turn == 180.0 { (0.0, -1.0) } else { turn.to_radians().sin_cos() };
                    let along = length * width;
                    for side in [1.0, -1.0] {
                        let points = [(0.0, 0.0), (50.0, 0.0), (50.0 + along * cos, side * along * sin)];
                        check(&points, closed, width, [cap, join], 4.0);
                    }
                }
            }
        }
    }
}

#[test]
fn polylines_with_short_lines() {
    let mut random = Random(5);
    for round in 0..120 {
        let count = 3 + round % 6;
        let reach = [2.0, 8.0, 30.0][round % 3];
        let mut points = vec![(0.0, 0.0)];
        for _ in 1..count {
            let last = points[points.len() - 1];
            points.push((last.0 + random.between(-reach, reach), last.1 + random.between(-reach, reach)));
        }
        let style = [["butt", "miter"], ["round", "round"], ["square", "bevel"]][round % 3];
        check(&points, round % 2 == 0, 6.0, style, [1.0, 4.0, 20.0][round / 3 % 3]);
    }
}

/// The area of a stroke's shape.
fn covered(d: &str, width: f64, tolerance: f64, options: &str) -> f64 {
    let shape = drawn(&stroke(&svg(d), width, tolerance, options));
    area(&shape.overlay(&Shape::new(), OverlayRule::Union, FillRule::NonZero))
}

#[test]
fn there_and_back_is_one_bar() {
    let disc = PI * 25.0;
    for (d, join, area) in [
        ("M20 50L80 50L20 50", "miter", 600.0),
        ("M20 50L80 50L20 50", "bevel", 600.0),
        ("M20 50L80 50L20 50", "round", 600.0 + disc / 2.0),
        ("M20 50L80 50Z", "round", 600.0 + disc),
        ("M20 50L80 50Z", "miter", 600.0),
    ] {
        near(covered(d, 10.0, 1e-3, &format!("{{\"line_join\":\"{join}\"}}")), area, 0.1);
    }
}

/// The smooth inside of a curve is round whatever the join, however coarse its lines, and joins between curves go by
/// their tangents.
#[test]
fn joins_go_by_tangents() {
    for tolerance in [0.3, 0.03, 0.003] {
        // A half circle of two curves that meet smoothly.
        let arc = "M20 50C20 33.431 33.431 20 50 20C66.569 20 80 33.431 80 50";
        for join in ["miter", "bevel", "round"] {
            let options = format!("{{\"line_join\":\"{join}\",\"miter_limit\":100}}");
            near(covered(arc, 10.0, tolerance, &options), PI * 30.0 * 10.0, 30.0 * tolerance + 0.3);
            // A cusp: a point that the curve turns in, and so a half disc.
            let cusp = covered("M20 80C80 20 20 20 80 80", 10.0, tolerance, &options);
            let round = covered("M20 80C80 20 20 20 80 80", 10.0, 1e-3, "{\"line_join\":\"round\"}");
            near(cusp, round, 60.0 * tolerance + 0.3);
        }
        // A right angle between tangents has its tip at any tolerance.
        let corner = covered("M20 80Q20 20 50 20Q80 20 80 80", 10.0, tolerance, "{}");
        let smooth = covered("M20 80Q20 20 50 20Q80 20 80 80", 10.0, tolerance, "{\"line_join\":\"bevel\"}");
        near(corner, smooth, 1e-3);
    }
}
