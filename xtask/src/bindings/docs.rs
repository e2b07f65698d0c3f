//! Documentation, as the languages' comments have it.

use crate::abi::Function;

/// Notice at the head of every generated file.
pub const NOTICE: &str = "Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.";

/// `text`, each line after `prefix`.
pub fn lines(text: &str, prefix: &str) -> String {
    let mut out = String::new();
    for line in text.trim_end().lines() {
        out.push_str(format!("{prefix}{line}").trim_end());
        out.push('\n');
    }
    out
}

/// The function's documentation as a class's method: what a failure does there, and what stands for nothing.
pub fn member(function: &Function, raised: &str, nothing: &str) -> String {
    let mut text = function.doc.clone();
    if function.optional && function.returns.starts_with('[') {
        text.push_str(&format!("\n\nHere a text that is nothing is {nothing}."));
    } else if function.optional || !function.none.is_null() {
        text.push_str(&format!("\n\nHere {nothing} where there is nothing."));
    }
    if function.fails {
        text.push_str(&format!("\n\nOn failure: {raised}."));
    }
    text
}

/// What is said of a method whose offsets are not C's bytes.
pub fn offsets(function: &Function, said: &str) -> String {
    if function.offsets { format!("\n\nHere offsets count {said}.") } else { String::new() }
}

/// The function's documentation for a caller who gets it converted.
pub fn function(function: &Function) -> String {
    let mut text = function.doc.clone();
    match &function.failure {
        serde_json::Value::Null => {}
        // The description says how it is told.
        serde_json::Value::String(text) if text == "<reason>" => {}
        serde_json::Value::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name} {value}")).collect();
            text.push_str(&format!("\n\nOn failure: {}.", fields.join(", ")));
        }
        value => text.push_str(&format!("\n\nOn failure: {value}.")),
    }
    text
}
