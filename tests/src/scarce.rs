//! A C program that calls every function where something is scarce, made from the manifest: with large arguments under
//! a limit of memory, on large objects and with large files too, with nested ones on a thread with a small stack, and on
//! a thread that was cancelled.
//! Each call runs in a process of its own, which no signal ends.

use crate::hostile::{NO_DESKTOP, constructors, ident, is_consumed, kinds, one_result, plain, with_objects};
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
    ("rt_lyon_canvas_from_pixels", &["big_bytes", "BIG", "1024", "1024"]),
    ("rt_lyon_canvas_new", &["2048", "2048"]),
    ("rt_audio_load_from_samples", &["live_audio_engine", "big_floats", "MANY", "8000", "1"]),
];

/// Calls that read files, which lie in the folder that the program runs in, or what could stand in one.
const FILES: &[(&str, &[&str])] = &[
    ("rt_cuda_load_model", &["live_cuda_context", "\"tokens.gguf\""]),
    ("rt_cuda_load_model", &["live_cuda_context", "\"pieces.gguf\""]),
    ("rt_cuda_load_model", &["live_cuda_context", "\"special.gguf\""]),
    ("rt_cuda_load_model", &["live_cuda_context", "\"keys.gguf\""]),
    ("rt_cuda_load_model", &["live_cuda_context", "\"tensors.gguf\""]),
    ("rt_cuda_load_model", &["live_cuda_context", "\"texts.gguf\""]),
    ("rt_cuda_load_model", &["live_cuda_context", "\"weights.gguf\""]),
    ("rt_audio_load_from_file", &["live_audio_engine", "\"long.wav\""]),
    ("rt_audio_load_from_file", &["live_audio_engine", "\"long.mp3\""]),
    ("rt_audio_load_from_file", &["live_audio_engine", "\"tag.mp3\""]),
    ("rt_audio_load_from_file", &["live_audio_engine", "\"comment.ogg\""]),
    ("rt_audio_load_from_file", &["live_audio_engine", "\"comment.flac\""]),
    ("rt_audio_load_from_memory", &["live_audio_engine", "mp3", "mp3_size"]),
    ("rt_audio_play_music", &["live_audio_engine", "\"long.wav\""]),
    ("rt_audio_play_music", &["live_audio_engine", "\"comment.ogg\""]),
    ("rt_audio_play_music_with", &["live_audio_engine", "\"tag.mp3\"", "\"{}\""]),
    ("rt_http_server_set_tls", &["live_http_server", CHAIN]),
    ("rt_http_server_set_tls", &["live_http_server", ROOTS]),
    ("rt_http_client_set_tls", &["live_http_client", IDENTITY]),
    ("rt_http_client_add_root_certificates", &["live_http_client", "pem"]),
    ("rt_rapier2d_world_restore", &["snapshot", "snapshot_size"]),
];
const CHAIN: &str = r#""{\"certificates\":[{\"chain_file\":\"chain.pem\",\"key_file\":\"long_key.pem\"}]}""#;
const ROOTS: &str = r#""{\"certificates\":[{\"chain_file\":\"chain.pem\",\"key_file\":\"key.pem\"}],\"client_roots_file\":\"chain.pem\"}""#;
const IDENTITY: &str = r#""{\"certificate\":{\"chain_file\":\"chain.pem\",\"key_file\":\"key.pem\"}}""#;

/// Calls that make a large object of a kind, with its parent as `parent`.
const LARGE_OBJECTS: &[(&str, &str)] = &[
    ("path", "rt_lyon_path_from_svg(medium_path)"),
    ("canvas", "rt_lyon_canvas_new(1024, 1024)"),
    ("world", "a_large_world()"),
    ("json value", "rt_http_parse_json(medium_lists)"),
    ("audio source", "rt_audio_load_from_samples(parent, big_floats, MANY, 8000, 1)"),
    ("http response", "rt_http_response_create(200, big_text)"),
    ("regex set", "rt_regex_set_new(some_patterns, SOME)"),
    ("regex text", "rt_regex_text_new((const uint8_t *)medium_lists, sizeof medium_lists - 4)"),
];

/// Numbers that stand for amounts of what there may be much of.
const LARGE_NUMBERS: &[&str] = &["10000", "1000000"];

/// Texts of the archive's own, which no other may stand for.
const OWN_TEXTS: &[&str] = &["rt_text_len", "rt_text_is_none"];

/// The source of the program that calls every function. Its arguments are `memory` or `stack` and amounts in bytes, or
/// `cancel` and a number that says nothing; it prints how many calls it made.
pub fn program(manifest: &Manifest) -> String {
    let mut out = beginning(manifest);
    let (mut large, mut all, mut each) = (Vec::new(), Vec::new(), Vec::new());
    for (number, function) in manifest.functions().enumerate() {
        let plain: Vec<_> = function.params.iter().map(plain).collect();
        all.push(case(&mut out, manifest, (number, function), &plain.concat()));
        each.extend(all.last().cloned());
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
    end(&mut out, &[("memory", large), ("stack", all), ("cancel", each)]);
    out
}

/// The source of the program that calls what reads files, with those of [`large_files`](crate::large_files) in its
/// folder (`files`), and every function on large objects and with large numbers (`objects`).
pub fn program_of_files(manifest: &Manifest) -> String {
    let mut out = beginning(manifest);
    for (kind, make) in LARGE_OBJECTS {
        let kind = ident(kind);
        let _ = writeln!(
            out,
            "static int64_t large_{kind}(int64_t parent) {{\n    (void)parent;\n    int64_t made = {make};\n    \
             MUST(made > 0, \"a large {kind}\");\n    return made;\n}}"
        );
    }
    let (mut files, mut objects) = (Vec::new(), Vec::new());
    for (number, function) in manifest.functions().enumerate() {
        for (_, arguments) in FILES.iter().filter(|(name, _)| *name == function.name) {
            let arguments: Vec<String> = arguments.iter().map(|text| (*text).to_owned()).collect();
            // Whoever reads a file waits for nobody else. Each has a process of its own, for what another freed would be
            // there beside what the limit leaves.
            let own = Function { blocks: false, ..function.clone() };
            let number = manifest.functions().count() + files.len();
            files.push(case(&mut out, manifest, (number, &own), &arguments));
        }
        let plain: Vec<_> = function.params.iter().map(plain).collect();
        let large: Vec<&str> = LARGE_OBJECTS.iter().map(|(kind, _)| *kind).collect();
        let mut calls = Vec::new();
        if kinds(function).iter().any(|kind| large.contains(kind)) {
            calls.push(plain.concat());
        }
        for (i, param) in function.params.iter().enumerate() {
            if param.r#type == "i64" && param.handle.is_none() && !function.blocks {
                for number in LARGE_NUMBERS {
                    let mut whole = plain.clone();
                    whole[i] = vec![(*number).to_owned()];
                    calls.push(whole.concat());
                }
            }
        }
        for arguments in calls {
            let mut made = String::new();
            let row = case_named(&mut made, manifest, (number, function), &arguments, out.len());
            for kind in &large {
                let kind = ident(kind);
                made = made.replace(&format!(" make_{kind}("), &format!(" large_{kind}("));
            }
            out.push_str(&made);
            objects.push(row);
        }
    }
    end(&mut out, &[("files", files), ("objects", objects)]);
    out
}

fn beginning(manifest: &Manifest) -> String {
    let mut out = concat!(
        include_str!("hostile_preface.c"),
        include_str!("hostile_http.c"),
        include_str!("scarce_preface.c")
    )
    .to_owned();
    constructors(&mut out, manifest);
    out
}

/// The tables of the cases, and what runs the one that the first argument names.
fn end(out: &mut String, modes: &[(&str, Vec<String>)]) {
    for (mode, cases) in modes {
        let _ = writeln!(out, "static const struct scarce_case of_{mode}[] = {{\n{}}};", cases.concat());
    }
    let _ = write!(
        out,
        "int main(int count, char **arguments) {{\n{NO_DESKTOP}    MUST(count > 2, \"a mode and amounts\");\n    fill();\n"
    );
    for (mode, _) in modes {
        let _ = writeln!(
            out,
            "    if (strcmp(arguments[1], \"{mode}\") == 0)\n        \
             return run_all(of_{mode}, sizeof of_{mode} / sizeof *of_{mode}, arguments[1], count - 2, arguments + 2);"
        );
    }
    out.push_str("    return 2;\n}\n");
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
fn case(out: &mut String, manifest: &Manifest, function: (usize, &Function), arguments: &[String]) -> String {
    let number = out.len();
    case_named(out, manifest, function, arguments, number)
}

/// Writes a case with a number of its own.
fn case_named(
    out: &mut String,
    manifest: &Manifest,
    (number, function): (usize, &Function),
    arguments: &[String],
    own: usize,
) -> String {
    let name = format!("case_{own}");
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
