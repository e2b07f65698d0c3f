//! What users of sound want besides the contract.

use crate::{
    check,
    engine::{AudioEngine, AudioPlayback, AudioSource, Sound},
    error::{Error, Result},
    sound_buffer::Pcm,
};
use ffi_core::{Borrowed, New, export};

/// The most samples that one call renders: 1 GiB of them.
const MAX_RENDERED: i64 = 1 << 27;

/// An engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
/// servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device;
/// the same calls give the same samples. Release it with `rt_audio_shutdown`.
#[export]
fn rt_audio_init_offline(sample_rate: i64, channels: i64) -> Result<New<AudioEngine>> {
    let rate = check::integer("sample_rate", sample_rate, 8_000..=384_000, "from 8,000 to 384,000")?;
    let channels = check::integer("channels", channels, 1..=8, "from 1 to 8")?;
    Ok(New::new(AudioEngine::offline(rate as u32, channels as usize)))
}

/// The next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c.
/// They are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
#[export]
fn rt_audio_render(engine: &AudioEngine, frames: i64) -> Result<Vec<f64>> {
    if engine.device().is_some() {
        return Err(Error::NotOffline);
    }
    let channels = engine.bus.channels;
    let most = MAX_RENDERED / channels as i64;
    let frames = check::integer("frames", frames, 0..=most, "0 or more, and 134,217,728 samples at most")?;
    // Piece by piece, so that only the result itself is as large as the result.
    let (mut out, mut chunk) = (Vec::with_capacity(frames as usize * channels), vec![0.0; 4096 * channels]);
    let mut left = frames as usize;
    while left > 0 {
        let piece = &mut chunk[..left.min(4096) * channels];
        engine.bus.render_and_sweep(piece);
        out.extend(piece.iter().map(|&sample| f64::from(sample)));
        left -= piece.len() / channels;
    }
    Ok(out)
}

/// Frames per second that an engine plays.
#[export]
fn rt_audio_get_sample_rate(engine: &AudioEngine) -> i64 {
    i64::from(engine.bus.rate)
}

/// Samples per frame that an engine plays.
#[export]
fn rt_audio_get_channels(engine: &AudioEngine) -> i64 {
    engine.bus.channels as i64
}

/// True while a device plays the engine. False where it was lost and until another is there, and for an
/// offline engine.
#[export]
fn rt_audio_is_device_playing(engine: &AudioEngine) -> bool {
    engine.device().is_some_and(|device| device.is_playing())
}

/// Why the engine's device was lost, told once for each loss: `""` where none was since the last call.
#[export]
fn rt_audio_take_device_error(engine: &AudioEngine) -> String {
    engine.device().map(|device| device.take_reason()).unwrap_or_default()
}

/// A source of the caller's own samples, −1 to 1 at full scale, interleaved: `samples` holds whole frames of
/// `channels` (1 to 32) at `sample_rate` (1,000 to 768,000 Hz). It is copied.
#[export]
fn rt_audio_load_from_samples(
    engine: &AudioEngine,
    samples: &[f64],
    sample_rate: i64,
    channels: i64,
) -> Result<Borrowed<AudioSource>> {
    let rate = check::integer("sample_rate", sample_rate, 1_000..=768_000, "from 1,000 to 768,000")?;
    let channels = check::integer("channels", channels, 1..=32, "from 1 to 32")?;
    engine.adopt_source(Pcm::from_samples(samples, rate as u32, channels as usize)?)
}

/// The samples of a source as they were decoded, interleaved, −1 to 1 at full scale.
#[export]
fn rt_audio_source_get_samples(source: &AudioSource) -> Vec<f64> {
    source.pcm.samples().iter().map(|&sample| f64::from(sample)).collect()
}

/// How far a playback has come, in seconds of its sound; for a loop, since it last began.
#[export]
fn rt_audio_playback_get_time(handle: &AudioPlayback) -> f64 {
    handle.control.seconds()
}

/// The length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
/// source, and for music whose file does not say. What the file says may be wrong, and of a chained Ogg file it
/// is the first link's; once music was decoded to its end, its length was counted.
#[export]
fn rt_audio_playback_get_duration(handle: &AudioPlayback) -> f64 {
    match &handle.sound {
        Sound::Decoded(length) => length.unwrap_or(-1.0),
        Sound::Music(stream) => {
            stream.frames().map_or(-1.0, |frames| frames as f64 / f64::from(stream.rate()))
        }
    }
}

/// Moves a playback to `seconds` of its sound, at the next buffer. Beyond the end it ends, or begins anew where
/// it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
/// where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
/// read it fails, and what was decoded before is heard to its end.
#[export(blocks)]
fn rt_audio_playback_seek(handle: &AudioPlayback, seconds: f64) -> Result<()> {
    let seconds = check::number("seconds", seconds, 0.0..=1e9, "from 0 to 1,000,000,000")?;
    if handle.control.has_ended() {
        return Err(Error::Ended);
    }
    if let Sound::Music(stream) = &handle.sound {
        let frame = (seconds * f64::from(stream.rate())).round() as u64;
        return stream.seek(frame).map_err(|reason| Error::Seek { seconds, reason });
    }
    handle.control.change(|settings| settings.request_seek(seconds));
    Ok(())
}

/// Takes a playback's echo and room away, their tails included.
#[export]
fn rt_audio_playback_clear_effects(handle: &AudioPlayback) -> Result<()> {
    handle.control.set_echo(None);
    handle.control.set_reverb(None);
    Ok(())
}

/// Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
/// and forget them.
#[export]
fn rt_audio_free_ended(engine: &AudioEngine) -> i64 {
    engine.family.free_ended() as i64
}
