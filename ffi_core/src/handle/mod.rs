//! Handles: typed, generational numbers for objects, checked in constant time without a lock.

mod barrier;
pub mod hazard;
pub mod number;
#[cfg(not(loom))]
mod process;
mod sync;
pub mod table;

#[cfg(not(loom))]
pub use hazard::AtFork;
pub use hazard::Reclaim;
#[cfg(not(loom))]
pub use process::{Handle, Object, Shared, Taken, free_all, get, insert, live, raw, take};
#[cfg(not(loom))]
pub(crate) use process::{hold, lose};
pub use table::Guard;
