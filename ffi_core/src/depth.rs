//! How many calls of the archive the thread is inside, and whether the last one failed: one cell for both.

use std::cell::Cell;

/// Calls count in steps of this.
const CALL: u32 = 2;
/// Set where the last call that ended failed.
const FAILED: u32 = 1;

thread_local!(static DEPTH: Cell<u32> = const { Cell::new(0) });

/// How many calls.
#[inline(always)]
pub fn get() -> u32 {
    DEPTH.get() / CALL
}

/// One more.
#[inline(always)]
pub fn enter() {
    DEPTH.set(DEPTH.get() + CALL);
}

/// One less, which has not failed so far.
#[inline(always)]
pub fn leave() {
    DEPTH.set((DEPTH.get() & !FAILED) - CALL);
}

/// One less, of which nobody asks whether it failed: the one before stays the last.
#[inline(always)]
pub fn leave_unnoticed() {
    DEPTH.set(DEPTH.get() - CALL);
}

/// Marks the call that has just ended as failed.
pub fn mark_failed() {
    DEPTH.set(DEPTH.get() | FAILED);
}

/// Whether the last call of this thread, of those that can fail, did.
pub fn last_call_failed() -> bool {
    DEPTH.get() & FAILED != 0
}
