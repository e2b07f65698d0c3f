//! Tokens that are found in a text as they are, before anything is merged.

use super::vocabulary::{Kind, Vocabulary};
use crate::{error::Result, gguf::Gguf};
use aho_corasick::{AhoCorasick, MatchKind};

/// A part of a text.
pub(super) enum Piece<'a> {
    Token(u32),
    Text(&'a str),
}

/// Finds them.
pub(super) struct Special {
    /// Those of users, always.
    user_defined: Finder,
    /// Those and control tokens, where the text may command.
    all: Finder,
}

struct Finder {
    automaton: Option<AhoCorasick>,
    ids: Vec<u32>,
}

impl Special {
    pub(super) fn new(file: &Gguf, vocabulary: &Vocabulary) -> Result<Self> {
        let build = |kinds: &[Kind]| {
            Finder::new(vocabulary, kinds).map_err(|error| file.fail(format!("the special tokens: {error}")))
        };
        Ok(Self {
            user_defined: build(&[Kind::UserDefined])?,
            all: build(&[Kind::UserDefined, Kind::Control])?,
        })
    }

    pub(super) fn split<'a>(&self, text: &'a str, special: bool) -> Vec<Piece<'a>> {
        let finder = if special { &self.all } else { &self.user_defined };
        let mut pieces = Vec::new();
        let mut start = 0;
        for found in finder.automaton.iter().flat_map(|automaton| automaton.find_iter(text)) {
            if found.start() > start {
                pieces.push(Piece::Text(&text[start..found.start()]));
            }
            pieces.push(Piece::Token(finder.ids[found.pattern().as_usize()]));
            start = found.end();
        }
        if start < text.len() {
            pieces.push(Piece::Text(&text[start..]));
        }
        pieces
    }
}

impl Finder {
    fn new(vocabulary: &Vocabulary, kinds: &[Kind]) -> Result<Self, aho_corasick::BuildError> {
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
                AhoCorasick::builder()
                    .match_kind(MatchKind::LeftmostLongest)
                    .build(ids.iter().map(|&id| vocabulary.bytes(id)))?,
            ),
        };
        Ok(Self { automaton, ids })
    }
}
