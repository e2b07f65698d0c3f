//! Union, intersection, difference and xor of paths, and one path simplified, against areas by hand and hit tests of the
//! paths that they were made of.

use crate::{c::*, host::*};
use std::f64::consts::PI;

const UNION: i64 = 0;
const INTERSECTION: i64 = 1;
const DIFFERENCE: i64 = 2;
const XOR: i64 = 3;
const EVEN_ODD: i64 = 0;
const NON_ZERO: i64 = 1;

fn combine(one: &Path, other: &Path, operation: i64, rule: i64, tolerance: f64) -> Path {
    path(rt_lyon_path_combine(one.0, other.0, operation, rule, tolerance))
}

fn is_made(operation: i64, one: bool, other: bool) -> bool {
    match operation {
        UNION => one || other,
        INTERSECTION => one && other,
        DIFFERENCE => one && !other,
        _ => one != other,
    }
}

#[test]
fn squares() {
    let (one, other) = (svg("M0 0H20V20H0Z"), svg("M10 5H30V15H10Z"));
    for (operation, area, count) in
        [(UNION, 500.0, 1), (INTERSECTION, 100.0, 1), (DIFFERENCE, 300.0, 1), (XOR, 400.0, 2)]
    {
        let made = combine(&one, &other, operation, NON_ZERO, 0.1);
        assert_eq!(enclosed(&made), area, "{operation}: {}", d(&made));
        assert_eq!(polygons(&made).len(), count, "{operation}: {}", d(&made));
    }
    // A hole goes the other way round: both rules fill the same.
    let frame = combine(&one, &svg("M5 5H15V15H5Z"), DIFFERENCE, EVEN_ODD, 0.1);
    assert_eq!(enclosed(&frame), 300.0);
    for rule in [EVEN_ODD, NON_ZERO] {
        assert!(!rt_lyon_path_contains_point_with_rule(frame.0, 10.0, 10.0, rule));
        assert!(rt_lyon_path_contains_point_with_rule(frame.0, 2.0, 10.0, rule));
    }
    // Nothing, and squares that touch.
    let empty = svg("");
    assert_eq!(d(&combine(&one, &empty, INTERSECTION, NON_ZERO, 0.1)), "");
    assert_eq!(d(&combine(&one, &one, DIFFERENCE, NON_ZERO, 0.1)), "");
    assert_eq!(d(&combine(&empty, &empty, UNION, NON_ZERO, 0.1)), "");
    assert_eq!(enclosed(&combine(&empty, &one, XOR, NON_ZERO, 0.1)), 400.0);
    let wide = combine(&one, &svg("M20 0H40V20H20Z"), UNION, NON_ZERO, 0.1);
    assert_eq!((bounds(&wide), polygons(&wide)[0].len()), ([0.0, 0.0, 40.0, 20.0], 4));
}

/// Two circles whose middles are as far apart as their radius: their lens has a closed form.
#[test]
fn circles() {
    let (one, other) =
        (path(rt_lyon_path_circle(3.0, 4.0, 10.0)), path(rt_lyon_path_circle(13.0, 4.0, 10.0)));
    let (disc, lens) = (100.0 * PI, 100.0 * (2.0 * PI / 3.0 - 0.75f64.sqrt()));
    for (operation, area) in [
        (UNION, 2.0 * disc - lens),
        (INTERSECTION, lens),
        (DIFFERENCE, disc - lens),
        (XOR, 2.0 * (disc - lens)),
    ] {
        near(enclosed(&combine(&one, &other, operation, NON_ZERO, 1e-6)), area, 1e-3);
        near(enclosed(&combine(&one, &other, operation, NON_ZERO, 0.05)), area, 6.0);
    }
}

#[test]
fn corners_keep_their_coordinates() {
    let mut random = Random(3);
    for _ in 0..50 {
        let scale = 10f64.powf(random.between(-20.0, 20.0));
        let far = random.between(-1e6, 1e6) * scale;
        let mut number = || far + random.between(-scale, scale);
        let corners: [f64; 6] = std::array::from_fn(|_| number());
        let made = path(rt_lyon_path_simplify(polygon(&corners).0, NON_ZERO, scale));
        let mut found: Vec<Point> = polygons(&made).concat();
        let mut given: Vec<Point> = corners.chunks_exact(2).map(|at| (at[0], at[1])).collect();
        found.sort_by(|a, b| a.partial_cmp(b).unwrap());
        given.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert_eq!(found, given);
    }
}

/// Random shapes of lines and curves that cross themselves and each other: any point lies in what is made of them
/// exactly where it has to by where it lies in both.
#[test]
fn points_of_random_shapes() {
    let mut random = Random(30);
    for round in 0..120 {
        let scale = 10f64.powf(random.between(-12.0, 12.0));
        let mut shape = || {
            let mut at = || format!("{:e} {:e}", random.between(0.0, scale), random.between(0.0, scale));
            let mut text = format!("M{}", at());
            for i in 0..3 + round % 5 {
                text += &match (i + round) % 3 {
                    0 => format!("L{}", at()),
                    1 => format!("Q{} {}", at(), at()),
                    _ => format!("C{} {} {}", at(), at(), at()),
                };
            }
            svg(&text)
        };
        let (one, other) = (shape(), shape());
        for rule in [EVEN_ODD, NON_ZERO] {
            for operation in [UNION, INTERSECTION, DIFFERENCE, XOR] {
                let made = combine(&one, &other, operation, rule, 1e-4 * scale);
                let again = path(rt_lyon_path_simplify(made.0, 1 - rule, 1e-4 * scale));
                near(enclosed(&again), enclosed(&made), 1e-6 * scale * scale);
                let mut wrong = 0;
                for _ in 0..200 {
                    let (x, y) = (random.between(0.0, scale), random.between(0.0, scale));
                    let within = |path: &Path| rt_lyon_path_contains_point_with_rule(path.0, x, y, rule);
                    wrong += i32::from(within(&made) != is_made(operation, within(&one), within(&other)));
                }
                // Only points within the tolerance of a curve may lie elsewhere.
                assert!(
                    wrong <= 2,
                    "{wrong} of 200: {operation} by rule {rule} of {} and {}",
                    d(&one),
                    d(&other)
                );
            }
        }
    }
}

#[test]
fn one_path_that_crosses_itself() {
    // A pentagram, whose heart is filled by one rule alone.
    let corner = |i: i32| (f64::from(i * 2) * 0.4 * PI).sin_cos();
    let corners: Vec<f64> = (0..5).map(corner).flat_map(|(sin, cos)| [sin, -cos]).collect();
    let star = polygon(&corners);
    let (all, hollow) = (
        path(rt_lyon_path_simplify(star.0, NON_ZERO, 0.1)),
        path(rt_lyon_path_simplify(star.0, EVEN_ODD, 0.1)),
    );
    assert_eq!(polygons(&all).len(), 1);
    assert_eq!(polygons(&all)[0].len(), 10);
    assert_eq!(polygons(&hollow).len(), 5);
    // Inner corners lie on a circle of 1 / phi^2, phi the golden ratio.
    let inner = 2.0 / (3.0 + 5f64.sqrt());
    near(enclosed(&all), 5.0 * inner * (0.2 * PI).sin(), 1e-8);
    near(enclosed(&all) - enclosed(&hollow), 2.5 * inner * inner * (0.4 * PI).sin(), 1e-8);
    // Corners on a line go, and lines without area.
    assert_eq!(polygons(&path(rt_lyon_path_simplify(svg("M0 0H5H9V4L9 9H0Z").0, NON_ZERO, 0.1)))[0].len(), 4);
    assert_eq!(d(&path(rt_lyon_path_simplify(svg("M0 0H5H9Z").0, NON_ZERO, 0.1))), "");
}

#[test]
fn refused() {
    let square = svg("M0 0H20V20H0Z");
    for (operation, rule, tolerance, reason) in [
        (4, 0, 0.1, "`operation` is 4, which is not from 0 to 3"),
        (0, 2, 0.1, "`fill_rule` is 2, which is not from 0 to 1"),
        (0, 0, 0.0, "`tolerance` is 0.0, which is not above 0"),
        (0, 0, f64::NAN, "`tolerance` is NaN, which is no finite number"),
    ] {
        assert_eq!(rt_lyon_path_combine(square.0, square.0, operation, rule, tolerance), 0);
        assert_eq!(last_error(), reason);
    }
    // Lines that cross more often than memory is good for.
    let mut random = Random(9);
    let corners: Vec<f64> = (0..12_000).map(|_| random.between(0.0, 1000.0)).collect();
    assert_eq!(rt_lyon_path_simplify(polygon(&corners).0, NON_ZERO, 0.1), 0);
    assert!(last_error().starts_with("the lines of the paths cross about "), "{}", last_error());
}
