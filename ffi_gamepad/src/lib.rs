//! Game pads, over the crate `gilrs`.
//!
//! `hub` owns the process's one connection to the game-pad subsystem, `context` is what a handle stands for,
//! `exports` are the functions that C calls, in the contract's order.

mod codes;
mod context;
mod error;
mod event;
mod exports;
mod hub;
mod pad;
mod rumble;

pub use error::Error;

type Result<T, E = Error> = std::result::Result<T, E>;

ffi_core::library! { name: "gamepad", index: 3, wraps: "gilrs" }
