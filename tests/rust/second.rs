//! A second Rust static archive, as another part of the same program might bring: with a panic hook, an
//! allocation and a caught panic of its own.

use std::{
    ffi::c_int,
    panic,
    sync::atomic::{AtomicI32, Ordering},
};

static HOOK_CALLS: AtomicI32 = AtomicI32::new(0);

#[unsafe(no_mangle)]
pub extern "C" fn second_install_hook() {
    panic::set_hook(Box::new(|_| {
        HOOK_CALLS.fetch_add(1, Ordering::SeqCst);
    }));
}

/// Number of times that this archive's hook ran: only for its own panics.
#[unsafe(no_mangle)]
pub extern "C" fn second_hook_calls() -> c_int {
    HOOK_CALLS.load(Ordering::SeqCst)
}

/// 1 where a panic was caught here.
#[unsafe(no_mangle)]
pub extern "C" fn second_panic() -> c_int {
    let numbers: Vec<c_int> = (1..=9).collect();
    let caught = panic::catch_unwind(|| numbers[numbers.len() + second_zero()]);
    c_int::from(caught.is_err())
}

#[inline(never)]
fn second_zero() -> usize {
    std::hint::black_box(0)
}
