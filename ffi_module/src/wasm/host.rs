//! What the store of a module knows.

use crate::options::Options;
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};
use wasmtime::{StoreLimits, StoreLimitsBuilder};

/// The message that somebody cancelled last, by its number.
pub type Cancelled = Arc<AtomicU64>;

/// What the store of a module knows: what it is held to, and what it may ask for.
pub struct Host {
    pub limits: StoreLimits,
    pub options: Options,
    /// When the message inside is to end.
    pub deadline: Instant,
    /// The message inside.
    pub message: u64,
    pub cancelled: Cancelled,
}

impl Host {
    pub fn new(options: &Options, deadline: Instant, cancelled: Cancelled) -> Self {
        let limits = StoreLimitsBuilder::new()
            .memory_size((options.memory_mib as usize) << 20)
            .table_elements(options.table as usize)
            .instances(1)
            .memories(1)
            .tables(1)
            .build();
        Self { limits, options: options.clone(), deadline, message: 0, cancelled }
    }

    /// Whether the message inside was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.message != 0 && self.cancelled.load(Ordering::SeqCst) == self.message
    }

    /// Whether the message inside is to end.
    pub fn is_over(&self) -> bool {
        self.is_cancelled() || Instant::now() >= self.deadline
    }
}
