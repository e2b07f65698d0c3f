//! The exported functions, by topic.

pub mod bus;
pub mod capture;
pub mod effects;
pub mod engine;
pub mod live;
pub mod mixer;
pub mod playback;
pub mod recording;
pub mod source;
pub mod spatial;
