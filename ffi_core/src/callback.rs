//! Functions of the host that the archive calls: parameter types for the function and for its data.

use crate::{
    error::ArgumentError,
    foreign::{Handlers, TELLS_OWN_PANICS, contained, let_own_panics_pass},
    from_c::Param,
    guard,
    record::Abi,
};
use std::{
    ffi::c_void,
    panic::{AssertUnwindSafe, catch_unwind},
};

type Raw = unsafe extern "C-unwind" fn(i64, *mut c_void) -> i64;

/// A function of the host: `int64_t (*)(int64_t handle, void *user_data)`. It may be called on any thread, on
/// several at once, and for as long as the exporting function says.
#[derive(Clone, Copy)]
pub struct Callback(Raw);

/// The host's pointer that its callback gets back. The archive never looks at it.
#[derive(Clone, Copy)]
pub struct UserData(*mut c_void);

// SAFETY: the pointer is only ever handed back to the host, whose header says that the callback, and so what
// this points to, is used by any thread.
unsafe impl Send for UserData {}
// SAFETY: as above; nothing is reached through `&UserData`.
unsafe impl Sync for UserData {}

impl Callback {
    /// Calls it; what it said where it was left by a panic, an exception of another language, or the end of its thread,
    /// none of which goes further.
    pub fn call(self, handle: i64, user_data: UserData) -> Result<i64, String> {
        // SAFETY: the host promised to `from_c` that the function may be called so.
        let call = || unsafe { (self.0)(handle, user_data.0) };
        let returned = catch_unwind(AssertUnwindSafe(|| {
            if !TELLS_OWN_PANICS {
                return Some(call());
            }
            let_own_panics_pass();
            contained(Handlers::default(), call)
        }));
        match returned {
            Ok(Some(value)) => Ok(value),
            Ok(None) => Err("it was left by an exception, or by the end of its thread".into()),
            Err(payload) => {
                let message = guard::describe(&*payload).to_owned();
                // A payload's own destructor may panic too; it is not ours to trust.
                let _ = catch_unwind(AssertUnwindSafe(|| drop(payload)));
                Err(message)
            }
        }
    }
}

impl Param for Callback {
    type C = Option<Raw>;
    const ABI: Abi = Abi::plain("int64_t (*{name})(int64_t handle, void *user_data)");
    unsafe fn from_c(argument: Option<Raw>, name: &'static str) -> Result<Self, ArgumentError> {
        argument.map(Self).ok_or(ArgumentError::Null { name })
    }
}

impl Param for UserData {
    type C = *mut c_void;
    const ABI: Abi = Abi::plain("void *{name}");
    unsafe fn from_c(argument: *mut c_void, _name: &'static str) -> Result<Self, ArgumentError> {
        Ok(Self(argument))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicI64, Ordering};

    unsafe extern "C-unwind" fn add(handle: i64, user_data: *mut c_void) -> i64 {
        // SAFETY: the test passes an `AtomicI64`.
        unsafe { &*user_data.cast::<AtomicI64>() }.fetch_add(handle, Ordering::SeqCst) + handle
    }

    unsafe extern "C-unwind" fn fall(_handle: i64, _user_data: *mut c_void) -> i64 {
        std::panic::panic_any(String::from("on purpose"));
    }

    fn callback(function: Raw, data: *mut c_void) -> (Callback, UserData) {
        // SAFETY: the functions above take what the tests give them.
        unsafe {
            (Callback::from_c(Some(function), "f").unwrap(), UserData::from_c(data, "user_data").unwrap())
        }
    }

    #[test]
    fn the_function_gets_the_handle_and_its_data() {
        let sum = AtomicI64::new(40);
        let (function, data) = callback(add, (&raw const sum).cast_mut().cast());
        assert_eq!(function.call(2, data), Ok(42));
        assert_eq!(std::thread::spawn(move || function.call(1, data)).join().unwrap(), Ok(43));
    }

    #[test]
    fn a_panic_of_the_function_is_caught() {
        let (function, data) = callback(fall, std::ptr::null_mut());
        let _inside = guard::Inside::enter();
        assert_eq!(function.call(2, data), Err("on purpose".to_owned()));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_function_that_ends_its_thread_does_not() {
        unsafe extern "C-unwind" {
            fn pthread_exit(value: *mut c_void) -> !;
        }
        unsafe extern "C-unwind" fn end(_handle: i64, data: *mut c_void) -> i64 {
            // SAFETY: no frame in between owns anything.
            unsafe { pthread_exit(data) }
        }
        let (function, data) = callback(end, std::ptr::null_mut());
        let called = std::thread::spawn(move || [function.call(2, data), function.call(2, data)]);
        assert!(called.join().unwrap().iter().all(Result::is_err));
    }

    #[test]
    fn null_is_refused() {
        // SAFETY: NULL is what is being tested.
        let refused = unsafe { Callback::from_c(None, "function") };
        assert_eq!(refused.err(), Some(ArgumentError::Null { name: "function" }));
    }
}
