//! Pictures in a window, without a GPU.

use crate::{
    Error, Result,
    display::Display,
    limits, platform,
    surface_connection::{SurfaceConnection, failed},
};
use softbuffer::{Context, Surface};
use std::{num::NonZeroU32, sync::Arc};
use winit::window::Window as Native;

type Shown = Surface<SurfaceConnection, platform::Shown>;

/// Surfaces that show pictures in one window.
pub struct Canvas {
    native: Arc<Native>,
    display: Arc<Display>,
    connection: Option<SurfaceConnection>,
    /// Surfaces, which take turns, the next one last.
    surfaces: Vec<Shown>,
    /// True where what lies behind the window is seen through it.
    is_clear: bool,
}

/// Most pixels of a surface of Wayland's: its memory is counted in 31 bits, in powers of two.
const MOST_SHARED: u64 = 1 << 28;

/// A picture as C hands it over.
struct Picture<'a> {
    width: usize,
    pixels: &'a [u8],
}

impl Canvas {
    /// For a window that has not shown any yet.
    pub fn new(native: Arc<Native>, display: Arc<Display>, is_clear: bool) -> Self {
        Self { native, display, connection: None, surfaces: Vec::new(), is_clear }
    }

    /// Shows a picture in the window's upper left corner, with black around it, or nothing where it is clear, cut
    /// off at its edges. Where the last but one is not drawn yet, waits until it is.
    pub fn show(&mut self, size: (u32, u32), width: i64, height: i64, pixels: &[u8]) -> Result<()> {
        let picture = Picture::new(width, height, pixels)?;
        let (Some(across), Some(down)) = (NonZeroU32::new(size.0), NonZeroU32::new(size.1)) else {
            return Err(failed("the window has no area"));
        };
        let connection = self.open()?;
        if matches!(connection, SurfaceConnection::Shared(_))
            && u64::from(size.0) * u64::from(size.1) > MOST_SHARED
        {
            return Err(failed(format!(
                "a window of {} times {} pixels is too large for one",
                size.0, size.1
            )));
        }
        let ground = if self.is_clear { 0 } else { OPAQUE };
        self.surfaces.rotate_right(1);
        let surface = &mut self.surfaces[0];
        surface.resize(across, down).map_err(failed)?;
        let mut buffer = surface.buffer_mut().map_err(failed)?;
        picture.draw(&mut buffer, size.0 as usize, ground);
        self.native.pre_present_notify();
        buffer.present().map_err(failed)?;
        connection.send()
    }

    /// The way to the display, and surfaces on it.
    fn open(&mut self) -> Result<SurfaceConnection> {
        let connection = self.display.surfaces()?;
        if self.connection.is_some() {
            return Ok(connection);
        }
        let context = Context::new(connection.clone()).map_err(failed)?;
        let surface = |_| Surface::new(&context, platform::shown(&self.native)).map_err(failed);
        self.surfaces = (0..connection.surfaces()).map(surface).collect::<Result<_>>()?;
        Ok(self.connection.insert(connection).clone())
    }
}

impl Drop for Canvas {
    fn drop(&mut self) {
        self.surfaces.clear();
        if let Some(connection) = &self.connection {
            // That they are gone lies in the connection's buffer.
            let _ = connection.send();
        }
    }
}

impl<'a> Picture<'a> {
    fn new(width: i64, height: i64, pixels: &'a [u8]) -> Result<Self> {
        limits::side("width", width)?;
        limits::side("height", height)?;
        let wanted = width * height * 4;
        if pixels.len() as i64 != wanted {
            return Err(Error::PictureSize { name: "pixels", found: pixels.len(), width, height, wanted });
        }
        Ok(Self { width: width as usize, pixels })
    }

    /// Onto `buffer`, whose lines are `across` pixels long and of the colour `ground` before.
    fn draw(&self, buffer: &mut [u32], across: usize, ground: u32) {
        let shown = self.width.min(across);
        let mut lines = buffer.chunks_exact_mut(across);
        for (row, line) in self.pixels.chunks_exact(self.width * 4).zip(&mut lines) {
            let (inside, beyond) = line.split_at_mut(shown);
            convert(inside, &row[..shown * 4], ground);
            beyond.fill(ground);
        }
        lines.for_each(|line| line.fill(ground));
    }
}

/// Black, in a window that can be seen through as well.
const OPAQUE: u32 = 0xff00_0000;

/// RGBA to what the window takes, ARGB in a word; translucent pixels over `ground`, which is black or nothing.
fn convert(line: &mut [u32], row: &[u8], ground: u32) {
    let words = || row.as_chunks().0.iter().map(|pixel| u32::from_le_bytes(*pixel));
    let mut all = u32::MAX;
    for (out, pixel) in line.iter_mut().zip(words()) {
        all &= pixel;
        *out = swap(pixel);
    }
    if all >> 24 < 255 {
        line.iter_mut().zip(words()).for_each(|(out, pixel)| *out = swap(over(pixel, ground)));
    }
}

/// Each colour times alpha, divided by 255 and rounded; alpha itself where there is nothing behind it.
fn over(pixel: u32, ground: u32) -> u32 {
    let alpha = pixel >> 24;
    let part = |shift: u32| {
        let product = (pixel >> shift & 255) * alpha + 128;
        (product + (product >> 8)) >> 8
    };
    part(0) | part(8) << 8 | part(16) << 16 | pixel & OPAQUE | ground
}

fn swap(pixel: u32) -> u32 {
    (pixel & 0xff) << 16 | pixel & 0xff00_ff00 | (pixel >> 16) & 0xff
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(width: i64, height: i64, pixels: &[u8], across: usize, down: usize) -> Vec<u32> {
        let mut buffer = vec![0xdead_beef; across * down];
        Picture::new(width, height, pixels).unwrap().draw(&mut buffer, across, OPAQUE);
        buffer
    }

    #[test]
    fn colours_go_where_they_belong() {
        let pixels = [1, 2, 3, 255, 250, 251, 252, 255];
        assert_eq!(draw(2, 1, &pixels, 2, 1), [0xff01_0203, 0xfffa_fbfc]);
    }

    #[test]
    fn translucent_lies_over_black() {
        // 128/255 of 255, 128 and 0.
        assert_eq!(draw(1, 1, &[255, 128, 0, 128], 1, 1), [0xff80_4000]);
        assert_eq!(draw(1, 1, &[255, 255, 255, 0], 1, 1), [OPAQUE]);
    }

    #[test]
    fn every_colour_at_every_alpha_is_rounded() {
        for (colour, alpha) in (0..256).flat_map(|colour| (0..256).map(move |alpha| (colour, alpha))) {
            let rounded = (2 * colour * alpha + 255) / 510;
            let pixel = alpha << 24 | colour << 8;
            assert_eq!(over(pixel, OPAQUE), OPAQUE | rounded << 8, "{colour} {alpha}");
            assert_eq!(over(pixel, 0), alpha << 24 | rounded << 8, "{colour} {alpha}");
        }
    }

    #[test]
    fn around_a_small_picture_is_black_and_a_large_one_is_cut() {
        let white = [255; 4 * 6];
        let (w, b) = (u32::MAX, OPAQUE);
        assert_eq!(draw(2, 3, &white, 3, 4), [w, w, b, w, w, b, w, w, b, b, b, b]);
        assert_eq!(draw(3, 2, &white, 2, 1), [w, w]);
    }

    #[test]
    fn the_number_of_bytes_must_fit() {
        let error = Picture::new(2, 2, &[0; 15]).err().unwrap().to_string();
        assert_eq!(error, "`pixels` has 15 bytes, but 2 times 2 pixels have 16");
        assert!(Picture::new(0, 2, &[]).is_err() && Picture::new(1, 32_768, &[0; 4 * 32_768]).is_err());
    }
}
