//! A C program that calls every function with hostile arguments, made from the manifest: what `ABI`'s rules
//! say of all functions alike is tried on each of them.

use std::{collections::BTreeSet, fmt::Write};
use xtask::abi::{Function, Manifest, Parameter, header};

/// Recipes for live objects where calling a constructor with plain arguments will not do: the kind, the kind of its
/// parent (or none), and a C expression in which `parent` is the parent's handle. It may be 0 where this machine
/// cannot make one: then what must fail is still tried.
const OBJECTS: &[(&str, Option<&str>, &str)] = &[
    ("audio engine", None, "rt_audio_init_offline(8000, 1)"),
    ("audio source", Some("audio engine"), AUDIO_SOURCE),
    (
        "audio playback",
        Some("audio engine"),
        "rt_audio_play_sound(parent, rt_audio_load_from_samples(parent, floats, 6, 8000, 1))",
    ),
    ("audio mixer", Some("audio engine"), "rt_audio_mixer_create(parent)"),
    ("audio bus", Some("audio engine"), "rt_audio_bus_create(parent)"),
    ("audio recording", Some("audio engine"), "rt_audio_record_start(parent, \"hostile.wav\", 16)"),
    // Most machines have nothing to capture.
    ("audio capture", None, "rt_audio_capture_start(\"\")"),
    ("world", None, "rt_rapier2d_world_new(0, -10)"),
    ("body", Some("world"), "a_body(parent)"),
    ("collider", Some("world"), "rt_rapier2d_collider_new_circle(parent, a_body(parent), 1)"),
    ("joint", Some("world"), "rt_rapier2d_joint_fixed(parent, a_body(parent), a_body(parent))"),
    ("contacts", Some("world"), "rt_rapier2d_world_get_contacts(parent)"),
    ("collision events", Some("world"), "rt_rapier2d_world_get_collision_events(parent)"),
    ("cast hits", Some("world"), "rt_rapier2d_world_cast_ray_all(parent, 0, 0, 1, 0, 9, 1, 1, false, 0)"),
    ("path", None, "rt_lyon_path_circle(0, 0, 1)"),
    ("fill tessellation", Some("path"), "rt_lyon_fill_tessellate(parent, 0.1)"),
    ("stroke tessellation", Some("path"), "rt_lyon_stroke_tessellate(parent, 1, 0.1)"),
    ("vertex buffer", Some("fill tessellation"), "rt_lyon_fill_tessellation_get_vertices(parent)"),
    ("index buffer", Some("fill tessellation"), "rt_lyon_fill_tessellation_get_indices(parent)"),
    ("animation", None, "rt_lyon_animation_new(\"hostile.png\", 2, 2, 1, 10)"),
    ("canvas", None, "rt_lyon_canvas_new(4, 4)"),
    ("font", None, "rt_lyon_font_built_in()"),
    ("paint", None, "rt_lyon_paint_color(255)"),
    ("module", None, "rt_module_load(\"native\")"),
    ("event subscription", None, "rt_events_subscribe(NULL, 0)"),
    ("http server", None, "rt_http_server_create(0)"),
    ("http request", None, "a_request()"),
    ("http response", None, "rt_http_response_create(200, \"a\")"),
    (
        "http response stream",
        None,
        "rt_http_response_stream_begin(a_request(), rt_http_response_create(200, \"a\"), \"\")",
    ),
    (
        "http fetched response",
        Some("http client"),
        "rt_http_client_fetch(parent, \"GET\", an_address(), NULL, 0, \"\")",
    ),
    ("http stream", Some("http client"), "rt_http_stream_open(parent, \"GET\", an_address(), NULL, 0)"),
    (
        "http transfer",
        Some("http client"),
        "rt_http_transfer_start(parent, \"GET\", an_address(), NULL, 0, NULL, 0)",
    ),
    ("websocket", None, "a_websocket()"),
    ("json value", None, "rt_http_parse_json(\"{\\\"a\\\":1}\")"),
    ("gamepad event", Some("gamepad context"), "a_pad_event(parent)"),
    ("event loop", None, "rt_winit_event_loop_new()"),
    ("window", Some("event loop"), "rt_winit_window_new(parent, 20, 20, \"hostile\")"),
    ("window event", None, "a_window_event()"),
    // Modules and kernels need a GPU.
    ("cuda stream", None, "(rt_cuda_set_device(-1), rt_cuda_stream_create())"),
    ("cuda context", None, "rt_cuda_init(-1)"),
    ("cuda model", Some("cuda context"), CUDA_MODEL),
    ("cuda inference", Some("cuda model"), "rt_cuda_inference_start(parent, \"a\", 1, 0, 0)"),
];

/// Calls that are needed before an object of this kind is freed.
const ENDS: &[(&str, &str)] = &[
    // It would wait for the other side's goodbye.
    ("websocket", "hang_up();"),
];

/// Kinds that some machines cannot make, and one that only a function of the host's gets while a module calls it; every
/// other must be alive where a function is tried on it.
const MACHINES: &[&str] = &["cuda", "module call", "audio capture"];

const CUDA_MODEL: &str =
    concat!("rt_cuda_load_model(parent, \"", env!("CARGO_MANIFEST_DIR"), "/../cuda/model/parrot.gguf\")");

const AUDIO_SOURCE: &str = "rt_audio_load_from_samples(parent, floats, 6, 8000, 1)";

/// Functions whose text argument is one of the archive's own texts, not any text: it cannot be hostile.
const OWN_TEXTS: &[&str] = &["rt_text_len", "rt_text_is_none"];

/// Texts that are not UTF-8: a lone lead byte, a broken sequence, an overlong NUL, a surrogate, beyond U+10FFFF.
const NOT_UTF8: &[&str] = &["\\xff", "\\xc3(", "\\xc0\\x80", "\\xed\\xa0\\x80", "\\xf4\\x90\\x80\\x80"];
const INTEGERS: &[&str] = &["INT64_MIN", "-1", "0", "INT64_MAX"];
const FLOATS: &[&str] = &["NAN", "INFINITY", "-INFINITY", "DBL_MAX", "-DBL_MAX", "DBL_TRUE_MIN", "-0.0"];
const TEXTS: &[&str] = &["\"\"", "\"%s%n\"", "LONG_TEXT"];

/// One call of the program.
struct Call {
    function: String,
    arguments: Vec<String>,
    /// True where it has to fail; otherwise it only has to return.
    must_fail: bool,
}

/// C that keeps calls from a desktop, whose dialogs would wait for somebody.
pub(crate) const NO_DESKTOP: &str = "    setenv(\"DBUS_SESSION_BUS_ADDRESS\", \"unix:path=/nonexistent\", 1);\n    \
                                     setenv(\"PATH\", \"/nonexistent\", 1);\n";

/// The program's source. Its `main` prints how many calls it made.
pub fn program(manifest: &Manifest) -> String {
    let mut out = concat!(include_str!("hostile_preface.c"), include_str!("hostile_http.c")).to_owned();
    constructors(&mut out, manifest);
    let mut names = Vec::new();
    for library in &manifest.libraries {
        for function in &library.functions {
            test_function(&mut out, manifest, &library.name, function);
            names.push(&function.name);
        }
    }
    let _ = write!(
        out,
        "\nint main(void) {{\n{NO_DESKTOP}    int64_t before = rt_native_live_handles();\n    prepare();\n    open_http();\n    \
         int64_t prepared = rt_native_live_handles();\n"
    );
    for name in names {
        let _ = writeln!(out, "    test_{name}();\n    all_freed(\"{name}\", prepared);");
    }
    out.push_str("    close_http();\n    tidy();\n    all_freed(\"all\", before);\n    printf(\"%ld hostile calls\\n\", calls);\n    return 0;\n}\n");
    out
}

/// The kinds of handles that `function` takes and their parents, parents first.
pub(crate) fn kinds(function: &Function) -> Vec<&str> {
    let mut kinds: Vec<&str> = Vec::new();
    for kind in function.params.iter().filter_map(|param| param.handle.as_deref()) {
        let line: Vec<&str> = std::iter::successors(Some(kind), |kind| parent(kind)).collect();
        for kind in line.into_iter().rev() {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
    }
    kinds
}

fn parent(kind: &str) -> Option<&'static str> {
    OBJECTS.iter().find(|known| known.0 == kind)?.1
}

/// The parent's handle in a test function.
fn live_parent(kind: &str) -> String {
    parent(kind).map_or("0".into(), |parent| format!("live_{}", ident(parent)))
}

/// `make_<kind>(parent)` and `drop_<kind>(parent, handle)` for every kind of handle that a parameter takes.
pub(crate) fn constructors(out: &mut String, manifest: &Manifest) {
    let all: BTreeSet<&str> = manifest.functions().flat_map(kinds).collect();
    for kind in all {
        let make = match OBJECTS.iter().find(|known| known.0 == kind) {
            Some((_, _, expression)) => (*expression).to_owned(),
            None => constructor(manifest, kind),
        };
        let drop = match release(manifest, kind) {
            Some((name, 1)) => format!("{name}(handle);"),
            Some((name, 2)) => format!("{name}(parent, handle);"),
            _ => String::new(),
        };
        let end = ENDS.iter().find(|known| known.0 == kind).map_or("", |known| known.1);
        let alive = if MACHINES.iter().any(|machine| kind.starts_with(machine)) {
            String::new()
        } else {
            format!("MUST(made > 0, \"a live {kind}\"); ")
        };
        let kind = ident(kind);
        let _ = writeln!(
            out,
            "static int64_t make_{kind}(int64_t parent) {{\n    (void)parent;\n    int64_t made = {make};\n    \
             {alive}return made;\n}}\n\
             static void drop_{kind}(int64_t parent, int64_t handle) {{\n    (void)parent, (void)handle;\n    \
             {end}{drop}\n}}"
        );
    }
}

/// The constructor that takes the least, called with plain arguments.
fn constructor(manifest: &Manifest, kind: &str) -> String {
    let simplest = manifest
        .functions()
        .filter(|function| function.returns_handle.as_deref() == Some(kind) && !function.blocks)
        .filter(|function| function.params.iter().all(|param| param.handle.is_none()))
        .min_by_key(|function| function.params.len());
    match simplest {
        Some(function) => {
            let arguments: Vec<String> = function.params.iter().flat_map(plain).collect();
            format!("{}({})", function.name, arguments.join(", "))
        }
        None => "0".to_owned(),
    }
}

/// The function that frees a handle of this kind, and how many parameters it has.
fn release<'a>(manifest: &'a Manifest, kind: &str) -> Option<(&'a str, usize)> {
    let makes = manifest.functions().find(|function| function.returns_handle.as_deref() == Some(kind))?;
    let release = manifest.functions().find(|function| Some(&function.name) == makes.release.as_ref())?;
    Some((&release.name, release.params.len()))
}

pub(crate) fn ident(kind: &str) -> String {
    kind.replace(' ', "_")
}

/// Arguments that are well-formed, for one parameter.
pub(crate) fn plain(param: &Parameter) -> Vec<String> {
    let one = |text: &str| vec![text.to_owned()];
    match (param.handle.as_deref(), param.r#type.as_str()) {
        (Some(kind), _) => vec![format!("live_{}", ident(kind))],
        (None, "i64") => one("1"),
        (None, "f64") => one("1.0"),
        (None, "bool") => one("true"),
        (None, "text") if is_consumed(param) => one("NULL"),
        (None, "text") => one("\"a\""),
        (None, _) if is_consumed(param) => vec!["NULL".into(), "0".into()],
        (None, "[f64]") => vec!["floats".into(), "6".into()],
        (None, "[i64]") => vec!["integers".into(), "6".into()],
        (None, "[u8]") => vec!["bytes".into(), "6".into()],
        (None, "[u8 out]") => vec!["buffer".into(), "6".into()],
        (None, "[text]") => vec!["texts".into(), "2".into()],
        (None, _) => one("NULL"),
    }
}

pub(crate) fn is_consumed(param: &Parameter) -> bool {
    param.ownership.as_deref() == Some("consumed")
}

/// Hostile values of one parameter: its C arguments, and whether the call has to fail.
fn hostile(function: &Function, param: &Parameter) -> Vec<(Vec<String>, bool)> {
    let must = |arguments: &[&str]| (arguments.iter().map(|&text| text.to_owned()).collect(), true);
    let may = |text: &&str| (vec![(*text).to_owned()], false);
    if is_consumed(param) && param.handle.is_none() || OWN_TEXTS.contains(&function.name.as_str()) {
        return Vec::new();
    }
    if let Some(kind) = &param.handle {
        let freed = format!("freed_{}", ident(kind));
        let later = format!("(live_{} ^ (int64_t)1 << 40)", ident(kind));
        let foreign = if kind == "regex" { "a_regex_set" } else { "a_regex" };
        let numbers = ["0", "-1", "1", "INT64_MIN", "INT64_MAX", &freed, foreign, &later];
        let call = |number: &&str| if param.zero && *number == "0" { may(number) } else { must(&[number]) };
        return numbers.iter().map(call).collect();
    }
    let quiet = function.blocks;
    match param.r#type.as_str() {
        "i64" if !quiet => INTEGERS.iter().map(may).collect(),
        "f64" if !quiet => FLOATS.iter().map(may).collect(),
        "text" => {
            let mut all: Vec<_> = NOT_UTF8.iter().map(|text| must(&[&format!("\"{text}\"")])).collect();
            all.push(must(&["NULL"]));
            // What is read by names is not to be given by places as well.
            if param.name.ends_with("_json") {
                all.extend(["\"[]\"", "\" [true]\"", "\"[1, 2, 3]\""].map(|text| must(&[text])));
            }
            if !quiet {
                all.extend(TEXTS.iter().map(may));
            }
            all
        }
        "[text]" => vec![
            must(&["NULL", "1"]),
            must(&["texts", "-1"]),
            must(&["texts", "INT64_MIN"]),
            must(&["null_item", "2"]),
            must(&["bad_item", "2"]),
            (vec!["NULL".into(), "0".into()], false),
        ],
        "[f64]" | "[i64]" | "[u8]" | "[u8 out]" => {
            let data = plain(param).swap_remove(0);
            let mut all = vec![
                must(&["NULL", "1"]),
                must(&[&data, "-1"]),
                must(&[&data, "INT64_MIN"]),
                (vec!["NULL".into(), "0".into()], false),
                (vec![data.clone(), "1".into()], false),
            ];
            if param.r#type == "[f64]" || param.r#type == "[i64]" {
                all.push(must(&[&data, "INT64_MAX"]));
                all.push((vec![format!("hostile_{data}"), "6".into()], false));
            }
            all
        }
        _ => Vec::new(),
    }
}

fn calls(function: &Function) -> Vec<Call> {
    let plain_arguments: Vec<Vec<String>> = function.params.iter().map(plain).collect();
    let mut calls = Vec::new();
    for (i, param) in function.params.iter().enumerate() {
        for (arguments, must_fail) in hostile(function, param) {
            let mut all = plain_arguments.clone();
            all[i] = arguments;
            calls.push(Call { function: function.name.clone(), arguments: all.concat(), must_fail });
        }
    }
    calls
}

/// `test_<function>`: every hostile call, each with fresh objects.
fn test_function(out: &mut String, manifest: &Manifest, library: &str, function: &Function) {
    let _ = writeln!(out, "static void test_{}(void) {{", function.name);
    let keeps_error = manifest.functions().any(|one| one.name == format!("rt_{library}_get_last_error"));
    for call in calls(function) {
        with_objects(out, function, &call.arguments, |out| {
            one_call(out, manifest, library, function, &call, keeps_error);
        });
    }
    if let Some(into) = &function.into {
        let mut arguments: Vec<String> = function.params.iter().flat_map(plain).collect();
        arguments.push("NULL".into());
        with_objects(out, function, &arguments, |out| {
            let call = format!("{into}({})", arguments.join(", "));
            let _ = writeln!(out, "        calls++;\n        MUST({call} == false, \"{into} into NULL\");");
        });
    }
    out.push_str("}\n");
}

/// A block in which the objects that the arguments name are alive, or freed.
pub(crate) fn with_objects(
    out: &mut String,
    function: &Function,
    arguments: &[String],
    body: impl FnOnce(&mut String),
) {
    let kinds = kinds(function);
    out.push_str("    {\n");
    for kind in &kinds {
        let (kind, parent) = (ident(kind), live_parent(kind));
        let _ = writeln!(out, "        int64_t live_{kind} = make_{kind}({parent});");
        if arguments.contains(&format!("freed_{kind}")) {
            let _ = writeln!(
                out,
                "        int64_t freed_{kind} = make_{kind}({parent});\n        \
                 drop_{kind}({parent}, freed_{kind});"
            );
        }
    }
    body(out);
    for kind in kinds.iter().rev() {
        let _ = writeln!(out, "        drop_{0}({1}, live_{0});", ident(kind), live_parent(kind));
    }
    out.push_str("    }\n");
}

fn one_call(
    out: &mut String,
    manifest: &Manifest,
    library: &str,
    function: &Function,
    call: &Call,
    keeps_error: bool,
) {
    let expression = format!("{}({})", call.function, call.arguments.join(", "));
    let what = expression.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%");
    let _ = writeln!(out, "        calls++;");
    if call.must_fail && keeps_error {
        let _ = writeln!(out, "        rt_{library}_clear_error();");
    }
    if function.returns.is_empty() {
        let _ = writeln!(out, "        {expression};");
    } else {
        let declared = header::c_return(&function.returns);
        let _ = writeln!(out, "        {declared} result = {expression};");
        if call.must_fail {
            for (condition, label) in failure_conditions(manifest, function) {
                let _ = writeln!(out, "        MUST({condition}, \"{what}: {label}\");");
            }
        }
        release_result(out, manifest, function);
    }
    if call.must_fail && keeps_error {
        let _ = writeln!(out, "        error_said(rt_{library}_get_last_error(), \"{what}\");");
    }
}

/// C conditions that hold where the result is the failure value of the manifest.
fn failure_conditions(manifest: &Manifest, function: &Function) -> Vec<(String, String)> {
    let condition = |value: &str, r#type: &str, failure: &serde_json::Value| match r#type {
        "text" if failure == "<reason>" => format!("{value} != NULL && {value}[0] != 0"),
        "text" => format!("{value} != NULL && {value}[0] == 0"),
        "f64" => format!("{value} == (double){failure}"),
        _ if r#type.starts_with('[') => format!("{value}.data == NULL && {value}.len == 0"),
        _ => format!("{value} == {failure}"),
    };
    match manifest.find_struct(&function.returns) {
        Some(one) => one
            .fields
            .iter()
            .map(|field| {
                let value = format!("result.{}", field.name);
                (condition(&value, &field.r#type, &function.failure[&field.name]), field.name.clone())
            })
            .collect(),
        None => vec![(condition("result", &function.returns, &function.failure), "result".into())],
    }
}

/// A call, and the release of what it returns.
pub(crate) fn one_result(out: &mut String, manifest: &Manifest, function: &Function, arguments: &[String]) {
    let expression = format!("{}({})", function.name, arguments.join(", "));
    if function.returns.is_empty() {
        let _ = writeln!(out, "        {expression};");
        return;
    }
    let _ = writeln!(out, "        {} result = {expression};", header::c_return(&function.returns));
    release_result(out, manifest, function);
}

fn release_result(out: &mut String, manifest: &Manifest, function: &Function) {
    let _ = writeln!(out, "        (void)result;");
    if let Some(one) = manifest.find_struct(&function.returns) {
        for field in one.fields.iter().filter(|field| field.r#type == "text") {
            let _ = writeln!(out, "        rt_text_free(result.{});", field.name);
        }
        return;
    }
    let Some(release) = &function.release else { return };
    match function.returns.as_str() {
        "text" => {
            let _ = writeln!(out, "        rt_text_free(result);");
        }
        "i64" => {
            let kind = function.returns_handle.as_deref().and_then(|kind| self::release(manifest, kind));
            if let Some((name, 1)) = kind {
                let _ = writeln!(out, "        if (result > 0) {name}(result);");
            }
        }
        _ => {
            let _ = writeln!(out, "        {release}(result.data, result.len);");
        }
    }
}
