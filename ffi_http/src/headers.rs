//! Header fields as hosts give them.

use crate::error::{Error, Result, truncate};
use hyper::header::{CONTENT_LENGTH, HeaderMap, HeaderName, HeaderValue, TRANSFER_ENCODING};

/// A header's name, or what is wrong with the argument called `argument`.
pub fn name(argument: &'static str, text: &str) -> Result<HeaderName> {
    HeaderName::from_bytes(text.as_bytes()).map_err(|_| {
        Error::text(argument, text, "which is no header name (letters, digits and !#$%&'*+-.^_`|~)")
    })
}

/// A header's value, or what is wrong with the argument called `argument`.
pub fn value(argument: &'static str, text: &str) -> Result<HeaderValue> {
    if let Some(reason) = bad_value(text) {
        return Err(Error::text(argument, text, reason));
    }
    HeaderValue::from_bytes(text.as_bytes())
        .map_err(|_| Error::text(argument, text, "which no header can hold"))
}

/// The value of the header `name`, or what is wrong with the argument called `argument`.
pub fn value_of(name: &HeaderName, argument: &'static str, text: &str) -> Result<HeaderValue> {
    match bad_value(text) {
        Some(reason) if is_secret(name.as_str()) => {
            Err(Error::secret(argument, format!("for {name} that is no header's value: {reason}")))
        }
        _ => value(argument, text),
    }
}

fn bad_value(text: &str) -> Option<&'static str> {
    text.contains(|c: char| c.is_ascii_control() && c != '\t')
        .then_some("and a header's value holds no line break and no other control character")
}

/// Fields that say where a message ends: the library writes them, so that nobody can smuggle a second message.
pub fn is_framing(name: &HeaderName) -> bool {
    name == CONTENT_LENGTH || name == TRANSFER_ENCODING
}

/// Reason for refusing a field that [`is_framing`].
pub const FRAMING: &str = "and the body's length is not the caller's to set";

/// The most fields that a message gets from a host: half of what the library has room for, for a client and a
/// request bring some each.
pub const MOST: usize = 8192;

/// Fails where `headers` have as many fields as they may.
pub fn room(headers: &HeaderMap) -> Result<()> {
    if headers.len() < MOST {
        return Ok(());
    }
    Err(Error::state(format!("there are {MOST} header fields already, and no more are sent")))
}

/// Entries like `Name: value`. A name that comes twice is sent twice.
pub fn parse(entries: &[&str]) -> Result<HeaderMap> {
    if entries.len() > MOST {
        return Err(Error::number(
            "headers_count",
            entries.len() as i64,
            format!("and {MOST} fields are the most"),
        ));
    }
    let mut headers = HeaderMap::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let fail = |reason: &str| Error::Header { index, entry: redact(entry), reason: reason.to_owned() };
        let (name, value) = entry.split_once(':').ok_or_else(|| fail("which has no colon after a name"))?;
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| {
            fail("which does not begin with a header name (letters, digits and !#$%&'*+-.^_`|~)")
        })?;
        if is_framing(&name) {
            return Err(fail(FRAMING));
        }
        let value = value.trim_matches([' ', '\t']);
        if let Some(reason) = bad_value(value) {
            return Err(fail(reason));
        }
        let value =
            HeaderValue::from_bytes(value.as_bytes()).map_err(|_| fail("which no header can hold"))?;
        headers.append(name, value);
    }
    Ok(headers)
}

/// An entry as messages repeat it: without the value of a field that authenticates somebody.
fn redact(entry: &str) -> String {
    let name = entry.split(':').next().unwrap_or_default();
    if is_secret(name) { format!("{}: …", truncate(name.trim())) } else { truncate(entry) }
}

/// Tells whether the field `name` says who somebody is, or proves it.
fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["auth", "cookie", "key", "password", "secret", "session", "token"].iter().any(|word| name.contains(word))
}

/// All values of `key`, joined as RFC 9110, 5.3 allows; empty where there is none.
pub fn joined(headers: &HeaderMap, key: &str) -> String {
    let values: Vec<_> =
        headers.get_all(key).iter().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
    values.join(", ")
}

/// Like [`joined`], for the boundary: nothing where there is no such field.
pub fn text(headers: &HeaderMap, key: &str) -> Option<ffi_core::Text> {
    headers.contains_key(key).then(|| ffi_core::Text::new(&joined(headers, key)))
}

/// Like [`joined`], as they came: a value may hold any byte above ASCII (RFC 9110, 5.5).
pub fn joined_bytes(headers: &HeaderMap, key: &str) -> Vec<u8> {
    let values: Vec<&[u8]> = headers.get_all(key).iter().map(HeaderValue::as_bytes).collect();
    values.join(&b", "[..])
}

/// All fields as `name: value`.
pub fn lines(headers: &HeaderMap) -> Vec<ffi_core::Text> {
    headers
        .iter()
        .map(|(name, value)| {
            ffi_core::Text::from_pieces(&[name.as_str(), ": ", &String::from_utf8_lossy(value.as_bytes())])
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_become_fields() {
        let headers = parse(&["Accept: text/html", "X-A:1", "x-a:  2 \t", "Empty:"]).unwrap();
        assert_eq!(joined(&headers, "accept"), "text/html");
        assert_eq!(joined(&headers, "X-A"), "1, 2");
        assert_eq!(joined(&headers, "empty"), "");
        assert_eq!(joined(&headers, "none"), "");
    }

    #[test]
    fn secrets_are_not_repeated() {
        for entry in ["Authorization: Bearer s3cret\n", "Cookie: id=s3cret\r\nX: y", "x-api-KEY : s3cret"] {
            let error = parse(&[entry]).unwrap_err().to_string();
            assert!(!error.contains("s3cret") && error.starts_with("item 0 of `headers`"), "{error}");
        }
        let error =
            value_of(&HeaderName::from_static("authorization"), "value", "Basic s3cret\n").unwrap_err();
        assert!(!error.to_string().contains("s3cret"), "{error}");
    }

    #[test]
    fn malformed_and_injected_entries_are_refused_and_named() {
        let bad = [
            "no colon",
            ": value",
            "Sp ace: v",
            "Name : v",
            "X: a\r\nInjected: b",
            "X: a\nInjected: b",
            "X: a\rb",
            "X\r\nInjected: b",
            "X: \u{1}",
            "X: \u{7f}",
            "Ü: v",
            "Content-Length: 5",
            "transfer-encoding: chunked",
        ];
        for entry in bad {
            let error = parse(&["Ok: fine", entry]).unwrap_err().to_string();
            assert!(error.starts_with(&format!("item 1 of `headers` is {entry:?}")), "{error}");
        }
    }
}
