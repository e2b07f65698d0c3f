use crate::{
    children::Children,
    error::{CudaError, Result},
    exports::numbers::checked,
    inference::Inference,
    model::Model,
    options::Options,
    watch::Progress,
};
use ffi_core::{Borrowed, Consumed, Kind, Locked, export, ffi_struct, memory, object};
use std::sync::Arc;

/// An inference behind a handle: one call at a time is inside.
pub(crate) struct InferenceObject {
    inference: Locked<Inference>,
    pub(super) progress: Arc<Progress>,
    pub(super) vocabulary: u32,
    pub(super) family: Arc<Children>,
}

object!(InferenceObject, Kind::CudaInference);

/// A piece of a continued text.
#[ffi_struct]
pub struct InferenceToken {
    /// False at the end, and on failure.
    pub has_token: bool,
    /// What the token adds to the text: valid UTF-8, empty where it completes no character.
    pub token: String,
    /// The token's place, from 0.
    pub index: i64,
}

/// How far an inference is.
#[ffi_struct]
pub struct InferenceStatistics {
    /// Tokens of the prompt.
    pub prompt_tokens: i64,
    /// Tokens made so far.
    pub generated_tokens: i64,
    /// Seconds that the prompt and the first token took.
    pub prompt_seconds: f64,
    /// Seconds that the other tokens took.
    pub generation_seconds: f64,
}

/// The last token of an inference.
#[ffi_struct]
pub struct InferenceLastToken {
    /// Its number, -1 where none was made yet.
    pub token: i64,
    /// True where `log_probability` is known: with the option `log_probabilities`.
    pub has_log_probability: bool,
    /// The natural logarithm of its probability, at most 0, by the model's logits before any option changes them; 0
    /// where it is not known.
    pub log_probability: f64,
}

fn start(model: &Model, prompt: &str, options: &Options) -> Result<Borrowed<InferenceObject>> {
    adopt(model, model.start_inference_with(prompt, options)?)
}

pub(super) fn adopt(model: &Model, inference: Inference) -> Result<Borrowed<InferenceObject>> {
    adopt_child(&model.inferences, model.vocabulary(), inference)
}

pub(super) fn adopt_child(
    family: &Arc<Children>,
    vocabulary: u32,
    inference: Inference,
) -> Result<Borrowed<InferenceObject>> {
    let progress = inference.progress().clone();
    let inference = Locked::new(inference);
    family.adopt(InferenceObject { inference, progress, vocabulary, family: family.clone() }, "model")
}

/// Starts to continue `prompt` (not empty) by up to `max_tokens` tokens (1 to the model's context, or to 2048 where
/// that is less) at a `temperature` of 0 (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
#[export(blocks, heavy)]
fn rt_cuda_inference_start(
    model: &Model,
    prompt: &str,
    max_tokens: i64,
    temperature: f64,
    seed: i64,
) -> Result<Borrowed<InferenceObject>> {
    let max_tokens = count(max_tokens)?;
    start(model, prompt, &Options { max_tokens, temperature, seed: seed as u64, ..Options::default() })
}

fn count(max_tokens: i64) -> Result<u32> {
    u32::try_from(max_tokens)
        .map_err(|_| CudaError::parameter(format!("`max_tokens` is {max_tokens}, and must be at least 1")))
}

/// Starts an inference as `rt_cuda_inference_start` does, with options, a JSON object; all keys are optional and an
/// unknown one is refused by name:
///
/// - `max_tokens` (1 to the model's context, or to 2048 where that is less; 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
/// - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
///   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
/// - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
///   `top_p` of what that leaves, then `min_p`, and the temperature last
/// - `stop`: texts that end it and are left out
/// - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
///   token is added (true); `parse_control` and `add_bos` say it for the one and the other (null: as `special`)
/// - `log_probabilities`: whether `rt_cuda_inference_last_token` knows them (false): all logits leave the device then
/// - `reserve_tokens`: room for so many tokens altogether is made at the start, for `rt_cuda_inference_feed` (0)
/// - `control_texts`: whether control tokens that do not end it add their texts, such as those around a call of a tool
///   (false: they add none, and `rt_cuda_inference_last_token` tells them)
/// - `json_schema`: a JSON schema (`true` and `{}`: any JSON); only JSON that it describes is written. `regex`: a regular
///   expression whose text all of it is. `grammar`: a grammar in the form of Lark's language that llguidance reads, with
///   `start` as its first rule. One of the three may be there; what follows `rt_cuda_inference_feed` begins anew. It ends
///   where nothing may follow (`SN_CUDA_END_REASON_COMPLETE`), or by an end token where that is allowed; `max_tokens`
///   may end it before. All logits leave the device then. What llguidance does not know of JSON schemas is refused.
#[export(blocks, heavy, schema(options_json = "ffi_cuda/src/options.schema.json"))]
fn rt_cuda_inference_start_with_options(
    model: &Model,
    prompt: &str,
    options_json: &str,
) -> Result<Borrowed<InferenceObject>> {
    start(model, prompt, &Options::parse(options_json)?)
}

/// Starts an inference as `rt_cuda_inference_start_with_options` does, from tokens (at least 1), as
/// `rt_cuda_model_tokenize_chat` gives them. Nothing is added to them, so that `special`, `parse_control` and `add_bos`
/// say nothing here.
#[export(blocks, heavy, schema(options_json = "ffi_cuda/src/options.schema.json"))]
fn rt_cuda_inference_start_with_tokens(
    model: &Model,
    tokens: &[i64],
    options_json: &str,
) -> Result<Borrowed<InferenceObject>> {
    let options = Options::parse(options_json)?;
    let tokens = checked(model.tokenizer()?.size(), tokens)?;
    adopt(model, model.start_inference_from(tokens, &options)?)
}

/// Gives an inference more tokens behind those that it was given and made, and lets it make up to `max_tokens` (1 to the
/// model's context, or to 2048 where that is less) after them; the next call takes them in. It may have ended or not; text that was held back for `stop` is lost. The
/// token that ended it is none of its tokens: where it belongs into the text, give it first. No tokens are enough where
/// it ended after `max_tokens`, or was cancelled. Where there is no room for all (`reserve_tokens` makes some), there is
/// for a moment twice what it holds on the device: what was taken in is copied, but for a model with other rotary turns
/// in long contexts (Phi 3's), which takes all in anew. False, with the inference as it was, where the model's context is too small,
/// or there is no memory.
#[export(blocks, heavy)]
fn rt_cuda_inference_feed(inference: &InferenceObject, tokens: &[i64], max_tokens: i64) -> Result<()> {
    let max_tokens = count(max_tokens)?;
    let tokens = checked(inference.vocabulary, tokens)?;
    inside(inference)?.proceed(&tokens, max_tokens)
}

/// Changes the options of the tokens to follow: those keys that `options_json`, an object, has, as
/// `rt_cuda_inference_start_with_options` takes them; the others stay. A `seed` begins its random numbers anew, and
/// `max_tokens` counts from here. What is said of the prompt alone changes nothing any more.
#[export(blocks, heavy, schema(options_json = "ffi_cuda/src/options.schema.json"))]
fn rt_cuda_inference_set_options(inference: &InferenceObject, options_json: &str) -> Result<()> {
    inside(inference)?.set_options(options_json)
}

/// Returns the token that the last call of `rt_cuda_inference_next_token` made: also one that ended the inference and
/// adds no text.
#[export]
fn rt_cuda_inference_last_token(inference: &InferenceObject) -> Result<InferenceLastToken> {
    let Some(made) = inside(inference)?.last_token() else {
        return Ok(InferenceLastToken { token: -1, ..InferenceLastToken::default() });
    };
    Ok(InferenceLastToken {
        token: made.id.into(),
        has_log_probability: made.log_probability.is_some(),
        log_probability: made.log_probability.unwrap_or(0.0),
    })
}

/// Returns why an inference has ended; that it has not is said, too. -1 on failure.
#[export(fail = -1, numbers(result = "CudaEndReason"))]
fn rt_cuda_inference_end_reason(inference: &InferenceObject) -> Result<i64> {
    Ok(inside(inference)?.end_reason() as i64)
}

/// Computes the next token of an inference. It ends at the model's end-of-text or end-of-turn token, after
/// `max_tokens`, or where the model's context is full. The first call takes the prompt in. A second thread that calls
/// while one is inside gets an error.
#[export(blocks, heavy)]
fn rt_cuda_inference_next_token(inference: &InferenceObject) -> Result<InferenceToken> {
    match inside(inference)?.next_token()? {
        Some((token, index)) => Ok(InferenceToken { has_token: true, token, index: index.into() }),
        None => Ok(InferenceToken::default()),
    }
}

/// Returns how many tokens an inference took in and made, and in what time.
#[export]
fn rt_cuda_inference_statistics(inference: &InferenceObject) -> Result<InferenceStatistics> {
    let statistics = inside(inference)?.statistics();
    Ok(InferenceStatistics {
        prompt_tokens: statistics.prompt_tokens.into(),
        generated_tokens: statistics.generated_tokens.into(),
        prompt_seconds: statistics.prompt_seconds,
        generation_seconds: statistics.generation_seconds,
    })
}

/// Frees an inference and what it holds on the device, once no call uses it any more.
#[export]
fn rt_cuda_inference_free(inference: Consumed<InferenceObject>) -> Result<()> {
    inference.family.forget(&*inference);
    Ok(())
}

/// Returns all tokens of an inference in their order: those given and those made, without one that ended it.
#[export]
fn rt_cuda_inference_tokens(inference: &InferenceObject) -> Result<Vec<i64>> {
    let inside = inside(inference)?;
    memory::require(size_of_val(inside.tokens()) * 2);
    Ok(inside.tokens().iter().copied().map(i64::from).collect())
}

pub(super) fn inside(
    inference: &InferenceObject,
) -> Result<impl std::ops::DerefMut<Target = Inference> + '_> {
    inference
        .inference
        .try_lock()
        .ok_or_else(|| CudaError::parameter("another thread is using the inference"))
}
