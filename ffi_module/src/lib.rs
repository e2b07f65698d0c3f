//! Modules: code that is loaded at run time and speaks one protocol, a message type and a JSON payload in, a
//! JSON answer out; and the events of all libraries in one queue.
//!
//! A module is a shared library with the entry points of `simple_module.h`, a WebAssembly file with the same
//! ones (in builds that hold wasmtime), or `native`, which is built in and calls any function of this archive by
//! name. Message types are `init`, `command`, `query`, `mutation` and `event`. An answer is
//! `{"status":"success","data":…}` or `{"status":"error","error":"…"}`; whatever a module gives back instead
//! becomes an answer of the second shape, so what `rt_module_send` returns is always one of the two.
//!
//! A native module shares the process: what its answers look like is checked, and an exception or a panic that
//! leaves it is stopped (a panic stays allocated; a C++ exception too, on machines other than x86-64 and arm64 with
//! ELF), but one that crashes takes the host with it. A WebAssembly module cannot.
//!
//! A module handles one message at a time; others wait for their turn. `native` handles any number at once.

mod admission;
mod backend;
mod builtin;
mod error;
mod exports;
mod find;
mod host_functions;
mod message;
mod module;
mod options;
mod reply;
mod waiting;
#[cfg(feature = "wasm")]
mod wasm;
mod worker_thread;

pub use error::Error;
pub use exports::events::EventSubscription;
pub use host_functions::Call;
pub use module::Module;

ffi_core::library! { name: "module", title: "modules, events", wraps: "libloading, wasmtime" }

type Result<T, E = Error> = std::result::Result<T, E>;
