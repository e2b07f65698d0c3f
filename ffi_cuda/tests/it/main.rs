//! The tests of this crate that may share a process.

mod attention;
mod chat;
mod common;
mod decoders;
mod emulator;
mod errors;
mod files;
mod gpu_build;
mod gpu_check;
mod grammars;
mod inference;
mod kernels;
mod logits;
mod sampling;
mod sessions;
mod tokenizers;
