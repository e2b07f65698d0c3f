//! A text being continued.

use crate::{
    error::{CudaError, Result},
    options::Options,
    sampler::Sampler,
    session::{LoadedModel, Session},
    text::Assembler,
};
use ffi_core::ffi_enum;
use std::{sync::Arc, time::Instant};

/// Progress of an inference.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Statistics {
    /// Tokens of the prompt.
    pub prompt_tokens: u32,
    /// Tokens made so far.
    pub generated_tokens: u32,
    /// Seconds that the prompt took.
    pub prompt_seconds: f64,
    /// Seconds that the other tokens took.
    pub generation_seconds: f64,
}

/// Why an inference has ended.
#[ffi_enum("CudaEndReason")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i64)]
pub enum EndReason {
    /// The inference has not ended.
    None = 0,
    /// The model's end-of-text or end-of-turn token.
    EndToken = 1,
    /// One of the texts that `stop` has.
    StopText = 2,
    /// As many tokens as were asked for.
    MaxTokens = 3,
    /// The model's context is full.
    ContextFull = 4,
    /// A call failed.
    Failed = 5,
}

/// A token that was made, an end-of-turn token too, which adds no text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MadeToken {
    /// The token's number.
    pub id: u32,
    /// The logarithm of its probability, by the logits as they are, where options ask for it.
    pub log_probability: Option<f64>,
}

/// A text being continued, a token at a time.
pub struct Inference {
    model: Arc<LoadedModel>,
    session: Session,
    options: Options,
    sampler: Sampler,
    assembler: Assembler,
    /// Tokens given, and tokens made.
    tokens: Vec<u32>,
    generated: Vec<u32>,
    /// Number of the tokens that the session has taken in.
    fed: usize,
    /// Number of tokens after which it ends.
    enough: u32,
    end: EndReason,
    last: Option<MadeToken>,
    statistics: Statistics,
}

impl Inference {
    pub(crate) fn start_with_text(model: Arc<LoadedModel>, prompt: &str, options: &Options) -> Result<Self> {
        options.check()?;
        if prompt.is_empty() || prompt.contains('\0') {
            let what = if prompt.is_empty() { "empty" } else { "a text with a NUL in it" };
            return Err(CudaError::parameter(format!("`prompt` is {what}")));
        }
        let tokens = model.tokenizer()?.encode_with(prompt, &options.tokenizing());
        if tokens.is_empty() {
            return Err(CudaError::parameter("`prompt` has no token of this model"));
        }
        Self::start(model, tokens, options)
    }

    pub(crate) fn start(model: Arc<LoadedModel>, tokens: Vec<u32>, options: &Options) -> Result<Self> {
        options.check()?;
        model.tokenizer()?;
        if tokens.is_empty() {
            return Err(CudaError::parameter("`tokens` is empty"));
        }
        model.check_length(tokens.len())?;
        let needed = positions(&model, tokens.len(), options.max_tokens);
        let session = model.session(needed.max(options.reserve_tokens.min(model.config.context)))?;
        Ok(Self {
            sampler: Sampler::new(options),
            assembler: Assembler::new(options.stop.clone()),
            generated: Vec::new(),
            fed: 0,
            enough: options.max_tokens,
            end: EndReason::None,
            last: None,
            statistics: Statistics { prompt_tokens: tokens.len() as u32, ..Statistics::default() },
            options: options.clone(),
            model,
            session,
            tokens,
        })
    }

    /// Takes more tokens in at the next call, and makes up to `max_tokens` (1 to 2048) after them.
    pub fn proceed(&mut self, tokens: &[u32], max_tokens: u32) -> Result<()> {
        Options { max_tokens, ..self.options.clone() }.check()?;
        if self.end == EndReason::Failed {
            return Err(CudaError::parameter("the inference has failed, and cannot go on"));
        }
        let length = self.tokens.len() + tokens.len();
        if length == self.fed {
            return Err(CudaError::parameter("`tokens` is empty, and there is nothing to go on from"));
        }
        self.model.check_length(length)?;
        let needed = positions(&self.model, length, max_tokens);
        if needed > self.session.capacity() {
            self.session = self.model.session(needed)?;
            self.fed = 0;
        }
        self.tokens.extend_from_slice(tokens);
        self.assembler = Assembler::new(self.options.stop.clone());
        self.statistics.prompt_tokens += tokens.len() as u32;
        self.enough = self.statistics.generated_tokens + max_tokens;
        self.end = EndReason::None;
        Ok(())
    }

    /// The next token's text and index, `None` at the end. The first call takes the prompt in.
    pub fn next_token(&mut self) -> Result<Option<(String, u32)>> {
        if self.end != EndReason::None {
            return Ok(None);
        }
        let started = Instant::now();
        let takes_in = self.tokens.len() - self.fed > 1 || self.fed == 0;
        let made = self.make_token();
        let seconds = started.elapsed().as_secs_f64();
        if takes_in {
            self.statistics.prompt_seconds += seconds;
        } else {
            self.statistics.generation_seconds += seconds;
        }
        if made.is_err() {
            // The state on the device is not to be trusted any more.
            self.end = EndReason::Failed;
        }
        made
    }

    fn choose_token(&mut self) -> Result<MadeToken> {
        let recent = self.sampler.recent(&self.tokens);
        let (tokens, how) = (&self.tokens[self.fed..], self.sampler.next());
        if self.options.log_probabilities {
            let (id, rated) = self.session.forward_and_rate(tokens, &how, &recent)?;
            return Ok(MadeToken { id, log_probability: Some(rated) });
        }
        let id = self.session.forward_and_sample(tokens, &how, &recent)?;
        Ok(MadeToken { id, log_probability: None })
    }

    fn make_token(&mut self) -> Result<Option<(String, u32)>> {
        let made = self.choose_token()?;
        self.last = Some(made);
        self.fed = self.tokens.len();
        let index = self.statistics.generated_tokens;
        let tokenizer = self.model.tokenizer()?;
        if tokenizer.ends_generation(made.id) {
            self.end = EndReason::EndToken;
            let rest = self.assembler.flush();
            return Ok(if rest.is_empty() { None } else { Some((rest, index)) });
        }
        let (mut text, stopped) = self.assembler.push(tokenizer.bytes(made.id));
        self.tokens.push(made.id);
        self.generated.push(made.id);
        self.statistics.generated_tokens += 1;
        self.end = if stopped {
            EndReason::StopText
        } else if self.session.position() >= self.model.config.context {
            EndReason::ContextFull
        } else if self.statistics.generated_tokens == self.enough {
            EndReason::MaxTokens
        } else {
            return Ok(Some((text, index)));
        };
        text.push_str(&self.assembler.flush());
        Ok(Some((text, index)))
    }

    /// The tokens made so far.
    pub fn generated(&self) -> &[u32] {
        &self.generated
    }

    /// The token that the last call made, where one did.
    pub fn last_token(&self) -> Option<MadeToken> {
        self.last
    }

    /// Why it has ended, if it has.
    pub fn end_reason(&self) -> EndReason {
        self.end
    }

    /// Progress so far.
    pub fn statistics(&self) -> Statistics {
        self.statistics
    }
}

/// The positions for so many tokens and those made after them: the last one of all is not taken in.
fn positions(model: &LoadedModel, tokens: usize, max_tokens: u32) -> u32 {
    let positions = tokens as u64 + u64::from(max_tokens) - 1;
    positions.min(u64::from(model.config.context)) as u32
}
