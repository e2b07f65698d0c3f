//! How requests of a route are taken, as JSON.

use crate::error::{Error, Result};
use serde::Deserialize;

/// Numbers in JSON are exact up to here.
const MOST: u64 = 1 << 53;

/// The keys of `options_json`; an unknown key is an error that names it.
#[derive(Default, Clone, Copy, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RouteOptions {
    /// Whether the handler is asked before the body has come, and reads it in pieces.
    pub stream_body: bool,
    /// Bytes of a body, where that is not the server's limit.
    pub body_limit: Option<u64>,
}

impl RouteOptions {
    /// The options that `json` sets; none where it is empty.
    pub fn parse(json: &str) -> Result<Self> {
        let fail = |reason: String| Error::text("options_json", json, reason);
        let options: Self = match json.trim() {
            "" => Self::default(),
            json => ffi_core::json::object(json)
                .map_err(|error| fail(format!("which sets no options: {error}")))?,
        };
        if options.body_limit.is_some_and(|limit| limit > MOST) {
            return Err(fail(format!("and `body_limit` is 0 to {MOST} bytes")));
        }
        Ok(options)
    }
}
