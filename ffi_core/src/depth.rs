//! How many calls of the archive the thread is inside.

use std::cell::Cell;

thread_local!(static DEPTH: Cell<u32> = const { Cell::new(0) });

/// How many.
#[inline(always)]
pub fn get() -> u32 {
    DEPTH.get()
}

/// One more.
#[inline(always)]
pub fn enter() {
    DEPTH.set(DEPTH.get() + 1);
}

/// One less.
#[inline(always)]
pub fn leave() {
    DEPTH.set(DEPTH.get() - 1);
}
