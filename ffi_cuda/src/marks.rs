//! Marks on what users say: in their texts some characters stand in for others until a rendered text is taken apart.
//!
//! A template joins, cuts and trims texts, so that the text of a control token may come together from pieces. Every
//! such text that a chat may use has a *key character*, and users' key characters are others while a template runs.
//! Whatever then reads as a control token was written by the template, whatever it did with the users' texts.

use crate::error::{CudaError, Result};
use std::{borrow::Cow, collections::HashSet};

/// Which of a control token's characters is its key: the first of these that it has, or its first other sign. They are
/// the signs that templates look for least in a text.
const PREFERRED: [char; 5] = ['|', '\u{ff5c}', '[', '<', '{'];
/// Most different key characters that can be marked.
const MOST_KEYS: usize = 1024;
/// Private characters stand in, which texts have least.
const STAND_INS: [std::ops::RangeInclusive<u32>; 2] = [0xE000..=0xF8FF, 0xF_0000..=0xF_FFFD];

/// Tells whether a character may be a key: words and spaces are what templates look for.
fn may_be_key(character: char) -> bool {
    !character.is_alphanumeric() && !character.is_whitespace() && character != '_'
}

/// The characters of which every one of `texts` has one, but for those that are words and spaces alone.
pub(crate) fn key_characters<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<char> {
    let mut keys = HashSet::new();
    for text in texts {
        if text.contains(|character| keys.contains(&character)) {
            continue;
        }
        let preferred = PREFERRED.into_iter().find(|&key| text.contains(key));
        keys.extend(preferred.or_else(|| text.chars().find(|&character| may_be_key(character))));
    }
    let mut keys = Vec::from_iter(keys);
    keys.sort_unstable();
    keys
}

/// Key characters, each with what stands in for it: both in ascending order.
pub(crate) struct Marks(Vec<(char, char)>);

impl Marks {
    /// `used` has all private characters of the texts and of the template.
    pub(crate) fn new(keys: &[char], used: &HashSet<char>) -> Result<Self> {
        if keys.len() > MOST_KEYS {
            return Err(CudaError::parameter(format!(
                "the model's control tokens are told from texts by {} characters, and {MOST_KEYS} are the most",
                keys.len()
            )));
        }
        let free = STAND_INS.into_iter().flatten().filter_map(char::from_u32);
        let pairs: Vec<_> =
            keys.iter().copied().zip(free.filter(|stand_in| !used.contains(stand_in))).collect();
        if pairs.len() < keys.len() {
            return Err(CudaError::parameter("the messages use every private character that Unicode has"));
        }
        Ok(Self(pairs))
    }

    /// Tells whether a character has to be among those that are used.
    pub(crate) fn is_private(character: char) -> bool {
        STAND_INS.iter().any(|range| range.contains(&u32::from(character)))
    }

    /// A user's text, as a template may have it.
    pub(crate) fn mark<'a>(&self, text: &'a str) -> Cow<'a, str> {
        replaced(text, |character| {
            let found = self.0.binary_search_by_key(&character, |(key, _)| *key);
            found.ok().map(|at| self.0[at].1)
        })
    }

    /// The text as it was before users' texts were marked.
    pub(crate) fn unmark<'a>(&self, text: &'a str) -> Cow<'a, str> {
        replaced(text, |character| {
            let found = self.0.binary_search_by_key(&character, |(_, mark)| *mark);
            found.ok().map(|at| self.0[at].0)
        })
    }

    /// Tells whether a text has a key character, so that no user can have written it.
    pub(crate) fn guards(&self, text: &str) -> bool {
        text.chars().any(|character| self.0.binary_search_by_key(&character, |(key, _)| *key).is_ok())
    }
}

fn replaced(text: &str, other: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    if text.chars().all(|character| other(character).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|character| other(character).unwrap_or(character)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(texts: &[&str]) -> String {
        key_characters(texts.iter().copied()).into_iter().collect()
    }

    #[test]
    fn every_control_token_has_a_key_character() {
        assert_eq!(keys(&["<|endoftext|>", "<|im_start|>", "<|im_end|>"]), "|");
        assert_eq!(keys(&["<pad>", "<eos>", "<start_of_turn>"]), "<");
        assert_eq!(keys(&["<unk>", "[INST]", "[/INST]", "</s>"]), "<[");
        assert_eq!(keys(&["EOT", "a_b", " "]), "");
        assert_eq!(keys(&["!!", "?!", "$"]), "!$");
    }

    #[test]
    fn marks_are_taken_back_and_are_none_of_the_texts_own() {
        let text = "a|\u{f0000}<\u{e000}|";
        let used = text.chars().filter(|&character| Marks::is_private(character)).collect();
        let marks = Marks::new(&['<', '|'], &used).unwrap();
        let marked = marks.mark(text).into_owned();
        assert!(!marked.contains(['|', '<']));
        assert_eq!(marked.chars().count(), text.chars().count());
        assert_eq!(marks.unmark(&marked), text);
        assert!(matches!(marks.mark("plain"), Cow::Borrowed("plain")));
        let keys: Vec<char> = ('\u{100}'..).take(MOST_KEYS + 1).collect();
        assert!(Marks::new(&keys, &HashSet::new()).is_err());
    }
}
