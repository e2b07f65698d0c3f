//! Checks that contract, exports, header and manifest say the same.

use super::{Manifest, header, signatures};
use std::collections::BTreeSet;

/// The signatures in a contract file, in order.
pub fn contract_lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with("rt_")).map(str::trim_end).collect()
}

/// Functions that the contract promises and the manifest has otherwise or not at all.
pub fn contract(text: &str, manifest: &Manifest) -> Vec<String> {
    let ours: BTreeSet<String> =
        manifest.functions().map(|function| signatures::line(manifest, function)).collect();
    contract_lines(text)
        .into_iter()
        .filter(|line| !ours.contains(*line))
        .map(|line| {
            let name = line.split('(').next().unwrap_or_default();
            match ours.iter().find(|own| own.split('(').next() == Some(name)) {
                Some(own) => format!("contract: {line}\n    ours: {own}"),
                None => format!("contract: {line}\n    ours: missing"),
            }
        })
        .collect()
}

/// Exported symbols of ours without a record (so without a guard), and records without a symbol.
pub fn exports(symbols: &BTreeSet<String>, manifest: &Manifest) -> Vec<String> {
    let recorded: BTreeSet<&str> = manifest
        .functions()
        .flat_map(|function| [Some(function.name.as_str()), function.into.as_deref()])
        .flatten()
        .collect();
    let prefix = manifest.prefix.as_deref().unwrap_or("rt_");
    let exported: BTreeSet<&str> =
        symbols.iter().map(String::as_str).filter(|name| name.starts_with(prefix)).collect();
    let bypass = exported.difference(&recorded).map(|name| format!("{name} is exported without the guard"));
    let missing = recorded.difference(&exported).map(|name| format!("{name} has a record and no symbol"));
    bypass.chain(missing).collect()
}

/// A C file that compiles only where the header declares every function with the manifest's types.
pub fn type_check_program(manifest: &Manifest) -> String {
    let mut out = String::from("#include \"simple_native.h\"\n\n");
    let mut check = |name: &str, prototype: &str| {
        // `T rt_x(A)` becomes `extern T (*const check_rt_x)(A); T (*const check_rt_x)(A) = rt_x;`
        let pointer = prototype.replacen(&format!("{name}("), &format!("(*const check_{name})("), 1);
        out.push_str(&format!("extern {pointer};\n{pointer} = {name};\n"));
    };
    for function in manifest.functions() {
        check(&function.name, &header::prototype(function));
        if let Some(into) = &function.into {
            check(into, &header::into_prototype(function, into));
        }
    }
    out
}
