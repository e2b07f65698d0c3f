//! The C headers, for their reader.

use super::manifest::{ARRAYS, Enum, Function, Library, Manifest, Parameter, Struct};
use serde_json::Value;
use std::fmt::Write;

const PREFACE: &str = include_str!("preface.txt");

/// The version that brought whatever does not say another one.
const FIRST: &str = "0.1.0";

/// The umbrella's name.
pub const UMBRELLA: &str = "simple_native.h";

/// A header.
pub struct Header {
    /// The header's path in the folder of headers.
    pub path: String,
    /// The header's contents.
    pub text: String,
}

/// All headers: the umbrella, and `simple_native/LIBRARY.h` for each library. That of `native` has what the others
/// need and includes none.
pub fn headers(manifest: &Manifest) -> Vec<Header> {
    let mut all = vec![Header { path: UMBRELLA.to_owned(), text: umbrella(manifest) }];
    all.extend(
        manifest
            .libraries
            .iter()
            .map(|library| Header { path: path_of(library), text: library_header(manifest, library) }),
    );
    all
}

fn path_of(library: &Library) -> String {
    format!("simple_native/{}.h", library.name)
}

fn umbrella(manifest: &Manifest) -> String {
    let mut out = String::new();
    comment(&mut out, PREFACE);
    out.push_str("#ifndef SIMPLE_NATIVE_H\n#define SIMPLE_NATIVE_H\n\n");
    for library in &manifest.libraries {
        let _ = writeln!(out, "#include \"{}\"", path_of(library));
    }
    out.push_str("\n#endif /* SIMPLE_NATIVE_H */\n");
    out
}

fn library_header(manifest: &Manifest, library: &Library) -> String {
    let mut out = String::new();
    comment(&mut out, &library.doc);
    let guard = format!("SIMPLE_NATIVE_{}_H", library.name.to_uppercase());
    let _ = write!(out, "#ifndef {guard}\n#define {guard}\n\n");
    if library.name == "native" {
        out.push_str("#include <stdbool.h>\n#include <stdint.h>\n\n");
        version(&mut out, manifest);
    } else {
        out.push_str("#include \"native.h\"\n\n");
    }
    out.push_str("#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
    if library.name == "native" {
        arrays(&mut out);
    }
    library_section(&mut out, library);
    let _ = write!(out, "#ifdef __cplusplus\n}}\n#endif\n\n#endif /* {guard} */\n");
    out
}

fn version(out: &mut String, manifest: &Manifest) {
    let _ = write!(
        out,
        "/* The headers' version. */\n#define SIMPLE_NATIVE_VERSION \"{}\"\n\
         /* The version of the rules in simple_native.h. Compare with rt_native_abi_version(). */\n\
         #define SIMPLE_NATIVE_ABI_VERSION {}\n\
         /* A hash of every signature, in all headers. Compare with rt_native_abi_hash(). */\n\
         #define SIMPLE_NATIVE_ABI_HASH INT64_C({})\n\
         /* How often the signatures had changed: the smaller of two is the older. */\n\
         #define SIMPLE_NATIVE_ABI_REVISION INT64_C({})\n\
         /* Whether the headers fit the archive; rt_native_get_last_error() says which is older. Ask first. */\n\
         #define SIMPLE_NATIVE_FITS() \\\n    \
         rt_native_check_abi(SIMPLE_NATIVE_ABI_REVISION, SIMPLE_NATIVE_ABI_HASH)\n\n",
        manifest.version, manifest.abi_version, manifest.abi_hash, manifest.abi_revision
    );
}

fn arrays(out: &mut String) {
    out.push_str(
        "/* ---- Arrays by value: `len` items at `data`, which is NULL where there are none. ---- */\n\n",
    );
    for (notation, name, item, release) in ARRAYS {
        let star = if item.ends_with('*') { "" } else { " " };
        let _ = writeln!(
            out,
            "/* {notation}, owned by the caller; release with {release}. */\n\
             typedef struct {name} {{\n    {item}{star}*data;\n    int64_t len;\n}} {name};\n"
        );
    }
}

fn library_section(out: &mut String, library: &Library) {
    for one in &library.enums {
        enum_section(out, one);
    }
    for one in &library.structs {
        struct_section(out, one);
    }
    for function in &library.functions {
        comment(out, &function_comment(function));
        let _ = writeln!(out, "{};\n", prototype(function));
    }
    let mut twins =
        library.functions.iter().filter_map(|function| Some((function, function.into.as_ref()?))).peekable();
    if twins.peek().is_some() {
        out.push_str(
            "/* ---- The twins: each fills *out, and returns whether the call succeeded. ---- */\n\n",
        );
        for (function, into) in twins {
            let _ = writeln!(out, "{};", into_prototype(function, into));
        }
        out.push('\n');
    }
}

fn enum_section(out: &mut String, one: &Enum) {
    comment(out, &one.doc);
    let _ = writeln!(out, "enum Sn{} {{", one.name);
    for (place, value) in one.values.iter().enumerate() {
        for line in value.doc.lines() {
            let _ = writeln!(out, "    /* {line} */");
        }
        let comma = if place + 1 < one.values.len() { "," } else { "" };
        let _ = writeln!(out, "    {}{} = {}{comma}", one.prefix(), value.constant(), value.value);
    }
    out.push_str("};\n\n");
}

fn struct_section(out: &mut String, one: &Struct) {
    comment(out, &one.doc);
    let _ = writeln!(out, "typedef struct {} {{", one.name);
    for field in &one.fields {
        for line in field.doc.lines() {
            let _ = writeln!(out, "    /* {line} */");
        }
        let _ = writeln!(out, "    {};", declare(c_return(&field.r#type), &field.name));
    }
    let _ = writeln!(out, "}} {};\n", one.name);
}

fn comment(out: &mut String, text: &str) {
    out.push_str("/*\n");
    for line in text.trim_end().lines() {
        // An example may hold a comment of its own.
        let line = line.replace("*/", "* /");
        let _ = writeln!(out, "{}", format!(" * {line}").trim_end());
    }
    out.push_str(" */\n");
}

/// The documentation, then what can be said of every function alike.
pub fn function_comment(function: &Function) -> String {
    let mut text = function.doc.clone();
    let mut facts = Vec::new();
    for param in &function.params {
        if let Some(kind) = &param.handle {
            let consumed = if is_consumed(param) { ", freed by this call" } else { "" };
            facts.push(format!("`{}` is {}{consumed}.", param.name, with_article(kind)));
        }
    }
    let returned = match (&function.returns_handle, &function.release) {
        (Some(kind), Some(release)) => {
            Some(format!("Returns {}; free it with {release}.", with_article(kind)))
        }
        (Some(kind), None) => Some(format!("Returns {}.", with_article(kind))),
        (None, Some(release)) => Some(format!("Release what it returns with {release}.")),
        (None, None) => None,
    };
    facts.extend(returned);
    facts.extend(failure_fact(&function.failure));
    if function.blocks {
        facts.push("May wait; blocks its own thread only.".to_owned());
    }
    if function.thread != "any" {
        facts.push(format!("Threads: {}.", function.thread));
    }
    if function.since != FIRST {
        facts.push(format!("Since version {}.", function.since));
    }
    if !facts.is_empty() {
        text.push_str("\n\n");
        text.push_str(&wrap(&facts.join(" "), 100));
    }
    text
}

/// `an audio engine`, `a window`: by the sound, which of HTTP's first letter is a vowel's.
fn with_article(kind: &str) -> String {
    let vowel = kind.starts_with(['a', 'e', 'i', 'o', 'u']) || kind.starts_with("http");
    format!("{} {kind}", if vowel { "an" } else { "a" })
}

fn failure_fact(failure: &Value) -> Option<String> {
    match failure {
        Value::Null => None,
        Value::Array(_) => Some("On failure: an empty array.".to_owned()),
        Value::Object(fields) => {
            let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name} {value}")).collect();
            Some(format!("On failure: {}.", fields.join(", ")))
        }
        value => Some(format!("On failure: {value}.")),
    }
}

fn wrap(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        if column > 0 && column + 1 + word.len() > width {
            out.push('\n');
            column = 0;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += word.len();
    }
    out
}

fn is_consumed(param: &Parameter) -> bool {
    param.ownership.as_deref() == Some("consumed")
}

/// `int64_t rt_regex_new(const char *pattern)`.
pub fn prototype(function: &Function) -> String {
    declare(c_return(&function.returns), &format!("{}({})", function.name, c_params(function, None)))
}

/// `bool rt_regex_find_at_into(…, RtRegexSpan *out)`.
pub fn into_prototype(function: &Function, name: &str) -> String {
    let out = declare(&format!("{} *", c_return(&function.returns)), "out");
    format!("bool {name}({})", c_params(function, Some(out)))
}

fn c_params(function: &Function, last: Option<String>) -> String {
    let mut params: Vec<String> = function.params.iter().flat_map(c_param).collect();
    params.extend(last);
    if params.is_empty() { "void".to_owned() } else { params.join(", ") }
}

/// The C parameters of one parameter: an array is two.
pub(crate) fn c_param(param: &Parameter) -> Vec<String> {
    let name = &param.name;
    let consumed = is_consumed(param);
    let item = |item: &str| if consumed { item.to_owned() } else { format!("const {item}") };
    let array = |item: String| {
        let len = if consumed { "len".to_owned() } else { format!("{name}_len") };
        vec![declare(&format!("{item} *"), name), format!("int64_t {len}")]
    };
    match param.r#type.as_str() {
        "i64" => vec![format!("int64_t {name}")],
        "f64" => vec![format!("double {name}")],
        "bool" => vec![format!("bool {name}")],
        "text" => vec![declare(&format!("{} *", item("char")), name)],
        "[f64]" => array(item("double")),
        "[i64]" => array(item("int64_t")),
        "[u8]" => array(item("uint8_t")),
        "[u8 out]" => array("uint8_t".to_owned()),
        "[text]" if consumed => array("char *".to_owned()),
        "[text]" => array("const char *const".to_owned()),
        "pointer" => vec![declare("void *", name)],
        "callback" => vec![callback(param)],
        other => unreachable!("a parameter of type {other}"),
    }
}

/// `int64_t (*function)(int64_t handle, void *user_data)`.
fn callback(param: &Parameter) -> String {
    let Some(callback) = &param.callback else { unreachable!("a callback that does not say what it takes") };
    let params: Vec<String> =
        callback.params.iter().map(|param| declare(callback_type(&param.r#type), &param.name)).collect();
    format!("{} (*{})({})", callback_type(&callback.returns), param.name, params.join(", "))
}

/// The C type of a callback's parameter or result: its texts are the archive's.
fn callback_type(notation: &str) -> &str {
    match notation {
        "pointer" => "void *",
        "text" => "const char *",
        other => c_return(other),
    }
}

/// The C type of a returned value.
pub fn c_return(notation: &str) -> &str {
    match notation {
        "" => "void",
        "i64" => "int64_t",
        "f64" => "double",
        "text" => "char *",
        other => ARRAYS.iter().find(|array| array.0 == other).map_or(other, |array| array.1),
    }
}

fn declare(r#type: &str, name: &str) -> String {
    match r#type.strip_suffix('*') {
        Some(base) if base.trim_end().ends_with('*') => format!("{}*{name}", base.trim_end()),
        Some(_) => format!("{type}{name}"),
        None => format!("{type} {name}"),
    }
}
