//! Numbers that several functions take, on top of [`ffi_core::check`].

use crate::{block::MAX_SPEED, spatial::Vector};
use ffi_core::check::{CheckError, between, finite};

type Result<T> = std::result::Result<T, CheckError>;

/// A linear gain.
pub fn volume(value: f64) -> Result<f64> {
    between("volume", value, 0.0, 1e6)
}

/// Times the pitch.
pub fn speed(value: f64) -> Result<f64> {
    between("speed", value, 0.1, MAX_SPEED)
}

/// A place in time.
pub fn seconds(name: &'static str, value: f64) -> Result<f64> {
    between(name, value, 0.0, 1e9)
}

/// A place in time behind another one.
pub fn after(name: &'static str, value: f64, before: f64) -> Result<f64> {
    between(name, value, before.next_up(), 1e9)
}

/// A length of time.
pub fn milliseconds(name: &'static str, value: i64) -> Result<u64> {
    between(name, value, 0, i64::MAX).map(i64::unsigned_abs)
}

/// Finite coordinates.
pub fn vector(names: [&'static str; 3], values: Vector) -> Result<Vector> {
    names.into_iter().zip(values).try_for_each(|(name, value)| finite(name, value).map(drop))?;
    Ok(values)
}
