//! Echo, reverb, filters, and what is over the whole mix.

use crate::{
    compressor::Dynamics,
    echo::Echo,
    engine::{AudioEngine, AudioPlayback},
    error::Result,
    filter::{self, Band},
    reverb::Reverb,
};
use ffi_core::{check, export};

/// Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
/// 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
/// tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
/// Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
#[export]
fn rt_audio_playback_set_reverb(handle: &AudioPlayback, room_size: f64, damping: f64) -> Result<()> {
    let room_size = check::between("room_size", room_size, 0.0, 1.0)?;
    let damping = check::between("damping", damping, 0.0, 1.0)?;
    handle.control.set_reverb(Some(Reverb::new(room_size, damping, handle.mixer.rate)));
    Ok(())
}

/// Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
/// 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound. Another
/// decay keeps what is under way; another delay begins anew once the echo before it has fallen silent, within 5 ms.
#[export]
fn rt_audio_playback_set_delay(handle: &AudioPlayback, delay_ms: i64, decay: f64) -> Result<()> {
    let echo = Echo::of_call(delay_ms, decay, handle.mixer.rate, handle.mixer.channels)?;
    handle.control.set_echo(echo);
    Ok(())
}

/// Takes a playback's echo, room and filters away, their tails included, within 5 ms and without a click.
#[export]
fn rt_audio_playback_clear_effects(handle: &AudioPlayback) -> Result<()> {
    handle.control.set_echo(None);
    handle.control.set_reverb(None);
    handle.control.clear_filters(handle.mixer.channels, handle.mixer.rate);
    Ok(())
}

/// Puts a filter of the second order into one of a playback's eight slots, 0 to 7, which follow each other, before its
/// echo and its room. `kind` is one of FilterKind, `frequency` is in Hz, from 1 to 0.499 of the engine's rate, `q` from
/// 0.01 to 100 (1/√2 is a Butterworth's, and a shelf's without a hump), `gain_db` from −60 to 60 counts for peaks and
/// shelves. The formulas are those of Robert Bristow-Johnson's Audio EQ Cookbook. A filter that changes does so within
/// 10 ms, one that comes or goes within 5 ms, without a click.
#[export(numbers(kind = "FilterKind"))]
fn rt_audio_playback_set_filter(
    handle: &AudioPlayback,
    slot: i64,
    kind: i64,
    frequency: f64,
    q: f64,
    gain_db: f64,
) -> Result<()> {
    let (channels, rate) = (handle.mixer.channels, handle.mixer.rate);
    let band = Band::new(kind, frequency, q, gain_db, rate)?;
    handle.control.set_filter(filter::slot(slot)?, Some(band), channels, rate);
    Ok(())
}

/// Takes the filter out of a slot of a playback, 0 to 7.
#[export]
fn rt_audio_playback_clear_filter(handle: &AudioPlayback, slot: i64) -> Result<()> {
    handle.control.set_filter(filter::slot(slot)?, None, handle.mixer.channels, handle.mixer.rate);
    Ok(())
}

/// Puts a filter over everything that `engine` plays, as `rt_audio_playback_set_filter` does for a playback: before the
/// master volume.
#[export(numbers(kind = "FilterKind"))]
fn rt_audio_set_filter(
    engine: &AudioEngine,
    slot: i64,
    kind: i64,
    frequency: f64,
    q: f64,
    gain_db: f64,
) -> Result<()> {
    let band = Band::new(kind, frequency, q, gain_db, engine.mixer.rate)?;
    engine.mixer.strip.set_filter(filter::slot(slot)?, Some(band));
    Ok(())
}

/// Takes the filter out of a slot, 0 to 7, of those over everything.
#[export]
fn rt_audio_clear_filter(engine: &AudioEngine, slot: i64) -> Result<()> {
    engine.mixer.strip.set_filter(filter::slot(slot)?, None);
    Ok(())
}

/// Compresses everything that `engine` plays, behind the master volume: what is louder than `threshold_db` (−100 to 0,
/// against full scale; the loudest channel counts) goes beyond it by one dB for `ratio` (1 to 1,000) that came in. It
/// comes down and up again exponentially, by 1 − 1/e within `attack_ms` (0 to 1,000; 0 is at once) and `release_ms` (1
/// to 10,000). `makeup_db` (0 to 60) is added behind it. It replaces a limiter.
#[export]
fn rt_audio_set_compressor(
    engine: &AudioEngine,
    threshold_db: f64,
    ratio: f64,
    attack_ms: f64,
    release_ms: f64,
    makeup_db: f64,
) -> Result<()> {
    let dynamics = Dynamics::compressor([threshold_db, ratio, attack_ms, release_ms, makeup_db])?;
    *engine.mixer.strip.dynamics.lock() = Some(dynamics);
    Ok(())
}

/// Limits everything that `engine` plays, behind the master volume: no sample goes beyond `ceiling_db` (−60 to 0, against
/// full scale). It comes down at once and up again within `release_ms` (1 to 10,000), as a compressor does. It replaces
/// a compressor.
#[export]
fn rt_audio_set_limiter(engine: &AudioEngine, ceiling_db: f64, release_ms: f64) -> Result<()> {
    *engine.mixer.strip.dynamics.lock() = Some(Dynamics::limiter(ceiling_db, release_ms)?);
    Ok(())
}

/// Takes the compressor or limiter away; what it holds down comes up again within 20 ms.
#[export]
fn rt_audio_clear_compressor(engine: &AudioEngine) -> Result<()> {
    *engine.mixer.strip.dynamics.lock() = None;
    Ok(())
}

/// Returns by what the compressor or limiter multiplies the sound at the moment, apart from what is added behind it: 1
/// where it leaves it as it is.
#[export]
fn rt_audio_get_compression(engine: &AudioEngine) -> f64 {
    engine.mixer.strip.reduction.get()
}

/// Gives how loud everything was that `engine` mixed since this was last called: the greatest sample of each channel,
/// without its sign, then each channel's root mean square. Full scale is 1; zeros where nothing was mixed.
#[export]
fn rt_audio_take_levels(engine: &AudioEngine) -> Vec<f64> {
    engine.mixer.strip.levels.lock().reset()
}
