//! Simple: typed functions over the word interface, as a person would write them. What Simple is like there: a call passes
//! at most 8 integers and gives one; an integer has 61 bits, which the bits of a float do not fit; the address of a text
//! lasts until that of the next is asked for.

use super::{
    docs::{self, NOTICE},
    model::{Model, is_archives},
    words,
};
use crate::abi::{Function, Library, Manifest, Parameter};
use std::fmt::Write;

/// One file for each library; they use the hand-written `words.spl`.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let libraries = model.libraries.iter().map(|one| one.library);
    libraries
        .map(|library| (format!("simple_native/{}.spl", library.name), file(model.manifest, library)))
        .collect()
}

/// Tells whether a function has no place in Simple: Simple's own cannot be called back, and the files release what
/// they are given.
fn is_left_out(function: &Function) -> bool {
    let is_callback = |param: &Parameter| matches!(param.r#type.as_str(), "callback" | "pointer");
    function.params.iter().any(|param| is_callback(param) || is_archives(param))
}

fn file(manifest: &Manifest, library: &Library) -> String {
    let mut out = format!(
        "# {NOTICE}\n#\n{}\nuse simple_native.words.*\n\nvar sn_library_{name}: i64 = 0\n\n\
         fn sn_{name}(function: text) -> i64:\n    if sn_library_{name} == 0:\n        \
         sn_library_{name} = sn_open(\"{name}\")\n    return spl_dlsym(sn_library_{name}, function)\n",
        docs::lines(&library.doc, "# "),
        name = library.name,
    );
    for function in library.functions.iter().filter(|function| !is_left_out(function)) {
        write_function(&mut out, manifest, library, function);
    }
    out
}

/// The words that are passed for a parameter, as expressions.
struct Passed {
    words: Vec<String>,
    is_float: bool,
}

fn write_function(out: &mut String, manifest: &Manifest, library: &Library, function: &Function) {
    let mut params = Vec::new();
    let mut before = Vec::new();
    let mut after = Vec::new();
    let mut passed = Vec::new();
    let mut filled = Vec::new();
    for param in &function.params {
        let name = &param.name;
        let kind = param.r#type.as_str();
        let copied = match kind {
            "text" => Some(format!("sn_text({name})")),
            "[i64]" => Some(format!("sn_i64_array({name})")),
            "[f64]" => Some(format!("sn_f64_array({name})")),
            "[u8]" => Some(format!("sn_u8_array({name})")),
            "[text]" => Some(format!("sn_text_array({name})")),
            "[u8 out]" => Some(format!("sn_new({name}_len / 8 + 1)")),
            _ => None,
        };
        if let Some(copied) = copied {
            before.push(format!("val {name}_ = {copied}"));
            after.push(match kind {
                "[text]" => format!("sn_free_texts({name}_, {name}.len())"),
                _ => format!("sn_free({name}_)"),
            });
        }
        let words = match kind {
            "bool" => vec![format!("sn_bit({name})")],
            "text" => vec![format!("{name}_")],
            "[u8 out]" => vec![format!("{name}_"), format!("{name}_len")],
            array if array.starts_with('[') => vec![format!("{name}_"), format!("{name}.len()")],
            _ => vec![name.clone()],
        };
        passed.push(Passed { words, is_float: kind == "f64" });
        if kind == "[u8 out]" {
            params.push(format!("{name}_len: i64"));
            let count = if param.fills.as_deref() == Some("result") {
                "result_".into()
            } else {
                format!("{name}_len")
            };
            filled.push(format!("sn_u8_list({name}_, {count})"));
        } else {
            params.push(format!("{name}: {kind}"));
        }
    }
    if words::is_filled(function) {
        let count = manifest.find_struct(&function.returns).map_or(2, |one| one.fields.len());
        before.push(format!("val out_ = sn_new({count})"));
        after.push("sn_free(out_)".into());
        passed.push(Passed { words: vec!["out_".into()], is_float: false });
    }
    let call = call(library, function, &passed, &mut before, &mut after);
    let (returns, statement, mut value) = result(manifest, function, &call);
    let mut types = vec![returns];
    types.extend(filled.iter().map(|_| "[u8]".to_owned()));
    let mut lines = before;
    lines.push(statement);
    for (at, bytes) in filled.iter().enumerate() {
        lines.push(format!("val bytes{at}_ = {bytes}"));
        value = format!("{value}, bytes{at}_");
    }
    lines.extend(after);
    let (types, value) = match filled.is_empty() {
        true => (types.remove(0), value),
        false => (format!("({})", types.join(", ")), format!("({value})")),
    };
    lines.push(format!("return {value}"));
    let name = function.name.strip_prefix("rt_").unwrap_or(&function.name);
    let _ = write!(
        out,
        "\n{}fn {name}({}) -> {types}:\n",
        docs::lines(&function.summary, "# "),
        params.join(", ")
    );
    for line in lines {
        let _ = writeln!(out, "    {line}");
    }
}

/// The call, as an expression that gives its word; one with floats or more than 8 words has its words in memory.
fn call(
    library: &Library,
    function: &Function,
    passed: &[Passed],
    before: &mut Vec<String>,
    after: &mut Vec<String>,
) -> String {
    let look_up = |name: &str| format!("sn_{}(\"{name}\")", library.name);
    let words: Vec<(&String, bool)> =
        passed.iter().flat_map(|one| one.words.iter().map(|word| (word, one.is_float))).collect();
    if !words::is_by_words(function) && words.len() <= words::MOST {
        let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        return format!("sn_call({}, [{}])", look_up(&function.name), words.join(", "));
    }
    before.push(format!("val words_ = sn_new({})", words.len().max(1)));
    for (at, (word, is_float)) in words.iter().enumerate() {
        let set = if *is_float { "sn_set_f64" } else { "sn_set" };
        before.push(format!("{set}(words_, {at}, {word})"));
    }
    after.push("sn_free(words_)".into());
    let name =
        if words::is_by_words(function) { words::by_words_name(function) } else { function.name.clone() };
    format!("sn_call({}, [words_])", look_up(&name))
}

/// The type of what a function gives, the statement that makes the call, and the value.
fn result(manifest: &Manifest, function: &Function, call: &str) -> (String, String, String) {
    let kept =
        |kind: &str, value: String| (kind.to_owned(), format!("val result_ = {value}"), "result_".to_owned());
    if words::is_filled(function) {
        let Some(one) = manifest.find_struct(&function.returns) else {
            if function.returns == "[text]" && function.optional {
                let taken = format!("{call}\n    val result_ = sn_take_optional_text_array(out_)");
                return ("[text?]".into(), taken, "result_".into());
            }
            let kind = function.returns.trim_matches(['[', ']']);
            let taken = format!("{call}\n    val result_ = sn_take_{kind}_array(out_)");
            return (function.returns.clone(), taken, "result_".into());
        };
        let mut statement = call.to_owned();
        let mut types = Vec::new();
        let mut values = Vec::new();
        for (at, field) in one.fields.iter().enumerate() {
            let (kind, value) = match field.r#type.as_str() {
                "f64" => ("f64", format!("sn_get_f64(out_, {at})")),
                "bool" => ("bool", format!("sn_get(out_, {at}) != 0")),
                "text" if field.optional => ("text?", format!("sn_take_optional(sn_get(out_, {at}))")),
                "text" => ("text", format!("sn_take_text(sn_get(out_, {at}))")),
                _ => ("i64", format!("sn_get(out_, {at})")),
            };
            let _ = write!(statement, "\n    val got_{} = {value}", field.name);
            types.push(kind);
            values.push(format!("got_{}", field.name));
        }
        return (format!("({})", types.join(", ")), statement, format!("({})", values.join(", ")));
    }
    match function.returns.as_str() {
        "" | "bool" => kept("bool", format!("{call} != 0")),
        // -1 is its failure.
        "i64" if function.truth => kept("bool", format!("{call} == 1")),
        "text" if function.optional => kept("text?", format!("sn_take_optional({call})")),
        "text" => kept("text", format!("sn_take_text({call})")),
        "f64" => ("f64".into(), format!("{call}\n    val result_ = sn_get_f64(words_, 0)"), "result_".into()),
        _ => kept("i64", call.to_owned()),
    }
}
