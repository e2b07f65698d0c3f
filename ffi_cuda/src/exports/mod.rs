//! The functions that C calls.

mod context;
mod devices;
mod errors;
mod inference;
mod kernels;
mod memory;
mod model;
mod numbers;
mod states;
