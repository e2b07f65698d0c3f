use crate::{
    error::{CudaError, Result},
    exports::{
        inference::InferenceObject,
        numbers::{checked, numbers},
    },
    model::Model,
    options::TokenizeOptions,
    pooling::Pooling,
};
use ffi_core::{Consumed, Text, export, handle};

/// Unloads a model; its inferences are stale. Calls that use it end first.
#[export]
fn rt_cuda_unload_model(model: Consumed<Model>) -> Result<()> {
    if let Some(family) = &model.family {
        family.forget(&*model);
    }
    handle::free_all::<InferenceObject>(model.inferences.close());
    Ok(())
}

/// Returns the bytes of a model's weights on its device.
#[export]
fn rt_cuda_model_get_vram_usage(model: &Model) -> i64 {
    model.vram_bytes() as i64
}

/// Tells whether every allocation of the model lies in its device's own memory.
#[export]
fn rt_cuda_check_vram_residency(model: &Model) -> Result<()> {
    model.check_vram_residency()
}

/// Returns the bytes of a model's weights and of its inferences that are alive.
#[export]
fn rt_cuda_get_vram_usage(model: &Model) -> i64 {
    model.vram_bytes_with_inferences() as i64
}

/// Returns what a model is, as a JSON object: `name`, `architecture`, `parameters`, `bytes`, `vocabulary`,
/// `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`, `chat_templates`: names of templates beside the usual one, and `warnings`: sentences on
/// what the file leaves open or says oddly, such as a missing pre-tokenizer, and what was assumed.
#[export]
fn rt_cuda_model_info(model: &Model) -> String {
    model.describe()
}

/// Returns how the model was taught conversations: the template in Jinja's language that its file has, `""` where it
/// has none. `rt_cuda_model_render_chat` runs it.
#[export(none = "")]
fn rt_cuda_model_chat_template(model: &Model) -> Text {
    Text::new(model.chat_template())
}

/// Returns the tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
/// wants at the beginning and the end is added, as for a prompt. A SentencePiece vocabulary takes U+2581 for a space;
/// Qwen's brings the text into NFC first, as those tokenizers do themselves.
#[export(heavy)]
fn rt_cuda_model_tokenize(model: &Model, text: &str, special: bool) -> Result<Vec<i64>> {
    Ok(numbers(model.tokenizer()?.encode(text, special)))
}

/// Returns the tokens of a text, as `rt_cuda_model_tokenize` does, with options, a JSON object; all keys are optional and
/// an unknown one is refused by name:
///
/// - `parse_control`: whether texts of control tokens are those tokens (true). Where it is false, no text becomes a
///   control token.
/// - `add_bos`, `add_eos`: whether the model's begin token stands before them and its end token after them (null: as the
///   model's file says). A begin token that is there already is not added again.
#[export(heavy, schema(options_json = "ffi_cuda/src/tokenize_options.schema.json"))]
fn rt_cuda_model_tokenize_with_options(model: &Model, text: &str, options_json: &str) -> Result<Vec<i64>> {
    let options = TokenizeOptions::parse(options_json)?;
    Ok(numbers(model.tokenizer()?.encode_with(text, &options)))
}

/// Renders a conversation as the model was taught it, by the template of its file. `messages_json` is an array of
/// objects, each with a text `role` (`"system"`, `"user"`, `"assistant"`, `"tool"`) and mostly `content`; what else they
/// have, such as `tool_calls`, the template decides. `options_json` is an object; all keys are optional and an unknown
/// one is refused by name:
///
/// - `add_generation_prompt`: whether it ends with what begins the assistant's next turn (true)
/// - `tools`, `documents`: arrays of objects, as templates expect them
/// - `variables`: an object of what else a template asks for, such as `{"enable_thinking": false}`
/// - `template`: a text in place of the file's template
/// - `template_name`: one of the templates that the file has beside its usual one (`chat_templates` of
///   `rt_cuda_model_info`); without it, where there are `tools` and the file has one of the name `tool_use`, that
/// - `now`: seconds since 1970 that a template takes for the present, in UTC, in the years 1000 to 9999 (the clock's)
/// - `add_bos`: is for `rt_cuda_model_tokenize_chat`
///
/// The result is that of `apply_chat_template` of Hugging Face's `transformers`. A text that looks like a control token
/// is rendered as it is, so that tokens must not be made of the result where users are not trusted:
/// `rt_cuda_model_tokenize_chat` does that. A template cannot tell such a text from another: to it, the signs by which
/// control tokens are known, such as `|`, are others in what users say.
///
/// A template is a program of a stranger's. It reaches nothing but what is given here, and one that takes more than
/// 1,000,000 steps (and 8 for each byte of its text, messages and options, a step being 64 bytes, too) fails, with code 4;
/// a text of more than 1 MiB, messages that the template refuses, and all else that it cannot do, with code 5. `""` on
/// failure.
#[export(heavy, schema(options_json = "ffi_cuda/src/chat/options.schema.json"))]
fn rt_cuda_model_render_chat(model: &Model, messages_json: &str, options_json: &str) -> Result<String> {
    model.render_chat(messages_json, options_json)
}

/// Returns the tokens of a conversation, rendered as `rt_cuda_model_render_chat` does. Control tokens are those alone that
/// the template writes: no text in messages, tools, documents and variables becomes one, however the template joins or
/// cuts it. `add_bos` says whether the model's begin token stands first (null: as the model's file says); one that the
/// template writes is not added again.
#[export(heavy, schema(options_json = "ffi_cuda/src/chat/options.schema.json"))]
fn rt_cuda_model_tokenize_chat(model: &Model, messages_json: &str, options_json: &str) -> Result<Vec<i64>> {
    model.tokenize_chat(messages_json, options_json).map(numbers)
}

/// Returns the text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
#[export]
fn rt_cuda_model_detokenize(model: &Model, tokens: &[i64]) -> Result<Text> {
    let tokens = checked(model.tokenizer()?.size(), tokens)?;
    Ok(Text::new(&String::from_utf8_lossy(&model.tokenizer()?.decode(&tokens))))
}

/// Returns one token as the vocabulary lists it, control tokens included.
#[export]
fn rt_cuda_model_token_text(model: &Model, token: i64) -> Result<String> {
    let token = checked(model.tokenizer()?.size(), &[token])?;
    Ok(model.tokenizer()?.token_text(token[0]))
}

/// Computes what the model expects after `text`: one logit for each token of the vocabulary. A softmax makes
/// probabilities of them.
#[export(blocks, heavy)]
fn rt_cuda_model_logits(model: &Model, text: &str) -> Result<Vec<f64>> {
    let tokens = model.tokenizer()?.encode(text, true);
    if tokens.is_empty() {
        return Err(CudaError::parameter("`text` has no token of this model"));
    }
    Ok(model.logits(&tokens, true)?.into_iter().map(f64::from).collect())
}

/// Computes the embedding of `text`: as many numbers as the model is wide (`width` of `rt_cuda_model_info`), by which texts
/// are compared. It is made of what the last layer makes of each token, as `pooling` says; where `normalized`, its length
/// is 1, so that the sum of the products of two is the cosine between them. Models that were trained for it (Qwen 3
/// Embedding) say much more by it than others. The tokens are those of a prompt, with what the model wants at its
/// beginning and its end.
#[export(blocks, heavy, numbers(pooling = "CudaPooling"))]
fn rt_cuda_model_embed(model: &Model, text: &str, pooling: i64, normalized: bool) -> Result<Vec<f64>> {
    let pooling = Pooling::numbered(pooling)?;
    let tokens = model.tokenizer()?.encode(text, true);
    if tokens.is_empty() {
        return Err(CudaError::parameter("`text` has no token of this model"));
    }
    model.embed(&tokens, pooling, normalized)
}

/// Computes how much `text` surprises the model: e to the mean of minus the logarithm of each token's probability, the
/// first token's left out. At least 1; the smaller, the better expected. 0 on failure.
#[export(blocks, heavy)]
fn rt_cuda_model_perplexity(model: &Model, text: &str) -> Result<f64> {
    model.perplexity(&model.tokenizer()?.encode(text, true))
}
