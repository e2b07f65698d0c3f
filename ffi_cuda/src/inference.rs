//! A text being continued.

use crate::{
    error::{CudaError, Result},
    options::Options,
    sampler::Sampler,
    session::{LoadedModel, Session},
    text::Assembler,
};
use std::{sync::Arc, time::Instant};

/// How far an inference is.
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

/// A text being continued, a token at a time.
pub struct Inference {
    model: Arc<LoadedModel>,
    session: Session,
    sampler: Sampler,
    assembler: Assembler,
    /// The prompt's tokens and then those that were made.
    tokens: Vec<u32>,
    prompt_tokens: usize,
    /// How many of the tokens the session has taken in.
    fed: usize,
    max_tokens: u32,
    finished: bool,
    statistics: Statistics,
}

impl Inference {
    pub(crate) fn start(model: Arc<LoadedModel>, prompt: &str, options: &Options) -> Result<Self> {
        options.check()?;
        if prompt.is_empty() || prompt.contains('\0') {
            let what = if prompt.is_empty() { "empty" } else { "a text with a NUL in it" };
            return Err(CudaError::parameter(format!("`prompt` is {what}")));
        }
        let tokens = model.tokenizer()?.encode(prompt, options.special);
        if tokens.is_empty() {
            return Err(CudaError::parameter("`prompt` has no token of this model"));
        }
        model.check_length(tokens.len())?;
        let positions = tokens.len() as u64 + u64::from(options.max_tokens) - 1;
        let session = model.session(positions.min(u64::from(model.config.context)) as u32)?;
        Ok(Self {
            sampler: Sampler::new(options),
            assembler: Assembler::new(options.stop.clone()),
            prompt_tokens: tokens.len(),
            fed: 0,
            max_tokens: options.max_tokens,
            finished: false,
            statistics: Statistics { prompt_tokens: tokens.len() as u32, ..Statistics::default() },
            model,
            session,
            tokens,
        })
    }

    /// The next token's text and index, `None` at the end. The first call takes the prompt in.
    pub fn next_token(&mut self) -> Result<Option<(String, u32)>> {
        if self.finished {
            return Ok(None);
        }
        let started = Instant::now();
        let first = self.fed == 0;
        let made = self.make_token();
        let seconds = started.elapsed().as_secs_f64();
        if first {
            self.statistics.prompt_seconds += seconds;
        } else {
            self.statistics.generation_seconds += seconds;
        }
        // After a failure the state on the device is not to be trusted.
        self.finished |= made.is_err();
        made
    }

    fn choose_token(&mut self) -> Result<u32> {
        let recent = self.sampler.recent(&self.tokens);
        self.session.forward_and_sample(&self.tokens[self.fed..], &self.sampler.next(), &recent)
    }

    fn make_token(&mut self) -> Result<Option<(String, u32)>> {
        let token = self.choose_token()?;
        self.fed = self.tokens.len();
        let index = self.statistics.generated_tokens;
        let tokenizer = self.model.tokenizer()?;
        if tokenizer.ends_generation(token) {
            self.finished = true;
            let rest = self.assembler.flush();
            return Ok(if rest.is_empty() { None } else { Some((rest, index)) });
        }
        let (mut text, stopped) = self.assembler.push(tokenizer.bytes(token));
        self.tokens.push(token);
        self.statistics.generated_tokens += 1;
        let context_full = self.session.position() >= self.model.config.context;
        if stopped || context_full || self.statistics.generated_tokens == self.max_tokens {
            self.finished = true;
            text.push_str(&self.assembler.flush());
        }
        Ok(Some((text, index)))
    }

    /// The tokens made so far.
    pub fn generated(&self) -> &[u32] {
        &self.tokens[self.prompt_tokens..]
    }

    /// How far it is.
    pub fn statistics(&self) -> Statistics {
        self.statistics
    }
}
