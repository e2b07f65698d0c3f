//! What other threads see of an inference, and ask of it, while a call is inside.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

/// Progress of an inference.
#[derive(Default)]
pub struct Progress {
    cancelled: AtomicBool,
    /// The call that was inside has ended for it.
    heeded: AtomicBool,
    taken_in: AtomicU32,
    total: AtomicU32,
}

impl Progress {
    /// Ends the call that is inside, and lets later ones make nothing, until it goes on.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Forgets that it was cancelled.
    pub(crate) fn resume(&self) {
        self.cancelled.store(false, Ordering::Relaxed);
    }

    /// Tells once whether a call has ended because it was cancelled.
    pub(crate) fn was_heeded(&self) -> bool {
        self.heeded.swap(false, Ordering::Relaxed)
    }

    pub(crate) fn set(&self, taken_in: usize, total: usize) {
        self.taken_in.store(taken_in as u32, Ordering::Relaxed);
        self.total.store(total as u32, Ordering::Relaxed);
    }

    /// Tokens that were taken in, and tokens altogether.
    pub fn get(&self) -> (u32, u32) {
        (self.taken_in.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}

/// The same, as a session asks for it.
pub struct Watch(pub(crate) Arc<Progress>);

impl Watch {
    pub(crate) fn goes_on(&self, position: u32) -> bool {
        self.0.taken_in.store(position, Ordering::Relaxed);
        let cancelled = self.0.is_cancelled();
        if cancelled {
            self.0.heeded.store(true, Ordering::Relaxed);
        }
        !cancelled
    }
}
