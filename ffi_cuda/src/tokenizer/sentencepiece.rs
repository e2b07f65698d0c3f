//! SentencePiece's byte-pair encoding: merges by score.

use super::vocabulary::{Kind, Vocabulary, numbers};
use crate::{error::Result, gguf::Gguf};
use std::{cmp::Ordering, collections::BinaryHeap};

/// The scores, and what happens to spaces.
pub(super) struct SentencePiece {
    scores: Vec<f32>,
    space_prefix: bool,
}

const NONE: usize = usize::MAX;

/// A run of bytes, in a doubly linked list; empty once merged into the one before.
struct Symbol {
    start: usize,
    end: usize,
    previous: usize,
    next: usize,
}

/// A possible merge: the highest score first, the leftmost of equals.
struct Merge {
    score: f32,
    left: usize,
    right: usize,
    length: usize,
}

impl Ord for Merge {
    fn cmp(&self, other: &Self) -> Ordering {
        self.score.total_cmp(&other.score).then(other.left.cmp(&self.left))
    }
}

impl PartialOrd for Merge {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Merge {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Merge {}

impl SentencePiece {
    pub(super) fn read(file: &Gguf, vocabulary: &Vocabulary) -> Result<Self> {
        let scores = numbers(file, "tokenizer.ggml.scores", vocabulary.size())?;
        if scores.is_empty() {
            return Err(file.fail("has no tokenizer.ggml.scores"));
        }
        let scores = scores.into_iter().map(|score| score as f32).collect();
        Ok(Self { scores, space_prefix: file.boolean("tokenizer.ggml.add_space_prefix", true)? })
    }

    pub(super) fn adds_prefix(&self) -> bool {
        self.space_prefix
    }

    pub(super) fn encode(&self, text: &str, prefix: bool, vocabulary: &Vocabulary, tokens: &mut Vec<u32>) {
        let text = if prefix && self.space_prefix { format!(" {text}") } else { text.to_owned() };
        for symbol in self.merge_all(&text, vocabulary).iter().filter(|symbol| symbol.start < symbol.end) {
            push(&text.as_bytes()[symbol.start..symbol.end], vocabulary, tokens);
        }
    }

    fn merge_all(&self, text: &str, vocabulary: &Vocabulary) -> Vec<Symbol> {
        let mut symbols = characters(text);
        let mut queue = BinaryHeap::new();
        let propose = |queue: &mut BinaryHeap<Merge>, symbols: &[Symbol], left: usize| {
            let right = symbols.get(left).map_or(NONE, |symbol| symbol.next);
            if right == NONE {
                return;
            }
            let (start, end) = (symbols[left].start, symbols[right].end);
            let id = vocabulary.id(&text.as_bytes()[start..end]);
            if let Some(id) = id.filter(|&id| matches!(vocabulary.kind(id), Kind::Normal | Kind::UserDefined))
            {
                queue.push(Merge { score: self.scores[id as usize], left, right, length: end - start });
            }
        };
        (0..symbols.len()).for_each(|left| propose(&mut queue, &symbols, left));
        while let Some(Merge { left, right, length, .. }) = queue.pop() {
            let fresh = symbols[left].start < symbols[left].end
                && symbols[right].start < symbols[right].end
                && symbols[left].next == right
                && symbols[right].end - symbols[left].start == length;
            if !fresh {
                continue;
            }
            let next = symbols[right].next;
            symbols[left].end = symbols[right].end;
            symbols[right].end = symbols[right].start;
            symbols[left].next = next;
            if next != NONE {
                symbols[next].previous = left;
            }
            propose(&mut queue, &symbols, symbols[left].previous);
            propose(&mut queue, &symbols, left);
        }
        symbols
    }
}

fn characters(text: &str) -> Vec<Symbol> {
    let mut symbols: Vec<Symbol> = text
        .char_indices()
        .enumerate()
        .map(|(i, (start, character))| Symbol {
            start,
            end: start + character.len_utf8(),
            previous: i.wrapping_sub(1),
            next: i + 1,
        })
        .collect();
    if let Some(last) = symbols.last_mut() {
        last.next = NONE;
    }
    symbols
}

/// The token of a symbol, or those of its bytes.
fn push(symbol: &[u8], vocabulary: &Vocabulary, tokens: &mut Vec<u32>) {
    if let Some(id) = vocabulary.id(symbol).filter(|&id| !vocabulary.is_command(id)) {
        return tokens.push(id);
    }
    let bytes: Option<Vec<u32>> = symbol.iter().map(|&byte| vocabulary.byte_token(byte)).collect();
    match bytes {
        Some(bytes) => tokens.extend(bytes),
        None => tokens.extend(vocabulary.unknown()),
    }
}
