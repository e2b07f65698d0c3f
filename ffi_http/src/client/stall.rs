//! Transfers that may take as long as they move.

use ffi_core::sync::Mutex;
use std::{future::Future, sync::Arc, time::Duration};
use tokio::time::{Instant, sleep_until};

/// Time at which a transfer last moved.
#[derive(Clone)]
pub struct StallGuard(Arc<Mutex<Instant>>);

impl StallGuard {
    /// A transfer that moves now.
    pub fn new() -> Self {
        Self(Arc::new(Mutex::new(Instant::now())))
    }

    /// Notes that the transfer moved.
    pub fn note(&self) {
        *self.0.lock() = Instant::now();
    }

    fn last(&self) -> Instant {
        *self.0.lock()
    }

    /// Returns the output of `future`, or nothing where the transfer stood still for `limit`.
    pub async fn watch<F: Future>(&self, future: F, limit: Duration) -> Option<F::Output> {
        tokio::pin!(future);
        loop {
            let deadline = self.last() + limit;
            tokio::select! {
                biased;
                output = &mut future => return Some(output),
                () = sleep_until(deadline) => {
                    if self.last() + limit <= deadline {
                        return None;
                    }
                }
            }
        }
    }
}
