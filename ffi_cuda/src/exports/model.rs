use crate::{
    error::{CudaError, Result},
    exports::inference::InferenceObject,
    model::Model,
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
/// `context_length`, `layers`, `width`, `heads`, `key_heads`, `bos_token`, `eos_token`, and `warnings`: sentences on
/// what the file leaves open or says oddly, such as a missing pre-tokenizer, and what was assumed.
#[export]
fn rt_cuda_model_info(model: &Model) -> String {
    model.describe()
}

/// Returns how the model was taught conversations: the template in Jinja's language that its file has, `""` where it
/// has none. It is given out and not run here: it is a program, and files are not trusted.
#[export(none = "")]
fn rt_cuda_model_chat_template(model: &Model) -> Text {
    Text::new(model.chat_template())
}

/// Returns the tokens of a text. Where `special`, texts of control tokens in it are those tokens, and what the model
/// wants at the beginning and the end is added, as for a prompt. A SentencePiece vocabulary takes U+2581 for a space;
/// Qwen's brings the text into NFC first, as those tokenizers do themselves.
#[export(heavy)]
fn rt_cuda_model_tokenize(model: &Model, text: &str, special: bool) -> Result<Vec<i64>> {
    Ok(model.tokenizer()?.encode(text, special).into_iter().map(i64::from).collect())
}

/// Returns the text of tokens; what is no UTF-8 turns into U+FFFD, and control tokens into nothing.
#[export]
fn rt_cuda_model_detokenize(model: &Model, tokens: &[i64]) -> Result<Text> {
    let tokens = checked(model, tokens)?;
    Ok(Text::new(&String::from_utf8_lossy(&model.tokenizer()?.decode(&tokens))))
}

/// Returns one token as the vocabulary lists it, control tokens included.
#[export]
fn rt_cuda_model_token_text(model: &Model, token: i64) -> Result<String> {
    let token = checked(model, &[token])?;
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

/// Computes how much `text` surprises the model: e to the mean of minus the logarithm of each token's probability, the
/// first token's left out. At least 1; the smaller, the better expected. 0 on failure.
#[export(blocks, heavy)]
fn rt_cuda_model_perplexity(model: &Model, text: &str) -> Result<f64> {
    model.perplexity(&model.tokenizer()?.encode(text, true))
}

fn checked(model: &Model, tokens: &[i64]) -> Result<Vec<u32>> {
    let size = model.tokenizer()?.size();
    tokens
        .iter()
        .map(|&token| {
            u32::try_from(token).ok().filter(|&id| id < size).ok_or_else(|| {
                CudaError::parameter(format!("token {token} is beyond the vocabulary of {size}"))
            })
        })
        .collect()
}
