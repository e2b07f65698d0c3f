//! Events.

use crate::{
    Result, backend,
    context::{self, Context},
    event::Event,
};
use ffi_core::{Borrowed, Consumed, clock, export};

/// Takes the next event that an update took in, or 0 where there is none; where none waits it updates first. At most
/// 4,096 events wait, and at most 4,096 stay alive outstanding: past that, the oldest goes.
///
/// A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
/// changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
/// shutdown.
#[export(fail = 0, none = 0)]
fn rt_gamepad_poll_event(context: &Context) -> Borrowed<Event> {
    let event = context.next_event().or_else(|| {
        backend::pump();
        context.take_in();
        context.next_event()
    });
    Borrowed::new(event.unwrap_or(0))
}

/// Frees an event.
#[export(light)]
fn rt_gamepad_event_free(event: Consumed<Event>) -> bool {
    event.forget();
    true
}

/// Returns what kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
/// 10, disconnected 11, dropped 12.
#[export(light, numbers(result = "PadEvent"))]
fn rt_gamepad_event_get_type(event: &Event) -> i64 {
    event.event.kind
}

/// Returns the id of the pad that it is about.
#[export(light)]
fn rt_gamepad_event_get_gamepad_id(event: &Event) -> i64 {
    event.event.pad
}

/// Returns the button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper 6,
/// RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14, Start 15,
/// Mode 16, Misc (share, capture, microphone) 17, Paddle1 to Paddle4 18 to 21, Touchpad 22; 255 for one that has no number, and where it is about none.
#[export(light, numbers(result = "PadButton"))]
fn rt_gamepad_event_get_button(event: &Event) -> i64 {
    event.event.button
}

/// Returns the axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
/// RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
#[export(light, numbers(result = "PadAxis"))]
fn rt_gamepad_event_get_axis(event: &Event) -> i64 {
    event.event.axis
}

/// Returns the button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1 with
/// up and right positive. 0 where the event is about neither.
#[export(light)]
fn rt_gamepad_event_get_value(event: &Event) -> f64 {
    event.event.value
}

/// Returns when it happened, in nanoseconds of the clock that only goes on: on Linux `CLOCK_MONOTONIC`, on Windows
/// `QueryPerformanceCounter`. On Linux that is what the pad's driver says, to the microsecond; elsewhere, and of what is
/// held when a pad or a context appears, when it was received. Events of windows have the same clock.
#[export(light)]
fn rt_gamepad_event_get_timestamp(event: &Event) -> i64 {
    event.event.time
}

/// Puts, for tests and for replay, an event into the context, as though a pad had sent it, to be taken in by the next
/// update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button of a button's
/// event and the axis of an axis's, and is ignored for others. A pad that is not there is there from its first event
/// on, a disconnected event removes it, and nobody but this context sees it.
#[export(numbers(event_type = "PadEvent"))]
fn rt_gamepad_inject_event(
    context: &Context,
    gamepad_id: i64,
    event_type: i64,
    code: i64,
    value: f64,
) -> Result<()> {
    let event = context::injected(gamepad_id, event_type, code, value)?.dated(clock::now());
    context.tell(event, None);
    event.publish();
    Ok(())
}
