//! Text to tokens and back, as the model's own file describes it.

mod bpe;
mod ends;
mod sentencepiece;
mod special;
mod split;
mod vocabulary;
mod wordpiece;

use crate::{
    error::Result,
    gguf::Gguf,
    marks::{Marks, key_characters},
    options::TokenizeOptions,
};
use bpe::Bpe;
use ffi_core::memory;
use sentencepiece::SentencePiece;
use special::{Piece, Special};
use std::borrow::Cow;
use vocabulary::{Kind, Vocabulary, lists_kinds};
use wordpiece::WordPiece;

/// The most that a byte of a text takes while it becomes tokens.
const OF_A_BYTE: usize = 96;

/// A model's tokenizer.
pub struct Tokenizer {
    vocabulary: Vocabulary,
    family: Family,
    special: Special,
    begin: Option<u32>,
    end: Option<u32>,
    add_begin: bool,
    add_end: bool,
    ends_generation: Vec<u32>,
    key_characters: Vec<char>,
    warnings: Vec<String>,
}

/// State of the text before a piece of it.
struct Run {
    after_special: bool,
}

enum Family {
    Bytes(Bpe),
    SentencePiece(SentencePiece),
    WordPiece(WordPiece),
}

impl Tokenizer {
    /// `None` where the file has no tokenizer.
    pub(crate) fn read(file: &Gguf, vocabulary_size: u32) -> Result<Option<Self>> {
        if !file.has("tokenizer.ggml.model") {
            return Ok(None);
        }
        let family = file.text("tokenizer.ggml.model")?;
        let byte_level = match family.as_str() {
            "gpt2" => true,
            "llama" | "bert" => false,
            other => {
                return Err(file.fail(format!(
                    "tokenizer.ggml.model is {:?}, and gpt2, llama and bert are known",
                    other.chars().take(40).collect::<String>()
                )));
            }
        };
        let architecture = file.text("general.architecture")?;
        let mut warnings = Vec::new();
        let mut vocabulary = Vocabulary::read(file, byte_level, vocabulary_size)?;
        let family = match family.as_str() {
            "gpt2" => Family::Bytes(Bpe::read(file, &vocabulary, &mut warnings)?),
            "bert" => Family::WordPiece(WordPiece::read(file, &vocabulary)?),
            _ => Family::SentencePiece(SentencePiece::read(file, &vocabulary)?),
        };
        let by_words = matches!(family, Family::WordPiece(_));
        if !lists_kinds(file) {
            warnings.push(
                "tokenizer.ggml.token_type is missing: tokens are taken for control tokens, and for bytes, by their \
                 texts alone"
                    .to_owned(),
            );
        }
        let begins = match &family {
            Family::Bytes(bpe) => bpe.begins(),
            Family::SentencePiece(_) | Family::WordPiece(_) => true,
        };
        let token = |name: &str| -> Result<Option<u32>> {
            match file.integer(&format!("tokenizer.ggml.{name}_token_id"))? {
                None => Ok(None),
                Some(id) if (0..i64::from(vocabulary_size)).contains(&id) => Ok(Some(id as u32)),
                Some(id) => Err(file.fail(format!(
                    "tokenizer.ggml.{name}_token_id is {id}, and the vocabulary has {vocabulary_size} tokens"
                ))),
            }
        };
        let (mut begin, mut end) = (token("bos")?, token("eos")?);
        if by_words {
            // As BERT calls them; the word is misspelt in files.
            begin = begin.or(token("cls")?).or_else(|| vocabulary.id_of_listed("[CLS]"));
            end = token("seperator")?.or(end).or_else(|| vocabulary.id_of_listed("[SEP]"));
        }
        let mut named = Vec::from_iter(end);
        for name in ["eot", "eom", "fim_pad", "fim_rep", "fim_sep"] {
            named.extend(token(name)?);
        }
        let ends_generation = ends::find(&mut vocabulary, named, &mut warnings);
        let commands = (0..vocabulary_size).filter(|&id| vocabulary.is_command(id));
        let texts = commands.filter_map(|id| std::str::from_utf8(vocabulary.bytes(id)).ok());
        Ok(Some(Self {
            key_characters: key_characters(texts),
            // Phi 3's were defined so, and files do not say it; later Phis have a byte-level vocabulary.
            special: Special::new(file, &vocabulary, !byte_level && architecture == "phi3")?,
            begin,
            end,
            add_begin: file.boolean("tokenizer.ggml.add_bos_token", begins)?,
            add_end: file.boolean("tokenizer.ggml.add_eos_token", by_words)?,
            ends_generation,
            warnings,
            vocabulary,
            family,
        }))
    }

    /// The tokens of `text`. Where `special`, texts of control tokens in it (`<|im_start|>`) become those
    /// tokens, and the begin and end tokens that the model wants are added.
    pub fn encode(&self, text: &str, special: bool) -> Vec<u32> {
        let without = (!special).then_some(false);
        self.encode_with(
            text,
            &TokenizeOptions { parse_control: special, add_bos: without, add_eos: without },
        )
    }

    /// The tokens of `text`. Where control tokens are not parsed, none is among those of the text.
    pub fn encode_with(&self, text: &str, options: &TokenizeOptions) -> Vec<u32> {
        let text = self.as_written(text);
        let mut tokens = Vec::new();
        let mut run = Run { after_special: true };
        for piece in self.special.split(&text, options.parse_control) {
            self.push(piece, &mut run, &mut tokens);
        }
        self.surround(tokens, options.add_bos, options.add_eos)
    }

    /// The tokens of a text whose control tokens are those that have no mark on them.
    pub(crate) fn encode_marked(&self, text: &str, marks: &Marks, add_bos: Option<bool>) -> Vec<u32> {
        let text = self.as_written(text);
        let mut tokens = Vec::new();
        let mut run = Run { after_special: true };
        for piece in self.special.split(&text, true) {
            let part = match piece {
                Piece::Text(part) => part,
                Piece::Token(id) => match self.unguarded(id, marks) {
                    Some(part) => part,
                    None => {
                        self.push(piece, &mut run, &mut tokens);
                        continue;
                    }
                },
            };
            for piece in self.special.split(&marks.unmark(part), false) {
                self.push(piece, &mut run, &mut tokens);
            }
        }
        self.surround(tokens, add_bos, Some(false))
    }

    /// The text of a control token that users could have written, for there is nothing in it to be marked.
    fn unguarded(&self, id: u32, marks: &Marks) -> Option<&str> {
        if self.vocabulary.kind(id) == Kind::UserDefined {
            return None;
        }
        std::str::from_utf8(self.vocabulary.bytes(id)).ok().filter(|text| !marks.guards(text))
    }

    /// SentencePiece writes a space so, and takes it for one in a text too.
    fn as_written<'a>(&self, text: &'a str) -> Cow<'a, str> {
        memory::require(text.len().saturating_mul(OF_A_BYTE));
        match &self.family {
            Family::SentencePiece(_) if text.contains('\u{2581}') => text.replace('\u{2581}', " ").into(),
            _ => text.into(),
        }
    }

    fn push(&self, piece: Piece, run: &mut Run, tokens: &mut Vec<u32>) {
        run.after_special = match piece {
            Piece::Token(id) => {
                tokens.push(id);
                true
            }
            Piece::Text(part) => {
                match &self.family {
                    Family::Bytes(bpe) => bpe.encode(part, &self.vocabulary, tokens),
                    Family::WordPiece(model) => model.encode(part, &self.vocabulary, tokens),
                    Family::SentencePiece(model) => {
                        model.encode(part, run.after_special, &self.vocabulary, tokens);
                    }
                }
                false
            }
        };
    }

    /// Adds the begin and the end token where they are wanted, or else where the model wants them.
    fn surround(&self, mut tokens: Vec<u32>, add_bos: Option<bool>, add_eos: Option<bool>) -> Vec<u32> {
        // A template may have begun with it already.
        let begin = self.begin.filter(|_| add_bos.unwrap_or(self.add_begin));
        if let Some(begin) = begin.filter(|begin| tokens.first() != Some(begin)) {
            tokens.insert(0, begin);
        }
        tokens.extend(self.end.filter(|_| add_eos.unwrap_or(self.add_end)));
        tokens
    }

    /// The bytes that a token stands for, none for a control token.
    pub fn bytes(&self, token: u32) -> &[u8] {
        match self.vocabulary.kind(token) {
            Kind::Control | Kind::Unused => &[],
            _ => self.vocabulary.bytes(token),
        }
    }

    /// The same, of a control token its text.
    pub fn listed_bytes(&self, token: u32) -> &[u8] {
        self.vocabulary.bytes(token)
    }

    /// The text of a token as the vocabulary lists it, control tokens included.
    pub fn token_text(&self, token: u32) -> String {
        String::from_utf8_lossy(self.vocabulary.bytes(token)).into_owned()
    }

    /// The bytes of a whole text: what [`encode`](Self::encode) took apart.
    pub fn decode(&self, tokens: &[u32]) -> Vec<u8> {
        let bytes: Vec<u8> = tokens.iter().flat_map(|&token| self.bytes(token)).copied().collect();
        let prefixed = match &self.family {
            Family::Bytes(_) => false,
            Family::SentencePiece(model) => model.adds_prefix(),
            Family::WordPiece(_) => true,
        };
        match bytes.strip_prefix(b" ") {
            Some(rest) if prefixed => rest.to_vec(),
            _ => bytes,
        }
    }

    /// The token of what no other token spells.
    pub(crate) fn unknown(&self) -> Option<u32> {
        self.vocabulary.unknown()
    }

    /// The characters by which control tokens are told from texts.
    pub(crate) fn key_characters(&self) -> &[char] {
        &self.key_characters
    }

    /// Number of tokens in the vocabulary.
    pub fn size(&self) -> u32 {
        self.vocabulary.size()
    }

    /// The end-of-text and end-of-turn tokens.
    pub(crate) fn ends(&self) -> &[u32] {
        &self.ends_generation
    }

    /// True for the end-of-text and end-of-turn tokens.
    pub fn ends_generation(&self, token: u32) -> bool {
        self.ends_generation.contains(&token)
    }

    /// Warnings of what the file leaves open or says oddly, a sentence each.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// The token that begins a text, and the one that ends it.
    pub fn begin_and_end(&self) -> (Option<u32>, Option<u32>) {
        (self.begin, self.end)
    }
}
