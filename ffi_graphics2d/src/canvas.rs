//! Drawing on canvases.

use crate::{
    Error, Path, Result, check,
    color::Color,
    drawing,
    edge::Edge,
    fill_options::FillOptions,
    mask::Mask,
    paint::{Brush, Paint},
    picture::{Size, zeros},
    raster::Covered,
    sampler::Sampler,
};
use ffi_core::{Handle, Object, canvas::Canvas, memory};
use lyon::{
    geom::{Angle, Point, Vector, euclid::default::Transform2D},
    path::FillRule,
};
use std::sync::Arc;

/// Numbers of a placement: x, y, angle and scale.
const OF_A_PLACEMENT: usize = 4;

/// A transparent canvas.
pub fn blank(size: Size) -> Result<Canvas> {
    Ok(Canvas::new(size.width, size.height, zeros(size.bytes())?))
}

/// A canvas with these pixels on it.
pub fn of_pixels(pixels: &[u8], size: Size) -> Result<Canvas> {
    size.check(pixels)?;
    Ok(Canvas::new(size.width, size.height, memory::copy(pixels)?))
}

/// Makes all of a canvas one colour.
pub fn clear(canvas: &Canvas, color: Color) -> Result<()> {
    Ok(canvas.change(|pixels| color.fill(pixels))?)
}

/// Placements of shapes.
pub struct Placements<'a> {
    numbers: &'a [[f64; OF_A_PLACEMENT]],
}

impl<'a> Placements<'a> {
    /// Those that an argument called `placements` says.
    pub fn new(numbers: &'a [f64]) -> Result<Self> {
        let (placements, rest) = numbers.as_chunks();
        if !rest.is_empty() {
            return Err(Error::Placements { name: "placements", len: numbers.len() });
        }
        for (i, &value) in numbers.iter().enumerate() {
            if value.is_nan() || value.abs() > check::FARTHEST {
                return Err(Error::BadItem { name: "placements", index: i, value });
            }
        }
        Ok(Self { numbers: placements })
    }

    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// For each placement, the matrix that takes a shape's coordinates to pixels.
    pub fn matrices(&self) -> impl Iterator<Item = Transform2D<f64>> {
        self.numbers.iter().map(|&[x, y, angle, scale]| placement(x, y, angle, scale))
    }

    /// The item for each placement: as many as there are, or one for all.
    pub fn each<'b, T>(&self, name: &'static str, items: &'b [T]) -> Result<impl Iterator<Item = &'b T>> {
        if items.len() != 1 && items.len() != self.len() {
            return Err(Error::Items { name, len: items.len(), placements: self.len() });
        }
        Ok((0..self.len()).map(|i| if items.len() == 1 { &items[0] } else { &items[i] }))
    }
}

/// A turn about the origin and a scale, then a shift.
fn placement(x: f64, y: f64, angle: f64, scale: f64) -> Transform2D<f64> {
    Transform2D::rotation(Angle::radians(angle)).then_scale(scale, scale).then_translate(Vector::new(x, y))
}

/// The objects that an argument of handles stands for.
pub fn objects<T: Object>(name: &'static str, handles: &[i64]) -> Result<Vec<Arc<T>>> {
    let mut objects: Vec<Arc<T>> = vec![];
    memory::reserve(&mut objects, handles.len())?;
    for (i, &handle) in handles.iter().enumerate() {
        // The same shape is drawn many times over.
        let object = match objects.last() {
            Some(last) if handles[i - 1] == handle => Arc::clone(last),
            _ => Handle::<T>::new(handle, name).get()?.to_arc(),
        };
        objects.push(object);
    }
    Ok(objects)
}

/// Lays filled paths over a canvas, one for each placement. Where one of them cannot be, none is.
pub fn draw_paths(
    canvas: &Canvas,
    paths: &[Arc<Path>],
    placements: &Placements,
    colors: &[Color],
) -> Result<()> {
    let (colors, each) = (placements.each("colors", colors)?, || placements.each("paths", paths));
    for (path, matrix) in each()?.zip(placements.matrices()) {
        drawing::check_reach(path, &matrix, "placements")?;
    }
    let (each, size) = (each()?, Size::of(canvas));
    Ok(canvas.change(|pixels| {
        for ((path, matrix), color) in each.zip(placements.matrices()).zip(colors) {
            drawing::fill(path, &matrix, FillRule::NonZero, color, pixels, size);
        }
    })?)
}

/// Lays one filled path over a canvas.
pub fn draw_path(canvas: &Canvas, path: &Path, [x, y, angle, scale]: [f64; 4], color: Color) -> Result<()> {
    let at = check::point(("x", x), ("y", y))?;
    let matrix = placement(at.x, at.y, check::finite("angle", angle)?, check::coordinate("scale", scale)?);
    drawing::check_reach(path, &matrix, "scale")?;
    Ok(canvas
        .change(|pixels| drawing::fill(path, &matrix, FillRule::NonZero, &color, pixels, Size::of(canvas)))?)
}

/// Fills a path with a paint; `matrix` takes both to the canvas's pixels.
pub fn fill(
    canvas: &Canvas,
    path: &Path,
    matrix: &Transform2D<f64>,
    paint: &Paint,
    clip: Option<&Path>,
    options: FillOptions,
) -> Result<()> {
    drawing::check_reach(path, matrix, "transform")?;
    let size = Size::of(canvas);
    let clip = clip.map(|clip| Mask::new(clip, size)).transpose()?;
    let how = (options.opacity, options.blend);
    let Some(brush) = Brush::new(paint, matrix, how, clip.as_ref(), size.width) else { return Ok(()) };
    Ok(canvas.change(|pixels| drawing::fill(path, matrix, options.rule, &brush, pixels, size))?)
}

/// Lays a picture over a canvas; `matrix` takes the picture's pixels to the canvas's.
pub fn draw_picture(
    canvas: &Canvas,
    picture: &Canvas,
    matrix: &Transform2D<f64>,
    opacity: f64,
) -> Result<()> {
    let from = Size::of(picture);
    check_corners(from, matrix, "transform")?;
    // The picture may be the canvas: its pixels as they were are drawn.
    let picture = picture.pixels();
    Ok(canvas.change(|pixels| lay_picture(&picture, from, matrix, opacity, (pixels, Size::of(canvas))))?)
}

/// Lays pictures over a canvas, one for each placement, which says where its middle lies.
pub fn draw_pictures(
    canvas: &Canvas,
    pictures: &[Arc<Canvas>],
    placements: &Placements,
    opacities: &[f64],
) -> Result<()> {
    let (opacities, each) =
        (placements.each("opacities", opacities)?, || placements.each("pictures", pictures));
    for (picture, matrix) in each()?.zip(placements.matrices()) {
        check_corners(Size::of(picture), &about_middle(picture, &matrix), "placements")?;
    }
    let mut kept = vec![];
    memory::reserve(&mut kept, pictures.len())?;
    kept.extend(pictures.iter().map(|picture| picture.pixels()));
    let (each, kept) = (each()?, placements.each("pictures", &kept)?);
    Ok(canvas.change(|pixels| {
        for (((picture, kept), matrix), &opacity) in each.zip(kept).zip(placements.matrices()).zip(opacities)
        {
            let matrix = about_middle(picture, &matrix);
            lay_picture(kept, Size::of(picture), &matrix, opacity, (pixels, Size::of(canvas)));
        }
    })?)
}

fn about_middle(picture: &Canvas, matrix: &Transform2D<f64>) -> Transform2D<f64> {
    let middle = Vector::new(picture.width() as f64, picture.height() as f64) / 2.0;
    matrix.pre_translate(-middle)
}

fn check_corners(size: Size, matrix: &Transform2D<f64>, name: &'static str) -> Result<()> {
    for corner in Sampler::corners(size) {
        check::reached(name, matrix.transform_point(corner))?;
    }
    Ok(())
}

fn lay_picture(
    picture: &[u8],
    from: Size,
    matrix: &Transform2D<f64>,
    opacity: f64,
    (pixels, size): (&mut [u8], Size),
) {
    let Some(sampler) = Sampler::new(picture, from, matrix, opacity) else { return };
    let corners = Sampler::corners(from).map(|corner| matrix.transform_point(corner));
    let edge = |i: usize| -> (Point<f64>, Point<f64>) { (corners[i], corners[(i + 1) % 4]) };
    let edges = (0..4).map(edge).filter_map(|(from, to)| Edge::new(from, to, size)).collect();
    drawing::lay(edges, Covered::Once, &sampler, pixels, size);
}
