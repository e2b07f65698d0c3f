//! Tessellations drawn into pictures.

use crate::{
    FillTessellation, Path, Result, StrokeTessellation, Transform, check, color::Color, drawing, edge::Edge,
    fill_rule, geometry::Geometry, picture::Size, raster::Covered, transform::matrix_of,
};
use ffi_core::{Handle, export, memory};
use lyon::{
    geom::{Box2D, euclid::default::Transform2D},
    path::FillRule,
};

/// Lays a filled path over a picture. `transform` takes the path's coordinates to pixels, with (0, 0) the top
/// left corner of the picture and y downwards; 0 stands for the transform that changes nothing. `color` is
/// 0xRRGGBBAA. `pixels` is the picture: width · height · 4 bytes of red, green, blue and alpha, not
/// premultiplied, row after row from the top. Edges are smoothed: a pixel takes as much of the colour as
/// the tessellation covers of its area. What lies outside the picture is left out.
#[export(zero(transform), heavy)]
fn rt_lyon_fill_tessellation_draw(
    tess: &FillTessellation,
    transform: Handle<Transform>,
    color: i64,
    pixels: &mut [u8],
    width: i64,
    height: i64,
) -> Result<()> {
    draw(tess.geometry(), &matrix_of(transform)?, color, pixels, Size::new(width, height)?)
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
    draw(tess.geometry(), &matrix_of(transform)?, color, pixels, Size::new(width, height)?)
}

/// Draws a new picture, transparent but for the path filled with a colour (0xRRGGBBAA) by a fill rule (even-odd 0,
/// non-zero 1). The path's coordinates are pixels; a pixel takes as much of the colour as the path covers of its area,
/// to a 500th. Where very many lines cross in a row of pixels, the rest of that row is seen along 16 lines. Width and
/// height are 1 to 32,768.
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
    let color = Color::from_argument("color", color)?;
    let mut pixels = size.blank()?;
    drawing::fill(path, &Transform2D::identity(), rule, &color, &mut pixels, size);
    Ok(pixels)
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
    memory::require((geometry.len() + geometry.indices.len()) * drawing::OF_AN_EDGE);
    let place = |i| check::reached("transform", matrix.transform_point(geometry.position(i)));
    let placed: Vec<_> = (0..geometry.len()).map(place).collect::<Result<_>>()?;
    if !drawing::may_show(&Box2D::from_points(&placed), size) {
        return Ok(());
    }
    let edge = |&[from, to]: &[u32; 2]| Edge::new(placed[from as usize], placed[to as usize], size);
    let edges = geometry.outer_edges().iter().filter_map(edge).collect();
    // A stroke's triangles overlap.
    let covered = if geometry.is_fill() { Covered::Once } else { Covered::By(FillRule::NonZero) };
    drawing::lay(edges, covered, &color, pixels, size);
    Ok(())
}
