//! A C program that calls every function where something is scarce, made from the manifest: with large arguments under
//! a limit of memory, and with nested ones on a thread with a small stack. Each call runs in a process of its own,
//! which no signal ends.

use crate::hostile::{constructors, ident, is_consumed, kinds, one_result, plain, with_objects};
use std::fmt::Write;
use xtask::abi::{Function, Manifest, Parameter};

/// Large texts of all sorts, and nested ones.
const TEXTS: &[&str] = &[
    "big_text",
    "big_list",
    "big_lists",
    "big_object",
    "big_path",
    "big_pattern",
    "big_classes",
    "big_options",
    "big_call",
    "deep_list",
    "deep_pattern",
];

/// Calls whose large arguments belong together.
const TOGETHER: &[(&str, &[&str])] = &[
    ("rt_regex_find_all", &["live_regex", "big_text"]),
    ("rt_http_response_bytes", &["200", "big_bytes", "BIG", "\"a/b\""]),
    ("rt_lyon_png_encode", &["big_bytes", "BIG", "1024", "1024"]),
    ("rt_lyon_png_save", &["\"scarce.png\"", "big_bytes", "BIG", "1024", "1024"]),
    ("rt_lyon_path_rasterize", &["live_path", "1", "255", "2048", "2048"]),
    ("rt_audio_load_from_samples", &["live_audio_engine", "big_floats", "MANY", "8000", "1"]),
];

/// Texts of the archive's own, which no other may stand for.
const OWN_TEXTS: &[&str] = &["rt_text_len", "rt_text_is_none"];

/// The program's source. Its arguments are `memory` or `stack` and amounts in bytes; it prints how many calls it made.
pub fn program(manifest: &Manifest) -> String {
    let mut out = concat!(
        include_str!("hostile_preface.c"),
        include_str!("hostile_http.c"),
        include_str!("scarce_preface.c")
    )
    .to_owned();
    constructors(&mut out, manifest);
    let (mut large, mut all) = (Vec::new(), Vec::new());
    for (number, function) in manifest.functions().enumerate() {
        let plain: Vec<_> = function.params.iter().map(plain).collect();
        all.push(case(&mut out, manifest, (number, function), &plain.concat()));
        if OWN_TEXTS.contains(&function.name.as_str()) {
            continue;
        }
        for (i, param) in function.params.iter().enumerate() {
            for arguments in sizes(param) {
                let nested = arguments.iter().any(|argument| argument.starts_with("deep"));
                let mut whole = plain.clone();
                whole[i] = arguments;
                let entry = case(&mut out, manifest, (number, function), &whole.concat());
                if nested { all.push(entry) } else { large.push(entry) }
            }
        }
        for (_, arguments) in TOGETHER.iter().filter(|(name, _)| *name == function.name) {
            let arguments: Vec<String> = arguments.iter().map(|text| (*text).to_owned()).collect();
            large.push(case(&mut out, manifest, (number, function), &arguments));
        }
    }
    for (name, cases) in [("large", large), ("all", all)] {
        let _ = writeln!(out, "static const struct scarce_case {name}[] = {{\n{}}};", cases.concat());
    }
    out.push_str(
        "int main(int count, char **arguments) {\n    \
         MUST(count > 2, \"a mode and amounts\");\n    fill();\n    \
         if (strcmp(arguments[1], \"memory\") == 0)\n        \
         return run(large, sizeof large / sizeof *large, arguments[1], count - 2, arguments + 2);\n    \
         return run(all, sizeof all / sizeof *all, arguments[1], count - 2, arguments + 2);\n}\n",
    );
    out
}

/// Large arguments for one parameter.
fn sizes(param: &Parameter) -> Vec<Vec<String>> {
    let two = |data: &str, count: &str| vec![vec![data.to_owned(), count.to_owned()]];
    if param.handle.is_some() || is_consumed(param) {
        return Vec::new();
    }
    match param.r#type.as_str() {
        "text" => TEXTS.iter().map(|text| vec![(*text).to_owned()]).collect(),
        "[f64]" => two("big_floats", "MANY"),
        "[i64]" => two("big_integers", "MANY"),
        "[u8]" => two("big_bytes", "BIG"),
        "[u8 out]" => two("big_buffer", "BIG"),
        "[text]" => [two("big_texts", "MANY"), two("big_headers", "MANY")].concat(),
        _ => Vec::new(),
    }
}

/// The function of a case, and its row.
fn case(
    out: &mut String,
    manifest: &Manifest,
    (number, function): (usize, &Function),
    arguments: &[String],
) -> String {
    let name = format!("case_{}", out.len());
    let _ = writeln!(out, "\nstatic void {name}(void) {{");
    with_objects(out, function, arguments, |out| {
        out.push_str("        scarce();\n");
        one_result(out, manifest, function, arguments);
        out.push_str("        plenty();\n");
    });
    out.push_str("}\n");
    let kinds: Vec<String> = kinds(function).into_iter().map(ident).collect();
    let needs = |names: &[&str]| kinds.iter().any(|kind| names.contains(&kind.as_str()));
    format!(
        "    {{\"{}({})\", {name}, {number}, {}, {}, {}}},\n",
        function.name,
        arguments.join(", ").replace('\\', "\\\\").replace('"', "\\\""),
        needs(&["window_event"]),
        needs(&[
            "http_request",
            "http_response_stream",
            "http_fetched_response",
            "http_stream",
            "http_transfer",
            "websocket"
        ]),
        function.blocks
    )
}
