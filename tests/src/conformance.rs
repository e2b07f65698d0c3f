//! The conformance vectors as a C program, each call spelled out.

use crate::whole_registers;
use serde_json::{Map, Value};
use std::{
    collections::BTreeMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use xtask::abi::{Function, Manifest, header};

/// The folder of the vectors.
pub fn folder() -> PathBuf {
    crate::folder().join("conformance")
}

/// The vector files, by their libraries' names.
pub fn files() -> Vec<Value> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder())
        .expect("the vectors' folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("a vector file");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The C program that makes the calls of `file`; its arguments are the folder for `tmp` and the repository.
pub fn program(manifest: &Manifest, file: &Value) -> String {
    let library = text(&file["library"]);
    let sequences = file["sequences"].as_array().expect("sequences");
    let mut out = String::from(include_str!("conformance_preface.c"));
    // Truth values are looked at as hosts without C types do.
    out.push_str(&whole_registers::declarations(manifest));
    for (place, sequence) in sequences.iter().enumerate() {
        Writer { manifest, library, bound: BTreeMap::new() }.sequence(&mut out, place, sequence);
    }
    let calls: usize = sequences.iter().map(|one| one["calls"].as_array().map_or(0, Vec::len)).sum();
    out.push_str("int main(int count, char **arguments) {\n    if (count < 3) return 2;\n");
    for place in 0..sequences.len() {
        let _ = writeln!(out, "    sequence_{place}(arguments[1], arguments[2]);");
    }
    let _ = writeln!(out, "    printf(\"calls {library} {calls}\\n\");\n    return 0;\n}}");
    out
}

struct Writer<'a> {
    manifest: &'a Manifest,
    library: &'a str,
    /// Names bound so far, and their types.
    bound: BTreeMap<String, String>,
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// A C string literal of any bytes; hexadecimal escapes end with the literal.
fn literal(bytes: &[u8]) -> String {
    let pieces = bytes.iter().map(|&byte| match byte {
        b'"' | b'\\' => format!("\\{}", byte as char),
        b'?' => "\\?".to_owned(),
        b' '..=b'~' => (byte as char).to_string(),
        _ => format!("\\{byte:03o}"),
    });
    format!("\"{}\"", pieces.collect::<String>())
}

fn unhex(text: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal");
    (0..text.len()).step_by(2).map(byte).collect()
}

fn integer(text: &str) -> String {
    if text == "-9223372036854775808" { "INT64_MIN".into() } else { format!("INT64_C({text})") }
}

fn float(value: &Value) -> String {
    match value {
        Value::Object(one) => match text(&one["f64"]) {
            "nan" => "NAN".into(),
            "inf" => "INFINITY".into(),
            "-inf" => "-INFINITY".into(),
            other => format!("{other}.0"),
        },
        number => format!("(double){number}"),
    }
}

impl Writer<'_> {
    fn sequence(mut self, out: &mut String, place: usize, sequence: &Value) {
        let _ = writeln!(out, "static void sequence_{place}(const char *v_tmp, const char *v_root) {{");
        let _ = writeln!(
            out,
            "    (void)v_tmp;\n    (void)v_root;\n    int64_t before = rt_native_live_handles();"
        );
        let name = text(&sequence["name"]);
        for (at, call) in sequence["calls"].as_array().expect("calls").iter().enumerate() {
            let label = format!("{}: {name}: call {at}: {}", self.library, text(&call["call"]));
            let _ = writeln!(out, "    where = {};", literal(label.as_bytes()));
            self.call(out, call);
        }
        for (name, kind) in &self.bound {
            if kind == "text" {
                let _ = writeln!(out, "    free(v_{name});");
            } else if kind.starts_with('[') {
                let _ = writeln!(out, "    {}(v_{name}.data, v_{name}.len);", array(kind).1);
            }
        }
        out.push_str("    no_more_than(before);\n}\n\n");
    }

    fn call(&mut self, out: &mut String, call: &Value) {
        let name = text(&call["call"]);
        let function = self.manifest.functions().find(|one| one.name == name);
        let function = function.unwrap_or_else(|| panic!("no function {name}"));
        let mut buffer = None;
        let mut arguments = Vec::new();
        for (param, value) in function.params.iter().zip(call["args"].as_array().expect("args")) {
            if let Some(size) = value.get("out") {
                buffer = Some(size.as_i64().expect("a size"));
            }
            arguments.push(self.argument(value, &param.r#type));
        }
        // What is bound outlives the block of the call.
        for (bound, kind) in bindings(&call["gives"], &function.returns, self.manifest) {
            if !self.bound.contains_key(&bound) {
                // A text is bound as a copy, wherever in a result it stands.
                let start = if kind == "text" { " = NULL" } else { "" };
                let _ = writeln!(out, "    {} v_{bound}{start};", header::c_return(&kind));
                let _ = writeln!(out, "    (void)v_{bound};");
            }
            self.bound.insert(bound, kind);
        }
        let repeat = call["repeat"].as_i64().unwrap_or(1);
        let _ = writeln!(out, "    for (int i = 0; i < {repeat}; i++) {{");
        if let Some(size) = buffer {
            let _ = writeln!(
                out,
                "        static uint8_t buffer[{}];\n        memset(buffer, 0, sizeof buffer);",
                size.max(1)
            );
        }
        if !call["error"].is_null() {
            let _ = writeln!(out, "        rt_{}_clear_error();", self.library);
        }
        let whole = function.returns == "bool";
        let called = if whole { whole_registers::name(name) } else { name.to_owned() };
        let made = format!("{called}({})", arguments.join(", "));
        if function.returns.is_empty() {
            let _ = writeln!(out, "        {made};");
        } else {
            let _ = writeln!(
                out,
                "        {} r = {made};\n        (void)r;",
                if whole { "int64_t" } else { header::c_return(&function.returns) }
            );
            if call.get("gives").is_some() {
                self.check(out, "r", &function.returns, &call["gives"]);
            }
            let kept = self.keeps(&call["gives"]);
            self.release(out, function, kept);
        }
        if !call["error"].is_null() {
            let _ = writeln!(out, "        char *e = rt_{}_get_last_error();", self.library);
            self.check(out, "e", "text", &call["error"]);
            out.push_str("        rt_text_free(e);\n");
        }
        if let (Some(size), Some(wanted)) = (buffer, call.get("out")) {
            let _ = writeln!(out, "        RtBytes o = {{buffer, {size}}};");
            self.check(out, "o", "[u8]", wanted);
        }
        out.push_str("    }\n");
    }

    /// Tells whether the whole result stays bound.
    fn keeps(&self, wanted: &Value) -> bool {
        let every = wanted.get("every").and_then(Value::as_array).into_iter().flatten();
        wanted.get("bind").is_some() || every.into_iter().any(|one| one.get("bind").is_some())
    }

    fn release(&self, out: &mut String, function: &Function, kept: bool) {
        match function.returns.as_str() {
            "text" => out.push_str("        rt_text_free(r);\n"),
            kind if kind.starts_with('[') && !kept => {
                let _ = writeln!(out, "        {}(r.data, r.len);", array(kind).1);
            }
            kind => {
                let fields = self.manifest.find_struct(kind).into_iter().flat_map(|one| &one.fields);
                for field in fields.filter(|field| field.r#type == "text") {
                    let _ = writeln!(out, "        rt_text_free(r.{});", field.name);
                }
            }
        }
    }

    fn argument(&self, value: &Value, kind: &str) -> String {
        if let Some(name) = value.get("var").and_then(Value::as_str) {
            return if kind.starts_with('[') {
                format!("v_{name}.data, v_{name}.len")
            } else {
                format!("v_{name}")
            };
        }
        match kind {
            "i64" => match value.get("i64") {
                Some(number) => integer(text(number)),
                None => integer(&value.to_string()),
            },
            "f64" => float(value),
            "bool" => value.to_string(),
            "text" => self.text(value),
            "[u8 out]" => match value.get("out") {
                Some(size) => format!("buffer, {size}"),
                None => "NULL, 0".into(),
            },
            _ if value.is_null() && kind.starts_with('[') => "NULL, 0".into(),
            "[u8]" => {
                let bytes = unhex(text(&value["hex"]));
                format!("(const uint8_t *){}, {}", literal(&bytes), bytes.len())
            }
            _ if value.is_null() => "NULL".into(),
            _ => self.items(value, kind),
        }
    }

    fn items(&self, value: &Value, kind: &str) -> String {
        let times = value["times"].as_u64().unwrap_or(1) as usize;
        let items = value.get("items").unwrap_or(value).as_array().expect("an array");
        let (item, c) = match kind {
            "[f64]" => ("f64", "double"),
            "[i64]" => ("i64", "int64_t"),
            _ => ("text", "char *const"),
        };
        if items.is_empty() {
            return "NULL, 0".into();
        }
        let each: Vec<String> = items.iter().map(|one| self.argument(one, item)).collect();
        if times > 1 {
            return format!("filled({}, {times}), {times}", each[0]);
        }
        format!("(const {c}[]){{{}}}, {}", each.join(", "), items.len())
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Null => "NULL".into(),
            Value::String(plain) => literal(plain.as_bytes()),
            Value::Object(one) if one.contains_key("bytes") => literal(&unhex(text(&one["bytes"]))),
            Value::Object(one) => match &one["text"] {
                Value::Array(pieces) => self.joined(pieces),
                plain => format!(
                    "times({}, {})",
                    literal(text(plain).as_bytes()),
                    one.get("times").unwrap_or(&1.into())
                ),
            },
            other => panic!("{other} is no text"),
        }
    }

    fn joined(&self, pieces: &[Value]) -> String {
        let mut format = String::new();
        let mut values = String::new();
        for piece in pieces {
            match piece {
                Value::String(plain) => format.push_str(&plain.replace('%', "%%")),
                one => {
                    let name = text(&one["var"]);
                    let number = self.bound.get(name).is_some_and(|kind| kind != "text");
                    format.push_str(if number { "%lld" } else { "%s" });
                    let cast = if number { "(long long)" } else { "" };
                    let _ = write!(values, ", {cast}v_{name}");
                }
            }
        }
        format!("joined({}{values})", literal(format.as_bytes()))
    }

    fn expect(&self, out: &mut String, condition: &str) {
        let _ = writeln!(out, "        EXPECT({condition});");
    }

    /// Statements that end the program where `x` is not what is wanted.
    fn check(&self, out: &mut String, x: &str, kind: &str, wanted: &Value) {
        match wanted {
            Value::Object(one) => self.operators(out, x, kind, one),
            Value::Array(items) => {
                self.expect(out, &format!("{x}.len == {}", items.len()));
                for (at, item) in items.iter().enumerate() {
                    self.check(out, &format!("{x}.data[{at}]"), array(kind).0, item);
                }
            }
            _ => self.expect(out, &self.equal(x, kind, wanted)),
        }
    }

    fn equal(&self, x: &str, kind: &str, wanted: &Value) -> String {
        match (kind, wanted) {
            ("text", Value::String(plain)) => {
                format!("is_text({x}, {}, {})", literal(plain.as_bytes()), plain.len())
            }
            ("i64", number) => format!("{x} == {}", integer(&number.to_string())),
            ("f64", number) => format!("{x} == {}", float(number)),
            _ => format!("{x} == {wanted}"),
        }
    }

    fn operators(&self, out: &mut String, x: &str, kind: &str, wanted: &Map<String, Value>) {
        for (key, value) in wanted {
            match key.as_str() {
                "handle" => {
                    self.expect(out, &format!("{x} > 0"));
                    let _ = writeln!(out, "        v_{} = {x};", text(value));
                }
                "bind" if kind == "text" => {
                    let _ = writeln!(out, "        free(v_{0});\n        v_{0} = copied({x});", text(value));
                }
                "bind" => {
                    let _ = writeln!(out, "        v_{} = {x};", text(value));
                }
                "as" => self.check(out, x, kind, value),
                "by" => {}
                "each" => {
                    let _ = writeln!(out, "        for (int64_t k = 0; k < {x}.len; k++) {{");
                    self.check(out, &format!("{x}.data[k]"), array(kind).0, value);
                    out.push_str("        }\n");
                }
                "at" => {
                    for (at, item) in value.as_object().expect("places") {
                        self.expect(out, &format!("{at} < {x}.len"));
                        self.check(out, &format!("{x}.data[{at}]"), array(kind).0, item);
                    }
                }
                "fields" => {
                    let one = self.manifest.find_struct(kind).expect("a struct");
                    for (name, item) in value.as_object().expect("fields") {
                        let field = one.fields.iter().find(|field| field.name == *name).expect("a field");
                        self.check(out, &format!("{x}.{name}"), &field.r#type, item);
                    }
                }
                "every" => {
                    value.as_array().expect("results").iter().for_each(|one| self.check(out, x, kind, one))
                }
                _ => self.expect(out, &self.condition(x, kind, key, value, wanted)),
            }
        }
    }

    fn condition(
        &self,
        x: &str,
        kind: &str,
        key: &str,
        value: &Value,
        wanted: &Map<String, Value>,
    ) -> String {
        match key {
            "i64" => format!("{x} == {}", integer(text(value))),
            "f64" if value == "nan" => format!("isnan({x})"),
            "f64" => format!("{x} == {}", float(&serde_json::json!({ "f64": value }))),
            "var" if kind == "text" => format!("strcmp({x}, v_{}) == 0", text(value)),
            "var" => format!("{x} == v_{}", text(value)),
            "text" => format!("strcmp({x}, {}) == 0", self.joined(value.as_array().expect("pieces"))),
            "near" => format!("fabs((double){x} - {value}) <= {}", wanted["by"]),
            "from" => format!("{x} >= {value}"),
            "to" => format!("{x} <= {value}"),
            "contains" => format!("strstr({x}, {}) != NULL", literal(text(value).as_bytes())),
            "starts" => {
                let start = text(value);
                format!("strncmp({x}, {}, {}) == 0", literal(start.as_bytes()), start.len())
            }
            "hex" => {
                let bytes = unhex(text(value));
                format!("is_bytes({x}, {}, {})", literal(&bytes), bytes.len())
            }
            "length" => {
                let length = if kind == "text" { format!("rt_text_len({x})") } else { format!("{x}.len") };
                match value.get("var") {
                    Some(name) => format!("{length} == v_{}", text(name)),
                    None => format!("{length} == {value}"),
                }
            }
            "not" => match value {
                Value::Object(one) => {
                    let (key, value) = one.iter().next().expect("a result");
                    format!("!({})", self.condition(x, kind, key, value, one))
                }
                plain => format!("!({})", self.equal(x, kind, plain)),
            },
            other => panic!("no result is called {other}"),
        }
    }
}

/// An array's item type, and what releases it.
fn array(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "[f64]" => ("f64", "rt_f64_array_free"),
        "[i64]" => ("i64", "rt_i64_array_free"),
        "[u8]" => ("i64", "rt_bytes_free"),
        "[text]" => ("text", "rt_text_array_free"),
        other => panic!("{other} is no array"),
    }
}

/// The names that a result binds, and their types.
fn bindings(wanted: &Value, kind: &str, manifest: &Manifest) -> Vec<(String, String)> {
    let Value::Object(one) = wanted else { return Vec::new() };
    let mut names = Vec::new();
    for (key, value) in one {
        match key.as_str() {
            "handle" | "bind" => names.push((text(value).to_owned(), kind.to_owned())),
            "every" => {
                value
                    .as_array()
                    .into_iter()
                    .flatten()
                    .for_each(|one| names.extend(bindings(one, kind, manifest)));
            }
            "fields" => {
                let fields = manifest.find_struct(kind).into_iter().flat_map(|one| &one.fields);
                for field in fields {
                    names.extend(bindings(&value[&field.name], &field.r#type, manifest));
                }
            }
            _ => {}
        }
    }
    names
}
