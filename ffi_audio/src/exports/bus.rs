//! Buses: playbacks that are heard together.

use crate::{
    check,
    compressor::Dynamics,
    echo::Echo,
    engine::{AudioBus, AudioEngine, AudioPlayback},
    error::{Error, Result},
    filter::{self, Band},
    reverb::Reverb,
};
use ffi_core::{Borrowed, Consumed, check::between, export};
use std::sync::{Arc, atomic::Ordering};

/// Makes a bus: playbacks go into it (the option `bus`, or `rt_audio_playback_set_bus`) and are heard together, with a
/// volume, pauses, effects and a meter of its own: for music, for speech, for a game's effects. It goes into all that
/// `engine` plays. An engine has up to 256. Release it with `rt_audio_bus_free`.
#[export]
fn rt_audio_bus_create(engine: &AudioEngine) -> Result<Borrowed<AudioBus>> {
    AudioBus::adopt(&engine.mixer, &engine.children, None)
}

/// Makes a bus that goes into another one.
#[export]
fn rt_audio_bus_create_inside(bus: &AudioBus) -> Result<Borrowed<AudioBus>> {
    bus.adopt_inside()
}

/// Frees a bus. What plays in it, and the buses that go into it, are heard as before; once there are none, it is gone.
#[export]
fn rt_audio_bus_free(bus: Consumed<AudioBus>) -> Result<()> {
    bus.forget();
    Ok(())
}

/// Lets a playback go into a bus from the next buffer on: within 5 ms, without a click.
#[export]
fn rt_audio_playback_set_bus(handle: &AudioPlayback, bus: &AudioBus) -> Result<()> {
    if !Arc::ptr_eq(&handle.mixer, &bus.mixer) {
        return Err(Error::OtherEngine);
    }
    handle.control.set_bus(Some(bus.bus.clone()));
    Ok(())
}

/// Lets a playback go into no bus but into all that its engine plays, from the next buffer on: within 5 ms, without a
/// click.
#[export]
fn rt_audio_playback_clear_bus(handle: &AudioPlayback) -> Result<()> {
    handle.control.set_bus(None);
    Ok(())
}

/// Sets a bus's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click; where nothing is
/// heard of it, it is immediate.
#[export]
fn rt_audio_bus_set_volume(bus: &AudioBus, volume: f64) -> Result<()> {
    bus.bus.control.volume.set(check::volume(volume)?);
    Ok(())
}

/// Returns a bus's gain.
#[export]
fn rt_audio_bus_get_volume(bus: &AudioBus) -> f64 {
    bus.bus.control.volume.get()
}

/// Halts what goes into a bus, until `rt_audio_bus_resume`: it falls silent within 5 ms, without a click, and keeps its
/// place there; the bus's effects halt with it. What is started meanwhile waits too.
#[export]
fn rt_audio_bus_pause(bus: &AudioBus) -> Result<()> {
    bus.bus.control.paused.store(true, Ordering::Relaxed);
    Ok(())
}

/// Ends what `rt_audio_bus_pause` began. What was paused by itself stays paused.
#[export]
fn rt_audio_bus_resume(bus: &AudioBus) -> Result<()> {
    bus.bus.control.paused.store(false, Ordering::Relaxed);
    Ok(())
}

/// Tells whether a bus is paused, or one that it goes into.
#[export]
fn rt_audio_bus_is_paused(bus: &AudioBus) -> bool {
    bus.bus.is_paused()
}

/// Puts a filter into one of a bus's eight slots, as `rt_audio_playback_set_filter` does for a playback: they come first,
/// then the echo, the room, the volume and the compressor.
#[export(numbers(kind = "FilterKind"))]
fn rt_audio_bus_set_filter(
    bus: &AudioBus,
    slot: i64,
    kind: i64,
    frequency: f64,
    q: f64,
    gain_db: f64,
) -> Result<()> {
    let band = Band::new(kind, frequency, q, gain_db, bus.mixer.rate)?;
    bus.bus.control.set_filter(filter::slot(slot)?, Some(band));
    Ok(())
}

/// Takes the filter out of a slot of a bus, 0 to 7.
#[export]
fn rt_audio_bus_clear_filter(bus: &AudioBus, slot: i64) -> Result<()> {
    bus.bus.control.set_filter(filter::slot(slot)?, None);
    Ok(())
}

/// Gives a bus an echo, as `rt_audio_playback_set_delay` does for a playback.
#[export]
fn rt_audio_bus_set_delay(bus: &AudioBus, delay_ms: i64, decay: f64) -> Result<()> {
    bus.bus.control.set_echo(Echo::of_call(delay_ms, decay, bus.mixer.rate, bus.mixer.channels)?);
    Ok(())
}

/// Puts a bus into a room, as `rt_audio_playback_set_reverb` does for a playback.
#[export]
fn rt_audio_bus_set_reverb(bus: &AudioBus, room_size: f64, damping: f64) -> Result<()> {
    let room_size = between("room_size", room_size, 0.0, 1.0)?;
    let damping = between("damping", damping, 0.0, 1.0)?;
    bus.bus.control.set_reverb(Some(Reverb::new(room_size, damping, bus.mixer.rate)));
    Ok(())
}

/// Takes a bus's echo, room and filters away, their tails included, within 5 ms and without a click.
#[export]
fn rt_audio_bus_clear_effects(bus: &AudioBus) -> Result<()> {
    bus.bus.control.clear_effects();
    Ok(())
}

/// Compresses what goes through a bus, behind its volume, as `rt_audio_set_compressor` does for everything.
#[export]
fn rt_audio_bus_set_compressor(
    bus: &AudioBus,
    threshold_db: f64,
    ratio: f64,
    attack_ms: f64,
    release_ms: f64,
    makeup_db: f64,
) -> Result<()> {
    let dynamics = Dynamics::compressor([threshold_db, ratio, attack_ms, release_ms, makeup_db])?;
    *bus.bus.control.dynamics.lock() = Some(dynamics);
    Ok(())
}

/// Limits what goes through a bus, behind its volume, as `rt_audio_set_limiter` does for everything.
#[export]
fn rt_audio_bus_set_limiter(bus: &AudioBus, ceiling_db: f64, release_ms: f64) -> Result<()> {
    *bus.bus.control.dynamics.lock() = Some(Dynamics::limiter(ceiling_db, release_ms)?);
    Ok(())
}

/// Takes a bus's compressor or limiter away; what it holds down comes up again within 20 ms.
#[export]
fn rt_audio_bus_clear_compressor(bus: &AudioBus) -> Result<()> {
    *bus.bus.control.dynamics.lock() = None;
    Ok(())
}

/// Returns by what a bus's compressor or limiter multiplies the sound at the moment: 1 where it leaves it as it is.
#[export]
fn rt_audio_bus_get_compression(bus: &AudioBus) -> f64 {
    bus.bus.control.reduction.get()
}

/// Gives how loud everything was that came through a bus since this was last called, as `rt_audio_take_levels` does for
/// the whole mix: before what the engine does to it.
#[export]
fn rt_audio_bus_take_levels(bus: &AudioBus) -> Vec<f64> {
    bus.bus.control.levels.lock().reset()
}
