//! Metadata values, where they lie in a header.

/// The types of metadata values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ValueType {
    U8,
    I8,
    U16,
    I16,
    U32,
    I32,
    F32,
    Boolean,
    String,
    Array,
    U64,
    I64,
    F64,
}

/// In the order of the numbers that GGUF gives them.
const TYPES: [ValueType; 13] = [
    ValueType::U8,
    ValueType::I8,
    ValueType::U16,
    ValueType::I16,
    ValueType::U32,
    ValueType::I32,
    ValueType::F32,
    ValueType::Boolean,
    ValueType::String,
    ValueType::Array,
    ValueType::U64,
    ValueType::I64,
    ValueType::F64,
];

/// A number, as wide as it is written.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Number {
    Signed(i64),
    Unsigned(u64),
    Float(f64),
}

impl Number {
    pub(super) fn as_float(self) -> f64 {
        match self {
            Self::Signed(number) => number as f64,
            Self::Unsigned(number) => number as f64,
            Self::Float(number) => number,
        }
    }
}

impl ValueType {
    pub(super) fn numbered(number: u32) -> Option<Self> {
        TYPES.get(number as usize).copied()
    }

    /// The bytes of a value, `None` for strings and arrays, which say so themselves.
    pub(super) fn size(self) -> Option<usize> {
        match self {
            Self::U8 | Self::I8 | Self::Boolean => Some(1),
            Self::U16 | Self::I16 => Some(2),
            Self::U32 | Self::I32 | Self::F32 => Some(4),
            Self::U64 | Self::I64 | Self::F64 => Some(8),
            Self::String | Self::Array => None,
        }
    }

    /// The number that these bytes, as many as the type has, are; `None` where it is no number's type.
    pub(super) fn number(self, bytes: &[u8]) -> Option<Number> {
        let mut wide = [0; 8];
        wide.get_mut(..bytes.len())?.copy_from_slice(bytes);
        let bits = u64::from_le_bytes(wide);
        Some(match self {
            Self::U8 | Self::U16 | Self::U32 | Self::U64 => Number::Unsigned(bits),
            Self::I8 => Number::Signed((bits as i8).into()),
            Self::I16 => Number::Signed((bits as i16).into()),
            Self::I32 => Number::Signed((bits as i32).into()),
            Self::I64 => Number::Signed(bits as i64),
            Self::F32 => Number::Float(f32::from_bits(bits as u32).into()),
            Self::F64 => Number::Float(f64::from_bits(bits)),
            Self::Boolean | Self::String | Self::Array => return None,
        })
    }
}

/// Bytes of a header.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Span {
    pub(super) fn of(self, bytes: &[u8]) -> &[u8] {
        &bytes[self.start..self.end]
    }
}

/// A key with its value: a string without its length, an array's items without their type and count.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) key: Span,
    pub(super) kind: ValueType,
    /// Type of an array's items.
    pub(super) item: ValueType,
    /// Number of an array's items, 0 for others.
    pub(super) count: u64,
    pub(super) value: Span,
}

/// A name of a file's as it may stand in a message.
pub(crate) fn shown(name: &[u8]) -> String {
    let printable = |&byte: &u8| if (0x20..0x7f).contains(&byte) { char::from(byte) } else { '?' };
    name.iter().take(80).map(printable).collect()
}
