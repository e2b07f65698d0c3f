//! Hooks for tests: no program needs them.

use crate::{
    bridge::{call, ffi},
    config,
    context::Context,
    device::open_device,
    error::{CudaError, Result},
    gguf::Gguf,
    options::Options,
    sampler::{recent, sampling_options},
};

pub use ffi::AttentionShape;

/// Samples the token that follows `tokens` on a device, with this `draw` in [0, 1).
pub fn sample(device: i64, logits: &[f32], options: &Options, tokens: &[u32], draw: f64) -> Result<u32> {
    options.check(0)?;
    if logits.is_empty() || !(0.0..1.0).contains(&draw) {
        return Err(CudaError::parameter("there is nothing to choose, or no draw"));
    }
    let device = open_device(device)?;
    let (how, recent) = (sampling_options(options, draw), recent(options, tokens));
    call(|status| ffi::sample(&device, logits, &how, &recent, status))
}

/// Decodes a run of weight blocks of GGUF's type `kind`.
pub fn decode_blocks(kind: u32, blocks: &[u8]) -> Result<Vec<f32>> {
    call(|status| ffi::decode_blocks(kind, blocks, status))
}

/// The names of the CPU's kernels that this processor has, `plain` first and the fastest last.
pub fn cpu_kernels() -> Vec<String> {
    ffi::cpu_kernels()
}

/// Multiplies a matrix of GGUF's type `kind` with as many activations as `x` has, on the CPU; with activations rounded to
/// integers, or as they are.
pub fn matmul(
    kind: u32,
    blocks: &[u8],
    rows: u64,
    x: &[f32],
    rounded: bool,
    kernels: &str,
) -> Result<Vec<f32>> {
    call(|status| ffi::cpu_matmul(kind, blocks, rows, x, rounded, kernels, status))
}

/// Attention on the CPU: queries at `shape.position` and behind it, keys and values of 16 bits, each by position.
pub fn attention(
    shape: &AttentionShape,
    queries: &[f32],
    keys: &[u16],
    values: &[u16],
    kernels: &str,
) -> Result<Vec<f32>> {
    call(|status| ffi::cpu_attention(shape, queries, keys, values, kernels, status))
}

/// `silu(gate) * up`, or with `gelu`, on the CPU.
pub fn glu(gelu: bool, gate: &[f32], up: &[f32], kernels: &str) -> Result<Vec<f32>> {
    call(|status| ffi::cpu_glu(gelu, gate, up, kernels, status))
}

/// `cap * tanh(x / cap)` on the CPU.
pub fn soft_cap(x: &[f32], cap: f32, kernels: &str) -> Result<Vec<f32>> {
    call(|status| ffi::cpu_soft_cap(x, cap, kernels, status))
}

/// The table of a model's file, as words: `cuda/emulator/model_table_file.cpp` reads them.
pub fn model_table(path: &str) -> Result<String> {
    let file = Gguf::open(path)?;
    let c = config::read(&file)?;
    let named: [(&str, &dyn std::fmt::Display); 39] = [
        ("architecture", &c.architecture),
        ("layers", &c.layers),
        ("n_embd", &c.n_embd),
        ("heads", &c.heads),
        ("n_kv_heads", &c.n_kv_heads),
        ("head_size", &c.head_size),
        ("value_size", &c.value_size),
        ("n_ff", &c.n_ff),
        ("context", &c.context),
        ("window", &c.window),
        ("epsilon", &c.epsilon),
        ("norms_before", &u8::from(c.norms_before)),
        ("norms_after", &u8::from(c.norms_after)),
        ("query_key_norm", &c.query_key_norm),
        ("qkv_biases", &u8::from(c.qkv_biases)),
        ("activation", &c.activation),
        ("window_period", &c.window_period),
        ("rope_period", &c.rope_period),
        ("local_rope_base", &c.local_rope_base),
        ("experts", &c.experts),
        ("experts_used", &c.experts_used),
        ("expert_n_ff", &c.expert_n_ff),
        ("shared_n_ff", &c.shared_n_ff),
        ("residual_scale", &c.residual_scale),
        ("logit_scale", &c.logit_scale),
        ("embedding_scale", &c.embedding_scale),
        ("attention_scale", &c.attention_scale),
        ("attention_softcap", &c.attention_softcap),
        ("final_softcap", &c.final_softcap),
        ("rope_rotated", &c.rope_rotated),
        ("rope_interleaved", &u8::from(c.rope_interleaved)),
        ("rope_base", &c.rope_base),
        ("rope_scaling", &c.rope_scaling),
        ("rope_factor", &c.rope_factor),
        ("rope_original_context", &c.rope_original_context),
        ("rope_beta_fast", &c.rope_beta_fast),
        ("rope_beta_slow", &c.rope_beta_slow),
        ("rope_extrapolation", &c.rope_extrapolation),
        ("rope_attention_factor", &c.rope_attention_factor),
    ];
    let mut table: String = named.iter().map(|(name, value)| format!("{name} {value}\n")).collect();
    table += &format!("tensors {}\n", file.tensors().len());
    for tensor in file.tensors() {
        let (kind, offset, bytes) = (tensor.kind, tensor.offset, tensor.bytes);
        let dimensions: String = tensor.dimensions.iter().map(|size| format!(" of {size}")).collect();
        table += &format!(
            "tensor {} type {kind} offset {offset} bytes {bytes} dimensions {}{dimensions}\n",
            tensor.name,
            tensor.dimensions.len()
        );
    }
    Ok(table)
}

impl Context {
    /// Opens a CPU reference that rounds no activations.
    pub fn exact() -> Self {
        Self::on(ffi::device_exact())
    }

    /// Opens a CPU reference that fails at `place` from its call number `after` (from 0) on: `allocate`,
    /// `upload`, `launch`, `synchronize`, `resident` or `health`; one that computes no more than a GPU at `beyond`.
    pub fn with_fault(place: &str, after: u64) -> Self {
        Self::on(ffi::device_with_fault(place, after))
    }
}
