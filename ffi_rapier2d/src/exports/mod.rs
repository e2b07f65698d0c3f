//! The functions that C calls, by topic.

pub mod body;
mod body_extra;
mod bulk;
pub mod collider;
pub mod contacts;
mod joint;
mod query;
pub mod world;

pub use contacts::{Contact, RtContact};
