//! Links a Rust program with `libsimple_native.a` and declares its functions, with the structs and constants of the C
//! headers, whose rules hold for them.
//!
//! ```no_run
//! # fn main() {
//! use simple_native_sys::{rt_regex_destroy, rt_regex_is_match, rt_regex_new};
//!
//! // SAFETY: texts that end with NUL, borrowed for the calls.
//! unsafe {
//!     let pattern = rt_regex_new(c"^a+$".as_ptr());
//!     assert!(rt_regex_is_match(pattern, c"aaa".as_ptr()));
//!     rt_regex_destroy(pattern);
//! }
//! # }
//! ```
//!
//! The archive is, in this order,
//! - that of the unpacked package in the folder `SIMPLE_NATIVE_DIR`;
//! - that of the package for the program's target among those at `SIMPLE_NATIVE_PACKAGES`: a folder or a URL that holds
//!   packages and the `SHA256SUMS` that `cargo xtask index` writes. The package is fetched by `curl` (from a URL), held
//!   against its sum by `sha256sum` and unpacked by `tar`;
//! - that of the package that this crate was unpacked with;
//! - built from the workspace that this crate lies in.
//!
//! `SIMPLE_NATIVE_FEATURES` names the libraries to choose a package by, or to build: `core`, or names with commas between
//! them; all if it is unset. A crate that depends on this one directly learns the header's folder in its build script,
//! as `DEP_SIMPLE_NATIVE_INCLUDE`.
//!
//! A package's archive shows `rt_*` alone and may be linked beside any other Rust code. One built from the workspace
//! is raw: it shares the standard library's symbols with the program, which works within one toolchain.

// As it is generated.
#[rustfmt::skip]
mod declarations;

pub use declarations::*;
