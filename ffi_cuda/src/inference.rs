//! A text being continued.

use crate::{
    bridge::ffi::SamplingOptions,
    error::{CudaError, Result},
    grammar::Grammar,
    options::Options,
    sampler::{Sampler, recent},
    session::{LoadedModel, Session, surprise},
    text::Assembler,
    watch::Progress,
};
use ffi_core::{ffi_enum, memory};
use serde::{Deserialize, Serialize};
use std::{sync::Arc, time::Instant};

/// Progress of an inference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// It was cancelled.
    Cancelled = 6,
    /// Nothing may follow, by the schema, the grammar or the regular expression that it has.
    Complete = 7,
}

impl EndReason {
    /// The reason with this number.
    pub(crate) fn numbered(number: i64) -> Option<Self> {
        use EndReason::{Cancelled, Complete, ContextFull, EndToken, Failed, MaxTokens, None, StopText};
        let all = [None, EndToken, StopText, MaxTokens, ContextFull, Failed, Cancelled, Complete];
        usize::try_from(number).ok().and_then(|at| all.get(at).copied())
    }
}

/// A token that was made, an end-of-turn token too, which adds no text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MadeToken {
    /// The token's number.
    pub id: u32,
    /// The logarithm of its probability, by the logits as they are, where options ask for it.
    pub log_probability: Option<f64>,
}

/// A text being continued, a token at a time.
pub struct Inference {
    pub(crate) model: Arc<LoadedModel>,
    pub(crate) session: Session,
    pub(crate) options: Options,
    pub(crate) sampler: Sampler,
    pub(crate) assembler: Assembler,
    pub(crate) grammar: Option<Grammar>,
    /// Number of tokens before those that the grammar is for.
    pub(crate) answer_from: usize,
    /// Tokens given, and tokens made.
    pub(crate) tokens: Vec<u32>,
    pub(crate) generated: Vec<u32>,
    /// Number of the tokens that the session has taken in.
    pub(crate) fed: usize,
    /// Number of tokens after which it ends.
    pub(crate) enough: u32,
    pub(crate) end: EndReason,
    pub(crate) last: Option<MadeToken>,
    pub(crate) statistics: Statistics,
    pub(crate) progress: Arc<Progress>,
}

impl Inference {
    pub(crate) fn start_with_text(model: Arc<LoadedModel>, prompt: &str, options: &Options) -> Result<Self> {
        model.check_writes()?;
        options.check(model.config.context)?;
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
        model.check_writes()?;
        options.check(model.config.context)?;
        let grammar = model.grammars.of(model.tokenizer()?, options)?;
        if tokens.is_empty() {
            return Err(CudaError::parameter("`tokens` is empty"));
        }
        model.check_length(tokens.len())?;
        let needed = positions(&model, tokens.len(), options.max_tokens);
        let session = model.session(needed.max(options.reserve_tokens.min(model.config.context)))?;
        let inference = Self {
            sampler: Sampler::new(options.seed),
            assembler: Assembler::new(options.stop.clone()),
            generated: Vec::new(),
            grammar,
            answer_from: tokens.len(),
            fed: 0,
            enough: options.max_tokens,
            end: EndReason::None,
            last: None,
            statistics: Statistics { prompt_tokens: tokens.len() as u32, ..Statistics::default() },
            options: options.clone(),
            progress: Arc::default(),
            model,
            session,
            tokens,
        };
        Ok(inference.watched())
    }

    /// Lets its session ask whether calls go on.
    pub(crate) fn watched(mut self) -> Self {
        self.session.watch(&self.progress);
        self.show_progress();
        self
    }

    fn show_progress(&self) {
        self.progress.set(self.fed, self.tokens.len());
    }

    fn refuse_failed(&self) -> Result<()> {
        match self.end {
            EndReason::Failed => Err(CudaError::parameter("the inference has failed, and cannot go on")),
            _ => Ok(()),
        }
    }

    /// Makes room for so many tokens and those made after them; what was taken in stays so where it can.
    fn make_room(&mut self, tokens: usize, max_tokens: u32) -> Result<()> {
        let needed = positions(&self.model, tokens, max_tokens);
        if needed <= self.session.capacity() {
            return Ok(());
        }
        let mut session = self.model.session(needed)?;
        if !session.copy_from(&mut self.session)? {
            self.fed = 0;
        }
        self.session = session;
        self.session.watch(&self.progress);
        Ok(())
    }

    /// Takes more tokens in at the next call, and makes up to `max_tokens` after them.
    pub fn proceed(&mut self, tokens: &[u32], max_tokens: u32) -> Result<()> {
        Options { max_tokens, ..self.options.clone() }.check(self.model.config.context)?;
        self.refuse_failed()?;
        let length = self.tokens.len() + tokens.len();
        if length == self.fed {
            return Err(CudaError::parameter("`tokens` is empty, and there is nothing to go on from"));
        }
        self.model.check_length(length)?;
        memory::reserve(&mut self.tokens, tokens.len())?;
        let grammar = self.model.grammars.of(self.model.tokenizer()?, &self.options)?;
        self.make_room(length, max_tokens)?;
        self.tokens.extend_from_slice(tokens);
        (self.grammar, self.answer_from) = (grammar, length);
        self.assembler = Assembler::new(self.options.stop.clone());
        self.statistics.prompt_tokens += tokens.len() as u32;
        self.enough = self.statistics.generated_tokens.saturating_add(max_tokens);
        self.end = EndReason::None;
        self.progress.resume();
        self.show_progress();
        Ok(())
    }

    /// Changes options of the tokens to follow: those that a JSON object has.
    pub fn set_options(&mut self, options_json: &str) -> Result<()> {
        let (options, names) = self.options.changed(options_json)?;
        options.check(self.model.config.context)?;
        self.refuse_failed()?;
        if ["json_schema", "grammar", "regex"].iter().any(|&name| names.contains(name)) {
            self.grammar = self.model.grammars.of(self.model.tokenizer()?, &options)?;
            self.answer_from = self.tokens.len();
        }
        if names.contains("max_tokens") {
            self.make_room(self.tokens.len(), options.max_tokens)?;
            self.enough = self.statistics.generated_tokens.saturating_add(options.max_tokens);
        }
        if names.contains("seed") {
            self.sampler = Sampler::new(options.seed);
        }
        self.assembler.set_stops(options.stop.clone());
        self.options = options;
        Ok(())
    }

    /// Takes in up to `most` of the tokens that are due, but for the last, with which the next one is made: how many of
    /// them are left.
    pub fn prefill(&mut self, most: usize) -> Result<usize> {
        let last = self.tokens.len() - 1;
        let count = last.saturating_sub(self.fed).min(most);
        if count == 0 || self.is_over() {
            return Ok(last.saturating_sub(self.fed));
        }
        let started = Instant::now();
        let taken = self.session.take_in(&self.tokens[self.fed..self.fed + count]);
        self.statistics.prompt_seconds += started.elapsed().as_secs_f64();
        self.settle(taken)?;
        Ok(last - self.fed)
    }

    /// True where no call computes any more; one that was cancelled ends now.
    pub(crate) fn is_over(&mut self) -> bool {
        if self.end == EndReason::None && self.progress.is_cancelled() {
            self.end = EndReason::Cancelled;
        }
        self.end != EndReason::None
    }

    /// Knows what was taken in, also where a call was cancelled. After another error the state on the device is not to
    /// be trusted any more.
    pub(crate) fn settle(&mut self, called: Result<()>) -> Result<()> {
        self.fed = self.session.position() as usize;
        self.show_progress();
        if called.is_ok() {
            return Ok(());
        }
        if self.progress.was_heeded() {
            self.end = EndReason::Cancelled;
            return Ok(());
        }
        self.end = EndReason::Failed;
        called
    }

    /// The next token's text and index, `None` at the end. The first call takes the prompt in.
    pub fn next_token(&mut self) -> Result<Option<(String, u32)>> {
        if self.is_over() {
            return Ok(None);
        }
        let started = Instant::now();
        let takes_in = self.tokens.len() - self.fed > 1 || self.fed == 0;
        let sampler = self.sampler;
        let made = self.choose_token();
        let seconds = started.elapsed().as_secs_f64();
        if takes_in {
            self.statistics.prompt_seconds += seconds;
        } else {
            self.statistics.generation_seconds += seconds;
        }
        match made {
            Ok(made) => {
                self.settle(Ok(()))?;
                self.add(made)
            }
            Err(error) => {
                self.sampler = sampler;
                self.settle(Err(error)).map(|()| None)
            }
        }
    }

    fn choose_token(&mut self) -> Result<MadeToken> {
        let recent = recent(&self.options, &self.tokens);
        let (tokens, how) = (&self.tokens[self.fed..], self.sampler.next(&self.options));
        if self.options.log_probabilities || self.grammar.is_some() {
            let mut logits = self.session.feed(tokens, false)?;
            return self.choose_of(&mut logits, &how, &recent);
        }
        let id = self.session.forward_and_sample(tokens, &how, &recent)?;
        Ok(MadeToken { id, log_probability: None })
    }

    /// A token by logits, which change where some may not follow.
    pub(crate) fn choose_of(
        &mut self,
        logits: &mut [f32],
        how: &SamplingOptions,
        recent: &[u32],
    ) -> Result<MadeToken> {
        let Some(grammar) = &mut self.grammar else {
            let id = self.session.choose(logits, how, recent)?;
            let log_probability = self.options.log_probabilities.then(|| -surprise(logits, id));
            return Ok(MadeToken { id, log_probability });
        };
        let whole = if self.options.log_probabilities { memory::copy(logits)? } else { Vec::new() };
        grammar.restrict(logits)?;
        let id = self.session.choose(logits, how, recent)?;
        let log_probability = self.options.log_probabilities.then(|| -surprise(&whole, id));
        Ok(MadeToken { id, log_probability })
    }

    /// The grammar behind the tokens that were made.
    pub(crate) fn catch_up(&mut self) -> Result<()> {
        self.grammar = self.model.grammars.of(self.model.tokenizer()?, &self.options)?;
        let Some(grammar) = &mut self.grammar else { return Ok(()) };
        self.tokens[self.answer_from..].iter().try_for_each(|&token| grammar.take(token).map(drop))
    }

    pub(crate) fn add(&mut self, made: MadeToken) -> Result<Option<(String, u32)>> {
        self.last = Some(made);
        let index = self.statistics.generated_tokens;
        let tokenizer = self.model.tokenizer()?;
        if tokenizer.ends_generation(made.id) {
            self.end = EndReason::EndToken;
            let rest = self.assembler.flush();
            return Ok(if rest.is_empty() { None } else { Some((rest, index)) });
        }
        let complete = match self.grammar.as_mut().map_or(Ok(false), |grammar| grammar.take(made.id)) {
            Ok(complete) => complete,
            Err(error) => {
                self.end = EndReason::Failed;
                return Err(error);
            }
        };
        let bytes = match self.options.control_texts {
            true => tokenizer.listed_bytes(made.id),
            false => tokenizer.bytes(made.id),
        };
        let (mut text, stopped) = self.assembler.push(bytes);
        self.tokens.push(made.id);
        self.generated.push(made.id);
        self.statistics.generated_tokens += 1;
        self.show_progress();
        self.end = if stopped {
            EndReason::StopText
        } else if complete {
            EndReason::Complete
        } else if self.session.position() >= self.model.config.context {
            EndReason::ContextFull
        } else if self.statistics.generated_tokens >= self.enough {
            EndReason::MaxTokens
        } else {
            return Ok(Some((text, index)));
        };
        text.push_str(&self.assembler.flush());
        Ok(Some((text, index)))
    }

    /// Another inference at the same place, with the same options, which goes on by itself.
    pub fn fork(&mut self) -> Result<Self> {
        self.refuse_failed()?;
        let mut session = self.model.session(self.session.capacity())?;
        session.copy_from(&mut self.session)?;
        let fork = Self {
            model: self.model.clone(),
            session,
            options: self.options.clone(),
            sampler: self.sampler,
            assembler: self.assembler.clone(),
            grammar: self.grammar.as_ref().map(Grammar::fork).transpose()?,
            answer_from: self.answer_from,
            tokens: memory::copy(&self.tokens)?,
            generated: memory::copy(&self.generated)?,
            fed: self.fed,
            enough: self.enough,
            end: self.end,
            last: self.last,
            statistics: self.statistics,
            progress: Arc::default(),
        };
        Ok(fork.watched())
    }

    /// Forgets all tokens but the first `count`, of those given and made. It goes on from there.
    pub fn rewind(&mut self, count: usize) -> Result<()> {
        self.refuse_failed()?;
        if !(1..=self.tokens.len()).contains(&count) {
            return Err(CudaError::parameter(format!(
                "`tokens` is {count}, and must be 1 to the {} that there are",
                self.tokens.len()
            )));
        }
        // One is to be taken in, for the next to follow it.
        let fed = self.fed.min(count - 1);
        self.session.set_position(fed as u32)?;
        self.fed = fed;
        self.tokens.truncate(count);
        self.answer_from = self.answer_from.min(count);
        self.catch_up()?;
        self.assembler = Assembler::new(self.options.stop.clone());
        self.show_progress();
        Ok(())
    }

    /// The tokens given and made, in the order of the text.
    pub fn tokens(&self) -> &[u32] {
        &self.tokens
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

    /// Lets other threads see how far it is, and cancel it.
    pub fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }
}

/// The positions for so many tokens and those made after them: the last one of all is not taken in.
pub(crate) fn positions(model: &LoadedModel, tokens: usize, max_tokens: u32) -> u32 {
    let positions = tokens as u64 + u64::from(max_tokens) - 1;
    positions.min(u64::from(model.config.context)) as u32
}
