//! The artifact: every wrapper, one cargo feature each, in one static archive and one shared object.

mod native;

use ffi_core::{LIBRARY, LIBRARY_NAME, reserve::Allocator};

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

// The crates of this build's libraries, each by the name of its feature.
include!(concat!(env!("OUT_DIR"), "/crates.rs"));
