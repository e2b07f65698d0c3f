//! TypeScript: what the modules for Node are to its compiler.

use super::{
    docs::{self, NOTICE},
    model::{
        Class, Handlers, LibraryModel, Member, Model, Outcome, camel, has_objects, is_archives, lower_camel,
        may_be_nothing, plain_struct_name, several, struct_name, told,
    },
    node::{has_promise, js_name, promise_text},
};
use crate::abi::{Field, Function, Parameter, Struct};
use std::fmt::Write;

/// The package's declarations: its names for both kinds of modules, and those of each library.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let mut files = vec![
        ("index.d.ts".to_owned(), index(model)),
        (
            "index.d.mts".to_owned(),
            format!(
                "// {NOTICE}\nexport * from \"./index.js\";\nimport all from \"./index.js\";\nexport default all;\n"
            ),
        ),
    ];
    for library in &model.libraries {
        files.push((format!("lib/{}.d.ts", library.library.name), module(model, library)));
    }
    files
}

fn index(model: &Model) -> String {
    let mut out = format!(
        "// {NOTICE}\nexport declare const version: string;\n\
         export {{ NativeError, LoadError }} from \"./lib/runtime\";\n\
         export type {{ Floats, Handle, Integer, Integers, Owner, Text, Texts }} from \"./lib/runtime\";\n"
    );
    let names: Vec<&str> = model.libraries.iter().map(|one| one.library.name.as_str()).collect();
    for name in &names {
        let _ = writeln!(out, "import * as {name} from \"./lib/{name}\";");
    }
    let types: Vec<String> = names.iter().map(|name| format!("typeof {name}")).collect();
    let _ = writeln!(
        out,
        "export {{ {} }};\n\ntype Functions = {};\n\n/** The exported function of this name, with JavaScript's types. */\n\
         export declare function fn<Name extends keyof Functions & `rt_${{string}}`>(name: Name): Functions[Name];\n\
         export declare function fn(name: string): ((...values: any[]) => any) | undefined;",
        names.join(", "),
        types.join(" & ")
    );
    out
}

fn module(model: &Model, library: &LibraryModel) -> String {
    let mut out = String::new();
    doc(&mut out, "", &library.library.doc);
    let _ = writeln!(
        out,
        "// {NOTICE}\nimport type {{ Floats, Handle, Integer, Integers, Text, Texts }} from \"./runtime\";\n\
         import {{ Owner }} from \"./runtime\";"
    );
    for (other, class) in model.classes_of_others(library) {
        let _ = writeln!(out, "import type {{ {class} }} from \"./{other}\";");
    }
    for one in &library.library.enums {
        doc(&mut out, "", &one.doc);
        let _ = writeln!(out, "export declare const {}: {{", one.name);
        for value in &one.values {
            doc(&mut out, "  ", &value.doc);
            let _ = writeln!(out, "  readonly {}: {};", value.constant(), value.value);
        }
        out.push_str("};\n");
    }
    for one in &library.library.structs {
        structure(&mut out, one, plain_struct_name(one), |field| match &field.handle {
            Some(kind) => handle(kind),
            None => result(&field.r#type).to_owned(),
        });
        if has_objects(one) {
            structure(&mut out, one, struct_name(&one.name), |field| match &field.handle {
                Some(kind) => format!("{} | null", camel(kind)),
                None => result(&field.r#type).to_owned(),
            });
        }
    }
    for class in &library.classes {
        class_text(&mut out, model, library, class);
    }
    for one in library.handlers() {
        handlers_text(&mut out, library, &one);
    }
    for function in &library.library.functions {
        plain(&mut out, model, function);
    }
    // Without this everything would be exported.
    out.push_str("\nexport {};\n");
    out
}

fn doc(out: &mut String, indent: &str, text: &str) {
    let lines = docs::lines(&text.replace("*/", "* /"), &format!("{indent} * "));
    let _ = write!(out, "\n{indent}/**\n{lines}{indent} */\n");
}

fn structure(out: &mut String, one: &Struct, name: &str, r#type: impl Fn(&Field) -> String) {
    doc(out, "", &one.doc);
    let _ = writeln!(out, "export interface {name} {{");
    for field in &one.fields {
        doc(out, "  ", &field.doc);
        let _ = writeln!(out, "  {}: {};", field.name, r#type(field));
    }
    out.push_str("}\n");
}

fn handle(kind: &str) -> String {
    format!("Handle<\"{kind}\">")
}

/// The type of what comes back. Of the integers those are exact as numbers that the archive makes.
fn result(notation: &str) -> &str {
    match notation {
        "" => "void",
        "i64" | "f64" => "number",
        "bool" => "boolean",
        "text" => "string",
        "[f64]" | "[i64]" => "number[]",
        "[u8]" => "Uint8Array",
        "[text]" => "string[]",
        other => other,
    }
}

/// The type of a function's result under its own name.
fn plain_result(model: &Model, function: &Function) -> String {
    match (&function.returns_handle, &function.returns_handles, model.returned_struct(function)) {
        (Some(kind), ..) => handle(kind),
        (_, Some(kind), _) => format!("{}[]", handle(kind)),
        (.., Some(one)) => plain_struct_name(one).to_owned(),
        // What a program keeps with an object is any number of its own.
        _ if function.returns == "i64" && function.name.ends_with("_user_data") => "Integer".to_owned(),
        _ => result(&function.returns).to_owned(),
    }
}

/// The type of a parameter that is no object and no function.
fn given(param: &Parameter) -> String {
    if is_archives(param) {
        return "unknown".to_owned();
    }
    match (param.r#type.as_str(), &param.handle, &param.handles) {
        (_, Some(kind), _) if param.zero => format!("{} | 0", handle(kind)),
        (_, Some(kind), _) => handle(kind),
        (_, _, Some(kind)) => format!("Iterable<{0}> | ArrayLike<{0}>", handle(kind)),
        ("i64", ..) => "Integer".to_owned(),
        ("f64", ..) => "number".to_owned(),
        ("bool", ..) => "boolean".to_owned(),
        ("text", ..) => "Text".to_owned(),
        ("[f64]", ..) => "Floats".to_owned(),
        ("[i64]", ..) => "Integers".to_owned(),
        ("[u8]" | "[u8 out]", ..) => "ArrayBufferView".to_owned(),
        ("[text]", ..) => "Texts".to_owned(),
        _ => "unknown".to_owned(),
    }
}

/// Parameters as TypeScript has them: a function of JavaScript's comes with a value of the program's.
fn parameters(params: &[Parameter], of: impl Fn(&Parameter) -> String) -> (String, String) {
    let calls_back = params.iter().any(|param| param.callback.is_some());
    let one = |param: &Parameter| match param.r#type.as_str() {
        "pointer" if calls_back => format!("{}?: UserData", js_name(&param.name)),
        _ => format!("{}: {}", js_name(&param.name), of(param)),
    };
    let list = params.iter().map(one).collect::<Vec<_>>().join(", ");
    (if calls_back { "<UserData = undefined>" } else { "" }.to_owned(), list)
}

fn function_type(told: &str, given: &str) -> String {
    format!("(told: {told}, userData: UserData) => {given}")
}

fn plain(out: &mut String, model: &Model, function: &Function) {
    doc(out, "", &docs::function(function));
    let (generic, params) = parameters(&function.params, |param| match told(param) {
        Some(kind) => function_type(&handle(kind), "Integer | null | undefined | void"),
        None => given(param),
    });
    let returns = plain_result(model, function);
    let _ = writeln!(out, "export declare function {}{generic}({params}): {returns};", function.name);
    if has_promise(function) {
        let name = &function.name;
        doc(out, "", &format!("The promise of what `{name}` gives; it is rejected where that fails."));
        let _ = writeln!(out, "export declare function {name}_async({params}): Promise<{returns}>;");
    }
}

fn class_text(out: &mut String, model: &Model, library: &LibraryModel, class: &Class) {
    let how = match class.parent {
        Some(parent) => {
            format!("A {}: it belongs to its {parent} and is freed with it, or by `close()`.", class.kind)
        }
        None => format!("A {}: freed by `close()`, or when JavaScript forgets it.", class.kind),
    };
    doc(out, "", &how);
    let _ = writeln!(
        out,
        "export declare class {} extends Owner<\"{}\"> {{\n  private constructor();",
        class.name, class.kind
    );
    for (member, maker) in class.members() {
        member_text(out, model, library, member, maker);
    }
    out.push_str("}\n");
}

fn member_text(out: &mut String, model: &Model, library: &LibraryModel, member: &Member, maker: bool) {
    let function = member.function;
    doc(out, "  ", &docs::member(function, "NativeError is thrown", "`undefined`"));
    let (generic, params) = parameters(member.params, |param| match (&param.handle, told(param)) {
        (Some(kind), _) if param.zero => format!("{} | null | undefined", camel(kind)),
        (Some(kind), _) => camel(kind),
        (_, Some(kind)) => function_type(&camel(kind), "Integer | null | undefined | void"),
        _ => match several(param) {
            Some(kind) => {
                let one = format!("{} | {}", camel(kind), handle(kind));
                format!("Iterable<{one}> | ArrayLike<{one}>")
            }
            None => given(param),
        },
    });
    let returns = match member.outcome(library) {
        Outcome::Object(kind) if function.none.is_null() => camel(kind),
        Outcome::Object(kind) => format!("{} | null", camel(kind)),
        Outcome::Objects(kind) => format!("{}[]", camel(kind)),
        Outcome::Structure(one) => struct_name(&one.name).to_owned(),
        Outcome::Value if function.truth => "boolean".to_owned(),
        Outcome::Value if may_be_nothing(function) => {
            format!("{} | undefined", plain_result(model, function))
        }
        Outcome::Value if function.optional => "(string | undefined)[]".to_owned(),
        Outcome::Value => plain_result(model, function),
    };
    let own = if maker { "static " } else { "" };
    let name = lower_camel(&member.name);
    let _ = writeln!(out, "  {own}{name}{generic}({params}): {returns};");
    if has_promise(function) {
        doc(out, "  ", &promise_text(member));
        let _ = writeln!(out, "  {own}{name}Async({params}): Promise<{returns}>;");
    }
}

/// A pair of functions for a handler of JavaScript's that gets and gives objects.
fn handlers_text(out: &mut String, library: &LibraryModel, one: &Handlers) {
    let (told, given) = (camel(one.told), camel(one.given));
    let key = &one.begins.params[0].name;
    doc(out, "", &docs::member(one.begins, "NativeError is thrown", "`undefined`"));
    let _ = writeln!(
        out,
        "export declare function {}<UserData = undefined>({key}: Text, function_: {}, userData?: UserData): void;",
        lower_camel(library.plain_name(one.begins)),
        function_type(&told, &format!("{given} | null | undefined | void"))
    );
    doc(out, "", &one.ends.doc);
    let _ = writeln!(
        out,
        "export declare function {}({key}: Text): boolean;",
        lower_camel(library.plain_name(one.ends))
    );
}
