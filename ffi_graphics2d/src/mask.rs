//! Clip masks: the part of each pixel that a clip path leaves.

use crate::{
    Path, Result,
    drawing::{self, Source},
    picture::{Size, zeros},
};
use lyon::{geom::euclid::default::Transform2D, path::FillRule};
use std::ops::Range;

/// A byte a pixel, 0 to 255.
pub struct Mask(Vec<u8>);

impl Mask {
    /// The mask of what a path fills by the non-zero rule; its coordinates are pixels.
    pub fn new(clip: &Path, size: Size) -> Result<Self> {
        let mut covered = zeros(size.bytes())?;
        drawing::fill(clip, &Transform2D::identity(), FillRule::NonZero, &Coverage, &mut covered, size);
        let mut mask = zeros(size.bytes() / 4)?;
        mask.iter_mut().zip(covered.as_chunks::<4>().0).for_each(|(mask, pixel)| *mask = pixel[3]);
        Ok(Self(mask))
    }

    /// The part of a pixel that is left, 0 to 1.
    pub fn at(&self, pixel: usize) -> f32 {
        f32::from(self.0[pixel]) / 255.0
    }
}

/// Draws coverage as alpha.
struct Coverage;

impl Source for Coverage {
    fn lay(&self, coverage: f32, _: usize, _: Range<usize>, pixels: &mut [u8]) {
        pixels.as_chunks_mut::<4>().0.fill([0, 0, 0, (coverage * 255.0 + 0.5) as u8]);
    }
}
