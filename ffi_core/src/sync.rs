//! Locks that are never poisoned: a call that panicked has failed, and the next one finds the value as the panic left
//! it. They are the standard library's: what is free at a fork is free in the child, where those of parking_lot share a
//! table with all threads that wait.

use std::{
    ops::{Deref, DerefMut},
    sync::{
        self, PoisonError, RwLockReadGuard, RwLockWriteGuard, TryLockError, WaitTimeoutResult,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

/// A value that one thread at a time has.
#[derive(Debug, Default)]
pub struct Mutex<T>(sync::Mutex<T>);

impl<T> Mutex<T> {
    /// The value, unlocked.
    pub const fn new(value: T) -> Self {
        Self(sync::Mutex::new(value))
    }

    /// Waits for the value.
    #[inline]
    pub fn lock(&self) -> MutexGuard<'_, T> {
        MutexGuard(Some(self.0.lock().unwrap_or_else(PoisonError::into_inner)))
    }

    /// The value, unless another thread has it.
    #[inline]
    pub fn try_lock(&self) -> Option<MutexGuard<'_, T>> {
        match self.0.try_lock() {
            Ok(guard) => Some(MutexGuard(Some(guard))),
            Err(TryLockError::Poisoned(poisoned)) => Some(MutexGuard(Some(poisoned.into_inner()))),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

/// The value, for as long as it is locked.
#[derive(Debug)]
pub struct MutexGuard<'a, T>(
    /// None while it waits.
    Option<sync::MutexGuard<'a, T>>,
);

const HELD: &str = "held but while it waits";

impl<T> Deref for MutexGuard<'_, T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        self.0.as_ref().expect(HELD)
    }
}

impl<T> DerefMut for MutexGuard<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        self.0.as_mut().expect(HELD)
    }
}

/// A condition variable like that of `std`, which no panic poisons. What is waited for changes under the lock, so that
/// whoever notifies knows of all that wait: where nobody does, it costs no system call. In a child of fork those of the
/// parent's threads that waited count as if they still did.
#[derive(Debug, Default)]
pub struct Condvar {
    changed: sync::Condvar,
    waiting: AtomicUsize,
}

impl Condvar {
    /// A condition variable on which nobody waits.
    pub const fn new() -> Self {
        Self { changed: sync::Condvar::new(), waiting: AtomicUsize::new(0) }
    }

    /// Releases the lock until somebody notifies, or by chance.
    pub fn wait<T>(&self, guard: &mut MutexGuard<'_, T>) {
        let held = guard.0.take().expect(HELD);
        self.waiting.fetch_add(1, Ordering::SeqCst);
        guard.0 = Some(self.changed.wait(held).unwrap_or_else(PoisonError::into_inner));
        self.waiting.fetch_sub(1, Ordering::SeqCst);
    }

    /// Like [`wait`](Self::wait), until `deadline` at most; the result tells whether it came to that.
    pub fn wait_until<T>(&self, guard: &mut MutexGuard<'_, T>, deadline: Instant) -> WaitTimeoutResult {
        let held = guard.0.take().expect(HELD);
        let left = deadline.saturating_duration_since(Instant::now());
        self.waiting.fetch_add(1, Ordering::SeqCst);
        let waited = self.changed.wait_timeout(held, left);
        self.waiting.fetch_sub(1, Ordering::SeqCst);
        let (held, result) = waited.unwrap_or_else(PoisonError::into_inner);
        guard.0 = Some(held);
        result
    }

    /// Wakes one that waits.
    #[inline]
    pub fn notify_one(&self) {
        if self.has_waiting() {
            self.changed.notify_one();
        }
    }

    /// Wakes all that wait.
    #[inline]
    pub fn notify_all(&self) {
        if self.has_waiting() {
            self.changed.notify_all();
        }
    }

    #[inline]
    fn has_waiting(&self) -> bool {
        self.waiting.load(Ordering::SeqCst) > 0
    }
}

/// A value that many threads read, or one changes.
#[derive(Debug, Default)]
pub struct RwLock<T>(sync::RwLock<T>);

impl<T> RwLock<T> {
    /// Waits for the value, to read it.
    #[inline]
    pub fn read(&self) -> RwLockReadGuard<'_, T> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the value, to change it.
    #[inline]
    pub fn write(&self) -> RwLockWriteGuard<'_, T> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{panic, thread, time::Duration};

    #[test]
    fn a_panic_leaves_the_value_to_the_next() {
        let (value, shared) = (Mutex::new(1), RwLock::<i64>::default());
        let panicked = panic::catch_unwind(panic::AssertUnwindSafe(|| {
            let _both = (value.lock(), shared.write());
            panic!("inside");
        }));
        assert!(panicked.is_err());
        *value.lock() += 1;
        *shared.write() += 1;
        assert_eq!((*value.try_lock().unwrap(), *shared.read()), (2, 1));
        let _held = value.lock();
        assert!(value.try_lock().is_none());
    }

    #[test]
    fn what_waits_is_woken_and_has_the_value() {
        let (value, changed) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            scope.spawn(|| {
                *value.lock() = 1;
                changed.notify_all();
            });
            let mut guard = value.lock();
            while *guard == 0 {
                changed.wait(&mut guard);
            }
            *guard += 1;
            while !changed.wait_until(&mut guard, Instant::now() + Duration::from_millis(1)).timed_out() {}
            assert_eq!(*guard, 2);
        });
        assert!(!changed.has_waiting());
    }

    /// Each waits for the other's turn, so that one wake-up that is missed ends it all.
    #[test]
    fn no_wake_up_is_missed() {
        const TURNS: usize = 20_000;
        let (turn, changed) = (Mutex::new(0), Condvar::new());
        thread::scope(|scope| {
            for own in 0..2 {
                let (turn, changed) = (&turn, &changed);
                scope.spawn(move || {
                    for _ in 0..TURNS {
                        let mut guard = turn.lock();
                        while *guard % 2 != own {
                            changed.wait(&mut guard);
                        }
                        *guard += 1;
                        drop(guard);
                        changed.notify_one();
                    }
                });
            }
        });
        assert_eq!(*turn.lock(), 2 * TURNS);
    }
}
