//! The archive's own threads, all started here: the host's signals are blocked on them from their first
//! instruction, so that its handlers run on its own threads only, numbers are rounded as Rust has it, and a panic is kept
//! and not printed.

use crate::{floats, guard::Inside, residence, signals::Blocked};
use std::{
    io,
    thread::{self, JoinHandle, Scope, ScopedJoinHandle},
};

/// Starts a thread: like [`std::thread::Builder`].
#[derive(Debug)]
pub struct Builder(thread::Builder);

impl Builder {
    /// A thread that debuggers show under `name`, of which Linux keeps 15 bytes.
    pub fn new(name: &str) -> Self {
        Self(thread::Builder::new().name(name.into()))
    }

    /// The size of its stack in bytes.
    pub fn stack_size(self, bytes: usize) -> Self {
        Self(self.0.stack_size(bytes))
    }

    /// Starts it.
    pub fn spawn<R: Send + 'static>(
        self,
        body: impl FnOnce() -> R + Send + 'static,
    ) -> io::Result<JoinHandle<R>> {
        residence::stay();
        let _blocked = Blocked::now();
        self.0.spawn(|| {
            adopt();
            body()
        })
    }

    /// Starts it inside of `scope`.
    pub fn spawn_scoped<'scope, 'env, R: Send + 'scope>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        body: impl FnOnce() -> R + Send + 'scope,
    ) -> io::Result<ScopedJoinHandle<'scope, R>> {
        residence::stay();
        let _blocked = Blocked::now();
        self.0.spawn_scoped(scope, || {
            adopt();
            body()
        })
    }
}

/// Makes the calling thread one of the archive's for the rest of its life: for a thread that another library starts
/// for us and lets us see, as tokio does.
pub fn adopt() {
    Blocked::forever();
    floats::be_usual();
    Inside::forever();
}

/// Does `body`, in which another library starts threads of its own: they inherit a mask in which the host's signals
/// are blocked.
pub fn with_signals_blocked<R>(body: impl FnOnce() -> R) -> R {
    residence::stay();
    let _blocked = Blocked::now();
    body()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::{mem::MaybeUninit, ptr};

    fn is_blocked(signal: libc::c_int) -> bool {
        let mut mask = MaybeUninit::uninit();
        // SAFETY: without a new mask the call fills in the present one.
        unsafe {
            libc::pthread_sigmask(libc::SIG_BLOCK, ptr::null(), mask.as_mut_ptr());
            libc::sigismember(mask.as_ptr(), signal) == 1
        }
    }

    #[cfg(target_arch = "x86_64")]
    #[test]
    fn a_thread_of_ours_rounds_in_the_usual_way() {
        let third = || Builder::new("ours").spawn(floats::third).unwrap().join().unwrap();
        let (raised, ours) = floats::rounded_upwards(third);
        assert!(ours == 1.0 / 3.0 && raised > ours);
    }

    #[test]
    fn a_thread_of_ours_has_signals_blocked_and_faults_not() {
        let seen = || [libc::SIGTERM, libc::SIGPIPE, libc::SIGPROF, libc::SIGSEGV].map(is_blocked);
        let ours = [true, true, true, false];
        assert_eq!(Builder::new("ours").spawn(seen).unwrap().join().unwrap(), ours);
        let theirs = with_signals_blocked(|| thread::spawn(seen));
        assert_eq!(theirs.join().unwrap(), ours);
        assert_eq!(seen(), [false; 4]);
    }
}
