//! Which device an engine plays on, and as what.

use crate::{error::Result, option_text};
use serde::Deserialize;

/// Options of opening a device; what they do not mention is the device's own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeviceOptions {
    /// The device's id; the system's default where there is none.
    pub device: Option<String>,
    /// Frames a second.
    pub sample_rate: Option<i64>,
    /// Samples a frame.
    pub channels: Option<i64>,
    /// Sound that is mixed ahead of what is heard, in milliseconds.
    pub buffer_ms: f64,
}

impl Default for DeviceOptions {
    fn default() -> Self {
        Self { device: None, sample_rate: None, channels: None, buffer_ms: 50.0 }
    }
}

impl DeviceOptions {
    /// From JSON, `""` being the default device; every number is checked.
    pub fn parse(json: &str) -> Result<Self> {
        let options: Self = option_text::read(json)?;
        option_text::check_device(options.sample_rate, options.channels, options.buffer_ms)?;
        Ok(options)
    }

    /// Number of frames of the buffer at a rate.
    pub fn buffer_frames(&self, rate: u32) -> u32 {
        nearest_buffer(rate, self.buffer_ms)
    }
}

/// A length of time in frames: the nearest power of two, which every device takes.
pub fn nearest_buffer(rate: u32, ms: f64) -> u32 {
    let frames = (f64::from(rate) * ms / 1000.0).max(1.0) as u32;
    let above = frames.next_power_of_two();
    if frames - above / 2 <= above - frames { (above / 2).max(1) } else { above }
}
