//! How requests of a route are taken, as JSON.

use crate::{
    error::Result,
    options::{read, refused},
};
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
        let options: Self = read(json)?;
        if options.body_limit.is_some_and(|limit| limit > MOST) {
            return Err(refused(json, format!("and `body_limit` is 0 to {MOST} bytes")));
        }
        Ok(options)
    }
}
