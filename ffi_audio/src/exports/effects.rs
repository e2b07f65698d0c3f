//! Echo and reverb.

use crate::{echo::Echo, engine::AudioPlayback, error::Result, reverb::Reverb};
use ffi_core::{check, export, memory};

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
    check::between("decay", decay, 0.0, 1.0_f64.next_down())?;
    let least = i64::from(decay > 0.0);
    let ms = check::between("delay_ms", delay_ms, least, 10_000)?;
    let frames = handle.mixer.frames_of(ms as f64) as usize;
    memory::room_for(frames.saturating_mul(handle.mixer.channels * size_of::<f32>()))?;
    let echo =
        (decay > 0.0).then(|| Echo::new(frames, handle.mixer.channels, decay as f32, handle.mixer.rate));
    handle.control.set_echo(echo);
    Ok(())
}

/// Takes a playback's echo and room away, their tails included, within 5 ms and without a click.
#[export]
fn rt_audio_playback_clear_effects(handle: &AudioPlayback) -> Result<()> {
    handle.control.set_echo(None);
    handle.control.set_reverb(None);
    Ok(())
}
