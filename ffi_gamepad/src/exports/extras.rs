//! Motion sensors, touchpads and lights of pads.

use crate::{Error, Result, backend, context::Context};
use ffi_core::{export, ffi_struct};

/// How a pad is moved.
#[ffi_struct]
pub struct GamepadMotion {
    /// Acceleration to the right, in metres a second each second. At rest the pad is held against gravity: 9.8 up.
    pub acceleration_x: f64,
    /// Up.
    pub acceleration_y: f64,
    /// Towards the player.
    pub acceleration_z: f64,
    /// How fast it is turned about the axis to the right, in radians a second.
    pub rotation_x: f64,
    /// About the axis upwards.
    pub rotation_y: f64,
    /// About the axis towards the player.
    pub rotation_z: f64,
}

/// A finger on a pad's touchpad.
#[ffi_struct]
pub struct GamepadTouch {
    /// It touches.
    pub touches: bool,
    /// Where, from the left edge, 0, to the right one, 1.
    pub x: f64,
    /// Where, from the upper edge, 0, to the lower one, 1.
    pub y: f64,
}

/// Returns how a connected pad is moved at this moment, as its driver tells it: on Linux that of PlayStation 4 and 5 and of
/// Nintendo's pads. Fails where a pad has no such sensors, where its driver tells of none, where this process may not read
/// them, and on other systems.
#[export]
fn rt_gamepad_get_motion(context: &Context, gamepad_id: i64) -> Result<GamepadMotion> {
    context.with_pad(gamepad_id, |_| ())?;
    let [acceleration_x, acceleration_y, acceleration_z, rotation_x, rotation_y, rotation_z] =
        backend::motion(gamepad_id)?;
    Ok(GamepadMotion { acceleration_x, acceleration_y, acceleration_z, rotation_x, rotation_y, rotation_z })
}

/// Returns how many fingers a connected pad's touchpad tells apart. Fails as `rt_gamepad_get_motion` does.
#[export]
fn rt_gamepad_touch_count(context: &Context, gamepad_id: i64) -> Result<i64> {
    context.with_pad(gamepad_id, |_| ())?;
    backend::touch_count(gamepad_id).map(|count| count as i64)
}

/// Returns what a finger (from 0) does on a connected pad's touchpad at this moment.
#[export]
fn rt_gamepad_get_touch(context: &Context, gamepad_id: i64, finger: i64) -> Result<GamepadTouch> {
    context.with_pad(gamepad_id, |_| ())?;
    let (touches, x, y) = backend::touch(gamepad_id, finger)?;
    Ok(GamepadTouch { touches, x, y })
}

/// Tells whether a connected pad's touchpad is pressed down at this moment. Some drivers tell it as the button Touchpad
/// instead.
#[export]
fn rt_gamepad_touchpad_is_pressed(context: &Context, gamepad_id: i64) -> Result<bool> {
    context.with_pad(gamepad_id, |_| ())?;
    backend::touchpad_is_pressed(gamepad_id)
}

/// Gives a connected pad's light a colour, each part 0 to 255; all 0 puts it out. Fails where a pad has no light of three
/// colours, where this process may not write to it (on Linux that takes a rule of udev's), and on other systems.
#[export]
fn rt_gamepad_set_light(context: &Context, gamepad_id: i64, red: i64, green: i64, blue: i64) -> Result<()> {
    let part = |name, value: i64| u8::try_from(value).map_err(|_| Error::BadColor { name, value });
    let color = [part("red", red)?, part("green", green)?, part("blue", blue)?];
    context.with_pad(gamepad_id, |_| ())?;
    backend::set_light(gamepad_id, color)
}
