//! Paints, with which shapes are filled, and brushes, which lay them over canvases.

use crate::{
    blend::Blend, color::Color, drawing::Source, gradient::Gradient, mask::Mask, picture::Size,
    sampler::Sampler, transform::inverse,
};
use ffi_core::Kind;
use lyon::geom::{Point, euclid::default::Transform2D};
use std::{cell::OnceCell, ops::Range, sync::Arc};

/// Pixels in a row from which on a table of what becomes of each channel is worth making.
const LONG: usize = 64;

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
    /// What becomes of each value of a channel of an opaque pixel, where no other channel matters.
    table: OnceCell<Box<[[u8; 4]; 256]>>,
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
        Some(Self { shade, opacity: opacity as f32, blend, clip, plain, table: OnceCell::new(), width })
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

    /// A pixel with a colour, of which `part` counts, laid over it.
    #[inline]
    fn blended(&self, source: [f32; 4], pixel: [u8; 4], part: f32) -> [u8; 4] {
        if part == 1.0 && source[3] == 1.0 && self.blend == Blend::OVER {
            return stored(source);
        }
        let below = premultiplied(pixel.map(|value| f32::from(value) / 255.0));
        let above = self.blend.apply(source, below);
        stored(std::array::from_fn(|i| below[i] + (above[i] - below[i]) * part))
    }

    /// The table for where all of one colour counts.
    fn table(&self) -> Option<&[[u8; 4]; 256]> {
        let (Shade::Color(_), None, false) = (&self.shade, self.clip, matches!(self.blend, Blend::Whole(_)))
        else {
            return None;
        };
        let of =
            |value: usize| self.blended(self.at(0, 0), [value as u8, value as u8, value as u8, 255], 1.0);
        Some(self.table.get_or_init(|| Box::new(std::array::from_fn(of))))
    }
}

impl Source for Brush<'_> {
    fn lay(&self, coverage: f32, y: usize, columns: Range<usize>, pixels: &mut [u8]) {
        if let Some(color) = self.plain {
            return color.over(coverage * self.opacity, pixels);
        }
        let table = if coverage == 1.0 && columns.len() >= LONG { self.table() } else { None };
        for (x, pixel) in columns.zip(pixels.as_chunks_mut::<4>().0) {
            if let (Some(table), &mut [red, green, blue, 255]) = (table, &mut *pixel) {
                let [red, green, blue] = [red, green, blue].map(|value| table[usize::from(value)]);
                *pixel = [red[0], green[1], blue[2], red[3]];
                continue;
            }
            let part = coverage * self.clip.map_or(1.0, |clip| clip.at(y * self.width + x));
            if part > 0.0 {
                *pixel = self.blended(self.at(x, y), *pixel, part);
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
    if alpha == 1.0 {
        return [red, green, blue, alpha].map(byte);
    }
    [byte(red / alpha), byte(green / alpha), byte(blue / alpha), byte(alpha)]
}
