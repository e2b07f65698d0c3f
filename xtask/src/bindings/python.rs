//! Python: a module for each library, over `_library.py`.

use super::{
    docs::{self, NOTICE},
    model::{
        Class, Handlers, LibraryModel, Member, Model, Outcome, Parent, callbacks, camel, failure_fields,
        has_objects, is_archives, is_offset, may_be_nothing, plain_struct_name, several, struct_name, told,
    },
    shapes::{optional_code, result_code},
};
use crate::abi::{Field, Function, Parameter, Struct};
use serde_json::Value;
use std::fmt::Write;

/// The package's generated modules.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let mut files = vec![("_abi.py".to_owned(), abi(model))];
    for library in &model.libraries {
        files.push((format!("{}.py", library.library.name), module(model, library)));
    }
    files
}

fn abi(model: &Model) -> String {
    let names: Vec<String> =
        model.libraries.iter().map(|one| format!("    \"{}\",\n", one.library.name)).collect();
    let prefixes: Vec<String> =
        model.prefixes().iter().map(|(word, library)| format!("    \"{word}\": \"{library}\",\n")).collect();
    format!(
        "\"\"\"What these modules were generated from.\"\"\"\n# {NOTICE}\n\nVERSION = \"{}\"\nREVISION = {}\n\
         HASH = {}\nLIBRARIES = (\n{})\n# The library of each function's first word.\nPREFIXES = {{\n{}}}\n",
        model.manifest.version,
        model.manifest.abi_revision,
        model.manifest.abi_hash,
        names.concat(),
        prefixes.concat()
    )
}

fn module(model: &Model, library: &LibraryModel) -> String {
    let mut out = String::new();
    docstring(&mut out, "", &library.library.doc);
    let _ = write!(
        out,
        "# {NOTICE}\n\nimport ctypes as _c\nfrom array import array as _array\nfrom enum import IntEnum as _IntEnum\nfrom typing import TYPE_CHECKING as _TYPE_CHECKING, Any, Callable, Iterable, NamedTuple\n\n\
         from . import _runtime as _rt\n\n_declare = _rt.declare\n_take_text = _rt.take_text\n\
         _quietly = _rt.quietly\n"
    );
    for (other, class) in model.classes_of_others(library) {
        let _ = writeln!(out, "if _TYPE_CHECKING:\n    from .{other} import {class}");
    }
    if library.has_errors() {
        let name = &library.library.name;
        let _ = writeln!(out, "_fail = _rt.failure(\"rt_{name}_get_last_error\", \"rt_{name}_clear_error\")");
    }
    for one in &library.library.enums {
        let _ = writeln!(out, "\n\nclass {}(_IntEnum):", one.name);
        docstring(&mut out, "    ", &one.doc);
        for value in &one.values {
            let _ = writeln!(out, "\n    {} = {}", value.constant(), value.value);
            docstring(&mut out, "    ", &value.doc);
        }
    }
    for one in &library.library.structs {
        structure(&mut out, one);
    }
    for function in &library.library.functions {
        plain(&mut out, model, function);
    }
    for one in callbacks(library.library) {
        let (begins, ends) = (&one.begins.name, one.ends);
        let _ = writeln!(
            out,
            "\n\n_{begins}, _{ends} = _rt.callbacks(_{begins}, _{ends}, {}, replaces={})",
            callback_type(one.callback),
            python_bool(one.replaces)
        );
    }
    for class in &library.classes {
        class_text(&mut out, model, library, class);
    }
    for one in library.handlers() {
        handlers_text(&mut out, library, &one);
    }
    out
}

/// A pair of functions for a handler of Python's that gets and gives objects.
fn handlers_text(out: &mut String, library: &LibraryModel, one: &Handlers) {
    let (told, given) = (camel(one.told), camel(one.given));
    let key = &one.begins.params[0].name;
    let (begins, ends) = (library.plain_name(one.begins), library.plain_name(one.ends));
    let _ = writeln!(
        out,
        "\n\ndef {begins}({key}: \"str\", function: \"Callable[[{told}, Any], {given} | None]\", user_data: \"object\" = None) \
         -> \"None\":"
    );
    let doc = docs::member(one.begins, "`Error` is raised", "`None`");
    docstring(
        out,
        "    ",
        &format!("{doc}\n\nHere `function` is called with a `{told}` and returns a `{given}`."),
    );
    let _ = writeln!(
        out,
        "    if not {0}({key}, _rt.told(function, {told}), user_data):\n        _fail()\n\n\ndef {ends}({key}: \"str\") -> \
         \"bool\":",
        one.begins.name
    );
    docstring(out, "    ", &one.ends.doc);
    let _ = writeln!(out, "    return {}({key})", one.ends.name);
}

fn docstring(out: &mut String, indent: &str, text: &str) {
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    let text = docs::lines(text.trim(), indent);
    let text = text.trim();
    // A quote at the end would close it.
    let space = if text.ends_with('"') { " " } else { "" };
    let _ = writeln!(out, "{indent}\"\"\"{text}{space}\"\"\"");
}

/// A struct as C has it, and where handles are in it, one with objects.
fn structure(out: &mut String, one: &Struct) {
    fields_text(out, one, plain_struct_name(one), |field| hint(&field.r#type).to_owned());
    if has_objects(one) {
        fields_text(out, one, struct_name(&one.name), |field| match &field.handle {
            Some(kind) => format!("\"{} | None\"", camel(kind)),
            None => hint(&field.r#type).to_owned(),
        });
    }
    let fields: Vec<String> =
        one.fields.iter().map(|field| format!("(\"{}\", {})", field.name, c_type(&field.r#type))).collect();
    let _ = writeln!(
        out,
        "\n\nclass _{}(_c.Structure):\n    _fields_ = [{}]",
        struct_name(&one.name),
        fields.join(", ")
    );
}

fn fields_text(out: &mut String, one: &Struct, name: &str, hint: impl Fn(&Field) -> String) {
    let _ = writeln!(out, "\n\nclass {name}(NamedTuple):");
    docstring(out, "    ", &one.doc);
    for field in &one.fields {
        // Tuples have methods of these names, which nobody needs of a struct.
        let taken = if ["index", "count"].contains(&&*field.name) { "  # type: ignore" } else { "" };
        let _ = writeln!(out, "\n    {}: {}{taken}", field.name, hint(field));
        docstring(out, "    ", &field.doc);
    }
}

fn hint(notation: &str) -> &str {
    match notation {
        "i64" => "int",
        "f64" => "float",
        "bool" => "bool",
        "text" => "str",
        "" => "None",
        "[f64]" => "list[float]",
        "[i64]" => "list[int]",
        "[text]" => "list[str]",
        "[u8]" => "bytes",
        other => struct_name(other),
    }
}

fn c_type(notation: &str) -> &str {
    match notation {
        "i64" => "_c.c_int64",
        "f64" => "_c.c_double",
        "bool" => "_c.c_bool",
        _ => "_c.c_void_p",
    }
}

/// What a function returns, as `_library.py` takes it: a letter's text, or the class of a struct.
fn result_text(notation: &str) -> String {
    match result_code(notation) {
        name if name.starts_with("Rt") => format!("_{}", struct_name(name)),
        letter => format!("\"{letter}\""),
    }
}

/// What a parameter is by the same letters, what makes its arguments, and the arguments.
struct Converted {
    codes: &'static str,
    before: String,
    arguments: String,
    hint: &'static str,
}

fn converted(param: &Parameter) -> Converted {
    let name = &param.name;
    let simple = |codes, hint| Converted { codes, before: String::new(), arguments: name.clone(), hint };
    let kept = |before: String, hint| Converted {
        codes: "ai",
        before: format!("{name}_data, {name}_len, {name}_kept = {before}"),
        arguments: format!("{name}_data, {name}_len"),
        hint,
    };
    if is_archives(param) {
        return match param.r#type.as_str() {
            "text" => simple("a", "None"),
            _ => Converted {
                arguments: format!("{name}, 0 if {name} is None else len({name})"),
                ..simple("ai", "None")
            },
        };
    }
    match param.r#type.as_str() {
        "i64" => simple("i", "int"),
        "f64" => simple("d", "float"),
        "bool" => simple("b", "bool"),
        "text" => simple("t", "str | bytes | None"),
        "[f64]" => kept(format!("_rt.items(\"d\", {name})"), "Iterable[float] | None"),
        "[i64]" => kept(format!("_rt.items(\"q\", {name})"), "Iterable[int] | None"),
        "[u8]" => simple("B", "bytes | bytearray | memoryview | None"),
        "[u8 out]" => kept(format!("_rt.buffer({name})"), "bytearray | memoryview | None"),
        "[text]" => kept(format!("_rt.texts({name})"), "Iterable[str | bytes | None] | None"),
        "callback" => simple("a", "object"),
        "pointer" => simple("a", "int | None"),
        other => unreachable!("a parameter of type {other}"),
    }
}

/// The same for a class's method, which takes objects where the function takes their handles.
fn converted_objects(param: &Parameter) -> Converted {
    let mut one = converted(param);
    if several(param).is_some() {
        one.before = format!("{0}_data, {0}_len, {0}_kept = _rt.handles({0})", param.name);
    }
    one
}

/// The parameter for what the program wants with its function: an object of its own.
fn user_data(param: &Parameter) -> String {
    format!("{}: \"object\" = None", param.name)
}

fn callback_type(param: &Parameter) -> String {
    let Some(callback) = &param.callback else { return String::new() };
    let returns = if callback.returns.is_empty() { "None" } else { c_type(&callback.returns) };
    let types = callback.params.iter().map(|param| match param.r#type.as_str() {
        "text" => "_c.c_char_p",
        other => c_type(other),
    });
    let types: Vec<&str> = std::iter::once(returns).chain(types).collect();
    format!("_c.CFUNCTYPE({})", types.join(", "))
}

/// A function under its own name.
fn plain(out: &mut String, model: &Model, function: &Function) {
    let name = &function.name;
    let converted: Vec<Converted> = function.params.iter().map(converted).collect();
    let codes: String = converted.iter().map(|one| one.codes).collect();
    let arguments: Vec<&str> = converted.iter().map(|one| one.arguments.as_str()).collect();
    let hints: Vec<String> = function
        .params
        .iter()
        .zip(&converted)
        .map(|(param, one)| match param.r#type.as_str() {
            "callback" => format!("{}: \"Callable[[int, Any], Any] | int | None\"", param.name),
            "pointer" if function.params.iter().any(|param| param.callback.is_some()) => user_data(param),
            _ => format!("{}: \"{}\"", param.name, one.hint),
        })
        .collect();
    // Methods tell nothing from what is empty.
    let optional = optional_code(function)
        .map(|code| format!("\n_{name}_or_none = _declare(\"{name}\", \"{code}\", \"{codes}\")"))
        .unwrap_or_default();
    let _ = writeln!(
        out,
        "\n\n_{name} = _declare(\"{name}\", {}, \"{codes}\"){optional}\n\n\ndef {name}({}) -> \"{}\":",
        result_text(&function.returns),
        hints.join(", "),
        model.returned_struct(function).map_or_else(|| hint(&function.returns), plain_struct_name)
    );
    docstring(out, "    ", &docs::function(function));
    for one in converted.iter().filter(|one| !one.before.is_empty()) {
        let _ = writeln!(out, "    {}", one.before);
    }
    let call = format!("_{name}({})", arguments.join(", "));
    let line = match model.returned_struct(function) {
        Some(one) => format!("result = {call}\n    return {}({})", plain_struct_name(one), fields(one)),
        None => format!("return {call}"),
    };
    let _ = writeln!(out, "    {line}");
}

fn fields(one: &Struct) -> String {
    let fields: Vec<String> = one
        .fields
        .iter()
        .map(|field| match field.r#type.as_str() {
            "text" => format!("_take_text(result.{})", field.name),
            _ => format!("result.{}", field.name),
        })
        .collect();
    fields.join(", ")
}

fn class_text(out: &mut String, model: &Model, library: &LibraryModel, class: &Class) {
    let _ = writeln!(out, "\n\nclass {}(_rt.Owner):", class.name);
    let text = match class.parent {
        Some(parent) => format!(
            "A {}, which belongs to its {parent} and is freed with it, or by `close()`; not when Python forgets it.",
            class.kind
        ),
        None => format!(
            "A {}: freed by `close()`, at the end of a `with`, or when Python forgets it.",
            class.kind
        ),
    };
    docstring(out, "    ", &text);
    let _ = writeln!(out, "\n    __slots__ = ()\n    _owned = {}", python_bool(class.parent.is_none()));
    if let Some(release) = class.release {
        let arguments =
            if class.key.len() == 2 { "self._parent._handle, self._handle" } else { "self._handle" };
        let _ = writeln!(out, "\n    def _release(self):\n        _quietly(_{}, {arguments})", release.name);
    }
    for (member, maker) in class.members() {
        member_text(out, model, library, class, member, maker);
    }
}

fn python_bool(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

fn member_text(
    out: &mut String,
    model: &Model,
    library: &LibraryModel,
    class: &Class,
    member: &Member,
    maker: bool,
) {
    let function = member.function;
    let converted: Vec<Converted> = member.params.iter().map(converted_objects).collect();
    let hints = member.params.iter().zip(&converted).map(|(param, one)| {
        let hint = match &param.handle {
            Some(kind) if param.zero => format!("{} | None", camel(kind)),
            Some(kind) => camel(kind),
            None => match told(param) {
                Some(kind) => format!("Callable[[{}, Any], Any]", camel(kind)),
                None if param.r#type == "pointer" => return user_data(param),
                None => match several(param) {
                    Some(kind) => format!("Iterable[{} | int]", camel(kind)),
                    None => one.hint.to_owned(),
                },
            },
        };
        format!("{}: \"{hint}\"", param.name)
    });
    let own = if maker { None } else { Some("self".to_owned()) };
    let hints: Vec<String> = own.into_iter().chain(hints).collect();
    let returns = match member.outcome(library) {
        Outcome::Objects(kind) => format!("list[{}]", camel(kind)),
        Outcome::Structure(one) => struct_name(&one.name).to_owned(),
        Outcome::Object(kind) if function.none.is_null() => camel(kind),
        Outcome::Object(kind) => format!("{} | None", camel(kind)),
        Outcome::Value if function.truth => "bool".to_owned(),
        Outcome::Value if may_be_nothing(function) => format!("{} | None", hint(&function.returns)),
        Outcome::Value if function.optional => "list[str | None]".to_owned(),
        Outcome::Value => hint(&function.returns).to_owned(),
    };
    let decorator = if maker { "    @staticmethod\n" } else { "" };
    let _ = writeln!(out, "\n{decorator}    def {}({}) -> \"{returns}\":", member.name, hints.join(", "));
    let text = docs::member(function, "`Error` is raised", "`None`");
    docstring(out, "        ", &(text + &docs::offsets(function, "characters where `text` is a `str`")));
    for one in converted.iter().filter(|one| !one.before.is_empty()) {
        let _ = writeln!(out, "        {}", one.before);
    }
    let given = member.params.iter().zip(&converted).map(|(param, one)| match &param.handle {
        Some(_) => format!("{0}._handle if {0} is not None else 0", param.name),
        None => match told(param) {
            Some(kind) => format!("_rt.told({}, {})", param.name, camel(kind)),
            None if is_offset(function, param) => format!("_rt.byte_offset(text, {})", param.name),
            None => one.arguments.clone(),
        },
    });
    let receiver: &[&str] = match (maker, class.key.len()) {
        (true, _) => &[],
        (false, 2) => &["self._parent._handle", "self._handle"],
        (false, _) => &["self._handle"],
    };
    let arguments: Vec<String> = receiver.iter().map(|&one| one.to_owned()).chain(given).collect();
    let or_none = if optional_code(function).is_some() { "_or_none" } else { "" };
    let call = format!("_{}{or_none}({})", function.name, arguments.join(", "));
    if member.fails_silently() {
        let _ = writeln!(out, "        {call}\n        _fail()");
    } else if function.returns.is_empty() {
        let _ = writeln!(out, "        {call}");
    } else {
        let _ = writeln!(out, "        result = {call}");
    }
    if let Some(one) = model.returned_struct(function).filter(|one| !has_objects(one)) {
        let _ = writeln!(out, "        result = {}({})", struct_name(&one.name), fields(one));
    }
    if let Some(failed) = failed(model, function).filter(|_| library.has_errors()) {
        let _ = writeln!(out, "        if {failed}:\n            _fail()");
    }
    consumed(out, member);
    if may_be_nothing(function)
        && !function.none.is_null()
        && let Some(nothing) = condition(model, function, &function.none)
    {
        let _ = writeln!(out, "        if {nothing}:\n            return None");
    }
    let line = match member.outcome(library) {
        Outcome::Object(kind) => wrap(library, class, member, kind),
        Outcome::Objects(kind) => {
            format!("[{} for one in result]", object(library, class, member, kind, "one"))
        }
        Outcome::Structure(one) => structure_of_objects(library, class, member, one),
        Outcome::Value if function.offsets => match model.returned_struct(function) {
            Some(one) => format!("{}(*_rt.character_offsets(text, result))", struct_name(&one.name)),
            None => "_rt.character_offsets(text, result)".to_owned(),
        },
        Outcome::Value if function.returns.is_empty() => return,
        Outcome::Value if function.truth => "result != 0".to_owned(),
        Outcome::Value => "result".to_owned(),
    };
    let _ = writeln!(out, "        return {line}");
}

/// Statements by which what the call freed is not freed again.
fn consumed(out: &mut String, member: &Member) {
    if member.consumes_itself() {
        let _ = writeln!(out, "        self._handle = 0");
    }
    for param in
        member.params.iter().filter(|param| super::model::is_consumed(param) && param.handle.is_some())
    {
        let _ = writeln!(out, "        {}._handle = 0", param.name);
    }
}

/// The condition under which a call may have failed.
fn failed(model: &Model, function: &Function) -> Option<String> {
    condition(model, function, &function.failure)
}

/// The condition under which the result is `value`.
fn condition(model: &Model, function: &Function, value: &Value) -> Option<String> {
    Some(match (value, function.returns.as_str()) {
        (Value::Null, _) | (_, "") => return None,
        (Value::Object(_), _) => {
            let one = model.returned_struct(function)?;
            let fields = failure_fields(value).into_iter().map(|(name, value)| {
                let text = one.fields.iter().any(|field| field.name == name && field.r#type == "text");
                let value = match value {
                    Value::Bool(value) => python_bool(*value).to_owned(),
                    _ if text => "\"\"".to_owned(),
                    other => other.to_string(),
                };
                format!("result.{name} == {value}")
            });
            fields.collect::<Vec<_>>().join(" and ")
        }
        (Value::Bool(false), _) | (Value::Array(_), _) => "not result".to_owned(),
        (Value::String(_), _) => "not result".to_owned(),
        (value, _) if *value == serde_json::json!(0) => "not result".to_owned(),
        (value, _) => format!("result == {value}"),
    })
}

/// The object of a returned handle.
fn wrap(library: &LibraryModel, class: &Class, member: &Member, kind: &str) -> String {
    // A call that gives none otherwise has failed.
    let nothing = if member.function.none.is_null() { "" } else { " if result else None" };
    object(library, class, member, kind, "result") + nothing
}

fn object(library: &LibraryModel, class: &Class, member: &Member, kind: &str, handle: &str) -> String {
    let parent = match member.parent(library, class, kind) {
        Parent::None => "None",
        Parent::Itself => "self",
        Parent::Own => "self._parent",
        Parent::Given(name) => name,
    };
    let owned = if member.gives_owned() { "" } else { ", owned=False" };
    format!("{}({handle}, {parent}{owned})", camel(kind))
}

fn structure_of_objects(library: &LibraryModel, class: &Class, member: &Member, one: &Struct) -> String {
    let fields = one.fields.iter().map(|field| {
        let value = format!("result.{}", field.name);
        match &field.handle {
            Some(kind) => {
                format!("{} if {value} else None", object(library, class, member, kind, &value))
            }
            None if field.r#type == "text" => format!("_take_text({value})"),
            None => value,
        }
    });
    format!("{}({})", struct_name(&one.name), fields.collect::<Vec<_>>().join(", "))
}
