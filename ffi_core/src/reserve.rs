//! The archive's allocator: the system's, and a reserve for small pieces when that has nothing left. An allocation that
//! fails ends the process wherever a library does not ask for it with care: a call that has begun finds the little that
//! it takes in the reserve, and the next ones fail until the system gives memory again.

use crate::memory::OutOfMemory;
use std::{
    alloc::{GlobalAlloc, Layout, System},
    cell::UnsafeCell,
    hint, ptr,
    sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering},
};

/// Pieces that any alignment below suits.
const ALIGN: usize = 64;
/// Memory that a call which is not refused may take.
const ROOM: usize = 256 << 10;

const SMALL: usize = 1 << 10;
const MIDDLE: usize = 16 << 10;
const LARGE: usize = 128 << 10;
/// Number of slots of each size.
const SMALLS: usize = 512;
const MIDDLES: usize = 64;
const LARGES: usize = 8;

/// A piece came from the reserve, and no call has seen since that there is memory again.
static SHORT: AtomicBool = AtomicBool::new(false);

static RESERVE: Reserve = Reserve { small: Pool::new(), middle: Pool::new(), large: Pool::new() };

/// The least size of a block that is counted.
const BULK: usize = 64 << 10;

/// Bytes in blocks of at least that size.
static BULK_BYTES: AtomicI64 = AtomicI64::new(0);

/// The allocator.
pub struct Allocator;

/// Memory of the program's own, of which the system gives pages when they are first used.
#[repr(C)]
struct Reserve {
    small: Pool<SMALL, SMALLS, { SMALLS / 64 }>,
    middle: Pool<MIDDLE, MIDDLES, 1>,
    large: Pool<LARGE, LARGES, 1>,
}

/// A pool of slots of one size.
#[repr(C, align(64))]
struct Pool<const SIZE: usize, const SLOTS: usize, const WORDS: usize> {
    bytes: UnsafeCell<[[u8; SIZE]; SLOTS]>,
    /// A bit for each slot that is taken.
    taken: [AtomicU64; WORDS],
}

// SAFETY: a slot belongs to whoever set its bit.
unsafe impl<const SIZE: usize, const SLOTS: usize, const WORDS: usize> Sync for Pool<SIZE, SLOTS, WORDS> {}

impl<const SIZE: usize, const SLOTS: usize, const WORDS: usize> Pool<SIZE, SLOTS, WORDS> {
    const fn new() -> Self {
        assert!(SLOTS.div_ceil(64) == WORDS && SIZE.is_multiple_of(ALIGN));
        Self { bytes: UnsafeCell::new([[0; SIZE]; SLOTS]), taken: [const { AtomicU64::new(0) }; WORDS] }
    }

    fn take(&self) -> Option<*mut u8> {
        for (i, word) in self.taken.iter().enumerate() {
            let mut seen = word.load(Ordering::Relaxed);
            loop {
                let bit = (!seen).trailing_zeros() as usize;
                let slot = 64 * i + bit;
                if bit == 64 || slot >= SLOTS {
                    break;
                }
                match word.compare_exchange_weak(seen, seen | 1 << bit, Ordering::Acquire, Ordering::Relaxed)
                {
                    // SAFETY: a slot's place inside of the pool.
                    Ok(_) => return Some(unsafe { self.bytes.get().cast::<u8>().add(slot * SIZE) }),
                    Err(now) => seen = now,
                }
            }
        }
        None
    }

    /// The slot that begins at `piece`.
    fn slot(&self, piece: *mut u8) -> Option<usize> {
        let offset = piece.addr().wrapping_sub(self.bytes.get().addr());
        (offset < SIZE * SLOTS).then_some(offset / SIZE)
    }

    /// Frees the slot `piece`; false where it is none of this pool's.
    fn give_back(&self, piece: *mut u8) -> bool {
        let Some(slot) = self.slot(piece) else { return false };
        self.taken[slot / 64].fetch_and(!(1 << (slot % 64)), Ordering::Release);
        true
    }
}

impl Reserve {
    /// Tells whether `piece` is the reserve's.
    #[inline(always)]
    fn has(&self, piece: *mut u8) -> bool {
        piece.addr().wrapping_sub(ptr::from_ref(self).addr()) < size_of::<Self>()
    }

    /// The smallest free slot that holds so much.
    fn take(&self, size: usize) -> Option<*mut u8> {
        let small = || if size <= SMALL { self.small.take() } else { None };
        let middle = || if size <= MIDDLE { self.middle.take() } else { None };
        let large = || if size <= LARGE { self.large.take() } else { None };
        small().or_else(middle).or_else(large)
    }

    /// Returns the size of a piece of the reserve.
    fn size_of(&self, piece: *mut u8) -> usize {
        if self.small.slot(piece).is_some() {
            SMALL
        } else if self.middle.slot(piece).is_some() {
            MIDDLE
        } else {
            LARGE
        }
    }

    #[cold]
    fn give_back(&self, piece: *mut u8) {
        let _ = self.small.give_back(piece) || self.middle.give_back(piece) || self.large.give_back(piece);
    }
}

/// A piece of the reserve; NULL where it is too large or none is left.
#[cold]
fn take(layout: Layout) -> *mut u8 {
    if layout.align() > ALIGN {
        return ptr::null_mut();
    }
    match RESERVE.take(layout.size()) {
        Some(piece) => {
            SHORT.store(true, Ordering::Relaxed);
            piece
        }
        None => ptr::null_mut(),
    }
}

/// How many bytes are in blocks of at least 64 KiB.
pub fn bulk_bytes() -> i64 {
    BULK_BYTES.load(Ordering::Relaxed)
}

/// Counts that a block of `freed` bytes made room for one of `made`; 0 is none.
#[inline(always)]
fn count(freed: usize, made: usize) {
    if freed >= BULK || made >= BULK {
        let bulk = |size: usize| if size >= BULK { size.cast_signed() as i64 } else { 0 };
        BULK_BYTES.fetch_add(bulk(made) - bulk(freed), Ordering::Relaxed);
    }
}

// SAFETY: what is handed out is the system's memory, or a slot that nobody else has until it is given back.
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: by contract.
        let mut piece = unsafe { System.alloc(layout) };
        if piece.is_null() {
            piece = take(layout);
        }
        if !piece.is_null() {
            count(0, layout.size());
        }
        piece
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: by contract.
        let piece = unsafe { System.alloc_zeroed(layout) };
        if !piece.is_null() {
            count(0, layout.size());
            return piece;
        }
        let piece = take(layout);
        if !piece.is_null() {
            count(0, layout.size());
            // SAFETY: a slot has at least that size.
            unsafe { piece.write_bytes(0, layout.size()) };
        }
        piece
    }

    #[inline]
    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        count(layout.size(), 0);
        if RESERVE.has(piece) {
            return RESERVE.give_back(piece);
        }
        // SAFETY: by contract, and the system's.
        unsafe { System.dealloc(piece, layout) }
    }

    #[inline]
    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if !RESERVE.has(piece) {
            // SAFETY: by contract, and the system's.
            let grown = unsafe { System.realloc(piece, layout, size) };
            if !grown.is_null() {
                count(layout.size(), size);
                return grown;
            }
        } else if size <= RESERVE.size_of(piece) {
            count(layout.size(), size);
            return piece;
        }
        // SAFETY: the new size is good by contract; both pieces hold what is copied.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                ptr::copy_nonoverlapping(piece, moved, layout.size().min(size));
                self.dealloc(piece, layout);
            }
            moved
        }
    }
}

/// Fails where the system has no memory: a call that goes on would live on the reserve.
#[inline(always)]
pub fn check() -> Result<(), OutOfMemory> {
    if SHORT.load(Ordering::Relaxed) { check_again() } else { Ok(()) }
}

#[cold]
fn check_again() -> Result<(), OutOfMemory> {
    if !system_has::<ROOM>() {
        return Err(OutOfMemory { bytes: ROOM });
    }
    SHORT.store(false, Ordering::Relaxed);
    Ok(())
}

/// Whether a thread can be given a destructor now: where the C library has no memory for that, it ends the process.
pub fn has_room_for_destructor() -> bool {
    system_has::<{ 4 << 10 }>()
}

/// Whether the system, the reserve aside, has so many bytes now.
fn system_has<const BYTES: usize>() -> bool {
    const { assert!(BYTES > 0 && BYTES < 1 << 30) };
    // SAFETY: a size that is none of the largest, and a power of two; what was allocated is freed.
    unsafe {
        let layout = Layout::from_size_align_unchecked(BYTES, ALIGN);
        let probe = hint::black_box(System.alloc(layout));
        if !probe.is_null() {
            System.dealloc(probe, layout);
        }
        !probe.is_null()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::HashSet, thread};

    #[test]
    fn the_reserve_hands_out_each_piece_once_and_takes_it_back() {
        static OWN: Reserve = Reserve { small: Pool::new(), middle: Pool::new(), large: Pool::new() };
        for _ in 0..2 {
            let taking = || (0..140).map(|_| OWN.take(1000).unwrap().addr()).collect::<Vec<_>>();
            let threads: Vec<_> = (0..4).map(|_| thread::spawn(taking)).collect();
            let pieces: Vec<_> = threads.into_iter().flat_map(|one| one.join().unwrap()).collect();
            assert_eq!(pieces.iter().collect::<HashSet<_>>().len(), 560);
            assert!(pieces.iter().all(|piece| piece % 64 == 0));
            let pieces: Vec<*mut u8> = pieces.into_iter().map(ptr::without_provenance_mut).collect();
            let small = pieces.iter().filter(|piece| OWN.size_of(**piece) == SMALL).count();
            assert!(small == SMALLS && pieces.iter().all(|piece| OWN.has(*piece)));
            // 48 of the middle ones stand in for small ones.
            let larger: Vec<_> = (0..25).map(|_| OWN.take(1025)).collect();
            assert!(larger[..24].iter().all(Option::is_some) && larger[24].is_none());
            assert_eq!(OWN.size_of(larger[23].unwrap()), LARGE);
            assert!(OWN.take(LARGE + 1).is_none());
            pieces.into_iter().chain(larger.into_iter().flatten()).for_each(|piece| OWN.give_back(piece));
        }
        let elsewhere = Box::new(0u8);
        assert!(!OWN.has(ptr::from_ref(&*elsewhere).cast_mut()));
    }

    #[test]
    fn pieces_grow_out_of_the_reserve() {
        let layout = Layout::from_size_align(100, 8).unwrap();
        assert!(take(Layout::from_size_align(8, 128).unwrap()).is_null());
        // SAFETY: pieces of these layouts, used for as long as they are there.
        unsafe {
            let piece = take(layout);
            assert!(SHORT.load(Ordering::Relaxed));
            piece.write_bytes(7, 100);
            assert_eq!(Allocator.realloc(piece, layout, 1024), piece);
            let layout = Layout::from_size_align(1024, 8).unwrap();
            let moved = Allocator.realloc(piece, layout, 2048);
            assert!(!RESERVE.has(moved) && std::slice::from_raw_parts(moved, 100) == [7; 100]);
            Allocator.dealloc(moved, Layout::from_size_align(2048, 8).unwrap());
            let zeroed = Allocator.alloc_zeroed(layout);
            assert_eq!(std::slice::from_raw_parts(zeroed, 1024), [0; 1024]);
            Allocator.dealloc(zeroed, layout);
        }
        assert!(check().is_ok() && !SHORT.load(Ordering::Relaxed));
    }
}
