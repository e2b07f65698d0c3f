//! The artifact: every wrapper, one cargo feature each, in one static archive and one shared object.

mod native;

use ffi_core::{LIBRARY, LIBRARY_NAME};

#[cfg(feature = "gamepad")]
pub use ffi_gamepad as gamepad;
#[cfg(feature = "regex")]
pub use ffi_regex as regex;
#[cfg(feature = "window")]
pub use ffi_window as window;
