//! JSON values.

mod value;

use crate::error::{Error, Result};
use ffi_core::{Consumed, Kind, Text, error::Category, json, memory};
use value::Value;

/// A value whose text is longer is freed at once.
const SMALL: usize = 4 << 10;

/// A JSON value.
pub struct Json {
    /// Null once it is being freed.
    value: Value,
    /// Bound of how deep its values are inside of each other.
    depth: usize,
    length: usize,
}

ffi_core::object!(Json, Kind::Json, Batched);

/// The value that `text` stands for.
pub fn parse(text: &str) -> Result<Json> {
    let read = json::with_room(text, || Value::parse(text)).flatten();
    let (value, depth) = read.map_err(|error| malformed(text, &error))?;
    Ok(Json { value, depth, length: text.len() })
}

/// Frees a value.
pub fn free(json: Consumed<Json>) {
    if json.length > SMALL {
        json.free_now();
    }
}

/// Checks that `text` is JSON that [`parse`] takes.
pub fn check(text: &str) -> Result<()> {
    json::check(text).map_err(|error| malformed(text, &error))
}

fn malformed(text: &str, error: &serde_json::Error) -> Error {
    match json::category(error) {
        Category::Limit => Error::Resources(error.to_string()),
        _ => Error::text("json", text, format!("which is not JSON: {error}")),
    }
}

impl Drop for Json {
    fn drop(&mut self) {
        let value = std::mem::replace(&mut self.value, Value::Null);
        // Where there is no thread, the stack may still do.
        let _ = json::with_stack(self.depth, || drop(value));
    }
}

impl Json {
    fn at(&self, pointer: &str) -> Result<&Value> {
        self.value.at(pointer).ok_or_else(|| Error::text("pointer", pointer, "where the value has nothing"))
    }

    /// A string's text, anything else as JSON.
    pub fn text(&self, pointer: &str) -> Result<String> {
        match self.at(pointer)? {
            Value::Text(text) => {
                let mut copy = String::new();
                memory::reserve_text(&mut copy, text.len())?;
                copy.push_str(text);
                Ok(copy)
            }
            other => self.written(other),
        }
    }

    /// All of it as JSON.
    pub fn whole(&self) -> Result<String> {
        self.written(&self.value)
    }

    fn written(&self, value: &Value) -> Result<String> {
        json::to_string(value, self.depth).map_err(|error| Error::Resources(error.to_string()))
    }

    /// A number.
    pub fn number(&self, pointer: &str) -> Result<f64> {
        let no_number = || Error::text("pointer", pointer, "where the value has no number");
        self.at(pointer)?.number().ok_or_else(no_number)
    }

    /// A kind of value.
    pub fn kind(&self, pointer: &str) -> Result<&'static str> {
        Ok(match self.at(pointer)? {
            Value::Null => "null",
            Value::Bool(_) => "bool",
            Value::Number(_) | Value::Large(_) => "number",
            Value::Text(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        })
    }

    /// Items or members.
    pub fn length(&self, pointer: &str) -> Result<i64> {
        match self.at(pointer)? {
            Value::Array(items) => Ok(items.len() as i64),
            Value::Object(members) => Ok(members.len() as i64),
            _ => Err(Error::text("pointer", pointer, "where the value has no array and no object")),
        }
    }

    /// Names of members.
    pub fn keys(&self, pointer: &str) -> Result<Vec<Text>> {
        match self.at(pointer)? {
            Value::Object(members) => Ok(members.keys().map(|key| Text::new(key)).collect()),
            _ => Err(Error::text("pointer", pointer, "where the value has no object")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_reach_values() {
        // The example of RFC 6901, 5.
        let json = parse(
            r#"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}"#,
        )
        .unwrap();
        let rfc = [
            ("/foo", r#"["bar","baz"]"#),
            ("/foo/0", "bar"),
            ("/", "0"),
            ("/a~1b", "1"),
            ("/c%d", "2"),
            ("/e^f", "3"),
            ("/g|h", "4"),
            ("/i\\j", "5"),
            ("/k\"l", "6"),
            ("/ ", "7"),
            ("/m~0n", "8"),
        ];
        for (pointer, value) in rfc {
            assert_eq!(json.text(pointer).unwrap(), value, "{pointer}");
        }
        assert_eq!(json.text("").unwrap(), json.whole().unwrap());
        assert_eq!((json.length("").unwrap(), json.length("/foo").unwrap()), (10, 2));
        assert_eq!((json.kind("").unwrap(), json.kind("/foo/1").unwrap()), ("object", "string"));
        assert_eq!(json.number("/m~0n").unwrap(), 8.0);
        assert!(
            json.text("/nothing").is_err() && json.length("/foo/0").is_err() && json.number("/foo").is_err()
        );
    }

    #[test]
    fn order_and_text_stay() {
        for text in
            [r#"{"z":1,"a":[true,null,-0.5,1e+300],"ü":"\u0001\n"}"#, "[]", "\"x\"", "18446744073709551615"]
        {
            assert_eq!(parse(text).unwrap().whole().unwrap(), text);
        }
    }

    #[test]
    fn integers_keep_their_digits() {
        let large = "123456789012345678901234567890";
        for text in [
            large,
            "-9223372036854775809",
            "18446744073709551616",
            "-9223372036854775808",
            r#"{"a":1.5,"b\"1e5":[18446744073709551616,-0.0,"99999999999999999999"],"c":-100000000000000000000}"#,
            "[1e+30,1000000000000000000000000000000,2.5,100000000000000000001]",
        ] {
            assert_eq!(parse(text).unwrap().whole().unwrap(), text);
            check(text).unwrap();
        }
        // Of two members of one name the last one counts, and numbers are still told apart.
        let json = parse(&format!("{{\"a\":1e2,\"a\":{large},\"b\":-0,\"c\":[{large}1]}}")).unwrap();
        assert_eq!(json.whole().unwrap(), format!("{{\"a\":{large},\"b\":-0.0,\"c\":[{large}1]}}"));
        assert_eq!(json.text("/a").unwrap(), large);
        assert_eq!(
            (json.kind("/a").unwrap(), json.number("/a").unwrap()),
            ("number", 1.234_567_890_123_456_8e29)
        );
    }

    #[test]
    fn what_no_double_and_no_text_holds_is_refused_everywhere() {
        let digits = "9".repeat(400);
        for text in [
            "1e400",
            "[-1e400]",
            "{\"a\":1E+999}",
            &digits,
            r#""\ud800""#,
            r#""\udc00x""#,
            r#"["\ud800\u0041"]"#,
            r#"{"\ud800":1}"#,
        ] {
            assert!(parse(text).is_err() && check(text).is_err(), "{text}");
        }
        for (text, same) in [("1e-400", "0.0"), (r#""\ud83e\udd9c""#, "\"🦜\""), ("1e308", "1e+308")] {
            assert_eq!(parse(text).unwrap().whole().unwrap(), same);
            check(text).unwrap();
        }
    }

    #[test]
    fn malformed_texts_are_refused_and_so_is_depth() {
        for text in ["", "{", "[1,]", "{\"a\":1,}", "nul", "'a'", "1 2", "NaN", "\"\\x\"", "01"] {
            assert!(parse(text).is_err() && check(text).is_err(), "{text}");
        }
        assert!(parse(&"[".repeat(100_000)).is_err() && check(&"[".repeat(100_000)).is_err());
        assert!(parse(&format!("{}{}", "[".repeat(127), "]".repeat(127))).is_ok());
    }
}
