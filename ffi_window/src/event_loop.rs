//! A logical event loop: a queue, and the windows that send to it.

use crate::{
    Error, Result, display,
    event::{Event, EventKind},
    queue::Queue,
};
use ffi_core::{
    Kind,
    fork::ForkSafeMutex,
    sync::{Condvar, Mutex},
};
use std::{
    sync::{Arc, Weak},
    time::{Duration, Instant},
};

#[derive(Default)]
struct Inner {
    queue: Queue,
    /// The handles of its windows, each with its window's id.
    windows: Vec<(i64, i64)>,
    freed: bool,
    /// Number of calls of `run_return` that wait.
    running: usize,
    /// A wait is to end with nothing.
    woken: bool,
}

impl Inner {
    /// Tells of an event; under the loop's lock, so that whoever hears of it elsewhere finds it here, in the same order.
    fn publish_and_queue(&mut self, event: Event) {
        if event.publish() {
            self.queue.push(event);
        }
    }
}

/// An event loop, which a handle stands for.
pub struct EventLoop {
    inner: Mutex<Inner>,
    changed: Condvar,
    free_windows: fn(Vec<i64>),
}

ffi_core::object!(EventLoop, Kind::EventLoop);

static LOOPS: ForkSafeMutex<Vec<Weak<EventLoop>>> = ForkSafeMutex::by_each_process(Vec::new);

/// Tells every window's loop that it is gone, and wakes all that wait. Called where the connection to the
/// display broke; waits for nothing.
pub fn display_lost() {
    for event_loop in LOOPS.lock().iter().filter_map(Weak::upgrade) {
        let mut inner = event_loop.inner.lock();
        for (_, id) in std::mem::take(&mut inner.windows) {
            let event = Event::now(id, EventKind::Destroyed, 0);
            inner.publish_and_queue(event);
        }
        drop(inner);
        event_loop.changed.notify_all();
    }
}

impl EventLoop {
    /// A new one, with what frees its windows by their handles.
    pub fn new(free_windows: fn(Vec<i64>)) -> Arc<Self> {
        let event_loop =
            Arc::new(Self { inner: Mutex::default(), changed: Condvar::default(), free_windows });
        let mut loops = LOOPS.lock();
        loops.retain(|other| other.strong_count() > 0);
        loops.push(Arc::downgrade(&event_loop));
        event_loop
    }

    /// Queues an event.
    pub fn push(&self, event: Event) {
        let mut inner = self.inner.lock();
        inner.publish_and_queue(event);
        drop(inner);
        self.changed.notify_all();
    }

    /// The next event; where there is none, waits until `deadline` or, where that is none, for ever.
    pub fn wait(&self, deadline: Option<Instant>) -> Result<Option<Event>> {
        let mut inner = self.inner.lock();
        loop {
            if let Some(event) = inner.queue.pop() {
                return Ok(Some(event));
            }
            Self::check(&inner)?;
            if std::mem::take(&mut inner.woken) {
                return Ok(None);
            }
            match deadline {
                None => self.changed.wait(&mut inner),
                Some(deadline) => {
                    if self.changed.wait_until(&mut inner, deadline).timed_out() {
                        return Ok(inner.queue.pop());
                    }
                }
            }
        }
    }

    /// Ends a wait for events, or the next one.
    pub fn wake(&self) {
        self.inner.lock().woken = true;
        self.changed.notify_all();
    }

    /// The next events, as many as there are up to `most`.
    pub fn poll(&self, most: usize) -> Result<Vec<Event>> {
        let mut inner = self.inner.lock();
        let events: Vec<Event> = std::iter::from_fn(|| inner.queue.pop()).take(most).collect();
        if events.is_empty() {
            Self::check(&inner)?;
        }
        Ok(events)
    }

    /// The next event.
    pub fn poll_one(&self) -> Result<Option<Event>> {
        let mut inner = self.inner.lock();
        match inner.queue.pop() {
            Some(event) => Ok(Some(event)),
            None => Self::check(&inner).map(|()| None),
        }
    }

    fn check(inner: &Inner) -> Result<()> {
        match (inner.freed, display::is_lost()) {
            (true, _) => Err(Error::LoopFreed),
            (_, true) => Err(Error::Lost),
            _ => Ok(()),
        }
    }

    /// Waits until it has no window. Meanwhile a window that is asked to close does.
    pub fn run(&self) -> Result<()> {
        let mut inner = self.inner.lock();
        inner.running += 1;
        let outcome = loop {
            if let Err(error) = Self::check(&inner) {
                break Err(error);
            }
            if inner.windows.is_empty() {
                break Ok(());
            }
            self.changed.wait(&mut inner);
        };
        inner.running -= 1;
        outcome
    }

    /// Frees window `id` where `run` waits for its end.
    pub fn close(&self, id: i64) {
        let inner = self.inner.lock();
        let window = inner.windows.iter().find(|(_, window)| *window == id);
        let closing = window.filter(|_| inner.running > 0).map(|(handle, _)| *handle);
        drop(inner);
        closing.into_iter().for_each(|handle| (self.free_windows)(vec![handle]));
    }

    /// Takes a new window in.
    pub fn add(&self, handle: i64, id: i64) -> Result<()> {
        let mut inner = self.inner.lock();
        Self::check(&inner)?;
        inner.windows.push((handle, id));
        Ok(())
    }

    /// A window is gone.
    pub fn remove(&self, id: i64) {
        let mut inner = self.inner.lock();
        let before = inner.windows.len();
        inner.windows.retain(|(_, window)| *window != id);
        if inner.windows.len() < before {
            let event = Event::now(id, EventKind::Destroyed, 0);
            inner.publish_and_queue(event);
        }
        drop(inner);
        self.changed.notify_all();
    }

    /// Ends it: its windows go, and calls that wait fail. True where it had windows.
    pub fn free(&self) -> bool {
        let mut inner = self.inner.lock();
        inner.freed = true;
        inner.queue = Queue::default();
        let windows = std::mem::take(&mut inner.windows);
        drop(inner);
        self.changed.notify_all();
        let had_windows = !windows.is_empty();
        (self.free_windows)(windows.into_iter().map(|(handle, _)| handle).collect());
        had_windows
    }
}

/// The moment `ms` from now; none for a time that does not end.
pub fn deadline(ms: i64) -> Option<Instant> {
    let ms = u64::try_from(ms).ok()?;
    Instant::now().checked_add(Duration::from_millis(ms))
}
