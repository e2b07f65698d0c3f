//! Windows, input, monitors and the clipboard, over the crates `winit`, `softbuffer` and `arboard`.
//!
//! winit has one event loop in a process's life; it runs on a thread of ours (`display`, `app`). What C calls
//! an event loop (`event_loop`) is a queue with the windows that send to it; what C calls a window (`window`)
//! asks that thread. `exports` are the functions that C calls, in the contract's order.

mod app;
mod clipboard;
mod config;
mod display;
mod error;
mod event;
mod event_loop;
mod exports;
mod keys;
mod monitor;
mod picture;
mod pointer;
mod queue;
mod ranges;
mod route;
mod signs;
mod window;
#[cfg(target_os = "linux")]
mod x11_lock;
#[cfg(target_os = "linux")]
mod x11_selection;
#[cfg(target_os = "linux")]
mod x11_state;

pub use error::Error;

type Result<T, E = Error> = std::result::Result<T, E>;

ffi_core::library! { name: "winit", index: 7, wraps: "winit" }
