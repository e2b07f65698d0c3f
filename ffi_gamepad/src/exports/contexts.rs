//! The functions that C calls, in the contract's order, and after them those beyond the contract.

use crate::{
    Error, Result,
    context::{self, Context},
    event::Event,
    hub,
    rumble::Request,
};
use ffi_core::{Borrowed, Consumed, New, Text, export, ffi_struct};
use gilrs::PowerInfo;

/// How a pad is powered.
#[ffi_struct]
pub struct GamepadPower {
    /// Unknown 0, charging 1, discharging 2, full 3, empty 4, wired 5.
    pub status: i64,
    /// How full the battery is, 0 to 100; -1 where that is not known.
    pub percentage: i64,
}

/// A button's state.
#[ffi_struct]
pub struct GamepadButton {
    /// Whether it is held down; an analog button is from about three quarters of its way.
    pub is_pressed: bool,
    /// How far down it is: 0 to 1.
    pub value: f64,
}

/// Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
/// number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
/// subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
/// already gives no connected event.
///
/// The context lives until `rt_gamepad_shutdown`.
#[export]
fn rt_gamepad_init() -> New<Context> {
    New(hub::open())
}

/// Closes a context and frees those of its events that were not freed. A rumble goes on until its time is
/// up.
#[export]
fn rt_gamepad_shutdown(context: Consumed<Context>) -> bool {
    context.free_events();
    true
}

/// Takes in what happened since the last call: afterwards `rt_gamepad_poll_event` hands it out, and the
/// pads' states are those after it.
#[export]
fn rt_gamepad_update(context: &Context) -> bool {
    hub::pump();
    context.take_in();
    true
}

/// How many pads are connected, as of the last update.
#[export]
fn rt_gamepad_count(context: &Context) -> i64 {
    context.count() as i64
}

/// Whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
#[export]
fn rt_gamepad_is_connected(context: &Context, gamepad_id: i64) -> bool {
    context.is_connected(gamepad_id)
}

/// The name of a connected pad: its model's where that is known, else the one that its driver gives.
#[export]
fn rt_gamepad_get_name(context: &Context, gamepad_id: i64) -> Result<Text> {
    context.with_pad(gamepad_id, |pad| Text::new(&pad.description.name))
}

/// How a connected pad is powered, at this moment.
#[export(fail(status = 0, percentage = -1))]
fn rt_gamepad_get_power_info(context: &Context, gamepad_id: i64) -> Result<GamepadPower> {
    context.with_pad(gamepad_id, |_| ())?;
    let (status, percentage) = match hub::power(gamepad_id) {
        PowerInfo::Unknown => (0, -1),
        PowerInfo::Charging(percentage) => (1, i64::from(percentage)),
        PowerInfo::Discharging(0) => (4, 0),
        PowerInfo::Discharging(percentage) => (2, i64::from(percentage)),
        PowerInfo::Charged => (3, 100),
        PowerInfo::Wired => (5, -1),
    };
    Ok(GamepadPower { status, percentage })
}

/// The next event that an update took in, or 0 where there is none; where none waits it updates first. At
/// most 4,096 events wait, and at most 4,096 stay alive unfreed: past that, the oldest goes.
///
/// A press is followed by a change with the button's value. Triggers and the D-pad are axes too: their
/// changes are followed by an axis change. The event lives until `rt_gamepad_event_free` or its context's
/// shutdown.
#[export(fail = 0)]
fn rt_gamepad_poll_event(context: &Context) -> Borrowed<Event> {
    let event = context.next_event().or_else(|| {
        hub::pump();
        context.take_in();
        context.next_event()
    });
    Borrowed::new(event.unwrap_or(0))
}

/// Frees an event.
#[export]
fn rt_gamepad_event_free(event: Consumed<Event>) -> bool {
    event.forget();
    true
}

/// What kind of event it is: button pressed 1, button released 2, button changed 3, axis changed 4, connected
/// 10, disconnected 11, dropped 12.
#[export]
fn rt_gamepad_event_get_type(event: &Event) -> i64 {
    event.happening.kind
}

/// The id of the pad that it is about.
#[export]
fn rt_gamepad_event_get_gamepad_id(event: &Event) -> i64 {
    event.happening.pad
}

/// The button that it is about: South 0, East 1, North 2, West 3, LeftTrigger 4, RightTrigger 5, LeftBumper
/// 6, RightBumper 7, DPadUp 8, DPadDown 9, DPadLeft 10, DPadRight 11, LeftStick 12, RightStick 13, Select 14,
/// Start 15, Mode 16; 255 for one that has no number, and where it is about none.
#[export]
fn rt_gamepad_event_get_button(event: &Event) -> i64 {
    event.happening.button
}

/// The axis that it is about: LeftStickX 0, LeftStickY 1, RightStickX 2, RightStickY 3, LeftTrigger 4,
/// RightTrigger 5, DPadX 6, DPadY 7; 255 for one that has no number, and where it is about none.
#[export]
fn rt_gamepad_event_get_axis(event: &Event) -> i64 {
    event.happening.axis
}

/// The button's or axis's value at that moment: a button's and a trigger's 0 to 1, another axis's -1 to 1
/// with up and right positive. 0 where the event is about neither.
#[export]
fn rt_gamepad_event_get_value(event: &Event) -> f64 {
    event.happening.value
}

/// Whether a button was held down at the last update.
#[export]
fn rt_gamepad_button_is_pressed(context: &Context, gamepad_id: i64, button: i64) -> Result<bool> {
    Ok(button_of(context, gamepad_id, button)?.pressed)
}

/// A button's state at the last update.
#[export]
fn rt_gamepad_button_data(context: &Context, gamepad_id: i64, button: i64) -> Result<GamepadButton> {
    let state = button_of(context, gamepad_id, button)?;
    Ok(GamepadButton { is_pressed: state.pressed, value: state.value })
}

fn button_of(context: &Context, gamepad_id: i64, button: i64) -> Result<crate::pad::Button> {
    context.with_pad(gamepad_id, |pad| pad.button(button))?.ok_or(Error::BadButton(button))
}

/// An axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
/// to 1. A stick near its middle, in its dead zone, is at 0.
#[export]
fn rt_gamepad_axis_data(context: &Context, gamepad_id: i64, axis: i64) -> Result<f64> {
    context.with_pad(gamepad_id, |pad| pad.axis(axis))?.ok_or(Error::BadAxis(axis))
}

/// Makes a pad rumble, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
/// clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000, in steps of 50 ms, rounded up.
/// It starts within 50 ms. False where the pad cannot rumble.
#[export]
fn rt_gamepad_set_rumble(
    context: &Context,
    gamepad_id: i64,
    strong: f64,
    weak: f64,
    duration_ms: i64,
) -> Result<()> {
    context.with_pad(gamepad_id, |_| ())?;
    hub::rumble(gamepad_id, &Request::new(strong, weak, duration_ms)?)
}

/// Ends a pad's rumble, within 50 ms. False where the pad cannot rumble.
#[export]
fn rt_gamepad_stop_rumble(context: &Context, gamepad_id: i64) -> Result<()> {
    context.with_pad(gamepad_id, |_| ())?;
    hub::stop_rumble(gamepad_id)
}

/// For tests and for replay: puts an event into the context, as though a pad had sent it, to be taken in by
/// the next update. `event_type`, `code` and `value` are what the event's getters will give: `code` is the button
/// of a button's event and the axis of an axis's, and is ignored for others. A pad that is not there is
/// there from its first event on, a disconnected event removes it, and nobody but this context sees it.
#[export]
fn rt_gamepad_inject_event(
    context: &Context,
    gamepad_id: i64,
    event_type: i64,
    code: i64,
    value: f64,
) -> Result<()> {
    let happening = context::injected(gamepad_id, event_type, code, value)?;
    context.tell(happening, None);
    happening.publish();
    Ok(())
}

/// The ids of the pads that are connected, as of the last update, ascending.
#[export]
fn rt_gamepad_ids(context: &Context) -> Vec<i64> {
    context.ids()
}

/// The identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
#[export]
fn rt_gamepad_get_uuid(context: &Context, gamepad_id: i64) -> Result<Text> {
    context.with_pad(gamepad_id, |pad| Text::new(&pad.description.uuid))
}

/// Whether a connected pad can rumble.
#[export]
fn rt_gamepad_can_rumble(context: &Context, gamepad_id: i64) -> Result<bool> {
    context.with_pad(gamepad_id, |pad| pad.description.rumbles)
}
