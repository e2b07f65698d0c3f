//! JSON, read by the same rules in every library, whoever it comes from: by names alone, and where there is room for
//! it in memory and on the stack.

use crate::{
    error::Category,
    memory::{OutOfMemory, reserve, room_for},
    stack,
};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};
use std::{
    fmt::{self, Formatter},
    io,
    marker::PhantomData,
};

/// Checks that `text` is JSON: well-formed, nested no deeper than 127 levels, with no number beyond a double's range
/// and no escape of half a surrogate pair alone.
pub fn check(text: &str) -> serde_json::Result<()> {
    with_stack(depth(text), || serde_json::from_str::<Checked>(text).map(drop))?
}

/// The struct that an object stands for. A list is refused, of which serde makes a struct by the order of its fields.
pub fn object<'a, T: Deserialize<'a> + Send>(text: &'a str) -> serde_json::Result<T> {
    if text.trim_start().starts_with('[') {
        return Err(serde_json::Error::custom("it is an array, where an object belongs"));
    }
    with_room(text, || whole_object(text))?
}

/// Like [`object`], for a struct that takes no memory of its own: what it does not keep it reads as [`Checked`].
pub fn checked_object<'a, T: Deserialize<'a> + Send>(text: &'a str) -> serde_json::Result<T> {
    with_stack(depth(text), || whole_object(text))?
}

fn whole_object<'a, T: Deserialize<'a>>(text: &'a str) -> serde_json::Result<T> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = by_name(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// Does what makes values of `text`, where there is room for them.
pub fn with_room<R: Send>(text: &str, body: impl FnOnce() -> R + Send) -> serde_json::Result<R> {
    room_for_values(text).map_err(|error| refused(error.into()))?;
    with_stack(depth(text), body)
}

/// Frees a value that was made of `text`.
pub fn free<T: Send>(value: T, text: &str) {
    // Where there is no thread, the stack may still do.
    let _ = with_stack(depth(text), || drop(value));
}

/// The category of an error: no JSON, or no room for it.
pub fn category(error: &serde_json::Error) -> Category {
    match error.io_error_kind() {
        None => Category::InvalidArgument,
        Some(_) => Category::Limit,
    }
}

/// Deeper, serde_json refuses.
const DEEPEST: usize = 128;
/// More than each level takes of the stack while it is read, written or freed.
const LEVEL: usize = if cfg!(debug_assertions) { 4 << 10 } else { 1 << 10 };
/// Stack that reading takes without any depth.
const FLAT: usize = 24 << 10;

/// Returns a bound of how deep the values in a JSON text are inside of each other; 0 without counting where the stack
/// has room for any depth.
fn depth(text: &str) -> usize {
    if !stack::is_short_of(FLAT + DEEPEST * LEVEL) {
        return 0;
    }
    let (mut depth, mut deepest) = (0usize, 0);
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest.min(DEEPEST)
}

/// The text of a value whose values are so deep inside of each other, where there is memory for it.
pub fn to_string(value: &(impl Serialize + Sync), depth: usize) -> serde_json::Result<String> {
    struct Careful(Vec<u8>);
    impl io::Write for Careful {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            reserve(&mut self.0, bytes.len())?;
            self.0.extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut written = Careful(Vec::new());
    with_stack(depth, || serde_json::to_writer(&mut written, value))??;
    String::from_utf8(written.0).map_err(serde_json::Error::custom)
}

/// Does what calls itself for each of so many levels, where the stack has room for it.
pub fn with_stack<R: Send>(depth: usize, body: impl FnOnce() -> R + Send) -> serde_json::Result<R> {
    if depth == 0 {
        return Ok(body());
    }
    stack::with_little_room(FLAT + depth * LEVEL, body).map_err(refused)
}

/// An error that says what the system said.
fn refused(error: io::Error) -> serde_json::Error {
    struct Refuses(Option<io::Error>);
    impl io::Read for Refuses {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            self.0.take().map_or(Ok(0), Err)
        }
    }
    match serde_json::from_reader::<_, IgnoredAny>(Refuses(Some(error))) {
        Err(error) => error,
        Ok(_) => serde_json::Error::custom("there is nothing"),
    }
}

/// A text so short that a reserve has what its values take.
const SHORT: usize = 512;
/// The most that each value may take while a text becomes values: a list's values once more while it grows, and the
/// least room of a list or an object of its own.
const VALUE: usize = 512;
/// The most that each byte may take: an error says a text that is in the wrong place, escaped, in a buffer that doubles.
const BYTE: usize = 16;

/// Fails where the values of a JSON text may not find room in memory: some texts' take two hundred times their size.
fn room_for_values(text: &str) -> Result<(), OutOfMemory> {
    if text.len() <= SHORT {
        return Ok(());
    }
    let begins_value = |byte: &u8| matches!(byte, b',' | b':' | b'[' | b'{');
    let values = text.as_bytes().iter().filter(|byte| begins_value(byte)).count() + 1;
    room_for(values.saturating_mul(VALUE).saturating_add(text.len().saturating_mul(BYTE)))
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

/// A value that is read as one is, by the rules of [`check`], and thrown away.
#[derive(Debug)]
pub struct Checked;

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
    use super::*;
    use serde_json::Value;

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

    #[test]
    #[cfg(target_os = "linux")]
    fn depth_needs_no_stack_of_the_callers() {
        let read_on = |stack: usize| {
            let text = format!("{{\"a\":{}{}}}", "[".repeat(126), "]".repeat(126));
            let read = move || {
                check(&text).unwrap();
                let value: Value = with_room(&text, || serde_json::from_str(&text)).unwrap().unwrap();
                let depth = depth(&text);
                let same = to_string(&value, 127).unwrap() == text;
                free(value, &text);
                assert!(check(&"[".repeat(1 << 20)).is_err());
                (same, depth)
            };
            std::thread::Builder::new().stack_size(stack).spawn(read).unwrap().join().unwrap()
        };
        assert_eq!(read_on(64 << 10), (true, 127));
        assert_eq!(read_on(8 << 20), (true, 0));
    }

    #[test]
    fn what_there_is_no_memory_for_is_told_from_what_is_no_json() {
        let no_memory = refused(OutOfMemory { bytes: 5 }.into());
        assert_eq!(category(&no_memory), Category::Limit);
        assert!(no_memory.to_string().contains("5 bytes"), "{no_memory}");
        assert_eq!(category(&check("[").unwrap_err()), Category::InvalidArgument);
        assert!(room_for_values(&"[1,2]".repeat(1000)).is_ok());
    }
}
