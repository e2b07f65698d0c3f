//! Options of an inference.

use crate::error::{CudaError, Result};
use ffi_core::json;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::collections::HashSet;

/// Options of an inference.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// At most so many tokens: 1 to the model's context, or to 2048 where that is less.
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
    /// Number of tokens that are recent.
    pub repeat_last: u32,
    /// Texts that end the inference; they are not part of what it returns.
    pub stop: Vec<String>,
    /// True where texts of control tokens in the prompt are those tokens, and the model's own begin token is added.
    pub special: bool,
    /// The first of these alone, where it is given.
    pub parse_control: Option<bool>,
    /// The second of these alone, where it is given.
    pub add_bos: Option<bool>,
    /// True where the logarithm of each token's probability is worked out.
    pub log_probabilities: bool,
    /// Room for so many tokens altogether is made at once, where prompt and `max_tokens` need less.
    pub reserve_tokens: u32,
    /// True where control tokens that do not end it add their texts, such as those around a call of a tool.
    pub control_texts: bool,
    /// What it writes is JSON that this schema describes.
    pub json_schema: Option<Value>,
    /// What it writes follows this grammar, in llguidance's form of Lark's language.
    pub grammar: Option<String>,
    /// All that it writes is one of this regular expression's texts.
    pub regex: Option<String>,
}

/// Options of making tokens of a text.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TokenizeOptions {
    /// True where texts of control tokens are those tokens.
    pub parse_control: bool,
    /// True where the model's begin token stands before the text; as the model's file says where this is absent.
    pub add_bos: Option<bool>,
    /// True where the model's end token stands after the text; as the model's file says where this is absent.
    pub add_eos: Option<bool>,
}

impl Default for TokenizeOptions {
    fn default() -> Self {
        Self { parse_control: true, add_bos: None, add_eos: None }
    }
}

impl TokenizeOptions {
    /// Parses the options in a JSON object.
    pub fn parse(text: &str) -> Result<Self> {
        read(text)
    }
}

/// Refuses an object with a key that is unknown, or whose value cannot be used: by its name, which serde leaves out.
pub(crate) fn check_keys<T: DeserializeOwned>(text: &str) -> Result<()> {
    read_map::<T>(text).map(drop)
}

fn read<T: DeserializeOwned + Send>(text: &str) -> Result<T> {
    let read = || serde_json::from_value(read_map::<T>(text)?.into()).map_err(refuse);
    json::with_room(text, read).map_err(refuse)?
}

fn read_map<T: DeserializeOwned>(text: &str) -> Result<serde_json::Map<String, serde_json::Value>> {
    // By way of a map: a list would be taken for the fields in their order.
    let map = serde_json::from_str::<serde_json::Map<_, _>>(text).map_err(refuse)?;
    for (key, value) in &map {
        let alone = serde_json::Map::from_iter([(key.clone(), value.clone())]);
        serde_json::from_value::<T>(alone.into()).map_err(|error| {
            CudaError::parameter(format!("`options_json` is not usable: `{key}`: {error}"))
        })?;
    }
    Ok(map)
}

fn refuse(error: serde_json::Error) -> CudaError {
    CudaError::unusable_json("options_json", &error)
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
            parse_control: None,
            add_bos: None,
            log_probabilities: false,
            reserve_tokens: 0,
            control_texts: false,
            json_schema: None,
            grammar: None,
            regex: None,
        }
    }
}

/// The most tokens that one inference makes where the model's context is not longer.
const MOST_TOKENS: u32 = 2048;

impl Options {
    /// Parses the options in a JSON object.
    pub fn parse(text: &str) -> Result<Self> {
        read(text)
    }

    /// These options with those of a JSON object in the place of its keys, and the names of the keys.
    pub(crate) fn changed(&self, text: &str) -> Result<(Self, HashSet<String>)> {
        let changes = read_map::<Self>(text)?;
        let names = changes.keys().cloned().collect();
        let mut map = serde_json::to_value(self).map_err(refuse)?;
        if let Some(map) = map.as_object_mut() {
            map.extend(changes);
        }
        Ok((serde_json::from_value(map).map_err(refuse)?, names))
    }

    /// Options for making tokens of a prompt.
    pub(crate) fn tokenizing(&self) -> TokenizeOptions {
        let add_bos = self.add_bos.or((!self.special).then_some(false));
        let parse_control = self.parse_control.unwrap_or(self.special);
        TokenizeOptions { parse_control, add_bos, add_eos: (!self.special).then_some(false) }
    }

    /// `context` is the model's.
    pub(crate) fn check(&self, context: u32) -> Result<()> {
        let refuse = |name: &str, value: &dyn std::fmt::Display, range: &str| {
            Err(CudaError::parameter(format!("`{name}` is {value}, and must be {range}")))
        };
        let most = context.max(MOST_TOKENS);
        if !(1..=most).contains(&self.max_tokens) {
            return refuse("max_tokens", &self.max_tokens, &format!("1 to {most}"));
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
