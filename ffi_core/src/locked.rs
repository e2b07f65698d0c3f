//! An object's own lock, for objects that calls change.

use crate::sync::{Mutex, MutexGuard};

/// A value that one call at a time changes. It is never poisoned: a call that panicked has failed, and the
/// next one finds the value as the panic left it.
#[derive(Debug, Default)]
pub struct Locked<T>(Mutex<T>);

impl<T> Locked<T> {
    /// The value, unlocked.
    pub const fn new(value: T) -> Self {
        Self(Mutex::new(value))
    }

    /// Waits for the value.
    #[inline]
    pub fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock()
    }

    /// The value, unless another call has it.
    #[inline]
    pub fn try_lock(&self) -> Option<MutexGuard<'_, T>> {
        self.0.try_lock()
    }
}
