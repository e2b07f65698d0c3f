//! Percent-encoding.

use crate::error::{Error, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;

/// RFC 3986, 2.3.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// `text` with everything escaped that is not unreserved.
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, UNRESERVED).to_string()
}

/// `text` without escapes.
pub fn decode(text: &str) -> Result<String> {
    let bytes = text.as_bytes();
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    if let Some(at) = (0..bytes.len()).find(|&at| bytes[at] == b'%' && !(is_hex(at + 1) && is_hex(at + 2))) {
        let reason = format!("where the `%` at offset {at} is not followed by two hexadecimal digits");
        return Err(Error::text("text", text, reason));
    }
    let decoded = percent_decode_str(text).decode_utf8();
    decoded
        .map(|decoded| decoded.into_owned())
        .map_err(|error| Error::text("text", text, format!("which does not decode to UTF-8: {error}")))
}

/// The first value of `key` in a query.
pub fn query<'q>(query: &'q str, key: &str) -> Option<Cow<'q, str>> {
    form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == key).map(|(_, value)| value)
}

/// All values of `key` in a query or a form, in their order.
pub fn query_all<'q>(query: &'q [u8], key: &str) -> impl Iterator<Item = Cow<'q, str>> {
    form_urlencoded::parse(query).filter(move |(name, _)| name == key).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_unreserved_set_stays() {
        let unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
        assert_eq!(encode(unreserved), unreserved);
        assert_eq!(
            encode(" !\"#$%&'()*+,/:;<=>?@[\\]^`{|}"),
            "%20%21%22%23%24%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E%60%7B%7C%7D"
        );
        assert_eq!(encode("é€😀"), "%C3%A9%E2%82%AC%F0%9F%98%80");
    }

    #[test]
    fn every_character_comes_back() {
        let all: String = (1..0x3000).filter_map(char::from_u32).collect();
        assert_eq!(decode(&encode(&all)).unwrap(), all);
        assert_eq!(decode("a+b%2bc%00").unwrap(), "a+b+c\0");
    }

    #[test]
    fn malformed_escapes_are_refused() {
        for text in ["%", "a%2", "%zz", "%1g", "%-1", "%+1", "%% 20"] {
            assert!(decode(text).unwrap_err().to_string().contains("offset"), "{text}");
        }
        for text in ["%ff", "%c3", "%ed%a0%80"] {
            assert!(decode(text).unwrap_err().to_string().contains("UTF-8"), "{text}");
        }
    }

    #[test]
    fn queries_are_forms() {
        let text = "a=1&b=x+y%26z&a=2&empty=&flag&%C3%BC=u";
        for (key, value) in [("a", "1"), ("b", "x y&z"), ("empty", ""), ("flag", ""), ("ü", "u")] {
            assert_eq!(query(text, key).as_deref(), Some(value), "{key}");
        }
        assert_eq!(query(text, "none"), None);
        assert_eq!(query_all(text.as_bytes(), "a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!(query_all(text.as_bytes(), "none").count(), 0);
    }
}
