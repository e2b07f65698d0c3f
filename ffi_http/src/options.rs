//! Options that functions take as JSON.

use crate::error::{Error, Result};
use serde::de::DeserializeOwned;

/// Reads the options that `json` sets; those of the type where it is empty.
pub fn read<T: Default + DeserializeOwned + Send>(json: &str) -> Result<T> {
    match json.trim() {
        "" => Ok(T::default()),
        set => ffi_core::json::object(set)
            .map_err(|error| refused(json, format!("which sets no options: {error}"))),
    }
}

/// Refuses options, with the reason.
pub fn refused(json: &str, reason: impl Into<String>) -> Error {
    Error::text("options_json", json, reason)
}
