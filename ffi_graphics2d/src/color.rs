//! Colours, and laying one over another.

use crate::{Result, check};

/// Red, green, blue and alpha, 0 to 255; not premultiplied.
#[derive(Clone, Copy)]
pub struct Color([u8; 4]);

impl Color {
    /// 0xRRGGBBAA.
    pub fn from_argument(name: &'static str, value: i64) -> Result<Self> {
        let value = check::within(name, value, 0, 0xffff_ffff)?;
        Ok(Self((value as u32).to_be_bytes()))
    }

    /// Lays the colour, of which `coverage` (0 to 1) counts, over a pixel.
    #[inline]
    pub fn over(self, coverage: f32, pixel: &mut [u8]) {
        let alpha = coverage * f32::from(self.0[3]) / 255.0;
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
