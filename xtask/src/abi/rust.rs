//! The declarations of all functions for a host in Rust.

use super::{
    header::function_comment,
    manifest::{ARRAYS, Enum, Function, Library, Manifest, Parameter, Struct},
};
use std::fmt::Write;

const PREFACE: &str = "\
//! The functions of the C headers, their structs and the names of their numbers.
//!
//! Generated from the source by `cargo xtask abi`; not edited by hand.
//!
//! A function that takes and returns numbers alone is safe to call: no number makes it fail otherwise than it says.
#![allow(clippy::doc_lazy_continuation, clippy::doc_overindented_list_items, clippy::too_many_arguments)]
#![allow(rustdoc::invalid_html_tags, rustdoc::broken_intra_doc_links, rustdoc::bare_urls)]
#![allow(unsafe_code, unused_imports)]

use std::ffi::{c_char, c_void};

";

/// The module.
pub fn text(manifest: &Manifest) -> String {
    let mut out = PREFACE.to_owned();
    for (notation, name, item, release) in ARRAYS {
        let _ = writeln!(
            out,
            "/// `{notation}` by value: `len` items at `data`, which is NULL where there are none; release it with\n\
             /// [`{release}`].\n#[repr(C)]\n#[derive(Clone, Copy, Debug, PartialEq)]\n\
             pub struct {name} {{\n    /// The first item.\n    pub data: *mut {},\n    /// How many.\n    \
             pub len: i64,\n}}\n",
            c_item(item)
        );
    }
    for library in &manifest.libraries {
        library_section(&mut out, library);
    }
    out
}

fn library_section(out: &mut String, library: &Library) {
    for one in &library.enums {
        enum_section(out, one);
    }
    for one in &library.structs {
        struct_section(out, one);
    }
    out.push_str("unsafe extern \"C\" {\n");
    for function in &library.functions {
        doc(out, "    ", &function_comment(function));
        declaration(out, function, &function.name, None);
        if let Some(into) = &function.into {
            doc(out, "    ", &format!("As [`{}`], into `*out`; whether it succeeded.", function.name));
            declaration(out, function, into, Some(&function.returns));
        }
    }
    out.push_str("}\n\n");
}

fn enum_section(out: &mut String, one: &Enum) {
    for value in &one.values {
        doc(out, "", &value.doc);
        let _ = writeln!(out, "pub const {}{}: i64 = {};", one.prefix(), value.constant(), value.value);
    }
    out.push('\n');
}

fn struct_section(out: &mut String, one: &Struct) {
    doc(out, "", &one.doc);
    // A pointer has no default.
    let default = if one.fields.iter().any(|field| field.r#type == "text") { "" } else { ", Default" };
    let _ = writeln!(
        out,
        "#[repr(C)]\n#[derive(Clone, Copy, Debug, PartialEq{default})]\npub struct {} {{",
        one.name
    );
    for field in &one.fields {
        doc(out, "    ", &field.doc);
        let _ = writeln!(out, "    pub {}: {},", field.name, returned(&field.r#type));
    }
    out.push_str("}\n\n");
}

/// With `into`, the twin that fills what lies there.
fn declaration(out: &mut String, function: &Function, name: &str, into: Option<&String>) {
    let mut params: Vec<String> = function.params.iter().flat_map(parameters).collect();
    let returns = match into {
        Some(filled) => {
            params.push(format!("out: *mut {}", returned(filled)));
            "bool"
        }
        None => returned(&function.returns),
    };
    let numbers = |param: &Parameter| matches!(param.r#type.as_str(), "i64" | "f64" | "bool");
    let safe = if into.is_none() && function.params.iter().all(numbers) { "safe " } else { "" };
    let arrow = if returns.is_empty() { String::new() } else { format!(" -> {returns}") };
    let _ = writeln!(out, "    pub {safe}fn {name}({}){arrow};", params.join(", "));
}

fn doc(out: &mut String, indent: &str, text: &str) {
    for line in text.trim_end().lines() {
        let _ = writeln!(out, "{}", format!("{indent}/// {line}").trim_end());
    }
}

/// The C parameters of one parameter: an array is two.
fn parameters(param: &Parameter) -> Vec<String> {
    let name = &param.name;
    let consumed = param.ownership.as_deref() == Some("consumed");
    let pointer = if consumed { "*mut" } else { "*const" };
    let len = if consumed { "len".to_owned() } else { format!("{name}_len") };
    let array = |item: &str| vec![format!("{name}: {pointer} {item}"), format!("{len}: i64")];
    match param.r#type.as_str() {
        "text" => vec![format!("{name}: {pointer} c_char")],
        "[f64]" => array("f64"),
        "[i64]" => array("i64"),
        "[u8]" => array("u8"),
        "[u8 out]" => vec![format!("{name}: *mut u8"), format!("{name}_len: i64")],
        "[text]" => array(&format!("{pointer} c_char")),
        "pointer" => vec![format!("{name}: *mut c_void")],
        "callback" => vec![format!("{name}: {}", callback(param))],
        number => vec![format!("{name}: {number}")],
    }
}

/// A C pointer to a function, which may be NULL.
fn callback(param: &Parameter) -> String {
    let Some(callback) = &param.callback else { unreachable!("a callback that does not say what it takes") };
    let r#type = |notation: &str| match notation {
        "pointer" => "*mut c_void".to_owned(),
        "text" => "*const c_char".to_owned(),
        other => returned(other).to_owned(),
    };
    let params: Vec<String> =
        callback.params.iter().map(|param| format!("{}: {}", param.name, r#type(&param.r#type))).collect();
    let returns = r#type(&callback.returns);
    let arrow = if returns.is_empty() { returns } else { format!(" -> {returns}") };
    format!("Option<unsafe extern \"C-unwind\" fn({}){arrow}>", params.join(", "))
}

/// The Rust type of a returned value.
fn returned(notation: &str) -> &str {
    match notation {
        "text" => "*mut c_char",
        other => ARRAYS.iter().find(|array| array.0 == other).map_or(other, |array| array.1),
    }
}

fn c_item(item: &str) -> &str {
    match item {
        "double" => "f64",
        "int64_t" => "i64",
        "uint8_t" => "u8",
        _ => "*mut c_char",
    }
}
