//! Exported functions called by name with JSON arguments: what `calls!` makes its thunks of. A thunk calls the
//! C function itself, so that what is called this way goes through the same checks as a call from C.

use crate::{
    array::{RtBytes, RtF64Array, RtI64Array, RtTextArray},
    memory::{OutOfMemory, reserve},
    text,
};
use serde_json::{Map, Value, json};
use std::{
    ffi::{c_char, c_void},
    fmt::{self, Write},
    ptr,
};

/// A function that can be called by name.
pub struct Call {
    /// The function's name.
    pub name: &'static str,
    /// Number of arguments; an array is one.
    pub arity: usize,
    /// Calls it.
    pub thunk: fn(&[Value]) -> Result<Value, CallError>,
}

/// Why a call by name is not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs)]
pub enum CallError {
    #[error("`{name}` is {found}, where {expected} belongs")]
    Type { name: &'static str, found: String, expected: &'static str },
    #[error("`{name}` holds a NUL, which no text of C can")]
    Nul { name: &'static str },
    #[error("`{name}` is memory of the host, which only null can stand for here")]
    Memory { name: &'static str },
    #[error(transparent)]
    OutOfMemory(#[from] OutOfMemory),
}

/// The largest `[u8 out]` buffer.
const LARGEST_OUT: u64 = 64 << 20;
const LONGEST_SHOWN: usize = 60;

fn wrong(name: &'static str, value: &Value, expected: &'static str) -> CallError {
    let mut shown = Beginning(String::new());
    if write!(shown, "{value}").is_err() {
        shown.0.push('…');
    }
    CallError::Type { name, found: shown.0, expected }
}

/// Takes the first bytes of what is written, whole characters, and then fails.
struct Beginning(String);

impl fmt::Write for Beginning {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let left = LONGEST_SHOWN - self.0.len();
        if text.len() <= left {
            self.0.push_str(text);
            return Ok(());
        }
        let end = (0..=left).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
        self.0.push_str(&text[..end]);
        Err(fmt::Error)
    }
}

/// The one field `key` of an object that has no other.
fn only<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    value.as_object().filter(|object| object.len() == 1)?.get(key)
}

/// The bytes that pairs of hexadecimal digits stand for; None where the field `key` holds none.
fn from_hex(value: &Value, key: &str) -> Result<Option<Vec<u8>>, OutOfMemory> {
    let Some(text) = only(value, key).and_then(Value::as_str).filter(|text| text.len() % 2 == 0) else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    reserve(&mut bytes, text.len() / 2)?;
    for pair in text.as_bytes().chunks_exact(2) {
        let [Some(high), Some(low)] = [pair[0], pair[1]].map(|digit| char::from(digit).to_digit(16)) else {
            return Ok(None);
        };
        bytes.push((high << 4 | low) as u8);
    }
    Ok(Some(bytes))
}

fn to_hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// An argument, from JSON to what C passes.
pub trait Argument: Sized {
    /// Takes the argument called `name`.
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError>;
}

impl Argument for i64 {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        let text = only(value, "i64").and_then(Value::as_str).and_then(|text| text.parse().ok());
        value.as_i64().or(text).ok_or_else(|| wrong(name, value, "a 64-bit integer"))
    }
}

impl Argument for f64 {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        let text = only(value, "f64").and_then(Value::as_str).and_then(|text| text.parse().ok());
        value.as_f64().or(text).ok_or_else(|| wrong(name, value, "a number"))
    }
}

impl Argument for bool {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        value.as_bool().ok_or_else(|| wrong(name, value, "true or false"))
    }
}

/// A text: its bytes and a NUL. None for NULL.
pub struct TextArgument(Option<Vec<u8>>);

impl TextArgument {
    /// The pointer that C gets.
    pub fn pointer(&self) -> *const c_char {
        self.0.as_ref().map_or(ptr::null(), |bytes| bytes.as_ptr().cast())
    }
}

impl Argument for TextArgument {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        let mut bytes = match value {
            Value::Null => return Ok(Self(None)),
            Value::String(text) => {
                let mut bytes = Vec::new();
                reserve(&mut bytes, text.len() + 1)?;
                bytes.extend_from_slice(text.as_bytes());
                bytes
            }
            other => from_hex(other, "bytes")?.ok_or_else(|| wrong(name, value, "a text or null"))?,
        };
        if bytes.contains(&0) {
            return Err(CallError::Nul { name });
        }
        reserve(&mut bytes, 1)?;
        bytes.push(0);
        Ok(Self(Some(bytes)))
    }
}

/// An array of numbers or bytes. None for NULL.
pub struct ArrayArgument<T>(Option<Vec<T>>);

impl<T> ArrayArgument<T> {
    /// The pointer that C gets.
    pub fn pointer(&self) -> *const T {
        self.0.as_ref().map_or(ptr::null(), |items| items.as_ptr())
    }

    /// Number of items.
    pub fn count(&self) -> i64 {
        self.0.as_ref().map_or(0, |items| items.len() as i64)
    }
}

fn array<T: Argument>(value: &Value, name: &'static str) -> Result<Option<Vec<T>>, CallError> {
    match value {
        Value::Null => Ok(None),
        Value::Array(items) => {
            let mut all = Vec::new();
            reserve(&mut all, items.len())?;
            for item in items {
                all.push(T::from_json(item, name)?);
            }
            Ok(Some(all))
        }
        _ => Err(wrong(name, value, "an array or null")),
    }
}

impl Argument for ArrayArgument<f64> {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        array(value, name).map(Self)
    }
}

impl Argument for ArrayArgument<i64> {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        array(value, name).map(Self)
    }
}

impl Argument for u8 {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        let byte = value.as_u64().and_then(|byte| byte.try_into().ok());
        byte.ok_or_else(|| wrong(name, value, "a byte from 0 to 255"))
    }
}

impl Argument for ArrayArgument<u8> {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        match from_hex(value, "hex")? {
            Some(bytes) => Ok(Self(Some(bytes))),
            None => array(value, name).map(Self),
        }
    }
}

/// An array of texts.
pub struct TextsArgument {
    /// Own the memory that `pointers` point to.
    _texts: Vec<TextArgument>,
    pointers: Option<Vec<*const c_char>>,
}

impl TextsArgument {
    /// The pointer that C gets.
    pub fn pointer(&self) -> *const *const c_char {
        self.pointers.as_ref().map_or(ptr::null(), |pointers| pointers.as_ptr())
    }

    /// Number of texts.
    pub fn count(&self) -> i64 {
        self.pointers.as_ref().map_or(0, |pointers| pointers.len() as i64)
    }
}

impl Argument for TextsArgument {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        let texts: Option<Vec<TextArgument>> = array(value, name)?;
        let pointers = texts.as_ref().map(|texts| texts.iter().map(TextArgument::pointer).collect());
        Ok(Self { _texts: texts.unwrap_or_default(), pointers })
    }
}

/// A buffer for the call to fill. None for NULL.
pub struct OutArgument(Option<Vec<u8>>);

impl OutArgument {
    /// The pointer that C gets.
    pub fn pointer(&mut self) -> *mut u8 {
        self.0.as_mut().map_or(ptr::null_mut(), |bytes| bytes.as_mut_ptr())
    }

    /// Size in bytes.
    pub fn count(&self) -> i64 {
        self.0.as_ref().map_or(0, |bytes| bytes.len() as i64)
    }

    /// The buffer's bytes after the call, in JSON.
    pub fn into_json(self) -> Value {
        json!({ "hex": to_hex(&self.0.unwrap_or_default()) })
    }
}

impl Argument for OutArgument {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        let size = only(value, "out").unwrap_or(value);
        if size.is_null() {
            return Ok(Self(None));
        }
        match size.as_u64().filter(|&size| size <= LARGEST_OUT) {
            Some(size) => {
                let mut bytes = Vec::new();
                reserve(&mut bytes, size as usize)?;
                bytes.resize(size as usize, 0);
                Ok(Self(Some(bytes)))
            }
            None => Err(wrong(name, value, "the size of a buffer, at most 67108864, or null")),
        }
    }
}

/// A pointer of the host that JSON cannot hold: a function, or what another call returned. Only null.
pub struct NullArgument;

impl NullArgument {
    /// The pointer that C gets.
    pub fn pointer<T>(&self) -> *mut T {
        ptr::null_mut()
    }
}

impl Argument for NullArgument {
    fn from_json(value: &Value, name: &'static str) -> Result<Self, CallError> {
        if value.is_null() { Ok(Self) } else { Err(CallError::Memory { name }) }
    }
}

/// A C return value that can be made JSON; its memory is released.
pub trait Returned {
    /// # Safety
    /// `self` is what a function of this archive returned, and is not used afterwards.
    unsafe fn into_json(self) -> Value;
}

impl Returned for () {
    unsafe fn into_json(self) -> Value {
        Value::Null
    }
}

impl Returned for i64 {
    unsafe fn into_json(self) -> Value {
        self.into()
    }
}

impl Returned for bool {
    unsafe fn into_json(self) -> Value {
        self.into()
    }
}

impl Returned for f64 {
    unsafe fn into_json(self) -> Value {
        float(self)
    }
}

/// JSON has no number for what is not finite.
fn float(number: f64) -> Value {
    match number {
        _ if number.is_finite() => number.into(),
        _ if number.is_nan() => json!({ "f64": "nan" }),
        _ if number > 0.0 => json!({ "f64": "inf" }),
        _ => json!({ "f64": "-inf" }),
    }
}

impl Returned for *mut c_char {
    unsafe fn into_json(self) -> Value {
        // SAFETY: by contract.
        unsafe { text::take(self) }.into()
    }
}

macro_rules! arrays {
    ($($array:ty, $items:ident => $json:expr;)*) => {$(
        impl Returned for $array {
            unsafe fn into_json(self) -> Value {
                // SAFETY: by contract an array of this archive, used no more.
                let $items = unsafe { self.take() };
                $json
            }
        }
    )*};
}

arrays! {
    RtF64Array, items => items.into_iter().map(float).collect();
    RtI64Array, items => items.into_iter().collect();
    RtBytes, items => json!({ "hex": to_hex(&items) });
}

impl Returned for RtTextArray {
    unsafe fn into_json(self) -> Value {
        // SAFETY: as above; each item is a text of ours.
        unsafe { self.take().into_iter().map(|text| text.into_json()).collect() }
    }
}

/// The fields of a struct.
pub fn fields<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}

/// The argument at `place`, null where it is left out.
pub fn argument<T: Argument>(arguments: &[Value], place: usize, name: &'static str) -> Result<T, CallError> {
    T::from_json(arguments.get(place).unwrap_or(&Value::Null), name)
}

/// The type by which callbacks are declared: as the pointers that they are.
pub type Pointer = *mut c_void;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_json_cannot_write_has_a_form() {
        assert_eq!(i64::from_json(&json!({"i64": "-9223372036854775808"}), "x"), Ok(i64::MIN));
        assert!(f64::from_json(&json!({"f64": "nan"}), "x").unwrap().is_nan());
        assert_eq!(float(f64::NEG_INFINITY), json!({"f64": "-inf"}));
        assert_eq!(from_hex(&json!({"hex": "00fF"}), "hex"), Ok(Some(vec![0, 255])));
        for none in [json!({"hex": "0"}), json!({"hex": "0g"}), json!({"hex": "é"}), json!({"bytes": "00"})]
        {
            assert_eq!(from_hex(&none, "hex"), Ok(None), "{none}");
        }
        assert_eq!(to_hex(&[0, 255, 16]), "00ff10");
    }

    #[test]
    fn a_wrong_argument_is_named() {
        let error = i64::from_json(&json!("é".repeat(100)), "count").unwrap_err().to_string();
        assert!(
            error.starts_with("`count` is \"éé") && error.ends_with("…, where a 64-bit integer belongs"),
            "{error}"
        );
        assert!(matches!(
            TextArgument::from_json(&json!("a\0b"), "text"),
            Err(CallError::Nul { name: "text" })
        ));
        assert!(NullArgument::from_json(&json!(4096), "text").is_err());
        assert!(u8::from_json(&json!(256), "data").is_err());
    }
}
