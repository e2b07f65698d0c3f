//! State of buttons and axes.

use crate::{Error, Result, context::Context};
use ffi_core::{export, ffi_struct};

/// A button's state.
#[ffi_struct]
pub struct GamepadButton {
    /// Whether it is held down; an analog button is from about three quarters of its way.
    pub is_pressed: bool,
    /// How far down it is: 0 to 1.
    pub value: f64,
}

/// Tells whether a button was held down at the last update.
#[export(numbers(button = "PadButton"))]
fn rt_gamepad_button_is_pressed(context: &Context, gamepad_id: i64, button: i64) -> Result<bool> {
    Ok(button_of(context, gamepad_id, button)?.pressed)
}

/// Returns a button's state at the last update.
#[export(numbers(button = "PadButton"))]
fn rt_gamepad_button_data(context: &Context, gamepad_id: i64, button: i64) -> Result<GamepadButton> {
    let state = button_of(context, gamepad_id, button)?;
    Ok(GamepadButton { is_pressed: state.pressed, value: state.value })
}

fn button_of(context: &Context, gamepad_id: i64, button: i64) -> Result<crate::pad::Button> {
    context.with_pad(gamepad_id, |pad| pad.button(button))?.ok_or(Error::BadButton(button))
}

/// Tells whether a button went down between the last update and the one before, also where it came up again in between: for
/// what a press begins, in a loop that updates once a turn.
#[export(numbers(button = "PadButton"))]
fn rt_gamepad_button_was_pressed(context: &Context, gamepad_id: i64, button: i64) -> Result<bool> {
    Ok(context.flipped(gamepad_id, button)?.0)
}

/// Tells whether a button came up between the last update and the one before.
#[export(numbers(button = "PadButton"))]
fn rt_gamepad_button_was_released(context: &Context, gamepad_id: i64, button: i64) -> Result<bool> {
    Ok(context.flipped(gamepad_id, button)?.1)
}

/// Returns an axis's position at the last update: sticks and the D-pad -1 to 1 with up and right positive, triggers 0
/// to 1. A stick near its middle, in its dead zone, is at 0.
#[export(numbers(axis = "PadAxis"))]
fn rt_gamepad_axis_data(context: &Context, gamepad_id: i64, axis: i64) -> Result<f64> {
    context.with_pad(gamepad_id, |pad| pad.axis(axis))?.ok_or(Error::BadAxis(axis))
}
