//! CUDA devices and language models behind the C boundary.
//!
//! The code that loads models and computes is C++ and CUDA, in `cuda/`; Rust makes no CUDA call of its own.
//! Device 0, 1, … is a GPU; -1 is the CPU reference device, which is never chosen silently.

mod architectures;
mod bridge;
mod chat;
#[cfg(feature = "checks")]
mod checks;
mod children;
mod config;
mod context;
mod device;
mod digest;
mod error;
mod exports;
mod gguf;
mod grammar;
mod inference;
mod kernels;
mod marks;
mod memory;
mod model;
mod model_file;
mod options;
mod pooling;
mod sampler;
mod saved;
mod session;
#[doc(hidden)]
pub mod testing;
mod text;
mod together;
mod tokenizer;
mod watch;

pub use context::Context;
pub use device::{device_count, runtime_version, set_exact, set_mapping, set_threads};
pub use error::{CudaError, CudaErrorCode, Result};
pub use inference::{EndReason, Inference, MadeToken, Statistics};
pub use model::Model;
pub use options::{Options, TokenizeOptions};
pub use pooling::Pooling;
pub use together::next_tokens;
pub use tokenizer::Tokenizer;
pub use watch::Progress;

ffi_core::library! {
    name: "cuda",
    title: "GPU inference, in C++ and CUDA of our own",
    doc: "\
GPUs, their memory, and language models in GGUF files, which run on a GPU or on the CPU.

Device 0, 1, … is a GPU, -1 is the CPU, which is never chosen by itself. A context is a device taken into use, a
model belongs to a context, an inference is one text that a model goes on with. What is asked of a GPU where there
is none, or no driver, fails and says so. Memory of a device is a number of bytes behind a handle, and whatever
reads or writes outside is refused."
}
