//! Options as the JSON that says them.

use crate::error::{Error, Result};
use ffi_core::{check::between, json};
use serde::de::DeserializeOwned;

/// The options that `json` sets; `""` sets none.
pub fn read<T: DeserializeOwned + Default + Send>(json: &str) -> Result<T> {
    if json.trim().is_empty() {
        return Ok(T::default());
    }
    json::object(json).map_err(|error| Error::Options(error.to_string()))
}

/// Checks what options of a device say, for playing and capturing.
pub fn check_device(sample_rate: Option<i64>, channels: Option<i64>, buffer_ms: f64) -> Result<()> {
    if let Some(rate) = sample_rate {
        between("sample_rate", rate, 8_000, 384_000)?;
    }
    if let Some(channels) = channels {
        between("channels", channels, 1, 8)?;
    }
    between("buffer_ms", buffer_ms, 1.0, 1000.0)?;
    Ok(())
}
