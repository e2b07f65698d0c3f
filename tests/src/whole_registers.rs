//! Functions that return `bool`, called as ones that return `int64_t`: hosts without C types look at the whole
//! register.

use std::fmt::Write;
use xtask::abi::{Function, Manifest, Parameter, header};

/// What a function is called when the whole register is looked at.
pub fn name(function: &str) -> String {
    format!("whole_{function}")
}

/// Declares, for every exported function that returns `bool`, `int64_t whole_NAME(…)` as the same function.
pub fn declarations(manifest: &Manifest) -> String {
    let mut out = String::from(
        "\n#define TEXT_OF(name) #name\n#define PREFIX_TEXT(name) TEXT_OF(name)\n\
         #define LABEL(name) __asm__(PREFIX_TEXT(__USER_LABEL_PREFIX__) name)\n",
    );
    for function in manifest.functions() {
        if function.returns == "bool" {
            declare(&mut out, &function.name, &header::prototype(function));
        }
        if let Some(into) = &function.into {
            declare(&mut out, into, &header::into_prototype(function, into));
        }
    }
    out.push('\n');
    out
}

fn declare(out: &mut String, function: &str, prototype: &str) {
    let parameters = prototype.strip_prefix("bool ").and_then(|rest| rest.strip_prefix(function));
    let parameters = parameters.unwrap_or_else(|| panic!("{prototype} is not {function}'s"));
    let _ = writeln!(out, "int64_t {}{parameters} LABEL(\"{function}\");", name(function));
}

/// A program that calls each of them with nothing: what has an argument that can be refused has to fail.
pub fn program(manifest: &Manifest) -> String {
    let mut out = String::from("#include \"simple_native.h\"\n#include <stdio.h>\n");
    out.push_str(&declarations(manifest));
    out.push_str(
        "static int wrong;\n\nstatic void look(const char *name, int64_t seen, int fails) {\n    \
         if (seen == 0 || (seen == 1 && !fails)) return;\n    \
         printf(\"%s: the register holds %#llx\\n\", name, (unsigned long long)seen);\n    wrong = 1;\n}\n\n\
         int main(void) {\n    int calls = 0;\n",
    );
    for function in manifest.functions() {
        let nothing: Vec<&str> = function.params.iter().flat_map(nothing).copied().collect();
        if function.returns == "bool" {
            let fails = i32::from(function.params.iter().any(|param| refuses_nothing(function, param)));
            call(&mut out, &function.name, &nothing, fails);
        }
        if let Some(into) = &function.into {
            call(&mut out, into, &[&nothing[..], &["NULL"]].concat(), 1);
        }
    }
    out.push_str("    printf(\"%d functions\\n\", calls);\n    return wrong;\n}\n");
    out
}

fn call(out: &mut String, function: &str, arguments: &[&str], fails: i32) {
    let whole = name(function);
    let arguments = arguments.join(", ");
    let _ = writeln!(out, "    look(\"{function}\", {whole}({arguments}), {fails});\n    calls++;");
}

fn nothing(param: &Parameter) -> &'static [&'static str] {
    match param.r#type.as_str() {
        "i64" => &["0"],
        "f64" => &["0.0"],
        "bool" => &["false"],
        array if array.starts_with('[') => &["NULL", "0"],
        _ => &["NULL"],
    }
}

/// Whether 0 or NULL is no argument for it: a handle (but for one that may be 0), a text.
fn refuses_nothing(function: &Function, param: &Parameter) -> bool {
    let text = param.r#type == "text" && param.ownership.as_deref() != Some("consumed");
    text || param.handle.is_some() && function.params.first().is_some_and(|first| first.name == param.name)
}
