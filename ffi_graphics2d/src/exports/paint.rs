//! Paints: colours, gradients and pictures that shapes are filled with.

use crate::{
    Path, Result, Transform, canvas, check,
    color::Color,
    fill_options,
    gradient::{Gradient, Stops},
    paint::Paint,
    picture::Size,
    spread,
    transform::matrix_of,
};
use ffi_core::{Consumed, Handle, New, canvas::Canvas, export};

/// Makes a paint of one colour, 0xRRGGBBAA. Free it, as all paints, with `rt_lyon_paint_free`.
#[export(computes)]
fn rt_lyon_paint_color(color: i64) -> Result<New<Paint>> {
    Ok(New::new(Paint::Color(Color::from_argument("color", color)?)))
}

/// Makes a gradient along a line: its colours change from (`x1`, `y1`) to (`x2`, `y2`), which must differ, and are the
/// same across. `colors` (0xRRGGBBAA) lie at `offsets`, which go from 0 to 1 and never back; between them, each channel
/// and alpha is mixed. 1 to 4,096 of each. `spread` says what lies before 0 and beyond 1: the colours at the ends 0, the
/// gradient again 1, or mirrored 2. Coordinates are those of the shape that is filled.
#[export(heavy, numbers(spread = "Spread"))]
fn rt_lyon_paint_linear_gradient(
    x1: f64,
    y1: f64,
    x2: f64,
    y2: f64,
    offsets: &[f64],
    colors: &[i64],
    spread: i64,
) -> Result<New<Paint>> {
    let (from, to) = (check::point(("x1", x1), ("y1", y1))?, check::point(("x2", x2), ("y2", y2))?);
    let (stops, spread) = (Stops::new(offsets, colors)?, spread::from_argument(spread)?);
    Ok(New::new(Paint::Gradient(Gradient::linear(from, to, stops, spread)?)))
}

/// Makes a gradient that goes out from a focus, at offset 0, to a circle around it, at offset 1, as SVG's does. The focus
/// is mostly the centre of the circle, and must lie inside it. `offsets`, `colors` and `spread` as for
/// `rt_lyon_paint_linear_gradient`.
#[export(heavy, numbers(spread = "Spread"))]
#[allow(clippy::too_many_arguments)]
fn rt_lyon_paint_radial_gradient(
    center_x: f64,
    center_y: f64,
    radius: f64,
    focus_x: f64,
    focus_y: f64,
    offsets: &[f64],
    colors: &[i64],
    spread: i64,
) -> Result<New<Paint>> {
    let center = check::point(("center_x", center_x), ("center_y", center_y))?;
    let focus = check::point(("focus_x", focus_x), ("focus_y", focus_y))?;
    let radius = check::coordinate("radius", radius)?;
    let (stops, spread) = (Stops::new(offsets, colors)?, spread::from_argument(spread)?);
    Ok(New::new(Paint::Gradient(Gradient::radial(center, radius, focus, stops, spread)?)))
}

/// Makes a gradient that goes once round a centre, from `start_angle` (radians, from the direction of x towards that of
/// y) at offset 0 to the same direction at offset 1. `offsets` and `colors` as for `rt_lyon_paint_linear_gradient`.
#[export(heavy)]
fn rt_lyon_paint_conic_gradient(
    center_x: f64,
    center_y: f64,
    start_angle: f64,
    offsets: &[f64],
    colors: &[i64],
) -> Result<New<Paint>> {
    let center = check::point(("center_x", center_x), ("center_y", center_y))?;
    Ok(New::new(Paint::Gradient(Gradient::conic(center, start_angle, Stops::new(offsets, colors)?)?)))
}

/// Makes a paint of a picture as it is now, a canvas: it lies with its top left corner at (0, 0) of the shape's
/// coordinates, mixed between its pixels as by `rt_lyon_canvas_draw_picture`, and beyond its edges as it is there.
#[export]
fn rt_lyon_paint_picture(picture: &Canvas) -> New<Paint> {
    New::new(Paint::Picture { pixels: picture.pixels(), size: Size::of(picture) })
}

/// Frees a paint.
#[export]
fn rt_lyon_paint_free(paint: Consumed<Paint>) -> bool {
    drop(paint);
    true
}

/// Fills a path on a canvas with a paint. `transform` takes the path's coordinates and the paint's to those of the
/// canvas; 0 stands for the transform that changes nothing. `clip` is a path in the canvas's coordinates: nothing is
/// drawn outside what it fills by the non-zero rule, and its edges are smooth; 0 for none.
///
/// `options_json` is a JSON object: `fill_rule` "non-zero" or "even-odd"; `opacity` 0 to 1, of the whole fill; `blend`,
/// how the fill and what is there make what is seen, by the names of the web's canvas: "source-over" (laid over it),
/// "source-in", "source-out", "source-atop", "destination-over", "destination-in", "destination-out",
/// "destination-atop", "xor", "copy", "clear", "lighter", "multiply", "screen", "overlay", "darken", "lighten",
/// "color-dodge", "color-burn", "hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color",
/// "luminosity". What the path does not cover stays, whatever the mode. `{}` changes nothing. An unknown key or value
/// fails, and last error names it.
///
/// To blend or fade several shapes as one, draw them on a canvas of their own and fill with that as a picture.
#[export(heavy, zero(transform, clip), schema(options_json = "ffi_graphics2d/src/fill_options.schema.json"))]
fn rt_lyon_canvas_fill(
    canvas: &Canvas,
    path: &Path,
    transform: Handle<Transform>,
    paint: &Paint,
    clip: Handle<Path>,
    options_json: &str,
) -> Result<()> {
    let options = fill_options::parse(options_json)?;
    let matrix = matrix_of(transform)?;
    if clip.number() == 0 {
        return canvas::fill(canvas, path, &matrix, paint, None, options);
    }
    canvas::fill(canvas, path, &matrix, paint, Some(&*clip.get()?), options)
}
