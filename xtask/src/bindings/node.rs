//! Node: a CommonJS module for each library, over `runtime.js`.

use super::{
    conditions::Conditions,
    docs::{self, NOTICE},
    model::{
        Callbacks, Class, Handlers, LibraryModel, Member, Model, Outcome, Parent, callbacks, camel,
        is_archives, is_consumed, is_offset, lower_camel, may_be_nothing, several, told,
    },
    shapes::{optional_code, result_code},
};
use crate::abi::{Function, Library, Parameter};
use std::fmt::Write;

// Integers are numbers or BigInts: the two are equal, not identical.
const CONDITIONS: Conditions =
    Conditions { field: ["result.", ""], and: " && ", is_false: "!result", is_empty: "result.length === 0" };

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
    // Named imports want names that stand there.
    let names: Vec<&str> = model.libraries.iter().map(|one| one.library.name.as_str()).collect();
    let importable = format!(
        "// {NOTICE}\nimport all from \"./index.js\";\n\nexport const {{ version, NativeError, LoadError, fn, {} }} = \
         all;\nexport default all;\n",
        names.join(", ")
    );
    let mut files = vec![("lib/abi.js".to_owned(), abi), ("index.mjs".to_owned(), importable)];
    for library in &model.libraries {
        files.push((format!("lib/{}.js", library.library.name), module(library)));
    }
    files
}

fn module(library: &LibraryModel) -> String {
    let name = &library.library.name;
    let mut out = format!(
        "/**\n{} */\n// {NOTICE}\n\"use strict\";\n\nconst rt = require(\"./runtime\");\nconst {{ check, quietly }} = \
         rt.failure(\"{name}\");\n",
        docs::lines(&library.library.doc.replace("*/", "* /"), " * ")
    );
    for one in &library.library.enums {
        doc(&mut out, "", &one.doc);
        let _ = writeln!(out, "exports.{} = Object.freeze({{", one.name);
        for value in &one.values {
            let _ = writeln!(
                out,
                "  /** {} */\n  {}: {},",
                value.doc.replace('\n', " "),
                value.constant(),
                value.value
            );
        }
        out.push_str("});\n");
    }
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
        plain(&mut out, library.library, function);
    }
    for one in callbacks(library.library) {
        callbacks_text(&mut out, &one);
    }
    for class in &library.classes {
        class_text(&mut out, library, class);
    }
    for one in library.handlers() {
        handlers_text(&mut out, library, &one);
    }
    out
}

/// A pair of functions for a handler of JavaScript's that gets and gives objects.
fn handlers_text(out: &mut String, library: &LibraryModel, one: &Handlers) {
    let (told, given) = (camel(one.told), camel(one.given));
    let key = &one.begins.params[0].name;
    let own = docs::member(one.begins, "NativeError is thrown", "`undefined`");
    doc(out, "", &format!("{own}\n\nHere the function is called with a `{told}` and returns a `{given}`."));
    let _ = writeln!(
        out,
        "exports.{} = ({key}, function_, userData) => {{\n  if (!exports.{}({key}, rt.told(function_, {told}), userData)) \
         check();\n}};",
        lower_camel(library.plain_name(one.begins)),
        one.begins.name
    );
    doc(out, "", &one.ends.doc);
    let _ =
        writeln!(out, "exports.{} = exports.{};", lower_camel(library.plain_name(one.ends)), one.ends.name);
}

/// The two functions under their own names, for functions of JavaScript.
fn callbacks_text(out: &mut String, one: &Callbacks) {
    let (begins, ends) = (&one.begins.name, one.ends);
    let Some(callback) = &one.callback.callback else { return };
    let kinds: Vec<String> =
        callback.params.iter().map(|param| format!("\"{}\"", callback_type(&param.r#type))).collect();
    let _ = writeln!(
        out,
        "\n[_{begins}, _{ends}] = rt.callbacks(_{begins}, _{ends}, \"{}\", [{}], {});",
        callback_type(&callback.returns),
        kinds.join(", "),
        one.replaces
    );
}

fn doc(out: &mut String, indent: &str, text: &str) {
    let lines = docs::lines(&text.replace("*/", "* /"), &format!("{indent} * "));
    let _ = write!(out, "\n{indent}/**\n{lines}{indent} */\n");
}

/// A name that is no keyword.
pub fn js_name(name: &str) -> String {
    match name {
        "function" | "delete" | "new" | "in" | "class" => format!("{name}_"),
        _ => name.to_owned(),
    }
}

/// Koffi's types of a parameter of a function that takes or ends functions of JavaScript.
fn koffi_types(param: &Parameter) -> &'static str {
    match param.r#type.as_str() {
        "i64" => "\"int64\"",
        "f64" => "\"double\"",
        "bool" => "\"bool\"",
        kind if kind.starts_with('[') => "\"void *\", \"int64\"",
        _ => "\"void *\"",
    }
}

/// What `runtime.js` knows a parameter by, a letter for each argument.
fn codes(param: &Parameter) -> &'static str {
    match param.r#type.as_str() {
        "i64" => "i",
        "f64" => "d",
        "bool" => "b",
        "text" if !is_archives(param) => "t",
        notation if notation.starts_with('[') => "ai",
        _ => "a",
    }
}

fn argument(param: &Parameter) -> String {
    let name = js_name(&param.name);
    if is_archives(param) {
        return if param.r#type == "text" { name } else { format!("{name}, 0") };
    }
    match param.r#type.as_str() {
        "[f64]" => format!("...rt.floats({name})"),
        "[i64]" => format!("...rt.integers({name})"),
        "[u8]" | "[u8 out]" => format!("...rt.bytes({name})"),
        "[text]" => format!("...rt.texts({name})"),
        _ => name,
    }
}

/// The same for koffi alone.
fn koffi_argument(param: &Parameter) -> String {
    match param.r#type.as_str() {
        "i64" => format!("rt.integer({})", js_name(&param.name)),
        "text" => format!("rt.text({})", js_name(&param.name)),
        _ => argument(param),
    }
}

/// Whether a promise of the call is given too: it may wait or take long, and nothing of JavaScript's takes part in it.
pub fn has_promise(function: &Function) -> bool {
    let alone = function.params.iter().all(|param| {
        !is_archives(param) && !matches!(param.r#type.as_str(), "callback" | "pointer" | "[u8 out]")
    });
    (function.blocks || function.heavy) && function.thread == "any" && alone
}

fn callback_type(notation: &str) -> &str {
    match notation {
        "f64" => "double",
        "" => "void",
        "bool" => "bool",
        // The host's pointer is the number by which its function is found.
        _ => "int64",
    }
}

fn plain(out: &mut String, library: &Library, function: &Function) {
    let names: Vec<String> = function.params.iter().map(|param| js_name(&param.name)).collect();
    let name = &function.name;
    // Those that take or end functions of JavaScript are set a second time.
    let callback = function.params.iter().any(|param| param.callback.is_some());
    if callback || callbacks(library).iter().any(|one| one.ends == name.as_str()) {
        let kinds: Vec<&str> = function.params.iter().map(koffi_types).collect();
        let given: Vec<String> = function.params.iter().map(koffi_argument).collect();
        let result = callback_type(&function.returns);
        let kinds = kinds.join(", ");
        let _ = writeln!(out, "\nlet _{name} = rt.declareByKoffi(\"{name}\", \"{result}\", [{kinds}]);");
        doc(out, "", &docs::function(function));
        let _ = writeln!(out, "exports.{name} = ({}) => _{name}({});", names.join(", "), given.join(", "));
        return;
    }
    let codes: String = function.params.iter().map(codes).collect();
    let given: Vec<String> = function.params.iter().map(argument).collect();
    let (names, given) = (names.join(", "), given.join(", "));
    let result = result_code(&function.returns);
    let _ = writeln!(out, "\nconst _{name} = rt.declare(\"{name}\", \"{result}\", \"{codes}\");");
    // Methods tell nothing from what is empty.
    let optional = optional_code(function);
    if let Some(result) = optional {
        let _ =
            writeln!(out, "const _{name}_or_undefined = rt.declare(\"{name}\", \"{result}\", \"{codes}\");");
    }
    let promise = has_promise(function);
    if promise {
        let result = optional.unwrap_or(result);
        let _ = writeln!(
            out,
            "const _{name}_async = rt.declareAsync(\"{name}\", \"{result}\", \"{codes}\", \"{}\");",
            library.name
        );
    }
    doc(out, "", &docs::function(function));
    let _ = writeln!(out, "exports.{name} = ({names}) => _{name}({given});");
    if promise {
        doc(out, "", &format!("The promise of what `{name}` gives; it is rejected where that fails."));
        let nothing = match optional {
            Some("o") => " ?? \"\"",
            Some(_) => ".map((one) => one ?? \"\")",
            None => "",
        };
        let comma = if given.is_empty() { "" } else { ", " };
        let _ = writeln!(
            out,
            "exports.{name}_async = async ({names}) => {{\n  const [result, why_] = await _{name}_async([]{comma}{given});\n  \
             rt.raise(why_);\n  return result{nothing};\n}};"
        );
    }
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
        let _ = writeln!(
            out,
            "\n  static release(handle, parent) {{\n    quietly(_{}, {given});\n  }}",
            release.name
        );
    }
    for (member, maker) in class.members() {
        member_text(out, library, class, member, maker, false);
        if has_promise(member.function) {
            member_text(out, library, class, member, maker, true);
        }
    }
    let _ = writeln!(out, "}}\nexports.{0} = {0};", class.name);
}

fn member_text(
    out: &mut String,
    library: &LibraryModel,
    class: &Class,
    member: &Member,
    maker: bool,
    promise: bool,
) {
    let function = member.function;
    let names: Vec<String> = member.params.iter().map(|param| js_name(&param.name)).collect();
    let text = docs::member(function, "NativeError is thrown", "`undefined`");
    let text = text + &docs::offsets(function, "UTF-16's code units where `text` is a string");
    doc(out, "  ", &if promise { promise_text(member) } else { text });
    let own = match (maker, promise) {
        (true, true) => "static async ",
        (true, false) => "static ",
        (false, true) => "async ",
        (false, false) => "",
    };
    let end = if promise { "Async" } else { "" };
    let _ = writeln!(out, "  {own}{}{end}({}) {{", lower_camel(&member.name), names.join(", "));
    let receiver: &[&str] = match (maker, class.key.len()) {
        (true, _) => &[],
        (false, 2) => &["this.parent.handle", "this.handle"],
        (false, _) => &["this.handle"],
    };
    let given = member.params.iter().map(|param| match param.handle {
        Some(_) => format!("rt.handle({})", js_name(&param.name)),
        None => match told(param) {
            Some(kind) => format!("rt.told({}, {})", js_name(&param.name), camel(kind)),
            None if several(param).is_some() => format!("...rt.handles({})", js_name(&param.name)),
            None if is_offset(function, param) => format!("rt.byteOffset(text, {})", js_name(&param.name)),
            None => argument(param),
        },
    });
    let arguments: Vec<String> = receiver.iter().map(|&one| one.to_owned()).chain(given).collect();
    let arguments = arguments.join(", ");
    let (call, check) = if promise {
        let objects = member.params.iter().filter(|param| param.handle.is_some() || several(param).is_some());
        let objects: Vec<String> = (!maker)
            .then(|| "this".to_owned())
            .into_iter()
            .chain(objects.map(|param| js_name(&param.name)))
            .collect();
        let comma = if arguments.is_empty() { "" } else { ", " };
        let call = format!("await _{}_async([{}]{comma}{arguments})", function.name, objects.join(", "));
        (call, "rt.raise(why_)")
    } else {
        let optional = if optional_code(function).is_some() { "_or_undefined" } else { "" };
        (format!("_{}{optional}({arguments})", function.name), "check()")
    };
    let result = if promise { "[result, why_]" } else { "result" };
    if member.fails_silently() {
        let begin = if promise { "const [, why_] = " } else { "" };
        let _ = writeln!(out, "    {begin}{call};\n    {check};");
    } else if function.returns.is_empty() {
        let _ = writeln!(out, "    {call};");
    } else if promise && (CONDITIONS.failed(function).is_none() || !library.has_errors()) {
        let _ = writeln!(out, "    const [result] = {call};");
    } else {
        let _ = writeln!(out, "    const {result} = {call};");
    }
    if let Some(failed) = CONDITIONS.failed(function).filter(|_| library.has_errors()) {
        let _ = writeln!(out, "    if ({failed}) {check};");
    }
    if member.consumes_itself() {
        out.push_str("    this.forget();\n");
    }
    for param in member.params.iter().filter(|param| is_consumed(param) && param.handle.is_some()) {
        let _ = writeln!(out, "    {}.forget();", js_name(&param.name));
    }
    if may_be_nothing(function)
        && let Some(nothing) = CONDITIONS.is(function, &function.none)
    {
        let _ = writeln!(out, "    if ({nothing}) return undefined;");
    }
    let object = |kind: &str, handle: &str| {
        let parent = match member.parent(library, class, kind) {
            Parent::None => "null",
            Parent::Itself => "this",
            Parent::Own => "this.parent",
            Parent::Given(name) => name,
        };
        format!("{}.wrap({handle}, {parent}, {})", camel(kind), member.gives_owned())
    };
    match member.outcome(library) {
        Outcome::Object(kind) => {
            let _ = writeln!(out, "    return {};", object(kind, "result"));
        }
        Outcome::Objects(kind) => {
            let _ = writeln!(out, "    return result.map((one) => {});", object(kind, "one"));
        }
        Outcome::Value if function.offsets => {
            out.push_str("    return rt.unitOffsets(text, result);\n");
        }
        Outcome::Structure(one) => {
            for field in &one.fields {
                if let Some(kind) = &field.handle {
                    let value = format!("result.{}", field.name);
                    let _ = writeln!(out, "    {value} = {};", object(kind, &value));
                }
            }
            out.push_str("    return result;\n");
        }
        Outcome::Value if function.returns.is_empty() => {}
        Outcome::Value if function.truth => out.push_str("    return result !== 0;\n"),
        Outcome::Value => out.push_str("    return result;\n"),
    }
    out.push_str("  }\n");
}

/// What is said of a call in the background. The reason of its failure is called `why_` there, as no parameter is.
pub fn promise_text(member: &Member) -> String {
    format!(
        "Does what `{}` does in the background, off the event loop, and gives the promise of it.",
        lower_camel(&member.name)
    )
}
