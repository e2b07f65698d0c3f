//! The glue of a runtime that the archive is linked into: C for Lua 5.4, a function for each of the archive's, over the
//! conversions in `examples/runtime/native.h`.

use super::{
    docs::NOTICE,
    model::{LibraryModel, Model, failure_fields, is_archives, is_consumed, snake},
};
use crate::abi::{Field, Function, Library, Manifest, Parameter};
use serde_json::Value;
use std::fmt::Write;

/// The whole of it, one C file.
pub fn glue(manifest: &Manifest) -> String {
    let manifest = &super::classes::with_classes_alone(manifest);
    let model = Model::new(manifest);
    let mut out = format!("/* {NOTICE} */\n#include \"native.h\"\n\n");
    for library in &model.libraries {
        let _ = writeln!(out, "static const Library {};", library_name(library.library));
        for class in &library.classes {
            let _ = writeln!(out, "static const Kind {};", kind_name(class.kind));
        }
    }
    for function in manifest.functions() {
        out.push_str(&wrapper(manifest, function));
    }
    for library in &model.libraries {
        entries(&mut out, library.library);
        constants(&mut out, library.library);
        library_text(&mut out, library.library);
        kinds(&mut out, library);
    }
    open(&mut out, &model);
    out
}

/// The part that calls `name`.
pub fn part(manifest: &Manifest, name: &str) -> Option<String> {
    let manifest = &super::classes::with_classes_alone(manifest);
    let function = manifest.functions().find(|function| function.name == name)?;
    Some(wrapper(manifest, function))
}

fn library_name(library: &Library) -> String {
    format!("LIBRARY_{}", library.name)
}

fn kind_name(kind: &str) -> String {
    format!("KIND_{}", snake(kind))
}

fn library_of<'a>(manifest: &'a Manifest, function: &Function) -> Option<&'a Library> {
    manifest.libraries.iter().find(|one| one.functions.iter().any(|other| other.name == function.name))
}

/// The function's name in its library's table: `rt_regex_find` is `find` there, `rt_ws_send` is `ws_send`.
fn short_name<'a>(library: &Library, function: &'a Function) -> &'a str {
    let own = function.name.strip_prefix(&format!("rt_{}_", library.name));
    own.or_else(|| function.name.strip_prefix("rt_")).unwrap_or(&function.name)
}

/// The parent of what a call makes: the place of a parameter, and whether it is that one's parent.
fn parent(manifest: &Manifest, function: &Function, kind: &str) -> (usize, bool) {
    let parent_of = |kind: &str| {
        let mut objects = manifest.libraries.iter().flat_map(|library| &library.objects);
        let object = objects.find(|object| object.kind == kind)?;
        object.parent.as_deref().or(object.freed_with.as_deref())
    };
    let Some(wanted) = parent_of(kind) else { return (0, false) };
    let place = |fits: &dyn Fn(&str) -> bool| {
        let mut handles = function.params.iter().map(|param| param.handle.as_deref());
        handles.position(|kind| kind.is_some_and(fits)).map(|place| place + 1)
    };
    if let Some(place) = place(&|kind| kind == wanted) {
        return (place, false);
    }
    place(&|kind| parent_of(kind) == Some(wanted)).map_or((0, false), |place| (place, true))
}

/// A parameter: the C that takes it from the stack, and what is passed.
fn taken(param: &Parameter, at: usize) -> (String, String) {
    let name = format!("{}_", param.name);
    if is_archives(param) {
        let refusal = "the archive's memory is freed before Lua sees it";
        let passed = if param.r#type == "text" { "NULL" } else { "NULL, 0" };
        return (format!("take_nothing(L, {at}, \"{refusal}\");"), passed.into());
    }
    let array = |declared: &str, call: &str| {
        let take = format!("int64_t {name}len;\n    {declared}{name} = {call}(L, {at}, &{name}len);");
        (take, format!("{name}, {name}len"))
    };
    let take = match param.r#type.as_str() {
        "i64" => match &param.handle {
            Some(kind) => {
                format!("const int64_t {name} = take_handle(L, {at}, &{}, {});", kind_name(kind), param.zero)
            }
            None => format!("const int64_t {name} = luaL_checkinteger(L, {at});"),
        },
        "f64" => format!("const double {name} = luaL_checknumber(L, {at});"),
        "bool" => format!("const bool {name} = take_truth(L, {at});"),
        "text" => format!("const char *{name} = take_text(L, {at});"),
        "[u8]" => return array("const uint8_t *", "take_bytes"),
        "[u8 out]" => return array("uint8_t *", "take_buffer"),
        "[f64]" => return array("const double *", "take_floats"),
        "[text]" => return array("const char *const *", "take_texts"),
        "[i64]" => {
            let kind = param.handles.as_ref().map_or("NULL".into(), |kind| format!("&{}", kind_name(kind)));
            let call = format!("take_integers(L, {at}, &{name}len, {kind})");
            let take = format!("int64_t {name}len;\n    const int64_t *{name} = {call};");
            return (take, format!("{name}, {name}len"));
        }
        // What comes on other threads has no place in Lua, which has one.
        _ => {
            let why = "called on threads that Lua does not know: take what comes one by one instead";
            return (format!("take_nothing(L, {at}, \"{why}\");"), "NULL".into());
        }
    };
    (take, name)
}

fn wrapper(manifest: &Manifest, function: &Function) -> String {
    let Some(library) = library_of(manifest, function) else { return String::new() };
    let mut lines = vec![format!("const int mode = begin(L, {});", function.params.len())];
    let mut passed = Vec::new();
    for (at, param) in function.params.iter().enumerate() {
        let (take, argument) = taken(param, at + 1);
        lines.push(take);
        passed.push(argument);
    }
    let call = format!("{}({})", function.name, passed.join(", "));
    let result = result(manifest, function);
    lines.extend(result.before);
    let after = result.kept.map_or(call.clone(), |kept| format!("{kept}{call}"));
    lines.push(format!("{after};"));
    lines.extend(result.held);
    if function.fails {
        lines.push("const bool failed = rt_native_last_call_failed();".into());
    }
    for (at, param) in function.params.iter().enumerate() {
        if is_consumed(param) && param.handle.is_some() {
            let unless = if function.fails { "if (!failed) " } else { "" };
            lines.push(format!("{unless}forget(L, {});", at + 1));
        }
    }
    if function.fails {
        lines.push(format!("check(L, mode, failed, &{});", library_name(library)));
    }
    if let Some(nothing) = condition(function, &function.none) {
        lines.push(format!(
            "if (mode != PLAIN && {nothing}) {{\n        lua_pushnil(L);\n        return 1;\n    }}"
        ));
    }
    lines.extend(result.push);
    let filled: Vec<String> = function.params.iter().filter_map(filled).collect();
    let count = usize::from(!function.returns.is_empty()) + filled.len();
    lines.extend(filled);
    let uses_mode = |line: &String| line.contains("mode,") || line.contains("mode ");
    if !lines[1..].iter().any(uses_mode) {
        lines[0] = format!("begin(L, {});", function.params.len());
    }
    lines.push(format!("return {count};"));
    format!("\nstatic int call_{}(lua_State *L) {{\n    {}\n}}\n", function.name, lines.join("\n    "))
}

/// Code for a function's result: C before the call, between it and anything that could fail, and for the Lua value.
#[derive(Default)]
struct Result {
    before: Vec<String>,
    kept: Option<String>,
    held: Vec<String>,
    push: Vec<String>,
}

fn result(manifest: &Manifest, function: &Function) -> Result {
    let held = |kind: &str, field: &str| Result {
        before: vec!["Returned *result = new_returned(L);".into()],
        kept: Some(format!("result->{field} = ")),
        held: vec![format!("result->type = {kind};")],
        push: vec!["push_returned(L, result);".into()],
    };
    let plain = |declared: &str, push: &str| Result {
        kept: Some(format!("const {declared} result = ")),
        push: vec![push.to_owned()],
        ..Result::default()
    };
    match function.returns.as_str() {
        "" => Result::default(),
        "f64" => plain("double", "lua_pushnumber(L, result);"),
        "bool" => plain("bool", "lua_pushboolean(L, result);"),
        "i64" => match &function.returns_handle {
            Some(kind) => {
                let owned = function.owner.is_some();
                let (at, of_its_parent) = parent(manifest, function, kind);
                let make = format!("Object *object = new_object(L, mode, &{}, {owned});", kind_name(kind));
                let push = format!("push_object(L, object, result, {at}, {of_its_parent});");
                Result { before: vec![make], ..plain("int64_t", &push) }
            }
            None if function.truth => plain(
                "int64_t",
                "if (mode == PLAIN) lua_pushinteger(L, result);\n    else lua_pushboolean(L, result == 1);",
            ),
            None => plain("int64_t", "lua_pushinteger(L, result);"),
        },
        "text" => optional(function, held("TEXT", "text")),
        "[u8]" => held("BYTES", "bytes"),
        "[f64]" => held("FLOATS", "floats"),
        "[text]" => optional(function, held("TEXTS", "texts")),
        "[i64]" => {
            let mut result = held("INTEGERS", "integers");
            if let Some(kind) = &function.returns_handles {
                let owned = function.items_owner.as_deref() == Some("caller");
                let (at, of_its_parent) = parent(manifest, function, kind);
                result.push = vec![format!(
                    "if (mode == PLAIN) push_returned(L, result);\n    \
                     else push_objects(L, result, &{}, {owned}, {at}, {of_its_parent});",
                    kind_name(kind)
                )];
            }
            result
        }
        name => structure(manifest, function, name),
    }
}

fn optional(function: &Function, result: Result) -> Result {
    match function.optional {
        true => Result { push: vec!["push_optional(L, mode, result);".into()], ..result },
        false => result,
    }
}

fn structure(manifest: &Manifest, function: &Function, name: &str) -> Result {
    let mut result = Result { kept: Some(format!("const {name} result = ")), ..Result::default() };
    let fields: &[Field] = manifest.find_struct(name).map_or(&[], |one| &one.fields);
    result.push.push(format!("lua_createtable(L, 0, {});", fields.len()));
    for Field { name, r#type, handle, optional, .. } in fields {
        let push = match (r#type.as_str(), handle) {
            ("text", _) => {
                result.before.push(format!("Returned *text_{name} = new_returned(L);"));
                result.held.push(format!("text_{name}->text = result.{name};"));
                result.held.push(format!("text_{name}->type = TEXT;"));
                let push = if *optional { "push_optional(L, mode," } else { "push_returned(L," };
                format!("{push} text_{name});")
            }
            ("f64", _) => format!("lua_pushnumber(L, result.{name});"),
            ("bool", _) => format!("lua_pushboolean(L, result.{name});"),
            (_, Some(kind)) => {
                let (at, of_its_parent) = parent(manifest, function, kind);
                let kind = kind_name(kind);
                format!("push_borrowed(L, mode, result.{name}, &{kind}, {at}, {of_its_parent});")
            }
            (_, None) => format!("lua_pushinteger(L, result.{name});"),
        };
        result.push.push(push);
        result.push.push(format!("lua_setfield(L, -2, \"{name}\");"));
    }
    result
}

/// A buffer that the call has filled is a further result: as much of it as was written.
fn filled(param: &Parameter) -> Option<String> {
    let count = match param.fills.as_deref() {
        _ if param.r#type != "[u8 out]" => return None,
        None | Some("all") => return Some(format!("push_filled(L, {0}_, {0}_len);", param.name)),
        Some("result") => "result".to_owned(),
        Some(name) => format!("{name}_"),
    };
    Some(format!("push_filled(L, {0}_, mode == PLAIN ? {0}_len : {count});", param.name))
}

/// The condition in C under which the result is `value`.
fn condition(function: &Function, value: &Value) -> Option<String> {
    Some(match (value, function.returns.as_str()) {
        (Value::Null, _) => return None,
        (_, "i64") if function.returns_handle.is_some() => return None,
        (Value::Object(_), _) => {
            let fields = failure_fields(value);
            let fields = fields.iter().map(|(name, value)| format!("result.{name} == {value}"));
            fields.collect::<Vec<_>>().join(" && ")
        }
        (_, "text") => "result->text[0] == 0".into(),
        (Value::Array(_), _) => return None,
        (value, _) => format!("result == {value}"),
    })
}

fn entries(out: &mut String, library: &Library) {
    let _ = writeln!(out, "\nstatic const Entry ENTRIES_{}[] = {{", library.name);
    for function in &library.functions {
        let name = match function.params.iter().any(is_archives) {
            true => "NULL".to_owned(),
            false => format!("\"{}\"", short_name(library, function)),
        };
        let _ = writeln!(out, "    {{{name}, \"{0}\", call_{0}}},", function.name);
    }
    out.push_str("    {NULL, NULL, NULL},\n};\n");
}

fn constants(out: &mut String, library: &Library) {
    let _ = writeln!(out, "\nstatic const Constant CONSTANTS_{}[] = {{", library.name);
    for one in &library.enums {
        for value in &one.values {
            let _ = writeln!(out, "    {{\"{}\", \"{}\", {}}},", one.name, value.constant(), value.value);
        }
    }
    out.push_str("    {NULL, NULL, 0},\n};\n");
}

fn library_text(out: &mut String, library: &Library) {
    let errors = library.errors.as_ref();
    let _ = writeln!(
        out,
        "\nstatic const Library {} = {{\n    .name = \"{name}\",\n    .last_error = {},\n    .clear_error = {},\n    \
         .entries = ENTRIES_{name},\n    .constants = CONSTANTS_{name},\n}};",
        library_name(library),
        errors.map_or("NULL", |errors| &errors.get),
        errors.map_or("NULL", |errors| &errors.clear),
        name = library.name,
    );
}

fn kinds(out: &mut String, library: &LibraryModel) {
    for class in &library.classes {
        let name = snake(class.kind);
        let mut release = "NULL".to_owned();
        if let Some(function) = class.release {
            release = format!("release_{name}");
            let given = |param: &Parameter| match param.handle.as_deref() == Some(class.kind) {
                true => "handle",
                false => "parent",
            };
            let arguments: Vec<&str> = function.params.iter().map(given).collect();
            let unused = if arguments.contains(&"parent") { "" } else { "    (void)parent;\n" };
            let _ = writeln!(
                out,
                "\nstatic void {release}(int64_t parent, int64_t handle) {{\n{unused}    {}({});\n}}",
                function.name,
                arguments.join(", ")
            );
        }
        let _ = writeln!(out, "\nstatic const Method METHODS_{name}[] = {{");
        let mode = if class.key.len() == 2 { "CHILD" } else { "NATIVE" };
        for member in &class.methods {
            let _ = writeln!(out, "    {{\"{}\", call_{}, {mode}}},", member.name, member.function.name);
        }
        let _ = writeln!(
            out,
            "    {{NULL, NULL, 0}},\n}};\n\nstatic const Kind {} = {{\n    .name = \"{}\",\n    \
             .release = {release},\n    .collected = {},\n    .methods = METHODS_{name},\n}};",
            kind_name(class.kind),
            class.kind,
            class.parent.is_none(),
        );
    }
}

fn open(out: &mut String, model: &Model) {
    let libraries = model.libraries.iter().map(|library| format!("&{}", library_name(library.library)));
    let kinds = model.libraries.iter().flat_map(|library| &library.classes);
    let kinds = kinds.map(|class| format!("&{}", kind_name(class.kind)));
    let _ = writeln!(
        out,
        "\nint luaopen_native(lua_State *L) {{\n    \
         static const Library *const LIBRARIES[] = {{\n        {},\n        NULL,\n    }};\n    \
         static const Kind *const KINDS[] = {{\n        {},\n        NULL,\n    }};\n    \
         return open_native(L, LIBRARIES, KINDS);\n}}",
        libraries.collect::<Vec<_>>().join(",\n        "),
        kinds.collect::<Vec<_>>().join(",\n        "),
    );
}
