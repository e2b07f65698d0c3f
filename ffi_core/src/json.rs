//! What is JSON, whoever it comes from: one answer in every library.

use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};
use std::{
    fmt::{self, Formatter},
    marker::PhantomData,
};

/// Checks that `text` is JSON: well-formed, nested no deeper than 127 levels, with no number beyond a double's range
/// and no escape of half a surrogate pair alone.
pub fn check(text: &str) -> serde_json::Result<()> {
    serde_json::from_str::<Checked>(text).map(drop)
}

/// The struct that an object stands for. A list is refused, of which serde makes a struct by the order of its fields.
pub fn object<'a, T: Deserialize<'a>>(text: &'a str) -> serde_json::Result<T> {
    if text.trim_start().starts_with('[') {
        return Err(serde_json::Error::custom("it is an array, where an object belongs"));
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = by_name(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// For a struct inside of another: `#[serde(deserialize_with = "ffi_core::json::by_name")]`.
pub fn by_name<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    struct ByName<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for ByName<T> {
        type Value = T;
        fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }
    }
    from.deserialize_map(ByName(PhantomData))
}

/// For a list of structs inside of another.
pub fn each_by_name<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    struct ByName<T>(T);
    impl<'de, T: Deserialize<'de>> Deserialize<'de> for ByName<T> {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            by_name(from).map(Self)
        }
    }
    Ok(Vec::<ByName<T>>::deserialize(from)?.into_iter().map(|one| one.0).collect())
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
    use super::{by_name, check, each_by_name, object};
    use serde::Deserialize;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Outer {
        number: i64,
        #[serde(deserialize_with = "by_name")]
        inner: Inner,
        #[serde(deserialize_with = "each_by_name")]
        more: Vec<Inner>,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Inner {
        yes: bool,
        list: Vec<i64>,
    }

    #[test]
    fn structs_are_read_by_name_alone() {
        let read = object::<Outer>(r#" {"inner": {"list": [1], "yes": true}, "number": 5} "#).unwrap();
        let inner = Inner { yes: true, list: vec![1] };
        assert_eq!(read, Outer { number: 5, inner, more: Vec::new() });
        let read = object::<Outer>(r#"{"more": [{}, {"yes": true}]}"#).unwrap();
        assert_eq!(read.more.iter().map(|one| one.yes).collect::<Vec<_>>(), [false, true]);
        assert_eq!(object::<Outer>("{}").unwrap(), Outer::default());
        for (text, said) in [
            ("[]", "it is an array, where an object belongs"),
            (" [5, {}]", "it is an array, where an object belongs"),
            ("{\"inner\": []}", "invalid type: sequence, expected an object"),
            ("{\"inner\": [true, [1]]}", "invalid type: sequence, expected an object"),
            ("{\"more\": [[true, [1]]]}", "invalid type: sequence, expected an object"),
            ("{\"more\": {}}", "invalid type: map, expected a sequence"),
            ("null", "invalid type: null, expected an object"),
            ("{\"innen\": {}}", "unknown field `innen`"),
            ("{\"inner\": {\"no\": 1}}", "unknown field `no`"),
            ("{} {}", "trailing characters"),
            ("", "EOF"),
        ] {
            let error = object::<Outer>(text).unwrap_err().to_string();
            assert!(error.contains(said), "{text}: {error}");
        }
    }

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
