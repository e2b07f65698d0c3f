//! Positions of sounds and of the listener.

use crate::{
    check,
    engine::{AudioEngine, AudioPlayback, AudioSource},
    error::{Error, Result, Vector},
};
use ffi_core::{Borrowed, export};

/// Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
/// its distance d from the listener, with 1 / max(d, 1), and panned by its direction with constant power:
/// where s is the sine of the angle to the right, the gains are cos((s + 1) · π/4) on the left and
/// sin((s + 1) · π/4) on the right. On an engine with one channel it is attenuated only.
#[export]
fn rt_audio_play_sound_spatial(
    engine: &AudioEngine,
    source: &AudioSource,
    x: f64,
    y: f64,
    z: f64,
) -> Result<Borrowed<AudioPlayback>> {
    engine.play(source, 1.0, false, Some(check::vector(["x", "y", "z"], [x, y, z])?))
}

/// Moves a playback to a place in the room, in metres, within 10 ms and without a click. A playback that had
/// no position has one from now on.
#[export]
fn rt_audio_playback_set_position(handle: &AudioPlayback, x: f64, y: f64, z: f64) -> Result<()> {
    let position = check::vector(["x", "y", "z"], [x, y, z])?;
    handle.control.change(|settings| settings.position = Some(position));
    Ok(())
}

/// A place in the room, in metres.
#[ffi_core::ffi_struct]
pub struct AudioPosition {
    /// To the right, for a listener that was not turned.
    pub x: f64,
    /// Up.
    pub y: f64,
    /// Towards the back.
    pub z: f64,
}

impl AudioPosition {
    fn new([x, y, z]: [f64; 3]) -> Self {
        Self { x, y, z }
    }
}

/// Returns where a playback is. A playback without a position fails.
#[export]
fn rt_audio_playback_get_position(handle: &AudioPlayback) -> Result<AudioPosition> {
    handle.control.settings().position.map(AudioPosition::new).ok_or(Error::NoPosition)
}

/// Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
#[export]
fn rt_audio_set_listener_position(engine: &AudioEngine, x: f64, y: f64, z: f64) -> Result<()> {
    engine.mixer.listener.lock().position = check::vector(["x", "y", "z"], [x, y, z])?;
    Ok(())
}

/// Returns where the listener is.
#[export]
fn rt_audio_get_listener_position(engine: &AudioEngine) -> AudioPosition {
    AudioPosition::new(engine.mixer.listener.lock().position)
}

/// Turns the listener: where it looks, and where the top of its head points. It starts looking along −z with y
/// up, so that x is to its right. The lengths do not matter, and `up` need not be square to `forward`; zero
/// and parallel directions are refused.
#[export]
fn rt_audio_set_listener_orientation(
    engine: &AudioEngine,
    forward_x: f64,
    forward_y: f64,
    forward_z: f64,
    up_x: f64,
    up_y: f64,
    up_z: f64,
) -> Result<()> {
    let names = ["forward_x", "forward_y", "forward_z"];
    let forward = check::vector(names, [forward_x, forward_y, forward_z])?;
    let up = check::vector(["up_x", "up_y", "up_z"], [up_x, up_y, up_z])?;
    if engine.mixer.listener.lock().turn(forward, up) {
        return Ok(());
    }
    Err(Error::Orientation { forward: Vector(forward), up: Vector(up) })
}
