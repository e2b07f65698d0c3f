//! Style of a stroke, as JSON.

use crate::{Error, Result};
use ffi_core::json;
use lyon::lyon_tessellation::{LineCap, LineJoin};
use serde_json::{Map, Value};

const CAPS: [(&str, LineCap); 3] =
    [("butt", LineCap::Butt), ("square", LineCap::Square), ("round", LineCap::Round)];
const JOINS: [(&str, LineJoin); 3] =
    [("miter", LineJoin::Miter), ("round", LineJoin::Round), ("bevel", LineJoin::Bevel)];
const MOST_MITER: f64 = 1e6;

/// The limit where none is set, which is SVG's.
const MITER_LIMIT: f64 = 4.0;

/// Style of a stroke.
#[derive(Clone, Copy)]
pub struct StrokeStyle {
    pub cap: LineCap,
    pub join: LineJoin,
    /// Longest miter join, from its inner corner to its tip, in line widths.
    pub miter_limit: f64,
}

impl Default for StrokeStyle {
    fn default() -> Self {
        Self { cap: LineCap::Butt, join: LineJoin::Miter, miter_limit: MITER_LIMIT }
    }
}

/// The options that `text` sets: butt caps, miter joins and a miter limit of 4 where it does not.
pub fn parse(text: &str) -> Result<StrokeStyle> {
    if text.trim().is_empty() {
        return Ok(StrokeStyle::default());
    }
    json::with_room(text, || read(text)).map_err(Error::OptionsSyntax)?
}

fn read(text: &str) -> Result<StrokeStyle> {
    let mut style = StrokeStyle::default();
    let object: Map<String, Value> = serde_json::from_str(text).map_err(Error::OptionsSyntax)?;
    for (key, value) in &object {
        match key.as_str() {
            "line_cap" => {
                style.cap = named("line_cap", value, &CAPS, "butt, square or round")?;
            }
            "line_join" => {
                style.join = named("line_join", value, &JOINS, "miter, round or bevel")?;
            }
            "miter_limit" => style.miter_limit = miter_limit(value)?,
            _ => return Err(Error::OptionsKey(key.clone())),
        }
    }
    Ok(style)
}

fn named<T: Copy>(key: &'static str, value: &Value, names: &[(&str, T)], allowed: &'static str) -> Result<T> {
    names
        .iter()
        .find(|(name, _)| value.as_str() == Some(name))
        .map(|(_, meaning)| *meaning)
        .ok_or_else(|| Error::OptionsValue { key, value: value.to_string(), allowed })
}

fn miter_limit(value: &Value) -> Result<f64> {
    let allowed = "a number from 1 to 1000000";
    value.as_f64().filter(|limit| (1.0..=MOST_MITER).contains(limit)).ok_or_else(|| Error::OptionsValue {
        key: "miter_limit",
        value: value.to_string(),
        allowed,
    })
}
