//! Messages and answers.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fmt;

/// Contents of a message: any JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct Payload(pub Value);

impl Payload {
    /// From JSON.
    pub fn parse(text: &str) -> Result<Self, Error> {
        serde_json::from_str(text)
            .map(Self)
            .map_err(|error| Error(format!("the payload is not JSON: {error}")))
    }

    /// The value of `key`, as the type that is wanted.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<T, Error> {
        let value = self.0.get(key).ok_or_else(|| Error(format!("the payload has no `{key}`")))?;
        T::deserialize(value).map_err(|error| Error(format!("`{key}` is {value}: {error}")))
    }

    /// The whole payload, as the type that is wanted.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Error> {
        T::deserialize(&self.0)
            .map_err(|error| Error(format!("the payload is not what is expected: {error}")))
    }
}

/// Why a message was not carried out: one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(pub String);

impl Error {
    /// The answer to a message that the module does not know.
    pub fn unhandled(message_type: &str) -> Self {
        Self(format!("this module handles no message of the type {message_type}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl From<String> for Error {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Error {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

/// Answer of a method: data, or why there is none.
pub type Answer = Result<Value, Error>;

/// The answer that carries `data`.
pub fn success(data: &Value) -> String {
    json!({ "status": "success", "data": data }).to_string()
}

/// The answer that says what went wrong.
pub fn error(text: &str) -> String {
    json!({ "status": "error", "error": text }).to_string()
}
