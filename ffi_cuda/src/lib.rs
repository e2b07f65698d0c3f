//! CUDA devices and language models behind the C boundary.
//!
//! The code that loads models and computes is C++ and CUDA, in `cuda/`; Rust makes no CUDA call of its own.
//! Device 0, 1, … is a GPU; -1 is the CPU reference device, which is never chosen silently.

mod bridge;
#[cfg(feature = "checks")]
mod checks;
mod children;
mod context;
mod error;
mod exports;
mod gguf;
mod inference;
mod kernels;
mod memory;
mod model;
mod sampler;
mod text;
mod tokenizer;

pub use context::{Context, device_count, runtime_version};
pub use error::{CudaError, CudaErrorCode, Result};
pub use inference::{Inference, Options, Statistics};
pub use model::Model;
#[doc(hidden)]
pub use sampler::choose;
pub use tokenizer::Tokenizer;

/// The name that the functions of this library bear.
pub const LIBRARY_NAME: &str = "cuda";

/// This library, as the boundary knows it.
pub static LIBRARY: ffi_core::Library = ffi_core::Library { name: LIBRARY_NAME, index: 8 };

/// The values of a run of weight blocks of GGUF's type `kind`: for tests of the decoders.
#[doc(hidden)]
pub fn decode_blocks(kind: u32, blocks: &[u8]) -> Result<Vec<f32>> {
    bridge::call(|status| bridge::ffi::decode_blocks(kind, blocks, status))
}
