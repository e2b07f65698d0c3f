//! Waiting on the calling thread, which may be a worker of the shared runtime inside a callback.

use crate::error::{Error, Result};
use ffi_core::{fork, stack};
use std::{cell::Cell, future::Future, sync::mpsc};
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
    let has_room = !stack::is_short_of(ROOM);
    if has_room && Handle::try_current().is_err_and(|error| error.is_missing_context()) {
        return Ok(ffi_core::runtime::block_on(runtime, future));
    }
    // A thread of some runtime, which must not drive a second one, or one past its destructors, which can drive none,
    // or one with little stack.
    let (sender, receiver) = mpsc::sync_channel(1);
    runtime.spawn(async move {
        let _ = sender.send(future.await);
    });
    receiver.recv().map_err(|_| Error::state("the task that was waited for panicked"))
}
