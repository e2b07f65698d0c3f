//! Choice of the thread for callbacks: a quick one on the thread that serves its connection, any other on a thread
//! that may block.
//!
//! A callback is unknown at first and runs where it may block. Once it has proved quick it is called in place,
//! which saves two changes of thread. At most all workers but one are inside such calls at a time, so a callback
//! that turns out to block holds up nobody: the rest goes where it may block, and so does this one from then on,
//! and [`watchdog`](super::watchdog) sees to it that the sockets are looked after meanwhile.

use super::{
    registry::Handler,
    watchdog::{self, Watchdog},
};
use crate::blocking;

/// A worker's slot for running a callback in place, given back when dropped.
pub struct InlineSlot(&'static Watchdog);

impl Drop for InlineSlot {
    fn drop(&mut self) {
        blocking::set_inline(false);
        self.0.leave();
    }
}

/// A slot for the calling worker to run the handler in place: where that is quick and another worker is left for
/// everything else.
pub fn slot(handler: &Handler) -> Option<InlineSlot> {
    if !handler.latency.is_quick() {
        return None;
    }
    let most = ffi_core::runtime::workers() - 1;
    let watchdog = watchdog::enter(most)?;
    blocking::set_inline(true);
    Some(InlineSlot(watchdog))
}
