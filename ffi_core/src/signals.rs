//! The host's signals: none of its handlers runs on a thread of the archive's, and nothing that the archive writes
//! ends the process with SIGPIPE. No disposition of the process is changed, only masks of single threads.

#[cfg(unix)]
use std::{cell::Cell, marker::PhantomData, mem::MaybeUninit};

/// Signals that a thread raises by an instruction of its own: blocked, they would end the process unhandled.
#[cfg(unix)]
const SYNCHRONOUS: [libc::c_int; 7] =
    [libc::SIGABRT, libc::SIGBUS, libc::SIGFPE, libc::SIGILL, libc::SIGSEGV, libc::SIGSYS, libc::SIGTRAP];

#[cfg(unix)]
thread_local!(static BLOCKED_FOR_GOOD: Cell<bool> = const { Cell::new(false) });

/// Blocks every asynchronous signal on the calling thread while the value lives: a thread that is started
/// meanwhile, by whomever, begins with this mask.
pub struct Blocked {
    #[cfg(unix)]
    before: libc::sigset_t,
    #[cfg(unix)]
    not_send: PhantomData<*const ()>,
}

impl Blocked {
    /// Until the value is dropped.
    #[cfg(unix)]
    pub fn now() -> Self {
        let mut all = MaybeUninit::<libc::sigset_t>::uninit();
        // SAFETY: `sigfillset` fills the set that the others change.
        let all = unsafe {
            libc::sigfillset(all.as_mut_ptr());
            for signal in SYNCHRONOUS {
                libc::sigdelset(all.as_mut_ptr(), signal);
            }
            all.assume_init()
        };
        Self { before: change_mask(libc::SIG_BLOCK, &all), not_send: PhantomData }
    }

    /// Until the value is dropped.
    #[cfg(not(unix))]
    pub fn now() -> Self {
        Self {}
    }

    /// For the whole life of a thread that is ours.
    pub fn forever() {
        std::mem::forget(Self::now());
        #[cfg(unix)]
        BLOCKED_FOR_GOOD.set(true);
    }
}

#[cfg(unix)]
impl Drop for Blocked {
    fn drop(&mut self) {
        change_mask(libc::SIG_SETMASK, &self.before);
    }
}

/// Keeps a write to a peer that is gone from raising SIGPIPE in the host while the value lives; the write fails with
/// `EPIPE`. It costs three system calls, and none on a thread of the archive's.
pub struct NoSigpipe {
    /// The mask to put back, and none on a thread that has the signal blocked for good.
    #[cfg(unix)]
    before: Option<libc::sigset_t>,
    /// Whether one was pending before, which then is the host's.
    #[cfg(unix)]
    pending: bool,
    #[cfg(unix)]
    not_send: PhantomData<*const ()>,
}

impl NoSigpipe {
    /// Until the value is dropped.
    #[cfg(unix)]
    pub fn now() -> Self {
        if BLOCKED_FOR_GOOD.get() {
            return Self { before: None, pending: true, not_send: PhantomData };
        }
        let before = change_mask(libc::SIG_BLOCK, &sigpipe());
        Self { before: Some(before), pending: sigpipe_is_pending(), not_send: PhantomData }
    }

    /// Until the value is dropped.
    #[cfg(not(unix))]
    pub fn now() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for NoSigpipe {
    fn drop(&mut self) {
        let Some(before) = &self.before else { return };
        if !self.pending && sigpipe_is_pending() {
            take_sigpipe();
        }
        change_mask(libc::SIG_SETMASK, before);
    }
}

/// Does `body` on a caller's thread, and raises no SIGPIPE there.
pub fn without_sigpipe<R>(body: impl FnOnce() -> R) -> R {
    let _guard = NoSigpipe::now();
    body()
}

/// Changes the calling thread's mask: what it was.
#[cfg(unix)]
fn change_mask(how: libc::c_int, set: &libc::sigset_t) -> libc::sigset_t {
    let mut before = MaybeUninit::uninit();
    // SAFETY: both sets are there, and the old one is filled; with a known `how` it cannot fail.
    unsafe {
        libc::pthread_sigmask(how, set, before.as_mut_ptr());
        before.assume_init()
    }
}

#[cfg(unix)]
fn sigpipe() -> libc::sigset_t {
    let mut set = MaybeUninit::uninit();
    // SAFETY: `sigemptyset` fills the set.
    unsafe {
        libc::sigemptyset(set.as_mut_ptr());
        libc::sigaddset(set.as_mut_ptr(), libc::SIGPIPE);
        set.assume_init()
    }
}

#[cfg(unix)]
fn sigpipe_is_pending() -> bool {
    let mut pending = MaybeUninit::uninit();
    // SAFETY: there is room for the set, which the call fills.
    unsafe {
        libc::sigpending(pending.as_mut_ptr()) == 0 && libc::sigismember(pending.as_ptr(), libc::SIGPIPE) == 1
    }
}

/// Takes the pending SIGPIPE, which the calling thread has blocked.
#[cfg(all(unix, not(target_vendor = "apple")))]
fn take_sigpipe() {
    let at_once = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    loop {
        // SAFETY: the set and the time are there; nothing is asked about the signal.
        let taken = unsafe { libc::sigtimedwait(&sigpipe(), std::ptr::null_mut(), &at_once) };
        if taken != -1 || std::io::Error::last_os_error().raw_os_error() != Some(libc::EINTR) {
            break;
        }
    }
}

/// Takes the pending SIGPIPE, which the calling thread has blocked; it is the thread's own, so nobody else takes it.
#[cfg(target_vendor = "apple")]
fn take_sigpipe() {
    let mut signal = 0;
    // SAFETY: the set is there, and room for the signal's number.
    unsafe { libc::sigwait(&sigpipe(), &mut signal) };
}

/// Whether the calling thread has it blocked.
#[cfg(all(test, unix))]
pub fn is_blocked(signal: libc::c_int) -> bool {
    let mut mask = sigpipe();
    // SAFETY: the set is there.
    unsafe { libc::sigemptyset(&mut mask) };
    let mask = change_mask(libc::SIG_BLOCK, &mask);
    // SAFETY: the set is there.
    unsafe { libc::sigismember(&mask, signal) == 1 }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::{
        io::{ErrorKind, PipeWriter, Write, pipe},
        thread,
    };

    fn broken_pipe() -> PipeWriter {
        pipe().expect("a pipe").1
    }

    fn write_fails(mut pipe: &PipeWriter) {
        assert_eq!(pipe.write(b"x").map_err(|error| error.kind()), Err(ErrorKind::BrokenPipe));
    }

    fn mask() -> libc::sigset_t {
        change_mask(libc::SIG_BLOCK, &no_signal())
    }

    fn no_signal() -> libc::sigset_t {
        let mut set = sigpipe();
        // SAFETY: the set is there.
        unsafe { libc::sigdelset(&mut set, libc::SIGPIPE) };
        set
    }

    fn is_blocked(signal: libc::c_int) -> bool {
        // SAFETY: the set is there.
        unsafe { libc::sigismember(&mask(), signal) == 1 }
    }

    /// Rust's `main` ignores the signal, and what is ignored is pending too while it is blocked.
    #[test]
    fn a_signal_that_came_meanwhile_is_taken_and_an_older_one_is_left() {
        thread::spawn(|| {
            let pipe = broken_pipe();
            without_sigpipe(|| {
                write_fails(&pipe);
                assert!(sigpipe_is_pending());
            });
            assert!(!sigpipe_is_pending() && !is_blocked(libc::SIGPIPE));

            let host = change_mask(libc::SIG_BLOCK, &sigpipe());
            write_fails(&pipe);
            without_sigpipe(|| write_fails(&pipe));
            assert!(sigpipe_is_pending(), "the host's own");
            take_sigpipe();
            without_sigpipe(|| write_fails(&pipe));
            assert!(!sigpipe_is_pending() && is_blocked(libc::SIGPIPE), "the host's mask stays");
            change_mask(libc::SIG_SETMASK, &host);
        })
        .join()
        .unwrap();
    }
}
