//! The exported functions, by topic.

pub mod effects;
pub mod engine;
pub mod live;
pub mod mixer;
pub mod playback;
pub mod source;
pub mod spatial;
