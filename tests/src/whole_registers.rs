//! Functions that return `bool`, called as ones that return `int64_t`: hosts without C types look at the whole
//! register.

use std::fmt::Write;
use xtask::abi::{Manifest, Parameter, header};

/// Name of a function's declaration by which the whole register is looked at.
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
            let fails = function.params.iter().any(refuses_null);
            call(&mut out, &function.name, &nothing, fails.into());
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

/// Tells whether it is a text, of which NULL is none.
fn refuses_null(param: &Parameter) -> bool {
    param.r#type == "text" && param.ownership.as_deref() != Some("consumed") && !param.from_archive
}
