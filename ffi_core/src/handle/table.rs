//! A table of one kind of object: slots that grow in chunks and are looked up without a lock.

use super::{
    hazard::{Garbage, Reclaim, Record},
    layout::{self, GENERATIONS, HandleBits},
    origin,
    sync::{AtomicPtr, AtomicU32, Mutex, Ordering, lock},
};
use crate::kind::Kind;
use std::{marker::PhantomData, mem::ManuallyDrop, ops::Deref, ptr, sync::Arc};
#[cfg(not(loom))]
use {
    super::sync::MutexGuard,
    crate::fork::{Forks, Held},
};

/// Slots in the first chunk; each further chunk doubles the table.
const FIRST_CHUNK: u64 = if cfg!(loom) { 1 } else { 64 };
const CHUNKS: usize = if cfg!(loom) { 2 } else { 19 };
/// Set in a slot's state while an object is in it; the rest is the object's generation.
const LIVE: u32 = 1 << 31;
/// The state of a slot that used all its generations up.
const RETIRED: u32 = 1 << 30;
/// Position in a free slot's state, above the generation that comes next, of the number of the process (by
/// [`origin`]) in which the last generation went.
const PROCESS: u32 = 23;
const GENERATION: u32 = (1 << PROCESS) - 1;
const NONE: u32 = u32::MAX;

/// 16 bytes: what a live handle costs beside its object and that object's two reference counts.
struct Slot<T> {
    state: AtomicU32,
    /// Of a free slot, the next free one; of any other, the process that took it. Only read and written under the
    /// table's lock.
    next_free: AtomicU32,
    object: AtomicPtr<T>,
}

struct Free {
    head: u32,
    unused: u32,
}

/// Objects of one kind, by handle. `T` is reached through `Arc`s that the table owns one count of.
pub struct Table<T> {
    kind: Kind,
    reclaim: Reclaim,
    chunks: [AtomicPtr<Slot<T>>; CHUNKS],
    free: Mutex<Free>,
    owns: PhantomData<Arc<T>>,
}

/// Keeps an object alive on this thread. Derefs to it.
pub struct Guard<T> {
    object: *const T,
    /// The hazard that names it; none where the guard owns a reference count instead.
    hazard: Option<(&'static Record, u32)>,
    // A hazard belongs to its thread.
    not_send: PhantomData<*const T>,
}

impl<T> Deref for Guard<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: the hazard, or the reference count, keeps the object from being dropped.
        unsafe { &*self.object }
    }
}

impl<T> Guard<T> {
    /// A count of its own, to keep the object for longer than the call.
    pub fn to_arc(&self) -> Arc<T> {
        // SAFETY: `object` came from `Arc::into_raw` and is alive while `self` is.
        unsafe {
            Arc::increment_strong_count(self.object);
            Arc::from_raw(self.object)
        }
    }
}

impl<T> Drop for Guard<T> {
    #[inline(always)]
    fn drop(&mut self) {
        match self.hazard {
            Some((record, index)) => record.release(index),
            None => self.drop_count(),
        }
    }
}

impl<T> Guard<T> {
    #[cold]
    fn drop_count(&self) {
        // SAFETY: the count was taken in `Table::count` for this guard, which is being dropped.
        drop(unsafe { Arc::from_raw(self.object) });
    }
}

impl<T: Send + Sync> Table<T> {
    /// An empty table. Allocates nothing.
    #[cfg(not(loom))]
    pub const fn new(kind: Kind, reclaim: Reclaim) -> Self {
        Self {
            kind,
            reclaim,
            chunks: [const { AtomicPtr::new(ptr::null_mut()) }; CHUNKS],
            free: Mutex::new(Free { head: NONE, unused: 0 }),
            owns: PhantomData,
        }
    }

    /// An empty table.
    #[cfg(loom)]
    pub fn new(kind: Kind, reclaim: Reclaim) -> Self {
        Self {
            kind,
            reclaim,
            chunks: std::array::from_fn(|_| AtomicPtr::new(ptr::null_mut())),
            free: Mutex::new(Free { head: NONE, unused: 0 }),
            owns: PhantomData,
        }
    }

    #[inline(always)]
    fn position(index: u32) -> (usize, usize) {
        let from_one = u64::from(index) + FIRST_CHUNK;
        let chunk = from_one.ilog2() - FIRST_CHUNK.ilog2();
        (chunk as usize, (from_one - (FIRST_CHUNK << chunk)) as usize)
    }

    #[inline(always)]
    fn slot(&self, index: u32) -> Option<&Slot<T>> {
        let (chunk, offset) = Self::position(index);
        let first = self.chunks.get(chunk)?.load(Ordering::Acquire);
        // SAFETY: chunk number `chunk` has `FIRST_CHUNK << chunk` slots, which `offset` is below; chunks
        // live as long as the table.
        (!first.is_null()).then(|| unsafe { &*first.add(offset) })
    }

    /// The slot at `index`, its chunk made where it is missing; none where there is no memory. Under the table's lock.
    fn slot_or_grow(&self, index: u32) -> Option<&Slot<T>> {
        let (chunk, _) = Self::position(index);
        if self.chunks.get(chunk)?.load(Ordering::Acquire).is_null() {
            let count = FIRST_CHUNK << chunk;
            let mut slots = Vec::new();
            slots.try_reserve_exact(count as usize).ok()?;
            slots.extend((0..count).map(|_| Slot {
                // Not used yet.
                state: AtomicU32::new(0),
                next_free: AtomicU32::new(NONE),
                object: AtomicPtr::new(ptr::null_mut()),
            }));
            let slots: Box<[Slot<T>]> = slots.into();
            let first = Box::into_raw(slots).cast::<Slot<T>>();
            self.chunks[chunk].store(first, Ordering::Release);
        }
        self.slot(index)
    }

    /// Takes `object` in and gives out its handle, or 0 where no number or no memory for it is left.
    pub fn insert(&self, object: Arc<T>) -> i64 {
        self.insert_with(|_| object)
    }

    /// Like [`insert`](Self::insert), for an object that knows its handle: `make` gets it before it is anybody's.
    pub fn insert_with(&self, make: impl FnOnce(i64) -> Arc<T>) -> i64 {
        let Some(reserved) = self.reserve() else { return 0 };
        let handle = HandleBits::pack(self.kind, reserved.generation, reserved.index);
        let object = make(handle);
        let Reserved { slot, generation, .. } = *ManuallyDrop::new(reserved);
        slot.object.store(Arc::into_raw(object).cast_mut(), Ordering::Release);
        slot.state.store(generation | LIVE, Ordering::Release);
        handle
    }

    /// A slot that is nobody else's, and its next generation.
    fn reserve(&self) -> Option<Reserved<'_, T>> {
        let mut free = lock(&self.free);
        let index = if free.head != NONE { free.head } else { free.unused };
        if index >= layout::SLOTS {
            return None;
        }
        let slot = self.slot_or_grow(index)?;
        if free.head != NONE {
            free.head = slot.next_free.load(Ordering::Relaxed);
        } else {
            free.unused += 1;
        }
        let (state, process) = (slot.state.load(Ordering::Relaxed), origin::process());
        let generation = match state & GENERATION {
            0 => origin::first(self.kind, index),
            generation => generation,
        };
        let generation = if state >> PROCESS == process {
            generation
        } else {
            origin::apart(self.kind, index, generation)
        };
        slot.next_free.store(process, Ordering::Relaxed);
        Some(Reserved { table: self, slot, generation, index })
    }

    /// The object behind `handle`, kept alive until the guard goes; none where the handle is not live here.
    /// `record` is the calling thread's, none where the thread is so far gone that it can have none.
    #[inline(always)]
    pub fn get(&self, record: Option<&'static Record>, handle: i64) -> Option<Guard<T>> {
        let number = HandleBits::unpack(handle);
        if number.kind != self.kind as u64 {
            return None;
        }
        let slot = self.slot(number.index)?;
        let expected = number.generation | LIVE;
        if slot.state.load(Ordering::Acquire) != expected {
            return None;
        }
        let object = slot.object.load(Ordering::Acquire);
        let Some((record, index)) = record.and_then(|record| Some((record, record.protect(object.cast())?)))
        else {
            return self.count(number);
        };
        // Still the same generation after the hazard became visible: whoever frees the object now sees it.
        if slot.state.load(Ordering::Acquire) != expected {
            record.release(index);
            return None;
        }
        Some(Guard { object, hazard: Some((record, index)), not_send: PhantomData })
    }

    /// Guards an object by a reference count taken under the lock: for a thread that has no hazard to spare.
    #[cold]
    fn count(&self, number: HandleBits) -> Option<Guard<T>> {
        let _free = lock(&self.free);
        let slot = self.slot(number.index)?;
        if slot.state.load(Ordering::Acquire) != number.generation | LIVE {
            return None;
        }
        let object = slot.object.load(Ordering::Acquire);
        // SAFETY: a live slot holds one count, and it is taken out under the lock only.
        unsafe { Arc::increment_strong_count(object) };
        Some(Guard { object, hazard: None, not_send: PhantomData })
    }

    /// Takes the object out of the table: from here on the handle is stale. The caller retires it.
    pub fn remove(&self, handle: i64) -> Option<Removed<T>> {
        let number = HandleBits::unpack(handle);
        if number.kind != self.kind as u64 {
            return None;
        }
        let mut free = lock(&self.free);
        let slot = self.slot(number.index)?;
        if slot.state.load(Ordering::Acquire) != number.generation | LIVE {
            return None;
        }
        Some(Removed { object: self.vacate(&mut free, slot, number.generation, number.index) })
    }

    /// Makes a live slot's handle stale: the object that was in it.
    fn vacate(&self, free: &mut Free, slot: &Slot<T>, generation: u32, index: u32) -> *mut T {
        let next = layout::next(generation);
        // The state first: a reader that finds the pointer gone must find the generation gone too.
        if next != origin::first(self.kind, index) {
            Self::set_free(free, slot, next, index);
        } else {
            slot.state.store(RETIRED, Ordering::Release);
        }
        slot.object.swap(ptr::null_mut(), Ordering::AcqRel)
    }

    /// Puts a slot that is in nobody's use among the free ones.
    fn set_free(free: &mut Free, slot: &Slot<T>, next: u32, index: u32) {
        let process = slot.next_free.load(Ordering::Relaxed);
        slot.state.store(next | process << PROCESS, Ordering::Release);
        slot.next_free.store(free.head, Ordering::Relaxed);
        free.head = index;
    }

    /// True until the first object comes.
    #[inline]
    pub fn is_new(&self) -> bool {
        self.chunks[0].load(Ordering::Relaxed).is_null()
    }

    /// The way in which objects of this table are dropped.
    pub fn reclaim(&self) -> Reclaim {
        self.reclaim
    }

    /// The kind of this table's handles.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// True where `handle` was given out at some time and freed since.
    pub fn was_freed(&self, handle: i64) -> bool {
        let number = HandleBits::unpack(handle);
        let possible = number.kind == self.kind as u64 && (1..=GENERATIONS).contains(&number.generation);
        possible
            && self.slot(number.index).is_some_and(|slot| {
                let (state, first) =
                    (slot.state.load(Ordering::Acquire), origin::first(self.kind, number.index));
                let (next, used) = (state & GENERATION, layout::steps(first, number.generation));
                state == RETIRED || next != 0 && used < layout::steps(first, next)
            })
    }
}

#[cfg(not(loom))]
impl<T: Send + Sync + 'static> Forks for Table<T> {
    fn hold(&'static self) -> Box<dyn Held> {
        Box::new(AtFork { table: self, free: lock(&self.free) })
    }
}

/// A table while its process forks.
#[cfg(not(loom))]
struct AtFork<T: 'static> {
    table: &'static Table<T>,
    free: MutexGuard<'static, Free>,
}

#[cfg(not(loom))]
impl<T: Send + Sync> Held for AtFork<T> {
    fn in_child(&mut self, used: &[*mut ()]) -> usize {
        let stays = self.table.kind.stays_at_fork();
        let mut lost = 0;
        // A last chunk that was made for an object which never came has slots, none of them live.
        for index in 0..if stays || !used.is_empty() { self.free.unused } else { 0 } {
            let Some(slot) = self.table.slot(index) else { break };
            let state = slot.state.load(Ordering::Acquire);
            let object = slot.object.load(Ordering::Acquire);
            if state & LIVE == 0 {
                continue;
            } else if stays {
                // Its own count goes with it, so that it is never dropped.
                self.table.vacate(&mut self.free, slot, state & !LIVE, index);
                lost += 1;
            } else if used.contains(&object.cast()) {
                // SAFETY: a live slot holds one count, and the table is locked. One more is never given up: a
                // thread that is no more may have left the object half changed, so it is never dropped.
                unsafe { Arc::increment_strong_count(object) };
            }
        }
        lost
    }
}

/// A slot on its way from the free ones to an object; put back where none comes.
struct Reserved<'t, T: Send + Sync> {
    table: &'t Table<T>,
    slot: &'t Slot<T>,
    generation: u32,
    index: u32,
}

impl<T: Send + Sync> Drop for Reserved<'_, T> {
    fn drop(&mut self) {
        let mut free = lock(&self.table.free);
        Table::set_free(&mut free, self.slot, self.generation, self.index);
    }
}

/// An object that has left its table; other threads may still be using it. Must be retired.
pub struct Removed<T> {
    object: *mut T,
}

// SAFETY: it is the table's own count of an `Arc<T>`, which is `Send` where `T` is both.
unsafe impl<T: Send + Sync> Send for Removed<T> {}
// SAFETY: as above; through `&Removed` only `&T` is reached.
unsafe impl<T: Send + Sync> Sync for Removed<T> {}

impl<T> Deref for Removed<T> {
    type Target = T;
    fn deref(&self) -> &T {
        // SAFETY: the table's count is still ours.
        unsafe { &*self.object }
    }
}

impl<T: Send + Sync> Removed<T> {
    /// A count of its own.
    pub fn to_arc(&self) -> Arc<T> {
        // SAFETY: `object` came from `Arc::into_raw`, and the table's count is still ours.
        unsafe {
            Arc::increment_strong_count(self.object);
            Arc::from_raw(self.object)
        }
    }

    /// The count to give up once nobody looks at the object.
    pub fn into_garbage(self) -> Garbage {
        unsafe fn drop_count<T>(object: *mut ()) {
            // SAFETY: the count that the table held, given up once.
            drop(unsafe { Arc::from_raw(object.cast::<T>()) });
        }
        // SAFETY: `Arc<T>` is `Send`; the domain calls once, after the last hazard.
        unsafe { Garbage::new(self.object.cast(), drop_count::<T>) }
    }
}

impl<T> Drop for Table<T> {
    fn drop(&mut self) {
        for (chunk, first) in self.chunks.iter().enumerate() {
            let first = first.load(Ordering::Acquire);
            if first.is_null() {
                continue;
            }
            // SAFETY: made in `slot_or_grow` from a box of exactly so many slots.
            let slots = unsafe {
                Box::from_raw(ptr::slice_from_raw_parts_mut(first, (FIRST_CHUNK << chunk) as usize))
            };
            for slot in &slots {
                let object = slot.object.load(Ordering::Acquire);
                if !object.is_null() {
                    // SAFETY: a slot's object is the table's own count, and nobody borrows the table now.
                    drop(unsafe { Arc::from_raw(object) });
                }
            }
        }
    }
}
