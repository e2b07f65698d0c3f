//! The one asynchronous runtime of the archive.

use crate::{fork::ForkSafeLazy, guard::Inside};
use std::sync::OnceLock;
use tokio::runtime::{Builder, Handle, Runtime};

/// A child of `fork` has none of its parent's threads, so it starts a runtime of its own.
static RUNTIME: ForkSafeLazy<Result<Runtime, String>> = ForkSafeLazy::by_each_process();

/// How many threads serve its tasks: one more than there are cores, for some may be inside a callback of the
/// host, or be kept from running while they are, and others serve the sockets meanwhile.
pub fn workers() -> usize {
    static WORKERS: OnceLock<usize> = OnceLock::new();
    *WORKERS.get_or_init(|| std::thread::available_parallelism().map_or(2, usize::from) + 1)
}

/// The runtime, started at first use; the reason where the system would not give it its threads.
pub fn handle() -> Result<&'static Handle, &'static str> {
    let started = RUNTIME.get_or_make(|| {
        Builder::new_multi_thread()
            .worker_threads(workers())
            .enable_all()
            .thread_name("simple_native")
            .on_thread_start(Inside::forever)
            .build()
            .map_err(|error| format!("the asynchronous runtime did not start: {error}"))
    });
    started.as_ref().map(Runtime::handle).map_err(String::as_str)
}
