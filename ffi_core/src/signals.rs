//! The host's signals: none of its handlers runs on a thread of the archive's, and nothing that the archive writes
//! ends the process with SIGPIPE or SIGXFSZ. No disposition of the process is changed, only masks of single threads.

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

/// Does `body` where a fault raises its signal in the thread's handler: the kernel ends a process whose thread has it
/// blocked.
pub fn with_faults<R>(body: impl FnOnce() -> R) -> R {
    #[cfg(unix)]
    let _before = {
        let faults = set(&[libc::SIGBUS, libc::SIGFPE, libc::SIGILL, libc::SIGSEGV]);
        Blocked { before: change_mask(libc::SIG_UNBLOCK, &faults), not_send: PhantomData }
    };
    body()
}

/// The signals that a write raises in its thread: nobody reads any more, and the file is as long as a file may get.
#[cfg(unix)]
const OF_WRITES: [libc::c_int; 2] = [libc::SIGPIPE, libc::SIGXFSZ];

/// Keeps a write to a peer that is gone from raising SIGPIPE in the host while the value lives, and one beyond the
/// process's limit for files from raising SIGXFSZ: the write fails with `EPIPE` or `EFBIG`. It costs three system
/// calls, and none on a thread of the archive's.
pub struct NoWriteSignals {
    /// The mask to put back, and none on a thread that has the signals blocked for good.
    #[cfg(unix)]
    before: Option<libc::sigset_t>,
    /// Which were pending before, and then are the host's.
    #[cfg(unix)]
    pending: [bool; OF_WRITES.len()],
    #[cfg(unix)]
    not_send: PhantomData<*const ()>,
}

impl NoWriteSignals {
    /// Until the value is dropped.
    #[cfg(unix)]
    pub fn now() -> Self {
        if BLOCKED_FOR_GOOD.get() {
            return Self { before: None, pending: Default::default(), not_send: PhantomData };
        }
        let before = change_mask(libc::SIG_BLOCK, &set(&OF_WRITES));
        Self { before: Some(before), pending: OF_WRITES.map(is_pending), not_send: PhantomData }
    }

    /// Until the value is dropped.
    #[cfg(not(unix))]
    pub fn now() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for NoWriteSignals {
    fn drop(&mut self) {
        let Some(before) = &self.before else { return };
        for (signal, was_pending) in OF_WRITES.into_iter().zip(self.pending) {
            if !was_pending && is_pending(signal) {
                take(signal);
            }
        }
        change_mask(libc::SIG_SETMASK, before);
    }
}

/// Does `body` on a caller's thread, and raises no SIGPIPE and no SIGXFSZ there.
pub fn without_write_signals<R>(body: impl FnOnce() -> R) -> R {
    let _guard = NoWriteSignals::now();
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
fn set(signals: &[libc::c_int]) -> libc::sigset_t {
    let mut set = MaybeUninit::uninit();
    // SAFETY: `sigemptyset` fills the set.
    unsafe {
        libc::sigemptyset(set.as_mut_ptr());
        for &signal in signals {
            libc::sigaddset(set.as_mut_ptr(), signal);
        }
        set.assume_init()
    }
}

#[cfg(unix)]
fn is_pending(signal: libc::c_int) -> bool {
    let mut pending = MaybeUninit::uninit();
    // SAFETY: there is room for the set, which the call fills.
    unsafe { libc::sigpending(pending.as_mut_ptr()) == 0 && libc::sigismember(pending.as_ptr(), signal) == 1 }
}

/// Takes the pending signal, which the calling thread has blocked.
#[cfg(all(unix, not(target_vendor = "apple")))]
fn take(signal: libc::c_int) {
    let at_once = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    loop {
        // SAFETY: the set and the time are there; nothing is asked about the signal.
        let taken = unsafe { libc::sigtimedwait(&set(&[signal]), std::ptr::null_mut(), &at_once) };
        if taken != -1 || std::io::Error::last_os_error().raw_os_error() != Some(libc::EINTR) {
            break;
        }
    }
}

/// Takes the pending signal, which the calling thread has blocked; it is the thread's own, so nobody else takes it.
#[cfg(target_vendor = "apple")]
fn take(signal: libc::c_int) {
    let mut taken = 0;
    // SAFETY: the set is there, and room for the signal's number.
    unsafe { libc::sigwait(&set(&[signal]), &mut taken) };
}

/// Tells whether the calling thread has the signal blocked.
#[cfg(all(test, unix))]
pub fn is_blocked(signal: libc::c_int) -> bool {
    let mask = change_mask(libc::SIG_BLOCK, &set(&[]));
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

    #[test]
    fn a_thread_that_has_all_signals_blocked_lets_faults_through_meanwhile() {
        thread::spawn(|| {
            let faults = [libc::SIGSEGV, libc::SIGFPE];
            let host = change_mask(libc::SIG_BLOCK, &set(&[libc::SIGSEGV, libc::SIGFPE, libc::SIGUSR1]));
            assert_eq!(with_faults(|| faults.map(is_blocked)), [false; 2]);
            assert!(with_faults(|| is_blocked(libc::SIGUSR1)));
            assert_eq!(faults.map(is_blocked), [true; 2]);
            change_mask(libc::SIG_SETMASK, &host);
        })
        .join()
        .unwrap();
    }

    /// Rust's `main` ignores the signal, and what is ignored is pending too while it is blocked.
    #[test]
    fn a_signal_that_came_meanwhile_is_taken_and_an_older_one_is_left() {
        thread::spawn(|| {
            let pipe = broken_pipe();
            without_write_signals(|| {
                write_fails(&pipe);
                assert!(is_pending(libc::SIGPIPE));
            });
            assert!(!is_pending(libc::SIGPIPE) && !is_blocked(libc::SIGPIPE));

            let host = change_mask(libc::SIG_BLOCK, &set(&[libc::SIGPIPE]));
            write_fails(&pipe);
            without_write_signals(|| write_fails(&pipe));
            assert!(is_pending(libc::SIGPIPE), "the host's own");
            take(libc::SIGPIPE);
            without_write_signals(|| write_fails(&pipe));
            assert!(!is_pending(libc::SIGPIPE) && is_blocked(libc::SIGPIPE), "the host's mask stays");
            change_mask(libc::SIG_SETMASK, &host);
        })
        .join()
        .unwrap();
    }
}
