//! The exported functions, by topic.

mod captures;
mod matching;
mod patterns;
mod quick;
mod replace;
mod sets;
mod split;
mod texts;
