//! The cancellation of threads: a host may end one of its threads by `pthread_cancel`, which takes effect where the thread
//! waits or reads and writes. Inside a call that would unwind frames of Rust's, which ends the process. So a call is none
//! of the places where it takes effect: it does at the next one after it.

pub use here::HostCancellation;

/// Does `body`, in a call that does not set it aside by itself, where it reaches a place at which it takes effect.
pub fn deferred<R>(body: impl FnOnce() -> R) -> R {
    struct PutBack(HostCancellation);
    impl Drop for PutBack {
        fn drop(&mut self) {
            self.0.put_back();
        }
    }
    let _aside = PutBack(HostCancellation::set_aside());
    body()
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
mod here {
    use std::{ffi::c_int, ptr};

    // It may be left by the end of its thread: where a host has cancellation take effect at any time, and puts it back.
    unsafe extern "C-unwind" {
        fn pthread_setcancelstate(state: c_int, before: *mut c_int) -> c_int;
    }

    /// `PTHREAD_CANCEL_DISABLE` of glibc and of musl.
    #[cfg(target_os = "linux")]
    const DISABLED: c_int = 1;
    #[cfg(target_vendor = "apple")]
    const DISABLED: c_int = 0;

    /// Whether the host's thread can be cancelled.
    #[derive(Clone, Copy)]
    pub struct HostCancellation(c_int);

    impl HostCancellation {
        /// Nothing to put back.
        pub const NONE: Self = Self(DISABLED);

        /// Keeps the calling thread from being cancelled until it is put back.
        #[inline(always)]
        pub fn set_aside() -> Self {
            let mut before = DISABLED;
            // SAFETY: there is room for the state. A thread that is cancelled at any time may end here, where nothing was
            // done yet.
            unsafe { pthread_setcancelstate(DISABLED, &mut before) };
            Self(before)
        }

        /// What was there before. No frame of the caller's may hold anything that has to be dropped: the thread may end
        /// here.
        #[inline(always)]
        pub fn put_back(self) {
            if self.0 != DISABLED {
                // SAFETY: as the system told it.
                unsafe { pthread_setcancelstate(self.0, ptr::null_mut()) };
            }
        }
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
mod here {
    /// Threads cannot be cancelled.
    #[derive(Clone, Copy)]
    pub struct HostCancellation;

    impl HostCancellation {
        pub const NONE: Self = Self;

        pub fn set_aside() -> Self {
            Self
        }

        pub fn put_back(self) {}
    }
}
