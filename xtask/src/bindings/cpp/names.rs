//! Names in C++.

use crate::{
    abi::{Library, Struct},
    bindings::model::has_objects,
};

/// Names of ours that C++ has other uses for.
const KEYWORDS: &[&str] = &[
    "and",
    "auto",
    "bool",
    "break",
    "case",
    "catch",
    "char",
    "class",
    "const",
    "continue",
    "default",
    "delete",
    "do",
    "double",
    "else",
    "enum",
    "explicit",
    "export",
    "false",
    "float",
    "for",
    "friend",
    "goto",
    "if",
    "import",
    "inline",
    "int",
    "long",
    "module",
    "mutable",
    "namespace",
    "not",
    "operator",
    "or",
    "private",
    "protected",
    "public",
    "register",
    "return",
    "short",
    "signed",
    "static",
    "struct",
    "switch",
    "template",
    "this",
    "throw",
    "true",
    "try",
    "typedef",
    "union",
    "unsigned",
    "using",
    "virtual",
    "void",
    "volatile",
    "while",
    "xor",
];

/// `name`, or `name_` where C++ has another use for it; `new` is called `create`.
pub fn identifier(name: &str) -> String {
    match name {
        "new" => "create".to_owned(),
        _ if KEYWORDS.contains(&name) => format!("{name}_"),
        _ => name.to_owned(),
    }
}

/// `HttpResult` for `RtHttpResult`.
pub fn struct_name(name: &str) -> &str {
    name.strip_prefix("Rt").unwrap_or(name)
}

/// `player_stop` for `rt_audio_player_stop`.
pub fn plain(library: &Library, function: &str) -> String {
    let name = function.strip_prefix("rt_").unwrap_or(function);
    identifier(name.strip_prefix(&format!("{}_", library.name)).unwrap_or(name))
}

/// True for a struct that cannot be used as C has it: somebody must release its texts.
pub fn has_text(one: &Struct) -> bool {
    one.fields.iter().any(|field| field.r#type == "text")
}

/// True for a struct that is not C's: its texts are strings, and its handles objects.
pub fn is_own(one: &Struct) -> bool {
    has_text(one) || has_objects(one)
}
