//! Hazard pointers: how a look-up keeps its object alive without writing to memory another thread writes.
//!
//! Each thread owns a [`Record`] of pointers it is using right now. Whoever takes an object out of its
//! table hands it to [`Domain::retire`], which drops it at once if no record names it, and otherwise leaves
//! it to the thread that does. (M. M. Michael, "Hazard Pointers: Safe Memory Reclamation for Lock-Free
//! Objects", IEEE TPDS 15(6), 2004; the asymmetric fence is [`barrier`](super::barrier)'s.)

use super::{
    barrier,
    sync::{
        AtomicBool, AtomicPtr, AtomicU32, AtomicUsize, Mutex, MutexGuard, Ordering, fence, lock, try_lock,
    },
};
use std::ptr;

/// Objects one thread can use at the same time before a look-up falls back to a reference count.
pub const HAZARDS: usize = if cfg!(loom) { 2 } else { 8 };
/// Retired objects of [`Reclaim::Batched`] kinds that may wait for one shared fence.
const BATCH: usize = if cfg!(loom) { 2 } else { 512 };

/// The pointers one thread is using. Aligned so that no two threads share a cache line (or a pair of them).
#[repr(align(128))]
pub struct Record {
    domain: &'static Domain,
    hazards: [AtomicPtr<()>; HAZARDS],
    /// One bit for each hazard that is free. Only its own thread looks at it.
    free: AtomicU32,
    /// Set by a thread that wanted to drop an object named here: collect after letting go of it.
    notify: AtomicBool,
    taken: AtomicBool,
    next: AtomicPtr<Record>,
}

impl Record {
    fn new(domain: &'static Domain) -> Self {
        Self {
            domain,
            hazards: std::array::from_fn(|_| AtomicPtr::new(ptr::null_mut())),
            free: AtomicU32::new((1 << HAZARDS) - 1),
            notify: AtomicBool::new(false),
            taken: AtomicBool::new(true),
            next: AtomicPtr::new(ptr::null_mut()),
        }
    }

    /// Announces that this thread is about to use `object`; where it has no hazard to spare, none. What was
    /// read before must be checked again after.
    #[inline(always)]
    pub fn protect(&self, object: *mut ()) -> Option<u32> {
        let free = self.free.load(Ordering::Relaxed);
        if free == 0 {
            return None;
        }
        let index = free.trailing_zeros();
        self.free.store(free & (free - 1), Ordering::Relaxed);
        self.hazards[index as usize % HAZARDS].store(object, Ordering::Release);
        barrier::light();
        Some(index)
    }

    /// Lets go of the object that `protect` gave this index for.
    #[inline(always)]
    pub fn release(&self, index: u32) {
        self.hazards[index as usize % HAZARDS].store(ptr::null_mut(), Ordering::Release);
        self.free.store(self.free.load(Ordering::Relaxed) | (1 << index), Ordering::Relaxed);
        // A waiter sets `notify` before its heavy barrier and reads the hazards after it: either it sees the
        // hazard gone, or this load sees the flag.
        barrier::light();
        if self.notify.load(Ordering::Relaxed) {
            self.answer();
        }
    }

    /// Drops what others could not because this thread was using it.
    #[cold]
    fn answer(&self) {
        self.notify.store(false, Ordering::Relaxed);
        self.domain.collect();
    }

    fn names(&self, object: *mut ()) -> bool {
        self.hazards.iter().any(|hazard| hazard.load(Ordering::Acquire) == object)
    }
}

/// When a retired object is dropped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reclaim {
    /// Before the freeing call returns, unless another thread is using the object. For whatever holds
    /// threads, sockets, files, devices or much memory.
    Prompt,
    /// Up to 512 such objects may wait for one another. For small plain data that comes and goes often.
    Batched,
}

/// An object that has left its table and is not dropped yet.
pub struct Garbage {
    object: *mut (),
    drop: unsafe fn(*mut ()),
}

// SAFETY: every object in a table is `Send` (a bound of the table), and `Garbage` is its only owner.
unsafe impl Send for Garbage {}

impl Garbage {
    /// # Safety
    /// `drop(object)` must be sound to call once, on any thread, when no hazard names `object` any more.
    pub unsafe fn new(object: *mut (), drop: unsafe fn(*mut ())) -> Self {
        Self { object, drop }
    }

    fn dispose(self) {
        // SAFETY: promised to `new`; `self` is consumed, so it happens once.
        unsafe { (self.drop)(self.object) }
    }
}

/// All records and everything retired. The process has one; a model check leaks one for each run.
pub struct Domain {
    records: AtomicPtr<Record>,
    threads: AtomicUsize,
    /// Held for a push or a swap, never across a barrier.
    retired: Mutex<Vec<Garbage>>,
    waiting: AtomicUsize,
    /// Whoever holds it has what was retired in its hands.
    collecting: Mutex<()>,
}

impl Domain {
    /// An empty domain.
    #[cfg(not(loom))]
    #[allow(clippy::new_without_default)]
    pub const fn new() -> Self {
        Self {
            records: AtomicPtr::new(ptr::null_mut()),
            threads: AtomicUsize::new(0),
            retired: Mutex::new(Vec::new()),
            waiting: AtomicUsize::new(0),
            collecting: Mutex::new(()),
        }
    }

    /// An empty domain.
    #[cfg(loom)]
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Self {
            records: AtomicPtr::new(ptr::null_mut()),
            threads: AtomicUsize::new(0),
            retired: Mutex::new(Vec::new()),
            waiting: AtomicUsize::new(0),
            collecting: Mutex::new(()),
        }
    }

    /// A record for the calling thread, its own until [`leave`](Self::leave). Records live as long as the
    /// process: a thread that comes later takes over one that was left.
    pub fn enter(&'static self) -> &'static Record {
        barrier::decide();
        // Sequentially consistent with `alone`: a freeing thread that does not count us yet freed before
        // our first look-up.
        self.threads.fetch_add(1, Ordering::SeqCst);
        fence(Ordering::SeqCst);
        for record in self.iter() {
            if record.taken.compare_exchange(false, true, Ordering::AcqRel, Ordering::Relaxed).is_ok() {
                return record;
            }
        }
        let new = Box::into_raw(Box::new(Record::new(self)));
        let mut head = self.records.load(Ordering::Acquire);
        loop {
            // SAFETY: `new` came from a box above and is shared by nobody before the exchange succeeds;
            // records are never freed.
            let record = unsafe { &*new };
            record.next.store(head, Ordering::Relaxed);
            match self.records.compare_exchange(head, new, Ordering::AcqRel, Ordering::Acquire) {
                Ok(_) => return record,
                Err(current) => head = current,
            }
        }
    }

    /// Gives the record back. The caller has released every hazard in it.
    pub fn leave(&self, record: &Record) {
        record.taken.store(false, Ordering::Release);
        self.threads.fetch_sub(1, Ordering::SeqCst);
    }

    /// Holds, for a fork by the thread that `own` belongs to, what guards the retired objects.
    #[cfg(not(loom))]
    pub fn hold(&'static self, own: Option<&'static Record>) -> AtFork {
        // Whoever collects holds the first; so none of them has what was retired in its hands.
        let collecting = lock(&self.collecting);
        AtFork { domain: self, own, retired: lock(&self.retired), _collecting: collecting }
    }

    fn iter(&self) -> impl Iterator<Item = &'static Record> {
        let mut next = self.records.load(Ordering::Acquire);
        std::iter::from_fn(move || {
            // SAFETY: the list only grows, and its records are never freed.
            let record = unsafe { next.as_ref()? };
            next = record.next.load(Ordering::Acquire);
            Some(record)
        })
    }

    /// True where no thread but the one that owns `record` has a record.
    fn alone(&self, record: Option<&Record>) -> bool {
        fence(Ordering::SeqCst);
        self.threads.load(Ordering::SeqCst) == usize::from(record.is_some())
    }

    /// Drops what has just been made unreachable, now or when its last user lets go of it.
    /// `record` is the calling thread's, where it has one.
    pub fn retire(&self, record: Option<&Record>, garbage: Vec<Garbage>, reclaim: Reclaim) {
        let idle = self.waiting.load(Ordering::Relaxed) == 0;
        if idle && self.alone(record) {
            let (held, free): (Vec<_>, Vec<_>) = garbage
                .into_iter()
                .partition(|garbage| record.is_some_and(|record| record.names(garbage.object)));
            free.into_iter().for_each(Garbage::dispose);
            if !held.is_empty() {
                self.queue(held, Reclaim::Prompt);
            }
        } else {
            self.queue(garbage, reclaim);
        }
    }

    fn queue(&self, garbage: impl IntoIterator<Item = Garbage>, reclaim: Reclaim) {
        let waiting = self.wait(garbage);
        match reclaim {
            Reclaim::Prompt => self.collect(),
            Reclaim::Batched if waiting < BATCH => {}
            // Where another thread is at it already, the next batch brings this one along.
            Reclaim::Batched => {
                if let Some(turn) = try_lock(&self.collecting) {
                    self.collect_in_turn(turn);
                }
            }
        }
    }

    /// [`retire`](Self::retire) for one object, without allocating where that can be avoided.
    pub fn retire_one(&self, record: Option<&Record>, garbage: Garbage, reclaim: Reclaim) {
        let unused = record.is_none_or(|record| !record.names(garbage.object));
        if unused && self.waiting.load(Ordering::Relaxed) == 0 && self.alone(record) {
            garbage.dispose();
        } else {
            self.queue([garbage], reclaim);
        }
    }

    fn wait(&self, garbage: impl IntoIterator<Item = Garbage>) -> usize {
        let mut retired = lock(&self.retired);
        retired.extend(garbage);
        self.waiting.store(retired.len(), Ordering::Relaxed);
        retired.len()
    }

    /// Drops every retired object that no record names, and asks the users of the others to call again.
    #[cold]
    pub fn collect(&self) {
        self.collect_in_turn(lock(&self.collecting));
    }

    #[cold]
    fn collect_in_turn(&self, turn: MutexGuard<'_, ()>) {
        let mut garbage = std::mem::take(&mut *lock(&self.retired));
        let mut unused = Vec::new();
        // An object may stay only if its user was asked before a barrier and was still seen using it
        // after: one that was not asked in time may have let go of it without a word. One that lets go later
        // waits for its turn here, and finds the object among the retired again.
        let mut asked: Vec<*const Record> = Vec::new();
        let mut unasked = true;
        while unasked && !garbage.is_empty() && barrier::heavy() {
            unasked = false;
            let used = self.used();
            let mut in_use = |garbage: &Garbage| {
                let mut found = false;
                for (_, record) in used.iter().filter(|(object, _)| *object == garbage.object) {
                    found = true;
                    if !asked.contains(&ptr::from_ref(*record)) {
                        record.notify.store(true, Ordering::Relaxed);
                        asked.push(*record);
                        unasked = true;
                    }
                }
                found
            };
            unused.extend(garbage.extract_if(.., |garbage| !in_use(garbage)));
        }
        self.wait(garbage);
        drop(turn);
        unused.into_iter().for_each(Garbage::dispose);
    }

    /// Every object that a thread is using now, and by which record.
    fn used(&self) -> Vec<(*mut (), &'static Record)> {
        let hazards =
            self.iter().flat_map(|record| record.hazards.iter().map(move |hazard| (hazard, record)));
        let objects = hazards.map(|(hazard, record)| (hazard.load(Ordering::Acquire), record));
        objects.filter(|(object, _)| !object.is_null()).collect()
    }
}

/// A domain while its process forks; released when dropped.
#[cfg(not(loom))]
pub struct AtFork {
    domain: &'static Domain,
    own: Option<&'static Record>,
    retired: MutexGuard<'static, Vec<Garbage>>,
    _collecting: MutexGuard<'static, ()>,
}

#[cfg(not(loom))]
impl AtFork {
    /// In the child, which has one thread. What the others were using they would never let go of: it is returned,
    /// and what is retired of it stays for ever, for they may have left it half changed.
    pub fn in_child(&mut self) -> Vec<*mut ()> {
        let mut used = Vec::new();
        for record in self.domain.iter().filter(|record| !self.own.is_some_and(|own| ptr::eq(own, *record))) {
            let hazards = record.hazards.iter().map(|hazard| hazard.swap(ptr::null_mut(), Ordering::AcqRel));
            used.extend(hazards.filter(|object| !object.is_null()));
            record.free.store((1 << HAZARDS) - 1, Ordering::Relaxed);
            record.notify.store(false, Ordering::Relaxed);
            record.taken.store(false, Ordering::Release);
        }
        self.domain.threads.store(usize::from(self.own.is_some()), Ordering::SeqCst);
        self.retired.retain(|garbage| !used.contains(&garbage.object));
        self.domain.waiting.store(self.retired.len(), Ordering::Relaxed);
        used
    }
}
