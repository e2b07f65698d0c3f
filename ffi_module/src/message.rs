//! Messages: a type and a payload, in JSON or as bytes.

use crate::{Error, Result, reply::copy};
use std::{
    borrow::Cow,
    ffi::{CStr, CString},
};

/// A message that is well-formed.
pub struct Message<'a> {
    /// One of the five types.
    pub kind: &'static CStr,
    /// The message's contents.
    pub payload: Payload<'a>,
}

/// Contents of a message.
pub enum Payload<'a> {
    Json(CString),
    Bytes(Cow<'a, [u8]>),
}

const KINDS: [&CStr; 5] = [c"init", c"command", c"query", c"mutation", c"event"];

impl<'a> Message<'a> {
    /// The message, unless its type is another or its payload is no JSON.
    pub fn new(message_type: &str, payload: &str) -> Result<Self> {
        let kind = kind(message_type)?;
        ffi_core::json::check(payload).map_err(Error::Payload)?;
        // JSON holds no NUL as it is.
        let payload = CString::new(payload).expect("JSON without a NUL");
        Ok(Self { kind, payload: Payload::Json(payload) })
    }

    /// A message of bytes.
    pub fn of_bytes(message_type: &str, data: &'a [u8]) -> Result<Self> {
        Ok(Self { kind: kind(message_type)?, payload: Payload::Bytes(Cow::Borrowed(data)) })
    }

    /// The same message, with bytes of its own.
    pub fn into_owned(self) -> Result<Message<'static>> {
        let payload = match self.payload {
            Payload::Json(json) => Payload::Json(json),
            Payload::Bytes(data) => Payload::Bytes(Cow::Owned(copy(&data)?)),
        };
        Ok(Message { kind: self.kind, payload })
    }
}

fn kind(message_type: &str) -> Result<&'static CStr> {
    let kind = KINDS.into_iter().find(|kind| kind.to_bytes() == message_type.as_bytes());
    kind.ok_or_else(|| Error::MessageType(message_type.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn other_types_and_what_is_no_json_are_refused() {
        assert!(Message::new("query", "{\"a\": [1]}").is_ok());
        for kind in ["", "Query", "query ", "exec"] {
            assert!(matches!(Message::new(kind, "{}"), Err(Error::MessageType(_))), "{kind}");
        }
        for payload in ["", "{", "{}x", "nul", "'a'", "\"\u{1}\"", "1e400", "[\"\\ud800\"]"] {
            assert!(matches!(Message::new("query", payload), Err(Error::Payload(_))), "{payload}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_message_or_an_error(kind in ".*", payload in ".*") {
            let json = serde_json::from_str::<serde_json::Value>(&payload).is_ok();
            prop_assert_eq!(Message::new("event", &payload).is_ok(), json);
            prop_assert_eq!(Message::new(&kind, "{}").is_ok(), ["init", "command", "query", "mutation", "event"].contains(&&*kind));
        }
    }
}
