//! The functions that C calls, by topic.

mod contexts;
mod events;
mod extras;
mod raw;
mod rumble;
mod state;
