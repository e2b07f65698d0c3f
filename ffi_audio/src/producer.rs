//! A function of the host's that makes samples when they are wanted, called on a thread of its own.

use crate::error::{Error, Result};
use ffi_core::{Callback, Locked, UserData, thread::Builder};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{JoinHandle, current, park_timeout},
    time::Duration,
};

/// Time between two looks for room.
const LOOK: Duration = Duration::from_millis(2);

/// What a producer asks of the playback that it fills.
pub trait Wanted: Send + Sync + 'static {
    /// True while samples are wanted, or will be.
    fn goes_on(&self) -> bool;
    /// Frames that there is room for, and of which at most.
    fn room(&self) -> (usize, usize);
    /// Nothing more comes.
    fn finish(&self);
}

/// The function at work.
pub struct Producer {
    stop: Arc<AtomicBool>,
    thread: Locked<Option<JoinHandle<()>>>,
}

impl Producer {
    /// Has `function` called with `handle` where half of what is kept is missing, until it gives 0 or nothing is wanted any
    /// more.
    pub fn start(wanted: Arc<impl Wanted>, handle: i64, function: Callback, data: UserData) -> Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let own = stop.clone();
        let thread = Builder::new("simple_native audio")
            .spawn(move || {
                while !own.load(Ordering::Acquire) && wanted.goes_on() {
                    let (room, most) = wanted.room();
                    if 2 * room < most {
                        park_timeout(LOOK);
                        continue;
                    }
                    if !matches!(function.call(handle, data), Ok(more) if more != 0) {
                        return wanted.finish();
                    }
                    if wanted.room().0 >= room {
                        // It had nothing.
                        park_timeout(LOOK);
                    }
                }
            })
            .map_err(Error::Thread)?;
        Ok(Self { stop, thread: Locked::new(Some(thread)) })
    }

    /// The function is not called any more when this returns; the call that this is made from goes on.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Release);
        let thread = self.thread.lock().take();
        if let Some(thread) = thread
            && thread.thread().id() != current().id()
        {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}

impl Drop for Producer {
    fn drop(&mut self) {
        self.stop();
    }
}
