//! The one asynchronous runtime of the archive.

use crate::{fork::ForkSafeLazy, signals, thread};
use std::{future::Future, sync::OnceLock};
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
        let mut builder = Builder::new_multi_thread();
        builder
            .worker_threads(workers())
            .enable_all()
            .thread_name("simple_native")
            .on_thread_start(thread::adopt);
        thread::with_signals_blocked(|| builder.build())
            .map_err(|error| format!("the asynchronous runtime did not start: {error}"))
    });
    started.as_ref().map(Runtime::handle).map_err(String::as_str)
}

/// The outcome of `future`, run on the calling thread, which may be a host's: what it writes there raises no SIGPIPE.
/// Not for a thread of a runtime.
pub fn block_on<F: Future>(runtime: &Handle, future: F) -> F::Output {
    signals::without_sigpipe(|| runtime.block_on(future))
}
