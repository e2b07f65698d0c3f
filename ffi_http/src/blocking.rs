//! Waiting on the calling thread for what the shared runtime does.

use crate::{
    error::{Error, Result},
    server::inline,
};
use std::{future::Future, sync::mpsc};
use tokio::runtime::Handle;

/// The shared runtime.
pub fn runtime() -> Result<&'static Handle> {
    ffi_core::runtime::handle().map_err(Error::Runtime)
}

/// The outcome of `future`. Blocks the calling thread only, whichever it is.
pub fn wait<F>(future: F) -> Result<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send,
{
    let runtime = runtime()?;
    if inline::is_here() {
        return Ok(tokio::task::block_in_place(|| runtime.block_on(future)));
    }
    if Handle::try_current().is_err() {
        return Ok(ffi_core::runtime::block_on(runtime, future));
    }
    // A thread of some runtime, which must not drive a second one.
    let (sender, receiver) = mpsc::sync_channel(1);
    runtime.spawn(async move {
        let _ = sender.send(future.await);
    });
    receiver.recv().map_err(|_| Error::state("the task that was waited for panicked"))
}
