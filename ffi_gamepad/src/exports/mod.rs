//! The functions that C calls, by topic.

mod contexts;
mod events;
mod rumble;
mod state;
