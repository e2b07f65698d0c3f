//! Engines: opened, shut down, rendered, and what acts on all that they play.

use crate::{
    device_options::DeviceOptions,
    engine::AudioEngine,
    error::{Error, Result},
    outputs::{self, Direction},
};
use ffi_core::{Consumed, New, Text, check, export, memory};
use std::sync::atomic::Ordering;

/// The most samples that one call renders: 1 GiB of them.
const MAX_RENDERED: i64 = 1 << 27;

/// Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
/// channels. 0 where no output can be opened; last error says why.
///
/// A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
/// aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
/// tell. The engine is the caller's; release it with `rt_audio_shutdown`.
#[export(blocks)]
fn rt_audio_init() -> Result<New<AudioEngine>> {
    AudioEngine::on_device(DeviceOptions::default()).map(New::new)
}

/// Does what `rt_audio_init` does, as `options_json` says, a JSON object or `""`: on the output with the id `device`
/// (one of `rt_audio_get_outputs`; null is the system's default), at `sample_rate` frames a second (8,000 to 384,000)
/// and with `channels` (1 to 8; both null at first: the device's own), mixed `buffer_ms` ahead of what is heard (1 to
/// 1,000; 50 at first): less is heard sooner, and breaks off sooner on a busy machine. The buffer has the nearest power
/// of two of frames, or the device's own size where it refuses that. 0 where there is no such output, or where it does
/// not play so; last error says why. An output that is lost later is waited for by its id.
#[export(blocks, schema(options_json = "ffi_audio/src/device_options.schema.json"))]
fn rt_audio_init_with_options(options_json: &str) -> Result<New<AudioEngine>> {
    AudioEngine::on_device(DeviceOptions::parse(options_json)?).map(New::new)
}

/// Does what `rt_audio_init` does, and where no output can be opened gives an engine all the same, for programs that are
/// to run without sound as well: it plays silently, two channels of 48,000 Hz, at the pace of a device, and aloud as soon
/// as an output can be opened, for which it looks every 2 seconds. `rt_audio_is_device_playing` tells whether there is one,
/// `rt_audio_take_device_error` once why there was none. 0 only where its thread cannot be started.
#[export(blocks)]
fn rt_audio_init_or_silent() -> Result<New<AudioEngine>> {
    AudioEngine::on_device_or_silent(DeviceOptions::default()).map(New::new)
}

/// Lists the system's audio outputs, each as JSON: its `id`, for `rt_audio_init_with_options`, its `name`, for people,
/// and whether it `is_default`. On Linux these are the outputs that ALSA's configuration describes, those of PulseAudio
/// and PipeWire among them where their plug-ins are installed, the default first; whether one plays is known when it is opened. Empty, with
/// a last error, where the system has no audio.
#[export(blocks)]
fn rt_audio_get_outputs() -> Result<Vec<Text>> {
    let outputs = outputs::all(Direction::Out)?;
    Ok(outputs.iter().map(|output| Text::new(&serde_json::json!(output).to_string())).collect())
}

/// Makes an engine without a device, which mixes only when `rt_audio_render` tells it to: for tests, for files, for
/// servers. `sample_rate` from 8,000 to 384,000 Hz, `channels` from 1 to 8. Everything else is as on a device; the same
/// calls give the same samples. Release it with `rt_audio_shutdown`.
#[export]
fn rt_audio_init_offline(sample_rate: i64, channels: i64) -> Result<New<AudioEngine>> {
    let rate = check::between("sample_rate", sample_rate, 8_000, 384_000)?;
    let channels = check::between("channels", channels, 1, 8)?;
    Ok(New::new(AudioEngine::offline(rate as u32, channels as usize)))
}

/// Stops everything that `engine` plays, closes its device and frees the engine with all its sources,
/// playbacks and mixers: their handles are stale afterwards. Returns when its threads have ended.
#[export(blocks)]
fn rt_audio_shutdown(engine: Consumed<AudioEngine>) -> Result<()> {
    engine.close();
    Ok(())
}

/// Sets the gain over everything that `engine` plays: 0 is silent, 1 leaves it as it is. Values outside are
/// clamped to that range; NaN and infinities are refused. The change takes 10 ms, without a click.
#[export]
fn rt_audio_set_master_volume(engine: &AudioEngine, volume: f64) -> Result<()> {
    check::finite("volume", volume)?;
    engine.mixer.strip.volume.set(volume.clamp(0.0, 1.0));
    Ok(())
}

/// Returns the gain over everything that `engine` plays, from 0 to 1.
#[export]
fn rt_audio_get_master_volume(engine: &AudioEngine) -> f64 {
    engine.mixer.strip.volume.get()
}

/// Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
#[export]
fn rt_audio_pause_all(engine: &AudioEngine) -> Result<()> {
    engine.mixer.strip.paused.store(true, Ordering::Relaxed);
    Ok(())
}

/// Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
#[export]
fn rt_audio_resume_all(engine: &AudioEngine) -> Result<()> {
    engine.mixer.strip.paused.store(false, Ordering::Relaxed);
    Ok(())
}

/// Mixes the next `frames` frames of an offline engine, interleaved: sample c of frame f is item f · channels + c. They
/// are not clipped: loud sounds together go beyond −1 and 1. At most 134,217,728 samples a call.
#[export(heavy)]
fn rt_audio_render(engine: &AudioEngine, frames: i64) -> Result<Vec<f64>> {
    rendered(engine, frames, 1, |sample, out| out.push(f64::from(sample)))
}

/// Mixes as `rt_audio_render` does, into 32-bit floats: 4 bytes of each, little-endian.
#[export(heavy)]
fn rt_audio_render_floats(engine: &AudioEngine, frames: i64) -> Result<Vec<u8>> {
    rendered(engine, frames, 4, |sample, out| out.extend(sample.to_le_bytes()))
}

fn rendered<T>(
    engine: &AudioEngine,
    frames: i64,
    items: usize,
    push: impl Fn(f32, &mut Vec<T>),
) -> Result<Vec<T>> {
    if engine.device().is_some() {
        return Err(Error::NotOffline);
    }
    let channels = engine.mixer.channels;
    let most = MAX_RENDERED / channels as i64;
    let frames = check::between("frames", frames, 0, most)?;
    // Piece by piece, so that only the result itself is as large as the result.
    let (mut out, mut chunk) = (Vec::new(), vec![0.0; 4096 * channels]);
    memory::reserve(&mut out, frames as usize * channels * items)?;
    let mut left = frames as usize;
    while left > 0 {
        let piece = &mut chunk[..left.min(4096) * channels];
        engine.mixer.render_and_sweep(piece);
        piece.iter().for_each(|&sample| push(sample, &mut out));
        left -= piece.len() / channels;
    }
    Ok(out)
}

/// Frames per second that an engine plays.
#[export]
fn rt_audio_get_sample_rate(engine: &AudioEngine) -> i64 {
    i64::from(engine.mixer.rate)
}

/// Samples per frame that an engine plays.
#[export]
fn rt_audio_get_channels(engine: &AudioEngine) -> i64 {
    engine.mixer.channels as i64
}

/// Gives the engine's time in seconds: how much it has mixed since it began, pauses included. `rt_audio_play` starts
/// sounds at times of it.
#[export]
fn rt_audio_get_engine_time(engine: &AudioEngine) -> f64 {
    engine.mixer.time() as f64 / f64::from(engine.mixer.rate)
}

/// Counts the errors of the engine's devices that passed, as buffers that came too late: the device plays on, or was
/// opened anew at once. 0 for an offline engine.
#[export]
fn rt_audio_get_device_error_count(engine: &AudioEngine) -> i64 {
    engine.device().map_or(0, |device| device.errors())
}

/// Tells whether a device plays the engine. False where it was lost and until another is there, and for an offline
/// engine.
#[export]
fn rt_audio_is_device_playing(engine: &AudioEngine) -> bool {
    engine.device().is_some_and(|device| device.is_playing())
}

/// Gives the reason why the engine's device was lost, once for each loss: `""` where none was since the last call. A
/// loss is what cannot be played on; a device that failed and could be opened anew at once is counted by
/// `rt_audio_get_device_error_count`.
#[export(none = "")]
fn rt_audio_take_device_error(engine: &AudioEngine) -> String {
    engine.device().map(|device| device.take_reason()).unwrap_or_default()
}

/// Frees the handles of all playbacks of `engine` that have ended; says how many. For hosts that start sounds
/// and forget them.
#[export]
fn rt_audio_free_ended(engine: &AudioEngine) -> i64 {
    engine.children.free_ended() as i64
}
