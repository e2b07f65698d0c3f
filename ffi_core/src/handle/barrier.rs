//! The fence between "I use this object" and "is anyone using it?", with its cost moved to the rare side.
//!
//! A reader publishes its hazard and then checks the slot; a writer invalidates the slot and then looks for
//! hazards. Each side needs a full fence between its store and its load. Linux's `membarrier` lets the
//! writer run that fence on behalf of every thread of the process, so that a look-up costs a compiler
//! fence only. Where the call is missing both sides fence for themselves.

use super::sync::{Ordering, fence};

#[cfg(all(target_os = "linux", not(loom), not(miri)))]
mod imp {
    use super::{Ordering, fence};
    use std::sync::atomic::{AtomicU8, compiler_fence};

    const UNDECIDED: u8 = 0;
    const ASYMMETRIC: u8 = 1;
    const SYMMETRIC: u8 = 2;
    static MODE: AtomicU8 = AtomicU8::new(UNDECIDED);

    const PRIVATE_EXPEDITED: libc::c_int = 1 << 3;
    const REGISTER_PRIVATE_EXPEDITED: libc::c_int = 1 << 4;

    fn membarrier(command: libc::c_int) -> bool {
        // SAFETY: membarrier takes three integers and touches no memory of ours.
        unsafe { libc::syscall(libc::SYS_membarrier, command, 0, 0) == 0 }
    }

    pub fn decide() {
        if MODE.load(Ordering::Acquire) == UNDECIDED {
            let mode = if membarrier(REGISTER_PRIVATE_EXPEDITED) { ASYMMETRIC } else { SYMMETRIC };
            // Two threads may get here at once: the first answer stands for the whole process.
            let _ = MODE.compare_exchange(UNDECIDED, mode, Ordering::AcqRel, Ordering::Acquire);
        }
    }

    #[inline(always)]
    pub fn light() {
        if MODE.load(Ordering::Relaxed) == ASYMMETRIC {
            compiler_fence(Ordering::SeqCst);
        } else {
            fence(Ordering::SeqCst);
        }
    }

    pub fn heavy() -> bool {
        fence(Ordering::SeqCst);
        // After a fork the child may have to register anew.
        MODE.load(Ordering::Relaxed) != ASYMMETRIC
            || membarrier(PRIVATE_EXPEDITED)
            || (membarrier(REGISTER_PRIVATE_EXPEDITED) && membarrier(PRIVATE_EXPEDITED))
    }
}

#[cfg(not(all(target_os = "linux", not(loom), not(miri))))]
mod imp {
    use super::{Ordering, fence};

    pub fn decide() {}

    #[inline(always)]
    pub fn light() {
        fence(Ordering::SeqCst);
    }

    pub fn heavy() -> bool {
        fence(Ordering::SeqCst);
        true
    }
}

/// Settles which kind of fence this process uses. Called before a thread's first [`light`].
pub use imp::decide;
/// The writer's side: afterwards every reader either sees the writer's earlier stores or has its hazard
/// visible to the writer. `false` where the system refused; then nothing may be concluded.
pub use imp::heavy;
/// The reader's side.
pub use imp::light;
