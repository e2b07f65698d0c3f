//! Locked values of the whole process.

use super::{
    gate::this_thread,
    registry::{Forks, Held, lock, register_outer},
};
use std::{
    cell::UnsafeCell,
    ops::{Deref, DerefMut},
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// The longest that a fork waits for a thread that has the lock: it may be inside foreign code, or wait for the very
/// thread that forks.
const PATIENCE: Duration = Duration::from_millis(200);

/// A static value with its lock, and with what is waited for under it. A child of `fork` finds the lock free: where a
/// thread that it does not have was changing the value then, the child begins with a new one.
pub struct ForkSafeMutex<T> {
    value: UnsafeCell<Mutex<Option<T>>>,
    changed: UnsafeCell<Condvar>,
    /// The thread that has the lock, as [`this_thread`] tells them apart, or 0.
    owner: AtomicUsize,
    is_registered: AtomicBool,
    new: fn() -> T,
    inherited: bool,
}

// SAFETY: what is inside is reached by shared references, as a `Mutex` allows; it is replaced only in a child that has
// no other thread yet.
unsafe impl<T: Send> Sync for ForkSafeMutex<T> {}

impl<T: Send + 'static> ForkSafeMutex<T> {
    /// A value that a child begins anew, as `new` makes it. The parent's is not destroyed there.
    pub const fn by_each_process(new: fn() -> T) -> Self {
        Self::with(new, false)
    }

    /// A value that a child goes on with, first made by `new`.
    pub const fn inherited(new: fn() -> T) -> Self {
        Self::with(new, true)
    }

    const fn with(new: fn() -> T, inherited: bool) -> Self {
        Self {
            value: UnsafeCell::new(Mutex::new(None)),
            changed: UnsafeCell::new(Condvar::new()),
            owner: AtomicUsize::new(0),
            is_registered: AtomicBool::new(false),
            new,
            inherited,
        }
    }

    /// Waits for the value.
    pub fn lock(&'static self) -> ForkSafeGuard<T> {
        if !self.is_registered.load(Ordering::Acquire) {
            register_outer(self);
            self.is_registered.store(true, Ordering::Release);
        }
        self.lock_unregistered()
    }

    /// Like [`lock`](Self::lock), for a mutex inside of another object that forks know.
    pub(super) fn lock_unregistered(&'static self) -> ForkSafeGuard<T> {
        self.guard(lock(self.mutex()))
    }

    fn guard(&'static self, mut value: MutexGuard<'static, Option<T>>) -> ForkSafeGuard<T> {
        value.get_or_insert_with(self.new);
        self.owner.store(this_thread(), Ordering::Relaxed);
        ForkSafeGuard { mutex: self, value: Some(value) }
    }

    /// Wakes all that wait for a change.
    pub fn notify_all(&'static self) {
        self.condvar().notify_all();
    }

    fn mutex(&'static self) -> &'static Mutex<Option<T>> {
        // SAFETY: see `Sync`.
        unsafe { &*self.value.get() }
    }

    fn condvar(&'static self) -> &'static Condvar {
        // SAFETY: see `Sync`.
        unsafe { &*self.changed.get() }
    }

    /// Takes the lock for a fork, where it comes free in time.
    pub(super) fn at_fork(&'static self) -> AtFork<T> {
        let is_own = self.owner.load(Ordering::Relaxed) == this_thread();
        let deadline = Instant::now() + PATIENCE;
        let held = loop {
            if is_own {
                break None;
            }
            match self.mutex().try_lock() {
                Ok(held) => break Some(held),
                Err(TryLockError::Poisoned(poisoned)) => break Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) if Instant::now() >= deadline => break None,
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_micros(100)),
            }
        };
        AtFork { mutex: self, held, is_own }
    }
}

impl<T: Send + 'static> Forks for ForkSafeMutex<T> {
    fn hold(&'static self) -> Box<dyn Held> {
        Box::new(self.at_fork())
    }
}

/// A locked value while its process forks.
pub(super) struct AtFork<T: 'static> {
    mutex: &'static ForkSafeMutex<T>,
    held: Option<MutexGuard<'static, Option<T>>>,
    /// The forking thread itself has the lock, in the child too.
    is_own: bool,
}

impl<T> Held for AtFork<T> {
    fn in_child(&mut self, _used: &[*mut ()]) -> usize {
        match &mut self.held {
            Some(_) if self.mutex.inherited => {}
            Some(value) => std::mem::forget(value.take()),
            None if self.is_own => {}
            None => {
                // SAFETY: this is the child's only thread, and it has no reference to either; what they held is left as
                // it is, for the thread that was changing it is not here.
                unsafe {
                    self.mutex.value.get().write(Mutex::new(None));
                    self.mutex.changed.get().write(Condvar::new());
                }
                self.mutex.owner.store(0, Ordering::Relaxed);
            }
        }
        0
    }
}

/// The value, for as long as the lock is held.
pub struct ForkSafeGuard<T: Send + 'static> {
    mutex: &'static ForkSafeMutex<T>,
    /// None while it waits.
    value: Option<MutexGuard<'static, Option<T>>>,
}

impl<T: Send + 'static> ForkSafeGuard<T> {
    /// Releases the lock and waits for a change, until `deadline` where there is one: false where it came to that.
    pub fn wait(&mut self, deadline: Option<Instant>) -> bool {
        let Some(value) = self.value.take() else { return false };
        self.mutex.owner.store(0, Ordering::Relaxed);
        let changed = self.mutex.condvar();
        let (value, in_time) = match deadline {
            None => (changed.wait(value).unwrap_or_else(PoisonError::into_inner), true),
            Some(deadline) => {
                let left = deadline.saturating_duration_since(Instant::now());
                let (value, over) = changed.wait_timeout(value, left).unwrap_or_else(PoisonError::into_inner);
                (value, !over.timed_out())
            }
        };
        self.mutex.owner.store(this_thread(), Ordering::Relaxed);
        self.value = Some(value);
        in_time
    }
}

impl<T: Send> Deref for ForkSafeGuard<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.value.as_ref().and_then(|value| value.as_ref()).expect("made when it was locked")
    }
}

impl<T: Send> DerefMut for ForkSafeGuard<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.value.as_mut().and_then(|value| value.as_mut()).expect("made when it was locked")
    }
}

impl<T: Send> Drop for ForkSafeGuard<T> {
    fn drop(&mut self) {
        self.mutex.owner.store(0, Ordering::Relaxed);
    }
}
