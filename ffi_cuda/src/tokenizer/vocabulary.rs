//! The list of tokens.

use crate::{
    error::Result,
    gguf::{Gguf, Strings},
};
use ffi_core::memory;
use std::collections::HashMap;

/// Bytes that a token takes beside its own: in the list, in the table while that grows, and its kind.
const OF_A_TOKEN: usize = 256;
/// Copies of its bytes, with what the allocator adds.
const COPIES: usize = 4;

const TOKENS: &str = "tokenizer.ggml.tokens";
const KINDS: &str = "tokenizer.ggml.token_type";

/// Kind of a token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Normal,
    Unknown,
    Control,
    UserDefined,
    Unused,
    Byte,
}

/// Every token's bytes and kind.
pub(super) struct Vocabulary {
    byte_level: bool,
    bytes: Vec<Box<[u8]>>,
    kinds: Vec<Kind>,
    ids: HashMap<Box<[u8]>, u32>,
    byte_tokens: [Option<u32>; 256],
    unknown: Option<u32>,
}

impl Vocabulary {
    pub(super) fn read(file: &Gguf, byte_level: bool, size: u32) -> Result<Self> {
        let count = file.count(TOKENS);
        if count != u64::from(size) {
            return Err(file.fail(format!("{TOKENS} has {count} tokens, and the output tensor {size} rows")));
        }
        let texts = file.strings(TOKENS)?;
        let (bytes, count) = texts.size();
        memory::room_for_input(COPIES * bytes + OF_A_TOKEN * count, 1)?;
        let mut vocabulary = Self {
            byte_level,
            bytes: Vec::with_capacity(size as usize),
            kinds: kinds(file, size)?,
            ids: HashMap::new(),
            byte_tokens: [None; 256],
            unknown: None,
        };
        if !byte_level && !lists_kinds(file) {
            vocabulary.find_bytes(&texts);
        }
        for (id, text) in texts.iter().enumerate() {
            vocabulary.push(id as u32, text);
        }
        vocabulary.unknown = match file.integer("tokenizer.ggml.unknown_token_id")? {
            Some(id) => u32::try_from(id).ok().filter(|&id| id < size),
            None => vocabulary.kinds.iter().position(|&kind| kind == Kind::Unknown).map(|id| id as u32),
        };
        Ok(vocabulary)
    }

    /// Where the file does not tell, tokens like `<0x0A>` are those of bytes.
    fn find_bytes(&mut self, texts: &Strings) {
        for (kind, text) in self.kinds.iter_mut().zip(texts.iter()) {
            if byte_of_name(text).is_some() {
                *kind = Kind::Byte;
            }
        }
    }

    fn push(&mut self, id: u32, text: &[u8]) {
        let byte_level = self.byte_level;
        let bytes: Box<[u8]> = match self.kinds[id as usize] {
            Kind::Byte => byte_of_name(text).map_or(text.into(), |byte| [byte].into()),
            Kind::Normal if byte_level => bytes_of_alphabet(text).map_or(text.into(), Vec::into),
            _ if !byte_level => replace(text, "\u{2581}".as_bytes(), b" ").into(),
            _ => text.into(),
        };
        if bytes.len() == 1 && (byte_level || self.kinds[id as usize] == Kind::Byte) {
            self.byte_tokens[usize::from(bytes[0])].get_or_insert(id);
        }
        // A byte token stands for its byte only where no token spells it.
        if self.kinds[id as usize] != Kind::Byte {
            self.ids.entry(bytes.clone()).or_insert(id);
        }
        self.bytes.push(bytes);
    }

    pub(super) fn size(&self) -> u32 {
        self.bytes.len() as u32
    }

    pub(super) fn bytes(&self, id: u32) -> &[u8] {
        self.bytes.get(id as usize).map_or(&[], |bytes| bytes)
    }

    pub(super) fn kind(&self, id: u32) -> Kind {
        self.kinds.get(id as usize).copied().unwrap_or(Kind::Unused)
    }

    /// True for tokens that no text becomes unless that is asked for.
    pub(super) fn is_command(&self, id: u32) -> bool {
        matches!(self.kind(id), Kind::Control | Kind::Unknown)
    }

    pub(super) fn set_kind(&mut self, id: u32, kind: Kind) {
        self.kinds[id as usize] = kind;
    }

    /// The token that the file lists with this text.
    pub(super) fn id_of_listed(&self, text: &str) -> Option<u32> {
        if self.byte_level {
            self.id(text.as_bytes())
        } else {
            self.id(text.replace('\u{2581}', " ").as_bytes())
        }
    }

    pub(super) fn id(&self, bytes: &[u8]) -> Option<u32> {
        self.ids.get(bytes).copied()
    }

    pub(super) fn byte_token(&self, byte: u8) -> Option<u32> {
        self.byte_tokens[usize::from(byte)]
    }

    pub(super) fn unknown(&self) -> Option<u32> {
        self.unknown
    }
}

/// The numbers of an array that has one for each token; none where there is no such array, or an empty one.
pub(super) fn numbers(file: &Gguf, key: &str, tokens: u32) -> Result<Vec<f64>> {
    match file.count(key) {
        count if count == 0 || count == u64::from(tokens) => file.numbers(key),
        count => Err(file.fail(format!("{key} has {count} items, and {TOKENS} {tokens}"))),
    }
}

/// Tells whether a file says of what kind its tokens are.
pub(super) fn lists_kinds(file: &Gguf) -> bool {
    file.count(KINDS) != 0
}

fn kinds(file: &Gguf, count: u32) -> Result<Vec<Kind>> {
    let numbers = numbers(file, KINDS, count)?;
    if numbers.is_empty() {
        return Ok(vec![Kind::Normal; count as usize]);
    }
    Ok(numbers
        .into_iter()
        .map(|number| match number as i64 {
            2 => Kind::Unknown,
            3 => Kind::Control,
            4 => Kind::UserDefined,
            5 => Kind::Unused,
            6 => Kind::Byte,
            _ => Kind::Normal,
        })
        .collect())
}

/// `<0x0A>` is byte 10.
fn byte_of_name(name: &[u8]) -> Option<u8> {
    let digits = name.strip_prefix(b"<0x")?.strip_suffix(b">")?;
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

fn replace(text: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix(from) {
            out.extend(to);
            rest = after;
        } else {
            out.push(rest[0]);
            rest = &rest[1..];
        }
    }
    out
}

/// GPT-2's alphabet writes each byte as a visible character: those that are visible as themselves, the rest
/// from U+0100 on in order. `None` where the text has a character outside it.
pub(super) fn bytes_of_alphabet(text: &[u8]) -> Option<Vec<u8>> {
    std::str::from_utf8(text).ok()?.chars().map(byte_of_character).collect()
}

fn is_visible(byte: u8) -> bool {
    matches!(byte, b'!'..=b'~' | 0xA1..=0xAC | 0xAE..=0xFF)
}

fn byte_of_character(character: char) -> Option<u8> {
    match u32::from(character) {
        code @ 0..=255 => Some(code as u8).filter(|&byte| is_visible(byte)),
        code @ 256..=323 => (0..=255u8).filter(|&byte| !is_visible(byte)).nth(code as usize - 256),
        _ => None,
    }
}
