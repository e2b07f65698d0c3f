//! The signatures in the contract's notation, one line each: what the ABI hash is taken of.

use super::manifest::{Function, Manifest};
use std::fmt::Write;

/// All functions, library by library, under the revision.
pub fn text(manifest: &Manifest) -> String {
    let mut out = format!("# revision {}\n", manifest.abi_revision);
    for library in &manifest.libraries {
        let _ = writeln!(out, "# {}: {} functions", library.name, library.functions.len());
        for function in &library.functions {
            let _ = writeln!(out, "{}", line(manifest, function));
        }
    }
    out
}

/// The number in the first line, `# revision N`; 0 where there is none.
pub fn revision(text: &str) -> i64 {
    let line = text.lines().next().unwrap_or_default();
    line.strip_prefix("# revision ").and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// One function: `rt_regex_find(handle: i64, text: text) -> text`.
pub fn line(manifest: &Manifest, function: &Function) -> String {
    let params: Vec<String> =
        function.params.iter().map(|param| format!("{}: {}", param.name, param.r#type)).collect();
    let returns = match manifest.find_struct(&function.returns) {
        Some(one) => {
            let fields: Vec<String> =
                one.fields.iter().map(|field| format!("{}: {}", field.name, field.r#type)).collect();
            format!(" -> ({})", fields.join(", "))
        }
        None if function.returns.is_empty() => String::new(),
        None => format!(" -> {}", function.returns),
    };
    format!("{}({}){returns}", function.name, params.join(", "))
}

/// The ABI hash: the lower 53 bits, which a double holds, of the 64-bit FNV-1a of the lines that are no comments. The same
/// is computed in `simple_native/src/native.rs`, when the archive is compiled.
pub fn hash(text: &str) -> i64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        for byte in line.bytes().chain([b'\n']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    (hash & ((1 << 53) - 1)) as i64
}
