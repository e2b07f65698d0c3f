//! Pictures by the areas that they show.

use crate::{c::*, host::*};
use std::f64::consts::PI;

const SIDE: usize = 64;
const WHITE: i64 = 0xffff_ffff;

struct Picture(Vec<u8>);

impl Picture {
    fn new(color: [u8; 4]) -> Self {
        Self(color.repeat(SIDE * SIDE))
    }

    fn fill(&mut self, path: &Path, transform: i64, color: i64) {
        let tess = rt_lyon_fill_tessellate_with_rule(path.0, 0.001, 1);
        let (data, len, side) = (self.0.as_mut_ptr(), self.0.len() as i64, SIDE as i64);
        assert!(
            rt_lyon_fill_tessellation_draw(tess, transform, color, data, len, side, side),
            "{}",
            last_error()
        );
        assert!(rt_lyon_fill_tessellation_free(tess));
    }

    fn stroke(&mut self, path: &Path, width: f64, color: i64) {
        let tess = rt_lyon_stroke_tessellate(path.0, width, 0.001);
        let (data, len, side) = (self.0.as_mut_ptr(), self.0.len() as i64, SIDE as i64);
        assert!(rt_lyon_stroke_tessellation_draw(tess, 0, color, data, len, side, side), "{}", last_error());
        assert!(rt_lyon_stroke_tessellation_free(tess));
    }

    fn pixel(&self, x: usize, y: usize) -> [u8; 4] {
        let at = (y * SIDE + x) * 4;
        self.0[at..at + 4].try_into().expect("four")
    }

    /// The covered area, in pixels, by the alpha of each.
    fn area(&self) -> f64 {
        self.0.chunks_exact(4).map(|pixel| f64::from(pixel[3]) / 255.0).sum()
    }
}

#[test]
fn coverage_is_area() {
    for (x, y) in [(32.0, 32.0), (31.37, 32.81)] {
        let mut picture = Picture::new([0; 4]);
        picture.fill(&path(rt_lyon_path_circle(x, y, 20.0)), 0, WHITE);
        near(picture.area(), PI * 400.0, 0.5);
    }
    let mut picture = Picture::new([0; 4]);
    picture.fill(&path(rt_lyon_path_rectangle(10.25, 20.5, 5.0, 3.0)), 0, WHITE);
    near(picture.area(), 15.0, 0.02);
    assert_eq!(picture.pixel(12, 21), [255; 4]);
    assert_eq!(picture.pixel(10, 21)[3], 191);
    assert_eq!(picture.pixel(15, 21)[3], 64);
    assert_eq!(picture.pixel(12, 20)[3], 128);
    assert_eq!(picture.pixel(9, 21), [0; 4]);
    assert_eq!(picture.pixel(12, 24), [0; 4]);
}

#[test]
fn overlapping_triangles_are_one_layer() {
    // A sharp zigzag: the stroke's triangles overlap at its bends.
    let zigzag = svg("M10 10L50 20L10 22L50 40");
    let mut picture = Picture::new([0, 0, 0, 255]);
    picture.stroke(&zigzag, 8.0, 0xffff_ff80);
    let brightest = picture.0.chunks_exact(4).map(|pixel| pixel[0]).max();
    assert_eq!(brightest, Some(128));
}

#[test]
fn colours_lie_over_colours() {
    let square = path(rt_lyon_path_rectangle(0.0, 0.0, 64.0, 64.0));
    let mut picture = Picture::new([0, 0, 255, 255]);
    picture.fill(&square, 0, 0xff00_0080);
    assert_eq!(picture.pixel(5, 5), [128, 0, 127, 255]);
    let mut picture = Picture::new([0; 4]);
    picture.fill(&square, 0, 0x1122_3344);
    assert_eq!(picture.pixel(5, 5), [0x11, 0x22, 0x33, 0x44]);
    // Alpha adds up as in "over": 1 - (1 - a)(1 - b).
    picture.fill(&square, 0, 0x1122_3344);
    let alpha = 255.0 * (1.0 - (1.0 - 68.0f64 / 255.0).powi(2));
    near(f64::from(picture.pixel(5, 5)[3]), alpha, 0.6);
    assert_eq!(picture.pixel(5, 5)[..3], [0x11, 0x22, 0x33]);
}

#[test]
fn a_transform_places_what_is_drawn() {
    let unit = path(rt_lyon_path_rectangle(0.0, 0.0, 1.0, 1.0));
    let place = rt_lyon_transform_new(10.0, 0.0, 0.0, 20.0, 5.0, 7.0);
    let mut picture = Picture::new([0; 4]);
    picture.fill(&unit, place, WHITE);
    near(picture.area(), 200.0, 1e-9);
    assert_eq!([picture.pixel(5, 7)[3], picture.pixel(14, 26)[3]], [255, 255]);
    assert_eq!([picture.pixel(4, 7)[3], picture.pixel(15, 26)[3], picture.pixel(5, 27)[3]], [0, 0, 0]);
    // Mirrored, its triangles turn the other way.
    let mirror = rt_lyon_transform_new(-10.0, 0.0, 0.0, 20.0, 60.0, 7.0);
    picture.fill(&unit, mirror, WHITE);
    near(picture.area(), 400.0, 1e-9);
    assert!(rt_lyon_transform_free(place) && rt_lyon_transform_free(mirror));
}

#[test]
fn what_lies_outside_is_left_out() {
    let mut picture = Picture::new([0; 4]);
    picture.fill(&path(rt_lyon_path_circle(0.0, 0.0, 20.0)), 0, WHITE);
    near(picture.area(), PI * 100.0, 0.5);
    let mut picture = Picture::new([0; 4]);
    picture.fill(&path(rt_lyon_path_rectangle(-1e29, -1e29, 2e29, 2e29)), 0, WHITE);
    near(picture.area(), (SIDE * SIDE) as f64, 0.0);
    let mut picture = Picture::new([0; 4]);
    picture.fill(&path(rt_lyon_path_rectangle(100.0, 100.0, 50.0, 50.0)), 0, WHITE);
    near(picture.area(), 0.0, 0.0);
}

#[test]
fn a_path_by_itself() {
    let ring = svg("M2 2H18V18H2ZM6 6H14V14H6Z");
    let area = |rule: i64| {
        let pixels = items(rt_lyon_path_rasterize(ring.0, rule, 0x1020_30ff, 20, 20), rt_bytes_free);
        assert_eq!(pixels.len(), 20 * 20 * 4);
        assert_eq!(pixels[(3 * 20 + 3) * 4..][..4], [0x10, 0x20, 0x30, 255]);
        pixels.chunks_exact(4).filter(|pixel| pixel[3] == 255).count()
    };
    assert_eq!((area(0), area(1)), (256 - 64, 256));
}

#[test]
fn what_is_no_picture() {
    let square = path(rt_lyon_path_rectangle(0.0, 0.0, 9.0, 9.0));
    let tess = rt_lyon_fill_tessellate(square.0, 0.1);
    let mut pixels = vec![0; 400];
    let mut draw = |color: i64, len: i64, width: i64, height: i64| {
        assert!(!rt_lyon_fill_tessellation_draw(tess, 0, color, pixels.as_mut_ptr(), len, width, height));
        last_error()
    };
    assert_eq!(
        draw(WHITE, 400, 10, 11),
        "the buffer `pixels` has 400 bytes, and a picture of 10 by 11 pixels takes 440"
    );
    assert_eq!(draw(WHITE, 400, 0, 10), "`width` is 0, which is not from 1 to 32768");
    assert_eq!(draw(WHITE, 400, 10, 40_000), "`height` is 40000, which is not from 1 to 32768");
    assert_eq!(draw(-1, 400, 10, 10), "`color` is -1, which is not from 0 to 4294967295");
    assert!(rt_lyon_fill_tessellation_free(tess));
}

#[test]
fn a_circle_of_any_size() {
    for radius in [1e3, 1e6, 1e9, 1e12] {
        // Its lowest point lies in the middle of the picture, where it is all but level.
        let circle = path(rt_lyon_path_circle(2.0, 2.25 - radius, radius));
        let pixels = items(rt_lyon_path_rasterize(circle.0, 1, 0xff, 4, 4), rt_bytes_free);
        let alpha = |x: usize, y: usize| f64::from(pixels[(4 * y + x) * 4 + 3]);
        assert_eq!(
            [alpha(0, 1), alpha(3, 1), alpha(0, 3), alpha(3, 3)],
            [255.0, 255.0, 0.0, 0.0],
            "{radius}"
        );
        if radius < 1e12 {
            near(alpha(1, 2), 0.25 * 255.0, 1.0);
        }
    }
}

/// Twice the area of a polygon, by the shoelace formula.
fn shoelace(points: &[(f64, f64)]) -> f64 {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(a, b)| a.0 * b.1 - a.1 * b.0).sum()
}

/// The part of a polygon on one side of a line parallel to an axis (Sutherland and Hodgman).
fn clipped(points: &[(f64, f64)], side: impl Fn((f64, f64)) -> f64) -> Vec<(f64, f64)> {
    let mut kept = vec![];
    for (&a, &b) in points.iter().zip(points.iter().cycle().skip(1)) {
        let (from, to) = (side(a), side(b));
        if from >= 0.0 {
            kept.push(a);
        }
        if from * to < 0.0 {
            let t = from / (from - to);
            kept.push((a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1)));
        }
    }
    kept
}

/// The exact area of a pixel that a simple polygon covers.
fn covered(points: &[(f64, f64)], x: usize, y: usize) -> f64 {
    let (x, y) = (x as f64, y as f64);
    let part = clipped(points, |point| point.0 - x);
    let part = clipped(&part, |point| x + 1.0 - point.0);
    let part = clipped(&part, |point| point.1 - y);
    shoelace(&clipped(&part, |point| y + 1.0 - point.1)).abs() / 2.0
}

fn svg_of(points: &[(f64, f64)]) -> Path {
    let words: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
    svg(&format!("M{}Z", words.join("L")))
}

#[test]
fn each_pixel_is_its_exact_area() {
    let mut random = Random(5);
    for round in 0..300 {
        let count = 3 + round % 6;
        let (x, y) = (random.between(-8.0, 24.0), random.between(-8.0, 24.0));
        // Around one point, and so simple.
        let turn = random.between(0.0, 1.0);
        let points: Vec<_> = (0..count)
            .map(|i| {
                let (distance, angle) =
                    (random.between(0.05, 14.0), (i as f64 + turn) / f64::from(count) * 2.0 * PI);
                (x + distance * angle.cos(), y + distance * angle.sin())
            })
            .collect();
        let shape = svg_of(&points);
        for rule in [0, 1] {
            let pixels = items(rt_lyon_path_rasterize(shape.0, rule, 0xff, 16, 16), rt_bytes_free);
            let tess = rt_lyon_fill_tessellate_with_rule(shape.0, 0.001, rule);
            let mut drawn = vec![0; pixels.len()];
            assert!(rt_lyon_fill_tessellation_draw(tess, 0, 0xff, drawn.as_mut_ptr(), 1024, 16, 16));
            assert!(rt_lyon_fill_tessellation_free(tess));
            for (pixel, (alpha, drawn)) in
                pixels.chunks_exact(4).zip(drawn.chunks_exact(4)).map(|(a, b)| (a[3], b[3])).enumerate()
            {
                let exact = 255.0 * covered(&points, pixel % 16, pixel / 16);
                near(f64::from(alpha), exact, 0.6);
                near(f64::from(drawn), exact, 0.6);
            }
        }
    }
}

#[test]
fn what_crosses_itself_is_covered_by_its_rule() {
    /// Places in a pixel, along each side.
    const PLACES: usize = 48;
    let mut random = Random(6);
    for round in 0..30 {
        // The last ones cross more often than a row is cut for.
        let count = if round < 25 { 3 + round } else { 300 };
        let points: Vec<_> =
            (0..count).map(|_| (random.between(-2.0, 10.0), random.between(-2.0, 10.0))).collect();
        let shape = svg_of(&points);
        for rule in [0, 1] {
            let pixels = items(rt_lyon_path_rasterize(shape.0, rule, 0xff, 8, 8), rt_bytes_free);
            for (pixel, alpha) in pixels.chunks_exact(4).map(|pixel| f64::from(pixel[3])).enumerate() {
                let place = |i: usize| (i as f64 + 0.5) / PLACES as f64;
                let inside = (0..PLACES * PLACES).filter(|&i| {
                    let x = (pixel % 8) as f64 + place(i % PLACES);
                    let y = (pixel / 8) as f64 + place(i / PLACES);
                    let winding: i32 = points
                        .iter()
                        .zip(points.iter().cycle().skip(1))
                        .map(|(a, b)| {
                            let at = a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0);
                            i32::from(a.1 <= y && y < b.1 && at < x)
                                - i32::from(b.1 <= y && y < a.1 && at < x)
                        })
                        .sum();
                    if rule == 0 { winding % 2 != 0 } else { winding != 0 }
                });
                let expected = 255.0 * inside.count() as f64 / (PLACES * PLACES) as f64;
                near(alpha, expected, if round < 25 { 3.0 } else { 20.0 });
            }
        }
    }
}

/// A contour's points, and its direction.
type Ring = (Vec<(f64, f64)>, i32);

/// Shapes whose edges do not cross, nested and side by side, in both directions: by the exact areas of each.
#[test]
fn what_does_not_cross_itself_is_covered_by_its_rule() {
    let mut random = Random(7);
    for _ in 0..100 {
        // A cell for each nest of diamonds, one within the other.
        let mut rings: Vec<Vec<Ring>> = vec![];
        for cell in 0..4 {
            let (x, y) = (4.0 + f64::from(cell % 2) * 8.0, 4.0 + f64::from(cell / 2) * 8.0);
            let (x, y) = (x + random.between(-0.5, 0.5), y + random.between(-0.5, 0.5));
            let turn = random.between(0.0, 1.5);
            let nest = [3.4, 2.3, 1.4, 0.6].map(|radius| {
                let mut points: Vec<_> = (0..4)
                    .map(|i| f64::from(i) * PI / 2.0 + turn)
                    .map(|angle| (x + radius * angle.cos(), y + radius * angle.sin()))
                    .collect();
                let direction = if random.between(0.0, 1.0) < 0.5 { 1 } else { -1 };
                if direction < 0 {
                    points.reverse();
                }
                (points, direction)
            });
            rings.push(nest.into());
        }
        let text = rings.iter().flatten().map(|(points, _)| {
            let words: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
            format!("M{}Z", words.join("L"))
        });
        let shape = svg(&text.collect::<String>());
        for rule in [0, 1] {
            let pixels = items(rt_lyon_path_rasterize(shape.0, rule, 0xff, 16, 16), rt_bytes_free);
            for (pixel, alpha) in pixels.chunks_exact(4).map(|pixel| f64::from(pixel[3])).enumerate() {
                let mut exact = 0.0;
                for nest in &rings {
                    let (mut winding, mut was_filled) = (0, false);
                    for (points, direction) in nest {
                        winding += direction;
                        let is_filled = if rule == 0 { winding % 2 != 0 } else { winding != 0 };
                        let sign = f64::from(i8::from(is_filled) - i8::from(was_filled));
                        exact += sign * covered(points, pixel % 16, pixel / 16);
                        was_filled = is_filled;
                    }
                }
                near(alpha, exact * 255.0, 0.6);
            }
        }
    }
}
