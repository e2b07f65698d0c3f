//! Paints, with which shapes are filled, and brushes, which lay them over canvases.

use crate::{
    blend::Blend, color::Color, drawing::Source, gradient::Gradient, mask::Mask, picture::Size,
    sampler::Sampler, transform::inverse,
};
use ffi_core::Kind;
use lyon::geom::{Point, euclid::default::Transform2D};
use std::{ops::Range, sync::Arc};

/// A colour, a gradient or a picture. It never changes.
pub enum Paint {
    /// One colour.
    Color(Color),
    /// Colours that change from place to place.
    Gradient(Gradient),
    /// A picture as it was, in its own pixels.
    Picture {
        /// The picture's pixels.
        pixels: Arc<Vec<u8>>,
        /// The picture's size.
        size: Size,
    },
}

ffi_core::object!(Paint, Kind::Paint);

/// A paint as it lies on a canvas.
enum Shade<'a> {
    Color([f32; 4]),
    /// With what takes the canvas's pixels to the gradient's coordinates.
    Gradient(&'a Gradient, Transform2D<f64>),
    Picture(Sampler<'a>),
}

/// A paint made ready for a canvas: what a fill lays over it.
pub struct Brush<'a> {
    shade: Shade<'a>,
    opacity: f32,
    blend: Blend,
    clip: Option<&'a Mask>,
    /// The colour, where that is all there is to it.
    plain: Option<Color>,
    width: usize,
}

impl<'a> Brush<'a> {
    /// A brush for a canvas that is `width` pixels wide; none where `matrix`, which takes the paint's coordinates to
    /// the canvas's, flattens the plane.
    pub fn new(
        paint: &'a Paint,
        matrix: &Transform2D<f64>,
        (opacity, blend): (f64, Blend),
        clip: Option<&'a Mask>,
        width: usize,
    ) -> Option<Self> {
        let back = inverse(matrix)?;
        let shade = match paint {
            Paint::Color(color) => Shade::Color(premultiplied(color.parts())),
            Paint::Gradient(gradient) => Shade::Gradient(gradient, back),
            Paint::Picture { pixels, size } => Shade::Picture(Sampler::new(pixels, *size, matrix, 1.0)?),
        };
        let plain = match paint {
            Paint::Color(color) if blend == Blend::OVER && clip.is_none() => Some(*color),
            _ => None,
        };
        Some(Self { shade, opacity: opacity as f32, blend, clip, plain, width })
    }

    /// The premultiplied colour at the middle of a pixel.
    fn at(&self, x: usize, y: usize) -> [f32; 4] {
        let middle = Point::new(x as f64 + 0.5, y as f64 + 0.5);
        let color = match &self.shade {
            Shade::Color(color) => *color,
            Shade::Gradient(gradient, back) => premultiplied(gradient.at(back.transform_point(middle))),
            Shade::Picture(sampler) => sampler.at(middle).map(|value| value / 255.0),
        };
        color.map(|value| value * self.opacity)
    }
}

impl Source for Brush<'_> {
    fn lay(&self, coverage: f32, y: usize, columns: Range<usize>, pixels: &mut [u8]) {
        if let Some(color) = self.plain {
            return color.over(coverage * self.opacity, pixels);
        }
        for (x, pixel) in columns.zip(pixels.as_chunks_mut::<4>().0) {
            let part = coverage * self.clip.map_or(1.0, |clip| clip.at(y * self.width + x));
            if part > 0.0 {
                let below = premultiplied(pixel.map(|value| f32::from(value) / 255.0));
                let above = self.blend.apply(self.at(x, y), below);
                *pixel = stored(std::array::from_fn(|i| below[i] + (above[i] - below[i]) * part));
            }
        }
    }
}

fn premultiplied([red, green, blue, alpha]: [f32; 4]) -> [f32; 4] {
    [red * alpha, green * alpha, blue * alpha, alpha]
}

/// As a pixel holds it: not premultiplied, 0 to 255.
fn stored([red, green, blue, alpha]: [f32; 4]) -> [u8; 4] {
    if alpha <= 0.0 {
        return [0; 4];
    }
    // Beyond a number's range, it becomes the nearest of it.
    let byte = |value: f32| (value * 255.0 + 0.5) as u8;
    [byte(red / alpha), byte(green / alpha), byte(blue / alpha), byte(alpha)]
}
