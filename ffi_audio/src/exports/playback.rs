//! The functions of the contract, in its order.

use crate::{
    check,
    control::{Control, FadeTo},
    decode::{self, Decoder},
    device,
    echo::Echo,
    engine::{AudioEngine, AudioMixer, AudioPlayback, AudioSource, Child, Sound},
    error::{DecodeError, Error, Result, Vector},
    reverb::Reverb,
    sound_buffer::Pcm,
    stream::Stream,
};
use ffi_core::{Borrowed, Consumed, New, Shared, Text, export};
use std::{fs::File, sync::atomic::Ordering};

/// Opens the system's default audio output and gives an engine that plays on it, at the device's own rate and
/// channels. 0 where no output can be opened; last error says why.
///
/// A device that is lost later does not end the engine: it goes on silently, at the same pace, and plays
/// aloud again when an output can be opened. `rt_audio_is_device_playing` and `rt_audio_take_device_error`
/// tell. The engine is the caller's; release it with `rt_audio_shutdown`.
#[export(blocks)]
fn rt_audio_init() -> Result<New<AudioEngine>> {
    AudioEngine::on_device(device::default_output()).map(New::new)
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
    check::number("volume", volume, f64::MIN..=f64::MAX, "a finite number")?;
    engine.bus.master.set(volume.clamp(0.0, 1.0));
    Ok(())
}

/// The gain over everything that `engine` plays, from 0 to 1.
#[export]
fn rt_audio_get_master_volume(engine: &AudioEngine) -> f64 {
    engine.bus.master.get()
}

/// Halts everything that `engine` plays, until `rt_audio_resume_all`. What is started meanwhile waits too.
#[export]
fn rt_audio_pause_all(engine: &AudioEngine) -> Result<()> {
    engine.bus.paused.store(true, Ordering::Relaxed);
    Ok(())
}

/// Ends what `rt_audio_pause_all` began. A playback that was paused by itself stays paused.
#[export]
fn rt_audio_resume_all(engine: &AudioEngine) -> Result<()> {
    engine.bus.paused.store(false, Ordering::Relaxed);
    Ok(())
}

/// Decodes the sound file at `path` and gives a source that any number of playbacks share. The format is
/// found out from the content; `rt_audio_get_supported_formats` lists those there are. A file that breaks off
/// gives what can be decoded of it, and so do a WAV and an AIFF whose header states other sizes than the file
/// has. Of a chained Ogg file all links are heard, up to one of another rate or number of channels: there the
/// sound ends. 0 where nothing can be decoded, and where the sound takes more than 1 GiB decoded, at 4 bytes
/// per sample: play that as music. Release the source with `rt_audio_source_free`.
#[export(blocks)]
fn rt_audio_load_from_file(engine: &AudioEngine, path: &str) -> Result<Borrowed<AudioSource>> {
    let pcm =
        open(path).and_then(|decoder| Pcm::decode(decoder).map_err(|reason| undecodable(path, reason)))?;
    engine.adopt_source(pcm)
}

/// The same from the bytes of a whole sound file, which are not needed afterwards.
#[export]
fn rt_audio_load_from_memory(engine: &AudioEngine, data: &[u8]) -> Result<Borrowed<AudioSource>> {
    let pcm = Decoder::from_memory(data).and_then(Pcm::decode).map_err(|reason| Error::Decode {
        name: "data",
        what: format!("{} bytes", data.len()),
        reason,
    })?;
    engine.adopt_source(pcm)
}

/// Frees a source. What plays it goes on to its end.
#[export]
fn rt_audio_source_free(source: Consumed<AudioSource>) -> Result<()> {
    source.leave();
    Ok(())
}

/// The length of a source in seconds, at its own speed.
#[export]
fn rt_audio_source_duration(source: &AudioSource) -> f64 {
    source.pcm.duration()
}

/// Starts a source on `engine`, at volume 1 and speed 1. The playback is the caller's; it stays valid when the
/// sound has ended. Release it with `rt_audio_playback_stop`, or many at once with `rt_audio_free_ended`.
#[export]
fn rt_audio_play_sound(engine: &AudioEngine, source: &AudioSource) -> Result<Borrowed<AudioPlayback>> {
    engine.play(source, 1.0, false, None)
}

/// The same at another volume, from the first sample: a linear gain of 0 and more.
#[export]
fn rt_audio_play_sound_with_volume(
    engine: &AudioEngine,
    source: &AudioSource,
    volume: f64,
) -> Result<Borrowed<AudioPlayback>> {
    engine.play(source, check::volume(volume)?, false, None)
}

/// The same again and again, without a gap, until it is stopped.
#[export]
fn rt_audio_play_sound_looped(engine: &AudioEngine, source: &AudioSource) -> Result<Borrowed<AudioPlayback>> {
    engine.play(source, 1.0, true, None)
}

/// Plays the sound file at `path` while reading it: one second at most is held decoded, whatever its length.
/// The playback is the caller's, to be released with `rt_audio_stop_music`.
#[export(blocks)]
fn rt_audio_play_music(engine: &AudioEngine, path: &str) -> Result<Borrowed<AudioPlayback>> {
    engine.play_stream(Stream::new(open(path)?, false), false)
}

/// The same again and again, without a gap, until it is stopped.
#[export(blocks)]
fn rt_audio_play_music_looped(engine: &AudioEngine, path: &str) -> Result<Borrowed<AudioPlayback>> {
    engine.play_stream(Stream::new(open(path)?, true), true)
}

/// Stops a playback at the next buffer and frees its handle. The same as `rt_audio_playback_stop`.
#[export]
fn rt_audio_stop_music(handle: Consumed<AudioPlayback>) -> Result<()> {
    stop(&handle);
    Ok(())
}

/// Stops a playback at the next buffer, wherever it is, and frees its handle. To stop without a click, fade it
/// out first.
#[export]
fn rt_audio_playback_stop(handle: Consumed<AudioPlayback>) -> Result<()> {
    stop(&handle);
    Ok(())
}

fn stop(playback: &AudioPlayback) {
    playback.playing.stop();
    playback.leave();
}

/// Halts a playback at the next buffer; it keeps its place. Fades and effects halt with it.
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

/// True while a playback is heard or about to be: it has not ended, is not paused, and its engine is not
/// paused. The tail of an effect counts.
#[export]
fn rt_audio_playback_is_playing(handle: &AudioPlayback) -> bool {
    !handle.control.has_ended() && !is_paused(handle)
}

/// True where a playback has not ended and is paused, by itself or with all others.
#[export]
fn rt_audio_playback_is_paused(handle: &AudioPlayback) -> bool {
    !handle.control.has_ended() && is_paused(handle)
}

fn is_paused(playback: &AudioPlayback) -> bool {
    playback.control.settings().paused || playback.bus.paused.load(Ordering::Relaxed)
}

/// Sets a playback's linear gain, 0 and more: 1 leaves it as it is. The change takes 10 ms, without a click;
/// before the first sample it is immediate.
#[export]
fn rt_audio_playback_set_volume(handle: &AudioPlayback, volume: f64) -> Result<()> {
    let volume = check::volume(volume)?;
    handle.control.change(|settings| settings.volume = volume);
    Ok(())
}

/// The gain that was set, whatever a fade makes of it.
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

/// The speed that was set.
#[export]
fn rt_audio_playback_get_speed(handle: &AudioPlayback) -> f64 {
    handle.control.settings().speed
}

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

/// Where a playback is. A playback without a position fails.
#[export]
fn rt_audio_playback_get_position(handle: &AudioPlayback) -> Result<AudioPosition> {
    handle.control.settings().position.map(AudioPosition::new).ok_or(Error::NoPosition)
}

/// Moves the listener, in metres, within 10 ms and without a click. It starts at the origin.
#[export]
fn rt_audio_set_listener_position(engine: &AudioEngine, x: f64, y: f64, z: f64) -> Result<()> {
    engine.bus.listener.lock().position = check::vector(["x", "y", "z"], [x, y, z])?;
    Ok(())
}

/// Where the listener is.
#[export]
fn rt_audio_get_listener_position(engine: &AudioEngine) -> AudioPosition {
    AudioPosition::new(engine.bus.listener.lock().position)
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
    if engine.bus.listener.lock().turn(forward, up) {
        return Ok(());
    }
    Err(Error::Orientation { forward: Vector(forward), up: Vector(up) })
}

/// Raises a playback in a straight line to its volume, from now and for `duration_ms` milliseconds: from
/// silence, or from where a fade-out under way has come to.
#[export]
fn rt_audio_playback_fade_in(handle: &AudioPlayback, duration_ms: i64) -> Result<()> {
    let ms = milliseconds("duration_ms", duration_ms)?;
    handle.control.change(|settings| settings.request_fade(FadeTo::Full(ms)));
    Ok(())
}

/// Lowers a playback in a straight line to silence, from now and for `duration_ms` milliseconds; then it has
/// ended. Its handle stays valid until it is stopped.
#[export]
fn rt_audio_playback_fade_out(handle: &AudioPlayback, duration_ms: i64) -> Result<()> {
    let ms = milliseconds("duration_ms", duration_ms)?;
    handle.control.change(|settings| settings.request_fade(FadeTo::Silence(ms)));
    Ok(())
}

fn milliseconds(name: &'static str, ms: i64) -> Result<u64> {
    check::integer(name, ms, 0..=i64::MAX, "0 or more").map(i64::unsigned_abs)
}

/// Puts a playback, and it alone, into a room. `room_size` from 0 to 1: how long the tail takes to fall by
/// 60 dB, from 0.7 s to 12 s for the longest of its delays; `damping` from 0 to 1: how much faster its high
/// tones die away. The sound itself stays as loud as it was, and the tail outlives it. Freeverb, by Jezar at
/// Dreampoint. `rt_audio_playback_clear_effects` takes the room away.
#[export]
fn rt_audio_playback_set_reverb(handle: &AudioPlayback, room_size: f64, damping: f64) -> Result<()> {
    let room_size = check::number("room_size", room_size, 0.0..=1.0, "from 0 to 1")?;
    let damping = check::number("damping", damping, 0.0..=1.0, "from 0 to 1")?;
    handle.control.set_reverb(Some(Reverb::new(room_size, damping, handle.bus.rate)));
    Ok(())
}

/// Gives a playback, and it alone, an echo: out(t) = in(t) + decay · out(t − delay), with `delay_ms` from 1 to
/// 10,000 milliseconds and `decay` from 0 to below 1. A decay of 0 takes the echo away. It outlives the sound.
#[export]
fn rt_audio_playback_set_delay(handle: &AudioPlayback, delay_ms: i64, decay: f64) -> Result<()> {
    check::number("decay", decay, 0.0..=1.0_f64.next_down(), "from 0 to below 1")?;
    let least = i64::from(decay > 0.0);
    let ms = check::integer("delay_ms", delay_ms, least..=10_000, "from 1 to 10,000")?;
    let frames = handle.bus.frames_of(ms as f64) as usize;
    let echo = (decay > 0.0).then(|| Echo::new(frames, handle.bus.channels, decay as f32));
    handle.control.set_echo(echo);
    Ok(())
}

/// A mixer that plays several sources together, empty as yet. It belongs to `engine`; release it with
/// `rt_audio_mixer_free`.
#[export]
fn rt_audio_mixer_create(engine: Shared<AudioEngine>) -> Result<Borrowed<AudioMixer>> {
    AudioMixer::adopt(&engine)
}

/// Frees a mixer. What it started plays on.
#[export]
fn rt_audio_mixer_free(mixer: Consumed<AudioMixer>) -> Result<()> {
    mixer.leave();
    Ok(())
}

/// Adds a source to what the mixer plays from the next `rt_audio_mixer_play` on. A source that was added twice
/// sounds twice.
#[export]
fn rt_audio_mixer_add_source(mixer: &AudioMixer, source: &AudioSource) -> Result<()> {
    mixer.sources.lock().push(source.pcm.clone());
    Ok(())
}

/// Sets the mixer's linear gain, 0 and more, over everything that it plays and has started. The change takes
/// 10 ms, without a click.
#[export]
fn rt_audio_mixer_set_volume(mixer: &AudioMixer, volume: f64) -> Result<()> {
    mixer.volume.set(check::volume(volume)?);
    Ok(())
}

/// Starts all sources of the mixer at the same sample, as one playback that ends with the longest. The
/// playback has its own volume besides the mixer's. A mixer without sources fails.
#[export]
fn rt_audio_mixer_play(mixer: &AudioMixer) -> Result<Borrowed<AudioPlayback>> {
    let engine = mixer.engine.upgrade().ok_or(Error::ShutDown)?;
    let sources = mixer.sources.lock().clone();
    let longest = sources.iter().map(|pcm| pcm.duration()).reduce(f64::max).ok_or(Error::EmptyMixer)?;
    let tracks = sources.iter().map(|pcm| engine.track(pcm, false)).collect();
    engine.start(Control::new(1.0, None), tracks, Some(mixer.volume.clone()), Sound::Decoded(Some(longest)))
}

/// Frames per second of a source, as its file has them.
#[export]
fn rt_audio_source_get_sample_rate(source: &AudioSource) -> i64 {
    i64::from(source.pcm.rate())
}

/// Samples per frame of a source: 1 for mono, 2 for stereo.
#[export]
fn rt_audio_source_get_channels(source: &AudioSource) -> i64 {
    source.pcm.channels() as i64
}

/// The formats that can be decoded, by their usual file name extension.
#[export]
fn rt_audio_get_supported_formats() -> Vec<Text> {
    decode::FORMATS.iter().map(|format| Text::new(format)).collect()
}

fn open(path: &str) -> Result<Decoder<'static>> {
    let unopened = |reason| Error::Open { path: path.to_owned(), reason };
    let file = open_at_once(path).map_err(unopened)?;
    if !file.metadata().map_err(unopened)?.is_file() {
        return Err(unopened(std::io::Error::other("it is no file")));
    }
    Decoder::from_file(file, path).map_err(|reason| undecodable(path, reason))
}

/// A pipe that nobody writes to would keep its reader waiting before it can be seen to be no file.
#[cfg(unix)]
fn open_at_once(path: &str) -> std::io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOCTTY | OFlags::NONBLOCK;
    Ok(rustix::fs::open(path, flags, Mode::empty())?.into())
}

#[cfg(not(unix))]
fn open_at_once(path: &str) -> std::io::Result<File> {
    File::open(path)
}

fn undecodable(path: &str, reason: DecodeError) -> Error {
    Error::Decode { name: "path", what: format!("{path:?}"), reason }
}
