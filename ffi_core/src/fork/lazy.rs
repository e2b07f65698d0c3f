//! Values that are made once.

use super::{
    mutex::{AtFork, ForkSafeMutex},
    registry::{Forks, Held, register_outer},
};
use std::{
    convert::Infallible,
    ptr,
    sync::atomic::{AtomicPtr, Ordering},
};

/// A value made at its first use, by one thread while others wait; a fork waits for it too. A failure to make it is
/// not kept: the next use tries again.
pub struct ForkSafeLazy<T> {
    value: AtomicPtr<T>,
    making: ForkSafeMutex<()>,
    inherited: bool,
}

impl<T: Send + Sync + 'static> ForkSafeLazy<T> {
    /// One value for the process and its children.
    pub const fn once() -> Self {
        Self {
            value: AtomicPtr::new(ptr::null_mut()),
            making: ForkSafeMutex::inherited(|| ()),
            inherited: true,
        }
    }

    /// A value that a child makes anew. The parent's is not destroyed there.
    pub const fn by_each_process() -> Self {
        Self {
            value: AtomicPtr::new(ptr::null_mut()),
            making: ForkSafeMutex::inherited(|| ()),
            inherited: false,
        }
    }

    /// The value, where there is one already.
    #[inline]
    pub fn get(&'static self) -> Option<&'static T> {
        // SAFETY: null, or from a box that is never freed.
        unsafe { self.value.load(Ordering::Acquire).as_ref() }
    }

    /// The value, made where there is none. `make` must not ask for the same value.
    #[inline]
    pub fn get_or_make(&'static self, make: impl FnOnce() -> T) -> &'static T {
        let made: Result<_, Infallible> = self.get_or_try_make(|| Ok(make()));
        let Ok(value) = made;
        value
    }

    /// Like [`get_or_make`](Self::get_or_make), for a constructor that can fail.
    #[inline]
    pub fn get_or_try_make<E>(&'static self, make: impl FnOnce() -> Result<T, E>) -> Result<&'static T, E> {
        match self.get() {
            Some(value) => Ok(value),
            None => self.make(make),
        }
    }

    #[cold]
    fn make<E>(&'static self, make: impl FnOnce() -> Result<T, E>) -> Result<&'static T, E> {
        register_outer(self);
        let _making = self.making.lock_unregistered();
        if let Some(value) = self.get() {
            return Ok(value);
        }
        let value = Box::leak(Box::new(make()?));
        self.value.store(value, Ordering::Release);
        Ok(value)
    }
}

impl<T: Send + Sync + 'static> Forks for ForkSafeLazy<T> {
    fn hold(&'static self) -> Box<dyn Held> {
        Box::new(Making { lazy: self, making: self.making.at_fork() })
    }
}

struct Making<T: 'static> {
    lazy: &'static ForkSafeLazy<T>,
    making: AtFork<()>,
}

impl<T> Held for Making<T> {
    fn in_child(&mut self, used: &[*mut ()]) -> usize {
        if !self.lazy.inherited {
            self.lazy.value.store(ptr::null_mut(), Ordering::Release);
        }
        self.making.in_child(used)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_not_kept() {
        static VALUE: ForkSafeLazy<i32> = ForkSafeLazy::once();
        assert_eq!(VALUE.get_or_try_make(|| Err("not now")), Err("not now"));
        assert!(VALUE.get().is_none());
        assert_eq!(VALUE.get_or_try_make(|| Ok::<_, ()>(7)), Ok(&7));
        assert_eq!((VALUE.get_or_make(|| 8), VALUE.get()), (&7, Some(&7)));
    }
}
