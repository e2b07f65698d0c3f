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
#[cfg(all(feature = "dynamic", not(loom)))]
pub mod calls;
#[cfg(not(loom))]
pub mod error;
#[cfg(not(loom))]
pub mod events;
#[cfg(not(loom))]
pub mod fork;
#[cfg(not(loom))]
pub mod guard;
#[cfg(not(loom))]
mod locked;
#[cfg(not(loom))]
pub mod param;
#[cfg(all(feature = "plugin", not(loom)))]
pub mod plugin;
#[cfg(not(loom))]
pub mod record;
#[cfg(not(loom))]
pub mod release;
#[cfg(not(loom))]
pub mod ret;
#[cfg(all(feature = "runtime", not(loom)))]
pub mod runtime;
#[cfg(not(loom))]
pub mod text;

#[cfg(all(feature = "x11", target_os = "linux", not(loom)))]
pub mod x11;

#[cfg(not(loom))]
pub use {
    callback::{Callback, UserData},
    error::{Failure, Library},
    ffi_macros::{calls, export, ffi_struct, library},
    handle::{Handle, Object, Shared, Taken},
    kind::Kind,
    locked::Locked,
    release::{LIBRARY, LIBRARY_NAME},
    ret::{Existing, New},
    text::Text,
};
