//! Simple: the declarations that its own files hold, `extern fn rt_regex_new(pattern: text) -> i64`.

use super::{
    docs::{self, NOTICE},
    model::Model,
};
use crate::abi::signatures;
use std::fmt::Write;

/// One file for each library.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let libraries = model.libraries.iter().map(|one| one.library);
    libraries
        .map(|library| {
            let mut out = format!("# {NOTICE}\n#\n{}\n", docs::lines(&library.doc, "# "));
            for function in &library.functions {
                out.push_str(&docs::lines(&function.summary, "# "));
                let _ = writeln!(out, "extern fn {}\n", signatures::line(model.manifest, function));
            }
            (format!("{}.spl", library.name), out)
        })
        .collect()
}
