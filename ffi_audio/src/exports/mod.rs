//! The exported functions.

pub mod engine;
pub mod playback;
