//! What a module imports that it was not granted, or that no host has.

use super::preview1;
use crate::options::Grants;
use wasmtime::{Module, UnknownImportError};

/// What is not granted of what the module imports, and the grant that would allow it.
pub fn check(module: &Module, grants: &Grants) -> Result<(), String> {
    for import in module.imports() {
        let (from, name) = (import.module(), import.name());
        let grant = match (from, name) {
            ("simple", "clock_ms") if !grants.clock => "\"clock\": true",
            ("simple", "environment") if grants.environment.is_empty() => "\"environment\": [\"NAME\"]",
            ("simple", "read_file") if grants.files.is_empty() => "\"files\": [\"/path\"]",
            (preview1::MODULE, "clock_time_get" | "clock_res_get") if !grants.clock => "\"clock\": true",
            (preview1::MODULE, "random_get") if !grants.random => "\"random\": true",
            _ => continue,
        };
        return Err(format!(
            "it imports {from}::{name}, which it was not granted (`options_json`: {{\"grants\": {{{grant}}}}})"
        ));
    }
    Ok(())
}

/// Why a module's imports were not found.
pub fn explain(error: &wasmtime::Error) -> String {
    let Some(unknown) = error.downcast_ref::<UnknownImportError>() else {
        return format!("{error:#}");
    };
    let (from, name) = (unknown.module(), unknown.name());
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
