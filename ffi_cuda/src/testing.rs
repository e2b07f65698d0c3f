//! Hooks for tests: no program needs them.

use crate::{
    bridge::{call, ffi},
    context::Context,
    device::open_device,
    error::{CudaError, Result},
    options::Options,
    sampler::{recent, sampling_options},
};

/// Samples the token that follows `tokens` on a device, with this `draw` in [0, 1).
pub fn sample(device: i64, logits: &[f32], options: &Options, tokens: &[u32], draw: f64) -> Result<u32> {
    options.check()?;
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

/// How activations are multiplied with weights on the CPU: exact or rounded, by the plain kernels or by the fastest that
/// this processor has.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct Kernels {
    pub rounded: bool,
    pub plain: bool,
}

/// Multiplies a matrix of GGUF's type `kind` with as many activations as `x` has, on the CPU.
pub fn matmul(kind: u32, blocks: &[u8], rows: u64, x: &[f32], kernels: Kernels) -> Result<Vec<f32>> {
    call(|status| ffi::cpu_matmul(kind, blocks, rows, x, kernels.rounded, kernels.plain, status))
}

impl Context {
    /// Opens a CPU reference that rounds no activations.
    pub fn exact() -> Self {
        Self::on(ffi::device_exact())
    }

    /// Opens a CPU reference that fails at `place` from its call number `after` (from 0) on: `allocate`,
    /// `upload`, `launch`, `synchronize`, `resident` or `health`.
    pub fn with_fault(place: &str, after: u64) -> Self {
        Self::on(ffi::device_with_fault(place, after))
    }
}
