//! Nothing of its own.

pub use rure;
