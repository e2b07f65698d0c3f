//! Which device is captured, and as what.

use crate::{error::Result, option_text};
use ffi_core::check::between;
use serde::Deserialize;

/// Options of a capture; what they do not mention is the device's own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CaptureOptions {
    /// The device's id; the system's default where there is none.
    pub device: Option<String>,
    /// Frames a second.
    pub sample_rate: Option<i64>,
    /// Samples a frame.
    pub channels: Option<i64>,
    /// How much the device gathers until it hands it over, in milliseconds.
    pub buffer_ms: f64,
    /// How much is kept until it is read, in milliseconds.
    pub keep_ms: i64,
}

impl Default for CaptureOptions {
    fn default() -> Self {
        Self { device: None, sample_rate: None, channels: None, buffer_ms: 20.0, keep_ms: 1000 }
    }
}

impl CaptureOptions {
    /// From JSON, `""` being the default device; every number is checked.
    pub fn parse(json: &str) -> Result<Self> {
        let options: Self = option_text::read(json)?;
        option_text::check_device(options.sample_rate, options.channels, options.buffer_ms)?;
        between("keep_ms", options.keep_ms, 10, 600_000)?;
        Ok(options)
    }
}
