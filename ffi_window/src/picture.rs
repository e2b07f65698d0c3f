//! Pictures in a window, without a GPU.

use crate::{
    Error, Result,
    display::{self, System},
    ranges,
};
use softbuffer::{Context, Surface};
use std::{num::NonZeroU32, sync::Arc};
use winit::{event_loop::OwnedDisplayHandle, window::Window as Native};

/// What shows pictures in one window.
pub struct Canvas {
    native: Arc<Native>,
    surface: Option<Surface<OwnedDisplayHandle, Arc<Native>>>,
}

/// A picture as C hands it over.
struct Picture<'a> {
    width: usize,
    height: usize,
    pixels: &'a [u8],
}

impl Canvas {
    /// For a window that has not shown any yet.
    pub fn new(native: Arc<Native>) -> Self {
        Self { native, surface: None }
    }

    /// Shows a picture in the window's upper left corner, with black around it, cut off at its edges.
    pub fn show(&mut self, size: (u32, u32), width: i64, height: i64, pixels: &[u8]) -> Result<()> {
        let picture = Picture::new(width, height, pixels)?;
        let failed = |error: softbuffer::SoftBufferError| Error::Picture(error.to_string());
        let (Some(across), Some(down)) = (NonZeroU32::new(size.0), NonZeroU32::new(size.1)) else {
            return Err(Error::Picture("the window has no area".into()));
        };
        let display = display::open()?;
        let surface = match &mut self.surface {
            Some(surface) => surface,
            empty => {
                let context = Context::new(display.handle.clone()).map_err(failed)?;
                empty.insert(Surface::new(&context, Arc::clone(&self.native)).map_err(failed)?)
            }
        };
        surface.resize(across, down).map_err(failed)?;
        let mut buffer = surface.buffer_mut().map_err(failed)?;
        picture.draw(&mut buffer, size.0 as usize);
        self.native.pre_present_notify();
        buffer.present().map_err(failed)?;
        if display.system == System::X11 {
            // The request lies in the connection's buffer until something is asked of the server: here that it
            // is done with the picture.
            surface.buffer_mut().map_err(failed)?;
        }
        Ok(())
    }
}

impl<'a> Picture<'a> {
    fn new(width: i64, height: i64, pixels: &'a [u8]) -> Result<Self> {
        ranges::side("width", width)?;
        ranges::side("height", height)?;
        let wanted = width * height * 4;
        if pixels.len() as i64 != wanted {
            return Err(Error::PictureSize { name: "pixels", found: pixels.len(), width, height, wanted });
        }
        Ok(Self { width: width as usize, height: height as usize, pixels })
    }

    /// Onto `buffer`, whose lines are `across` pixels long.
    fn draw(&self, buffer: &mut [u32], across: usize) {
        let shown = self.width.min(across);
        let mut source = self.pixels.chunks_exact(self.width * 4).take(self.height);
        for line in buffer.chunks_exact_mut(across) {
            let (inside, beyond) = match source.next() {
                Some(row) => {
                    let (inside, beyond) = line.split_at_mut(shown);
                    convert(inside, &row[..shown * 4]);
                    (inside.len(), beyond)
                }
                None => (0, line),
            };
            debug_assert!(inside <= across);
            beyond.fill(0);
        }
    }
}

/// RGBA to what the window takes, 0RGB in a word; translucent pixels over black.
fn convert(line: &mut [u32], row: &[u8]) {
    let words =
        || row.chunks_exact(4).map(|pixel| u32::from_le_bytes([pixel[0], pixel[1], pixel[2], pixel[3]]));
    if words().fold(u32::MAX, |all, pixel| all & pixel) >> 24 == 255 {
        line.iter_mut().zip(words()).for_each(|(out, pixel)| *out = swap(pixel));
        return;
    }
    for (out, pixel) in line.iter_mut().zip(words()) {
        let alpha = pixel >> 24;
        let over_black = |part: u32| ((part & 255) * alpha + 127) / 255;
        let (red, green, blue) = (over_black(pixel), over_black(pixel >> 8), over_black(pixel >> 16));
        *out = red << 16 | green << 8 | blue;
    }
}

fn swap(pixel: u32) -> u32 {
    (pixel & 0xff) << 16 | pixel & 0xff00 | (pixel >> 16) & 0xff
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(width: i64, height: i64, pixels: &[u8], across: usize, down: usize) -> Vec<u32> {
        let mut buffer = vec![0xdead_beef; across * down];
        Picture::new(width, height, pixels).unwrap().draw(&mut buffer, across);
        buffer
    }

    #[test]
    fn colours_go_where_they_belong() {
        let pixels = [1, 2, 3, 255, 250, 251, 252, 255];
        assert_eq!(draw(2, 1, &pixels, 2, 1), [0x0001_0203, 0x00fa_fbfc]);
    }

    #[test]
    fn translucent_lies_over_black() {
        // 128/255 of 255, 128 and 0.
        assert_eq!(draw(1, 1, &[255, 128, 0, 128], 1, 1), [0x0080_4000]);
        assert_eq!(draw(1, 1, &[255, 255, 255, 0], 1, 1), [0]);
    }

    #[test]
    fn around_a_small_picture_is_black_and_a_large_one_is_cut() {
        let white = [255; 4 * 6];
        let w = 0x00ff_ffff;
        assert_eq!(draw(2, 3, &white, 3, 4), [w, w, 0, w, w, 0, w, w, 0, 0, 0, 0]);
        assert_eq!(draw(3, 2, &white, 2, 1), [w, w]);
    }

    #[test]
    fn the_number_of_bytes_must_fit() {
        let error = Picture::new(2, 2, &[0; 15]).err().unwrap().to_string();
        assert_eq!(error, "`pixels` has 15 bytes, but 2 times 2 pixels have 16");
        assert!(Picture::new(0, 2, &[]).is_err() && Picture::new(1, 32_768, &[0; 4 * 32_768]).is_err());
    }
}
