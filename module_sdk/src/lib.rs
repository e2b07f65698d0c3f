//! Modules for `simple_native`, in Rust: a type with a method for each kind of message, and one line that makes
//! the entry points.
//!
//! ```
//! use module_sdk::{Answer, Module, Payload, export_module, json};
//!
//! #[derive(Default)]
//! struct Counter {
//!     count: i64,
//! }
//!
//! impl Module for Counter {
//!     fn command(&mut self, payload: &Payload) -> Answer {
//!         self.count += payload.get::<i64>("add")?;
//!         Ok(json!({ "count": self.count }))
//!     }
//!
//!     fn query(&mut self, _payload: &Payload) -> Answer {
//!         Ok(json!(self.count))
//!     }
//! }
//!
//! export_module!(Counter);
//!
//! # fn main() {
//! let mut counter = Counter::default();
//! let answer = module_sdk::answer(&mut counter, "command", r#"{"add": 2}"#);
//! assert_eq!(answer, r#"{"status":"success","data":{"count":2}}"#);
//! # }
//! ```
//!
//! The crate is a `cdylib`; the host loads it with `rt_module_load`. A panic in a method becomes an error answer.
//! [`call_host`] calls the host's functions.

#![allow(unsafe_code)] // The entry points are C.

pub mod bytes;
pub mod entry;
pub mod host;
mod message;
mod module;

pub use host::call as call_host;
pub use message::{Answer, Error, Payload, error, success};
pub use module::{Module, answer};
pub use serde_json::{Value, json};

/// Makes the entry points of the module that the given type is.
#[macro_export]
macro_rules! export_module {
    ($module:ty) => {
        const _: () = {
            use ::std::ffi::{c_char, c_void};

            #[unsafe(no_mangle)]
            extern "C" fn module_abi_version() -> i32 {
                $crate::entry::ABI_VERSION
            }

            #[unsafe(no_mangle)]
            extern "C" fn create_module() -> *mut c_void {
                $crate::entry::create::<$module>()
            }

            /// # Safety
            /// As `simple_module.h` says.
            #[unsafe(no_mangle)]
            unsafe extern "C" fn handle_message(
                module: *mut c_void,
                message_type: *const c_char,
                payload: *const c_char,
            ) -> *mut c_char {
                // SAFETY: as above.
                unsafe { $crate::entry::handle::<$module>(module, message_type, payload) }
            }

            /// # Safety
            /// As `simple_module.h` says.
            #[unsafe(no_mangle)]
            unsafe extern "C" fn handle_bytes(
                module: *mut c_void,
                message_type: *const c_char,
                data: *const u8,
                size: i64,
                answer: *mut $crate::bytes::Bytes,
            ) -> i32 {
                // SAFETY: as above.
                unsafe { $crate::entry::handle_bytes::<$module>(module, message_type, data, size, answer) }
            }

            /// # Safety
            /// As `simple_module.h` says.
            #[unsafe(no_mangle)]
            unsafe extern "C" fn free_bytes(data: *mut u8, size: i64) {
                // SAFETY: as above.
                unsafe { $crate::bytes::free_bytes(data, size) }
            }

            #[cfg(target_family = "wasm")]
            #[unsafe(no_mangle)]
            extern "C" fn alloc_bytes(size: i64) -> *mut u8 {
                $crate::bytes::alloc_bytes(size)
            }

            #[cfg(not(target_family = "wasm"))]
            #[unsafe(no_mangle)]
            extern "C" fn module_host(host: *const $crate::host::Host) {
                $crate::host::keep(host);
            }

            #[cfg(target_family = "wasm")]
            #[unsafe(no_mangle)]
            extern "C" fn alloc_string(size: i32) -> *mut c_char {
                $crate::entry::alloc_string(size)
            }

            /// # Safety
            /// As `simple_module.h` says.
            #[unsafe(no_mangle)]
            unsafe extern "C" fn free_string(text: *mut c_char) {
                // SAFETY: as above.
                unsafe { $crate::entry::free_string(text) }
            }

            /// # Safety
            /// As `simple_module.h` says.
            #[unsafe(no_mangle)]
            unsafe extern "C" fn destroy_module(module: *mut c_void) {
                // SAFETY: as above.
                unsafe { $crate::entry::destroy::<$module>(module) }
            }
        };
    };
}
