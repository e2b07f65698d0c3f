//! Links a Rust program with `libsimple_native.a`. A runtime depends on this crate, says `use simple_native_sys as _;`
//! once, and declares the functions that it calls itself, as `simple_native.h` has them.
//!
//! The archive is that of the package in the folder `SIMPLE_NATIVE_DIR`, else of the package that this crate was
//! unpacked with, else it is built from the workspace that this crate lies in; `SIMPLE_NATIVE_FEATURES` names the
//! libraries to build then, all if it is unset. A crate that depends on this one directly learns the header's folder
//! in its build script, as `DEP_SIMPLE_NATIVE_INCLUDE`.
//!
//! A package's archive shows `rt_*` alone and may be linked beside any other Rust code. One built from the workspace
//! is raw: it shares the standard library's symbols with the program, which works within one toolchain.
