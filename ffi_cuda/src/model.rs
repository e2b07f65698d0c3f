//! A loaded model.

use crate::{
    bridge::{call, ffi},
    chat,
    children::Children,
    config,
    error::{CudaError, Result},
    gguf::Gguf,
    grammar::Grammars,
    inference::Inference,
    options::Options,
    pooling::Pooling,
    session::{LoadedModel, surprise},
    tokenizer::Tokenizer,
};
use cxx::SharedPtr;
use ffi_core::{Kind, object};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

/// Most characters of a model's name that are kept.
const LONGEST_NAME: usize = 1024;
const NAMED_TEMPLATE: &str = "tokenizer.chat_template.";

/// A model's weights on a device, with its tokenizer. It never changes; any number of inferences share it.
pub struct Model {
    loaded: Arc<LoadedModel>,
    pub(crate) inferences: Arc<Children>,
    /// The children of the context that it was loaded with, where that keeps its handle.
    pub(crate) family: Option<Arc<Children>>,
}

object!(Model, Kind::CudaModel);

impl Model {
    pub(crate) fn load(device: &SharedPtr<ffi::Device>, path: &str) -> Result<Self> {
        let file = Gguf::open(path)?;
        let config = config::read(&file)?;
        let weights = load_weights(device, &file, &config)?;
        let facts = ffi::model_facts(&weights);
        let loaded = LoadedModel {
            tokenizer: Tokenizer::read(&file, facts.vocabulary)?,
            name: file.text("general.name")?.chars().take(LONGEST_NAME).collect(),
            chat_template: file.text("tokenizer.chat_template")?,
            named_templates: named_templates(&file)?,
            pooling: Pooling::read(&file, &config.architecture)?,
            fingerprint: file.fingerprint()?,
            mapped: if ffi::model_maps_files(&weights) { file.into_files() } else { Vec::new() },
            device: device.clone(),
            weights,
            config,
            facts,
            grammars: Grammars::default(),
            session_bytes: AtomicU64::new(0),
        };
        Ok(Self { loaded: Arc::new(loaded), inferences: Arc::default(), family: None })
    }

    #[cfg(feature = "checks")]
    pub(crate) fn weights(&self) -> &SharedPtr<ffi::Model> {
        &self.loaded.weights
    }

    /// The bytes of its weights on the device.
    pub fn vram_bytes(&self) -> u64 {
        self.loaded.facts.bytes
    }

    /// The bytes of its weights and of the inferences that are alive.
    pub fn vram_bytes_with_inferences(&self) -> u64 {
        self.vram_bytes() + self.loaded.session_bytes.load(Ordering::Relaxed)
    }

    /// An error that names the first allocation that is not in the device's memory.
    pub fn check_vram_residency(&self) -> Result<()> {
        call(|status| ffi::model_check_residency(&self.loaded.weights, status))
    }

    /// Starts to continue `prompt` by up to `max_tokens` (1 to 2048) tokens, at a temperature of 0 (greedy)
    /// to 2.
    pub fn start_inference(
        &self,
        prompt: &str,
        max_tokens: u32,
        temperature: f64,
        seed: u64,
    ) -> Result<Inference> {
        self.start_inference_with(prompt, &Options { max_tokens, temperature, seed, ..Options::default() })
    }

    /// Like [`start_inference`](Self::start_inference), with every option.
    pub fn start_inference_with(&self, prompt: &str, options: &Options) -> Result<Inference> {
        Inference::start_with_text(self.loaded.clone(), prompt, options)
    }

    /// Like [`start_inference_with`](Self::start_inference_with), from tokens.
    pub fn start_inference_from(&self, tokens: Vec<u32>, options: &Options) -> Result<Inference> {
        Inference::start(self.loaded.clone(), tokens, options)
    }

    /// Goes on with an inference of this model that was saved.
    pub fn load_inference(&self, path: &str) -> Result<Inference> {
        Inference::load(self.loaded.clone(), path)
    }

    /// The model's tokenizer.
    pub fn tokenizer(&self) -> Result<&Tokenizer> {
        self.loaded.tokenizer()
    }

    /// The logits after each of `tokens`, one row of [`vocabulary`](Self::vocabulary) each; only after the
    /// last one where `last`.
    pub fn logits(&self, tokens: &[u32], last: bool) -> Result<Vec<f32>> {
        self.loaded.check_writes()?;
        self.loaded.check_length(tokens.len())?;
        let mut session = self.loaded.session(tokens.len() as u32)?;
        session.feed(tokens, !last)
    }

    /// e to the mean of minus the logarithm of each token's probability, the first token's left out.
    pub fn perplexity(&self, tokens: &[u32]) -> Result<f64> {
        self.loaded.check_writes()?;
        self.loaded.check_length(tokens.len())?;
        if tokens.len() < 2 {
            return Err(CudaError::parameter(format!(
                "`text` has {} tokens, and a perplexity needs at least 2",
                tokens.len()
            )));
        }
        // In pieces, so that the logits of a long text are never all there at once.
        let mut session = self.loaded.session(tokens.len() as u32)?;
        let mut sum = 0.0;
        let (inputs, targets) = (&tokens[..tokens.len() - 1], &tokens[1..]);
        for (input, target) in inputs.chunks(64).zip(targets.chunks(64)) {
            let logits = session.feed(input, true)?;
            let rows = logits.chunks(self.vocabulary() as usize);
            sum += rows.zip(target).map(|(row, &token)| surprise(row, token)).sum::<f64>();
        }
        match (sum / targets.len() as f64).exp() {
            perplexity if perplexity.is_finite() => Ok(perplexity),
            other => Err(CudaError::InferenceFailed(format!("the perplexity is {other}"))),
        }
    }

    /// One vector for a text's tokens; of length 1 where it is `normalised`.
    pub fn embed(&self, tokens: &[u32], pooling: Pooling, normalised: bool) -> Result<Vec<f64>> {
        self.loaded.check_length(tokens.len())?;
        let rows = self.loaded.session(tokens.len() as u32)?.embed(tokens)?;
        let pooling = if pooling == Pooling::OfModel { self.loaded.pooling } else { pooling };
        let mut embedding = pooling.pool(&rows, self.loaded.config.n_embd as usize);
        let length = embedding.iter().map(|value| value * value).sum::<f64>().sqrt();
        if !length.is_finite() {
            return Err(CudaError::InferenceFailed(
                "the embedding has values that are no finite numbers".into(),
            ));
        }
        if normalised && length > 0.0 {
            embedding.iter_mut().for_each(|value| *value /= length);
        }
        Ok(embedding)
    }

    /// Number of tokens in the vocabulary.
    pub fn vocabulary(&self) -> u32 {
        self.loaded.facts.vocabulary
    }

    /// Number of tokens that the model can look back on.
    pub fn context_length(&self) -> u32 {
        self.loaded.config.context
    }

    /// The template in Jinja's language that the file has for conversations, empty where it has none.
    pub fn chat_template(&self) -> &str {
        &self.loaded.chat_template
    }

    /// A conversation as the model was taught it: messages, in JSON, by the file's template.
    pub fn render_chat(&self, messages_json: &str, options_json: &str) -> Result<String> {
        let (chat, _) = chat::render(&self.loaded, messages_json, options_json)?;
        Ok(chat.marks.unmark(&chat.text).into_owned())
    }

    /// The tokens of the same: control tokens are those alone that the template wrote.
    pub fn tokenize_chat(&self, messages_json: &str, options_json: &str) -> Result<Vec<u32>> {
        let (chat, options) = chat::render(&self.loaded, messages_json, options_json)?;
        Ok(self.tokenizer()?.encode_marked(&chat.text, &chat.marks, options.add_bos))
    }

    /// Description of the model, as JSON.
    pub fn describe(&self) -> String {
        let (config, facts) = (&self.loaded.config, &self.loaded.facts);
        let (begin, end) =
            self.loaded.tokenizer.as_ref().map_or((None, None), |tokenizer| tokenizer.begin_and_end());
        let warnings = self.loaded.tokenizer.as_ref().map_or(&[][..], Tokenizer::warnings);
        serde_json::json!({
            "name": self.loaded.name,
            "architecture": config.architecture,
            "parameters": facts.parameters,
            "bytes": facts.bytes,
            "vocabulary": facts.vocabulary,
            "context_length": config.context,
            "layers": config.layers,
            "width": config.n_embd,
            "heads": config.heads,
            "key_heads": config.n_kv_heads,
            "bos_token": begin,
            "eos_token": end,
            "chat_templates": self.loaded.named_templates.iter().map(|(name, _)| name).collect::<Vec<_>>(),
            "warnings": warnings,
        })
        .to_string()
    }
}

/// The templates that a file has beside the usual one, for tools for example.
fn named_templates(file: &Gguf) -> Result<Vec<(String, String)>> {
    let mut templates = Vec::new();
    for key in file.keys(NAMED_TEMPLATE) {
        let Ok(key) = std::str::from_utf8(key) else { continue };
        let name = key[NAMED_TEMPLATE.len()..].chars().take(LONGEST_NAME).collect();
        templates.push((name, file.text(key)?));
    }
    Ok(templates)
}

fn load_weights(
    device: &SharedPtr<ffi::Device>,
    file: &Gguf,
    config: &ffi::ModelConfig,
) -> Result<SharedPtr<ffi::Model>> {
    call(|status| {
        ffi::model_load(device, file.file().path(), config, file.tensors(), file.model_files(), status)
    })
}
