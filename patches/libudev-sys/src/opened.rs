//! Patched: no program needs the library to link or to start. It is opened when its first function is called; where it
//! is not there, or lacks a function, calls fail by what they return.

use core::{
    ffi::{CStr, c_void},
    mem::transmute_copy,
    ptr::null_mut,
    sync::atomic::{AtomicPtr, Ordering},
};
use libc::{RTLD_LOCAL, RTLD_NOW, dlopen, dlsym};

/// Null until the library is opened. One that is not there now may be there at the next call. A fork keeps what is
/// opened; two threads that open it at once hold it twice.
static LIBRARY: AtomicPtr<c_void> = AtomicPtr::new(null_mut());

fn library() -> *mut c_void {
    let opened = LIBRARY.load(Ordering::Acquire);
    if !opened.is_null() {
        return opened;
    }
    for name in [c"libudev.so.1", c"libudev.so.0"] {
        // SAFETY: a text that ends with 0.
        let found = unsafe { dlopen(name.as_ptr(), RTLD_NOW | RTLD_LOCAL) };
        if !found.is_null() {
            LIBRARY.store(found, Ordering::Release);
            return found;
        }
    }
    null_mut()
}

/// A function's address once it is known.
pub struct Function(AtomicPtr<c_void>);

impl Function {
    pub const fn unknown() -> Self {
        Self(AtomicPtr::new(null_mut()))
    }

    /// # Safety
    /// `F` is the function's own type, a pointer.
    pub unsafe fn find<F>(&self, name: &CStr) -> Option<F> {
        let mut address = self.0.load(Ordering::Acquire);
        if address.is_null() {
            let library = library();
            if library.is_null() {
                return None;
            }
            // SAFETY: an opened library, which is never closed, and a text that ends with 0.
            address = unsafe { dlsym(library, name.as_ptr()) };
            if address.is_null() {
                return None;
            }
            self.0.store(address, Ordering::Release);
        }
        // SAFETY: the caller names the type of what lies there.
        Some(unsafe { transmute_copy(&address) })
    }
}

/// What a call gives that found nothing to call: an error number, null, 0.
pub trait Missing {
    const MISSING: Self;
}

macro_rules! missing {
    ($($type:ty = $value:expr),* $(,)?) => {$(
        impl Missing for $type {
            const MISSING: Self = $value;
        }
    )*};
}

missing! {
    () = (),
    u64 = 0,
    i32 = -libc::ENOSYS,
}

impl<T> Missing for *const T {
    const MISSING: Self = core::ptr::null();
}

impl<T> Missing for *mut T {
    const MISSING: Self = null_mut();
}

macro_rules! opened {
    ($(pub fn $name:ident($($argument:ident: $type:ty),* $(,)?) $(-> $result:ty)?;)*) => {$(
        /// # Safety
        /// As the library has it.
        #[inline]
        pub unsafe extern "C" fn $name($($argument: $type),*) $(-> $result)? {
            static FUNCTION: crate::opened::Function = crate::opened::Function::unknown();
            const NAME: &core::ffi::CStr =
                match core::ffi::CStr::from_bytes_with_nul(concat!(stringify!($name), "\0").as_bytes()) {
                    Ok(name) => name,
                    Err(_) => panic!("no name"),
                };
            match FUNCTION.find::<unsafe extern "C" fn($($type),*) $(-> $result)?>(NAME) {
                Some(function) => function($($argument),*),
                None => crate::opened::Missing::MISSING,
            }
        }
    )*};
}
