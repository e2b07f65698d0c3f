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
    // Columns are exact, rows to a sixteenth of a pixel.
    let mut picture = Picture::new([0; 4]);
    picture.fill(&path(rt_lyon_path_rectangle(10.25, 20.5, 5.0, 3.0)), 0, WHITE);
    near(picture.area(), 15.0, 0.05);
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
fn a_circle_that_is_too_large_to_draw() {
    let circle = path(rt_lyon_path_circle(0.0, 0.0, 1e12));
    let pixels = rt_lyon_path_rasterize(circle.0, 1, 0xff, 4, 4);
    assert!(items(pixels, rt_bytes_free).is_empty());
    let error = last_error();
    assert!(error.starts_with("`path` is so large that its curves take about "), "{error}");
}
