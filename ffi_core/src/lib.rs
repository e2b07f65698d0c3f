//! The boundary of `libsimple_native.a`, written once: handles, texts, arrays, failure, the panic guard, and
//! the attribute that turns a safe Rust function into an exported C one.
//!
//! All `unsafe` of the Rust side lives here; a wrapper crate writes safe functions and `#[export]`.

#![allow(unsafe_code)]

#[cfg(not(loom))]
extern crate self as ffi_core;

pub mod handle;
pub mod kind;

#[cfg(not(loom))]
pub mod array;
#[cfg(not(loom))]
pub mod callback;
#[cfg(not(loom))]
pub mod cancellation;
#[cfg(not(loom))]
pub mod canvas;
#[cfg(not(loom))]
pub mod check;
#[cfg(not(loom))]
pub mod children;
#[cfg(not(loom))]
pub mod clock;
#[cfg(not(loom))]
pub mod deadline;
#[cfg(not(loom))]
pub mod depth;
#[cfg(not(loom))]
pub mod environment;
#[cfg(not(loom))]
pub mod error;
#[cfg(not(loom))]
pub mod events;
#[cfg(not(loom))]
pub mod file;
#[cfg(not(loom))]
pub mod file_writer;
#[cfg(not(loom))]
mod floats;
#[cfg(not(loom))]
pub mod foreign;
#[cfg(not(loom))]
pub mod fork;
#[cfg(not(loom))]
pub mod from_c;
#[cfg(not(loom))]
pub mod growing_bytes;
#[cfg(not(loom))]
pub mod guard;
#[cfg(not(loom))]
pub mod into_c;
#[cfg(all(feature = "json", not(loom)))]
pub mod json;
#[cfg(all(feature = "dynamic", not(loom)))]
pub mod json_calls;
#[cfg(not(loom))]
mod large_block;
#[cfg(not(loom))]
pub mod last_error;
#[cfg(not(loom))]
mod locked;
#[cfg(not(loom))]
pub mod memory;
#[cfg(not(loom))]
pub mod record;
#[cfg(not(loom))]
pub mod release;
#[cfg(not(loom))]
pub mod reserve;
#[cfg(not(loom))]
pub mod residence;
#[cfg(all(feature = "runtime", not(loom)))]
pub mod runtime;
#[cfg(not(loom))]
pub mod signals;
#[cfg(not(loom))]
pub mod stack;
#[cfg(not(loom))]
pub mod sync;
#[cfg(not(loom))]
pub mod text;
#[cfg(not(loom))]
pub mod thread;
#[cfg(not(loom))]
pub mod wakeup;

#[cfg(not(loom))]
pub use {
    callback::{Callback, UserData},
    children::Children,
    error::Failure,
    ffi_macros::{calls, export, ffi_enum, ffi_struct, library},
    handle::{Consumed, Handle, Object, Shared},
    into_c::{Borrowed, New},
    kind::Kind,
    last_error::Library,
    locked::Locked,
    release::{LIBRARY, LIBRARY_NAME},
    text::Text,
};
