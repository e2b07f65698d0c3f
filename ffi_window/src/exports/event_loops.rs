//! Event loops.

use crate::{
    Result,
    event::Event,
    event_loop::{EventLoop, deadline},
    limits, ui_thread, window,
};
use ffi_core::{Borrowed, Consumed, New, export};
use std::sync::Arc;

fn hand_out(event: Option<Event>) -> Borrowed<Event> {
    Borrowed::new(event.map_or(0, |event| ffi_core::handle::insert(Arc::new(event))))
}

/// Makes an event loop: a queue of events, and the windows that send to it. Any number can be open at a time
/// and one after another, on any thread; behind them works one thread of the process, started by the first.
///
/// 0 where there is no display: none that WAYLAND_DISPLAY, WAYLAND_SOCKET or DISPLAY names answers. Once
/// there was one, the process keeps to it; where it goes away, its windows are gone, every call that needs
/// it fails, and the process goes on. The loop lives until `rt_winit_event_loop_free`.
#[export(blocks)]
fn rt_winit_event_loop_new() -> Result<New<EventLoop>> {
    ui_thread::display()?;
    Ok(New(EventLoop::new(window::free_all)))
}

/// Frees an event loop with its windows, whose handles are stale then. Calls that wait in it fail.
#[export]
fn rt_winit_event_loop_free(event_loop: Consumed<EventLoop>) -> bool {
    window::free_loop(&event_loop);
    true
}

/// Waits until every window of the loop is closed: freed, or asked to close by the user, which while this
/// waits frees the window. Events go on to queue up, for another thread or for later. True at once where
/// there is no window; false where the loop is freed or the display lost.
#[export(blocks)]
fn rt_winit_event_loop_run_return(event_loop: &EventLoop) -> Result<()> {
    event_loop.run()
}

/// Takes the next event's handle, or 0 where there is none. `max_events` is the most events that may be taken: 0 takes
/// none.
///
/// At most 65,536 events wait: past that, motion of the pointer or of a finger that a later motion outdates
/// goes first, then the oldest. The event lives until `rt_winit_event_free`, whatever becomes of its window.
#[export(none = 0)]
fn rt_winit_event_loop_poll_events(event_loop: &EventLoop, max_events: i64) -> Result<Borrowed<Event>> {
    match limits::between("max_events", max_events, 0, i64::MAX)? {
        0 => Ok(Borrowed::new(0)),
        _ => event_loop.poll_one().map(hand_out),
    }
}

/// Takes the handles of the next events, at most `max_events` (0 and up), in order; none where there are none. Each is
/// freed like that of a single one.
#[export(handles(result = "window event"))]
fn rt_winit_event_loop_poll_all(event_loop: &EventLoop, max_events: i64) -> Result<Vec<i64>> {
    let most = limits::between("max_events", max_events, 0, i64::MAX)?;
    let events = event_loop.poll(usize::try_from(most).unwrap_or(usize::MAX))?;
    Ok(events.into_iter().map(|event| ffi_core::handle::insert(Arc::new(event))).collect())
}

/// Takes the next event's handle; where there is none, waits for it, up to `timeout_ms` milliseconds, or without end
/// where that is negative. 0 when the time is up, and where the loop is freed or the display lost meanwhile.
#[export(blocks, none = 0)]
fn rt_winit_event_loop_wait_events(event_loop: &EventLoop, timeout_ms: i64) -> Result<Borrowed<Event>> {
    event_loop.wait(deadline(timeout_ms)).map(hand_out)
}

/// Ends a wait in `rt_winit_event_loop_wait_events`, which gives 0: that of a thread which is there, else the next
/// one. May be called on any thread, to tell that there is something else to do.
#[export]
fn rt_winit_event_loop_wake(event_loop: &EventLoop) -> bool {
    event_loop.wake();
    true
}
