//! The events of all libraries, for a host that waits in one place.

use crate::{Error, Result};
use ffi_core::{
    Callback, Consumed, Kind, New, Shared, Text, UserData,
    events::{Event, EventKind, KINDS, Queue},
    export, object,
    thread::Builder,
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// Most events that wait.
const CAPACITY: usize = 4096;

/// A subscription to events.
pub struct EventSubscription(Arc<Queue>);

object!(EventSubscription, Kind::EventSubscription);

impl Drop for EventSubscription {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Listens to events from now on: of the kinds `window`, `gamepad`, `http`, `audio-ended` and `module`, or of
/// all of them where `kinds` is empty. They are queued in the order in which they happened, whatever their kind;
/// where 4096 wait, the oldest makes room and is counted.
#[export]
fn rt_events_subscribe(kinds: &[&str]) -> Result<New<EventSubscription>> {
    Ok(New::new(EventSubscription(Queue::subscribe(wanted(kinds)?, CAPACITY))))
}

/// Does the same, and takes the events of windows and game pads: while such a subscription is there, they wait in no
/// queue besides those of subscriptions. `rt_winit_event_loop_poll_events` and `rt_gamepad_poll_event` find none of what
/// happens meanwhile; sizes, keys, buttons and axes are those of the last event all the same, those of pads without
/// `rt_gamepad_update` (a context has to be open). Of other kinds it is like `rt_events_subscribe`.
#[export]
fn rt_events_subscribe_taking(kinds: &[&str]) -> Result<New<EventSubscription>> {
    Ok(New::new(EventSubscription(Queue::take(wanted(kinds)?, CAPACITY))))
}

fn wanted(kinds: &[&str]) -> Result<Vec<EventKind>> {
    let mut wanted = Vec::new();
    for name in kinds {
        let known = KINDS.iter().find(|(_, known)| known == name);
        wanted.push(known.ok_or_else(|| Error::EventKind((*name).to_owned()))?.0);
    }
    if wanted.is_empty() {
        wanted.extend(KINDS.iter().map(|(kind, _)| *kind));
    }
    Ok(wanted)
}

/// Takes the next event, as JSON: `{"kind":"http","sequence":17,"dropped":0,"data":{…}}`. `sequence` counts all events
/// of the process, `dropped` those that this subscription lost just before this one. Waits `timeout_ms` milliseconds
/// where there is none, without limit if it is -1; `""` when the time is over or another thread ends the subscription.
///
/// The data of each kind has a `type`, and says what it is about, in the words of the functions that read the same
/// events one by one.
///
/// A window's event has `window` (the number that `rt_winit_window_id` gives) and `modifiers`, and by `type`:
/// `resized`: `width`, `height`; `moved`: `x`, `y`; `close-requested`, `destroyed`, `focused`, `unfocused`,
/// `cursor-entered`, `cursor-left`, `redraw-requested`, `file-hover-cancelled`, `ime-enabled`, `ime-disabled`: nothing
/// else; `scale-factor-changed`: `scale_factor`; `theme-changed`: `theme`; `keyboard-input`: `scancode`, `keycode`, `pressed`, `repeat`;
/// `received-character`, `text-dropped`: `text`; `mouse-button`: `button`, `pressed`; `mouse-moved`: `x`, `y`;
/// `mouse-wheel`, `mouse-motion`: `delta_x`, `delta_y`; `touch`: `finger`, `phase`, `x`, `y`; `file-dropped`,
/// `file-hovered`: `path`; `ime-preedit`: `text`, `cursor_start`, `cursor_end`.
///
/// A pad's event has `gamepad` (its id), `button` and `axis` (255 where it is about none) and `value`; its types are
/// `button-pressed`, `button-released`, `button-changed`, `axis-changed`, `connected`, `disconnected` and `dropped`.
///
/// `http` tells of each `request` that reaches a server of this process (`port`,
/// `peer`, `method`, `path`) and of its `response` (also `status`), and of each `transfer` that has ended
/// (its handle, and a `status` or an `error`); answering is the server's matter.
/// `audio-ended` tells of a `playback`, by its handle, that came to its end by itself. A module is `loaded`,
/// `unloaded`, `unanswered` or `dead`, or gives `output`: a line of `text` that a WebAssembly module printed to the
/// `stream` `stdout` or `stderr`.
#[export(blocks)]
fn rt_events_next(subscription: Shared<EventSubscription>, timeout_ms: i64) -> Result<Option<Text>> {
    let deadline = match u64::try_from(timeout_ms) {
        Ok(ms) => Instant::now().checked_add(Duration::from_millis(ms)),
        Err(_) if timeout_ms == -1 => None,
        Err(_) => return Err(Error::EventTime(timeout_ms)),
    };
    // The subscription itself is not kept while waiting, so that another thread can end it.
    let queue = subscription.into_arc().0.clone();
    Ok(queue.next(deadline).map(|event| text(&event)))
}

fn text(event: &Event) -> Text {
    let head = format!(
        "{{\"kind\":\"{}\",\"sequence\":{},\"dropped\":{},\"data\":",
        event.kind.name(),
        event.sequence,
        event.dropped
    );
    Text::from_pieces(&[&head, &event.data, "}"])
}

/// Calls `function` with the subscription's handle and `user_data`, on a thread of the archive's own, when events
/// have arrived: take them with `rt_events_next(subscription, 0)` until it gives `""`. What the function returns
/// is not looked at; a panic, an exception of another language and `pthread_exit` end that call alone, and `longjmp` must
/// not leave it. It is called until the subscription ends; a second function is called besides the first.
#[export(ends = "rt_events_unsubscribe", handles(function = "event subscription"))]
fn rt_events_notify(
    subscription: Shared<EventSubscription>,
    function: Callback,
    user_data: UserData,
) -> Result<()> {
    let handle = subscription.handle();
    let queue = subscription.into_arc().0.clone();
    // What leaves a host's function ends no thread of ours.
    let body = move || queue.serve(|| drop(function.call(handle, user_data)));
    Builder::new("simple_native").spawn(body).map_err(Error::NoThread)?;
    Ok(())
}

/// Ends a subscription; whoever waits for it gets `""`. Waits for calls of the functions of `rt_events_notify` that
/// run: after this returns they neither run nor are called. From inside such a function it does not wait, so that
/// what still runs then is that call, and another thread's.
#[export(blocks)]
fn rt_events_unsubscribe(subscription: Consumed<EventSubscription>) {
    subscription.to_arc().0.close();
}

/// Gives a file descriptor that is readable while events of `subscription` wait, and once it has ended: for a host of
/// one thread, which waits in `poll`, `select` or `epoll` for this and all else, and then takes events with
/// `rt_events_next(subscription, 0)` until that is `""`. The descriptor is the subscription's: do not read, write or
/// close it, and poll it no longer once the subscription is ended. A child of fork does not have it. -1 where the system
/// gives none; not available on Windows.
#[export]
fn rt_events_fd(subscription: &EventSubscription) -> Result<i64> {
    #[cfg(unix)]
    return subscription.0.fd().map(i64::from).map_err(Error::NoDescriptor);
    #[cfg(not(unix))]
    return Err(Error::NoDescriptor(std::io::ErrorKind::Unsupported.into()));
}
