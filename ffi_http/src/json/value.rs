//! JSON values as they were written.
//!
//! serde_json says what is JSON. It makes doubles of integers that 64 bits do not hold, so those are read from the
//! text once more, in the order in which it comes by them.

use indexmap::IndexMap;
use serde::{
    Deserializer, Serialize, Serializer,
    de::{DeserializeSeed, MapAccess, SeqAccess, Visitor},
};
use serde_json::{Number, value::RawValue};
use std::{
    cell::{Cell, RefCell},
    fmt::{self, Formatter},
};

/// A JSON value.
pub enum Value {
    Null,
    Bool(bool),
    Number(Number),
    /// An integer that 64 bits do not hold, with its digits.
    Large(Box<RawValue>),
    Text(String),
    Array(Vec<Value>),
    Object(IndexMap<String, Value>),
}

impl Value {
    /// The value that `text` stands for, and how deep values are inside of each other in it.
    pub fn parse(text: &str) -> serde_json::Result<(Self, usize)> {
        let doubles = RefCell::new(Doubles { text, at: 0 });
        let deepest = Cell::new(0);
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let seed = Seed { doubles: &doubles, deepest: &deepest, depth: 0 };
        let value = seed.deserialize(&mut deserializer)?;
        deserializer.end()?;
        Ok((value, deepest.get()))
    }

    /// The value at `pointer` (RFC 6901).
    pub fn at(&self, pointer: &str) -> Option<&Self> {
        let Some(path) = pointer.strip_prefix('/') else {
            return pointer.is_empty().then_some(self);
        };
        path.split('/').map(|token| token.replace("~1", "/").replace("~0", "~")).try_fold(
            self,
            |value, token| match value {
                Self::Object(members) => members.get(&token),
                Self::Array(items) => items.get(index(&token)?),
                _ => None,
            },
        )
    }

    /// A number, as the nearest double.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            Self::Large(digits) => digits.get().parse().ok(),
            _ => None,
        }
    }
}

/// The place in an array: no sign, and no zero before other digits.
fn index(token: &str) -> Option<usize> {
    let plain = token == "0" || !token.starts_with(['0', '+']);
    plain.then(|| token.parse().ok())?
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::Large(digits) => digits.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => serializer.collect_map(members),
        }
    }
}

/// The numbers of a text of which serde_json makes doubles, one after the other.
struct Doubles<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Doubles<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            let begin = self.at;
            self.at += 1;
            match byte {
                b'"' => {
                    while *bytes.get(self.at)? != b'"' {
                        self.at += if bytes[self.at] == b'\\' { 2 } else { 1 };
                    }
                    self.at += 1;
                }
                b'-' | b'0'..=b'9' => {
                    let of_number =
                        |byte: &u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
                    self.at += bytes[self.at..].iter().take_while(|byte| of_number(byte)).count();
                    let number = &self.text[begin..self.at];
                    let fits = number.parse::<u64>().is_ok() || number.parse::<i64>().is_ok();
                    if !fits || number == "-0" {
                        return Some(number);
                    }
                }
                _ => {}
            }
        }
        None
    }
}

#[derive(Clone, Copy)]
struct Seed<'s, 't> {
    doubles: &'s RefCell<Doubles<'t>>,
    deepest: &'s Cell<usize>,
    depth: usize,
}

impl Seed<'_, '_> {
    /// For what is inside.
    fn deeper(self) -> Self {
        let depth = self.depth + 1;
        self.deepest.set(self.deepest.get().max(depth));
        Self { depth, ..self }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = Value;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        let written = self.doubles.borrow_mut().next().unwrap_or_default();
        if written != "-0" && !written.is_empty() && !written.contains(['.', 'e', 'E']) {
            return RawValue::from_string(written.to_owned()).map(Value::Large).map_err(E::custom);
        }
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("number out of range"))
    }
    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let (mut items, inside) = (Vec::new(), self.deeper());
        while let Some(item) = from.next_element_seed(inside)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Value, A::Error> {
        let (mut members, inside) = (IndexMap::new(), self.deeper());
        while let Some(name) = from.next_key::<String>()? {
            members.insert(name, from.next_value_seed(inside)?);
        }
        Ok(Value::Object(members))
    }
}
