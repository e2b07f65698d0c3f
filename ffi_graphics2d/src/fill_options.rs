//! Options of fills, as JSON.

use crate::{
    Error, Result,
    blend::{self, Blend},
};
use ffi_core::json;
use lyon::path::FillRule;
use serde_json::{Map, Value};

const RULES: [(&str, FillRule); 2] = [("non-zero", FillRule::NonZero), ("even-odd", FillRule::EvenOdd)];

/// Options of a fill.
#[derive(Clone, Copy)]
pub struct FillOptions {
    pub rule: FillRule,
    /// 0 to 1.
    pub opacity: f64,
    pub blend: Blend,
}

/// The options that `text` sets.
pub fn parse(text: &str) -> Result<FillOptions> {
    let options = FillOptions { rule: FillRule::NonZero, opacity: 1.0, blend: Blend::OVER };
    // What is asked of a thousand fills a frame.
    if matches!(text.trim(), "" | "{}") {
        return Ok(options);
    }
    json::with_room(text, || read(text, options)).map_err(Error::OptionsSyntax)?
}

fn read(text: &str, mut options: FillOptions) -> Result<FillOptions> {
    let object: Map<String, Value> = serde_json::from_str(text).map_err(Error::OptionsSyntax)?;
    for (key, value) in &object {
        let wrong = |key, allowed| Error::OptionsValue { key, value: value.to_string(), allowed };
        match key.as_str() {
            "fill_rule" => {
                let rule = named(value, &RULES);
                options.rule = rule.ok_or_else(|| wrong("fill_rule", "non-zero or even-odd"))?;
            }
            "opacity" => {
                let opacity = value.as_f64().filter(|opacity| (0.0..=1.0).contains(opacity));
                options.opacity = opacity.ok_or_else(|| wrong("opacity", "a number from 0 to 1"))?;
            }
            "blend" => {
                let blend = named(value, &blend::NAMES);
                options.blend = blend.ok_or_else(|| wrong("blend", "the name of a blend mode"))?;
            }
            _ => return Err(Error::FillOptionsKey(key.clone())),
        }
    }
    Ok(options)
}

fn named<T: Copy>(value: &Value, names: &[(&str, T)]) -> Option<T> {
    names.iter().find(|(name, _)| value.as_str() == Some(name)).map(|(_, meaning)| *meaning)
}
