//! The artifact: every wrapper, one cargo feature each, in one static archive and one shared object.

mod native;

use ffi_core::{LIBRARY, LIBRARY_NAME, reserve::Allocator};

#[global_allocator]
static ALLOCATOR: Allocator = Allocator;

#[cfg(feature = "audio")]
pub use ffi_audio as audio;
#[cfg(feature = "cuda")]
pub use ffi_cuda as cuda;
#[cfg(feature = "gamepad")]
pub use ffi_gamepad as gamepad;
#[cfg(feature = "graphics2d")]
pub use ffi_graphics2d as graphics2d;
#[cfg(feature = "http")]
pub use ffi_http as http;
#[cfg(feature = "module")]
pub use ffi_module as module;
#[cfg(feature = "rapier2d")]
pub use ffi_rapier2d as rapier2d;
#[cfg(feature = "regex")]
pub use ffi_regex as regex;
#[cfg(feature = "window")]
pub use ffi_window as window;
