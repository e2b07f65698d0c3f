//! Forms of several fields and files (RFC 7578), as JSON.

use crate::error::{Error, Result};
use base64::prelude::{BASE64_STANDARD, Engine};
use bytes::Bytes;
use ffi_core::memory;
use hyper::header::HeaderValue;
use serde::Deserialize;

/// The most parts of a form: as many as servers take as a rule.
const MOST: usize = 1000;

/// The keys of `form_json`; an unknown key is an error.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    #[serde(deserialize_with = "ffi_core::json::each_by_name")]
    parts: Vec<PartKeys>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartKeys {
    name: String,
    text: Option<String>,
    base64: Option<String>,
    file: Option<String>,
    file_name: Option<String>,
    content_type: Option<String>,
}

/// A part of a form.
pub struct FormPart {
    pub name: String,
    pub content: Content,
    /// Where it says of itself that it is a file.
    pub file_name: Option<String>,
    pub content_type: Option<String>,
}

/// What a part holds.
pub enum Content {
    Bytes(Bytes),
    /// The file of this path.
    File(String),
}

/// The parts that `json` names.
pub fn parse(json: &str) -> Result<Vec<FormPart>> {
    // Each text is copied when it is read, and once more as a part.
    memory::room_for_input(json.len(), 4)?;
    let keys: Keys = ffi_core::json::object(json).map_err(|error| {
        // What serde says may quote a field's text.
        let (line, column) = (error.line(), error.column());
        let said = error.to_string();
        let said = if said.contains("string \"") { format!("line {line}, column {column}") } else { said };
        refused(format!("which is no form: {said}"))
    })?;
    if keys.parts.len() > MOST {
        return Err(refused(format!("which has {} parts, and {MOST} are the most", keys.parts.len())));
    }
    keys.parts.into_iter().enumerate().map(|(index, part)| part.checked(index)).collect()
}

impl PartKeys {
    fn checked(self, index: usize) -> Result<FormPart> {
        let fail = |reason: &str| refused(format!("in which part {index} {reason}"));
        if self.name.is_empty() {
            return Err(fail("has no name"));
        }
        if self
            .content_type
            .as_ref()
            .is_some_and(|kind| kind.is_empty() || HeaderValue::from_str(kind).is_err())
        {
            return Err(fail("has a `content_type` that no header can hold"));
        }
        let by_name = |name: &str| mime_guess::from_path(name).first_or_octet_stream().to_string();
        let (content, file_name, kind) = match (self.text, self.base64, self.file) {
            (Some(text), None, None) => {
                let kind = self.file_name.as_deref().map(by_name);
                (Content::Bytes(text.into()), self.file_name, kind)
            }
            (None, Some(text), None) => {
                let bytes = BASE64_STANDARD.decode(text).map_err(|_| fail("has a `base64` that is none"))?;
                let kind = by_name(self.file_name.as_deref().unwrap_or_default());
                (Content::Bytes(bytes.into()), self.file_name, Some(kind))
            }
            (None, None, Some(path)) => {
                let base = std::path::Path::new(&path)
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                let name = self.file_name.unwrap_or(base);
                let kind = by_name(&name);
                (Content::File(path), Some(name), Some(kind))
            }
            _ => return Err(fail("has not one of `text`, `base64` and `file`")),
        };
        Ok(FormPart { name: self.name, content, file_name, content_type: self.content_type.or(kind) })
    }
}

/// What is wrong with a form, of which nothing is repeated.
fn refused(reason: String) -> Error {
    Error::secret("form_json", reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_what_they_say() {
        let parts = parse(
            r#"{"parts": [{"name": "a", "text": "1"}, {"name": "b", "base64": "AAE=", "file_name": "x.png"},
                {"name": "c", "file": "y.html"}, {"name": "d", "text": "{}", "content_type": "application/json"}]}"#,
        )
        .unwrap();
        let said: Vec<_> = parts
            .iter()
            .map(|part| (part.name.as_str(), part.file_name.as_deref(), part.content_type.as_deref()))
            .collect();
        let expected = [
            ("a", None, None),
            ("b", Some("x.png"), Some("image/png")),
            ("c", Some("y.html"), Some("text/html")),
            ("d", None, Some("application/json")),
        ];
        assert_eq!(said, expected);
        assert!(parse(r#"{"parts": []}"#).unwrap().is_empty());
        for bad in [
            "",
            "[]",
            "{}",
            r#"{"parts": [["a", "s3cret"]]}"#,
            r#"{"parts": [{"name": "a"}]}"#,
            r#"{"parts": [{"name": "", "text": "s3cret"}]}"#,
            r#"{"parts": [{"name": "a", "text": "s3cret", "file": "b"}]}"#,
            r#"{"parts": [{"name": "a", "base64": "s3cret!"}]}"#,
            r#"{"parts": [{"name": "a", "text": "s3cret", "content_type": "a\r\nb: c"}]}"#,
            r#"{"parts": "s3cret"}"#,
        ] {
            let error = parse(bad).err().expect(bad).to_string();
            assert!(error.contains("form_json") && !error.contains("s3cret"), "{bad}: {error}");
        }
        let part = r#"{"name": "a", "text": ""}"#;
        let of = |count: usize| format!(r#"{{"parts": [{}]}}"#, vec![part; count].join(","));
        assert!(parse(&of(1000)).is_ok() && parse(&of(1001)).is_err());
    }
}
