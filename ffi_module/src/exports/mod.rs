//! The exported functions, by topic.

pub mod events;
mod host_functions;
mod modules;
