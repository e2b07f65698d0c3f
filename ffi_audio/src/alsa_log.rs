//! ALSA tells stderr about everything it tries. Not from the archive's threads.

use std::cell::Cell;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// From now on ALSA says nothing on this thread, which is one of ours; a panic is not printed either.
pub fn silence_this_thread() {
    if !QUIET.replace(true) {
        ffi_core::guard::Inside::forever();
        silence();
    }
}

/// Forgets what ALSA has said so far.
pub fn discard() {
    silence();
}

#[cfg(target_os = "linux")]
fn silence() {
    // The messages are kept in memory instead, and go with the thread.
    let _ = alsa::Output::local_error_handler();
}

#[cfg(not(target_os = "linux"))]
fn silence() {}
