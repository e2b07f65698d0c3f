//! Waiting on the calling thread, which may be a worker of the shared runtime inside a callback.

use crate::error::{Error, Result};
use ffi_core::{fork, signals, stack, thread};
use std::{
    cell::Cell,
    future::{Future, poll_fn},
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    task::{Context, Poll, Wake},
    thread::Thread,
};
use tokio::runtime::Handle;

/// More than driving an exchange takes of the stack.
const ROOM: usize = if cfg!(debug_assertions) { 512 << 10 } else { 192 << 10 };

thread_local! {
    /// The process, as `fork` counts them, whose runtime this thread is a worker of while it is inside a callback.
    static INLINE: Cell<Option<u32>> = const { Cell::new(None) };
}

/// Says that this thread, a worker of the runtime, is inside a callback, or is no more.
pub fn set_inline(inside: bool) {
    INLINE.set(inside.then(fork::generation));
}

/// Tells whether this thread is a worker of the runtime inside a callback.
pub fn is_inline() -> bool {
    INLINE.get().is_some_and(|process| process == fork::generation())
}

/// Runs what may block or wake others, from whatever thread.
pub fn blocking<T>(work: impl FnOnce() -> T) -> T {
    if !is_inline() {
        return work();
    }
    // What this worker was about to run goes to the others.
    tokio::task::block_in_place(work)
}

/// The shared runtime.
pub fn runtime() -> Result<&'static Handle> {
    ffi_core::runtime::handle().map_err(Error::Resources)
}

/// The outcome of `future`. Blocks the calling thread only, whichever it is.
pub fn wait<F>(future: F) -> Result<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send,
{
    let runtime = runtime()?;
    if is_inline() {
        return Ok(tokio::task::block_in_place(|| runtime.block_on(future)));
    }
    if is_free() {
        return Ok(ffi_core::runtime::block_on(runtime, future));
    }
    let (sender, receiver) = mpsc::sync_channel(1);
    runtime.spawn(async move {
        let _ = sender.send(future.await);
    });
    receiver.recv().map_err(|_| Error::state("the task that was waited for panicked"))
}

/// Tells whether the calling thread can drive an exchange itself: a thread of some runtime must not drive a second one, one
/// past its destructors can drive none, and one with little stack has no room for it.
pub fn is_free() -> bool {
    !is_inline()
        && !stack::is_short_of(ROOM)
        && Handle::try_current().is_err_and(|error| error.is_missing_context())
}

/// The outcome of `future`, whose sockets are driven by the calling thread, which [is free](is_free). What it has other
/// libraries do that start threads or write is [`guarded`].
pub fn drive<F: Future>(future: F) -> Result<F::Output> {
    struct Parked(Thread, AtomicBool);

    impl Wake for Parked {
        fn wake(self: Arc<Self>) {
            self.wake_by_ref();
        }

        fn wake_by_ref(self: &Arc<Self>) {
            self.1.store(true, Ordering::Release);
            self.0.unpark();
        }
    }

    let _entered = runtime()?.enter();
    let parked = Arc::new(Parked(std::thread::current(), AtomicBool::new(false)));
    let waker = parked.clone().into();
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return Ok(output);
        }
        while !parked.1.swap(false, Ordering::Acquire) {
            std::thread::park();
        }
    }
}

/// `future` for a host's thread that drives it: threads which it starts begin with the host's signals blocked, and what it
/// writes raises none.
pub async fn guarded<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    poll_fn(|cx| thread::with_signals_blocked(|| signals::without_write_signals(|| future.as_mut().poll(cx))))
        .await
}
