//! The limits of a window's size.

use crate::{Error, Result, limits, platform::System};
use winit::{
    dpi::{PhysicalSize, Size},
    event_loop::ActiveEventLoop,
    window::{Window as Native, WindowAttributes},
};

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

/// The size that a new window is to have where the window system counts in logical pixels and tells how many
/// physical ones those are only once it shows the window.
#[derive(Clone, Copy, Debug)]
pub struct SizeWish {
    size: Option<PhysicalSize<u32>>,
    limits: SizeLimits,
}

impl SizeWish {
    /// The size that `attributes` ask for in physical pixels.
    pub fn new(system: System, attributes: &WindowAttributes, limits: SizeLimits) -> Self {
        let size = match attributes.inner_size {
            Some(Size::Physical(size)) if system == System::Wayland => Some(size),
            _ => None,
        };
        Self { size, limits }
    }

    /// Asks for logical sizes as they are on the densest monitor.
    pub fn guess(&self, attributes: &mut WindowAttributes, active: &ActiveEventLoop) {
        let Some(size) = self.size else { return };
        let scale = active.available_monitors().map(|monitor| monitor.scale_factor()).fold(1.0, f64::max);
        let logical = |size: PhysicalSize<u32>| Size::Logical(size.to_logical::<f64>(scale));
        attributes.inner_size = Some(logical(size));
        attributes.min_inner_size = self.limits.least_size().map(logical);
        attributes.max_inner_size = self.limits.greatest_size().map(logical);
    }

    /// Asks no longer.
    pub fn forget(&mut self) {
        self.size = None;
    }

    /// Asks again, now that the scale is known; once.
    pub fn renew(&mut self, native: &Native) {
        if let Some(size) = self.size.take() {
            native.set_min_inner_size(self.limits.least_size());
            native.set_max_inner_size(self.limits.greatest_size());
            let _ = native.request_inner_size(size);
        }
    }
}
