//! How a stroke looks, as JSON.

use crate::{Error, Result};
use lyon::lyon_tessellation::{LineCap, LineJoin, StrokeOptions};
use serde_json::{Map, Value};

const CAPS: [(&str, LineCap); 3] =
    [("butt", LineCap::Butt), ("square", LineCap::Square), ("round", LineCap::Round)];
const JOINS: [(&str, LineJoin); 3] =
    [("miter", LineJoin::Miter), ("round", LineJoin::Round), ("bevel", LineJoin::Bevel)];
const MOST_MITER: f64 = 1e6;

/// The limit where none is set, which is SVG's.
const MITER_LIMIT: f32 = 4.0;

/// What holds where nothing is set.
pub fn defaults() -> StrokeOptions {
    with_miter_limit(StrokeOptions::default(), MITER_LIMIT)
}

/// Trap: lyon says that its limit is SVG's, and lets tips be twice as long. (Its own setter asserts 1 and more.)
fn with_miter_limit(mut options: StrokeOptions, limit: f32) -> StrokeOptions {
    options.miter_limit = 0.5 * limit;
    options
}

/// The options that `json` sets: butt caps, miter joins and a miter limit of 4 where it does not.
pub fn parse(json: &str) -> Result<StrokeOptions> {
    let mut options = defaults();
    if json.trim().is_empty() {
        return Ok(options);
    }
    let object: Map<String, Value> =
        serde_json::from_str(json).map_err(|error| Error::OptionsSyntax(error.to_string()))?;
    for (key, value) in &object {
        match key.as_str() {
            "line_cap" => {
                options = options.with_line_cap(named("line_cap", value, &CAPS, "butt, square or round")?);
            }
            "line_join" => {
                options = options.with_line_join(named("line_join", value, &JOINS, "miter, round or bevel")?);
            }
            "miter_limit" => options = with_miter_limit(options, miter_limit(value)?),
            _ => return Err(Error::OptionsKey(key.clone())),
        }
    }
    Ok(options)
}

fn named<T: Copy>(key: &'static str, value: &Value, names: &[(&str, T)], allowed: &'static str) -> Result<T> {
    names
        .iter()
        .find(|(name, _)| value.as_str() == Some(name))
        .map(|(_, meaning)| *meaning)
        .ok_or_else(|| Error::OptionsValue { key, value: value.to_string(), allowed })
}

fn miter_limit(value: &Value) -> Result<f32> {
    let allowed = "a number from 1 to 1000000";
    value
        .as_f64()
        .filter(|limit| (1.0..=MOST_MITER).contains(limit))
        .map(|limit| limit as f32)
        .ok_or_else(|| Error::OptionsValue { key: "miter_limit", value: value.to_string(), allowed })
}
