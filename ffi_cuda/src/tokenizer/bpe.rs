//! Byte-level byte-pair encoding.

use super::{
    split::Splitter,
    vocabulary::{Vocabulary, bytes_of_alphabet},
};
use crate::{error::Result, gguf::Gguf};
use ffi_core::memory;
use icu_normalizer::ComposingNormalizerBorrowed;
use std::{
    borrow::Cow,
    cmp::Reverse,
    collections::{BinaryHeap, HashMap},
};

/// The merges, by rank.
pub(super) struct Bpe {
    splitter: Splitter,
    merges: HashMap<(u32, u32), (u32, u32)>,
}

const NONE: usize = usize::MAX;
/// Bytes that a merge takes in the table while that grows.
const OF_A_MERGE: usize = 64;

/// A run of bytes that is a token so far, in a doubly linked list.
struct Symbol {
    token: u32,
    previous: usize,
    next: usize,
    alive: bool,
}

impl Bpe {
    pub(super) fn read(file: &Gguf, vocabulary: &Vocabulary, warnings: &mut Vec<String>) -> Result<Self> {
        let name = file.text("tokenizer.ggml.pre")?;
        if matches!(name.as_str(), "" | "default") {
            let said = if name.is_empty() { "missing" } else { "\"default\"" };
            warnings.push(format!(
                "tokenizer.ggml.pre is {said}: texts are split by a general rule, and their tokens may be others than \
                 those that the model was trained with"
            ));
        }
        let splitter = Splitter::named(&name).ok_or_else(|| {
            file.fail(format!(
                "tokenizer.ggml.pre is {:?}, and how texts are split before merging is not known for it",
                name.chars().take(40).collect::<String>()
            ))
        })?;
        let lines = file.strings("tokenizer.ggml.merges")?;
        memory::room_for_input(lines.size().1 * OF_A_MERGE, 1)?;
        let mut merges = HashMap::new();
        for (rank, line) in lines.iter().enumerate() {
            if let Some((pair, merged)) = merge(line, vocabulary) {
                merges.entry(pair).or_insert((rank as u32, merged));
            }
        }
        Ok(Self { splitter, merges })
    }

    /// Tells whether a text begins with the begin token where the file does not say.
    pub(super) fn begins(&self) -> bool {
        self.splitter.begins
    }

    pub(super) fn encode(&self, text: &str, vocabulary: &Vocabulary, tokens: &mut Vec<u32>) {
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let text = if self.splitter.composes { nfc.normalize(text) } else { Cow::Borrowed(text) };
        self.splitter.split(&text, |part| self.encode_part(part.as_bytes(), vocabulary, tokens));
    }

    fn whole_word(&self, part: &[u8], vocabulary: &Vocabulary) -> Option<u32> {
        vocabulary.id(part).filter(|&id| self.splitter.whole_words && !vocabulary.is_command(id))
    }

    fn encode_part(&self, part: &[u8], vocabulary: &Vocabulary, tokens: &mut Vec<u32>) {
        if let Some(token) = self.whole_word(part, vocabulary) {
            return tokens.push(token);
        }
        let start: Vec<u32> = part.iter().filter_map(|&byte| byte_token(byte, vocabulary)).collect();
        let symbols = self.merge_all(link(&start), vocabulary);
        tokens.extend(symbols.iter().filter(|symbol| symbol.alive).map(|symbol| symbol.token));
    }

    /// Applies the lowest-ranked merge, the leftmost of equals, until none is left.
    fn merge_all(&self, mut symbols: Vec<Symbol>, vocabulary: &Vocabulary) -> Vec<Symbol> {
        let mut queue = BinaryHeap::new();
        let propose = |queue: &mut BinaryHeap<_>, symbols: &[Symbol], left: usize| {
            let right = symbols.get(left).map_or(NONE, |symbol| symbol.next);
            if right == NONE {
                return;
            }
            let pair = (symbols[left].token, symbols[right].token);
            let merge = self.merges.get(&pair).filter(|(_, merged)| !vocabulary.is_command(*merged));
            if let Some(&(rank, merged)) = merge {
                queue.push(Reverse((rank, left, right, pair, merged)));
            }
        };
        (0..symbols.len()).for_each(|left| propose(&mut queue, &symbols, left));
        while let Some(Reverse((_, left, right, pair, merged))) = queue.pop() {
            let fresh = symbols[left].alive
                && symbols[right].alive
                && symbols[left].next == right
                && (symbols[left].token, symbols[right].token) == pair;
            if !fresh {
                continue;
            }
            let next = symbols[right].next;
            symbols[right].alive = false;
            symbols[left].token = merged;
            symbols[left].next = next;
            if next != NONE {
                symbols[next].previous = left;
            }
            propose(&mut queue, &symbols, left);
            propose(&mut queue, &symbols, symbols[left].previous);
        }
        symbols
    }
}

fn byte_token(byte: u8, vocabulary: &Vocabulary) -> Option<u32> {
    vocabulary.byte_token(byte).filter(|&id| !vocabulary.is_command(id)).or(vocabulary.unknown())
}

fn link(tokens: &[u32]) -> Vec<Symbol> {
    let last = tokens.len().wrapping_sub(1);
    let symbol = |(i, &token): (usize, &u32)| Symbol {
        token,
        previous: i.wrapping_sub(1),
        next: if i == last { NONE } else { i + 1 },
        alive: true,
    };
    tokens.iter().enumerate().map(symbol).collect()
}

/// `left right` in GPT-2's alphabet: the pair, and the token that it becomes.
fn merge(line: &[u8], vocabulary: &Vocabulary) -> Option<((u32, u32), u32)> {
    // The first character may itself be written as a space in no alphabet, so the first space separates.
    let space = 1 + line.get(1..)?.iter().position(|&byte| byte == b' ')?;
    let (left, right) = (bytes_of_alphabet(&line[..space])?, bytes_of_alphabet(&line[space + 1..])?);
    let merged = vocabulary.id(&[left.as_slice(), &right].concat())?;
    Some(((vocabulary.id(&left)?, vocabulary.id(&right)?), merged))
}
