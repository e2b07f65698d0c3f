//! State of the thread's calls in one cell: how many calls of the archive it is inside, whether it made any, whether the
//! last one failed, and whether calls are quiet, that is, leave neither an error nor a mark that they failed.

use std::cell::Cell;

/// Calls count in steps of this.
const CALL: u32 = 8;
/// Set where the last call that ended failed.
const FAILED: u32 = 1;
/// Set while calls leave no word of themselves.
const QUIET: u32 = 2;
/// Set once the thread made a call.
const KNOWN: u32 = 4;

thread_local!(static DEPTH: Cell<u32> = const { Cell::new(0) });

/// Returns the number of calls that the thread is inside.
#[inline(always)]
pub fn get() -> u32 {
    DEPTH.get() / CALL
}

/// Whether the thread made a call before.
#[inline(always)]
pub fn is_known() -> bool {
    DEPTH.get() & KNOWN != 0
}

/// Marks the thread as one that made a call.
pub fn mark_known() {
    DEPTH.set(DEPTH.get() | KNOWN);
}

/// Counts a call that begins.
#[inline(always)]
pub fn enter() {
    DEPTH.set(DEPTH.get() + CALL);
}

/// Counts a call that ends, which has not failed so far.
#[inline(always)]
pub fn leave() {
    let depth = DEPTH.get();
    let told = if depth & QUIET == 0 { depth & !FAILED } else { depth };
    DEPTH.set(told - CALL);
}

/// Counts a call that ends, whose failing nobody asks for: the one before stays the last.
#[inline(always)]
pub fn leave_unnoticed() {
    DEPTH.set(DEPTH.get() - CALL);
}

/// Marks the call that has just ended as failed.
pub fn mark_failed() {
    DEPTH.set(DEPTH.get() | FAILED);
}

/// Tells whether calls are quiet.
pub fn is_quiet() -> bool {
    DEPTH.get() & QUIET != 0
}

/// Makes the thread's calls quiet, or not; returns whether they were before.
pub fn set_quiet(quiet: bool) -> bool {
    let depth = DEPTH.get();
    DEPTH.set(if quiet { depth | QUIET } else { depth & !QUIET });
    depth & QUIET != 0
}

/// Tells whether the thread's last call, of those that can fail, did fail.
pub fn last_call_failed() -> bool {
    DEPTH.get() & FAILED != 0
}
