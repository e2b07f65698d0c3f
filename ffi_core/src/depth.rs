//! How many calls of the archive the thread is inside, whether the last one failed, and whether calls leave word of
//! themselves: one cell for all.

use std::cell::Cell;

/// Calls count in steps of this.
const CALL: u32 = 4;
/// Set where the last call that ended failed.
const FAILED: u32 = 1;
/// Set while calls leave no word of themselves.
const QUIET: u32 = 2;

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
    let depth = DEPTH.get();
    let told = if depth & QUIET == 0 { depth & !FAILED } else { depth };
    DEPTH.set(told - CALL);
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

/// Whether calls leave no word of themselves.
pub fn is_quiet() -> bool {
    DEPTH.get() & QUIET != 0
}

/// Has the thread's calls leave no word of themselves, or leave it again; whether they left none before.
pub fn set_quiet(quiet: bool) -> bool {
    let depth = DEPTH.get();
    DEPTH.set(if quiet { depth | QUIET } else { depth & !QUIET });
    depth & QUIET != 0
}

/// Whether the last call of this thread, of those that can fail, did.
pub fn last_call_failed() -> bool {
    DEPTH.get() & FAILED != 0
}
