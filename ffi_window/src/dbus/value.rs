//! Values of D-Bus and their form on the wire (little-endian), as its specification has them.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Byte(u8),
    Bool(bool),
    Int(i64),
    U32(u32),
    Double(f64),
    Text(String),
    Path(String),
    Signature(String),
    Variant(Box<Value>),
    /// The signature of an item, and the items.
    Array(&'static str, Vec<Value>),
    Struct(Vec<Value>),
    Entry(Box<(Value, Value)>),
}

/// How deep values may lie in each other.
const DEEPEST: usize = 16;
/// The longest array that is read.
const LONGEST: usize = 1 << 20;

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A value that says of itself what it is.
    pub fn variant(value: Self) -> Self {
        Self::Variant(Box::new(value))
    }

    /// A dictionary of names.
    pub fn dict(entries: Vec<(&str, Self)>) -> Self {
        let entry = |(name, value)| Self::Entry(Box::new((Self::text(name), Self::variant(value))));
        Self::Array("{sv}", entries.into_iter().map(entry).collect())
    }

    /// The text that it is.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Path(text) => Some(text),
            Self::Variant(value) => value.as_text(),
            _ => None,
        }
    }

    /// The number that it is.
    pub fn as_u32(&self) -> Option<u32> {
        match self {
            Self::U32(number) => Some(*number),
            Self::Variant(value) => value.as_u32(),
            _ => None,
        }
    }

    /// The items of an array.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::Array(_, items) | Self::Struct(items) => items,
            Self::Variant(value) => value.items(),
            _ => &[],
        }
    }

    /// What a dictionary has under a name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.items().iter().find_map(|item| match item {
            Self::Entry(entry) if entry.0.as_text() == Some(name) => Some(&entry.1),
            _ => None,
        })
    }

    /// What it is.
    pub fn signature(&self) -> String {
        match self {
            Self::Byte(_) => "y".into(),
            Self::Bool(_) => "b".into(),
            Self::Int(_) => "x".into(),
            Self::U32(_) => "u".into(),
            Self::Double(_) => "d".into(),
            Self::Text(_) => "s".into(),
            Self::Path(_) => "o".into(),
            Self::Signature(_) => "g".into(),
            Self::Variant(_) => "v".into(),
            Self::Array(item, _) => format!("a{item}"),
            Self::Struct(items) => format!("({})", items.iter().map(Self::signature).collect::<String>()),
            Self::Entry(entry) => format!("{{{}{}}}", entry.0.signature(), entry.1.signature()),
        }
    }

    /// Writes it at the end of `out`, whose beginning is aligned to 8 bytes.
    pub fn write(&self, out: &mut Vec<u8>) {
        pad(out, alignment(self.signature().as_bytes()[0]));
        match self {
            Self::Byte(byte) => out.push(*byte),
            Self::Bool(is) => out.extend(u32::from(*is).to_le_bytes()),
            Self::Int(number) => out.extend(number.to_le_bytes()),
            Self::U32(number) => out.extend(number.to_le_bytes()),
            Self::Double(number) => out.extend(number.to_le_bytes()),
            Self::Text(text) | Self::Path(text) => {
                out.extend((text.len() as u32).to_le_bytes());
                out.extend(text.as_bytes());
                out.push(0);
            }
            Self::Signature(text) => {
                out.push(text.len() as u8);
                out.extend(text.as_bytes());
                out.push(0);
            }
            Self::Variant(value) => {
                Self::Signature(value.signature()).write(out);
                value.write(out);
            }
            Self::Array(item, items) => {
                let place = out.len();
                out.extend([0; 4]);
                pad(out, alignment(item.as_bytes()[0]));
                let start = out.len();
                items.iter().for_each(|item| item.write(out));
                let length = ((out.len() - start) as u32).to_le_bytes();
                out[place..place + 4].copy_from_slice(&length);
            }
            Self::Struct(items) => items.iter().for_each(|item| item.write(out)),
            Self::Entry(entry) => {
                entry.0.write(out);
                entry.1.write(out);
            }
        }
    }
}

fn pad(out: &mut Vec<u8>, alignment: usize) {
    out.resize(out.len().next_multiple_of(alignment), 0);
}

fn alignment(kind: u8) -> usize {
    match kind {
        b'y' | b'g' | b'v' => 1,
        b'n' | b'q' => 2,
        b'x' | b't' | b'd' | b'(' | b'{' => 8,
        _ => 4,
    }
}

/// Reads values; nothing where the bytes are not what the signature says.
pub fn read(signature: &str, bytes: &[u8]) -> Option<Vec<Value>> {
    let mut reader = Reader { bytes, at: 0 };
    let mut signature = signature.as_bytes();
    let mut values = Vec::new();
    while !signature.is_empty() {
        values.push(reader.value(&mut signature, 0)?);
    }
    Some(values)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn align(&mut self, alignment: usize) {
        self.at = self.at.next_multiple_of(alignment);
    }

    fn take(&mut self, count: usize) -> Option<&[u8]> {
        let found = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(found)
    }

    fn number<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.align(N);
        self.take(N)?.try_into().ok()
    }

    fn text(&mut self, length: usize) -> Option<String> {
        let text = String::from_utf8(self.take(length)?.to_vec()).ok()?;
        (self.take(1)? == [0]).then_some(text)
    }

    fn value(&mut self, signature: &mut &[u8], depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        let (&kind, rest) = signature.split_first()?;
        *signature = rest;
        Some(match kind {
            b'y' => Value::Byte(self.take(1)?[0]),
            b'b' => Value::Bool(u32::from_le_bytes(self.number()?) != 0),
            b'n' => Value::Int(i16::from_le_bytes(self.number()?).into()),
            b'q' => Value::Int(u16::from_le_bytes(self.number()?).into()),
            b'i' => Value::Int(i32::from_le_bytes(self.number()?).into()),
            b'u' => Value::U32(u32::from_le_bytes(self.number()?)),
            b'h' => Value::Int(u32::from_le_bytes(self.number()?).into()),
            b'x' | b't' => Value::Int(i64::from_le_bytes(self.number()?)),
            b'd' => Value::Double(f64::from_le_bytes(self.number()?)),
            b's' | b'o' => {
                let length = u32::from_le_bytes(self.number()?) as usize;
                let text = self.text(length)?;
                if kind == b's' { Value::Text(text) } else { Value::Path(text) }
            }
            b'g' => {
                let length = self.take(1)?[0].into();
                Value::Signature(self.text(length)?)
            }
            b'v' => {
                let length = self.take(1)?[0].into();
                let inner = self.text(length)?;
                let mut inner = inner.as_bytes();
                let value = self.value(&mut inner, depth + 1)?;
                inner.is_empty().then(|| Value::variant(value))?
            }
            b'a' => {
                let length = u32::from_le_bytes(self.number()?) as usize;
                let item = *signature;
                self.align(alignment(*item.first()?));
                let end = self
                    .at
                    .checked_add(length)
                    .filter(|&end| length <= LONGEST && end <= self.bytes.len())?;
                let mut items = Vec::new();
                while self.at < end {
                    items.push(self.value(&mut &*item, depth + 1)?);
                }
                *signature = skip(item, depth + 1)?;
                // What is read is never written, which alone needs to know what there would be.
                (self.at == end).then_some(Value::Array("", items))?
            }
            b'(' | b'{' => {
                self.align(8);
                let close = if kind == b'(' { b')' } else { b'}' };
                let mut items = Vec::new();
                while *signature.first()? != close {
                    items.push(self.value(signature, depth + 1)?);
                }
                *signature = &signature[1..];
                match (kind, items.len()) {
                    (b'{', 2) => {
                        let value = items.pop()?;
                        Value::Entry(Box::new((items.pop()?, value)))
                    }
                    (b'{', _) => return None,
                    _ => Value::Struct(items),
                }
            }
            _ => return None,
        })
    }
}

/// What follows one complete type.
fn skip(signature: &[u8], depth: usize) -> Option<&[u8]> {
    let (&kind, mut rest) = signature.split_first()?;
    if depth > DEEPEST {
        return None;
    }
    match kind {
        b'a' => skip(rest, depth + 1),
        b'(' | b'{' => {
            let close = if kind == b'(' { b')' } else { b'}' };
            while *rest.first()? != close {
                rest = skip(rest, depth + 1)?;
            }
            Some(&rest[1..])
        }
        _ => Some(rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &Value) -> Vec<u8> {
        let mut out = Vec::new();
        value.write(&mut out);
        out
    }

    /// By the rules of the specification's section on marshalling.
    #[test]
    fn bytes_of_values() {
        assert_eq!(written(&Value::text("foo")), b"\x03\0\0\0foo\0");
        assert_eq!(written(&Value::variant(Value::Bool(true))), b"\x01b\0\0\x01\0\0\0");
        let array = Value::Array("x", vec![Value::Int(5)]);
        assert_eq!(written(&array), b"\x08\0\0\0\0\0\0\0\x05\0\0\0\0\0\0\0");
        let dict = Value::dict(vec![("a", Value::U32(7))]);
        assert_eq!(dict.signature(), "a{sv}");
        assert_eq!(written(&dict), b"\x10\0\0\0\0\0\0\0\x01\0\0\0a\0\x01u\0\0\0\0\x07\0\0\0");
    }

    #[test]
    fn what_is_written_is_read() {
        let filters = Value::Array(
            "(sa(us))",
            vec![Value::Struct(vec![
                Value::text("Bilder"),
                Value::Array("(us)", vec![Value::Struct(vec![Value::U32(0), Value::text("*.png")])]),
            ])],
        );
        let values = [Value::Byte(1), Value::Path("/a".into()), Value::dict(vec![("filters", filters)])];
        let mut out = Vec::new();
        values.iter().for_each(|value| value.write(&mut out));
        let signature: String = values.iter().map(Value::signature).collect();
        let found = read(&signature, &out).expect("values");
        let filter = &found[2].get("filters").expect("filters").items()[0];
        assert_eq!(filter.items()[0].as_text(), Some("Bilder"));
        assert_eq!(filter.items()[1].items()[0].items()[1].as_text(), Some("*.png"));
        // Whatever is cut off or changed is refused or read as something else, and harms nothing.
        for end in 0..out.len() {
            assert_eq!(read(&signature, &out[..end]), None);
        }
        for at in 0..out.len() {
            let mut changed = out.clone();
            changed[at] ^= 0x85;
            let _ = read(&signature, &changed);
        }
    }

    #[test]
    fn signatures_that_are_none() {
        for wrong in ["a", "(", "(s", "{s}", "z", "a{s", &"a".repeat(100), &"(".repeat(100), ")"] {
            assert_eq!(read(wrong, &[0; 256]), None, "{wrong}");
        }
        let nested = [1, b'v', 0].repeat(1000);
        assert_eq!(read("v", &nested), None);
    }
}
