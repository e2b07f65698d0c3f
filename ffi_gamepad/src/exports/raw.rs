//! Joysticks as their drivers have them.

use crate::{Error, Result, backend, context::Context, raw::RawState};
use ffi_core::{export, ffi_struct};

/// How much a pad or another joystick has.
#[ffi_struct]
pub struct GamepadRawCounts {
    /// Buttons.
    pub buttons: i64,
    /// Axes that belong to no hat.
    pub axes: i64,
    /// Hats.
    pub hats: i64,
}

fn raw(context: &Context, gamepad_id: i64) -> Result<RawState> {
    context.with_pad(gamepad_id, |_| ())?;
    backend::raw(gamepad_id)
}

fn item<T: Copy>(items: &[T], gamepad_id: i64, what: &'static str, number: i64) -> Result<T> {
    let found = usize::try_from(number).ok().and_then(|place| items.get(place)).copied();
    found.ok_or(Error::NoSuchElement { pad: gamepad_id, what, number, count: items.len() })
}

/// Returns how many buttons, axes and hats a connected pad has, whatever its mapping says of them: a wheel, a flight
/// stick or a throttle has what no pad has. They are numbered from 0 as SDL numbers them. Fails for a pad that is there
/// by injected events alone.
#[export]
fn rt_gamepad_raw_counts(context: &Context, gamepad_id: i64) -> Result<GamepadRawCounts> {
    let raw = raw(context, gamepad_id)?;
    Ok(GamepadRawCounts {
        buttons: raw.buttons.len() as i64,
        axes: raw.axes.len() as i64,
        hats: raw.hats().len() as i64,
    })
}

/// Tells whether a connected pad's button of this number is down at this moment.
#[export]
fn rt_gamepad_raw_button(context: &Context, gamepad_id: i64, number: i64) -> Result<bool> {
    item(&raw(context, gamepad_id)?.buttons, gamepad_id, "button", number)
}

/// Returns where a connected pad's axis of this number is at this moment: from -1 to 1, the ends that its driver names,
/// without a dead zone, and with the driver's sign (a stick's down is mostly positive, a pedal rests at one of its ends).
/// On other systems than Linux it is 0 until it first moves.
#[export]
fn rt_gamepad_raw_axis(context: &Context, gamepad_id: i64, number: i64) -> Result<f64> {
    item(&raw(context, gamepad_id)?.axes, gamepad_id, "axis", number)
}

/// Returns where a connected pad's hat of this number points at this moment: up 1, right 2, down 4, left 8, added up; 0 in
/// its middle.
#[export]
fn rt_gamepad_raw_hat(context: &Context, gamepad_id: i64, number: i64) -> Result<i64> {
    item(&raw(context, gamepad_id)?.hats(), gamepad_id, "hat", number)
}
