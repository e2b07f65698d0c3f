//! Python's extension: a C function for each shape of exported function, which `calls.c` includes.

use super::{docs::NOTICE, model::Model, python::shapes};
use std::fmt::Write;

pub fn files(model: &Model) -> Vec<(String, String)> {
    let mut out = format!(
        "/* A caller for each shape of function: a letter for what it returns, a colon, and those of its parameters.\n * \
         {NOTICE} */\n"
    );
    let shapes = shapes(model);
    for shape in &shapes {
        caller(&mut out, shape);
    }
    out.push_str("\n/* In the order of their shapes. */\nstatic const Caller CALLERS[] = {\n");
    for shape in &shapes {
        let _ = writeln!(out, "    {{\"{shape}\", (PyCFunction)(void (*)(void)){}}},", name(shape));
    }
    out.push_str("};\n");
    vec![("signatures.h".to_owned(), out)]
}

fn name(shape: &str) -> String {
    format!("call_{}", shape.replace(':', "_"))
}

/// A parameter's type, the function that reads it, and its type in C's signature.
fn parameter(code: char) -> (&'static str, &'static str, &'static str) {
    match code {
        'i' => ("int64_t", "integer", "int64_t"),
        'd' => ("double", "number", "double"),
        'b' => ("bool", "truth", "bool"),
        't' => ("const char *", "text", "const char *"),
        'a' => ("void *", "address", "void *"),
        'B' => ("Data", "data", "const void *, int64_t"),
        other => unreachable!("a parameter {other}"),
    }
}

/// A result's type, and what makes Python's object of it.
fn result(code: char) -> (&'static str, &'static str) {
    match code {
        'i' => ("int64_t", "PyLong_FromLongLong"),
        'd' => ("double", "PyFloat_FromDouble"),
        'b' => ("bool", "PyBool_FromLong"),
        't' => ("void *", "taken_text"),
        'o' => ("void *", "taken_optional_text"),
        'B' => ("Bytes", "taken_bytes"),
        'F' => ("F64Array", "taken_f64_array"),
        'I' => ("I64Array", "taken_i64_array"),
        'T' => ("TextArray", "taken_text_array"),
        'O' => ("TextArray", "taken_optional_text_array"),
        other => unreachable!("a result {other}"),
    }
}

fn caller(out: &mut String, shape: &str) {
    let (returned, codes) = shape.split_once(':').unwrap_or((shape, ""));
    let returned = returned.chars().next().filter(|&code| code != 'v').map(result);
    let _ = writeln!(
        out,
        "\nstatic PyObject *{}(PyObject *self, PyObject *const *args, Py_ssize_t count) {{",
        name(shape)
    );
    let (mut read, mut types, mut given, mut kept) = (String::new(), Vec::new(), Vec::new(), Vec::new());
    for (at, code) in codes.chars().enumerate() {
        let (r#type, reader, signature) = parameter(code);
        let space = if r#type.ends_with('*') { "" } else { " " };
        let none = if code == 'B' { "{NULL, 0, NULL}" } else { "0" };
        let _ = writeln!(out, "    {type}{space}a{at} = {none};");
        let _ = write!(read, " && {reader}(args[{at}], &a{at})");
        types.push(signature);
        given.push(if code == 'B' { format!("a{at}.data, a{at}.len") } else { format!("a{at}") });
        if code == 'B' {
            kept.push(at);
        }
    }
    let types = if types.is_empty() { "void".to_owned() } else { types.join(", ") };
    let (r#type, made) = returned
        .map_or(("void", "nothing()".to_owned()), |(r#type, maker)| (r#type, format!("{maker}(result)")));
    let result = if returned.is_some() { format!("{type} result;\n        ") } else { String::new() };
    let assigned = if returned.is_some() { "result = " } else { "" };
    let unused = if codes.is_empty() { "    (void)args;\n" } else { "" };
    let _ = write!(
        out,
        "    PyObject *made = NULL;\n{unused}    \
             const Function *function = called(self, count, {});\n    \
             if (function{read}) {{\n        \
                 {result}Py_BEGIN_ALLOW_THREADS\n        \
                 {assigned}(({type} (*)({types}))function->address)({});\n        \
                 Py_END_ALLOW_THREADS\n        \
                 made = {made};\n    \
             }}\n",
        codes.chars().count(),
        given.join(", "),
    );
    for at in kept {
        let _ = writeln!(out, "    Py_XDECREF(a{at}.kept);");
    }
    out.push_str("    return made;\n}\n");
}
