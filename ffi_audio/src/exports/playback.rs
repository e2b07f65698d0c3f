//! Playbacks: sounds and music, started and controlled.

use crate::{
    check,
    control::FadeTo,
    engine::{AudioEngine, AudioPlayback, AudioSource, Sound},
    error::{Error, Result},
    open::{count_file, stream_file, stream_memory},
    options::StartOptions,
    region::{Looping, Region},
};
use ffi_core::{Borrowed, Consumed, check::between, export};
use std::sync::Arc;

/// Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
/// sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
#[export]
fn rt_audio_play_sound(engine: &AudioEngine, source: &AudioSource) -> Result<Borrowed<AudioPlayback>> {
    engine.play(source, 1.0, false, None)
}

/// Plays a source as `rt_audio_play_sound` does, from the first sample at this volume: a linear gain of 0 and more.
#[export]
fn rt_audio_play_sound_with_volume(
    engine: &AudioEngine,
    source: &AudioSource,
    volume: f64,
) -> Result<Borrowed<AudioPlayback>> {
    engine.play(source, check::volume(volume)?, false, None)
}

/// Plays a source again and again, without a gap, until it is stopped.
#[export]
fn rt_audio_play_sound_looped(engine: &AudioEngine, source: &AudioSource) -> Result<Borrowed<AudioPlayback>> {
    engine.play(source, 1.0, true, None)
}

/// Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
/// The playback is the caller's, to be released with `rt_audio_stop_music`.
#[export(blocks)]
fn rt_audio_play_music(engine: &AudioEngine, path: &str) -> Result<Borrowed<AudioPlayback>> {
    engine.play_stream(stream_file(path, Looping::plain(false))?)
}

/// Plays music again and again, without a gap, until it is stopped.
#[export(blocks)]
fn rt_audio_play_music_looped(engine: &AudioEngine, path: &str) -> Result<Borrowed<AudioPlayback>> {
    engine.play_stream(stream_file(path, Looping::plain(true))?)
}

/// Starts a source on `engine`, all in one call: nothing of it is heard otherwise than `options_json` says. `""` and
/// `{}` are a plain start; keys, all optional: `volume` (linear gain, 1), `pan` (from −1, left, to 1, right: all
/// channels become one point with the gains cos((pan + 1) · π/4) and sin((pan + 1) · π/4)) or `position` (three
/// coordinates in metres), `velocity` (three, in metres a second, for a position), `bus` (a handle: what it goes into),
/// `speed` (0.1 to 10, 1), `loop` (false: again and again, and where the file says so, by a WAV's
/// `smpl` chunk or the tags LOOPSTART and LOOPLENGTH or LOOPEND, only that stretch, after what is before it), `loop_from`
/// and `loop_to` (another stretch, in seconds, to the frame; it is a loop then), `paused` (false), `fade_in_ms` (0), `from` (where
/// in the sound, in seconds, 0) and `at` (when, in seconds of `rt_audio_get_engine_time`: to the frame; a time that
/// is over is at once). An unknown key fails and is named.
#[export(schema(options_json = "ffi_audio/src/options.schema.json"))]
fn rt_audio_play(
    engine: &AudioEngine,
    source: &AudioSource,
    options_json: &str,
) -> Result<Borrowed<AudioPlayback>> {
    engine.play_with(source, &StartOptions::parse(options_json)?)
}

/// Plays the sound file at `path` while reading it, started as `rt_audio_play` says. The playback is the caller's,
/// to be released with `rt_audio_stop_music`.
#[export(blocks, schema(options_json = "ffi_audio/src/options.schema.json"))]
fn rt_audio_play_music_with(
    engine: &AudioEngine,
    path: &str,
    options_json: &str,
) -> Result<Borrowed<AudioPlayback>> {
    let options = StartOptions::parse(options_json)?;
    engine.play_stream_with(stream_file(path, options.looping())?, &options)
}

/// Plays music as `rt_audio_play_music_with` does, from the bytes of a whole sound file, which are copied and decoded
/// while it plays.
#[export(blocks, schema(options_json = "ffi_audio/src/options.schema.json"))]
fn rt_audio_play_music_from_memory(
    engine: &AudioEngine,
    data: &[u8],
    options_json: &str,
) -> Result<Borrowed<AudioPlayback>> {
    let options = StartOptions::parse(options_json)?;
    engine.play_stream_with(stream_memory(data, options.looping())?, &options)
}

/// Has a playback of a source repeat the stretch from `loop_from` to `loop_to`, in seconds of its sound, to the frame,
/// from the next buffer on: what is before it is heard once, and where it is beyond `loop_to` already it goes on to the
/// end of the sound first. Music is looped as it was started; here it fails.
#[export]
fn rt_audio_playback_set_loop(handle: &AudioPlayback, loop_from: f64, loop_to: f64) -> Result<()> {
    let from = check::seconds("loop_from", loop_from)?;
    let to = check::after("loop_to", check::seconds("loop_to", loop_to)?, from)?;
    let Sound::Decoded { rate, .. } = handle.sound else { return Err(Error::LoopOfMusic) };
    let frame = |seconds: f64| (seconds * f64::from(rate)).round() as u64;
    let region = Region::new(frame(from), frame(to)).ok_or(Error::EmptyLoop { from, to })?;
    handle.control.change(|settings| settings.request_loop(Some(region)));
    Ok(())
}

/// Has a playback of a source go on to the end of its sound and end there, from the next buffer on.
#[export]
fn rt_audio_playback_clear_loop(handle: &AudioPlayback) -> Result<()> {
    let Sound::Decoded { .. } = handle.sound else { return Err(Error::LoopOfMusic) };
    handle.control.change(|settings| settings.request_loop(None));
    Ok(())
}

/// Lets a playback begin when another one's sound ends, to the frame: for music without gaps. It must not have begun:
/// start it after the other one, with `{"paused": true}`, which this ends. With `crossfade_ms` above 0 it begins so much before that end, and
/// gives way: the one with the cosine, the other with the sine of a quarter turn, so that their power together stays (as
/// far as the end is known: not for live samples and loops). Where `before` was stopped or has ended it begins at once.
#[export]
fn rt_audio_playback_start_after(
    handle: &AudioPlayback,
    before: &AudioPlayback,
    crossfade_ms: i64,
) -> Result<()> {
    let ms = check::milliseconds("crossfade_ms", crossfade_ms)?;
    if std::ptr::eq(handle, before) {
        return Err(Error::AfterItself);
    }
    if !Arc::ptr_eq(&handle.mixer, &before.mixer) {
        return Err(Error::OtherEngine);
    }
    if handle.control.has_begun() {
        return Err(Error::Begun);
    }
    let frames = handle.mixer.frames_of(ms as f64);
    before.control.give_way(frames);
    handle.control.wait_for(Some((before.control.clone(), frames)));
    handle.control.change(|settings| settings.paused = false);
    Ok(())
}

/// Stops a playback and frees its handle. The same as `rt_audio_playback_stop`.
#[export(consumer)]
fn rt_audio_stop_music(handle: Consumed<AudioPlayback>) -> Result<()> {
    stop(&handle);
    Ok(())
}

/// Stops a playback from the next buffer on, wherever it is, and frees its handle. It falls silent within 5 ms,
/// without a click.
#[export]
fn rt_audio_playback_stop(handle: Consumed<AudioPlayback>) -> Result<()> {
    stop(&handle);
    Ok(())
}

fn stop(playback: &AudioPlayback) {
    if let Sound::Music(stream) = &playback.sound {
        stream.close();
    }
    playback.stop_producer();
    playback.voice.stop(!playback.is_halted());
    playback.forget();
}

/// Halts a playback from the next buffer on: it falls silent within 5 ms, without a click, and keeps its place
/// there. Fades and effects halt with it. One that was not heard yet begins with its first sample when it goes on.
#[export]
fn rt_audio_playback_pause(handle: &AudioPlayback) -> Result<()> {
    handle.control.change(|settings| settings.paused = true);
    Ok(())
}

/// Goes on with a playback that was paused.
#[export]
fn rt_audio_playback_resume(handle: &AudioPlayback) -> Result<()> {
    handle.control.change(|settings| settings.paused = false);
    Ok(())
}

/// Tells whether a playback is heard or about to be: it has not ended, is not paused, and neither is its bus or its engine. The
/// tail of an effect counts.
#[export]
fn rt_audio_playback_is_playing(handle: &AudioPlayback) -> bool {
    !handle.control.has_ended() && !is_paused(handle)
}

/// Tells whether a playback has not ended and is paused, by itself, with its bus or with all others.
#[export]
fn rt_audio_playback_is_paused(handle: &AudioPlayback) -> bool {
    !handle.control.has_ended() && is_paused(handle)
}

fn is_paused(playback: &AudioPlayback) -> bool {
    playback.control.settings().paused || playback.is_halted()
}

/// Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
/// before the first sample it is immediate.
#[export]
fn rt_audio_playback_set_volume(handle: &AudioPlayback, volume: f64) -> Result<()> {
    let volume = check::volume(volume)?;
    handle.control.change(|settings| settings.volume = volume);
    Ok(())
}

/// Returns the gain that was set, whatever a fade makes of it.
#[export]
fn rt_audio_playback_get_volume(handle: &AudioPlayback) -> f64 {
    handle.control.settings().volume
}

/// Sets a playback's speed, from 0.1 to 10 times; the pitch goes with it. Values outside are refused.
#[export]
fn rt_audio_playback_set_speed(handle: &AudioPlayback, speed: f64) -> Result<()> {
    let speed = check::speed(speed)?;
    handle.control.change(|settings| settings.speed = speed);
    Ok(())
}

/// Returns the speed that was set.
#[export]
fn rt_audio_playback_get_speed(handle: &AudioPlayback) -> f64 {
    handle.control.settings().speed
}

/// Sets where between left and right a playback is heard, from −1 to 1, as one point: with the gains
/// cos((pan + 1) · π/4) and sin((pan + 1) · π/4). It has no position any more. The change takes 10 ms, without a click.
#[export]
fn rt_audio_playback_set_pan(handle: &AudioPlayback, pan: f64) -> Result<()> {
    let pan = between("pan", pan, -1.0, 1.0)?;
    handle.control.change(|settings| (settings.pan, settings.position) = (Some(pan), None));
    Ok(())
}

/// Returns the pan that was set; 0 where none was.
#[export]
fn rt_audio_playback_get_pan(handle: &AudioPlayback) -> f64 {
    handle.control.settings().pan.unwrap_or(0.0)
}

/// Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
/// silence, or from where a fade-out under way has come to. One that is heard at another level comes to that line
/// within 5 ms, without a click.
#[export]
fn rt_audio_playback_fade_in(handle: &AudioPlayback, duration_ms: i64) -> Result<()> {
    let ms = check::milliseconds("duration_ms", duration_ms)?;
    handle.control.change(|settings| settings.request_fade(FadeTo::Full(ms)));
    Ok(())
}

/// Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
/// ended. 0 takes 5 ms, without a click, where it is heard. Its handle stays valid until it is stopped.
#[export]
fn rt_audio_playback_fade_out(handle: &AudioPlayback, duration_ms: i64) -> Result<()> {
    let ms = check::milliseconds("duration_ms", duration_ms)?;
    handle.control.change(|settings| settings.request_fade(FadeTo::Silence(ms)));
    Ok(())
}

/// Gives how far a playback has come, in seconds of its sound; for a loop, since it last began. On a device it is what
/// is heard now: the device's latency is taken off, and between the device's callbacks the time goes on smoothly.
/// Offline it is what was rendered.
#[export]
fn rt_audio_playback_get_time(handle: &AudioPlayback) -> f64 {
    match handle.mixer.heard() {
        Some(frame) => handle.control.seconds_at(frame),
        None => handle.control.seconds(),
    }
}

/// Returns the length of what a playback plays, in seconds at speed 1. −1 where it is not known: for a loop of a
/// source, for live samples, and for music whose file cannot be read to its end. Where a file states its length badly or not at all, as
/// MP3 files do, its frames are counted the first time, which reads it once; of a chained Ogg file it is the first
/// link's length until it was decoded to its end.
#[export(blocks, none = -1)]
fn rt_audio_playback_get_duration(handle: &AudioPlayback) -> f64 {
    let stream = match &handle.sound {
        Sound::Decoded { length, .. } => return length.unwrap_or(-1.0),
        Sound::Music(stream) => stream,
        Sound::Live(_) => return -1.0,
    };
    if stream.wants_count()
        && let Some(Ok((frames, rate))) = stream.path().map(count_file)
    {
        stream.set_exact((frames as f64 / f64::from(rate) * f64::from(stream.rate())).round() as u64);
    }
    stream.frames().map_or(-1.0, |frames| frames as f64 / f64::from(stream.rate()))
}

/// Gives the reason why music ended before its end: a file that can no longer be read, or a decoder that came to
/// no end. `""` where it did not.
#[export(none = "")]
fn rt_audio_playback_get_error(handle: &AudioPlayback) -> String {
    match &handle.sound {
        Sound::Decoded { .. } | Sound::Live(_) => String::new(),
        Sound::Music(stream) => stream.error(),
    }
}

/// Moves a playback to `seconds` of its sound, at the next buffer: within 5 ms what is heard gives way to what follows
/// there, without a click; in a pause nothing is left of it. Beyond the end it ends, or begins anew where
/// it is looped. A playback that has ended cannot be moved; start it again. Music is moved to the very frame:
/// where its container finds no way there, it is decoded from the beginning up to it. Where the file can no longer be
/// read it fails, and what was decoded before is heard to its end.
#[export(blocks)]
fn rt_audio_playback_seek(handle: &AudioPlayback, seconds: f64) -> Result<()> {
    let seconds = check::seconds("seconds", seconds)?;
    if handle.control.has_ended() {
        return Err(Error::Ended);
    }
    if matches!(handle.sound, Sound::Live(_)) {
        return Err(Error::Live);
    }
    if let Sound::Music(stream) = &handle.sound {
        let frame = (seconds * f64::from(stream.rate())).round() as u64;
        return stream.seek(frame).map_err(|reason| Error::Seek { seconds, reason });
    }
    handle.control.change(|settings| settings.request_seek(seconds));
    Ok(())
}
