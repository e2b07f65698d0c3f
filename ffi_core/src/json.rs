//! What is JSON, whoever it comes from: one answer in every library.

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, SeqAccess, Visitor},
};
use std::fmt::{self, Formatter};

/// Checks that `text` is JSON: well-formed, nested no deeper than 127 levels, with no number beyond a double's range
/// and no escape of half a surrogate pair alone.
pub fn check(text: &str) -> serde_json::Result<()> {
    serde_json::from_str::<Checked>(text).map(drop)
}

/// A value that is read as one is, and thrown away.
struct Checked;

impl<'de> Deserialize<'de> for Checked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Checked {
    type Value = Self;

    fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_bool<E>(self, _value: bool) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_i64<E>(self, _value: i64) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_u64<E>(self, _value: u64) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_f64<E>(self, _value: f64) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_str<E>(self, _text: &str) -> Result<Self, E> {
        Ok(Self)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Self, A::Error> {
        while from.next_element::<Self>()?.is_some() {}
        Ok(Self)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self, A::Error> {
        while from.next_entry::<Self, Self>()?.is_some() {}
        Ok(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn what_no_double_and_no_text_holds_is_no_json() {
        let digits = "9".repeat(400);
        for text in [
            "1e400",
            "[-1e400]",
            "{\"a\":1E+999}",
            &digits,
            r#""\ud800""#,
            r#""\udc00x""#,
            r#"["\ud800\u0041"]"#,
            r#"{"\ud800":1}"#,
            "",
            "{",
            "[1,]",
            "01",
            "1 2",
        ] {
            assert!(check(text).is_err(), "{text}");
        }
        for text in ["1e-400", "1e308", r#""\ud83e\udd9c""#, "123456789012345678901234567890", " null "] {
            assert!(check(text).is_ok(), "{text}");
        }
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(check(&nested(127)).is_ok() && check(&nested(128)).is_err());
    }
}
