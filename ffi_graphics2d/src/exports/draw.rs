//! Tessellations drawn into pictures.

use crate::{
    Error, FillTessellation, Path, Result, StrokeTessellation, Transform, check, color::Color, fill,
    fill_rule, geometry::Geometry, picture::Size, raster,
};
use ffi_core::{Handle, export};
use lyon::geom::euclid::default::Transform2D;

/// How far a path's drawing may be from it, in pixels.
const TOLERANCE: f64 = 0.02;

/// Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
/// left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
/// 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
/// premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
/// the path covers of it, seen along 16 lines a row: what is lower than a sixteenth of a pixel may be missed or
/// come out too strong. What lies outside the picture is left out.
#[export(zero(transform), heavy)]
fn rt_lyon_fill_tessellation_draw(
    tess: &FillTessellation,
    transform: Handle<Transform>,
    color: i64,
    pixels: &mut [u8],
    width: i64,
    height: i64,
) -> Result<()> {
    draw(tess.geometry(), &matrix(transform)?, color, pixels, Size::new(width, height)?)
}

/// Lays a stroked path over a picture, as `rt_lyon_fill_tessellation_draw` does a filled one. Where triangles
/// overlap, the colour is laid once.
#[export(zero(transform), heavy)]
fn rt_lyon_stroke_tessellation_draw(
    tess: &StrokeTessellation,
    transform: Handle<Transform>,
    color: i64,
    pixels: &mut [u8],
    width: i64,
    height: i64,
) -> Result<()> {
    draw(tess.geometry(), &matrix(transform)?, color, pixels, Size::new(width, height)?)
}

/// A new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
/// non-zero 1). The path's coordinates are pixels. Width and height are 1 to 32,768.
#[export(numbers(fill_rule = "FillRule"), heavy)]
fn rt_lyon_path_rasterize(
    path: &Path,
    fill_rule: i64,
    color: i64,
    width: i64,
    height: i64,
) -> Result<Vec<u8>> {
    let size = Size::new(width, height)?;
    let rule = fill_rule::from_argument(fill_rule)?;
    Color::from_argument("color", color)?;
    let geometry = fill::fill(path, TOLERANCE, rule).map_err(|error| match error {
        Error::TooFine { count, most, .. } => Error::TooLarge { count, most },
        other => other,
    })?;
    let mut pixels = size.blank()?;
    draw(&geometry, &Transform2D::identity(), color, &mut pixels, size)?;
    Ok(pixels)
}

fn matrix(transform: Handle<Transform>) -> Result<Transform2D<f64>> {
    if transform.number() == 0 {
        return Ok(Transform2D::identity());
    }
    Ok(*transform.get()?.matrix())
}

fn draw(
    geometry: &Geometry,
    matrix: &Transform2D<f64>,
    color: i64,
    pixels: &mut [u8],
    size: Size,
) -> Result<()> {
    let color = Color::from_argument("color", color)?;
    size.check(pixels)?;
    for i in 0..geometry.len() {
        check::reached("transform", matrix.transform_point(geometry.position(i)))?;
    }
    let placed = geometry.triangles().map(|corners| corners.map(|corner| matrix.transform_point(corner)));
    raster::cover(placed, size.width, size.height, |y, x, coverage| {
        let at = (y * size.width + x) * 4;
        color.over(coverage, &mut pixels[at..at + 4]);
    });
    Ok(())
}
