//! Calls into code that is not ours, which may be left by what its language throws, or by the end of its thread.

use std::{ffi::c_void, mem::MaybeUninit, ptr};

/// `__cxa_begin_catch`.
pub type BeginCatch = unsafe extern "C-unwind" fn(*mut c_void) -> *mut c_void;
/// `__cxa_end_catch`.
pub type EndCatch = unsafe extern "C-unwind" fn();

/// Functions that begin and end the handling of a C++ exception, of the C++ runtime that the code is linked with;
/// None for the process's own.
#[derive(Clone, Copy, Default)]
pub struct Handlers {
    /// Begins its handling.
    pub begin: Option<BeginCatch>,
    /// Ends it.
    pub end: Option<EndCatch>,
}

// It is left by nothing, but where no machine code of ours stops it, what unwinds looks past it for a handler
// first: to a frame that expects nothing to unwind out of its calls it would be a mistake, and the process's end.
unsafe extern "C-unwind" {
    fn simple_native_contained(
        run: unsafe extern "C-unwind" fn(*mut c_void),
        data: *mut c_void,
        begin: Option<BeginCatch>,
        end: Option<EndCatch>,
    ) -> bool;
    fn simple_native_learn_own_panic(run: unsafe extern "C-unwind" fn(*mut c_void));
}

struct Contained<F, R> {
    call: F,
    result: MaybeUninit<R>,
}

/// Calls foreign code; None where it was left by unwinding. Nothing that `call` holds needs dropping, so that its frame
/// can be jumped over. Once [`let_own_panics_pass`] was called, a panic of this very runtime goes on, on ELF systems with
/// x86-64 or ARMv8.
pub fn contained<F: Fn() -> R + Copy, R: Copy>(handlers: Handlers, call: F) -> Option<R> {
    unsafe extern "C-unwind" fn run<F: Fn() -> R, R>(data: *mut c_void) {
        // SAFETY: what `contained` passes.
        let this = unsafe { &mut *data.cast::<Contained<F, R>>() };
        this.result.write((this.call)());
    }
    let mut this = Contained { call, result: MaybeUninit::uninit() };
    // SAFETY: `run` gets what it is for, and no frame in between owns anything.
    let returned = unsafe {
        simple_native_contained(run::<F, R>, ptr::from_mut(&mut this).cast(), handlers.begin, handlers.end)
    };
    // SAFETY: written where the call returned.
    returned.then(|| unsafe { this.result.assume_init() })
}

/// True where [`contained`] can tell a panic of this runtime from what others throw.
pub const TELLS_OWN_PANICS: bool =
    cfg!(all(unix, not(target_vendor = "apple"), any(target_arch = "x86_64", target_arch = "aarch64")));

/// Has [`contained`] let panics of this runtime pass from now on.
pub fn let_own_panics_pass() {
    use crate::fork::ForkSafeLazy;
    use std::panic::{catch_unwind, resume_unwind};
    static LEARNT: ForkSafeLazy<()> = ForkSafeLazy::once();
    unsafe extern "C-unwind" fn panics(_data: *mut c_void) {
        // It calls no hook.
        resume_unwind(Box::new(()));
    }
    LEARNT.get_or_make(|| {
        // SAFETY: what it takes; what comes out is caught.
        let _ = catch_unwind(|| unsafe { simple_native_learn_own_panic(panics) });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{catch_unwind, panic_any};

    #[test]
    fn a_panic_of_this_runtime_passes_and_nothing_of_it_is_left() {
        if !TELLS_OWN_PANICS {
            return;
        }
        let_own_panics_pass();
        let _inside = crate::guard::Inside::enter();
        for round in 0..3 {
            let panicked = catch_unwind(|| contained(Handlers::default(), || panic_any(round)));
            assert_eq!(panicked.unwrap_err().downcast_ref(), Some(&round));
            assert!(!std::thread::panicking());
        }
        assert_eq!(contained(Handlers::default(), || 7), Some(7));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_thread_that_ends_itself_goes_on() {
        unsafe extern "C-unwind" {
            fn pthread_exit(value: *mut c_void) -> !;
        }
        let body = || {
            // SAFETY: no frame in between owns anything.
            let left = contained(Handlers::default(), || unsafe { pthread_exit(ptr::null_mut()) });
            (left, contained(Handlers::default(), || 7))
        };
        assert_eq!(std::thread::spawn(body).join().unwrap(), (None::<()>, Some(7)));
    }
}
