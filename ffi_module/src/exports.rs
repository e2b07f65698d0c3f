//! The exported functions, by topic.

pub mod events;
mod modules;
