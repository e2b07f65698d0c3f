//! The one asynchronous runtime of the archive.

use crate::{fork::ForkSafeLazy, signals, thread};
use std::{
    future::{Future, poll_fn},
    pin::pin,
};
use tokio::runtime::{Builder, Handle, Runtime};

/// A child of `fork` has none of its parent's threads, so it starts a runtime of its own.
static RUNTIME: ForkSafeLazy<Runtime> = ForkSafeLazy::by_each_process();

/// Returns the number of the runtime's worker threads: one more than there are cores, for some may be inside a
/// callback of the host, or be kept from running while they are, and others serve the sockets meanwhile.
pub fn workers() -> usize {
    static WORKERS: ForkSafeLazy<usize> = ForkSafeLazy::once();
    *WORKERS.get_or_make(|| std::thread::available_parallelism().map_or(2, usize::from) + 1)
}

/// The runtime, started at first use; the reason where the system would not give it its threads and descriptors. The
/// next use tries again.
pub fn handle() -> Result<&'static Handle, String> {
    let started = RUNTIME.get_or_try_make(|| {
        let mut builder = Builder::new_multi_thread();
        builder
            .worker_threads(workers())
            .enable_all()
            .thread_name("simple_native")
            .on_thread_start(thread::adopt);
        thread::with_signals_blocked(|| builder.build())
            .map_err(|error| format!("the asynchronous runtime did not start: {error}"))
    });
    started.map(Runtime::handle)
}

/// The outcome of `future`, run on the calling thread, which may be a host's: what it writes there raises no SIGPIPE,
/// and the threads that it has the runtime start (to look up a name, say) begin with the host's signals blocked. While
/// it waits, they are not. Not for a thread of a runtime.
pub fn block_on<F: Future>(runtime: &Handle, future: F) -> F::Output {
    let mut future = pin!(future);
    let step = poll_fn(|cx| thread::with_signals_blocked(|| future.as_mut().poll(cx)));
    signals::without_write_signals(|| runtime.block_on(step))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_a_hosts_thread_runs_has_signals_blocked_and_its_waits_have_not() {
        let runtime = handle().unwrap();
        let is_blocked = || signals::is_blocked(libc::SIGTERM);
        let (now, later) = block_on(runtime, async {
            let now = is_blocked();
            tokio::task::yield_now().await;
            (now, is_blocked())
        });
        assert!(now && later && !is_blocked());
    }
}
