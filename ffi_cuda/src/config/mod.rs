//! A model's architecture and sizes by its metadata; what would change the results and is not known is refused by
//! name.

mod experts;
mod reader;
mod rope;

use crate::{
    architectures::{self, Architecture, Encoder, Norms, QueryKeyNorm, Scales, Windows},
    bridge::ffi::ModelConfig,
    error::Result,
    gguf::Gguf,
};
use reader::{MOST_WIDTH, Reader, short};

const MOST_LAYERS: u64 = 1024;
const MOST_HEADS: u64 = 1024;
const MOST_CONTEXT: u64 = 1 << 28;

/// Reads the configuration from a model's file.
pub(crate) fn read(file: &Gguf) -> Result<ModelConfig> {
    let known = architecture(file)?;
    let reader = Reader::new(file, known.name);
    let mut config = ModelConfig {
        architecture: known.name.to_owned(),
        norms_before: known.norms != Norms::After,
        norms_after: known.norms != Norms::Before,
        query_key_norm: known.query_key_norm as u32,
        qkv_biases: known.qkv_biases,
        activation: known.activation as u32,
        encoder: known.encoder != Encoder::None,
        learned_positions: known.encoder == Encoder::Bert,
        ungated: known.encoder == Encoder::Bert,
        post_attention_names: known.post_attention_names,
        sinks: known.sinks,
        rope_period: known.rope_period,
        rope_interleaved: known.interleaved,
        ..ModelConfig::default()
    };
    read_shape(&reader, known, &mut config)?;
    experts::read(&reader, known.experts, &mut config)?;
    if known.query_key_norm == QueryKeyNorm::AfterRope && config.experts == 128 {
        // Llama 4 Maverick, which files tell by this alone.
        config.query_key_norm = QueryKeyNorm::None as u32;
    }
    read_scales(&reader, known, &mut config)?;
    rope::read(&reader, known, &mut config)?;
    read_window(&reader, known, &mut config)?;
    read_temperature(&reader, known, &mut config)?;
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

fn read_shape(reader: &Reader, known: &Architecture, config: &mut ModelConfig) -> Result<()> {
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
    let epsilon = match known.encoder {
        Encoder::None => "attention.layer_norm_rms_epsilon",
        _ => "attention.layer_norm_epsilon",
    };
    reader.require(epsilon)?;
    config.epsilon = reader.positive(epsilon, 0.0)? as f32;
    if known.latent { read_latent(reader, config) } else { Ok(()) }
}

/// Sizes of latent attention. Files say how large keys and values are once they are made, too, where they have what it
/// takes to keep the latent ones.
fn read_latent(reader: &Reader, config: &mut ModelConfig) -> Result<()> {
    config.latent = reader.required("attention.kv_lora_rank", MOST_WIDTH)?;
    config.query_latent = reader.integer("attention.q_lora_rank", 0)?.min(MOST_WIDTH) as u32;
    let rotated = reader.required("rope.dimension_count", MOST_WIDTH)?;
    let keeps = reader.has("attention.key_length_mla");
    let (key, value) = match keeps {
        true => (
            reader.required("attention.key_length_mla", MOST_WIDTH)?,
            reader.required("attention.value_length_mla", MOST_WIDTH)?,
        ),
        false => (config.head_size, config.value_size),
    };
    let fits = match keeps {
        true => {
            config.n_kv_heads == 1
                && config.head_size == config.latent + rotated
                && config.value_size == config.latent
        }
        false => config.n_kv_heads == config.heads && config.heads > 1,
    };
    if key <= rotated || !fits {
        return Err(reader.file.fail(format!(
            "has {} key heads of {} values and {} of values, and {} latent values do not make them",
            config.n_kv_heads, config.head_size, config.value_size, config.latent
        )));
    }
    config.plain_key = key - rotated;
    config.plain_value = value;
    // Scores are of keys as they would be.
    config.attention_scale = 1.0 / (key as f32).sqrt();
    Ok(())
}

fn read_scales(reader: &Reader, known: &Architecture, config: &mut ModelConfig) -> Result<()> {
    config.embedding_scale = 1.0;
    config.residual_scale = 1.0;
    config.logit_scale = 1.0;
    if config.latent == 0 {
        config.attention_scale = 1.0 / (config.head_size as f32).sqrt();
    }
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

fn read_window(reader: &Reader, known: &Architecture, config: &mut ModelConfig) -> Result<()> {
    let window = reader.integer("attention.sliding_window", known.window)?;
    match known.windows {
        // For which layers others would have it, files do not say.
        Windows::None if window < config.context.into() => {
            reader.neutral("attention.sliding_window", &[0.0])?
        }
        Windows::None => {}
        Windows::All => config.window = window.min(MOST_CONTEXT) as u32,
        Windows::AllButEach(period) | Windows::ChunksButEach(period) => {
            config.window_chunks = matches!(known.windows, Windows::ChunksButEach(_));
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

/// The temperature of attention, which grows with the position.
fn read_temperature(reader: &Reader, known: &Architecture, config: &mut ModelConfig) -> Result<()> {
    config.temperature_length = 1;
    if !known.temperature {
        return Ok(());
    }
    // Llama 4's files do not say what it was trained with.
    config.temperature_unrotated = config.window_chunks;
    let (scale, length) = match config.window_chunks {
        true => (0.1, f64::from(config.window)),
        false => (0.0, config.rope_original_context),
    };
    config.temperature_scale = reader.number("attention.temperature_scale", scale)? as f32;
    config.temperature_offset = u32::from(config.window_chunks);
    config.temperature_length =
        reader.optional("attention.temperature_length", length as u64, MOST_CONTEXT)?;
    Ok(())
}

/// Refuses what other architectures compute, or these in other files.
fn refuse_others(reader: &Reader, config: &ModelConfig) -> Result<()> {
    reader.neutral_boolean("attention.causal", !config.encoder)?;
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
