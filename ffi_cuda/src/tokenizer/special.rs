//! Tokens that are found in a text as they are, before anything is merged.

use super::vocabulary::{Kind, Vocabulary};
use crate::{error::Result, gguf::Gguf};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use ffi_core::memory;

/// The bytes of the longest special token: a text may be searched for that many at each of its places.
const LONGEST: usize = 1024;
/// The bytes of all special tokens: what finds them takes about sixty times as many.
const MOST: usize = 4 << 20;
/// Bytes that two finders take for each byte of special tokens, and building one takes beside.
const OF_A_BYTE: usize = 160;

/// Of the tokens of a vocabulary whose special tokens swallow the white space behind them, those that do not.
const KEEPS_SPACE: &[&[u8]] = &[b"<unk>", b"<s>", b"<|endoftext|>"];

/// Kinds of tokens that are found in a text that may command.
const COMMANDS: &[Kind] = &[Kind::UserDefined, Kind::Control, Kind::Unknown];

/// A part of a text.
pub(super) enum Piece<'a> {
    Token(u32),
    Text(&'a str),
}

/// Finders of special tokens.
pub(super) struct Special {
    /// Finder of user-defined tokens, which are found in every text.
    user_defined: Finder,
    /// Finder of those, of control tokens and of the unknown token, where the text may command.
    all: Finder,
}

struct Finder {
    automaton: Option<AhoCorasick>,
    tokens: Vec<Found>,
}

struct Found {
    id: u32,
    /// White space behind it belongs to it.
    swallows: bool,
}

impl Special {
    pub(super) fn new(file: &Gguf, vocabulary: &Vocabulary, swallow: bool) -> Result<Self> {
        memory::room_for_input(check_sizes(file, vocabulary)? * OF_A_BYTE, 1)?;
        let build = |kinds: &[Kind]| {
            Finder::new(vocabulary, kinds, swallow)
                .map_err(|error| file.fail(format!("the special tokens: {error}")))
        };
        Ok(Self { user_defined: build(&[Kind::UserDefined])?, all: build(COMMANDS)? })
    }

    pub(super) fn split<'a>(&self, text: &'a str, special: bool) -> Vec<Piece<'a>> {
        let finder = if special { &self.all } else { &self.user_defined };
        let mut pieces = Vec::new();
        let mut start = 0;
        for found in finder.automaton.iter().flat_map(|automaton| automaton.find_iter(text)) {
            if found.start() > start {
                pieces.push(Piece::Text(&text[start..found.start()]));
            }
            let token = &finder.tokens[found.pattern().as_usize()];
            pieces.push(Piece::Token(token.id));
            let behind = &text[found.end()..];
            let swallowed = if token.swallows { behind.len() - behind.trim_start().len() } else { 0 };
            start = start.max(found.end() + swallowed);
        }
        if start < text.len() {
            pieces.push(Piece::Text(&text[start..]));
        }
        pieces
    }
}

/// The bytes of all special tokens.
fn check_sizes(file: &Gguf, vocabulary: &Vocabulary) -> Result<usize> {
    let mut all = 0;
    for id in 0..vocabulary.size() {
        let bytes = vocabulary.bytes(id).len();
        if !COMMANDS.contains(&vocabulary.kind(id)) {
            continue;
        }
        if bytes > LONGEST {
            return Err(file.fail(format!("special token {id} has {bytes} bytes, and may have {LONGEST}")));
        }
        all += bytes;
    }
    if all > MOST {
        return Err(file.fail(format!("the special tokens have {all} bytes together, and may have {MOST}")));
    }
    Ok(all)
}

impl Finder {
    fn new(vocabulary: &Vocabulary, kinds: &[Kind], swallow: bool) -> Result<Self, aho_corasick::BuildError> {
        // Only whole characters, so that what lies between stays text.
        let ids: Vec<u32> = (0..vocabulary.size())
            .filter(|&id| kinds.contains(&vocabulary.kind(id)))
            .filter(|&id| {
                !vocabulary.bytes(id).is_empty() && std::str::from_utf8(vocabulary.bytes(id)).is_ok()
            })
            .collect();
        let automaton = match ids.as_slice() {
            [] => None,
            ids => Some(
                // A DFA, the default for few patterns, takes a kibibyte for each byte of theirs.
                AhoCorasick::builder()
                    .kind(Some(AhoCorasickKind::ContiguousNFA))
                    .match_kind(MatchKind::LeftmostLongest)
                    .build(ids.iter().map(|&id| vocabulary.bytes(id)))?,
            ),
        };
        let found = |id| Found { id, swallows: swallow && !KEEPS_SPACE.contains(&vocabulary.bytes(id)) };
        Ok(Self { automaton, tokens: ids.into_iter().map(found).collect() })
    }
}
