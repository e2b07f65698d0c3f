//! Patched: memory that is asked for before much of it is taken. Where there is none, the step unwinds with [`OutOfMemory`];
//! an allocation that fails would end the process.

use crate::alloc_prelude::*;

/// What a step that found no memory unwinds with.
#[derive(Debug, Clone, Copy)]
pub struct OutOfMemory {
    /// How much it asked for.
    pub bytes: usize,
}

/// What is not worth asking for.
const LITTLE: usize = 64 << 10;

/// Unwinds where so many bytes cannot be had now.
pub(crate) fn require(bytes: usize) {
    if bytes > LITTLE {
        let mut probe = Vec::<u8>::new();
        if probe.try_reserve_exact(bytes).is_err() {
            unwind(bytes);
        }
        core::hint::black_box(&probe);
    }
}

/// Makes room for `more` items.
pub(crate) fn reserve_exact<T>(items: &mut Vec<T>, more: usize) {
    let bytes = items
        .len()
        .saturating_add(more)
        .saturating_mul(size_of::<T>());
    require(bytes);
    if items.try_reserve_exact(more).is_err() {
        unwind(bytes);
    }
}

/// Adds an item to what may have become long.
#[inline]
pub(crate) fn push<T>(items: &mut Vec<T>, item: T) {
    make_room(items);
    items.push(item);
}

/// Makes room for another item.
#[inline]
pub(crate) fn make_room<T>(items: &mut Vec<T>) {
    if items.len() == items.capacity() {
        reserve_exact(items, items.len().max(4));
    }
}

#[cold]
fn unwind(bytes: usize) -> ! {
    let error = OutOfMemory { bytes };
    #[cfg(feature = "std")]
    std::panic::resume_unwind(Box::new(error));
    #[cfg(not(feature = "std"))]
    panic!("{error:?}");
}
