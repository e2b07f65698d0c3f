//! Boundaries of multipart bodies.

use ffi_core::fork;
use std::{
    hash::{BuildHasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
};

/// A boundary between parts: nothing that a file holds by chance.
pub fn boundary() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    // Keyed by the system's randomness.
    let random = || RandomState::new().hash_one((count, fork::generation(), std::time::SystemTime::now()));
    format!("----simple-native-{:016x}{:016x}", random(), random())
}
