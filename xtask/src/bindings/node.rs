//! Node: a CommonJS module for each library, on koffi.

use super::{
    NOTICE, docs,
    model::{
        Class, LibraryModel, Member, Model, Outcome, Parent, camel, failure_fields, is_archives, is_consumed,
        lower_camel,
    },
};
use crate::abi::{Function, Parameter};
use serde_json::Value;
use std::fmt::Write;

/// The generated modules.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let manifest = model.manifest;
    let names: Vec<String> = model.libraries.iter().map(|one| format!("\"{}\"", one.library.name)).collect();
    let prefixes: Vec<String> =
        model.prefixes().iter().map(|(word, library)| format!("    {word}: \"{library}\",\n")).collect();
    let abi = format!(
        "// {NOTICE}\n\"use strict\";\n\nmodule.exports = {{\n  version: \"{}\",\n  revision: {}n,\n  \
         hash: {}n,\n  libraries: [{}],\n  // The library of each function's first word.\n  prefixes: {{\n{}  }},\n}};\n",
        manifest.version,
        manifest.abi_revision,
        manifest.abi_hash,
        names.join(", "),
        prefixes.concat()
    );
    let mut files = vec![("lib/abi.js".to_owned(), abi)];
    for library in &model.libraries {
        files.push((format!("lib/{}.js", library.library.name), module(library)));
    }
    files
}

fn module(library: &LibraryModel) -> String {
    let name = &library.library.name;
    let mut out = format!(
        "/**\n{} */\n// {NOTICE}\n\"use strict\";\n\nconst rt = require(\"./runtime\");\nconst check = \
         rt.checker(\"{name}\");\n",
        docs::lines(&library.library.doc.replace("*/", "* /"), " * ")
    );
    for one in &library.library.structs {
        let fields = one.fields.iter().map(|field| format!("[\"{}\", \"{}\"]", field.name, field.r#type));
        let _ = writeln!(
            out,
            "\n/** {} */\nrt.structure(\"{}\", [{}]);",
            one.doc.replace('\n', " "),
            one.name,
            fields.collect::<Vec<_>>().join(", ")
        );
    }
    for function in &library.library.functions {
        plain(&mut out, function);
    }
    for class in &library.classes {
        class_text(&mut out, library, class);
    }
    out
}

fn doc(out: &mut String, indent: &str, text: &str) {
    let lines = docs::lines(&text.replace("*/", "* /"), &format!("{indent} * "));
    let _ = write!(out, "\n{indent}/**\n{lines}{indent} */\n");
}

fn js_name(name: &str) -> String {
    match name {
        "function" | "delete" | "new" | "in" | "class" => format!("{name}_"),
        _ => name.to_owned(),
    }
}

fn types(param: &Parameter) -> &'static str {
    match param.r#type.as_str() {
        "i64" => "\"int64\"",
        "f64" => "\"double\"",
        "bool" => "\"bool\"",
        kind if kind.starts_with('[') => "\"void *\", \"int64\"",
        _ => "\"void *\"",
    }
}

fn argument(param: &Parameter) -> String {
    let name = js_name(&param.name);
    if is_archives(param) {
        return if param.r#type == "text" { name } else { format!("{name}, 0") };
    }
    match param.r#type.as_str() {
        "text" => format!("rt.text({name})"),
        "[f64]" => format!("...rt.floats({name})"),
        "[i64]" => format!("...rt.integers({name})"),
        "[u8]" | "[u8 out]" => format!("...rt.bytes({name})"),
        "[text]" => format!("...rt.texts({name})"),
        "callback" => {
            let Some(callback) = &param.callback else { return name };
            let kinds: Vec<&str> = callback.params.iter().map(|param| callback_type(&param.r#type)).collect();
            format!(
                "rt.callback({name}, \"{}\", [{}])",
                callback_type(&callback.returns),
                kinds.iter().map(|kind| format!("\"{kind}\"")).collect::<Vec<_>>().join(", ")
            )
        }
        _ => name,
    }
}

fn callback_type(notation: &str) -> &str {
    match notation {
        "i64" => "int64",
        "f64" => "double",
        "" => "void",
        "bool" => "bool",
        _ => "void *",
    }
}

fn result_type(notation: &str) -> &str {
    match notation {
        "" => "void",
        "i64" => "int64",
        "f64" => "double",
        "bool" => "bool",
        "text" => "void *",
        "[f64]" => "RtF64Array",
        "[i64]" => "RtI64Array",
        "[u8]" => "RtBytes",
        "[text]" => "RtTextArray",
        other => other,
    }
}

fn taken(function: &Function, call: &str) -> String {
    match function.returns.as_str() {
        "text" => format!("rt.takeText({call})"),
        "[f64]" => format!("rt.takeFloats({call})"),
        "[i64]" => format!("rt.takeIntegers({call})"),
        "[u8]" => format!("rt.takeBytes({call})"),
        "[text]" => format!("rt.takeTexts({call})"),
        name if name.starts_with("Rt") => format!("rt.takeStructure(\"{name}\", {call})"),
        _ => call.to_owned(),
    }
}

fn plain(out: &mut String, function: &Function) {
    let names: Vec<String> = function.params.iter().map(|param| js_name(&param.name)).collect();
    let kinds: Vec<&str> = function.params.iter().map(types).collect();
    let arguments: Vec<String> = function.params.iter().map(argument).collect();
    let name = &function.name;
    let _ = write!(
        out,
        "\nconst _{name} = rt.declare(\"{name}\", \"{}\", [{}]);\n",
        result_type(&function.returns),
        kinds.join(", ")
    );
    doc(out, "", &docs::function(function));
    let call = taken(function, &format!("_{name}({})", arguments.join(", ")));
    let _ = writeln!(out, "exports.{name} = ({}) => {call};", names.join(", "));
}

fn class_text(out: &mut String, library: &LibraryModel, class: &Class) {
    let how = match class.parent {
        Some(parent) => {
            format!("A {}: it belongs to its {parent} and is freed with it, or by `close()`.", class.kind)
        }
        None => format!("A {}: freed by `close()`, or when JavaScript forgets it.", class.kind),
    };
    doc(out, "", &how);
    let _ = writeln!(
        out,
        "class {0} extends rt.Owner {{\n  static collected = {1};",
        class.name,
        class.parent.is_none()
    );
    if let Some(release) = class.release {
        let given = if class.key.len() == 2 { "parent.handle, handle" } else { "handle" };
        let call = format!("_{}({given})", release.name);
        // What was freed with its parent is no failure that a later call may take for its own.
        let call = match release.returns.as_str() {
            "bool" => format!("if (!{call}) _rt_{}_clear_error()", library.library.name),
            _ => call,
        };
        let _ = writeln!(out, "\n  static release(handle, parent) {{\n    {call};\n  }}");
    }
    for (member, maker) in class.members() {
        member_text(out, library, class, member, maker);
    }
    let _ = writeln!(out, "}}\nexports.{0} = {0};", class.name);
}

fn member_text(out: &mut String, library: &LibraryModel, class: &Class, member: &Member, maker: bool) {
    let function = member.function;
    let names: Vec<String> = member.params.iter().map(|param| js_name(&param.name)).collect();
    doc(out, "  ", &docs::function(function));
    let own = if maker { "static " } else { "" };
    let _ = writeln!(out, "  {own}{}({}) {{", lower_camel(&member.name), names.join(", "));
    let receiver: &[&str] = match (maker, class.key.len()) {
        (true, _) => &[],
        (false, 2) => &["this.parent.handle", "this.handle"],
        (false, _) => &["this.handle"],
    };
    let given = member.params.iter().map(|param| match param.handle {
        Some(_) => format!("rt.handle({})", js_name(&param.name)),
        None => argument(param),
    });
    let arguments: Vec<String> = receiver.iter().map(|&one| one.to_owned()).chain(given).collect();
    let call = taken(function, &format!("_{}({})", function.name, arguments.join(", ")));
    if member.fails_silently() {
        let _ = writeln!(out, "    _rt_{}_clear_error();\n    {call};\n    check();", library.library.name);
    } else if function.returns.is_empty() {
        let _ = writeln!(out, "    {call};");
    } else {
        let _ = writeln!(out, "    const result = {call};");
    }
    if let Some(failed) = failed(function).filter(|_| library.has_errors()) {
        let _ = writeln!(out, "    if ({failed}) check();");
    }
    if member.consumes_itself() {
        out.push_str("    this.forget();\n");
    }
    for param in member.params.iter().filter(|param| is_consumed(param) && param.handle.is_some()) {
        let _ = writeln!(out, "    {}.forget();", js_name(&param.name));
    }
    match member.outcome() {
        Outcome::Object(kind) => {
            let parent = match member.parent(library, class, kind) {
                Parent::None => "null",
                Parent::Itself => "this",
                Parent::Own => "this.parent",
                Parent::Given(name) => name,
            };
            let owned = function.owner.is_some();
            let _ = writeln!(out, "    return {}.wrap(result, {parent}, {owned});", camel(kind));
        }
        Outcome::Value if function.returns.is_empty() => {}
        Outcome::Value => out.push_str("    return result;\n"),
    }
    out.push_str("  }\n");
}

fn failed(function: &Function) -> Option<String> {
    Some(match (&function.failure, function.returns.as_str()) {
        (Value::Null, _) | (_, "") => return None,
        (Value::Object(_), _) => {
            let fields = failure_fields(&function.failure);
            let fields = fields.iter().map(|(name, value)| format!("result.{name} == {value}"));
            fields.collect::<Vec<_>>().join(" && ")
        }
        (Value::Bool(false), _) => "!result".into(),
        (Value::Array(_), _) => "result.length === 0".into(),
        // Integers are numbers or BigInts: the two are equal, not identical.
        (value, _) => format!("result == {value}"),
    })
}
