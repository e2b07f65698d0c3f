//! The thread that a message with a time limit runs on. It is in the module's code until it has ended: what the
//! module keeps for each thread is given up last.

use ffi_core::{Locked, thread::Builder};
use std::{
    io,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, sync_channel},
    },
    thread::JoinHandle,
    time::Duration,
};

struct Running {
    thread: JoinHandle<()>,
    /// Hears of its end, where the thread is one that waits for another's.
    watch: Option<Receiver<()>>,
}

/// A module's last such thread.
#[derive(Default)]
pub struct WorkerThread(Locked<Option<Running>>);

impl WorkerThread {
    /// Runs `body` on a new thread, once the one before it has ended.
    pub fn follow(&self, body: impl FnOnce() + Send + 'static) -> io::Result<()> {
        let mut last = self.0.lock();
        *last = Some(Running { thread: follow(&mut last, body)?, watch: None });
        Ok(())
    }

    /// Whether it has ended, after waiting for that.
    pub fn has_ended(&self, within: Duration) -> bool {
        let mut last = self.0.lock();
        if last.as_ref().is_some_and(|running| running.watch.is_none()) {
            let (give, take) = sync_channel(1);
            let end = move || {
                let _ = give.send(());
            };
            let Ok(thread) = follow(&mut last, end) else { return false };
            *last = Some(Running { thread, watch: Some(take) });
        }
        let watch = last.as_ref().and_then(|running| running.watch.as_ref());
        if watch.is_some_and(|watch| watch.recv_timeout(within) == Err(RecvTimeoutError::Timeout)) {
            return false;
        }
        last.take().map(|running| running.thread.join());
        true
    }
}

/// A thread that waits for the one before, which is left in its place where there is no other.
fn follow(last: &mut Option<Running>, body: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    let before = Arc::new(Locked::new(last.take()));
    let awaited = before.clone();
    let whole = move || {
        let before = awaited.lock().take();
        before.map(|running| running.thread.join());
        body();
    };
    let spawned = Builder::new("simple_native").spawn(whole);
    if spawned.is_err() {
        *last = before.lock().take();
    }
    spawned
}
