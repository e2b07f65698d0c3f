//! A model's architecture and sizes by its metadata; what would change the results and is not known is refused by
//! name.

use crate::{
    architectures::{self, Architecture, Experts, Norms, Scales, Windows},
    bridge::ffi::ModelConfig,
    error::Result,
    gguf::{Gguf, shown},
};
use std::{cell::RefCell, collections::HashSet};

const MOST_LAYERS: u64 = 1024;
const MOST_HEADS: u64 = 1024;
const MOST_WIDTH: u64 = 1 << 20;
const MOST_CONTEXT: u64 = 1 << 28;
const MOST_EXPERTS: u64 = 4096;

const SCALINGS: [&str; 4] = ["none", "linear", "yarn", "longrope"];
/// The keys of one architecture, and which of them were asked for.
struct Reader<'a> {
    file: &'a Gguf,
    architecture: &'a str,
    known: RefCell<HashSet<String>>,
}

impl Reader<'_> {
    fn name(&self, key: &str) -> String {
        format!("{}.{key}", self.architecture)
    }

    fn known(&self, key: &str) -> String {
        let name = self.name(key);
        self.known.borrow_mut().insert(name.clone());
        name
    }

    fn has(&self, key: &str) -> bool {
        self.file.has(&self.name(key))
    }

    fn require(&self, key: &str) -> Result<()> {
        if self.has(key) {
            return Ok(());
        }
        Err(self.file.fail(format!("has no metadata key {}", self.name(key))))
    }

    fn required(&self, key: &str, most: u64) -> Result<u32> {
        self.require(key)?;
        self.optional(key, 0, most)
    }

    fn optional(&self, key: &str, otherwise: u64, most: u64) -> Result<u32> {
        let value = self.integer(key, otherwise)?;
        if (1..=most).contains(&value) {
            return Ok(value as u32);
        }
        Err(self.file.fail(format!("metadata key {} is {value} and must be 1 to {most}", self.name(key))))
    }

    fn integer(&self, key: &str, otherwise: u64) -> Result<u64> {
        let name = self.known(key);
        if self.file.count(&name) == 0 {
            return Ok(self.file.unsigned(&name)?.unwrap_or(otherwise));
        }
        // One number for each layer: layers that are alike say what all are.
        let numbers = self.file.numbers(&name)?;
        match numbers[0] {
            first if numbers.iter().all(|&other| other == first) && first >= 0.0 && first.fract() == 0.0 => {
                Ok(first as u64)
            }
            _ => Err(self
                .file
                .fail(format!("metadata key {name} has layers that differ, which is not supported"))),
        }
    }

    fn number(&self, key: &str, otherwise: f64) -> Result<f64> {
        Ok(self.file.number(&self.known(key))?.unwrap_or(otherwise))
    }

    fn positive(&self, key: &str, otherwise: f64) -> Result<f64> {
        let value = self.number(key, otherwise)?;
        if value > 0.0 {
            return Ok(value);
        }
        let value = said(value);
        Err(self.file.fail(format!("metadata key {} is {value} and must be above 0", self.name(key))))
    }

    /// Refuses a value of something that is not computed here, unless it is one that does nothing.
    fn neutral(&self, key: &str, values: &[f64]) -> Result<()> {
        if !self.has(key) {
            return Ok(());
        }
        let value = self.number(key, 0.0)?;
        let is = |one: &f64| (value - one).abs() <= 1e-6 * one.abs();
        if values.iter().any(is) { Ok(()) } else { self.refuse(key, &said(value)) }
    }

    fn neutral_boolean(&self, key: &str, wanted: bool) -> Result<()> {
        match self.file.boolean(&self.known(key), wanted)? {
            value if value == wanted => Ok(()),
            value => self.refuse(key, &value.to_string()),
        }
    }

    fn refuse(&self, key: &str, value: &str) -> Result<()> {
        Err(self.file.fail(format!(
            "metadata key {} is {value}, and what that changes is not computed for architecture {}",
            self.name(key),
            self.architecture
        )))
    }

    /// Keys that say nothing of what is computed.
    fn ignore(&self, keys: &[&str]) {
        for key in keys {
            self.known(key);
        }
    }

    /// Another key of the architecture may mean that something else has to be computed.
    fn refuse_unknown(&self) -> Result<()> {
        let known = self.known.borrow();
        let is_known = |key: &[u8]| std::str::from_utf8(key).is_ok_and(|key| known.contains(key));
        match self.file.keys(&self.name("")).find(|key| !is_known(key)) {
            Some(key) => Err(self
                .file
                .fail(format!("has metadata key {}, and what it changes is not known", shown(key)))),
            None => Ok(()),
        }
    }
}

/// A number as its file would have written it: most are 32-bit floats.
fn said(value: f64) -> String {
    let narrow = value as f32;
    if f64::from(narrow) == value { narrow.to_string() } else { value.to_string() }
}

fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Reads the configuration from a model's file.
pub(crate) fn read(file: &Gguf) -> Result<ModelConfig> {
    let known = architecture(file)?;
    let reader = Reader { file, architecture: known.name, known: RefCell::default() };
    let mut config = ModelConfig {
        architecture: known.name.to_owned(),
        norms_before: known.norms != Norms::After,
        norms_after: known.norms != Norms::Before,
        query_key_norm: known.query_key_norm as u32,
        qkv_biases: known.qkv_biases,
        gelu: known.gelu,
        rope_period: known.rope_period,
        rope_interleaved: known.interleaved,
        ..ModelConfig::default()
    };
    read_shape(&reader, &mut config)?;
    read_experts(&reader, known, &mut config)?;
    read_scales(&reader, known, &mut config)?;
    read_rope(&reader, &mut config)?;
    read_window(&reader, known, &mut config)?;
    refuse_others(&reader, &config)?;
    Ok(config)
}

fn architecture(file: &Gguf) -> Result<&'static Architecture> {
    if !file.has("general.architecture") {
        return Err(file.fail("has no metadata key general.architecture"));
    }
    if file.has("general.type") {
        let kind = file.text("general.type")?;
        if kind != "model" {
            return Err(
                file.fail(format!("is a file of type {:?} (general.type), and no model", short(&kind)))
            );
        }
    }
    let name = file.text("general.architecture")?;
    architectures::named(&name).ok_or_else(|| {
        file.fail(format!("has architecture {:?}, and {} are known", short(&name), architectures::names()))
    })
}

fn read_shape(reader: &Reader, config: &mut ModelConfig) -> Result<()> {
    config.layers = reader.required("block_count", MOST_LAYERS)?;
    config.n_embd = reader.required("embedding_length", MOST_WIDTH)?;
    config.n_ff = reader.required("feed_forward_length", MOST_WIDTH)?;
    config.context = reader.required("context_length", MOST_CONTEXT)?;
    config.heads = reader.required("attention.head_count", MOST_HEADS)?;
    config.n_kv_heads = reader.optional("attention.head_count_kv", config.heads.into(), MOST_HEADS)?;
    let (width, heads, key_heads) = (config.n_embd, config.heads, config.n_kv_heads);
    if !heads.is_multiple_of(key_heads) {
        return Err(reader.file.fail(format!("has {heads} heads, no multiple of its {key_heads} key heads")));
    }
    if !reader.has("attention.key_length") && !width.is_multiple_of(heads) {
        return Err(reader.file.fail(format!("has a width of {width}, no multiple of its {heads} heads")));
    }
    let per_head = (width / heads).max(1);
    config.head_size = reader.optional("attention.key_length", per_head.into(), MOST_WIDTH)?;
    config.value_size = reader.optional("attention.value_length", config.head_size.into(), MOST_WIDTH)?;
    reader.require("attention.layer_norm_rms_epsilon")?;
    config.epsilon = reader.positive("attention.layer_norm_rms_epsilon", 0.0)? as f32;
    Ok(())
}

fn read_experts(reader: &Reader, known: &Architecture, config: &mut ModelConfig) -> Result<()> {
    let experts = reader.integer("expert_count", 0)?;
    config.experts_scale = 1.0;
    if experts == 0 {
        // Without experts these say nothing.
        reader.ignore(&[
            "expert_used_count",
            "expert_feed_forward_length",
            "expert_shared_count",
            "expert_shared_feed_forward_length",
            "expert_weights_scale",
            "expert_weights_norm",
            "expert_gating_func",
        ]);
        return Ok(());
    }
    if known.experts == Experts::None {
        return Err(reader.file.fail(format!(
            "is a mixture of {experts} experts ({}), and those of architecture {} are not known",
            reader.name("expert_count"),
            reader.architecture
        )));
    }
    config.experts = reader.required("expert_count", MOST_EXPERTS)?;
    config.experts_used = reader.required("expert_used_count", config.experts.into())?;
    config.expert_n_ff = reader.optional("expert_feed_forward_length", config.n_ff.into(), MOST_WIDTH)?;
    config.shared_n_ff = reader.integer("expert_shared_feed_forward_length", 0)?.min(MOST_WIDTH) as u32;
    config.experts_normalised = known.experts == Experts::Normalised;
    let scale = reader.number("expert_weights_scale", 0.0)? as f32;
    config.experts_scale = if scale == 0.0 { 1.0 } else { scale };
    reader.neutral_boolean("expert_weights_norm", config.experts_normalised)?;
    reader.neutral("expert_shared_count", &[0.0, f64::from(config.shared_n_ff.min(1))])?;
    // 1 is a softmax of all scores.
    reader.neutral("expert_gating_func", &[0.0, 1.0])
}

fn read_scales(reader: &Reader, known: &Architecture, config: &mut ModelConfig) -> Result<()> {
    config.embedding_scale = 1.0;
    config.residual_scale = 1.0;
    config.logit_scale = 1.0;
    config.attention_scale = 1.0 / (config.head_size as f32).sqrt();
    if config.layers == known.layers_of_largest {
        config.attention_scale = 1.0 / (config.n_embd as f32 / config.heads as f32).sqrt();
    }
    let (attention, logits) = known.softcaps;
    if (attention, logits) != (0.0, 0.0) {
        config.attention_softcap = reader.positive("attn_logit_softcapping", attention)? as f32;
        config.final_softcap = reader.positive("final_logit_softcapping", logits)? as f32;
    }
    match known.scales {
        Scales::None => {}
        Scales::Gemma => config.embedding_scale = (config.n_embd as f32).sqrt(),
        Scales::Granite => {
            let factor = |key: &str| -> Result<f32> {
                let value = reader.number(key, 0.0)? as f32;
                Ok(if value == 0.0 { 1.0 } else { value })
            };
            reader.require("logit_scale")?;
            config.logit_scale = 1.0 / factor("logit_scale")?;
            config.residual_scale = factor("residual_scale")?;
            config.embedding_scale = factor("embedding_scale")?;
            if reader.number("attention.scale", 0.0)? != 0.0 {
                config.attention_scale = factor("attention.scale")?;
            }
        }
    }
    Ok(())
}

fn read_rope(reader: &Reader, config: &mut ModelConfig) -> Result<()> {
    let head_size = u64::from(config.head_size);
    config.rope_rotated = reader.optional("rope.dimension_count", head_size, head_size)?;
    if !config.rope_rotated.is_multiple_of(2) {
        let rotated = config.rope_rotated;
        return Err(reader.file.fail(format!("rope.dimension_count is {rotated} and must be even")));
    }
    config.rope_base = reader.positive("rope.freq_base", 10000.0)?;
    config.rope_scaling = scaling(reader)?;
    let linear = reader.positive("rope.scale_linear", 1.0)?;
    config.rope_factor = reader.positive("rope.scaling.factor", linear)?;
    config.rope_original_context =
        reader.positive("rope.scaling.original_context_length", config.context.into())?;
    config.rope_beta_fast = reader.positive("rope.scaling.yarn_beta_fast", 32.0)?;
    config.rope_beta_slow = reader.positive("rope.scaling.yarn_beta_slow", 1.0)?;
    config.rope_extrapolation = reader.number("rope.scaling.yarn_ext_factor", 1.0)?;
    let attention = reader.positive("rope.scaling.yarn_attn_factor", 1.0)?;
    config.rope_attention_factor = reader.positive("rope.scaling.attn_factor", attention)?;
    reader.neutral("rope.scaling.yarn_log_multiplier", &[0.0])?;
    if config.architecture.starts_with("granite") {
        // Granite's hybrids have attention without positions, and say it so.
        reader.neutral_boolean("rope.scaling.finetuned", true)?;
    }
    reader.ignore(&["rope.scaling.finetuned"]);
    Ok(())
}

fn scaling(reader: &Reader) -> Result<String> {
    let key = reader.known("rope.scaling.type");
    if !reader.file.has(&key) {
        // Files from before `rope.scaling.type` say only how much, linearly.
        let scaling = if reader.has("rope.scale_linear") { "linear" } else { "none" };
        return Ok(scaling.to_owned());
    }
    let scaling = reader.file.text(&key)?;
    if SCALINGS.contains(&scaling.as_str()) {
        return Ok(scaling);
    }
    Err(reader.file.fail(format!(
        "rope.scaling.type is {:?}, and none, linear, yarn and longrope are known",
        short(&scaling)
    )))
}

fn read_window(reader: &Reader, known: &Architecture, config: &mut ModelConfig) -> Result<()> {
    let window = reader.integer("attention.sliding_window", known.window)?;
    match known.windows {
        // For which layers others would have it, files do not say.
        Windows::None if window < config.context.into() => {
            reader.neutral("attention.sliding_window", &[0.0])?
        }
        Windows::None => {}
        Windows::All => config.window = window.min(MOST_CONTEXT) as u32,
        Windows::AllButEach(period) => {
            config.window = reader.optional("attention.sliding_window", known.window, MOST_CONTEXT)?;
            config.window_period =
                reader.optional("attention.sliding_window_pattern", period.into(), 1024)?;
            if known.local_rope_base != 0.0 {
                config.local_rope_base = reader.positive("rope.freq_base_swa", known.local_rope_base)?;
            }
        }
    }
    Ok(())
}

/// Refuses what other architectures compute, or these in other files.
fn refuse_others(reader: &Reader, config: &ModelConfig) -> Result<()> {
    reader.neutral_boolean("attention.causal", true)?;
    reader.neutral_boolean("use_parallel_residual", false)?;
    reader.neutral("attention.scale", &[0.0, config.attention_scale.into()])?;
    reader.neutral("attention.clamp_kqv", &[0.0])?;
    reader.neutral("attention.max_alibi_bias", &[0.0])?;
    reader.neutral("attn_logit_softcapping", &[0.0, config.attention_softcap.into()])?;
    reader.neutral("final_logit_softcapping", &[0.0, config.final_softcap.into()])?;
    reader.neutral("logit_scale", &[0.0, f64::from(1.0 / config.logit_scale)])?;
    reader.neutral("residual_scale", &[0.0, config.residual_scale.into()])?;
    reader.neutral("embedding_scale", &[0.0, config.embedding_scale.into()])?;
    reader.ignore(&["vocab_size", "tensor_data_layout", "attention.layer_norm_epsilon", "pooling_type"]);
    reader.refuse_unknown()
}
