//! Java: a class for each library, over native methods that a generated C file makes.

use super::{
    docs::{self, NOTICE},
    model::{
        Class, Handlers, LibraryModel, Member, Model, Outcome, Parent, camel, failure_fields, has_objects,
        is_archives, is_consumed, is_offset, lower_camel, may_be_nothing, plain_struct_name, several,
        struct_name, told,
    },
};
use crate::abi::{Function, Parameter, Struct, header};
use serde_json::Value;
use std::fmt::Write;

/// The generated files.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let manifest = model.manifest;
    let abi = format!(
        "package simplenative;\n\n// {NOTICE}\n\n/** What these files were generated from. */\npublic final class Abi {{\n    \
         public static final String VERSION = \"{}\";\n    static final long REVISION = {}L;\n    \
         static final long HASH = {}L;\n\n    private Abi() {{}}\n}}\n",
        manifest.version, manifest.abi_revision, manifest.abi_hash
    );
    let mut files = vec![
        ("src/simplenative/Abi.java".to_owned(), abi),
        ("src/simplenative/Raw.java".to_owned(), raw(model)),
        ("native/functions.c".to_owned(), shim(model)),
    ];
    for library in &model.libraries {
        let name = format!("src/simplenative/{}Library.java", camel(&library.library.name));
        files.push((name, module(model, library)));
    }
    files
}

fn java_name(name: &str) -> String {
    match name {
        "new" => "create".into(),
        "double" | "float" | "int" | "long" | "package" | "default" | "native" | "static" | "switch"
        | "import" => format!("{name}_"),
        _ => name.to_owned(),
    }
}

/// A parameter's type in native methods; none for what Java has no use for.
fn raw_type(param: &Parameter) -> Option<&'static str> {
    Some(match param.r#type.as_str() {
        "i64" => "long",
        "f64" => "double",
        "bool" => "boolean",
        "text" => "byte[]",
        "[f64]" => "double[]",
        "[i64]" => "long[]",
        "[u8]" | "[u8 out]" => "byte[]",
        "[text]" => "byte[][]",
        "callback" => "java.util.function.LongUnaryOperator",
        _ => return None,
    })
}

fn raw_result(notation: &str) -> &str {
    match notation {
        "" => "void",
        "i64" => "long",
        "f64" => "double",
        "bool" => "boolean",
        "[f64]" => "double[]",
        "[i64]" => "long[]",
        "[text]" => "byte[][]",
        // Texts and bytes, and structs as they lie in memory.
        _ => "byte[]",
    }
}

fn result(notation: &str) -> &str {
    match notation {
        "text" => "String",
        "[text]" => "String[]",
        "[u8]" => "byte[]",
        other => raw_result(other),
    }
}

/// The type of what a function returns, without objects.
fn plain_result<'a>(model: &Model<'a>, function: &'a Function) -> &'a str {
    model.returned_struct(function).map_or_else(|| result(&function.returns), plain_struct_name)
}

fn raw(model: &Model) -> String {
    let mut out = format!(
        "package simplenative;\n\n// {NOTICE}\n\n/** The exported functions as they are: texts are UTF-8. */\n\
         final class Raw {{\n    static {{\n        Loader.load();\n    }}\n\n    private Raw() {{}}\n\n    \
         static native byte[] takeText(long pointer);\n"
    );
    for function in model.manifest.functions() {
        let params: Vec<String> = function
            .params
            .iter()
            .filter_map(|param| Some(format!("{} {}", raw_type(param)?, param.name)))
            .collect();
        let _ = writeln!(
            out,
            "\n    static native {} {}({});",
            raw_result(&function.returns),
            function.name,
            params.join(", ")
        );
    }
    out.push_str("}\n");
    out
}

fn c_type(java: &str) -> &'static str {
    match java {
        "long" => "jlong",
        "double" => "jdouble",
        "boolean" => "jboolean",
        "double[]" => "jdoubleArray",
        "long[]" => "jlongArray",
        "byte[]" => "jbyteArray",
        "byte[][]" => "jobjectArray",
        "void" => "void",
        _ => "jobject",
    }
}

fn shim(model: &Model) -> String {
    let mut out = format!("/* {NOTICE} */\n#include \"convert.h\"\n");
    for function in model.manifest.functions() {
        shim_function(&mut out, function);
    }
    out
}

/// Conversion of one parameter to C: statements before, arguments, statements after.
fn converted(param: &Parameter) -> (String, String, String) {
    let name = &param.name;
    if is_archives(param) {
        let given = if param.r#type == "text" { "NULL" } else { "NULL, 0" };
        return (format!("(void){name};\n    "), given.into(), String::new());
    }
    let array = |c: &str, kind: &str, after: String| {
        let before =
            format!("int64_t {name}_len;\n    {c}{name}_c = {kind}_in(env, {name}, &{name}_len);\n    ");
        (before, format!("{name}_c, {name}_len"), after)
    };
    match param.r#type.as_str() {
        "text" => (
            format!("char *{name}_c = text_in(env, {name});\n    "),
            format!("{name}_c"),
            format!("free({name}_c);\n    "),
        ),
        "[f64]" => array("double *", "doubles", format!("free({name}_c);\n    ")),
        "[i64]" => array("int64_t *", "longs", format!("free({name}_c);\n    ")),
        "[u8]" => array("uint8_t *", "bytes", format!("free({name}_c);\n    ")),
        "[u8 out]" => {
            array("uint8_t *", "bytes", format!("bytes_back(env, {name}, {name}_c, {name}_len);\n    "))
        }
        "[text]" => {
            let (before, given, after) =
                array("char **", "texts", format!("texts_free({name}_c, {name}_len);\n    "));
            (before, format!("(const char *const *){given}"), after)
        }
        "callback" => (String::new(), format!("{name}_kept ? call_java : NULL"), String::new()),
        "pointer" => (String::new(), "function_kept".into(), String::new()),
        _ => (String::new(), name.clone(), String::new()),
    }
}

/// Statements that free the arguments of a call that is not made.
fn given_back(after: &str) -> String {
    let lines = after.trim().lines().map(|line| match line.trim().strip_prefix("bytes_back(env, ") {
        // Nothing was written into the buffer.
        Some(rest) => format!("free({});", rest.split(", ").nth(1).unwrap_or_default()),
        None => line.trim().to_owned(),
    });
    lines.map(|line| line + "\n        ").collect()
}

fn shim_function(out: &mut String, function: &Function) {
    let symbol = function.name.replace('_', "_1");
    let params: Vec<String> = function
        .params
        .iter()
        .filter_map(|param| Some(format!(", {} {}", c_type(raw_type(param)?), param.name)))
        .collect();
    let converted: Vec<_> = function.params.iter().map(converted).collect();
    let before: String = converted.iter().map(|one| one.0.as_str()).collect();
    let arguments: Vec<&str> = converted.iter().map(|one| one.1.as_str()).collect();
    let after: String = converted.iter().map(|one| one.2.as_str()).collect();
    let call = format!("{}({})", function.name, arguments.join(", "));
    let result = raw_result(&function.returns);
    // Memory was short, or a text holds a NUL.
    let none = if result == "void" { "" } else { " 0" };
    let refused = if after.is_empty() {
        String::new()
    } else {
        format!(
            "if ((*env)->ExceptionCheck(env)) {{\n        {}return{none};\n    }}\n    ",
            given_back(&after)
        )
    };
    let functions = function.params.iter().filter(|param| param.callback.is_some());
    let kept: String =
        functions.map(|param| format!("void *{0}_kept = keep(env, {0});\n    ", param.name)).collect();
    let before = before + &refused + &kept;
    let body = match (function.returns.as_str(), result) {
        ("", _) => format!("{call};\n    {after}").trim_end().to_owned() + "\n",
        (returns, _) => {
            let give = match returns {
                "text" if function.optional => "optional_text_out(env, r)".to_owned(),
                "text" => "text_out(env, r)".to_owned(),
                "[f64]" => "doubles_out(env, r)".to_owned(),
                "[i64]" => "longs_out(env, r)".to_owned(),
                "[u8]" => "bytes_out(env, r)".to_owned(),
                "[text]" if function.optional => "optional_texts_out(env, r)".to_owned(),
                "[text]" => "texts_out(env, r)".to_owned(),
                one if one.starts_with("Rt") => "memory_out(env, &r, sizeof r)".to_owned(),
                _ => "r".to_owned(),
            };
            let declared = header::c_return(returns);
            let space = if declared.ends_with('*') { "" } else { " " };
            format!("{declared}{space}r = {call};\n    {after}return {give};\n")
        }
    };
    let _ = writeln!(
        out,
        "\nJNIEXPORT {} JNICALL Java_simplenative_Raw_{symbol}(JNIEnv *env, jclass class{}) {{\n    (void)env;\n    \
         (void)class;\n    {before}{body}}}",
        c_type(result),
        params.concat()
    );
}

fn doc(out: &mut String, indent: &str, text: &str) {
    let text = text.replace("*/", "* /").replace('&', "&amp;").replace('<', "&lt;").replace("\\u", "\\ u");
    let lines = docs::lines(&text, &format!("{indent} * "));
    let _ = write!(out, "\n{indent}/**\n{lines}{indent} */\n");
}

fn module(model: &Model, library: &LibraryModel) -> String {
    let name = camel(&library.library.name);
    let mut out = format!("package simplenative;\n\n// {NOTICE}\n");
    doc(&mut out, "", &library.library.doc);
    let _ = write!(out, "public final class {name}Library {{\n    private {name}Library() {{}}\n");
    if library.has_errors() {
        let _ = write!(
            out,
            "\n    /** Throws where this thread's last call failed; asked where its result may say so. */\n    \
             private static void check() {{\n        if (Raw.rt_native_last_call_failed()) \
             Convert.fail(rt_{0}_get_last_error(), Raw::rt_{0}_clear_error);\n    }}\n\n    /** Calls what frees: what was freed already is no failure of another call. */\n    \
             private static void quietly(Runnable release) {{\n        boolean quiet = \
             Raw.rt_native_set_quiet(true);\n        try {{\n            release.run();\n        }} finally {{\n            \
             Raw.rt_native_set_quiet(quiet);\n        }}\n    }}\n",
            library.library.name
        );
    }
    for one in &library.library.enums {
        doc(&mut out, "    ", &one.doc);
        let _ = writeln!(out, "    public static final class {0} {{\n        private {0}() {{}}", one.name);
        for value in &one.values {
            doc(&mut out, "        ", &value.doc);
            let _ =
                writeln!(out, "        public static final long {} = {}L;", value.constant(), value.value);
        }
        out.push_str("    }\n");
    }
    for one in &library.library.structs {
        structure(&mut out, one);
    }
    for function in &library.library.functions {
        plain(&mut out, model, function);
    }
    for class in &library.classes {
        class_text(&mut out, model, library, class);
    }
    for one in library.handlers() {
        handlers_text(&mut out, library, &one);
    }
    out.push_str("}\n");
    out
}

/// A pair of methods for a handler of Java's that gets and gives objects.
fn handlers_text(out: &mut String, library: &LibraryModel, one: &Handlers) {
    let (told, given) = (camel(one.told), camel(one.given));
    let key = &one.begins.params[0].name;
    let own = docs::member(one.begins, "NativeException is thrown", "null");
    doc(out, "    ", &format!("{own}\n\nHere the function is called with a {told} and returns a {given}."));
    let _ = write!(
        out,
        "    public static void {}(String {key}, java.util.function.Function<{told}, {given}> function) {{\n        \
         if (!{}({key}, function == null ? null : handle -> {{\n            \
         var given = function.apply({told}.wrap(handle, null, false));\n            \
         return given == null ? 0 : given.detach();\n        }})) check();\n    }}\n",
        lower_camel(library.plain_name(one.begins)),
        one.begins.name
    );
    doc(out, "    ", &one.ends.doc);
    let _ = write!(
        out,
        "    public static boolean {}(String {key}) {{\n        return {}({key});\n    }}\n",
        lower_camel(library.plain_name(one.ends)),
        one.ends.name
    );
}

fn structure(out: &mut String, one: &Struct) {
    let mut offset = 0usize;
    let mut values = Vec::new();
    for field in &one.fields {
        let (width, value): (usize, fn(usize) -> String) = match field.r#type.as_str() {
            "bool" => (1, |at| format!("memory.get({at}) != 0")),
            "f64" => (8, |at| format!("memory.getDouble({at})")),
            "text" => (8, |at| format!("Convert.text(Raw.takeText(memory.getLong({at})))")),
            _ => (8, |at| format!("memory.getLong({at})")),
        };
        offset = offset.next_multiple_of(width);
        values.push(value(offset));
        offset += width;
    }
    let fields =
        one.fields.iter().map(|field| format!("{} {}", result(&field.r#type), java_name(&field.name)));
    let name = plain_struct_name(one);
    doc(out, "    ", &one.doc);
    let _ = write!(
        out,
        "    public record {name}({}) {{\n        static {name} of(byte[] bytes) {{\n            \
         var memory = Convert.memory(bytes);\n            return new {name}({});\n        }}\n    }}\n",
        fields.collect::<Vec<_>>().join(", "),
        values.join(", ")
    );
    if has_objects(one) {
        structure_of_objects(out, one);
    }
}

/// The record that a method returns: an object, or null, where the other one has a handle.
fn structure_of_objects(out: &mut String, one: &Struct) {
    let fields = one.fields.iter().map(|field| match &field.handle {
        Some(kind) => format!("{} {}", camel(kind), java_name(&field.name)),
        None => format!("{} {}", result(&field.r#type), java_name(&field.name)),
    });
    doc(out, "    ", &one.doc);
    let _ = writeln!(
        out,
        "    public record {}({}) {{}}",
        struct_name(&one.name),
        fields.collect::<Vec<_>>().join(", ")
    );
}

fn taken(model: &Model, function: &Function, call: &str) -> String {
    if let Some(one) = model.returned_struct(function) {
        return format!("{}.of({call})", plain_struct_name(one));
    }
    match function.returns.as_str() {
        // A text that is nothing comes as null; under its own name the function has C's empty one.
        "text" if function.optional => format!("Convert.textOrEmpty({call})"),
        "[text]" if function.optional => format!("Convert.textsOrEmpty({call})"),
        "text" => format!("Convert.text({call})"),
        "[text]" => format!("Convert.texts({call})"),
        _ => call.to_owned(),
    }
}

/// A parameter with Java's own type, and what is passed on for it.
fn own(param: &Parameter) -> Option<(String, String)> {
    let name = &param.name;
    if is_archives(param) {
        return Some((format!("{} {name}", raw_type(param)?), name.clone()));
    }
    Some(match param.r#type.as_str() {
        "text" => (format!("String {name}"), format!("Convert.utf8({name})")),
        "[text]" => (format!("String[] {name}"), format!("Convert.utf8({name})")),
        _ => (format!("{} {name}", raw_type(param)?), name.clone()),
    })
}

/// A function under its own name: with strings, and with UTF-8 bytes.
fn plain(out: &mut String, model: &Model, function: &Function) {
    let returns = plain_result(model, function);
    let give = if function.returns.is_empty() { "" } else { "return " };
    let raw: Vec<(String, String)> = function
        .params
        .iter()
        .filter_map(|param| Some((format!("{} {}", raw_type(param)?, param.name), param.name.clone())))
        .collect();
    let own: Vec<(String, String)> = function.params.iter().filter_map(own).collect();
    let mut one = |params: &[(String, String)]| {
        let declared: Vec<&str> = params.iter().map(|one| one.0.as_str()).collect();
        let given: Vec<&str> = params.iter().map(|one| one.1.as_str()).collect();
        doc(out, "    ", &docs::function(function));
        let call = taken(model, function, &format!("Raw.{}({})", function.name, given.join(", ")));
        let _ = write!(
            out,
            "    public static {returns} {}({}) {{\n        {give}{call};\n    }}\n",
            function.name,
            declared.join(", ")
        );
    };
    one(&own);
    if own != raw {
        one(&raw);
    }
}

fn class_text(out: &mut String, model: &Model, library: &LibraryModel, class: &Class) {
    let how = match class.parent {
        Some(parent) => {
            format!("A {}: it belongs to its {parent} and is freed with it, or by `close()`.", class.kind)
        }
        None => format!("A {}: freed by `close()`, or when Java forgets it.", class.kind),
    };
    let name = &class.name;
    let given = if class.key.len() == 2 { "of, own" } else { "own" };
    let release = match class.release {
        Some(release) => format!("(own, of) -> quietly(() -> Raw.{}({given}))", release.name),
        None => "(own, of) -> {}".to_owned(),
    };
    doc(out, "    ", &how);
    let _ = write!(
        out,
        "    public static final class {name} extends NativeObject {{\n        \
         private {name}(long handle, NativeObject parent, boolean owned) {{\n            \
         super(handle, parent, owned && {}, {release});\n        }}\n\n        \
         static {name} wrap(long handle, NativeObject parent, boolean owned) {{\n            \
         return handle == 0 ? null : new {name}(handle, parent, owned);\n        }}\n",
        class.parent.is_none()
    );
    for (member, maker) in class.members() {
        member_text(out, model, library, class, member, maker);
    }
    out.push_str("    }\n");
}

fn class_of(model: &Model, kind: &str) -> String {
    let library = model.libraries.iter().find(|library| library.class(kind).is_some());
    library.map_or_else(String::new, |one| format!("{}Library.{}", camel(&one.library.name), camel(kind)))
}

/// A parameter for a function of Java's that is told an object.
fn handler(model: &Model, param: &Parameter, kind: &str) -> (String, String) {
    let (name, told) = (&param.name, class_of(model, kind));
    let passed = format!(
        "{name} == null ? null : handle -> {{\n                {name}.accept({told}.wrap(handle, null, false));\n                \
         return 0;\n            }}"
    );
    (format!("java.util.function.Consumer<{told}> {name}"), passed)
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
    let params: Vec<(String, String)> = member
        .params
        .iter()
        .filter_map(|param| match &param.handle {
            Some(kind) => Some((
                format!("{} {}", class_of(model, kind), param.name),
                format!("NativeObject.number({})", param.name),
            )),
            None => match (told(param), several(param)) {
                (Some(kind), _) => Some(handler(model, param, kind)),
                (None, Some(kind)) => Some((
                    format!("{}[] {}", class_of(model, kind), param.name),
                    format!("NativeObject.numbers({})", param.name),
                )),
                (None, None) if is_offset(function, param) => Some((
                    format!("long {}", param.name),
                    format!("Convert.byteOffset(text, {})", param.name),
                )),
                (None, None) => own(param),
            },
        })
        .collect();
    let declared: Vec<&str> = params.iter().map(|one| one.0.as_str()).collect();
    let receiver: &[&str] = match (maker, class.key.len()) {
        (true, _) => &[],
        (false, 2) => &["parent().handle()", "handle()"],
        (false, _) => &["handle()"],
    };
    let given: Vec<&str> = receiver.iter().copied().chain(params.iter().map(|one| one.1.as_str())).collect();
    let returns = match member.outcome(library) {
        Outcome::Object(kind) => class_of(model, kind),
        Outcome::Objects(kind) => class_of(model, kind) + "[]",
        Outcome::Structure(one) => struct_name(&one.name).to_owned(),
        Outcome::Value if function.truth => "boolean".to_owned(),
        Outcome::Value if may_be_nothing(function) => match function.returns.as_str() {
            "i64" => "Long".to_owned(),
            "f64" => "Double".to_owned(),
            _ => plain_result(model, function).to_owned(),
        },
        Outcome::Value => plain_result(model, function).to_owned(),
    };
    let text = docs::member(function, "NativeException is thrown", "null");
    doc(out, "        ", &(text + &docs::offsets(function, "the text's `char`s")));
    let own = if maker { "static " } else { "" };
    let name = java_name(&lower_camel(&member.name));
    let _ = writeln!(out, "        public {own}{returns} {name}({}) {{", declared.join(", "));
    let call = format!("Raw.{}({})", function.name, given.join(", "));
    let call = match function.returns.as_str() {
        "text" if function.optional => format!("Convert.optionalText({call})"),
        "[text]" if function.optional => format!("Convert.optionalTexts({call})"),
        _ => taken(model, function, &call),
    };
    if function.returns.is_empty() {
        let _ = writeln!(out, "            {call};");
    } else {
        let _ = writeln!(out, "            var result = {call};");
    }
    // The call has their numbers alone: without a word the collector might free them under it.
    let objects = member.params.iter().filter(|param| param.handle.is_some() || several(param).is_some());
    let given = objects.map(|param| param.name.as_str());
    for one in (!maker).then_some("this").into_iter().chain(given) {
        let _ = writeln!(out, "            NativeObject.keep({one});");
    }
    if member.fails_silently() {
        out.push_str("            check();\n");
    }
    if let Some(failed) = failed(model, function).filter(|_| library.has_errors()) {
        let _ = writeln!(out, "            if ({failed}) check();");
    }
    if member.consumes_itself() {
        out.push_str("            forget();\n");
    }
    for param in member.params.iter().filter(|param| is_consumed(param) && param.handle.is_some()) {
        let _ = writeln!(out, "            {}.forget();", param.name);
    }
    if may_be_nothing(function)
        && let Some(nothing) = condition(model, function, &function.none)
    {
        let _ = writeln!(out, "            if ({nothing}) return null;");
    }
    let object = |kind: &str, handle: &str| {
        let parent = match member.parent(library, class, kind) {
            Parent::None => "null",
            Parent::Itself => "this",
            Parent::Own => "parent()",
            Parent::Given(name) => name,
        };
        format!("{}.wrap({handle}, {parent}, {})", class_of(model, kind), member.gives_owned())
    };
    match member.outcome(library) {
        Outcome::Object(kind) => {
            let _ = writeln!(out, "            return {};", object(kind, "result"));
        }
        Outcome::Objects(kind) => {
            let _ = writeln!(
                out,
                "            return java.util.Arrays.stream(result).mapToObj(one -> {}).toArray({}[]::new);",
                object(kind, "one"),
                class_of(model, kind)
            );
        }
        Outcome::Structure(one) => {
            let fields = one.fields.iter().map(|field| {
                let value = format!("result.{}()", java_name(&field.name));
                field.handle.as_ref().map_or_else(|| value.clone(), |kind| object(kind, &value))
            });
            let fields = fields.collect::<Vec<_>>().join(", ");
            let _ = writeln!(out, "            return new {}({fields});", struct_name(&one.name));
        }
        Outcome::Value if function.returns.is_empty() => {}
        Outcome::Value if function.truth => out.push_str("            return result != 0;\n"),
        Outcome::Value if function.offsets => {
            let line = match model.returned_struct(function) {
                Some(one) => {
                    let fields = one.fields.iter();
                    let fields: Vec<String> =
                        fields.map(|field| format!("result.{}()", java_name(&field.name))).collect();
                    let made = (0..fields.len()).map(|at| format!("offsets[{at}]")).collect::<Vec<_>>();
                    let _ = writeln!(
                        out,
                        "            var offsets = Convert.charOffsets(text, {});",
                        fields.join(", ")
                    );
                    format!("new {}({})", struct_name(&one.name), made.join(", "))
                }
                None => "Convert.charOffsets(text, result)".to_owned(),
            };
            let _ = writeln!(out, "            return {line};");
        }
        Outcome::Value => out.push_str("            return result;\n"),
    }
    out.push_str("        }\n");
}

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
                let name = java_name(name);
                if text {
                    format!("result.{name}().isEmpty()")
                } else {
                    format!("result.{name}() == {value}")
                }
            });
            fields.collect::<Vec<_>>().join(" && ")
        }
        (Value::Bool(false), _) => "!result".into(),
        (Value::Array(_), _) => "result.length == 0".into(),
        (Value::String(_), _) => "\"\".equals(result)".into(),
        (value, _) => format!("result == {value}"),
    })
}
