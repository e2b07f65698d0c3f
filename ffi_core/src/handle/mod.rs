//! Handles: typed, generational numbers for objects, checked in constant time without a lock.

mod barrier;
#[cfg(not(loom))]
mod global;
pub mod hazard;
pub mod layout;
mod origin;
mod sync;
pub mod table;

#[cfg(not(loom))]
pub use global::{Consumed, Handle, Object, Shared, free_all, get, insert, insert_with, live, raw, take};
#[cfg(not(loom))]
pub use hazard::AtFork;
pub use hazard::Reclaim;
pub use table::Guard;
