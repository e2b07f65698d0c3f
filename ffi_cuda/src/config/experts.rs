//! Mixtures of experts.

use super::reader::{MOST_WIDTH, Reader};
use crate::{architectures::Experts, bridge::ffi::ModelConfig, error::Result};

const MOST_EXPERTS: u64 = 4096;
/// Keys that say nothing where there are no experts.
const KEYS: &[&str] = &[
    "expert_used_count",
    "expert_feed_forward_length",
    "expert_shared_count",
    "expert_shared_feed_forward_length",
    "expert_weights_scale",
    "expert_weights_norm",
    "expert_gating_func",
    "expert_group_count",
    "expert_group_used_count",
    "leading_dense_block_count",
    "interleave_moe_layer_step",
];

pub(super) fn read(reader: &Reader, known: Experts, config: &mut ModelConfig) -> Result<()> {
    config.experts_scale = 1.0;
    config.expert_period = 1;
    (config.expert_groups, config.expert_groups_used) = (1, 1);
    let experts = reader.integer("expert_count", 0)?;
    if experts == 0 {
        reader.ignore(KEYS);
        return Ok(());
    }
    if known == Experts::None {
        return Err(reader.file.fail(format!(
            "is a mixture of {experts} experts ({}), and those of architecture {} are not known",
            reader.name("expert_count"),
            reader.architecture
        )));
    }
    config.experts = reader.required("expert_count", MOST_EXPERTS)?;
    config.experts_used = reader.required("expert_used_count", config.experts.into())?;
    config.expert_n_ff = reader.optional("expert_feed_forward_length", config.n_ff.into(), MOST_WIDTH)?;
    let scale = reader.number("expert_weights_scale", 0.0)? as f32;
    config.experts_scale = if scale == 0.0 { 1.0 } else { scale };
    if known == Experts::DeepSeek { deepseek(reader, config) } else { others(reader, known, config) }
}

fn others(reader: &Reader, known: Experts, config: &mut ModelConfig) -> Result<()> {
    config.shared_n_ff = match known {
        Experts::Before => config.expert_n_ff,
        _ => reader.integer("expert_shared_feed_forward_length", 0)?.min(MOST_WIDTH) as u32,
    };
    config.expert_biases = known == Experts::Biased;
    config.experts_before = known == Experts::Before;
    config.experts_sigmoid = known == Experts::Before;
    config.experts_normalised = matches!(known, Experts::Normalised | Experts::Biased);
    if known == Experts::Before {
        config.expert_period = reader.required("interleave_moe_layer_step", config.layers.into())?;
    }
    if known != Experts::Biased {
        reader.neutral_boolean("expert_weights_norm", config.experts_normalised)?;
    }
    reader.neutral("expert_shared_count", &[0.0, f64::from(config.shared_n_ff.min(1))])?;
    // 1 is a softmax of all scores, 2 are sigmoids, 3 a softmax of those chosen.
    let functions: &[f64] = match known {
        Experts::Before => &[0.0, 2.0],
        Experts::Biased => &[0.0, 3.0],
        _ => &[0.0, 1.0],
    };
    reader.neutral("expert_gating_func", functions)
}

fn deepseek(reader: &Reader, config: &mut ModelConfig) -> Result<()> {
    let shared = reader.integer("expert_shared_count", 0)?.min(MOST_EXPERTS);
    config.shared_n_ff = (shared * u64::from(config.expert_n_ff)).min(MOST_WIDTH) as u32;
    config.dense_layers = reader.integer("leading_dense_block_count", 0)?.min(config.layers.into()) as u32;
    config.experts_normalised = reader.boolean("expert_weights_norm")?;
    config.experts_sigmoid = match reader.integer("expert_gating_func", 0)? {
        0 | 1 => false,
        2 => true,
        other => return reader.refuse("expert_gating_func", &other.to_string()),
    };
    config.expert_groups = reader.optional("expert_group_count", 1, config.experts.into())?;
    config.expert_groups_used = reader.optional(
        "expert_group_used_count",
        config.expert_groups.into(),
        config.expert_groups.into(),
    )?;
    let groups = config.expert_groups;
    if groups > 1 && !config.experts_sigmoid {
        // DeepSeek 2 chooses groups by their best expert, those with sigmoids by their two best: files tell neither.
        return reader.refuse("expert_group_count", &groups.to_string());
    }
    let in_groups = config.experts / groups * config.expert_groups_used;
    if !config.experts.is_multiple_of(groups) || config.experts_used > in_groups {
        return Err(reader.file.fail(format!(
            "has {} experts in {groups} groups, of which {} may be used, and uses {}",
            config.experts, config.expert_groups_used, config.experts_used
        )));
    }
    Ok(())
}
