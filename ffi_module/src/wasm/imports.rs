//! Imports of a module that it was not granted, or that no host has.

use super::{check::is_component, preview1};
use crate::options::Grants;
use wasmparser::{Parser, Payload};

/// A function that there is: the module and the name that it is imported by.
pub type Known = (String, String);

/// Refuses the module of these bytes for an import that it does not get, before anything is compiled for it. What is
/// malformed is for others to tell.
pub fn check(bytes: &[u8], known: &[Known], grants: &Grants) -> Result<(), String> {
    if is_component(bytes) {
        return Ok(());
    }
    // The code stands behind the imports.
    let payloads = Parser::new(0).parse_all(bytes).map_while(Result::ok);
    let payloads = payloads.take_while(|payload| !matches!(payload, Payload::CodeSectionStart { .. }));
    for payload in payloads {
        let Payload::ImportSection(imports) = payload else { continue };
        for import in imports.into_imports().map_while(Result::ok) {
            check_one(import.module, import.name, known, grants)?;
        }
    }
    Ok(())
}

fn check_one(from: &str, name: &str, known: &[Known], grants: &Grants) -> Result<(), String> {
    if !known.iter().any(|one| (one.0.as_str(), one.1.as_str()) == (from, name)) {
        return Err(unknown(from, name));
    }
    let grant = match (from, name) {
        ("simple", "clock_ms") if !grants.clock => "\"clock\": true",
        ("simple", "environment") if grants.environment.is_empty() => "\"environment\": [\"NAME\"]",
        ("simple", "read_file") if grants.files.is_empty() => "\"files\": [\"/path\"]",
        ("simple", "call") if grants.functions.is_empty() => "\"functions\": [\"NAME\"]",
        (preview1::MODULE, "clock_time_get" | "clock_res_get") if !grants.clock => "\"clock\": true",
        (preview1::MODULE, "random_get") if !grants.random => "\"random\": true",
        _ => return Ok(()),
    };
    Err(format!(
        "it imports {from}::{name}, which it was not granted (`options_json`: {{\"grants\": {{{grant}}}}})"
    ))
}

/// The reason why there is no such function.
fn unknown(from: &str, name: &str) -> String {
    let because = match from {
        _ if name == "memory" => "a module has its memory itself: link it without --import-memory",
        preview1::MODULE => "WASI preview 1 has no such function",
        "wasi_unstable" => "that is WASI before preview 1: build it for wasm32-wasip1",
        "gojs" | "go" => "it was built for a browser: build it with GOOS=wasip1 and -buildmode=c-shared",
        "__wbindgen_placeholder__" | "wbg" => "it was built for a browser: build it without wasm-bindgen",
        _ => "the host has no such function: is a symbol undefined in it?",
    };
    format!("it imports {from}::{name}, and {because}")
}
