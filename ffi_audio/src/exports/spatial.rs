//! Positions of sounds and of the listener.

use crate::{
    check,
    distance::Distance,
    engine::{AudioEngine, AudioPlayback, AudioSource},
    error::{Error, Result, Vector},
};
use ffi_core::{Borrowed, check::between, export};

/// Starts a source at a place in the room, in metres. All its channels become one point: it is attenuated by
/// its distance d from the listener, with 1 / max(d, 1) where `rt_audio_set_distance_model` says nothing else, and panned
/// by its direction with constant power:
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
    handle.control.change(|settings| (settings.position, settings.pan) = (Some(position), None));
    Ok(())
}

/// Says how a playback with a position moves, in metres a second: by the Doppler effect it is heard higher where it comes
/// nearer. Its place does not change by it. The speed that comes of it, the playback's own included, goes from 0.01 to
/// 10 times.
#[export]
fn rt_audio_playback_set_velocity(handle: &AudioPlayback, x: f64, y: f64, z: f64) -> Result<()> {
    let velocity = check::vector(["x", "y", "z"], [x, y, z])?;
    handle.control.change(|settings| settings.velocity = velocity);
    Ok(())
}

/// Returns how a playback moves, in metres a second.
#[export]
fn rt_audio_playback_get_velocity(handle: &AudioPlayback) -> AudioPosition {
    AudioPosition::new(handle.control.settings().velocity)
}

/// Says how a playback with a position falls off with its distance from the listener: `model` is one of DistanceModel,
/// `reference_distance` (from 0.000001) is where it begins, `max_distance` (up to 1e12) where it ends, in metres, and
/// `rolloff` (0 to 1,000) how strong it is. Before, it falls off as `rt_audio_set_distance_model` says.
#[export(numbers(model = "DistanceModel"))]
fn rt_audio_playback_set_distance_model(
    handle: &AudioPlayback,
    model: i64,
    reference_distance: f64,
    max_distance: f64,
    rolloff: f64,
) -> Result<()> {
    let distance = Distance::new(model, reference_distance, max_distance, rolloff)?;
    handle.control.change(|settings| settings.distance = Some(distance));
    Ok(())
}

/// Says how all playbacks of `engine` fall off that `rt_audio_playback_set_distance_model` says nothing of, in its terms.
/// At first that is the inverse model from 1 m on, without an end, with a rolloff of 1.
#[export(numbers(model = "DistanceModel"))]
fn rt_audio_set_distance_model(
    engine: &AudioEngine,
    model: i64,
    reference_distance: f64,
    max_distance: f64,
    rolloff: f64,
) -> Result<()> {
    engine.mixer.listener.lock().distance = Distance::new(model, reference_distance, max_distance, rolloff)?;
    Ok(())
}

/// Sets how strong the Doppler effect is, from 0, none, to 1,000 (1 at first: as in nature), and how many metres sound
/// takes in a second, from 0.001 to 1e9 (343.3 at first). A sound is heard higher by
/// (speed − factor · listener) / (speed − factor · source), where the two are the speeds of the listener and the source
/// along the line from the source to the listener, neither beyond speed / factor: OpenAL 1.1, section 3.5.2.
#[export]
fn rt_audio_set_doppler(engine: &AudioEngine, factor: f64, speed_of_sound: f64) -> Result<()> {
    let factor = between("factor", factor, 0.0, 1000.0)?;
    let speed_of_sound = between("speed_of_sound", speed_of_sound, 0.001, 1e9)?;
    let mut listener = engine.mixer.listener.lock();
    (listener.doppler, listener.speed_of_sound) = (factor, speed_of_sound);
    Ok(())
}

/// Says how the listener moves, in metres a second, for the Doppler effect. Its place does not change by it.
#[export]
fn rt_audio_set_listener_velocity(engine: &AudioEngine, x: f64, y: f64, z: f64) -> Result<()> {
    engine.mixer.listener.lock().velocity = check::vector(["x", "y", "z"], [x, y, z])?;
    Ok(())
}

/// Returns how the listener moves, in metres a second.
#[export]
fn rt_audio_get_listener_velocity(engine: &AudioEngine) -> AudioPosition {
    AudioPosition::new(engine.mixer.listener.lock().velocity)
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
