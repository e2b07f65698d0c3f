//! The limits of a window's size.

use crate::{Error, Result, limits};
use winit::dpi::PhysicalSize;

/// The limits of its size that the host asked for, 0 for none.
#[derive(Clone, Copy, Debug, Default)]
pub struct SizeLimits {
    pub least: (u32, u32),
    pub greatest: (u32, u32),
}

impl SizeLimits {
    /// Refuses limits between which nothing lies.
    pub fn check(&self) -> Result<()> {
        let pairs = [("width", self.least.0, self.greatest.0), ("height", self.least.1, self.greatest.1)];
        for (what, least, greatest) in pairs {
            if greatest > 0 && least > greatest {
                let (least, greatest) = (i64::from(least), i64::from(greatest));
                return Err(Error::LeastOverGreatest { what, least, greatest });
            }
        }
        Ok(())
    }

    /// The least size, where there is one.
    pub fn least_size(&self) -> Option<PhysicalSize<u32>> {
        let (width, height) = self.least;
        (width > 0 || height > 0).then(|| PhysicalSize::new(width.max(1), height.max(1)))
    }

    /// The greatest size, where there is one.
    pub fn greatest_size(&self) -> Option<PhysicalSize<u32>> {
        let (width, height) = self.greatest;
        let side = |side| if side == 0 { limits::LONGEST as u32 } else { side };
        (width > 0 || height > 0).then(|| PhysicalSize::new(side(width), side(height)))
    }
}
