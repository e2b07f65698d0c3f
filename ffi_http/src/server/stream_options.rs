//! Options of writing an answer piece by piece, as JSON.

use crate::{error::Result, options};
use serde::Deserialize;
use std::time::Duration;

/// Bytes that wait for the client at most, at first.
const BUFFER: usize = 64 << 10;
const LARGEST: usize = 64 << 20;
const DAY: u64 = 24 * 60 * 60 * 1000;

/// The keys of `options_json`; an unknown key is an error that names it.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Keys {
    buffer: Option<usize>,
    keep_alive_ms: Option<u64>,
}

/// Options of writing an answer.
pub struct StreamOptions {
    /// While so many bytes wait for the client no more are taken.
    pub buffer: usize,
    /// After how long without an event a sign of life is sent.
    pub keep_alive: Option<Duration>,
}

impl StreamOptions {
    /// The options that `json` sets; none where it is empty.
    pub fn parse(json: &str) -> Result<Self> {
        let keys: Keys = options::read(json)?;
        let buffer = keys.buffer.unwrap_or(BUFFER);
        if !(1..=LARGEST).contains(&buffer) {
            return Err(options::refused(json, format!("and `buffer` is 1 to {LARGEST} bytes")));
        }
        if keys.keep_alive_ms.is_some_and(|every| !(1..=DAY).contains(&every)) {
            return Err(options::refused(json, "and `keep_alive_ms` is 1 ms to a day"));
        }
        Ok(Self { buffer, keep_alive: keys.keep_alive_ms.map(Duration::from_millis) })
    }
}
