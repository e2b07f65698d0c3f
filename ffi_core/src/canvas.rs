//! Canvases: pictures that one library draws on and another shows.

use crate::{
    Kind, Locked,
    memory::{self, OutOfMemory},
};
use std::sync::Arc;

/// A picture that calls draw on: red, green, blue and alpha, a byte each, not premultiplied, row after row from the top.
/// A child of `fork` has a copy of its own.
pub struct Canvas {
    width: usize,
    height: usize,
    pixels: Locked<Arc<Vec<u8>>>,
}

crate::object!(Canvas, Kind::Canvas);

impl Canvas {
    /// A canvas of `width` times `height` pixels.
    ///
    /// # Panics
    /// If `pixels` does not have four bytes for each pixel.
    pub fn new(width: usize, height: usize, pixels: Vec<u8>) -> Self {
        assert_eq!(pixels.len(), width * height * 4);
        Self { width, height, pixels: Locked::new(Arc::new(pixels)) }
    }

    /// Width in pixels.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> usize {
        self.height
    }

    /// The pixels as they are now. Nothing is copied unless the canvas is drawn on while they are kept.
    pub fn pixels(&self) -> Arc<Vec<u8>> {
        Arc::clone(&self.pixels.lock())
    }

    /// Changes the pixels. Whoever keeps them as they were makes this copy them.
    pub fn change<R>(&self, change: impl FnOnce(&mut [u8]) -> R) -> Result<R, OutOfMemory> {
        let mut pixels = self.pixels.lock();
        if Arc::get_mut(&mut pixels).is_none() {
            *pixels = Arc::new(memory::copy(&pixels)?);
        }
        Ok(change(Arc::<Vec<u8>>::make_mut(&mut pixels)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_that_are_kept_stay_as_they_were() {
        let canvas = Canvas::new(2, 1, vec![7; 8]);
        let kept = canvas.pixels();
        let place = canvas.change(|pixels| {
            pixels[0] = 1;
            pixels.as_ptr()
        });
        assert_eq!((kept[0], canvas.pixels()[0]), (7, 1));
        assert_eq!(canvas.change(|pixels| pixels.as_ptr()), place, "nobody keeps them: no copy");
        assert_ne!(kept.as_ptr(), place.unwrap());
    }
}
