//! Canvases, by what closed forms say of single pixels and by other ways to draw the same.

use crate::{c::*, host::*};
use std::{
    f64::consts::{FRAC_PI_2, PI},
    thread,
};

const WHITE: i64 = 0xffff_ffff;
const RED: [u8; 4] = [255, 0, 0, 255];
const BLUE: [u8; 4] = [0, 0, 255, 255];
const CLEAR: [u8; 4] = [0; 4];

fn draw(canvas: &Canvas, path: &Path, placement: [f64; 4], color: i64) {
    let [x, y, angle, scale] = placement;
    assert!(rt_lyon_canvas_draw(canvas.0, path.0, x, y, angle, scale, color), "{}", last_error());
}

fn draw_many(canvas: &Canvas, paths: &[i64], placements: &[f64], colors: &[i64]) -> bool {
    let len = |len: usize| len as i64;
    rt_lyon_canvas_draw_many(
        canvas.0,
        paths.as_ptr(),
        len(paths.len()),
        placements.as_ptr(),
        len(placements.len()),
        colors.as_ptr(),
        len(colors.len()),
    )
}

fn draw_pictures(canvas: &Canvas, pictures: &[i64], placements: &[f64], opacities: &[f64]) -> bool {
    let len = |len: usize| len as i64;
    rt_lyon_canvas_draw_pictures(
        canvas.0,
        pictures.as_ptr(),
        len(pictures.len()),
        placements.as_ptr(),
        len(placements.len()),
        opacities.as_ptr(),
        len(opacities.len()),
    )
}

/// Draws a picture by the six numbers of a transform.
fn draw_picture(canvas: &Canvas, picture: &Canvas, [a, b, c, d, x, y]: Matrix, opacity: f64) {
    let transform = rt_lyon_transform_new(a, b, c, d, x, y);
    assert!(rt_lyon_canvas_draw_picture(canvas.0, picture.0, transform, opacity), "{}", last_error());
    assert!(rt_lyon_transform_free(transform));
}

#[test]
fn a_canvas_is_what_was_put_on_it() {
    let canvas = Canvas::new(3, 2);
    assert_eq!((canvas.size(), canvas.pixels()), ((3, 2), vec![CLEAR; 6]));
    assert!(rt_lyon_canvas_clear(canvas.0, 0x0102_0304));
    assert_eq!(canvas.pixels(), [[1, 2, 3, 4]; 6]);

    let pixels = [[9, 8, 7, 6], CLEAR, BLUE, RED, [0, 255, 0, 1], [5, 5, 5, 5]];
    let canvas = Canvas::of(&pixels, 3);
    assert_eq!((canvas.size(), canvas.pixels()), ((3, 2), pixels.to_vec()));
    let mut room = [7_u8; 30];
    assert_eq!(rt_lyon_canvas_write_pixels(canvas.0, room.as_mut_ptr(), 30), 24);
    assert_eq!((&room[..24], &room[24..]), (pixels.as_flattened(), &[7; 6][..]));
    assert_eq!(rt_lyon_canvas_write_pixels(canvas.0, room.as_mut_ptr(), 23), -1);
    assert_eq!(last_error(), "the buffer `out` has 23 bytes, and a canvas of 3 by 2 pixels takes 24");

    let file = File::new("canvas.png");
    assert!(rt_lyon_canvas_save(canvas.0, file.c().as_ptr()), "{}", last_error());
    assert_eq!(crate::host::canvas(rt_lyon_canvas_load(file.c().as_ptr())).pixels(), pixels);
}

#[test]
fn wrong_sizes_and_colours_are_refused() {
    for (width, height) in [(0, 1), (1, 0), (-1, 1), (32_769, 1), (1, i64::MAX)] {
        assert_eq!(rt_lyon_canvas_new(width, height), 0);
        assert!(last_error().contains("which is not from 1 to 32768"));
    }
    assert_eq!(rt_lyon_canvas_from_pixels([0; 4].as_ptr(), 4, 2, 1), 0);
    assert_eq!(last_error(), "the buffer `pixels` has 4 bytes, and a picture of 2 by 1 pixels takes 8");
    let canvas = Canvas::new(1, 1);
    assert!(!rt_lyon_canvas_clear(canvas.0, 1 << 32));
    assert_eq!(last_error(), "`color` is 4294967296, which is not from 0 to 4294967295");
}

#[test]
fn a_path_lies_where_it_is_placed() {
    let box_ = path(rt_lyon_path_rectangle(-2.0, -1.0, 4.0, 2.0));
    // A quarter turn takes (2, 1) to (-1, 2): twice as large, 2 to both sides and 4 up and down.
    let canvas = Canvas::new(20, 20);
    draw(&canvas, &box_, [10.0, 10.0, FRAC_PI_2, 2.0], WHITE);
    let inside = |x: usize, y: usize| (8..12).contains(&x) && (6..14).contains(&y);
    for (i, pixel) in canvas.pixels().iter().enumerate() {
        assert_eq!(pixel[3], if inside(i % 20, i / 20) { 255 } else { 0 }, "{i}");
    }
    // Parts of pixels are areas.
    let canvas = Canvas::new(6, 4);
    draw(&canvas, &box_, [3.25, 2.5, 0.0, 1.0], 0x00ff_00ff);
    assert_eq!([1, 2, 4, 5].map(|x| canvas.pixel(x, 2)[3]), [191, 255, 255, 64]);
    assert_eq!(canvas.pixel(2, 1), [0, 255, 0, 128]);
    assert_eq!((canvas.pixel(0, 2), canvas.pixel(2, 0)), (CLEAR, CLEAR));
    // By the non-zero rule.
    let ring = svg("M0 0H9V9H0ZM3 3H6V6H3Z");
    let canvas = Canvas::new(9, 9);
    draw(&canvas, &ring, [0.0, 0.0, 0.0, 1.0], WHITE);
    assert_eq!(canvas.pixel(4, 4)[3], 255);
}

#[test]
fn many_are_as_each_by_itself() {
    let shapes = [path(rt_lyon_path_circle(0.0, 0.0, 9.0)), path(rt_lyon_path_star(0.0, 0.0, 4.0, 12.0, 5))];
    let mut random = Random(5);
    let (mut paths, mut placements, mut colors) = (vec![], vec![], vec![]);
    let single = Canvas::new(80, 60);
    for i in 0..40 {
        let placement = [
            random.unit() * 100.0 - 10.0,
            random.unit() * 80.0 - 10.0,
            random.unit() * 7.0,
            random.unit() * 2.0,
        ];
        let (shape, color) = (&shapes[i % 2], (random.unit() * 4e9) as i64);
        draw(&single, shape, placement, color);
        paths.push(shape.0);
        placements.extend(placement);
        colors.push(color);
    }
    let canvas = Canvas::new(80, 60);
    assert!(draw_many(&canvas, &paths, &placements, &colors), "{}", last_error());
    assert_eq!(canvas.pixels(), single.pixels());

    // One for all.
    let (one, each) = (Canvas::new(80, 60), Canvas::new(80, 60));
    assert!(draw_many(&one, &paths[..1], &placements, &colors[..1]));
    assert!(draw_many(&each, &[paths[0]; 40], &placements, &[colors[0]; 40]));
    assert_eq!(one.pixels(), each.pixels());
    assert!(draw_many(&one, &[], &[], &[]) && draw_many(&one, &paths[..1], &[], &[]));
}

#[test]
fn nothing_is_drawn_where_one_is_wrong() {
    let square = path(rt_lyon_path_rectangle(0.0, 0.0, 5.0, 5.0));
    let canvas = Canvas::new(8, 8);
    let placements = [0.0, 0.0, 0.0, 1.0, 2.0, 2.0, 0.0, 1.0];
    let stale = rt_lyon_path_circle(0.0, 0.0, 1.0);
    assert!(rt_lyon_path_free(stale));
    let refused = |paths: &[i64], placements: &[f64], colors: &[i64], why: &str| {
        assert!(!draw_many(&canvas, paths, placements, colors));
        assert_eq!(last_error(), why);
        assert_eq!(canvas.pixels(), [CLEAR; 64]);
    };
    refused(&[square.0, stale], &placements, &[WHITE], &format!("`paths` is {stale}, a path that was freed"));
    let seven = "`placements` holds 7 numbers, and each placement is four: x, y, angle and scale";
    refused(&[square.0], &placements[..7], &[WHITE], seven);
    let three = "`colors` holds 3 items, and 2 placements take 1 or 2";
    refused(&[square.0], &placements, &[WHITE; 3], three);
    let none = "`paths` holds 0 items, and 2 placements take 1 or 2";
    refused(&[], &placements, &[WHITE], none);
    let color = "`colors` is -1, which is not from 0 to 4294967295";
    refused(&[square.0], &placements, &[WHITE, -1], color);
    let mut far = placements;
    far[5] = f64::NAN;
    let number = "item 5 of `placements` is NaN, which is no finite number from -1e30 to 1e30";
    refused(&[square.0], &far, &[WHITE], number);
    (far[5], far[7]) = (0.0, 1e30);
    let reach = "`placements` would lead to a coordinate of 5e30, and they go from -1e30 to 1e30";
    refused(&[square.0], &far, &[WHITE], reach);
    assert!(!rt_lyon_canvas_draw(canvas.0, square.0, 0.0, f64::INFINITY, 0.0, 1.0, WHITE));
    assert_eq!(last_error(), "`y` is inf, which is no finite number");
}

#[test]
fn a_picture_at_whole_shifts_stays_as_it_is() {
    let pixels = [RED, [10, 20, 30, 40], CLEAR, BLUE, [255, 255, 255, 1], [1, 2, 3, 254]];
    let picture = Canvas::of(&pixels, 3);
    let canvas = Canvas::new(5, 4);
    draw_picture(&canvas, &picture, [1.0, 0.0, 0.0, 1.0, 1.0, 2.0], 1.0);
    for (i, pixel) in canvas.pixels().into_iter().enumerate() {
        let (x, y) = ((i % 5).wrapping_sub(1), (i / 5).wrapping_sub(2));
        assert_eq!(pixel, if x < 3 && y < 2 { pixels[y * 3 + x] } else { CLEAR }, "{i}");
    }
    // Partly outside, on all sides, and all of it.
    for (x, y) in [(-1, -1), (-2, 1), (4, 3), (3, -1), (90, 0), (0, -90)] {
        let canvas = Canvas::new(5, 4);
        draw_picture(&canvas, &picture, [1.0, 0.0, 0.0, 1.0, f64::from(x), f64::from(y)], 1.0);
        for (i, pixel) in canvas.pixels().into_iter().enumerate() {
            let at = (i as i32 % 5 - x, i as i32 / 5 - y);
            let shown = (0..3).contains(&at.0) && (0..2).contains(&at.1);
            assert_eq!(pixel, if shown { pixels[(at.1 * 3 + at.0) as usize] } else { CLEAR });
        }
    }
    // Half of red over white is pink, over nothing half of red.
    let canvas = Canvas::of(&[[255; 4], CLEAR], 2);
    assert!(rt_lyon_canvas_draw_picture(canvas.0, Canvas::of(&[RED, RED], 2).0, 0, 0.5));
    assert_eq!(canvas.pixels(), [[255, 128, 128, 255], [255, 0, 0, 128]]);
    assert!(!rt_lyon_canvas_draw_picture(canvas.0, picture.0, 0, 1.01));
    assert_eq!(last_error(), "`opacity` is 1.01, which is not from 0.0 to 1.0");
}

#[test]
fn between_pixels_a_picture_is_mixed() {
    let (black, white) = ([0, 0, 0, 255], [255; 4]);
    let canvas = Canvas::new(3, 1);
    draw_picture(&canvas, &Canvas::of(&[black, white], 2), [1.0, 0.0, 0.0, 1.0, 0.5, 0.0], 1.0);
    // The ends are half covered.
    assert_eq!(canvas.pixels(), [[0, 0, 0, 128], [128, 128, 128, 255], [255, 255, 255, 128]]);
    // Four times as wide: the middles lie 1/8, 3/8, … apart.
    let canvas = Canvas::new(8, 1);
    draw_picture(&canvas, &Canvas::of(&[black, white], 2), [4.0, 0.0, 0.0, 1.0, 0.0, 0.0], 1.0);
    let expected =
        [0.0, 0.0, 0.125, 0.375, 0.625, 0.875, 1.0, 1.0].map(|part: f64| (part * 255.0).round() as u8);
    assert_eq!(canvas.pixels().iter().map(|pixel| pixel[0]).collect::<Vec<_>>(), expected);
    // What is transparent has no colour that shows.
    let canvas = Canvas::new(2, 1);
    draw_picture(&canvas, &Canvas::of(&[[0, 255, 0, 0], RED, RED], 3), [1.0, 0.0, 0.0, 1.0, -0.5, 0.0], 1.0);
    assert_eq!(canvas.pixels(), [[255, 0, 0, 128], RED]);
}

#[test]
fn a_picture_is_turned_and_mirrored() {
    let pixels: Vec<_> = (0..6).map(|i| [i * 40, 255 - i * 40, i, 255]).collect();
    let picture = Canvas::of(&pixels, 3);
    // x' = 2 - y, y' = x: a quarter turn, and the picture lies in 2 by 3 pixels.
    let canvas = Canvas::new(2, 3);
    draw_picture(&canvas, &picture, [0.0, 1.0, -1.0, 0.0, 2.0, 0.0], 1.0);
    assert_eq!(canvas.pixels(), [3, 0, 4, 1, 5, 2].map(|i| pixels[i]));
    let canvas = Canvas::new(3, 2);
    draw_picture(&canvas, &picture, [-1.0, 0.0, 0.0, 1.0, 3.0, 0.0], 1.0);
    assert_eq!(canvas.pixels(), [2, 1, 0, 5, 4, 3].map(|i| pixels[i]));
    // Turned by any angle it covers its area.
    let canvas = Canvas::new(64, 64);
    let (sin, cos) = 0.7_f64.sin_cos();
    let square = Canvas::of(&[[255; 4]; 900], 30);
    draw_picture(&canvas, &square, [cos, sin, -sin, cos, 32.0, 8.0], 1.0);
    near(canvas.pixels().iter().map(|pixel| f64::from(pixel[3]) / 255.0).sum(), 900.0, 1.0);
    // Flat it covers nothing.
    let canvas = Canvas::new(8, 8);
    draw_picture(&canvas, &picture, [1.0, 1.0, 1.0, 1.0, 0.0, 0.0], 1.0);
    assert_eq!(canvas.pixels(), [CLEAR; 64]);
}

#[test]
fn many_pictures_lie_about_their_middles() {
    let (small, large) = (Canvas::of(&[RED; 4], 2), Canvas::of(&[BLUE; 16], 4));
    let canvas = Canvas::new(10, 4);
    let placements = [1.0, 1.0, 0.0, 1.0, 7.0, 2.0, PI, 1.0];
    assert!(draw_pictures(&canvas, &[small.0, large.0], &placements, &[1.0]), "{}", last_error());
    for (i, pixel) in canvas.pixels().into_iter().enumerate() {
        let expected = match (i % 10, i / 10) {
            (0..2, 0..2) => RED,
            (5..9, 0..4) => BLUE,
            _ => CLEAR,
        };
        assert_eq!(pixel, expected, "{i}");
    }
    let before = canvas.pixels();
    assert!(!draw_pictures(&canvas, &[small.0], &placements, &[1.0, 2.0]));
    assert_eq!(last_error(), "`opacities` is 2.0, which is not from 0.0 to 1.0");
    assert!(!draw_pictures(&canvas, &[small.0, 3], &placements, &[1.0]));
    assert_eq!(last_error(), "`pictures` is 3, which was never the handle of a canvas");
    assert_eq!(canvas.pixels(), before);
}

#[test]
fn a_canvas_on_itself_is_as_it_was() {
    let canvas = Canvas::of(&[RED, BLUE, CLEAR, CLEAR], 4);
    draw_picture(&canvas, &canvas, [1.0, 0.0, 0.0, 1.0, 1.0, 0.0], 1.0);
    assert_eq!(canvas.pixels(), [RED, RED, BLUE, CLEAR]);
}

/// Two canvases that are drawn on each other at once: none waits for the other.
#[test]
fn canvases_on_each_other() {
    let (one, other) = (Canvas::of(&[RED; 64], 8), Canvas::of(&[RED; 64], 8));
    thread::scope(|scope| {
        for (to, from) in [(&one, &other), (&other, &one), (&one, &one)] {
            scope
                .spawn(|| (0..500).for_each(|_| draw_picture(to, from, [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], 1.0)));
        }
    });
    assert_eq!((one.pixels(), other.pixels()), (vec![RED; 64], vec![RED; 64]));
}

#[test]
fn a_strokes_path_covers_what_the_stroke_does() {
    let lines =
        ["M10 10L50 12L14 30L50 50", "M5 32Q32 -20 60 32T5 40Z", "M8 8H56V56H8ZM20 20L40 44", "M32 32h.01"];
    let options = [
        "{}",
        r#"{"line_cap": "round", "line_join": "round"}"#,
        r#"{"line_cap": "square", "line_join": "bevel"}"#,
    ];
    for (line, options) in lines.iter().flat_map(|line| options.map(|options| (line, options))) {
        let (line, options) = (svg(line), c(options));
        let outline = path(rt_lyon_path_stroke(line.0, 7.0, 0.01, options.as_ptr()));
        let canvas = Canvas::new(64, 64);
        draw(&canvas, &outline, [0.0, 0.0, 0.0, 1.0], WHITE);
        let mut pixels = vec![0; 64 * 64 * 4];
        let stroke = rt_lyon_stroke_tessellate_with_options(line.0, 7.0, 0.01, options.as_ptr());
        assert!(rt_lyon_stroke_tessellation_draw(stroke, 0, WHITE, pixels.as_mut_ptr(), 64 * 64 * 4, 64, 64));
        assert!(rt_lyon_stroke_tessellation_free(stroke));
        for (drawn, expected) in canvas.pixels().iter().zip(pixels.as_chunks::<4>().0) {
            assert!(drawn[3].abs_diff(expected[3]) <= 1, "{} {drawn:?} {expected:?}", d(&line));
        }
    }
    assert_eq!(
        d(&path(rt_lyon_path_stroke(svg("M0 0H4").0, 2.0, 0.1, c("").as_ptr()))),
        "M0 -1L4 -1L4 1L0 1Z"
    );
}
