//! What a captured device tells of itself.

use ffi_core::Locked;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// State that the device's thread tells.
#[derive(Default)]
pub struct CaptureState {
    /// Frames that were lost because nobody read those before, or because the device's own buffer ran over.
    pub lost: AtomicU64,
    /// True once nothing more comes.
    over: AtomicBool,
    /// Why.
    reason: Locked<String>,
}

impl CaptureState {
    /// Nothing more comes, for this reason where it is the first.
    pub fn end(&self, reason: String) {
        let mut first = self.reason.lock();
        if first.is_empty() {
            *first = reason;
        }
        self.over.store(true, Ordering::Release);
    }

    /// True from then on.
    pub fn is_over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }

    /// Why; empty where nobody said it.
    pub fn reason(&self) -> String {
        self.reason.lock().clone()
    }
}
