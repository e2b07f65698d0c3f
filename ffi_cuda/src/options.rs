//! Options of an inference.

use crate::error::{CudaError, Result};
use ffi_core::{error::Category, json};
use serde::Deserialize;

/// How a text is continued.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// At most so many tokens, 1 to 2048.
    pub max_tokens: u32,
    /// 0 (always the likeliest token) to 2.
    pub temperature: f64,
    /// Of the random choice: any number.
    #[serde(deserialize_with = "any_seed")]
    pub seed: u64,
    /// Only the likeliest so many tokens; 0 for all.
    pub top_k: u32,
    /// Only the likeliest tokens that together have this probability, above 0 and up to 1.
    pub top_p: f64,
    /// Only tokens with at least this part of the likeliest one's probability, 0 to 1.
    pub min_p: f64,
    /// Divides the logits of recent tokens, above 0; 1 for nothing.
    pub repeat_penalty: f64,
    /// How many tokens are recent.
    pub repeat_last: u32,
    /// Texts that end the inference; they are not part of what it returns.
    pub stop: Vec<String>,
    /// Whether texts of control tokens in the prompt are those tokens, and the model's own begin token is added.
    pub special: bool,
}

fn any_seed<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let number = serde_json::Number::deserialize(deserializer)?;
    let signed = number.as_i64().map(|seed| seed as u64);
    signed.or(number.as_u64()).ok_or_else(|| serde::de::Error::custom("`seed` is no 64-bit integer"))
}

impl Default for Options {
    fn default() -> Self {
        Self {
            max_tokens: 256,
            temperature: 0.8,
            seed: 0,
            top_k: 0,
            top_p: 1.0,
            min_p: 0.0,
            repeat_penalty: 1.0,
            repeat_last: 64,
            stop: Vec::new(),
            special: true,
        }
    }
}

fn refuse(error: serde_json::Error) -> CudaError {
    let text = format!("`options_json` is not usable: {error}");
    match json::category(&error) {
        Category::Limit => CudaError::OutOfMemory(text),
        _ => CudaError::parameter(text),
    }
}

/// The most tokens that one inference makes.
pub const MOST_TOKENS: u32 = 2048;

impl Options {
    /// From a JSON object.
    pub fn parse(text: &str) -> Result<Self> {
        json::with_room(text, || Self::read(text)).map_err(refuse)?
    }

    fn read(text: &str) -> Result<Self> {
        // By way of a map: a list would be taken for the fields in their order.
        let map = serde_json::from_str::<serde_json::Map<_, _>>(text).map_err(refuse)?;
        // One by one: what serde says of a value does not name its key.
        for (key, value) in &map {
            let alone = serde_json::Map::from_iter([(key.clone(), value.clone())]);
            serde_json::from_value::<Self>(alone.into()).map_err(|error| {
                CudaError::parameter(format!("`options_json` is not usable: `{key}`: {error}"))
            })?;
        }
        serde_json::from_value(map.into()).map_err(refuse)
    }

    pub(crate) fn check(&self) -> Result<()> {
        let refuse = |name: &str, value: &dyn std::fmt::Display, range: &str| {
            Err(CudaError::parameter(format!("`{name}` is {value}, and must be {range}")))
        };
        if !(1..=MOST_TOKENS).contains(&self.max_tokens) {
            return refuse("max_tokens", &self.max_tokens, "1 to 2048");
        }
        if !(0.0..=2.0).contains(&self.temperature) {
            return refuse("temperature", &self.temperature, "0 to 2");
        }
        if !(self.top_p > 0.0 && self.top_p <= 1.0) {
            return refuse("top_p", &self.top_p, "above 0 and up to 1");
        }
        if !(0.0..=1.0).contains(&self.min_p) {
            return refuse("min_p", &self.min_p, "0 to 1");
        }
        if !(self.repeat_penalty > 0.0 && self.repeat_penalty <= 100.0) {
            return refuse("repeat_penalty", &self.repeat_penalty, "above 0 and up to 100");
        }
        if self.stop.iter().any(String::is_empty) {
            return Err(CudaError::parameter("`stop` has an empty text"));
        }
        Ok(())
    }
}
