//! WordPiece, the tokenizer of BERT: words are cleaned, and each is taken apart by its longest beginnings.

use super::vocabulary::Vocabulary;
use crate::{
    error::{CudaError, Result},
    gguf::Gguf,
};
use icu_normalizer::DecomposingNormalizerBorrowed;
use regex::Regex;

/// Words of more characters are unknown.
const LONGEST_WORD: usize = 100;
const UNKNOWN: &str = "[UNK]";

/// How words are cleaned, and what stands for those that have no tokens.
pub(super) struct WordPiece {
    lowercase: bool,
    unknown: Option<u32>,
    longest_token: usize,
    marks: Regex,
    others: Regex,
    punctuation: Regex,
}

impl WordPiece {
    pub(super) fn read(file: &Gguf, vocabulary: &Vocabulary) -> Result<Self> {
        let class = |class: &str| Regex::new(class).map_err(|error| CudaError::Unknown(error.to_string()));
        Ok(Self {
            // Most of these models know no capitals, and nearly no file says it.
            lowercase: file.boolean("tokenizer.ggml.normalizer.lowercase", true)?,
            unknown: vocabulary.unknown().or_else(|| vocabulary.id_of_listed(UNKNOWN)),
            longest_token: (0..vocabulary.size()).map(|id| vocabulary.bytes(id).len()).max().unwrap_or(0),
            marks: class(r"\p{Mn}")?,
            others: class(r"[\p{Cc}\p{Cf}\p{Co}]")?,
            punctuation: class(r"\p{P}")?,
        })
    }

    pub(super) fn encode(&self, text: &str, vocabulary: &Vocabulary, tokens: &mut Vec<u32>) {
        let cleaned = self.clean(text);
        let mut word = String::new();
        for character in cleaned.chars() {
            if character == ' ' || is_ideograph(character) || self.is_punctuation(character) {
                self.push(&mut word, vocabulary, tokens);
                if character != ' ' {
                    word.push(character);
                    self.push(&mut word, vocabulary, tokens);
                }
            } else {
                word.push(character);
            }
        }
        self.push(&mut word, vocabulary, tokens);
    }

    /// Without controls and, where there are no capitals, accents; spaces are all the same.
    fn clean(&self, text: &str) -> String {
        let kept = text.chars().filter_map(|character| match character {
            '\t' | '\n' | '\r' => Some(' '),
            '\0' | '\u{FFFD}' => None,
            _ if self.is(&self.others, character) => None,
            _ if character.is_whitespace() => Some(' '),
            _ => Some(character),
        });
        if !self.lowercase {
            return kept.collect();
        }
        let decomposed: String = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(kept).collect();
        let plain = decomposed.chars().filter(|&character| !self.is(&self.marks, character));
        plain.flat_map(char::to_lowercase).collect()
    }

    fn is(&self, class: &Regex, character: char) -> bool {
        if character.is_ascii() {
            return std::ptr::eq(class, &self.others) && character.is_ascii_control();
        }
        class.is_match(character.encode_utf8(&mut [0; 4]))
    }

    fn is_punctuation(&self, character: char) -> bool {
        character.is_ascii_punctuation() || self.is(&self.punctuation, character)
    }

    /// Adds the tokens of a word, and empties it. Those that begin one have a space before them.
    fn push(&self, word: &mut String, vocabulary: &Vocabulary, tokens: &mut Vec<u32>) {
        if word.is_empty() {
            return;
        }
        let before = tokens.len();
        let spaced = format!(" {word}");
        let mut rest = spaced.as_str();
        if word.chars().count() > LONGEST_WORD || !self.take_apart(&mut rest, vocabulary, tokens) {
            tokens.truncate(before);
            tokens.extend(self.unknown);
        }
        word.clear();
    }

    fn take_apart(&self, rest: &mut &str, vocabulary: &Vocabulary, tokens: &mut Vec<u32>) -> bool {
        while !rest.is_empty() {
            let ends = rest.char_indices().map(|(at, character)| at + character.len_utf8());
            let ends: Vec<usize> = ends.take_while(|&end| end <= self.longest_token).collect();
            // A space alone is no beginning.
            let found = ends.into_iter().rev().filter(|&end| &rest[..end] != " ").find_map(|end| {
                vocabulary
                    .id(&rest.as_bytes()[..end])
                    .filter(|&id| !vocabulary.is_command(id))
                    .map(|id| (id, end))
            });
            let Some((id, end)) = found else { return false };
            tokens.push(id);
            *rest = &rest[end..];
        }
        true
    }
}

/// Characters that are words of their own: the CJK ideographs of BERT's tokenizer.
fn is_ideograph(character: char) -> bool {
    matches!(u32::from(character),
        0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x20000..=0x2A6DF | 0x2A700..=0x2B73F | 0x2B740..=0x2B81F
        | 0x2B920..=0x2CEAF | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F)
}
