//! URLs and JSON.

use crate::{
    error::Result,
    json::{self, Json},
    url,
};
use ffi_core::{Consumed, New, Text, export};

/// Returns `text` with every byte escaped that is not in RFC 3986's unreserved set (letters, digits, `-._~`).
#[export(memory = 8)]
fn rt_http_url_encode(text: &str) -> String {
    url::encode(text)
}

/// Returns `text` with its escapes decoded; `+` is a plus. `""` where an escape is malformed or the bytes are not
/// UTF-8.
#[export]
fn rt_http_url_decode(text: &str) -> Result<String> {
    url::decode(text)
}

/// Parses a JSON value, to be freed with `rt_http_json_free`. Integers keep their digits, however many; other
/// numbers are doubles. Of several members of one name the last one counts. 0 where `json` is not well-formed, is
/// nested deeper than 127 levels, has a number beyond a double's range (`1e400`), or the escape of half a surrogate
/// pair alone, which no UTF-8 text holds; the last error tells where. Whatever takes JSON here refuses the same.
#[export(heavy)]
fn rt_http_parse_json(json: &str) -> Result<New<Json>> {
    Ok(New::new(json::parse(json)?))
}

/// Returns `obj` as compact JSON; an object's members in the order they came.
#[export]
fn rt_http_stringify_json(obj: &Json) -> Result<String> {
    obj.whole()
}

/// Returns what is at `pointer` (RFC 6901: `""` is all, `/users/0/name` a name): a string's text, anything else as
/// JSON. `""`, with a last error, where there is nothing.
#[export(light)]
fn rt_http_json_get(obj: &Json, pointer: &str) -> Result<String> {
    obj.text(pointer)
}

/// Returns the number at `pointer`, as the nearest double. 0.0, with a last error, where there is none.
#[export(light)]
fn rt_http_json_number(obj: &Json, pointer: &str) -> Result<f64> {
    obj.number(pointer)
}

/// Returns what kind of value is at `pointer`: `null`, `bool`, `number`, `string`, `array` or `object`. `""` where
/// there is nothing.
#[export(light)]
fn rt_http_json_type(obj: &Json, pointer: &str) -> Result<Text> {
    Ok(Text::new(obj.kind(pointer)?))
}

/// Returns how many items or members the array or object at `pointer` has. −1 where there is none.
#[export(light, none = -1)]
fn rt_http_json_length(obj: &Json, pointer: &str) -> Result<i64> {
    obj.length(pointer)
}

/// Returns the names of the members of the object at `pointer`, in the order they came.
#[export]
fn rt_http_json_keys(obj: &Json, pointer: &str) -> Result<Vec<Text>> {
    obj.keys(pointer)
}

/// Frees a JSON value.
#[export]
fn rt_http_json_free(obj: Consumed<Json>) {
    json::free(obj);
}
