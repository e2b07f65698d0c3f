//! Callers in C for each shape of exported function: what extensions of languages call the archive by. A shape is the
//! letter of the result, a colon, and those of the parameters, as C has them.

use super::{docs::NOTICE, model::Model};
use crate::abi::Function;
use std::{collections::BTreeSet, fmt::Write};

/// `shapes.h`, which an extension includes.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let functions = model.libraries.iter().flat_map(|one| &one.library.functions);
    let shapes: BTreeSet<String> =
        functions.filter(|one| model.returned_struct(one).is_none()).map(shape).collect();
    let most = shapes.iter().map(|shape| shape.len() - 2).max().unwrap_or(0);
    let mut out =
        format!("/* {NOTICE} */\n\n{TYPES}\n/* Of a function. */\n#define MOST_PARAMETERS {most}\n");
    for shape in &shapes {
        caller(&mut out, shape);
    }
    out.push_str("\n/* In the order of their shapes. */\nstatic const Shape SHAPES[] = {\n");
    for shape in &shapes {
        let _ = writeln!(out, "    {{\"{shape}\", {}}},", name(shape));
    }
    out.push_str("};\n");
    vec![("shapes.h".to_owned(), out)]
}

const TYPES: &str = "\
/* What goes into a function and comes out: i, an integer; d, a float; b, a truth; p, a pointer; a, an array, which is
 * two parameters, a pointer and an integer, where it goes in. v is nothing. */
typedef struct {
    void *data;
    int64_t len;
} Array;

typedef union {
    int64_t i;
    double d;
    bool b;
    void *p;
    Array a;
} Value;

/* Calls a function of its shape. */
typedef void (*Caller)(void *function, const Value *given, Value *result);

typedef struct {
    /* The result's letter, a colon, the parameters'. */
    const char *letters;
    Caller caller;
} Shape;
";

fn shape(function: &Function) -> String {
    let given = function.params.iter().map(|param| letters(&param.r#type, "pi"));
    let result = if function.returns.is_empty() { "v" } else { letters(&function.returns, "a") };
    format!("{result}:{}", given.collect::<String>())
}

fn letters(notation: &str, array: &'static str) -> &'static str {
    match notation {
        "i64" => "i",
        "f64" => "d",
        "bool" => "b",
        notation if notation.starts_with('[') => array,
        _ => "p",
    }
}

fn name(shape: &str) -> String {
    format!("call_{}", shape.replace(':', "_"))
}

fn c_type(letter: char) -> &'static str {
    match letter {
        'i' => "int64_t",
        'd' => "double",
        'b' => "bool",
        'p' => "void *",
        'a' => "Array",
        _ => "void",
    }
}

fn caller(out: &mut String, shape: &str) {
    let (result, given) = shape.split_once(':').unwrap_or((shape, ""));
    let result = result.chars().next().unwrap_or('v');
    let types: Vec<&str> = given.chars().map(c_type).collect();
    let types = if types.is_empty() { "void".to_owned() } else { types.join(", ") };
    let values: Vec<String> =
        given.chars().enumerate().map(|(at, letter)| format!("given[{at}].{letter}")).collect();
    let unused = match (given.is_empty(), result) {
        (true, 'v') => "    (void)given, (void)result;\n",
        (true, _) => "    (void)given;\n",
        (false, 'v') => "    (void)result;\n",
        _ => "",
    };
    let assigned = if result == 'v' { String::new() } else { format!("result->{result} = ") };
    let _ = write!(
        out,
        "\nstatic void {}(void *function, const Value *given, Value *result) {{\n{unused}    \
         {assigned}(({} (*)({types}))function)({});\n}}\n",
        name(shape),
        c_type(result),
        values.join(", ")
    );
}
