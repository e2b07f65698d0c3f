//! A picture that is drawn by a transform: what it has at each place, between its pixels too.

use crate::{drawing::Source, picture::Size, transform::inverse};
use lyon::geom::{Point, Vector, euclid::default::Transform2D};
use std::ops::Range;

/// A picture as it lies on another.
pub struct Sampler<'a> {
    pixels: &'a [[u8; 4]],
    size: Size,
    /// The matrix from the other picture's pixels to this one's.
    back: Transform2D<f64>,
    /// The shift to the right and down, where the picture lies pixel for pixel.
    shift: Option<Vector<i64>>,
    opacity: f32,
}

impl<'a> Sampler<'a> {
    /// The picture whose pixels `matrix` takes to those of another; none where it would be flat.
    pub fn new(pixels: &'a [u8], size: Size, matrix: &Transform2D<f64>, opacity: f64) -> Option<Self> {
        let shift = Vector::new(matrix.m31, matrix.m32);
        let is_shift = *matrix == Transform2D::translation(shift.x, shift.y) && shift == shift.round();
        Some(Self {
            pixels: pixels.as_chunks().0,
            size,
            back: inverse(matrix)?,
            shift: is_shift.then(|| Vector::new(shift.x as i64, shift.y as i64)),
            opacity: opacity as f32,
        })
    }

    /// The corners of the picture as they follow each other round it, in its own pixels.
    pub fn corners(size: Size) -> [Point<f64>; 4] {
        let (width, height) = (size.width as f64, size.height as f64);
        [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)].map(Point::from)
    }

    fn pixel(&self, x: usize, y: usize) -> [f32; 4] {
        premultiplied(self.pixels[y * self.size.width + x])
    }

    /// The colour at a place of the other picture, premultiplied, 0 to 255.
    pub fn at(&self, place: Point<f64>) -> [f32; 4] {
        self.between(self.back.transform_point(place))
    }

    /// The colour at a place, premultiplied: by the four pixels whose middles are around it. Beyond the outermost
    /// ones it is as there.
    fn between(&self, at: Point<f64>) -> [f32; 4] {
        let (x, y) = (at.x - 0.5, at.y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (to_right, to_bottom) = ((x - left) as f32, (y - top) as f32);
        // A number below 0 becomes 0.
        let column = |x: f64| (x as usize).min(self.size.width - 1);
        let row = |y: f64| (y as usize).min(self.size.height - 1);
        let (left, right, top, bottom) = (column(left), column(left + 1.0), row(top), row(top + 1.0));
        let upper = mix(self.pixel(left, top), self.pixel(right, top), to_right);
        let lower = mix(self.pixel(left, bottom), self.pixel(right, bottom), to_right);
        mix(upper, lower, to_bottom)
    }
}

impl Source for Sampler<'_> {
    fn lay(&self, coverage: f32, y: usize, columns: Range<usize>, pixels: &mut [u8]) {
        let strength = coverage * self.opacity;
        let pixels = pixels.as_chunks_mut::<4>().0.iter_mut();
        if let Some(shift) = self.shift {
            // The picture's edges lie on those of pixels, so that all of these are within it.
            let start = (y as i64 - shift.y) * self.size.width as i64 + columns.start as i64 - shift.x;
            for (below, &pixel) in pixels.zip(&self.pixels[start as usize..]) {
                match pixel[3] {
                    0 => {}
                    255 if strength == 1.0 => *below = pixel,
                    _ => lay_over(premultiplied(pixel), strength, below),
                }
            }
            return;
        }
        for (x, below) in columns.zip(pixels) {
            let middle = Point::new(x as f64 + 0.5, y as f64 + 0.5);
            lay_over(self.at(middle), strength, below);
        }
    }
}

/// 0 to 255 each.
fn premultiplied([red, green, blue, alpha]: [u8; 4]) -> [f32; 4] {
    let (alpha, part) = (f32::from(alpha), f32::from(alpha) / 255.0);
    [f32::from(red) * part, f32::from(green) * part, f32::from(blue) * part, alpha]
}

fn mix(one: [f32; 4], other: [f32; 4], part: f32) -> [f32; 4] {
    std::array::from_fn(|i| one[i] + (other[i] - one[i]) * part)
}

/// Lays a premultiplied colour, of which `strength` counts, over a pixel.
fn lay_over(color: [f32; 4], strength: f32, below: &mut [u8; 4]) {
    let alpha = color[3] * strength / 255.0;
    if alpha <= 0.0 {
        return;
    }
    let kept = f32::from(below[3]) / 255.0 * (1.0 - alpha);
    let sum = alpha + kept;
    for (channel, value) in below[..3].iter_mut().zip(color) {
        *channel = ((value * strength + f32::from(*channel) * kept) / sum + 0.5) as u8;
    }
    below[3] = (sum * 255.0 + 0.5) as u8;
}
