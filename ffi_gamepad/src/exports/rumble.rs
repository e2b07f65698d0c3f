//! Rumble.

use crate::{Result, backend, context::Context, rumble::RumbleRequest};
use ffi_core::export;

/// Tells whether a connected pad can rumble.
#[export]
fn rt_gamepad_can_rumble(context: &Context, gamepad_id: i64) -> Result<bool> {
    context.with_pad(gamepad_id, |pad| pad.description.rumbles)
}

/// Makes a pad rumble at once, instead of what it does now: `strong` and `weak` are the strengths of its two motors,
/// clamped to 0 to 1; `duration_ms` is 0 (none, like a stop) to 3,600,000.
/// False where the pad cannot rumble.
#[export]
fn rt_gamepad_set_rumble(
    context: &Context,
    gamepad_id: i64,
    strong: f64,
    weak: f64,
    duration_ms: i64,
) -> Result<()> {
    context.with_pad(gamepad_id, |_| ())?;
    backend::rumble(gamepad_id, RumbleRequest::new(strong, weak, duration_ms)?)
}

/// Ends a pad's rumble. False where the pad cannot rumble.
#[export]
fn rt_gamepad_stop_rumble(context: &Context, gamepad_id: i64) -> Result<()> {
    context.with_pad(gamepad_id, |_| ())?;
    backend::stop_rumble(gamepad_id)
}
