//! What things are called in C++.

use crate::abi::manifest::{Library, Struct};
use std::collections::BTreeSet;

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

/// The kinds of handles that a library's functions take or return.
pub fn kinds(library: &Library) -> Vec<&str> {
    let taken =
        library.functions.iter().flat_map(|one| one.params.iter().filter_map(|p| p.handle.as_deref()));
    let made = library.functions.iter().filter_map(|one| one.returns_handle.as_deref());
    taken.chain(made).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The words of a kind, the library's own name left out: "audio engine" is `engine` in `audio`.
fn words<'a>(library: &Library, kind: &'a str) -> Vec<&'a str> {
    let words: Vec<&str> = kind.split(' ').collect();
    if words.len() > 1 && words[0] == library.name { words[1..].to_vec() } else { words }
}

/// `PathBuilder` for "path builder".
pub fn class(library: &Library, kind: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    words(library, kind).into_iter().map(capital).collect()
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

/// The same as a method of `kind`: `stop`.
pub fn method(library: &Library, kind: &str, function: &str) -> String {
    let plain = plain(library, function);
    let prefix = words(library, kind).join("_") + "_";
    identifier(plain.strip_prefix(&prefix).unwrap_or(&plain))
}

/// True for a struct that cannot be used as C has it: somebody must release its texts.
pub fn has_text(one: &Struct) -> bool {
    one.fields.iter().any(|field| field.r#type == "text")
}
