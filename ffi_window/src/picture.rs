//! Pictures in a window, without a GPU.

use crate::{
    Error, Result, display, ranges,
    route::{Route, failed},
};
use softbuffer::{Context, Surface};
use std::{num::NonZeroU32, sync::Arc};
use winit::window::Window as Native;

type Shown = Surface<Route, Arc<Native>>;

/// What shows pictures in one window.
pub struct Canvas {
    native: Arc<Native>,
    route: Option<Route>,
    /// They take turns, the next one last.
    surfaces: Vec<Shown>,
}

/// A picture as C hands it over.
struct Picture<'a> {
    width: usize,
    pixels: &'a [u8],
}

impl Canvas {
    /// For a window that has not shown any yet.
    pub fn new(native: Arc<Native>) -> Self {
        Self { native, route: None, surfaces: Vec::new() }
    }

    /// Shows a picture in the window's upper left corner, with black around it, cut off at its edges. Where the
    /// last but one is not drawn yet, waits until it is.
    pub fn show(&mut self, size: (u32, u32), width: i64, height: i64, pixels: &[u8]) -> Result<()> {
        let picture = Picture::new(width, height, pixels)?;
        let (Some(across), Some(down)) = (NonZeroU32::new(size.0), NonZeroU32::new(size.1)) else {
            return Err(failed("the window has no area"));
        };
        let route = self.open()?;
        self.surfaces.rotate_right(1);
        let surface = &mut self.surfaces[0];
        surface.resize(across, down).map_err(failed)?;
        let mut buffer = surface.buffer_mut().map_err(failed)?;
        picture.draw(&mut buffer, size.0 as usize);
        self.native.pre_present_notify();
        buffer.present().map_err(failed)?;
        route.send()
    }

    /// The way to the display, and surfaces on it.
    fn open(&mut self) -> Result<Route> {
        let display = display::open()?;
        if let Some(route) = &self.route {
            return Ok(route.clone());
        }
        let route = display.route()?;
        let context = Context::new(route.clone()).map_err(failed)?;
        let surface = |_| Surface::new(&context, Arc::clone(&self.native)).map_err(failed);
        self.surfaces = (0..route.surfaces()).map(surface).collect::<Result<_>>()?;
        Ok(self.route.insert(route).clone())
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        self.surfaces.clear();
        if let Some(route) = &self.route {
            // That they are gone lies in the connection's buffer.
            let _ = route.send();
        }
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
        Ok(Self { width: width as usize, pixels })
    }

    /// Onto `buffer`, whose lines are `across` pixels long.
    fn draw(&self, buffer: &mut [u32], across: usize) {
        let shown = self.width.min(across);
        let mut lines = buffer.chunks_exact_mut(across);
        for (row, line) in self.pixels.chunks_exact(self.width * 4).zip(&mut lines) {
            let (inside, beyond) = line.split_at_mut(shown);
            convert(inside, &row[..shown * 4]);
            beyond.fill(0);
        }
        lines.for_each(|line| line.fill(0));
    }
}

/// RGBA to what the window takes, 0RGB in a word; translucent pixels over black.
fn convert(line: &mut [u32], row: &[u8]) {
    let words = || row.as_chunks().0.iter().map(|pixel| u32::from_le_bytes(*pixel));
    let mut all = u32::MAX;
    for (out, pixel) in line.iter_mut().zip(words()) {
        all &= pixel;
        *out = swap(pixel);
    }
    if all >> 24 < 255 {
        line.iter_mut().zip(words()).for_each(|(out, pixel)| *out = swap(over_black(pixel)));
    }
}

/// Each colour times alpha, divided by 255 and rounded.
fn over_black(pixel: u32) -> u32 {
    let alpha = pixel >> 24;
    let part = |shift: u32| {
        let product = (pixel >> shift & 255) * alpha + 128;
        (product + (product >> 8)) >> 8
    };
    part(0) | part(8) << 8 | part(16) << 16
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
    fn every_colour_at_every_alpha_is_rounded() {
        for (colour, alpha) in (0..256).flat_map(|colour| (0..256).map(move |alpha| (colour, alpha))) {
            let rounded = (2 * colour * alpha + 255) / 510;
            assert_eq!(over_black(alpha << 24 | colour << 8), rounded << 8, "{colour} {alpha}");
        }
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
