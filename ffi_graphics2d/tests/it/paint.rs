//! Gradients, clips and blend modes, by closed forms at the middles of pixels.

use crate::{c::*, host::*};
use std::f64::consts::TAU;

const BLACK: i64 = 0xff;
const WHITE: i64 = 0xffff_ffff;

struct Paint(i64);

impl Drop for Paint {
    fn drop(&mut self) {
        assert!(rt_lyon_paint_free(self.0));
    }
}

fn made(handle: i64) -> Result<Paint, String> {
    if handle == 0 { Err(last_error()) } else { Ok(Paint(handle)) }
}

fn linear(ends: [f64; 4], stops: &[(f64, i64)], spread: i64) -> Result<Paint, String> {
    let (offsets, colors): (Vec<f64>, Vec<i64>) = stops.iter().copied().unzip();
    let (count, [x1, y1, x2, y2]) = (stops.len() as i64, ends);
    made(rt_lyon_paint_linear_gradient(
        x1,
        y1,
        x2,
        y2,
        offsets.as_ptr(),
        count,
        colors.as_ptr(),
        count,
        spread,
    ))
}

fn radial([x, y, radius, fx, fy]: [f64; 5], spread: i64) -> Result<Paint, String> {
    let (offsets, colors) = ([0.0, 1.0], [BLACK, WHITE]);
    made(rt_lyon_paint_radial_gradient(x, y, radius, fx, fy, offsets.as_ptr(), 2, colors.as_ptr(), 2, spread))
}

fn all(canvas: &Canvas) -> Path {
    let (width, height) = canvas.size();
    path(rt_lyon_path_rectangle(0.0, 0.0, width as f64, height as f64))
}

fn fill(canvas: &Canvas, path: &Path, paint: &Paint, clip: i64, options: &str) {
    assert!(rt_lyon_canvas_fill(canvas.0, path.0, 0, paint.0, clip, c(options).as_ptr()), "{}", last_error());
}

/// A canvas filled with a gradient from black to white, whose red is `expected` at each pixel's middle, 0 to 1.
fn check(paint: &Paint, expected: impl Fn(f64, f64) -> f64) {
    let canvas = Canvas::new(40, 30);
    fill(&canvas, &all(&canvas), paint, 0, "");
    for (i, pixel) in canvas.pixels().into_iter().enumerate() {
        let (x, y) = ((i % 40) as f64 + 0.5, (i / 40) as f64 + 0.5);
        let expected = expected(x, y) * 255.0;
        assert!((f64::from(pixel[0]) - expected).abs() < 0.51, "{x} {y}: {pixel:?}, not {expected}");
        assert_eq!((pixel[3], pixel[1], pixel[2]), (255, pixel[0], pixel[0]));
    }
}

#[test]
fn along_a_line() {
    let stops = [(0.0, BLACK), (1.0, WHITE)];
    let ends = [10.0, 0.0, 30.0, 0.0];
    check(&linear(ends, &stops, 0).unwrap(), |x, _| ((x - 10.0) / 20.0).clamp(0.0, 1.0));
    check(&linear(ends, &stops, 1).unwrap(), |x, _| ((x - 10.0) / 20.0).rem_euclid(1.0));
    check(&linear(ends, &stops, 2).unwrap(), |x, _| {
        let t = ((x - 10.0) / 20.0).abs();
        if t > 1.0 { 2.0 - t } else { t }
    });
    check(&linear([0.0, 0.0, 30.0, 30.0], &stops, 0).unwrap(), |x, y| ((x + y) / 60.0).min(1.0));
    // A hard edge, and a part between others.
    let stops = [(0.0, BLACK), (0.5, BLACK), (0.5, WHITE), (1.0, BLACK)];
    check(
        &linear([0.0, 0.0, 40.0, 0.0], &stops, 0).unwrap(),
        |x, _| {
            if x < 20.0 { 0.0 } else { 2.0 - x / 20.0 }
        },
    );
    check(&linear([0.0, 0.0, 40.0, 0.0], &[(0.3, WHITE)], 1).unwrap(), |_, _| 1.0);
}

#[test]
fn from_a_focus_to_a_circle() {
    check(&radial([20.0, 15.0, 18.0, 20.0, 15.0], 0).unwrap(), |x, y| {
        ((x - 20.0).hypot(y - 15.0) / 18.0).min(1.0)
    });
    // The circle of each offset has its centre between focus and centre: found by halving.
    check(&radial([20.0, 15.0, 18.0, 12.0, 10.0], 0).unwrap(), |x, y| {
        let (mut inside, mut outside) = (0.0, 1.0);
        let is_in = |t: f64| (x - 12.0 - 8.0 * t).hypot(y - 10.0 - 5.0 * t) < 18.0 * t;
        if !is_in(1.0) {
            return 1.0;
        }
        for _ in 0..50 {
            let middle = (inside + outside) / 2.0;
            if is_in(middle) { outside = middle } else { inside = middle }
        }
        inside
    });
}

#[test]
fn round_a_centre() {
    for start in [0.0, 1.0, -7.0] {
        let (offsets, colors) = ([0.0, 1.0], [BLACK, WHITE]);
        let paint = rt_lyon_paint_conic_gradient(20.0, 15.0, start, offsets.as_ptr(), 2, colors.as_ptr(), 2);
        check(&made(paint).unwrap(), |x, y| (((y - 15.0).atan2(x - 20.0) - start) / TAU).rem_euclid(1.0));
    }
}

#[test]
fn a_gradient_lies_in_the_paths_coordinates() {
    let paint = linear([0.0, 0.0, 10.0, 0.0], &[(0.0, BLACK), (1.0, WHITE)], 0).unwrap();
    let (canvas, square) = (Canvas::new(40, 1), path(rt_lyon_path_rectangle(0.0, 0.0, 10.0, 1.0)));
    let place = rt_lyon_transform_new(2.0, 0.0, 0.0, 1.0, 5.0, 0.0);
    assert!(rt_lyon_canvas_fill(canvas.0, square.0, place, paint.0, 0, c("{}").as_ptr()));
    assert!(rt_lyon_transform_free(place));
    for (x, pixel) in canvas.pixels().into_iter().enumerate() {
        let t = (x as f64 + 0.5 - 5.0) / 20.0;
        match (5..25).contains(&x) {
            true => {
                assert!((f64::from(pixel[0]) - t * 255.0).abs() < 0.51 && pixel[3] == 255, "{x}: {pixel:?}")
            }
            false => assert_eq!(pixel, [0; 4]),
        }
    }
    // Alpha is mixed as the channels are: halfway, half of red and half of blue, half there.
    let paint = linear([0.0, 0.0, 1.0, 0.0], &[(0.0, 0xff00_00ff), (1.0, 0x0000_ff00)], 0).unwrap();
    let canvas = Canvas::new(1, 1);
    fill(&canvas, &all(&canvas), &paint, 0, "{}");
    assert_eq!(canvas.pixels(), [[128, 0, 128, 128]]);
}

#[test]
fn a_clip_leaves_what_it_covers() {
    let (canvas, paint) = (Canvas::new(8, 8), made(rt_lyon_paint_color(WHITE)).unwrap());
    let clip = path(rt_lyon_path_rectangle(2.5, 3.0, 3.0, 2.5));
    fill(&canvas, &all(&canvas), &paint, clip.0, "{}");
    let part = |at: f64, from: f64, to: f64| ((at + 1.0).min(to) - at.max(from)).max(0.0);
    for (i, pixel) in canvas.pixels().into_iter().enumerate() {
        let area = part((i % 8) as f64, 2.5, 5.5) * part((i / 8) as f64, 3.0, 5.5);
        assert!((f64::from(pixel[3]) - area * 255.0).abs() <= 1.0, "{i}: {pixel:?}");
    }
    // Outside the canvas, nothing is left.
    let (canvas, clip) = (Canvas::new(8, 8), path(rt_lyon_path_rectangle(20.0, 3.0, 3.0, 2.5)));
    fill(&canvas, &all(&canvas), &paint, clip.0, "{}");
    assert_eq!(canvas.pixels(), [[0; 4]; 64]);
}

#[test]
fn rules_and_opacity() {
    let (ring, paint) = (svg("M0 0H9V9H0ZM3 3H6V6H3Z"), made(rt_lyon_paint_color(0xff00_00ff)).unwrap());
    for (options, middle) in [("{}", 255), (r#"{"fill_rule": "even-odd"}"#, 0), (r#"{"opacity": 0.5}"#, 128)]
    {
        let canvas = Canvas::new(9, 9);
        fill(&canvas, &ring, &paint, 0, options);
        assert_eq!(canvas.pixel(4, 4)[3], middle, "{options}");
    }
    // Half of the opacity of half a colour over white, by each way to draw it.
    let half = made(rt_lyon_paint_color(0xff00_0080)).unwrap();
    let clip = path(rt_lyon_path_rectangle(0.0, 0.0, 1.0, 1.0));
    for clip in [0, clip.0] {
        let canvas = Canvas::of(&[[255; 4]], 1);
        fill(&canvas, &all(&canvas), &half, clip, r#"{"opacity": 0.5}"#);
        assert_eq!(canvas.pixels(), [[255, 191, 191, 255]]);
    }
}

#[test]
fn blend_modes_on_a_canvas() {
    let (below, above) = ([200, 100, 50, 255], 0x6496_c8ff);
    let cases = [
        ("source-over", [100, 150, 200, 255]),
        ("copy", [100, 150, 200, 255]),
        ("clear", [0, 0, 0, 0]),
        ("destination-over", below),
        ("destination-out", [0, 0, 0, 0]),
        ("xor", [0, 0, 0, 0]),
        ("lighter", [255, 250, 250, 255]),
        ("multiply", [78, 59, 39, 255]),
        ("screen", [222, 191, 211, 255]),
        ("darken", [100, 100, 50, 255]),
        ("lighten", [200, 150, 200, 255]),
        ("difference", [100, 50, 150, 255]),
        ("exclusion", [143, 132, 172, 255]),
    ];
    let paint = made(rt_lyon_paint_color(above)).unwrap();
    for (mode, expected) in cases {
        let canvas = Canvas::of(&[below; 4], 2);
        // The left column, and half of the right one: what is not covered stays.
        let part = path(rt_lyon_path_rectangle(0.0, 0.0, 1.5, 2.0));
        fill(&canvas, &part, &paint, 0, &format!(r#"{{"blend": "{mode}"}}"#));
        assert_eq!(canvas.pixel(0, 0), expected, "{mode}");
        let half = canvas.pixel(1, 0);
        let alpha = (f64::from(expected[3]) + 255.0) / 2.0;
        assert!((f64::from(half[3]) - alpha).abs() <= 1.0, "{mode}: {half:?}");
        for i in (0..3).filter(|_| expected[3] == 255) {
            let mean = (f64::from(expected[i]) + f64::from(below[i])) / 2.0;
            assert!((f64::from(half[i]) - mean).abs() <= 1.0, "{mode}: {half:?}");
        }
    }
}

/// Long rows are laid by a table, narrow ones pixel by pixel.
#[test]
fn a_wide_fill_is_as_many_narrow_ones() {
    const WIDTH: usize = 256;
    let values = 0..=255_u8;
    // Opaque for the most part.
    let pixels: Vec<_> =
        values.map(|i| [i, 255 - i, i.wrapping_mul(7), if i % 9 == 8 { i } else { 255 }]).collect();
    for color in [0x6496_c8ff, 0x6496_c880, 0xff00_00ff, 0x12ef_3400] {
        let paint = made(rt_lyon_paint_color(color)).unwrap();
        for mode in [
            "source-in",
            "source-out",
            "source-atop",
            "destination-over",
            "destination-in",
            "destination-out",
            "destination-atop",
            "xor",
            "copy",
            "clear",
            "lighter",
            "multiply",
            "screen",
            "overlay",
            "darken",
            "lighten",
            "color-dodge",
            "color-burn",
            "hard-light",
            "soft-light",
            "difference",
            "exclusion",
            "hue",
            "saturation",
            "color",
            "luminosity",
        ] {
            let options = format!(r#"{{"blend": "{mode}", "opacity": 0.75}}"#);
            let (wide, narrow) = (Canvas::of(&pixels, WIDTH as i64), Canvas::of(&pixels, WIDTH as i64));
            fill(&wide, &all(&wide), &paint, 0, &options);
            let columns = (0..WIDTH / 32).map(|i| format!("M{} 0h32v1h-32z", i * 32));
            for column in columns {
                fill(&narrow, &svg(&column), &paint, 0, &options);
            }
            assert_eq!(wide.pixels(), narrow.pixels(), "{mode} of {color:x}");
        }
    }
}

#[test]
fn a_picture_as_paint() {
    let pixels: Vec<_> = (0..16).map(|i| [i * 16, 255 - i * 16, i, 255]).collect();
    let (picture, canvas) = (Canvas::of(&pixels, 4), Canvas::new(4, 4));
    let paint = made(rt_lyon_paint_picture(picture.0)).unwrap();
    // As it was.
    assert!(rt_lyon_canvas_clear(picture.0, 0));
    fill(&canvas, &all(&canvas), &paint, 0, "{}");
    assert_eq!(canvas.pixels(), pixels);
    // Beyond its edges as there.
    let canvas = Canvas::new(6, 1);
    fill(&canvas, &all(&canvas), &paint, 0, "{}");
    assert_eq!(canvas.pixels()[3..], [pixels[3]; 3]);
}

#[test]
fn wrong_paints_and_options_are_refused() {
    let stops = [(0.0, BLACK), (1.0, WHITE)];
    let refused = |paint: Result<Paint, String>, why: &str| assert_eq!(paint.err().expect("an error"), why);
    refused(linear([1.0, 2.0, 1.0, 2.0], &stops, 0), "the gradient begins where it ends");
    refused(linear([0.0, 0.0, f64::NAN, 2.0], &stops, 0), "`x2` is NaN, which is no finite number");
    refused(linear([0.0, 0.0, 1.0, 2.0], &stops, 3), "`spread` is 3, which is not from 0 to 2");
    refused(
        linear([0.0, 0.0, 1.0, 2.0], &[], 0),
        "`offsets` holds 0 items and `colors` 0, and a gradient takes 1 to 4096, as many of each",
    );
    refused(
        linear([0.0, 0.0, 1.0, 2.0], &[(0.5, 0), (0.4, 0)], 0),
        "item 1 of `offsets` is 0.4, which is not from 0.5 to 1.0",
    );
    refused(
        linear([0.0, 0.0, 1.0, 2.0], &[(0.5, -1)], 0),
        "`colors` is -1, which is not from 0 to 4294967295",
    );
    refused(radial([0.0, 0.0, 1.0, 1.0, 0.0], 0), "the gradient has its focus outside its circle");
    refused(radial([0.0, 0.0, 0.0, 0.0, 0.0], 0), "`radius` is 0.0, which is not above 0");
    refused(
        made(rt_lyon_paint_color(1 << 40)),
        "`color` is 1099511627776, which is not from 0 to 4294967295",
    );

    let (canvas, paint) = (Canvas::new(2, 2), linear([0.0, 0.0, 1.0, 2.0], &stops, 0).unwrap());
    let square = all(&canvas);
    for (options, why) in [
        (
            r#"{"blend": "mix"}"#,
            "`options_json` has \"mix\" for `blend`, which is not the name of a blend mode",
        ),
        (r#"{"opacity": 2}"#, "`options_json` has 2 for `opacity`, which is not a number from 0 to 1"),
        (r#"{"rule": 2}"#, "`options_json` has the key `rule`, which is none of fill_rule, opacity, blend"),
    ] {
        assert!(!rt_lyon_canvas_fill(canvas.0, square.0, 0, paint.0, 0, c(options).as_ptr()));
        assert_eq!(last_error(), why);
    }
    assert!(!rt_lyon_canvas_fill(canvas.0, square.0, 0, paint.0, 3, c("{}").as_ptr()));
    assert_eq!(last_error(), "`clip` is 3, which was never the handle of a path");
    assert_eq!(canvas.pixels(), [[0; 4]; 4]);
    // Flat, it covers nothing.
    let flat = rt_lyon_transform_scale(0.0, 0.0);
    assert!(rt_lyon_canvas_fill(canvas.0, square.0, flat, paint.0, 0, c("{}").as_ptr()));
    assert!(rt_lyon_transform_free(flat));
    assert_eq!(canvas.pixels(), [[0; 4]; 4]);
}
