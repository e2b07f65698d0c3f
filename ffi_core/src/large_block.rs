//! The memory of arrays on their way out. One large block that was given back is kept for the next: where glibc's heap ends in
//! such blocks it gives them back to the system, and then each page of the next one is a fault, which takes many times as
//! long as filling it.

use crate::memory::OutOfMemory;
use std::{
    alloc::{Layout, alloc, dealloc},
    ops::RangeInclusive,
    ptr,
    sync::atomic::{AtomicPtr, Ordering},
};

/// Sizes that are kept, in bytes.
const KEPT_SIZES: RangeInclusive<usize> = 256 << 10..=4 << 20;
/// Alignment of every block.
pub const ALIGN: usize = align_of::<usize>();

static KEPT: AtomicPtr<usize> = AtomicPtr::new(ptr::null_mut());

/// A block of at least `size` bytes, which begins with the size that it has, whole words.
pub fn take(size: usize) -> Result<*mut usize, OutOfMemory> {
    let whole = size.max(size_of::<usize>()).checked_next_multiple_of(size_of::<usize>());
    let size = whole.ok_or(OutOfMemory { bytes: size })?;
    if KEPT_SIZES.contains(&size) {
        let kept = KEPT.swap(ptr::null_mut(), Ordering::Acquire);
        if !kept.is_null() {
            // SAFETY: whoever swapped it out has it, and it begins with its size.
            let has = unsafe { kept.read() };
            if (size..=size.saturating_mul(2)).contains(&has) {
                return Ok(kept);
            }
            // SAFETY: as above.
            unsafe { free(kept) };
        }
    }
    let layout = Layout::from_size_align(size, ALIGN).map_err(|_| OutOfMemory { bytes: size })?;
    // SAFETY: the layout is not empty; the block has room for its size.
    unsafe {
        let block = alloc(layout).cast::<usize>();
        if block.is_null() {
            return Err(OutOfMemory { bytes: size });
        }
        block.write(size);
        Ok(block)
    }
}

/// # Safety
/// The block begins with the size that it was allocated with, at this alignment, and is not used afterwards.
pub unsafe fn give_back(block: *mut usize) {
    // SAFETY: by contract; one that is kept is nobody else's.
    unsafe {
        let older =
            if KEPT_SIZES.contains(&block.read()) { KEPT.swap(block, Ordering::AcqRel) } else { block };
        if !older.is_null() {
            free(older);
        }
    }
}

/// # Safety
/// As [`give_back`].
unsafe fn free(block: *mut usize) {
    // SAFETY: by contract.
    unsafe { dealloc(block.cast(), Layout::from_size_align_unchecked(block.read(), ALIGN)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{slice, thread};

    #[test]
    fn blocks_that_come_and_go_on_many_threads_are_each_ones_own() {
        let body = |number: u8| {
            for turn in 0..200 {
                let size = [8, 256 << 10, 300 << 10, 700 << 10, 1 << 20, 4 << 20, 5 << 20][turn % 7];
                let block = take(size).unwrap();
                // SAFETY: the block is this thread's, and has room for `size` bytes.
                unsafe {
                    assert!(block.read() >= size);
                    let ends = [size_of::<usize>().min(size - 1), size - 1];
                    let bytes = slice::from_raw_parts_mut(block.cast::<u8>(), size);
                    if size > size_of::<usize>() {
                        ends.iter().for_each(|&at| bytes[at] = number);
                        thread::yield_now();
                        assert!(ends.iter().all(|&at| bytes[at] == number));
                    }
                    give_back(block);
                }
            }
        };
        thread::scope(|scope| (0..4).for_each(|number| drop(scope.spawn(move || body(number)))));
    }

    #[test]
    fn what_no_memory_holds_is_an_error() {
        assert_eq!(take(1 << 62), Err(OutOfMemory { bytes: 1 << 62 }));
        assert_eq!(take(usize::MAX), Err(OutOfMemory { bytes: usize::MAX }));
    }
}
