//! Callers in C for each shape of exported function: what extensions of languages call the archive by. A shape is the
//! letter of the result or its struct's name, a colon, and the letters of the parameters, as C has them.

use super::{docs::NOTICE, model::Model};
use crate::abi::{Function, Struct};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// `shapes.h`, which an extension includes.
pub fn files(model: &Model) -> Vec<(String, String)> {
    let functions = model.libraries.iter().flat_map(|one| &one.library.functions);
    let shapes: BTreeSet<String> = functions.map(shape).collect();
    let given = shapes.iter().filter_map(|shape| shape.split_once(':'));
    let most = given.map(|(_, given)| given.len()).max().unwrap_or(0);
    let structs: BTreeMap<&str, &Struct> = model
        .libraries
        .iter()
        .flat_map(|one| &one.library.structs)
        .map(|one| (one.name.as_str(), one))
        .collect();
    let mut out = format!("/* {NOTICE} */\n\n{VALUES}");
    for one in structs.values() {
        structure(&mut out, one);
    }
    let members: Vec<String> = structs.keys().map(|name| format!("    {name} {name};\n")).collect();
    let _ = write!(
        out,
        "\ntypedef union {{\n    Value value;\n{}}} Result;\n{CALLERS}\n/* Of a function. */\n#define MOST_PARAMETERS {most}\n",
        members.concat()
    );
    for shape in &shapes {
        caller(&mut out, shape);
    }
    out.push_str("\n/* In the order of their shapes. */\nstatic const Shape SHAPES[] = {\n");
    for shape in &shapes {
        let _ = writeln!(out, "    {{\"{shape}\", {}}},", name(shape));
    }
    out.push_str("};\n\n/* In the order of their names. */\nstatic const Structure STRUCTURES[] = {\n");
    for (name, one) in &structs {
        let _ = writeln!(out, "    {{\"{name}\", {name}_FIELDS, {}}},", one.fields.len());
    }
    out.push_str("};\n");
    out.push_str(LOOKING_UP);
    vec![("shapes.h".to_owned(), out)]
}

const VALUES: &str = "\
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

typedef struct {
    const char *name;
    char letter;
    size_t offset;
} Field;

typedef struct {
    const char *name;
    const Field *fields;
    size_t count;
} Structure;
";

/// What extensions ask of it all; where the archive's own functions are, they are told.
const LOOKING_UP: &str = "
static int compare_letters(const void *letters, const void *shape) {
    return strcmp(letters, ((const Shape *)shape)->letters);
}

/* What calls functions of this shape; NULL where no function has it. */
static Caller caller_of_shape(const char *letters) {
    const Shape *shape =
        bsearch(letters, SHAPES, sizeof SHAPES / sizeof SHAPES[0], sizeof SHAPES[0], compare_letters);
    return shape ? shape->caller : NULL;
}

/* What is returned is measured and released by these. */
static int64_t (*text_len)(const void *);
static bool (*text_is_none)(const void *);
static void (*text_free)(void *);
static void (*f64_array_free)(void *, int64_t);
static void (*i64_array_free)(void *, int64_t);
static void (*bytes_free)(void *, int64_t);
static void (*text_array_free)(void *, int64_t);
";

const CALLERS: &str = "
/* Calls a function of its shape. */
typedef void (*Caller)(void *function, const Value *given, Result *result);

typedef struct {
    /* The result's letter or its struct's name, a colon, the parameters' letters. */
    const char *letters;
    Caller caller;
} Shape;
";

fn structure(out: &mut String, one: &Struct) {
    let name = &one.name;
    let _ = writeln!(out, "\ntypedef struct {{");
    for field in &one.fields {
        let letter = letters(&field.r#type, "a").chars().next().unwrap_or('p');
        let space = if letter == 'p' { "" } else { " " };
        let _ = writeln!(out, "    {}{space}{};", c_type(letter), field.name);
    }
    let _ = writeln!(out, "}} {name};\n\nstatic const Field {name}_FIELDS[] = {{");
    for field in &one.fields {
        let letter = letters(&field.r#type, "a");
        let _ = writeln!(out, "    {{\"{0}\", '{letter}', offsetof({name}, {0})}},", field.name);
    }
    out.push_str("};\n");
}

/// What runtimes of languages know a result by: a letter, or the name of a struct.
pub fn result_code(notation: &str) -> &str {
    match notation {
        "" => "v",
        "i64" => "i",
        "f64" => "d",
        "bool" => "b",
        "text" => "t",
        "[f64]" => "F",
        "[i64]" => "I",
        "[u8]" => "B",
        "[text]" => "T",
        other => other,
    }
}

/// The letter of a result that may be nothing, where the function's result can.
pub fn optional_code(function: &Function) -> Option<&'static str> {
    match function.returns.as_str() {
        "text" if function.optional => Some("o"),
        "[text]" if function.optional => Some("O"),
        _ => None,
    }
}

fn shape(function: &Function) -> String {
    let given = function.params.iter().map(|param| letters(&param.r#type, "pi"));
    let result = match function.returns.as_str() {
        "" => "v",
        name if name.starts_with("Rt") => name,
        notation => letters(notation, "a"),
    };
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
    let types: Vec<&str> = given.chars().map(c_type).collect();
    let types = if types.is_empty() { "void".to_owned() } else { types.join(", ") };
    let values: Vec<String> =
        given.chars().enumerate().map(|(at, letter)| format!("given[{at}].{letter}")).collect();
    let unused = match (given.is_empty(), result) {
        (true, "v") => "    (void)given, (void)result;\n",
        (true, _) => "    (void)given;\n",
        (false, "v") => "    (void)result;\n",
        _ => "",
    };
    let (returned, assigned) = match result {
        "v" => ("void", String::new()),
        name if name.starts_with("Rt") => (name, format!("result->{name} = ")),
        letter => (c_type(letter.chars().next().unwrap_or('p')), format!("result->value.{letter} = ")),
    };
    let _ = write!(
        out,
        "\nstatic void {}(void *function, const Value *given, Result *result) {{\n{unused}    \
         {assigned}(({returned} (*)({types}))function)({});\n}}\n",
        name(shape),
        values.join(", ")
    );
}
