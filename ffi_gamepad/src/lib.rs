//! Game pads, over the crate `gilrs-core`.
//!
//! `backend` owns the process's one connection to the game-pad subsystem; `translator` makes events of what drivers
//! report, by the pad's `mapping`; `context` is what a handle stands for,
//! `exports` are the functions that C calls, by topic.

mod auto_mapping;
mod backend;
mod codes;
pub mod constants;
mod context;
mod elements;
mod error;
mod event;
mod exports;
mod mapping;
mod mapping_database;
mod pad;
mod rumble;
mod translator;

pub use error::Error;

type Result<T, E = Error> = std::result::Result<T, E>;

ffi_core::library! { name: "gamepad", index: 3, wraps: "gilrs-core" }
