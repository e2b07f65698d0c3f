//! The word interface: the same functions for hosts that pass and take integers of 64 bits alone. In C, over the shared
//! object; and a C host's functions over it, which the tests run the vectors with.

use super::docs::NOTICE;
use crate::abi::{Field, Function, Library, Manifest, Parameter, Struct, header, manifest::ARRAYS};
use std::fmt::Write;

/// Most words that a call passes; what takes more gets a pointer to its words.
pub const MOST: usize = 8;

/// One C file for each library, and the header.
pub fn files(manifest: &Manifest) -> Vec<(String, String)> {
    let sources = manifest.libraries.iter().map(|library| (source_name(library), source(manifest, library)));
    sources.chain([("words/simple_native_words.h".to_owned(), words_header(manifest))]).collect()
}

fn source_name(library: &Library) -> String {
    format!("words/spl_{}.c", library.name)
}

/// The words of a parameter: an array is two.
fn words(param: &Parameter) -> usize {
    1 + usize::from(param.r#type.starts_with('['))
}

/// Tells whether the result goes into words of the caller's, whose address is the last word.
pub fn is_filled(function: &Function) -> bool {
    function.into.is_some()
}

/// Number of words of the call.
pub fn count(function: &Function) -> usize {
    function.params.iter().map(words).sum::<usize>() + usize::from(is_filled(function))
}

/// Tells whether a float is among its words, or is its result: then it can be called with its words in memory too, by
/// hosts whose integers the bits of a float do not fit.
pub fn is_by_words(function: &Function) -> bool {
    function.returns == "f64" || function.params.iter().any(|param| param.r#type == "f64")
}

/// The name that it has for those.
pub fn by_words_name(function: &Function) -> String {
    format!("{}_by_words", function.name)
}

/// The names of a call's words.
fn names(function: &Function) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for param in &function.params {
        names.push(param.name.clone());
        if words(param) == 2 {
            names.push(format!("{}_len", param.name));
        }
    }
    names.extend(is_filled(function).then(|| "out".to_owned()));
    names
}

fn structs<'a>(manifest: &'a Manifest, library: &'a Library) -> impl Iterator<Item = &'a Struct> {
    let used = manifest.libraries.iter().flat_map(|library| &library.structs);
    used.filter(move |one| library.functions.iter().any(|function| function.returns == one.name))
}

fn source(manifest: &Manifest, library: &Library) -> String {
    let major = manifest.version.split('.').next().unwrap_or("0");
    let mut out = format!(
        "/* {NOTICE} */\n#define _GNU_SOURCE\n#define SIMPLE_NATIVE_SONAME \"libsimple_native.so.{major}\"\n\
         #include \"words.h\"\n\n"
    );
    for (_, name, item, _) in ARRAYS {
        let _ = writeln!(out, "typedef struct {{ {item} *data; int64_t len; }} {name};");
    }
    for one in structs(manifest, library) {
        let fields: Vec<String> = one
            .fields
            .iter()
            .map(|field| format!("{} {}_;", header::c_return(&field.r#type), field.name))
            .collect();
        let _ = writeln!(out, "typedef struct {{ {} }} {};", fields.join(" "), one.name);
    }
    for function in &library.functions {
        wrapper(&mut out, manifest, function);
        if is_by_words(function) {
            wrapper_by_words(&mut out, function);
        }
    }
    out
}

/// Writes the function that has its words in memory; a float that it returns is written to the first of them.
fn wrapper_by_words(out: &mut String, function: &Function) {
    let total = count(function);
    let arguments = match total {
        _ if total > MOST => "w".to_owned(),
        _ => (0..total).map(|at| format!("w[{at}]")).collect::<Vec<_>>().join(", "),
    };
    let call = format!("{}({arguments})", function.name);
    let returned = if function.returns == "f64" {
        format!("w[0] = {call};\n    return 1;")
    } else {
        format!("return {call};")
    };
    let _ = writeln!(
        out,
        "\nword {0}(word words);\nword {0}(word words) {{\n    word *w = pointer_of(words);\n    (void)w;\n    {returned}\n}}",
        by_words_name(function)
    );
}

/// The C parameters' types of the function proper.
fn c_types(function: &Function, out: bool) -> String {
    let mut types: Vec<&str> = Vec::new();
    for param in &function.params {
        match param.r#type.as_str() {
            "f64" => types.push("double"),
            "bool" => types.push("bool"),
            "i64" => types.push("int64_t"),
            one if one.starts_with('[') => types.extend(["void *", "int64_t"]),
            _ => types.push("void *"),
        }
    }
    if out {
        types.push("void *");
    }
    if types.is_empty() { "void".into() } else { types.join(", ") }
}

fn wrapper(out: &mut String, manifest: &Manifest, function: &Function) {
    let total = count(function);
    let packed = total > MOST;
    let params = match total {
        0 => "void".to_owned(),
        _ if packed => "const word *w".to_owned(),
        _ => (0..total).map(|at| format!("word w{at}")).collect::<Vec<_>>().join(", "),
    };
    let word = |at: usize| if packed { format!("w[{at}]") } else { format!("w{at}") };
    let mut arguments = Vec::new();
    let mut at = 0;
    for param in &function.params {
        match param.r#type.as_str() {
            "i64" => arguments.push(word(at)),
            "f64" => arguments.push(format!("f64_of({})", word(at))),
            "bool" => arguments.push(format!("{} != 0", word(at))),
            _ => arguments.push(format!("pointer_of({})", word(at))),
        }
        if words(param) == 2 {
            arguments.push(word(at + 1));
        }
        at += words(param);
    }
    let filled = is_filled(function);
    let called = function.into.as_ref().filter(|_| filled).unwrap_or(&function.name);
    let returns = if filled { "bool" } else { header::c_return(&function.returns) };
    if filled {
        arguments.push("&result".to_owned());
    }
    let _ = writeln!(
        out,
        "\nword {0}({params});\nword {0}({params}) {{\n    static void *place;\n    void *found = words_function(&place, \
         \"{called}\");\n    if (!found) return 0;",
        function.name
    );
    let call =
        format!("(({returns} (*)({}))(intptr_t)found)({})", c_types(function, filled), arguments.join(", "));
    if filled {
        let last = word(total - 1);
        let name = header::c_return(&function.returns);
        let _ = writeln!(
            out,
            "    {name} result;\n    word *out = pointer_of({last});\n    if (!out) return 0;\n    bool done = {call};"
        );
        match manifest.find_struct(&function.returns) {
            Some(one) => {
                for (place, field) in one.fields.iter().enumerate() {
                    let value = as_word(&field.r#type, &format!("result.{}_", field.name));
                    let _ = writeln!(out, "    out[{place}] = {value};");
                }
            }
            None => out.push_str("    out[0] = address_of(result.data);\n    out[1] = result.len;\n"),
        }
        out.push_str("    return done;\n}\n");
        return;
    }
    let line = match function.returns.as_str() {
        "" if function.fails => format!("    {call};\n    return words_succeeded();\n}}\n"),
        "" => format!("    {call};\n    return 1;\n}}\n"),
        other => format!("    return {};\n}}\n", as_word(other, &call)),
    };
    out.push_str(&line);
}

/// A C value as a word.
fn as_word(notation: &str, value: &str) -> String {
    match notation {
        "f64" => format!("bits_of({value})"),
        "bool" => format!("({value}) ? 1 : 0"),
        "text" => format!("address_of({value})"),
        _ => value.to_owned(),
    }
}

/// Declarations of what `bindings/simple/words/memory.c` defines.
const MEMORY: &str = "/* Room for words, all 0; a copy of a text; both are freed by rt_words_free. Addresses and indices \
                      are not checked. */
int64_t rt_words_new(int64_t count);
int64_t rt_words_copy_text(int64_t text);
int64_t rt_words_free(int64_t words);
/* Words and bytes of memory. A float may be loaded and stored by calls that pass and take floats alone, or made of
 * mantissa times 2 to the power of exponent. */
int64_t rt_words_get(int64_t words, int64_t index);
int64_t rt_words_set(int64_t words, int64_t index, int64_t value);
double rt_words_load_f64(double words, double index);
double rt_words_store_f64(double words, double index, double value);
int64_t rt_words_set_f64(int64_t words, int64_t index, int64_t mantissa, int64_t exponent);
int64_t rt_words_get_byte(int64_t bytes, int64_t index);
int64_t rt_words_set_byte(int64_t bytes, int64_t index, int64_t value);
";

fn words_header(manifest: &Manifest) -> String {
    let mut out = format!(
        "/* {NOTICE}\n *\n * The functions of simple_native for callers that pass and take integers of 64 bits alone, in \
         lib/simple/libspl_LIBRARY.so.\n * Each takes at most {MOST} words and returns one. A 64-bit float is its bits, \
         a truth value 1 or 0, a text the address\n * of UTF-8 with a NUL behind it, an array its address and its count. \
         What is returned as a struct or an array is\n * written to the words at `out`, one for each field (a text of \
         them is the caller's to free), the data and the count\n * of an array; the function returns 1 where it \
         succeeded then, and 0 where it failed. So does one that gives nothing.\n * A function of more than {MOST} words \
         takes the address of its words. So does, under a name with _by_words behind it, one that takes or returns\n * a float, \
         for hosts whose integers its bits do not fit; a float that it returns is written to the first of its words.\n * Not to be included beside simple_native.h: the names are the same. */\n\
         #ifndef SIMPLE_NATIVE_WORDS_H\n#define SIMPLE_NATIVE_WORDS_H\n\n#include <stdint.h>\n\n\
         #ifdef __cplusplus\nextern \"C\" {{\n#endif\n"
    );
    for library in &manifest.libraries {
        let _ = writeln!(out, "\n/* libspl_{}.so */", library.name);
        if library.name == "native" {
            out.push_str(MEMORY);
        }
        for function in &library.functions {
            let names = names(function);
            let fields = manifest.find_struct(&function.returns).map(|one| {
                let fields: Vec<&str> = one.fields.iter().map(|field: &Field| field.name.as_str()).collect();
                format!(" out: {}", fields.join(", "))
            });
            let packed = names.len() > MOST;
            let list = match names.len() {
                0 => "void".to_owned(),
                _ if packed => format!("const int64_t *words /* {} */", names.join(", ")),
                _ => names.iter().map(|name| format!("int64_t {name}")).collect::<Vec<_>>().join(", "),
            };
            let comment = fields.map(|fields| format!(" /*{fields} */")).unwrap_or_default();
            let _ = writeln!(out, "int64_t {}({list});{comment}", function.name);
            if is_by_words(function) {
                let _ = writeln!(
                    out,
                    "int64_t {}(int64_t words /* {} */);",
                    by_words_name(function),
                    names.join(", ")
                );
            }
        }
    }
    out.push_str("\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n");
    out
}

/// A C file that defines every function of `simple_native.h` over the word interface, as a host calls it that has words
/// alone: a program linked with it in the archive's place makes its calls that way.
pub fn host(manifest: &Manifest) -> String {
    let mut out = String::from("#include \"simple_native.h\"\n#include \"word_host.h\"\n");
    for library in &manifest.libraries {
        for function in &library.functions {
            over_words(&mut out, manifest, library, function, false);
            if function.into.is_some() {
                over_words(&mut out, manifest, library, function, true);
            }
        }
    }
    out
}

fn over_words(out: &mut String, manifest: &Manifest, library: &Library, function: &Function, into: bool) {
    let prototype = match &function.into {
        Some(name) if into => header::into_prototype(function, name),
        _ => header::prototype(function),
    };
    let mut values = Vec::new();
    for param in &function.params {
        let name = &param.name;
        match param.r#type.as_str() {
            "i64" if param.handle.is_some() => values.push(format!("handle_word({name})")),
            "i64" => values.push(name.clone()),
            "f64" => values.push(format!("float_word({name})")),
            "bool" => values.push(format!("{name} ? 1 : 0")),
            "callback" => values.push(format!("(int64_t)(intptr_t){name}")),
            _ => values.push(format!("pointer_word({name})")),
        }
        if words(param) == 2 {
            let consumed = param.ownership.as_deref() == Some("consumed");
            values.push(if consumed { "len".to_owned() } else { format!("{name}_len") });
        }
    }
    let filled = is_filled(function);
    if filled {
        values.push("pointer_word(result)".to_owned());
    }
    let total = values.len();
    let list = if total == 0 { "0".to_owned() } else { values.join(", ") };
    // The caller looks at the whole register of a truth value, and C fills a part of it.
    let name = if into { function.into.as_deref().unwrap_or_default() } else { &function.name };
    let prototype = match prototype.strip_prefix(&format!("bool {name}")) {
        Some(params) => {
            let _ = write!(out, "\nint64_t host_{name}{params} __asm__(\"{name}\");");
            format!("int64_t host_{name}{params}")
        }
        None => prototype,
    };
    let _ = writeln!(out, "\n{prototype} {{");
    if filled {
        let fields = manifest.find_struct(&function.returns).map_or(2, |one| one.fields.len());
        let _ = writeln!(out, "    int64_t result[{fields}] = {{0}};");
        if into {
            let _ = writeln!(
                out,
                "    if (!out) {{\n        const int64_t none[] = {{{}}};\n        return truth_of(call_words(\"{}\", \"{}\", none, {total}));\n    }}",
                list.replace("pointer_word(result)", "0"),
                library.name,
                function.name
            );
        }
    }
    let _ = writeln!(
        out,
        "    const int64_t words[] = {{{list}}};\n    const int64_t word = call_words(\"{}\", \"{}\", words, {total});",
        library.name, function.name
    );
    if filled {
        let c = header::c_return(&function.returns);
        let fields: Vec<String> = match manifest.find_struct(&function.returns) {
            Some(one) => {
                let of = |(at, field): (usize, &Field)| from_word(&field.r#type, &format!("result[{at}]"));
                one.fields.iter().enumerate().map(of).collect()
            }
            None => vec!["pointer_of(result[0])".into(), "result[1]".into()],
        };
        let value = format!("({c}){{{}}}", fields.join(", "));
        let _ = match into {
            true => writeln!(out, "    *out = {value};\n    return truth_of(word);\n}}"),
            false => writeln!(out, "    (void)truth_of(word);\n    return {value};\n}}"),
        };
        return;
    }
    let _ = match function.returns.as_str() {
        "" => writeln!(out, "    (void)truth_of(word);\n}}"),
        "i64" if function.returns_handle.is_some() => {
            writeln!(out, "    return handle_result(word, \"{}\");\n}}", function.name)
        }
        other => writeln!(out, "    return {};\n}}", from_word(other, "word")),
    };
}

/// The C value of a word.
fn from_word(notation: &str, word: &str) -> String {
    match notation {
        "f64" => format!("float_of({word})"),
        "bool" => format!("truth_of({word})"),
        "text" => format!("pointer_of({word})"),
        _ => word.to_owned(),
    }
}
