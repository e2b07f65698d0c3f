//! How far a transfer has come.

use std::sync::atomic::{AtomicI64, Ordering};

/// What has come of a body, and how much of it is expected.
#[derive(Debug)]
pub struct Progress {
    received: AtomicI64,
    /// −1 where nobody said it.
    expected: AtomicI64,
}

impl Default for Progress {
    fn default() -> Self {
        Self { received: AtomicI64::new(0), expected: AtomicI64::new(-1) }
    }
}

impl Progress {
    /// So much has come.
    pub fn set_received(&self, bytes: u64) {
        self.received.store(i64::try_from(bytes).unwrap_or(i64::MAX), Ordering::Relaxed);
    }

    /// So much is expected in all, where that was said.
    pub fn expect(&self, bytes: Option<u64>) {
        self.expected
            .store(bytes.and_then(|bytes| i64::try_from(bytes).ok()).unwrap_or(-1), Ordering::Relaxed);
    }

    /// How many bytes have come.
    pub fn received(&self) -> i64 {
        self.received.load(Ordering::Relaxed)
    }

    /// How many are expected, −1 where nobody said it.
    pub fn expected(&self) -> i64 {
        self.expected.load(Ordering::Relaxed)
    }
}
