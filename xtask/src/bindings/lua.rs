//! LuaJIT: one module on its own FFI.

use super::{
    conditions::Conditions,
    docs::{self, NOTICE},
    model::{
        Class, LibraryModel, Member, Model, Outcome, Parent, is_archives, is_consumed, may_be_nothing,
        several,
    },
};
use crate::abi::{Function, Parameter, header};
use std::fmt::Write;

const CONDITIONS: Conditions = Conditions {
    field: ["result[\"", "\"]"],
    and: " and ",
    is_false: "result == false",
    is_empty: "#result == 0",
};

/// The generated files: the declarations, and a module for each library.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let mut files = vec![("simple_native/abi.lua".to_owned(), declarations(model))];
    for library in &model.libraries {
        files.push((format!("simple_native/{}.lua", library.library.name), module(library)));
    }
    files
}

fn declarations(model: &Model) -> String {
    let manifest = model.manifest;
    let mut out = format!("-- {NOTICE}\n\nrequire(\"ffi\").cdef([[\n");
    for (_, name, item, _) in crate::abi::manifest::ARRAYS {
        let _ = writeln!(out, "typedef struct {{ {item} *data; int64_t len; }} {name};");
    }
    for one in manifest.libraries.iter().flat_map(|library| &library.structs) {
        let fields: Vec<String> = one
            .fields
            .iter()
            .map(|field| format!("{} {};", header::c_return(&field.r#type), lua_name(&field.name)))
            .collect();
        let _ = writeln!(out, "typedef struct {{ {} }} {};", fields.join(" "), one.name);
    }
    for function in manifest.functions() {
        // LuaJIT reads C, where `function` is a name like any other.
        let _ = writeln!(out, "{};", header::prototype(function));
    }
    let names: Vec<String> = model.libraries.iter().map(|one| format!("\"{}\"", one.library.name)).collect();
    let prefixes: Vec<String> =
        model.prefixes().iter().map(|(word, library)| format!("        {word} = \"{library}\",\n")).collect();
    let _ = writeln!(
        out,
        "]])\n\nreturn {{\n    version = \"{}\",\n    revision = {}LL,\n    hash = {}LL,\n    libraries = {{ {} }},\n    \
         -- The library of each function's first word.\n    prefixes = {{\n{}    }},\n    \
         -- Each field: its name, its name in the declarations above, its type.\n    structures = {{\n{}    }},\n}}",
        manifest.version,
        manifest.abi_revision,
        manifest.abi_hash,
        names.join(", "),
        prefixes.concat(),
        structures(model)
    );
    out
}

fn structures(model: &Model) -> String {
    let all = model.manifest.libraries.iter().flat_map(|library| &library.structs);
    let lines = all.map(|one| {
        let fields = one.fields.iter().map(|field| {
            format!("{{ \"{}\", \"{}\", \"{}\" }}", field.name, lua_name(&field.name), field.r#type)
        });
        format!("        {} = {{ {} }},\n", one.name, fields.collect::<Vec<_>>().join(", "))
    });
    lines.collect()
}

fn module(library: &LibraryModel) -> String {
    let name = &library.library.name;
    let mut out = format!("{}--\n-- {NOTICE}\n\n", docs::lines(&library.library.doc, "-- "));
    let _ = writeln!(
        out,
        "local rt = require(\"simple_native.runtime\")\nlocal C, M = rt.C, {{}}\nlocal check, quietly = rt.failure(\"{name}\")\n"
    );
    for one in &library.library.enums {
        let _ = write!(out, "\n{}M.{} = {{\n", docs::lines(&one.doc, "--- "), one.name);
        for value in &one.values {
            let doc = docs::lines(&value.doc, "    --- ");
            let _ = writeln!(out, "{doc}    {} = {},", value.constant(), value.value);
        }
        out.push_str("}\n");
    }
    for class in &library.classes {
        let owned = class.parent.is_none();
        let _ = writeln!(out, "M.{} = rt.class(\"{}\", {owned})", class.name, class.name);
    }
    for function in &library.library.functions {
        plain(&mut out, function);
    }
    for class in &library.classes {
        class_text(&mut out, library, class);
    }
    out.push_str("\nreturn M\n");
    out
}

/// A name that is no keyword.
fn lua_name(name: &str) -> String {
    match name {
        "end" | "function" | "repeat" | "local" | "in" | "not" => format!("{name}_"),
        _ => name.to_owned(),
    }
}

/// Statements that make a parameter's arguments, and the arguments.
fn converted(param: &Parameter) -> (String, String) {
    let name = lua_name(&param.name);
    if is_archives(param) {
        let arguments = if param.r#type == "text" { name } else { format!("{name}, 0") };
        return (String::new(), arguments);
    }
    let two = |make: &str| {
        (format!("local {name}_data, {name}_len = rt.{make}({name})\n"), format!("{name}_data, {name}_len"))
    };
    match param.r#type.as_str() {
        "[f64]" => two("floats"),
        "[i64]" => two("integers"),
        "[u8]" => two("bytes"),
        "[u8 out]" => two("buffer"),
        "[text]" => two("texts"),
        "i64" if param.handle.is_none() => (String::new(), format!("rt.to_integer({name})")),
        "text" => (String::new(), format!("rt.text({name})")),
        "callback" => (String::new(), format!("rt.callback({name})")),
        _ => (String::new(), name),
    }
}

fn taken(function: &Function, call: &str) -> String {
    match function.returns.as_str() {
        "text" => format!("rt.take_text({call})"),
        "[f64]" => format!("rt.take_numbers({call}, C.rt_f64_array_free)"),
        "[i64]" => format!("rt.take_numbers({call}, C.rt_i64_array_free)"),
        "[u8]" => format!("rt.take_bytes({call})"),
        "[text]" => format!("rt.take_texts({call})"),
        "i64" if function.returns_handle.is_none() => format!("rt.integer({call})"),
        name if name.starts_with("Rt") => format!("rt.structures.{name}({call})"),
        _ => call.to_owned(),
    }
}

fn plain(out: &mut String, function: &Function) {
    let names: Vec<String> = function.params.iter().map(|param| lua_name(&param.name)).collect();
    let (before, arguments): (Vec<_>, Vec<_>) = function
        .params
        .iter()
        .map(|param| {
            let (before, argument) = converted(param);
            (before, if param.handle.is_some() { format!("rt.to_integer({argument})") } else { argument })
        })
        .unzip();
    let call = format!("C.{}({})", function.name, arguments.join(", "));
    let _ = write!(
        out,
        "\n{}function M.{}({})\n",
        docs::lines(&docs::function(function), "--- "),
        function.name,
        names.join(", ")
    );
    before.iter().filter(|one| !one.is_empty()).for_each(|one| out.push_str(&format!("    {one}")));
    if function.returns.is_empty() {
        let _ = writeln!(out, "    {call}\nend");
    } else {
        let _ = writeln!(out, "    return {}\nend", taken(function, &call));
    }
}

fn class_text(out: &mut String, library: &LibraryModel, class: &Class) {
    if let Some(release) = class.release {
        let arguments = if class.key.len() == 2 { "self.parent.handle, self.handle" } else { "self.handle" };
        let call = format!("quietly(C.{}, {arguments})", release.name);
        let _ = writeln!(
            out,
            "\n--- Frees it; a second time does nothing.\nfunction M.{}:_release()\n    {call}\nend",
            class.name
        );
    }
    for (member, maker) in class.members() {
        member_text(out, library, class, member, maker);
    }
}

fn member_text(out: &mut String, library: &LibraryModel, class: &Class, member: &Member, maker: bool) {
    let function = member.function;
    let names: Vec<String> = member.params.iter().map(|param| lua_name(&param.name)).collect();
    let _ = write!(
        out,
        "\n{}function M.{}{}{}({})\n",
        docs::lines(&docs::member(function, "an error is raised", "`nil`"), "--- "),
        class.name,
        if maker { "." } else { ":" },
        lua_name(&member.name),
        names.join(", ")
    );
    let receiver: &[&str] = match (maker, class.key.len()) {
        (true, _) => &[],
        (false, 2) => &["self.parent.handle", "self.handle"],
        (false, _) => &["self.handle"],
    };
    let mut arguments: Vec<String> = receiver.iter().map(|&one| one.to_owned()).collect();
    for param in member.params {
        let (mut before, argument) = converted(param);
        if several(param).is_some() {
            before = before.replace("rt.integers(", "rt.handles(");
        }
        if !before.is_empty() {
            out.push_str(&format!("    {before}"));
        }
        arguments.push(if param.handle.is_some() { format!("rt.handle({argument})") } else { argument });
    }
    let call = format!("C.{}({})", function.name, arguments.join(", "));
    if member.fails_silently() {
        let _ = writeln!(out, "    {call}\n    check()");
    } else if function.returns.is_empty() {
        let _ = writeln!(out, "    {call}");
    } else {
        let taken = match function.returns.as_str() {
            "text" if function.optional => format!("rt.take_optional_text({call})"),
            "[text]" if function.optional => format!("rt.take_optional_texts({call})"),
            _ => taken(function, &call),
        };
        let _ = writeln!(out, "    local result = {taken}");
    }
    if let Some(failed) = CONDITIONS.failed(function).filter(|_| library.has_errors()) {
        let _ = writeln!(out, "    if {failed} then check() end");
    }
    if member.consumes_itself() {
        out.push_str("    self.handle = 0LL\n");
    }
    for param in member.params.iter().filter(|param| is_consumed(param) && param.handle.is_some()) {
        let _ = writeln!(out, "    {}.handle = 0LL", lua_name(&param.name));
    }
    if may_be_nothing(function)
        && let Some(nothing) = CONDITIONS.is(function, &function.none)
    {
        let _ = writeln!(out, "    if {nothing} then return nil end");
    }
    let object = |kind: &str, handle: &str| {
        let parent = parent_text(&member.parent(library, class, kind));
        format!("M.{}.wrap({handle}, {parent}, {})", super::model::camel(kind), member.gives_owned())
    };
    match member.outcome(library) {
        Outcome::Object(kind) => {
            let _ = writeln!(out, "    return {}", object(kind, "result"));
        }
        Outcome::Objects(kind) => {
            let object = object(kind, "one");
            let _ = writeln!(
                out,
                "    for i, one in ipairs(result) do result[i] = {object} end\n    return result"
            );
        }
        Outcome::Structure(one) => {
            for field in &one.fields {
                if let Some(kind) = &field.handle {
                    let value = format!("result[\"{}\"]", field.name);
                    let _ = writeln!(out, "    {value} = {}", object(kind, &value));
                }
            }
            out.push_str("    return result\n");
        }
        Outcome::Value if function.returns.is_empty() => {}
        Outcome::Value if function.truth => out.push_str("    return result ~= 0\n"),
        Outcome::Value => out.push_str("    return result\n"),
    }
    out.push_str("end\n");
}

fn parent_text(parent: &Parent) -> String {
    match parent {
        Parent::None => "nil".into(),
        Parent::Itself => "self".into(),
        Parent::Own => "self.parent".into(),
        Parent::Given(name) => lua_name(name),
    }
}
