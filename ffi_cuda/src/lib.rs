//! CUDA devices and language models behind the C boundary.
//!
//! The code that loads models and computes is C++ and CUDA, in `cuda/`; Rust makes no CUDA call of its own.
//! Device 0, 1, … is a GPU; -1 is the CPU reference device, which is never chosen silently.

mod bridge;
#[cfg(feature = "checks")]
mod checks;
mod children;
mod context;
mod device;
mod error;
mod exports;
mod gguf;
mod inference;
mod kernels;
mod memory;
mod model;
mod options;
mod sampler;
mod session;
#[doc(hidden)]
pub mod testing;
mod text;
mod tokenizer;

pub use context::Context;
pub use device::{device_count, runtime_version, set_threads};
pub use error::{CudaError, CudaErrorCode, Result};
pub use inference::{Inference, Statistics};
pub use model::Model;
pub use options::Options;
pub use tokenizer::Tokenizer;

/// The name that the functions of this library bear.
pub const LIBRARY_NAME: &str = "cuda";

/// This library, as the boundary knows it.
pub static LIBRARY: ffi_core::Library = ffi_core::Library { name: LIBRARY_NAME, index: 8 };
