//! Colours, and laying one over another.

use crate::{Error, Result, check};

/// Red, green, blue and alpha, 0 to 255; not premultiplied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Color([u8; 4]);

/// How much of a text that names no colour is said again.
const LONGEST_SHOWN: usize = 64;

impl Color {
    /// 0xRRGGBBAA.
    pub fn from_argument(name: &'static str, value: i64) -> Result<Self> {
        let value = check::within(name, value, 0, 0xffff_ffff)?;
        Ok(Self((value as u32).to_be_bytes()))
    }

    /// What a text names as CSS does; opaque where it says nothing else.
    pub fn from_text(text: &str) -> Result<Self> {
        let color = csscolorparser::parse(text).map_err(|error| Error::Color {
            text: text.chars().take(LONGEST_SHOWN).collect(),
            reason: error.to_string(),
        })?;
        Ok(Self(color.to_rgba8()))
    }

    /// 0xRRGGBBAA.
    pub fn number(self) -> i64 {
        u32::from_be_bytes(self.0).into()
    }

    /// Red, green, blue and alpha, 0 to 1; not premultiplied.
    pub fn parts(self) -> [f32; 4] {
        self.0.map(|value| f32::from(value) / 255.0)
    }

    /// Fills pixels with it, whatever they were.
    pub fn fill(self, pixels: &mut [u8]) {
        pixels.as_chunks_mut::<4>().0.fill(self.0);
    }

    /// Lays the colour, of which `coverage` (0 to 1) counts, over pixels.
    pub fn over(self, coverage: f32, pixels: &mut [u8]) {
        let (pixels, _) = pixels.as_chunks_mut::<4>();
        let [red, green, blue, alpha] = self.0;
        if coverage == 1.0 && alpha == 255 {
            pixels.fill([red, green, blue, alpha]);
            return;
        }
        let alpha = coverage * f32::from(alpha) / 255.0;
        // In parts of 65,535, which blend whole numbers to the nearest.
        let whole = (alpha * 65_535.0 + 0.5) as u32;
        let added = [red, green, blue].map(|value| u32::from(value) * whole + 32_767);
        for pixel in pixels {
            if pixel[3] == 255 {
                for (channel, added) in pixel.iter_mut().zip(added) {
                    *channel = ((u32::from(*channel) * (65_535 - whole) + added) / 65_535) as u8;
                }
            } else {
                self.over_translucent(alpha, pixel);
            }
        }
    }

    fn over_translucent(self, alpha: f32, pixel: &mut [u8; 4]) {
        let below = f32::from(pixel[3]) / 255.0 * (1.0 - alpha);
        let sum = alpha + below;
        if sum <= 0.0 {
            return;
        }
        for (channel, value) in pixel[..3].iter_mut().zip(self.0) {
            *channel = ((f32::from(value) * alpha + f32::from(*channel) * below) / sum).round() as u8;
        }
        pixel[3] = (sum * 255.0).round() as u8;
    }
}
