//! Answers: what a module gave back, checked, and the ones that are made here.

use crate::{Error, error::ProtocolError};
use ffi_core::{
    Text,
    array::Bytes,
    into_c::Return,
    memory::{OutOfMemory, reserve},
};
use serde::Deserialize;
use serde_json::{json, value::RawValue};
use std::{borrow::Cow, ffi::c_char};

/// A module's answer, in the form of the message.
pub enum Answer {
    Json(Text),
    Bytes(Bytes),
}

impl Answer {
    /// The answer to a message in JSON.
    pub fn into_text(self) -> Text {
        match self {
            Self::Json(text) => text,
            Self::Bytes(_) => unreachable!("an answer in bytes to a message in JSON"),
        }
    }

    /// The answer to a message of bytes.
    pub fn into_bytes(self) -> Bytes {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Json(_) => unreachable!("an answer in JSON to a message of bytes"),
        }
    }
}

/// The answer in these bytes, or the refusal that they say.
pub fn of_bytes(is_given: bool, bytes: &[u8]) -> Result<Bytes, Error> {
    if !is_given {
        return Err(Error::Refused(reason(bytes)));
    }
    Ok(Bytes::copy(bytes)?)
}

/// A copy, where there is room for it.
pub fn copy(bytes: &[u8]) -> Result<Vec<u8>, OutOfMemory> {
    let mut copy = Vec::new();
    reserve(&mut copy, bytes.len())?;
    copy.extend_from_slice(bytes);
    Ok(copy)
}

/// The longest reason that is handed on, in bytes.
const LONGEST_REASON: usize = 4096;

/// Makes of a failure's description a sentence for a last error.
pub fn reason(bytes: &[u8]) -> String {
    let said = String::from_utf8_lossy(&bytes[..bytes.len().min(LONGEST_REASON)]);
    let said = said.trim();
    let said = if said.is_empty() { "no reason given" } else { said };
    said.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Status {
    Success,
    Error,
}

#[derive(Deserialize)]
struct Envelope<'a> {
    status: Status,
    #[serde(borrow, default, deserialize_with = "present")]
    data: Option<&'a RawValue>,
    #[serde(borrow, default)]
    error: Option<Cow<'a, str>>,
}

/// A data of null is there as well.
fn present<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(from).map(Some)
}

/// The answer that these bytes are.
pub fn check(bytes: &[u8]) -> Result<&str, ProtocolError> {
    let text = str::from_utf8(bytes).map_err(|error| ProtocolError::NotUtf8(error.valid_up_to()))?;
    ffi_core::json::check(text).map_err(ProtocolError::NotAReply)?;
    let envelope: Envelope = ffi_core::json::object(text).map_err(ProtocolError::NotAReply)?;
    match envelope.status {
        Status::Success if envelope.data.is_none() => Err(ProtocolError::NoData),
        Status::Error if envelope.error.is_none() => Err(ProtocolError::NoError),
        _ => Ok(text),
    }
}

/// The answer that says why there is no other.
pub fn failed(reason: &str) -> *mut c_char {
    Text::new(&json!({ "status": "error", "error": reason }).to_string()).into_c()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_two_shapes_are_answers() {
        for good in [
            r#"{"status":"success","data":null}"#,
            r#" {"data":[1,{"a":"\u0000"}],"status":"success","more":1} "#,
            r#"{"status":"error","error":"a \"quoted\" word"}"#,
            r#"{"status":"error","error":"","data":3}"#,
        ] {
            assert_eq!(check(good.as_bytes()).unwrap(), good);
        }
        for bad in [
            "",
            "garbage",
            "null",
            "[]",
            r#"["success",1,null]"#,
            r#"{"status":"success"}"#,
            r#"{"status":"error"}"#,
            r#"{"status":"error","error":3}"#,
            r#"{"status":"maybe","data":1}"#,
            r#"{"status":"success","data":1}}"#,
            r#"{"status":"success","data":1"#,
            r#"{"status":"success","data":1,"data":2}"#,
            r#"{"status":"success","data":01}"#,
            r#"{"status":"success","data":[1e400]}"#,
            r#"{"status":"success","data":"\ud800"}"#,
            r#"{"status":"error","error":"x","more":-1e999}"#,
        ] {
            assert!(check(bad.as_bytes()).is_err(), "{bad}");
        }
        assert!(matches!(check(b"{\"\xff"), Err(ProtocolError::NotUtf8(2))));
    }

    proptest! {
        /// Whatever passes is JSON by another parser's word too, and of one of the two shapes.
        #[test]
        fn what_passes_is_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..60), cut in 0..60usize) {
            let good = br#"{"status":"success","data":{"a":[1,2.5e3,"\u00e9"]},"error":"x"}"#;
            let mut mixed = good.to_vec();
            let end = (cut + bytes.len() / 8).min(mixed.len());
            mixed.splice(cut.min(end)..end, bytes.iter().copied().take(8));
            for candidate in [&bytes, &mixed] {
                if let Ok(text) = check(candidate) {
                    let value: serde_json::Value = serde_json::from_str(text).unwrap();
                    let status = value["status"].as_str().unwrap();
                    let is_whole = match status {
                        "success" => value.get("data").is_some(),
                        "error" => value["error"].is_string(),
                        _ => false,
                    };
                    prop_assert!(is_whole);
                }
            }
        }
    }
}
