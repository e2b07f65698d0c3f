//! Ruby: a file for each library, on Fiddle, which knows no structs by value: it calls the `_into` twins.

use super::{
    conditions::Conditions,
    docs::{self, NOTICE},
    model::{
        Class, LibraryModel, Member, Model, Outcome, Parent, camel, is_archives, is_consumed, is_offset,
        may_be_nothing, several,
    },
};
use crate::abi::{Function, Parameter, Struct};
use std::fmt::Write;

const CONDITIONS: Conditions =
    Conditions { field: ["result.", ""], and: " && ", is_false: "!result", is_empty: "result.empty?" };

/// The generated files of the gem.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let names: Vec<String> = model.libraries.iter().map(|one| one.library.name.clone()).collect();
    let manifest = model.manifest;
    let prefixes: Vec<String> = model
        .prefixes()
        .iter()
        .map(|(word, library)| format!("      \"{word}\" => \"{library}\",\n"))
        .collect();
    let abi = format!(
        "# {NOTICE}\n\nmodule SimpleNative\n  VERSION = \"{}\"\n  # What these files were generated from.\n  \
         module Abi\n    REVISION = {}\n    HASH = {}\n    LIBRARIES = %w[{}].freeze\n    \
         # The library of each function's first word.\n    PREFIXES = {{\n{}    }}.freeze\n  end\nend\n",
        manifest.version,
        manifest.abi_revision,
        manifest.abi_hash,
        names.join(" "),
        prefixes.concat()
    );
    let mut files = vec![("abi.rb".to_owned(), abi)];
    for library in &model.libraries {
        files.push((format!("{}.rb", library.library.name), module(library)));
    }
    files
}

/// A name that is no word of the language.
fn constant(name: &str) -> String {
    if ["BEGIN", "END"].contains(&name) { format!("{name}_") } else { name.to_owned() }
}

fn module(library: &LibraryModel) -> String {
    let name = &library.library.name;
    let mut out = format!(
        "# {NOTICE}\n\nmodule SimpleNative\n{}  module {}\n    extend Library\n    self.library = \"{name}\"\n",
        docs::lines(&library.library.doc, "  # "),
        camel(name)
    );
    for one in &library.library.enums {
        let _ = write!(out, "\n{}    module {}\n", docs::lines(&one.doc, "    # "), one.name);
        for value in &one.values {
            let doc = docs::lines(&value.doc, "      # ");
            let _ = writeln!(out, "{doc}      {} = {}", constant(&value.constant()), value.value);
        }
        out.push_str("    end\n");
    }
    for one in &library.library.structs {
        structure(&mut out, one);
    }
    for function in &library.library.functions {
        plain(&mut out, function);
    }
    for class in &library.classes {
        class_text(&mut out, library, class);
    }
    out.push_str("  end\nend\n");
    out
}

/// A name that is no keyword.
fn ruby_name(name: &str) -> String {
    match name {
        "module" | "end" | "begin" | "class" | "in" | "next" | "self" | "then" | "not" => format!("{name}_"),
        _ => name.to_owned(),
    }
}

fn struct_constant(name: &str) -> &str {
    super::model::struct_name(name)
}

fn structure(out: &mut String, one: &Struct) {
    let mut offset = 0usize;
    let mut size = 0;
    let mut format = String::new();
    for field in &one.fields {
        let (code, width) = match field.r#type.as_str() {
            "f64" => ("d", 8),
            "bool" => ("C", 1),
            "text" => ("J", 8),
            _ => ("q", 8),
        };
        offset = offset.next_multiple_of(width);
        let _ = write!(format, "@{offset}{code}");
        offset += width;
        size = offset.next_multiple_of(8);
    }
    let names: Vec<String> = one.fields.iter().map(|field| format!(":{}", field.name)).collect();
    let kinds: Vec<String> = one.fields.iter().map(|field| format!(":{}", field.r#type)).collect();
    let _ = writeln!(
        out,
        "\n{}    {} = Runtime.structure({size}, \"{format}\", [{}], {})",
        docs::lines(&one.doc, "    # "),
        struct_constant(&one.name),
        kinds.join(", "),
        names.join(", ")
    );
}

fn types(param: &Parameter) -> &'static str {
    match param.r#type.as_str() {
        "i64" => "I64",
        "f64" => "F64",
        "bool" => "BOOL",
        kind if kind.starts_with('[') => "PTR, I64",
        _ => "PTR",
    }
}

fn argument(param: &Parameter) -> String {
    let name = ruby_name(&param.name);
    if is_archives(param) {
        return if param.r#type == "text" { name } else { format!("{name}, 0") };
    }
    match param.r#type.as_str() {
        "i64" => format!("Runtime.integer({name})"),
        "text" => format!("Runtime.text({name})"),
        "bool" => format!("{name} ? 1 : 0"),
        "[f64]" => format!("*Runtime.floats({name})"),
        "[i64]" => format!("*Runtime.integers({name})"),
        "[u8]" => format!("*Runtime.bytes({name})"),
        "[u8 out]" => format!("*{name}_filled"),
        "[text]" => format!("*Runtime.texts({name})"),
        "callback" => format!("Runtime.callback({name})"),
        _ => name,
    }
}

fn plain(out: &mut String, function: &Function) {
    let names: Vec<String> = function.params.iter().map(|param| ruby_name(&param.name)).collect();
    let kinds: Vec<&str> = function.params.iter().map(types).collect();
    let arguments: Vec<String> = function.params.iter().map(argument).collect();
    let constant = function.name.to_uppercase();
    let result = match function.returns.as_str() {
        "" => "VOID",
        "i64" => "I64",
        "f64" => "F64",
        "bool" => "BOOL",
        "text" => "PTR",
        "[f64]" => ":floats",
        "[i64]" => ":integers",
        "[u8]" => ":bytes",
        "[text]" => ":texts",
        other => struct_constant(other),
    };
    let _ = write!(
        out,
        "\n    {constant} = declare(\"{}\", [{}], {result})\n{}    def self.{}({}) = {}\n",
        function.name,
        kinds.join(", "),
        docs::lines(&docs::function(function), "    # "),
        function.name,
        names.join(", "),
        filling(function, call(function, &arguments))
    );
}

/// The call, within what lends it its buffer.
fn filling(function: &Function, call: String) -> String {
    match function.params.iter().find(|param| param.r#type == "[u8 out]") {
        Some(param) => {
            let name = ruby_name(&param.name);
            format!("Runtime.filling({name}) {{ |{name}_filled| {call} }}")
        }
        None => call,
    }
}

fn call(function: &Function, arguments: &[String]) -> String {
    let constant = function.name.to_uppercase();
    let call = format!("{constant}.call({})", arguments.join(", "));
    match function.returns.as_str() {
        "text" => format!("Runtime.take_text({call})"),
        "bool" => format!("{call} != 0"),
        _ => call,
    }
}

fn class_text(out: &mut String, library: &LibraryModel, class: &Class) {
    let owned = class.parent.is_none();
    let how = match class.parent {
        Some(parent) => format!("It belongs to its {parent} and is freed with it, or by `close`."),
        None => "It is freed by `close`, at the end of a block, or when Ruby forgets it.".to_owned(),
    };
    let _ = writeln!(
        out,
        "\n    # A {}. {how}\n    class {} < Owner\n      self.collected = {owned}",
        class.kind, class.name
    );
    if let Some(release) = class.release {
        let given = if class.key.len() == 2 { "parent.handle, handle" } else { "handle" };
        let _ = writeln!(
            out,
            "      self.releaser = lambda do |handle, parent|\n        SimpleNative::{}.quietly({}, {given})\n      end",
            camel(&library.library.name),
            release.name.to_uppercase()
        );
    }
    for (member, maker) in class.members() {
        member_text(out, library, class, member, maker);
    }
    out.push_str("    end\n");
}

fn member_text(out: &mut String, library: &LibraryModel, class: &Class, member: &Member, maker: bool) {
    let function = member.function;
    let names: Vec<String> = member.params.iter().map(|param| ruby_name(&param.name)).collect();
    // `new` is the language's own: a class is made by its makers.
    let own = if maker { "self." } else { "" };
    let _ = write!(
        out,
        "\n{}      def {own}{}({}{})\n",
        docs::lines(
            &(docs::member(function, "`Error` is raised", "`nil`")
                + &docs::offsets(function, "characters, bytes where `text` is binary")),
            "      # "
        ),
        member.name,
        names.join(", "),
        if maker { if names.is_empty() { "&block" } else { ", &block" } } else { "" }
    );
    let receiver: &[&str] = match (maker, class.key.len()) {
        (true, _) => &[],
        (false, 2) => &["@parent.handle", "@handle"],
        (false, _) => &["@handle"],
    };
    let given = member.params.iter().map(|param| match param.handle {
        Some(_) => format!("({}&.handle || 0)", ruby_name(&param.name)),
        None if several(param).is_some() => format!("*Runtime.handles({})", ruby_name(&param.name)),
        None if is_offset(function, param) => {
            format!("Runtime.byte_offset(text, {})", ruby_name(&param.name))
        }
        None => argument(param),
    });
    let arguments: Vec<String> = receiver.iter().map(|&one| one.to_owned()).chain(given).collect();
    let call = match function.returns.as_str() {
        "text" if function.optional => {
            let constant = function.name.to_uppercase();
            format!("Runtime.take_optional_text({constant}.call({}))", arguments.join(", "))
        }
        "[text]" if function.optional => {
            let constant = function.name.to_uppercase();
            format!("Runtime.optional_texts {{ {constant}.call({}) }}", arguments.join(", "))
        }
        _ => filling(function, call(function, &arguments)),
    };
    if member.fails_silently() {
        let _ = writeln!(out, "        {call}\n        SimpleNative::{}.check", camel(&library.library.name));
    } else if function.returns.is_empty() {
        let _ = writeln!(out, "        {call}");
    } else {
        let _ = writeln!(out, "        result = {call}");
    }
    if let Some(failed) = CONDITIONS.failed(function).filter(|_| library.has_errors()) {
        let _ = writeln!(out, "        SimpleNative::{}.check if {failed}", camel(&library.library.name));
    }
    if member.consumes_itself() {
        out.push_str("        @handle = 0\n        forget\n");
    }
    for param in member.params.iter().filter(|param| is_consumed(param) && param.handle.is_some()) {
        let _ = writeln!(out, "        {}.forget", ruby_name(&param.name));
    }
    if may_be_nothing(function)
        && let Some(nothing) = CONDITIONS.is(function, &function.none)
    {
        let _ = writeln!(out, "        return if {nothing}\n");
    }
    let object = |kind: &str, handle: &str, block: &str| {
        let parent = match member.parent(library, class, kind) {
            Parent::None => "nil",
            Parent::Itself => "self",
            Parent::Own => "@parent",
            Parent::Given(name) => name,
        };
        format!("{}.wrap({handle}, {parent}, {}{block})", camel(kind), member.gives_owned())
    };
    match member.outcome(library) {
        Outcome::Object(kind) => {
            let block = if maker { ", &block" } else { "" };
            let _ = writeln!(out, "        {}", object(kind, "result", block));
        }
        Outcome::Objects(kind) => {
            let _ = writeln!(out, "        result.map {{ |one| {} }}", object(kind, "one", ""));
        }
        Outcome::Value if function.offsets => {
            out.push_str("        Runtime.character_offsets(text, result)\n");
        }
        Outcome::Structure(one) => {
            for field in &one.fields {
                if let Some(kind) = &field.handle {
                    let value = format!("result.{}", field.name);
                    let _ = writeln!(out, "        {value} = {}", object(kind, &value, ""));
                }
            }
            out.push_str("        result\n");
        }
        Outcome::Value if function.returns.is_empty() => {}
        Outcome::Value if function.truth => out.push_str("        result != 0\n"),
        Outcome::Value => out.push_str("        result\n"),
    }
    out.push_str("      end\n");
}
