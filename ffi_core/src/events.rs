//! Events of all libraries in one order: libraries publish, subscriptions queue. A library that publishes
//! knows nothing of who listens, and pays one load where nobody does.

#[cfg(unix)]
use crate::wakeup::Wakeup;
use crate::{
    fork::{self, Forks, Held},
    sync::{Condvar, Mutex},
};
use std::{
    cell::Cell,
    collections::VecDeque,
    sync::{
        self, Arc, MutexGuard,
        atomic::{AtomicU32, Ordering},
    },
    time::Instant,
};
#[cfg(unix)]
use std::{io, os::fd::RawFd};

/// The subject of an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventKind {
    /// A window got input or changed.
    Window,
    /// A game pad.
    Gamepad,
    /// A server got a request, or something changed about a connection.
    Http,
    /// A playback came to its end by itself.
    AudioEnded,
    /// A module was loaded, unloaded, or failed.
    Module,
}

/// Every kind with its name.
pub const KINDS: [(EventKind, &str); 5] = [
    (EventKind::Window, "window"),
    (EventKind::Gamepad, "gamepad"),
    (EventKind::Http, "http"),
    (EventKind::AudioEnded, "audio-ended"),
    (EventKind::Module, "module"),
];

impl EventKind {
    /// The kind's name in JSON.
    pub fn name(self) -> &'static str {
        KINDS[self as usize].1
    }

    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// An event as it waits in a queue.
#[derive(Clone, Debug)]
pub struct Event {
    /// The subject.
    pub kind: EventKind,
    /// The event's place among all events of the process, counted from 1.
    pub sequence: u64,
    /// Details of the event, as JSON.
    pub data: Arc<str>,
    /// Number of events that this queue lost just before this one.
    pub dropped: u64,
}

struct Queued {
    events: VecDeque<Event>,
    dropped: u64,
    arrived: u64,
    closed: bool,
    /// Calls of the host's functions that run now.
    calls: usize,
    /// Set while there are events, or none will come any more; made when a host asks for it.
    #[cfg(unix)]
    wakeup: Option<Wakeup>,
}

impl Queued {
    fn tell(&self) {
        #[cfg(unix)]
        if let Some(wakeup) = &self.wakeup {
            wakeup.tell(!self.events.is_empty() || self.closed);
        }
    }
}

thread_local! {
    static IN_CALL: Cell<bool> = const { Cell::new(false) };
}

/// A call of a host's function, until it is dropped.
struct Call<'q>(&'q Queue);

impl Drop for Call<'_> {
    fn drop(&mut self) {
        IN_CALL.set(false);
        self.0.queued.lock().calls -= 1;
        self.0.changed.notify_all();
    }
}

/// The bounded queue of one subscription: where it is full, the oldest event makes room.
pub struct Queue {
    kinds: u32,
    /// Its events do not wait elsewhere as well.
    takes: bool,
    capacity: usize,
    queued: Mutex<Queued>,
    changed: Condvar,
}

struct Published {
    queues: Vec<Arc<Queue>>,
    sequence: u64,
}

static PUBLISHED: Publisher = Publisher(sync::Mutex::new(Published { queues: Vec::new(), sequence: 0 }));
/// The kinds that anybody listens to.
static WANTED: AtomicU32 = AtomicU32::new(0);
/// The kinds that somebody takes.
static TAKEN: AtomicU32 = AtomicU32::new(0);

struct Publisher(sync::Mutex<Published>);

impl Publisher {
    fn lock(&self) -> MutexGuard<'_, Published> {
        fork::lock(&self.0)
    }
}

impl Forks for Publisher {
    fn hold(&'static self) -> Box<dyn Held> {
        Box::new(self.lock())
    }
}

impl Held for MutexGuard<'static, Published> {
    /// A child has no subscriptions; a thread that it does not have may have held one of their locks.
    fn in_child(&mut self, _used: &[*mut ()]) -> usize {
        std::mem::forget(std::mem::take(&mut self.queues));
        want(self);
        0
    }
}

/// Tells whether somebody listens to events of `kind`.
#[inline]
pub fn is_wanted(kind: EventKind) -> bool {
    WANTED.load(Ordering::Relaxed) & kind.bit() != 0
}

/// Whether somebody takes events of `kind`, so that a library keeps them in no queue of its own.
#[inline]
pub fn is_taken(kind: EventKind) -> bool {
    TAKEN.load(Ordering::Relaxed) & kind.bit() != 0
}

/// Publishes an event where somebody listens to its kind; `data` makes its JSON and must not publish.
#[inline]
pub fn publish(kind: EventKind, data: impl FnOnce() -> String) {
    if is_wanted(kind) {
        deliver(kind, &data());
    }
}

#[cold]
fn deliver(kind: EventKind, data: &str) {
    let data: Arc<str> = data.into();
    // Held over all queues, so that every one of them has the same order.
    let mut published = PUBLISHED.lock();
    published.sequence += 1;
    let sequence = published.sequence;
    for queue in published.queues.iter().filter(|queue| queue.kinds & kind.bit() != 0) {
        queue.push(Event { kind, sequence, data: data.clone(), dropped: 0 });
    }
}

impl Queue {
    /// A queue that gets the events of `kinds` from now on, at most `capacity` of them.
    pub fn subscribe(kinds: impl IntoIterator<Item = EventKind>, capacity: usize) -> Arc<Self> {
        Self::open(kinds, capacity, false)
    }

    /// The same, and as long as it is open, [`is_taken`] says so of these kinds.
    pub fn take(kinds: impl IntoIterator<Item = EventKind>, capacity: usize) -> Arc<Self> {
        Self::open(kinds, capacity, true)
    }

    fn open(kinds: impl IntoIterator<Item = EventKind>, capacity: usize, takes: bool) -> Arc<Self> {
        let queue = Arc::new(Self {
            kinds: kinds.into_iter().fold(0, |bits, kind| bits | kind.bit()),
            takes,
            capacity,
            queued: Mutex::new(Queued {
                events: VecDeque::new(),
                dropped: 0,
                arrived: 0,
                closed: false,
                calls: 0,
                #[cfg(unix)]
                wakeup: None,
            }),
            changed: Condvar::new(),
        });
        fork::register(&PUBLISHED);
        let mut published = PUBLISHED.lock();
        published.queues.push(queue.clone());
        want(&published);
        queue
    }

    /// Gets no more events, wakes whoever waits, and waits for calls of [`serve`](Self::serve) that run. From
    /// inside such a call, of whatever queue, it waits for none: two could wait for each other.
    pub fn close(self: &Arc<Self>) {
        let mut published = PUBLISHED.lock();
        published.queues.retain(|queue| !Arc::ptr_eq(queue, self));
        want(&published);
        drop(published);
        let mut queued = self.queued.lock();
        queued.closed = true;
        queued.tell();
        self.changed.notify_all();
        while queued.calls > 0 && !IN_CALL.get() {
            self.changed.wait(&mut queued);
        }
    }

    fn push(&self, event: Event) {
        let mut queued = self.queued.lock();
        if queued.events.len() == self.capacity {
            queued.events.pop_front();
            queued.dropped += 1;
        }
        queued.arrived += 1;
        queued.events.push_back(event);
        if queued.events.len() == 1 {
            queued.tell();
        }
        self.changed.notify_all();
    }

    /// The oldest event, waited for until `deadline`, for as long as it takes where there is none. Nothing when
    /// the time is over or the queue closed.
    pub fn next(&self, deadline: Option<Instant>) -> Option<Event> {
        let mut queued = self.queued.lock();
        loop {
            if let Some(mut event) = queued.events.pop_front() {
                event.dropped = std::mem::take(&mut queued.dropped);
                if queued.events.is_empty() {
                    queued.tell();
                }
                return Some(event);
            }
            if queued.closed {
                return None;
            }
            match deadline {
                Some(deadline) => {
                    if self.changed.wait_until(&mut queued, deadline).timed_out() && queued.events.is_empty()
                    {
                        return None;
                    }
                }
                None => self.changed.wait(&mut queued),
            }
        }
    }

    /// A file descriptor that is readable while events wait, and once the queue is closed. It is the queue's own.
    #[cfg(unix)]
    pub fn fd(&self) -> io::Result<RawFd> {
        // Made outside of the lock, which a fork in the midst of an event would wait for.
        let new = Wakeup::new()?;
        let mut queued = self.queued.lock();
        let fd = queued.wakeup.get_or_insert(new).fd();
        queued.tell();
        Ok(fd)
    }

    /// Calls `function` whenever events have arrived, until the queue is closed.
    pub fn serve(&self, mut function: impl FnMut()) {
        let mut seen = 0;
        while let Some((call, arrived)) = self.next_call(seen) {
            seen = arrived;
            function();
            drop(call);
        }
    }

    /// Waits until more than `seen` events have arrived: how many there were then. Nothing once it is closed. That
    /// it is not, and that a call begins, is one and the same moment.
    fn next_call(&self, seen: u64) -> Option<(Call<'_>, u64)> {
        let mut queued = self.queued.lock();
        while queued.arrived <= seen && !queued.closed {
            self.changed.wait(&mut queued);
        }
        if queued.closed {
            return None;
        }
        queued.calls += 1;
        IN_CALL.set(true);
        Some((Call(self), queued.arrived))
    }
}

fn want(published: &Published) {
    let kinds_of =
        |queues: &mut dyn Iterator<Item = &Arc<Queue>>| queues.fold(0, |bits, queue| bits | queue.kinds);
    WANTED.store(kinds_of(&mut published.queues.iter()), Ordering::Relaxed);
    TAKEN.store(kinds_of(&mut published.queues.iter().filter(|queue| queue.takes)), Ordering::Relaxed);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tell(number: u32) {
        publish(EventKind::Gamepad, || number.to_string());
    }

    #[test]
    fn a_full_queue_loses_the_oldest_and_counts() {
        let queue = Queue::subscribe([EventKind::Gamepad], 3);
        (1..=7).for_each(tell);
        publish(EventKind::Http, || unreachable!("nobody listens"));
        let got: Vec<(String, u64)> = std::iter::from_fn(|| queue.next(Some(Instant::now())))
            .map(|e| (e.data.to_string(), e.dropped))
            .collect();
        assert_eq!(got, [("5".into(), 4), ("6".into(), 0), ("7".into(), 0)]);
        queue.close();
        tell(8);
        assert!(queue.next(None).is_none());
    }

    #[test]
    fn a_kind_is_taken_while_a_queue_takes_it() {
        // One that no other test listens to.
        let kind = EventKind::AudioEnded;
        let listens = Queue::subscribe([kind], 3);
        assert!(!is_taken(kind));
        let takes = [(); 2].map(|()| Queue::take([kind], 3));
        assert!(is_taken(kind) && !is_taken(EventKind::Http));
        takes[0].close();
        assert!(is_taken(kind));
        takes[1].close();
        assert!(!is_taken(kind) && is_wanted(kind));
        listens.close();
    }

    #[test]
    fn a_waiting_thread_is_woken_by_an_event_and_by_the_end() {
        let queue = Queue::subscribe([EventKind::AudioEnded], 3);
        let waiting = queue.clone();
        let thread =
            std::thread::spawn(move || (waiting.next(None).map(|e| e.data), waiting.next(None).is_none()));
        publish(EventKind::AudioEnded, || "\"x\"".into());
        std::thread::sleep(std::time::Duration::from_millis(20));
        queue.close();
        assert_eq!(thread.join().unwrap(), (Some("\"x\"".into()), true));
    }

    #[test]
    fn no_call_runs_or_begins_after_the_end() {
        for round in 0..300 {
            let queue = Queue::subscribe([EventKind::Window], 3);
            let (served, ended) = (queue.clone(), Arc::new(sync::atomic::AtomicBool::new(false)));
            let seen = ended.clone();
            let thread = std::thread::spawn(move || {
                served.serve(|| {
                    for _ in 0..100 {
                        assert!(!seen.load(Ordering::SeqCst), "a call after the end");
                        std::hint::spin_loop();
                    }
                });
            });
            publish(EventKind::Window, || "1".into());
            (0..round * 20).for_each(|_| std::hint::spin_loop());
            publish(EventKind::Window, || "2".into());
            queue.close();
            ended.store(true, Ordering::SeqCst);
            thread.join().unwrap();
        }
    }

    #[test]
    fn a_call_may_end_its_own_queue_and_another() {
        let [one, two] = [(); 2].map(|()| Queue::subscribe([EventKind::Module], 3));
        let both = [one.clone(), two.clone()];
        let threads = [one.clone(), two].map(|queue| {
            let both = both.clone();
            std::thread::spawn(move || queue.serve(|| both.iter().for_each(Queue::close)))
        });
        publish(EventKind::Module, || "1".into());
        threads.into_iter().for_each(|thread| thread.join().unwrap());
        one.close();
    }

    #[cfg(unix)]
    #[test]
    fn a_queue_is_readable_while_it_holds_events() {
        use crate::wakeup::tests::is_readable;
        let queue = Queue::subscribe([], 2);
        let push =
            |sequence| queue.push(Event { kind: EventKind::Window, sequence, data: "1".into(), dropped: 0 });
        push(0);
        let fd = queue.fd().unwrap();
        assert!(is_readable(fd) && queue.fd().unwrap() == fd);
        assert!(queue.next(None).is_some() && !is_readable(fd));
        (1..6).for_each(push);
        for left in [true, false] {
            assert!(is_readable(fd) && queue.next(None).is_some());
            assert_eq!(is_readable(fd), left);
        }
        queue.close();
        // Whoever polls sees the end.
        assert!(is_readable(fd) && queue.next(None).is_none());
    }
}
