//! Answers: what a module gave back, checked, and the ones that are made here.

use crate::{Error, error::ProtocolError};
use ffi_core::{
    Text,
    array::Bytes,
    into_c::Return,
    json::{Checked, checked_object},
    memory::{OutOfMemory, reserve},
};
use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, Visitor},
};
use serde_json::json;
use std::{
    ffi::c_char,
    fmt::{self, Formatter},
};

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

/// Fields of an answer; those that have no meaning here are checked too.
enum Field {
    Status,
    Data,
    Error,
    Other,
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Name;
        impl Visitor<'_> for Name {
            type Value = Field;
            fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.write_str("a field's name")
            }
            fn visit_str<E>(self, name: &str) -> Result<Field, E> {
                Ok(match name {
                    "status" => Field::Status,
                    "data" => Field::Data,
                    "error" => Field::Error,
                    _ => Field::Other,
                })
            }
        }
        from.deserialize_identifier(Name)
    }
}

/// Whether it went well.
struct Status(bool);

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Word;
        impl Visitor<'_> for Word {
            type Value = Status;
            fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.write_str("\"success\" or \"error\"")
            }
            fn visit_str<E: de::Error>(self, word: &str) -> Result<Status, E> {
                match word {
                    "success" => Ok(Status(true)),
                    "error" => Ok(Status(false)),
                    _ => Err(E::unknown_variant(word, &["success", "error"])),
                }
            }
        }
        from.deserialize_str(Word)
    }
}

/// A text that is read and thrown away.
struct Said;

impl<'de> Deserialize<'de> for Said {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Word;
        impl Visitor<'_> for Word {
            type Value = Said;
            fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_str<E>(self, _: &str) -> Result<Said, E> {
                Ok(Said)
            }
        }
        from.deserialize_str(Word)
    }
}

/// What is known of an answer once it is read: in one go, and without any memory.
struct Envelope {
    status: Status,
    has_data: bool,
    has_error: bool,
}

impl<'de> Deserialize<'de> for Envelope {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Envelope;
            fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Envelope, A::Error> {
                let (mut status, mut data, mut error) = (None, None, None);
                while let Some(field) = map.next_key()? {
                    match field {
                        Field::Status => once(&mut status, "status", map.next_value()?)?,
                        Field::Data => once(&mut data, "data", map.next_value::<Checked>()?)?,
                        // As where there is none.
                        Field::Error => once(&mut error, "error", map.next_value::<Option<Said>>()?)?,
                        Field::Other => {
                            map.next_value::<Checked>()?;
                        }
                    }
                }
                let status = status.ok_or_else(|| de::Error::missing_field("status"))?;
                let has_error = error.flatten().is_some();
                Ok(Envelope { status, has_data: data.is_some(), has_error })
            }
        }
        from.deserialize_map(Fields)
    }
}

fn once<T, E: de::Error>(place: &mut Option<T>, field: &'static str, value: T) -> Result<(), E> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(E::duplicate_field(field)),
    }
}

/// The answer that these bytes are.
pub fn check(bytes: &[u8]) -> Result<&str, ProtocolError> {
    let text = str::from_utf8(bytes).map_err(|error| ProtocolError::NotUtf8(error.valid_up_to()))?;
    let envelope: Envelope = checked_object(text).map_err(ProtocolError::NotAReply)?;
    match envelope.status {
        Status(true) if !envelope.has_data => Err(ProtocolError::NoData),
        Status(false) if !envelope.has_error => Err(ProtocolError::NoError),
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
            r#"{"status":"success","status":"error","data":1,"error":""}"#,
            r#"{"status":{"success":null},"data":1}"#,
            r#"{"status":"error","error":null}"#,
            r#"{"status":"success","data":1,"\ud800":2}"#,
            r#"{"status":"success","data":1} {}"#,
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
