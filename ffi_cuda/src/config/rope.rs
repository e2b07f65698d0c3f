//! Rotary positions.

use super::reader::{Reader, short};
use crate::{
    architectures::{Architecture, Encoder},
    bridge::ffi::ModelConfig,
    error::Result,
};

const SCALINGS: [&str; 4] = ["none", "linear", "yarn", "longrope"];

pub(super) fn read(reader: &Reader, known: &Architecture, config: &mut ModelConfig) -> Result<()> {
    config.rope_factor = 1.0;
    config.rope_base = 10000.0;
    config.rope_original_context = config.context.into();
    config.rope_attention_factor = 1.0;
    if known.encoder == Encoder::Bert {
        config.rope_scaling = "none".to_owned();
        return Ok(());
    }
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
    read_multiplier(reader, known, config)?;
    if config.architecture.starts_with("granite") {
        // Granite's hybrids have attention without positions, and say it so.
        reader.neutral_boolean("rope.scaling.finetuned", true)?;
    }
    reader.ignore(&["rope.scaling.finetuned"]);
    Ok(())
}

/// How much YaRN multiplies what it turns by, and the scores: DeepSeek's and Mistral's own, as their files say it.
fn read_multiplier(reader: &Reader, known: &Architecture, config: &mut ModelConfig) -> Result<()> {
    const KEY: &str = "rope.scaling.yarn_log_multiplier";
    if config.rope_scaling != "yarn" || !(known.latent || known.temperature) {
        return reader.neutral(KEY, &[0.0]);
    }
    let stretched = |multiplier: f64| 1.0 + 0.1 * multiplier * config.rope_factor.ln();
    let multiplier = reader.number(KEY, 0.0)?;
    if !known.latent {
        config.rope_attention_factor /= stretched(multiplier);
        return Ok(());
    }
    reader.require(KEY)?;
    // Files have it times 0.1; what is turned stays as it is, and the scores are multiplied twice.
    let factor = config.rope_attention_factor * stretched(multiplier / 0.1);
    config.rope_attention_factor /= stretched(1.0);
    config.attention_scale *= (factor * factor) as f32;
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
