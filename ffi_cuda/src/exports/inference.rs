use crate::{
    children::Children,
    error::{CudaError, Result},
    inference::Inference,
    model::Model,
    options::Options,
};
use ffi_core::{Borrowed, Consumed, Kind, Locked, export, ffi_struct, object};
use std::sync::Arc;

/// An inference behind a handle: one call at a time is inside.
pub(crate) struct InferenceObject {
    inference: Locked<Inference>,
    family: Arc<Children>,
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

fn start(model: &Model, prompt: &str, options: &Options) -> Result<Borrowed<InferenceObject>> {
    let inference = Locked::new(model.start_inference_with(prompt, options)?);
    let family = model.inferences.clone();
    model.inferences.adopt(InferenceObject { inference, family }, "model")
}

/// Starts to continue `prompt` (not empty) by up to `max_tokens` (1 to 2048) tokens at a `temperature` of 0
/// (always the likeliest) to 2. The same model, prompt, `seed` (any number) and device give the same text.
#[export(blocks, heavy)]
fn rt_cuda_inference_start(
    model: &Model,
    prompt: &str,
    max_tokens: i64,
    temperature: f64,
    seed: i64,
) -> Result<Borrowed<InferenceObject>> {
    let max_tokens = u32::try_from(max_tokens)
        .map_err(|_| CudaError::parameter(format!("`max_tokens` is {max_tokens}, and must be 1 to 2048")))?;
    start(model, prompt, &Options { max_tokens, temperature, seed: seed as u64, ..Options::default() })
}

/// Starts an inference as `rt_cuda_inference_start` does, with options, a JSON object; all keys are optional and an
/// unknown one is refused by name:
///
/// - `max_tokens` (1 to 2048, 256 if absent), `temperature` (0 to 2, 0.8), `seed` (0)
/// - `top_k` (only the likeliest so many tokens; 0 for all), `top_p` (only the likeliest that together have
///   this probability; 1), `min_p` (only those with at least this part of the likeliest one's probability; 0)
/// - `repeat_penalty` (1: none) of the last `repeat_last` (64) tokens; it comes first, then `top_k`, then
///   `top_p` of what that leaves, then `min_p`, and the temperature last
/// - `stop`: texts that end it and are left out
/// - `special`: whether texts of control tokens in the prompt are those tokens, and the model's own begin
///   token is added (true)
#[export(blocks, heavy, schema(options_json = "ffi_cuda/src/options.schema.json"))]
fn rt_cuda_inference_start_with_options(
    model: &Model,
    prompt: &str,
    options_json: &str,
) -> Result<Borrowed<InferenceObject>> {
    start(model, prompt, &Options::parse(options_json)?)
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

fn inside(inference: &InferenceObject) -> Result<impl std::ops::DerefMut<Target = Inference> + '_> {
    inference
        .inference
        .try_lock()
        .ok_or_else(|| CudaError::parameter("another thread is using the inference"))
}
