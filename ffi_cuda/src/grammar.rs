//! What an inference has to write: a JSON schema's values, a regular expression's texts, or a grammar's. llguidance tells
//! which tokens may follow.

use crate::{
    error::{CudaError, Result},
    options::Options,
    tokenizer::Tokenizer,
};
use ffi_core::{memory, stack};
use llguidance::{
    Matcher, ParserFactory,
    api::TopLevelGrammar,
    toktrie::{ApproximateTokEnv, TokRxInfo, TokTrie},
};
use std::sync::{Arc, OnceLock};

/// The bytes of a grammar, and how deeply its brackets nest: what it is compiled with calls itself for each level.
const LONGEST: usize = 256 << 10;
const DEEPEST: usize = 128;
/// Rules of a grammar, and references of a schema: each may lead to another.
const MOST_RULES: usize = 2000;
/// Stack for compiling, and for a step.
const ROOM: usize = 32 << 20;
const STEP_ROOM: usize = 512 << 10;
/// The bytes that a token takes in the tree of all.
const OF_A_TOKEN: usize = 64;
/// A logit that no option makes a likely one of, or infinite.
const NEVER: f32 = -1e30;

/// A model's tokens as grammars see them, made when the first one needs them.
#[derive(Default)]
pub(crate) struct Grammars(OnceLock<Arc<ParserFactory>>);

/// A grammar, and how far a text is in it.
pub(crate) struct Grammar(Matcher);

impl Grammars {
    /// The grammar that options ask for.
    pub(crate) fn of(&self, tokenizer: &Tokenizer, options: &Options) -> Result<Option<Grammar>> {
        let Some((name, text)) = asked_for(options)? else { return Ok(None) };
        check_size(name, &text)?;
        let factory = self.factory(tokenizer)?;
        memory::room_for_input(text.len(), 64)?;
        let compiled = with_room(ROOM, || {
            let grammar = match name {
                "grammar" => TopLevelGrammar::from_lark(text),
                "regex" => TopLevelGrammar::from_regex(&text),
                _ => TopLevelGrammar::from_json_schema(
                    serde_json::from_str(&text).map_err(|error| CudaError::unusable_json(name, &error))?,
                ),
            };
            let mut matcher = Matcher::new(factory.create_parser(grammar));
            // What it may begin with shows whether it can be used at all.
            match matcher.is_accepting() {
                Ok(_) => Ok(Grammar(matcher)),
                Err(error) => {
                    Err(CudaError::parameter(format!("`{name}` is not usable: {}", first_line(&error))))
                }
            }
        });
        compiled?.map(Some)
    }

    fn factory(&self, tokenizer: &Tokenizer) -> Result<Arc<ParserFactory>> {
        if let Some(factory) = self.0.get() {
            return Ok(factory.clone());
        }
        let ends = tokenizer.ends();
        let Some(&end) = ends.first() else {
            return Err(CudaError::parameter(
                "the model has no token that ends a text, as grammars need one",
            ));
        };
        let size = tokenizer.size();
        memory::room_for_input(size as usize * OF_A_TOKEN, 2)?;
        let words: Vec<Vec<u8>> = (0..size).map(|token| word(tokenizer, token)).collect();
        let made = with_room(ROOM, || {
            let tokens = TokTrie::from(&TokRxInfo::new(size, end), &words).with_eos_tokens(ends);
            let environment: Arc<dyn llguidance::toktrie::TokenizerEnv + Sync> =
                Arc::new(ApproximateTokEnv::new(tokens));
            ParserFactory::new_simple(&environment).map(|mut factory| {
                factory.quiet();
                factory.limits_mut().verbose_errors = false;
                Arc::new(factory)
            })
        });
        let factory = made?.map_err(|error| CudaError::Unknown(first_line(&error)))?;
        // Of two threads that make one, the first one's stays.
        let _ = self.0.set(factory.clone());
        Ok(self.0.get().cloned().unwrap_or(factory))
    }
}

impl Grammar {
    /// Makes all logits but those of tokens that may follow such that none of them is chosen.
    pub(crate) fn restrict(&mut self, logits: &mut [f32]) -> Result<()> {
        let mask = with_room(STEP_ROOM, || self.0.compute_mask_or_eos())?.map_err(|error| failed(&error))?;
        for (token, logit) in logits.iter_mut().enumerate() {
            if !mask.is_allowed(token as u32) {
                *logit = NEVER;
            }
        }
        Ok(())
    }

    /// Goes on by a token; true where nothing may follow any more.
    pub(crate) fn take(&mut self, token: u32) -> Result<bool> {
        with_room(STEP_ROOM, || self.0.consume_token(token))?.map_err(|error| failed(&error))?;
        Ok(self.0.is_stopped())
    }

    /// Another one at the same place.
    pub(crate) fn fork(&self) -> Result<Self> {
        with_room(STEP_ROOM, || Self(self.0.deep_clone()))
    }
}

fn with_room<R: Send>(bytes: usize, body: impl FnOnce() -> R + Send) -> Result<R> {
    stack::with_room(bytes, body)
        .map_err(|error| CudaError::OutOfMemory(format!("there is no stack for the grammar: {error}")))
}

/// The name of the one option that is there, and its text.
fn asked_for(options: &Options) -> Result<Option<(&'static str, String)>> {
    let schema = options.json_schema.as_ref().map(|schema| ("json_schema", schema.to_string()));
    let grammar = options.grammar.clone().map(|text| ("grammar", text));
    let regex = options.regex.clone().map(|text| ("regex", text));
    let mut asked = [schema, grammar, regex].into_iter().flatten();
    let first = asked.next();
    if let (Some((name, _)), Some((other, _))) = (&first, asked.next()) {
        return Err(CudaError::parameter(format!(
            "`{name}` and `{other}` are both there, and one of them may be"
        )));
    }
    Ok(first)
}

fn check_size(name: &str, text: &str) -> Result<()> {
    let rules = text.matches(if name == "json_schema" { "\"$ref\"" } else { ":" }).count();
    for (what, count, most) in [
        ("bytes", text.len(), LONGEST),
        ("levels", depth(text), DEEPEST),
        ("rules or references", rules, MOST_RULES),
    ] {
        if count > most {
            return Err(CudaError::parameter(format!("`{name}` has {count} {what}, and may have {most}")));
        }
    }
    Ok(())
}

/// How deeply brackets nest, at most.
fn depth(text: &str) -> usize {
    let (mut level, mut deepest) = (0usize, 0);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => level += 1,
            b')' | b']' | b'}' => level = level.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(level);
    }
    deepest
}

/// Control tokens stand behind a byte that no text has.
fn word(tokenizer: &Tokenizer, token: u32) -> Vec<u8> {
    match tokenizer.bytes(token) {
        [] => [&[TokTrie::SPECIAL_TOKEN_MARKER], tokenizer.listed_bytes(token)].concat(),
        bytes => bytes.to_vec(),
    }
}

fn failed(error: &impl std::fmt::Display) -> CudaError {
    CudaError::InferenceFailed(format!("the grammar: {}", first_line(error)))
}

fn first_line(error: &impl std::fmt::Display) -> String {
    error.to_string().lines().next().unwrap_or_default().chars().take(400).collect()
}
