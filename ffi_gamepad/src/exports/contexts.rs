//! Contexts and the pads in them.

use crate::{Result, backend, context::Context};
use ffi_core::{Consumed, New, Text, export, ffi_struct};
use gilrs_core::PowerInfo;

/// How a pad is powered.
#[ffi_struct]
pub struct GamepadPower {
    /// Unknown 0, charging 1, discharging 2, full 3, empty 4, wired 5.
    #[number = "PadPower"]
    pub status: i64,
    /// How full the battery is, 0 to 100; -1 where that is not known.
    pub percentage: i64,
}

/// Opens a view of the game pads, with its own queue of events and its own idea of what is pressed. Any
/// number of contexts can be open; each sees every pad under the same ids. Where the system has no game-pad
/// subsystem (a container without udev, say) the context is valid and has no pads. A pad that is connected
/// already gives no connected event; what is held on it is pressed from the start, with events of its own.
///
/// The context lives until `rt_gamepad_shutdown`.
#[export]
fn rt_gamepad_init() -> New<Context> {
    New(backend::open())
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
    backend::pump();
    context.update();
    true
}

/// Adds mappings to those that come with the library, for all contexts of the process: lines in the form of SDL's
/// `gamecontrollerdb.txt`. A mapping for a model that has one takes its place. Comments, mappings for other systems
/// and what is no mapping are passed over. Pads that are connected are read by them from now on: what was held is let
/// go of, and what is held is pressed, with events. A pad has its name in a new mapping from when it next connects.
///
/// How many mappings were added; 0 where no line is one.
#[export]
fn rt_gamepad_add_mappings(mappings: &str) -> i64 {
    backend::add_mappings(mappings) as i64
}

/// Returns how many pads are connected, as of the last update.
#[export]
fn rt_gamepad_count(context: &Context) -> i64 {
    context.count() as i64
}

/// Returns the ids of the pads that are connected, as of the last update, ascending.
#[export]
fn rt_gamepad_ids(context: &Context) -> Vec<i64> {
    context.ids()
}

/// Tells whether pad `gamepad_id` is connected, as of the last update. A pad that returns keeps its id.
#[export]
fn rt_gamepad_is_connected(context: &Context, gamepad_id: i64) -> bool {
    context.is_connected(gamepad_id)
}

/// Returns the name of a connected pad: its model's where that is known, else the one that its driver gives.
#[export]
fn rt_gamepad_get_name(context: &Context, gamepad_id: i64) -> Result<Text> {
    context.with_pad(gamepad_id, |pad| Text::new(&pad.description.name))
}

/// Returns the identity of a connected pad's model that SDL's mappings go by: 32 hexadecimal digits.
#[export]
fn rt_gamepad_get_uuid(context: &Context, gamepad_id: i64) -> Result<Text> {
    context.with_pad(gamepad_id, |pad| Text::new(&pad.description.uuid))
}

/// Returns how a connected pad is powered, at this moment.
#[export(fail(status = 0, percentage = -1))]
fn rt_gamepad_get_power_info(context: &Context, gamepad_id: i64) -> Result<GamepadPower> {
    context.with_pad(gamepad_id, |_| ())?;
    let (status, percentage) = match backend::power(gamepad_id) {
        PowerInfo::Unknown => (0, -1),
        PowerInfo::Charging(percentage) => (1, i64::from(percentage)),
        PowerInfo::Discharging(0) => (4, 0),
        PowerInfo::Discharging(percentage) => (2, i64::from(percentage)),
        PowerInfo::Charged => (3, 100),
        PowerInfo::Wired => (5, -1),
    };
    Ok(GamepadPower { status, percentage })
}
