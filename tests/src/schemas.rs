//! JSON texts that a schema of the manifest takes, and that it refuses.

use serde_json::{Map, Value, json};
use xtask::abi::Manifest;

/// A text for a parameter.
pub struct Case {
    /// The function that takes it.
    pub function: String,
    /// The text.
    pub json: String,
    /// True where the schema takes it.
    pub is_taken: bool,
}

/// Cases for every parameter that has a schema: defaults, what lies outside of them, and keys that there are not.
pub fn cases(manifest: &Manifest) -> Vec<Case> {
    let mut cases = Vec::new();
    for function in manifest.functions() {
        for param in function.params.iter().filter(|param| !param.schema.is_null()) {
            let case = |(value, is_taken): (Value, bool)| Case {
                function: function.name.clone(),
                json: value.to_string(),
                is_taken,
            };
            cases.extend(of_object(&param.schema).into_iter().map(case));
        }
    }
    cases
}

/// The keys of an object's schema, sorted.
pub fn keys(schema: &Value) -> Vec<String> {
    let mut keys: Vec<String> =
        schema["properties"].as_object().expect("properties").keys().cloned().collect();
    keys.sort_unstable();
    keys
}

fn of_object(schema: &Value) -> Vec<(Value, bool)> {
    let properties = schema["properties"].as_object().expect("properties");
    if !schema["required"].is_null() || !schema["anyOf"].is_null() {
        return vec![(json!({}), false), (json!({ "nosuch": 1 }), false)];
    }
    let defaults: Map<String, Value> =
        properties.iter().map(|(name, property)| (name.clone(), property["default"].clone())).collect();
    let mut values = vec![(json!({}), true), (defaults.into(), true), (json!({ "nosuch": 1 }), false)];
    for (name, property) in properties {
        let of = of_value(property);
        values.extend(of.into_iter().map(|(value, is_taken)| (json!({ name.as_str(): value }), is_taken)));
    }
    values
}

fn of_value(schema: &Value) -> Vec<(Value, bool)> {
    let mut values = vec![(schema["default"].clone(), true), (json!([[]]), false)];
    if let Some(names) = schema["enum"].as_array() {
        values.extend(names.iter().map(|name| (name.clone(), true)));
        values.push((json!("none of them"), false));
    }
    let is_whole = schema["type"] == "integer" || schema["type"][0] == "integer";
    let near = |limit: &Value, step: i64| match (is_whole, limit.as_i64()) {
        (true, Some(limit)) => json!(limit + step),
        _ => json!(limit.as_f64().expect("a number") + step as f64 * 0.01),
    };
    for (limit, step) in [("minimum", -1), ("maximum", 1)] {
        if !schema[limit].is_null() {
            values.push((near(&schema[limit], step), false));
        }
    }
    if !schema["exclusiveMinimum"].is_null() {
        values.push((schema["exclusiveMinimum"].clone(), false));
    }
    if is_whole {
        values.push((json!(1.5), false));
    }
    if schema["type"] == "object" {
        values.extend(of_object(schema));
    }
    values
}
